// Whatever the page: links are absolute, each once, of the page's own site where that was promised,
// and the best come first.
#include <cstddef>
#include <cstdint>
#include <set>
#include <string>
#include <string_view>

#include "core/base/check.h"
#include "core/text/url.h"
#include "core/text/utf8.h"
#include "core/web/discovery.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  using namespace khabar;
  const std::string_view html(reinterpret_cast<const char*>(bytes), size);
  constexpr const char* kPage = "https://news.a.example/front/";
  std::set<std::string> seen;
  for (const ArticleLink& link : find_article_links(html, kPage, "text/html")) {
    CHECK_THAT(seen.insert(link.url).second, link.url);
    CHECK_THAT(canonical_url(link.url) == link.url, link.url);
    CHECK_THAT(registrable_domain(host_of(link.url)) == "a.example", link.url);
    CHECK_THAT(link.score >= kArticleScoreMin && link.score <= 1, link.url);
    CHECK_THAT(is_valid_utf8(link.title), link.title);
  }
  seen.clear();
  int rank = 1 << 20;
  for (const FeedLinkFound& link : find_feed_links(html, kPage, "text/html")) {
    CHECK_THAT(seen.insert(link.url).second, link.url);
    CHECK_THAT(parse_url(link.url).has_value() && link.rank <= rank, link.url);
    rank = link.rank;
  }
  return 0;
}
