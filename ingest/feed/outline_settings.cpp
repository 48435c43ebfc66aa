#include "ingest/feed/outline_settings.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string_view>

#include "core/io/toml.h"
#include "ingest/feed/source_settings.h"

namespace khabar {
namespace {

std::string seconds_text(Milliseconds time) {
  return std::to_string(time / std::chrono::seconds{1});
}

TomlValue value_of(const std::string& text, const TomlPlace& place) {
  TomlValue out;
  out.place = place;
  std::int64_t whole = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), whole);
  if (error == std::errc() && end == text.data() + text.size()) {
    out.value = whole;
  } else if (text == "true" || text == "false") {
    out.value = text == "true";
  } else {
    out.value = text;
  }
  return out;
}

}  // namespace

OutlineSettings outline_settings(const FeedSpec& feed) {
  const FeedPolicy &policy = feed.policy, usual;
  OutlineSettings out;
  const auto flag = [](bool value) { return value ? "true" : "false"; };
  if (feed.kind != FeedKind::feed) out.emplace_back("kind", feed_kind_name(feed.kind));
  if (policy.fetch_pages != usual.fetch_pages) {
    out.emplace_back("fetch_pages", fetch_pages_name(policy.fetch_pages));
  }
  if (policy.interval_least != usual.interval_least) {
    out.emplace_back("interval_least_s", seconds_text(policy.interval_least));
  }
  if (policy.interval_most != usual.interval_most) {
    out.emplace_back("interval_most_s", seconds_text(policy.interval_most));
  }
  if (policy.delay != usual.delay) {
    out.emplace_back("delay_ms", std::to_string(policy.delay.count()));
  }
  if (policy.paused != usual.paused) out.emplace_back("paused", flag(policy.paused));
  return out;
}

std::vector<std::string> take_outline_settings(const OutlineSettings& settings,
                                               const std::string& list, FeedSpec& feed) {
  if (settings.empty()) return {};
  static constexpr std::array<std::string_view, 4> kForbidden{"headers", "headers_from_files",
                                                              "authorization_file", "verify_tls"};
  const TomlPlace place{list, 0, 0};
  TomlValue::Table table;
  std::vector<std::string> faults;
  for (const auto& [name, text] : settings) {
    if (std::find(kForbidden.begin(), kForbidden.end(), name) != kForbidden.end()) {
      faults.push_back(list + ": " + feed.url + ": khabar:" + name +
                       ": a list cannot say this; say it in the configuration");
      continue;
    }
    table.emplace_back(name, value_of(text, place));
  }
  const TomlValue value{std::move(table), place};
  Settings read(value, feed.url + " khabar");
  feed.kind = read_kind(read, feed.kind);
  feed.policy = read_policy(read, feed.policy);
  for (std::string& fault : read.faults()) faults.push_back(std::move(fault));
  return faults;
}

}  // namespace khabar
