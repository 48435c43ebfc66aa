// robots.txt by RFC 9309. A value made once per host and asked per URL; any thread.
//
// Where the RFC leaves room, as Google's parser (github.com/google/robotstxt) does, because sites
// test their files against it: misspelt keys, a missing colon, "Allow: /dir/index.html" opening
// "/dir/" too.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/clock.h"

namespace khabar {

class Robots {
 public:
  // "Crawlers MAY treat a file over 500 kibibytes as ended there" (section 2.5).
  static constexpr std::size_t kBytesMax = 500 * 1024;
  static constexpr std::size_t kSitemapsMax = 1000;
  static constexpr Milliseconds kCrawlDelayMax{86'400'000};  // longer ones are read as a day

  // Never fails: whatever is no rule is passed over. `product_token` is ours: "khabar".
  static Robots parse(std::string_view bytes, std::string_view product_token);
  static Robots allow_all();     // 4xx: "unavailable" (section 2.3.1.3)
  static Robots disallow_all();  // 5xx, no answer: "unreachable" (section 2.3.1.4)

  // `path_and_query` as in a parsed URL (percent-encoded), from '/'; empty means "/". Longest match
  // wins; allow wins a tie. /robots.txt itself is "implicitly allowed": do not ask. Time: linear in
  // the path for each rule that is longer than the one that decides.
  bool allows(std::string_view path_and_query) const;
  // Of the group that is ours; not in the RFC, but widely written. The longest, when several.
  std::optional<Milliseconds> crawl_delay() const { return crawl_delay_; }
  // As written, each once: absolute by the protocol, yet some sites write "/sitemap.xml"; resolve
  // against the address of the robots.txt.
  const std::vector<std::string>& sitemaps() const { return sitemaps_; }

 private:
  class Parser;

  struct Rule {
    std::string pattern;     // normalised percent-encoding; may hold '*' and a final '$'
    std::size_t octets = 0;  // "the most octets" decides (section 2.2.2): of the pattern as written
    bool allow = false;
  };
  std::vector<Rule> rules_;  // most octets first, allow before disallow
  std::vector<std::string> sitemaps_;
  std::optional<Milliseconds> crawl_delay_;
};

}  // namespace khabar
