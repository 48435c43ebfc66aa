// Any bytes: spans lie inside the line, and every date told exists.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "core/base/check.h"
#include "core/text/dates.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  using namespace khabar;
  static const DateWords words;
  static DateParser parser(words);
  if (size == 0) return 0;
  static constexpr std::string_view kLanguages[] = {"", "ar", "fa", "en", "he", "de", "ru", "tr"};
  DateContext context;
  context.language = kLanguages[bytes[0] % 8];
  if ((bytes[0] & 8) != 0) context.now = parse_machine_date("2024-05-15T12:00:00+03:00");
  const std::string_view text(reinterpret_cast<const char*>(bytes) + 1, size - 1);
  for (const FoundDate& found : parser.find(text, context)) {
    CHECK(found.offset + found.length <= text.size());
    CHECK(found.time.day <= 31 && found.time.hour < 24 && found.time.minute < 60);
    if (found.time.year != 0) {
      CHECK(is_news_date(found.time.year, found.time.month, found.time.day));
    }
  }
  if (const auto found = parser.parse(text, context)) CHECK(!found->time.empty());
  parser.is_date_line(text, context);
  parse_machine_date(text);
  return 0;
}
