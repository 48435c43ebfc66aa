// Any lines: what is cut lies inside the line, and no line of the body comes out longer.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/check.h"
#include "core/text/dates.h"
#include "stages/extract/head_lines.h"

namespace khabar {
namespace {

constexpr std::string_view kAgencies =
    "[[agency]]\nname = \"SANA\"\nnames = [\"سانا\", \"أ ف ب\", \"AP\"]\n"
    "[[outlet]]\nname = \"Day\"\nnames = [\"اليوم\"]\nweak = [\"اليوم\"]\n";
constexpr std::string_view kPlaces =
    "[[country]]\ncode = \"sy\"\nnames = [\"سوريا\"]\nplaces = [\"دمشق\", \"London\"]\n";
constexpr std::string_view kBylines =
    "by = [\"by\", \"كتب\"]\nand = [\"and\"]\ntitles = [\"د\"]\nroles = [\"editor\"]\n"
    "follow_ups = [\"متابعات\"]\norganisations = [\"news\"]\nnot_in_names = [\"في\"]\n"
    "particles = [\"بن\"]\ngiven_names = [\"محمد\"]\n";

struct Fixture {
  Agencies agencies = *Agencies::from_toml(*parse_toml(kAgencies, "agencies"));
  Places places = *Places::from_toml(*parse_toml(kPlaces, "places"));
  BylineWords words = *BylineWords::from_toml(*parse_toml(kBylines, "bylines"));
  DateWords date_words;
  Bylines bylines{words, agencies};
  DateParser dates{date_words};
  DatelineParser datelines{places, bylines, dates};
  HeadLines head_lines{bylines, datelines, dates};
};

}  // namespace
}  // namespace khabar

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  using namespace khabar;
  static const auto fixture = std::make_unique<Fixture>();
  const std::string_view text(reinterpret_cast<const char*>(bytes), size);
  std::vector<Paragraph> lines;
  std::size_t bytes_in = 0;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view line = text.substr(at, end - at);
    if (const auto match = fixture->datelines.parse(line)) CHECK(match->length <= line.size());
    fixture->bylines.authors_from_byline(line);
    fixture->bylines.split_author_list(line);
    Paragraph paragraph;
    paragraph.text = line;
    bytes_in += line.size();
    lines.push_back(paragraph);
    at = end + 1;
  }
  const std::size_t count = lines.size();
  fixture->head_lines.take(lines, HeadContext{});
  CHECK(lines.size() <= count);
  std::size_t bytes_out = 0;
  for (const Paragraph& line : lines) bytes_out += line.text.size();
  CHECK(bytes_out <= bytes_in);
  return 0;
}
