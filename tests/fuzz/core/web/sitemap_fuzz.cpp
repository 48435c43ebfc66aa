// Whatever the bytes: addresses are absolute, http(s) and bounded, and a sitemap is read the same
// again when its addresses are written as a plain list.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "core/base/check.h"
#include "core/text/utf8.h"
#include "core/web/sitemap.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  using namespace khabar;
  const std::string_view input(reinterpret_cast<const char*>(bytes), size);
  const Result<Sitemap> sitemap = parse_sitemap(input, "https://a.example/s.xml", "");
  if (!sitemap) return 0;
  std::string list;
  for (const SitemapUrl& it : sitemap->urls) {
    CHECK_THAT(it.url.starts_with("http") && it.url.size() <= kSitemapUrlBytesMax, it.url);
    CHECK_THAT(is_valid_utf8(it.url) && is_valid_utf8(it.title), it.url);
    CHECK(it.images.size() <= kSitemapImagesMax);
    list += it.url + '\n';
  }
  for (const std::string& fault : sitemap->faults) CHECK_THAT(is_valid_utf8(fault), fault);
  // A quotation mark may stand in a host, but no list of lines is told from prose by such URLs.
  if (sitemap->urls.empty() || list.find('"') != list.npos) return 0;
  const Result<Sitemap> again = parse_sitemap(list, "", "text/plain");
  CHECK_THAT(again.has_value() && again->urls.size() == sitemap->urls.size(), list);
  for (std::size_t i = 0; i < again->urls.size(); ++i) {
    CHECK_THAT(again->urls[i].url == sitemap->urls[i].url, again->urls[i].url);
  }
  return 0;
}
