#include "stages/dedupe/document_time.h"

#include <array>
#include <charconv>

#include "core/text/partial_time.h"
#include "core/text/utf8.h"

namespace khabar {
namespace {

std::optional<std::int64_t> seconds(const PartialTime& time) {
  const auto instant = time.instant();
  if (!instant) return std::nullopt;
  return std::chrono::floor<std::chrono::seconds>(*instant).time_since_epoch().count();
}

std::optional<std::int64_t> time_of_day_with_slashes(std::string_view text) {
  std::array<int, 3> parts{};
  const char* at = text.data();
  const char* const end = at + text.size();
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i > 0) {
      if (at == end || (*at != '/' && *at != '.' && *at != '-')) return std::nullopt;
      ++at;
    }
    const auto [next, error] = std::from_chars(at, end, parts[i]);
    if (error != std::errc{} || next == at) return std::nullopt;
    at = next;
  }
  if (at != end && *at != ' ') return std::nullopt;  // a time may follow: it is within the day
  auto [day, month, year] = parts;
  if (!is_news_date(year, month, day)) std::swap(day, month);
  if (!is_news_date(year, month, day)) return std::nullopt;
  return days_from_civil(year, month, day) * 86'400;
}

}  // namespace

std::optional<std::int64_t> time_of_text(std::string_view text) {
  text = trim_blanks(text);
  if (text.empty()) return std::nullopt;
  if (const auto machine = parse_machine_date(text)) return seconds(*machine);
  return time_of_day_with_slashes(text);
}

std::optional<std::int64_t> document_time(const Document& document) {
  for (const std::string* text :
       {&document.fetched, &document.given.published, &document.article.published}) {
    if (const auto time = time_of_text(*text)) return time;
  }
  return std::nullopt;
}

}  // namespace khabar
