// robots.txt by RFC 9309. A value made once per host and asked per URL; any thread.
#pragma once

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
  // "Crawlers ... MAY treat a file over 500 kibibytes as ended there" (section 2.5).
  static constexpr std::size_t kBytesMax = 500 * 1024;

  // Never fails: whatever is no rule is passed over. `product_token` is ours: "khabar".
  static Robots parse(std::string_view bytes, std::string_view product_token);
  static Robots allow_all();     // 4xx: "unavailable" (section 2.3.1.3)
  static Robots disallow_all();  // 5xx, no answer: "unreachable" (section 2.3.1.4)

  // `path_and_query` as in the URL, from '/'. Longest match wins; allow wins a tie.
  bool allows(std::string_view path_and_query) const;
  std::optional<Milliseconds> crawl_delay() const;  // not in the RFC; widely written
  const std::vector<std::string>& sitemaps() const { return sitemaps_; }  // absolute, as written

 private:
  struct Rule {
    std::string pattern;  // normalised percent-encoding; may hold '*' and a final '$'
    bool allow = false;
  };
  std::vector<Rule> rules_;
  std::vector<std::string> sitemaps_;
  std::optional<Milliseconds> crawl_delay_;
};

}  // namespace khabar
