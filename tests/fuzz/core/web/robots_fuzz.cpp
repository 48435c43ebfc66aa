// First line: a path; the rest: a robots.txt. Whatever is forbidden by a file must be forbidden by
// a rule in it, and a file without "disallow" in any spelling forbids nothing.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "core/base/check.h"
#include "core/web/robots.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  using namespace khabar;
  const std::string_view input(reinterpret_cast<const char*>(bytes), size);
  const std::size_t cut = std::min(input.find('\n'), input.size());
  const std::string_view path = input.substr(0, cut);
  const std::string_view text = input.substr(std::min(cut + 1, input.size()));
  const Robots robots = Robots::parse(text, "khabar");
  const bool allowed = robots.allows(path);
  CHECK_THAT(allowed || text.find_first_of("dD") != std::string_view::npos, text);
  CHECK_THAT(robots.sitemaps().size() <= Robots::kSitemapsMax, text);
  if (const auto delay = robots.crawl_delay()) {
    CHECK_THAT(delay->count() >= 0 && *delay <= Robots::kCrawlDelayMax, text);
  }
  // Another crawler's group, set before the file, changes nothing.
  if (!text.starts_with('\xEF') && text.size() < 1000) {
    const std::string before = "User-agent: other\nDisallow: /\n" + std::string(text);
    CHECK_THAT(Robots::parse(before, "khabar").allows(path) == allowed, before);
  }
  return 0;
}
