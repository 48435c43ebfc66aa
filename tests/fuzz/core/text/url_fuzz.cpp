// Parsing and serialising a URL gives the same URL again; its canonical form is canonical.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "core/base/check.h"
#include "core/text/url.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  using namespace khabar;
  const std::string_view text(reinterpret_cast<const char*>(bytes), size);
  const std::size_t cut = text.find('\n');
  const Result<Url> base = parse_url(text.substr(0, cut));
  const std::string_view reference = cut == text.npos ? text : text.substr(cut + 1);
  const Result<Url> url = parse_url(reference, base ? &*base : nullptr);
  if (!url) return 0;
  const Result<Url> again = parse_url(url->href());
  CHECK_THAT(again.has_value(), url->href());
  CHECK_THAT(again->href() == url->href(), url->href());
  const std::string canonical = canonical_url(*url);
  const Result<std::string> twice = canonical_url(canonical);
  CHECK_THAT(twice.has_value(), canonical);
  CHECK_THAT(*twice == canonical, canonical);
  registrable_domain(url->host.value_or(""));
  return 0;
}
