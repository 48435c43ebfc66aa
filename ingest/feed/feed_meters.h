// The counters of a source of type "feeds", by the names they have in /metrics. Any thread.
#pragma once

#include <string>
#include <string_view>

#include "core/flow/metrics.h"

namespace khabar {

inline constexpr std::string_view kMetricNetworkDown = "khabar_network_down_since_seconds";

class FeedMeters {
 public:
  FeedMeters(Metrics& metrics, std::string source)
      : metrics_(metrics), source_(std::move(source)) {}

  // How a poll ended: "news", "unchanged", "not_modified", "failed" ...
  void poll(std::string_view outcome) {
    count("khabar_feed_polls_total", "outcome", outcome, "Polls of feeds, by how they ended");
  }
  // What an entry turned out to be: "new", "edited", "too_old" ... (known ones are not counted)
  void entry(std::string_view outcome, std::uint64_t by = 1) {
    count("khabar_feed_entries_total", "outcome", outcome,
          "Entries that polls met for the first time or changed, by what became of them", by);
  }
  // Each attempt at a page: "document", "unchanged", "retry" or the reason of its end.
  void page(std::string_view outcome) {
    count("khabar_page_fetches_total", "outcome", outcome, "Fetches of pages, by how they ended");
  }
  // The end of a URL: a fate of its document, or why there is none. Each URL has exactly one.
  void end(std::string_view fate) {
    count("khabar_url_fates_total", "fate", fate, "URLs, by what became of them at last");
  }
  Gauge& gauge(std::string_view name, std::string_view help) {
    return metrics_.gauge(name, {{"source", source_}}, help);
  }
  Gauge& down_since() {
    return gauge(kMetricNetworkDown,
                 "Since when nobody answers, in seconds since 1970; 0: somebody does");
  }
  Counter& wire_bytes() {
    return metrics_.counter(kMetricInputBytes, {{"source", source_}},
                            "Bytes of input read, as stored");
  }

 private:
  void count(std::string_view name, const char* label, std::string_view value,
             std::string_view help, std::uint64_t by = 1) {
    metrics_.counter(name, {{"source", source_}, {label, std::string(value)}}, help).add(by);
  }

  Metrics& metrics_;
  const std::string source_;
};

}  // namespace khabar
