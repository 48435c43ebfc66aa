// RobotsCache: the rules of each origin for a day, as RFC 9309 wants them kept. One thread; calls
// that look into the frontier block on the disk.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/io/http_client.h"
#include "core/web/robots.h"
#include "ingest/feed/frontier_rows.h"

namespace khabar {

class Frontier;

enum class RobotsAnswer : std::uint8_t {
  allowed,
  disallowed,
  unreachable,  // disallowed for now, because nobody knows (section 2.3.1.4)
  unknown,      // fetch robots.txt first
};

struct RobotsVerdict {
  RobotsAnswer answer = RobotsAnswer::unknown;
  Milliseconds crawl_delay{0};
  TimePoint until{};  // when to ask again
};

class RobotsCache {
 public:
  static constexpr Milliseconds kKept{86'400'000};  // "SHOULD NOT use the cached version for more
                                                    // than 24 hours" (section 2.4)
  // In memory; the frontier holds the others.
  static constexpr std::size_t kOriginsMax = 10'000;
  static constexpr std::size_t kBytesMax = std::size_t{64} << 20;  // of bodies, about as parsed
  static constexpr int kRedirectsMax = 5;  // "at least five" (section 2.3.1.2)

  RobotsCache(Frontier& frontier, std::string product_token)
      : frontier_(frontier), product_token_(std::move(product_token)) {}

  // `target`: path and query.
  Result<RobotsVerdict> ask(const std::string& origin, std::string_view target, TimePoint now);
  // What came of GET origin/robots.txt, redirects followed; `reply` is null after too many of them.
  Status learn(const std::string& origin, const HttpReply* reply, TimePoint now);

 private:
  struct Entry {
    Robots robots;
    TimePoint expires{};
    bool is_unreachable = false;
    std::size_t bytes = 0;
  };
  const Entry& keep(const RobotsRow& row);
  void forget(std::map<std::string, Entry>::iterator entry);

  Frontier& frontier_;
  const std::string product_token_;
  std::map<std::string, Entry> entries_;
  std::size_t bytes_ = 0;
};

}  // namespace khabar
