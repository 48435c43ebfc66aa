#include "app/top_view.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <vector>

#include <rapidjson/document.h>

#include "app/attendant.h"

namespace khabar {
namespace {

using Json = rapidjson::Value;

const Json& member(const Json& value, const char* name) {
  static const Json kNothing;
  if (!value.IsObject()) return kNothing;
  const auto found = value.FindMember(name);
  return found == value.MemberEnd() ? kNothing : found->value;
}

double number(const Json& value, const char* name) {
  const Json& found = member(value, name);
  return found.IsNumber() ? found.GetDouble() : 0;
}

std::string text(const Json& value, const char* name) {
  const Json& found = member(value, name);
  return found.IsString() ? printable({found.GetString(), found.GetStringLength()}) : "";
}

std::string count(double value) {
  return with_commas(static_cast<std::uint64_t>(std::max(0.0, value)));
}

std::string rate(double value) {
  std::array<char, 32> out{};
  std::snprintf(out.data(), out.size(), value < 100 ? "%.1f/s" : "%.0f/s", value);
  return out.data();
}

std::string duration(double ms) {
  const auto minutes = static_cast<long>(std::max(0.0, ms) / 60'000);
  if (minutes < 1) return std::to_string(static_cast<long>(ms / 1000)) + " s";
  if (minutes < 120) return std::to_string(minutes) + " min";
  if (minutes < 48 * 60) return std::to_string(minutes / 60) + " h";
  return std::to_string(minutes / (24 * 60)) + " d";
}

// Characters, which is near enough to columns for laying out.
std::size_t width(std::string_view s) {
  return static_cast<std::size_t>(std::count_if(
      s.begin(), s.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

std::string fitted(std::string s, std::size_t columns) {
  while (width(s) > columns) {
    while (!s.empty() && (static_cast<unsigned char>(s.back()) & 0xC0) == 0x80) s.pop_back();
    if (!s.empty()) s.pop_back();
  }
  return s;
}

std::string left(std::string s, std::size_t columns) {
  s = fitted(std::move(s), columns);
  s.append(columns - width(s), ' ');
  return s;
}

std::string right(const std::string& s, std::size_t columns) {
  return width(s) < columns ? std::string(columns - width(s), ' ') + s : s;
}

class Screen {
 public:
  explicit Screen(const TopLayout& layout) : layout_(layout) {}

  // Plain text, cut to the width; then coloured whole.
  void line(const std::string& s, const char* colour = "") {
    const std::string cut = fitted(s, layout_.columns);
    text_ += layout_.colours && *colour ? colour + cut + "\033[0m" : cut;
    text_ += '\n';
    ++rows_;
  }
  std::size_t rows_left() const { return layout_.rows > rows_ ? layout_.rows - rows_ : 0; }
  std::string take() { return std::move(text_); }

 private:
  const TopLayout& layout_;
  std::string text_;
  std::size_t rows_ = 0;
};

constexpr const char* kStrong = "\033[1m";
constexpr const char* kFaint = "\033[90m";
constexpr const char* kBad = "\033[31m";
constexpr const char* kWarn = "\033[33m";

// "[######----]" of a share.
std::string bar(double share, std::size_t cells) {
  const double full = std::clamp(share, 0.0, 1.0) * static_cast<double>(cells);
  const auto filled = static_cast<std::size_t>(std::lround(full));
  return std::string(filled, '#') + std::string(cells - filled, '.');
}

void head(const Json& status, Screen& screen) {
  const Json& documents = member(status, "documents");
  const Json& rates = member(status, "rates");
  const Json& process = member(status, "process");
  const std::string complaint = text(status, "complaint");
  screen.line("khabar " + text(status, "version") + "  " + text(status, "phase") + " for " +
                  duration(number(status, "now") - number(status, "started")) + "  " +
                  text(status, "configuration"),
              kStrong);
  if (!complaint.empty()) screen.line("! " + complaint, kBad);
  screen.line("in " + count(number(documents, "read")) + " (" + rate(number(rates, "read")) +
              ")   stored " + count(number(documents, "delivered")) + " (" +
              rate(number(rates, "delivered")) + ")   dropped " +
              count(number(documents, "dropped")) + "   rejected " +
              count(number(documents, "rejected")) + "   open " + count(number(documents, "open")));
  screen.line("memory " + count(number(process, "resident_bytes") / 1048576) + " MiB   files " +
              count(number(process, "open_files")) + "   threads " +
              count(number(process, "threads")));
}

void steps(const Json& status, Screen& screen) {
  const Json& list = member(status, "steps");
  if (!list.IsArray()) return;
  screen.line("");
  screen.line(left("STEP", 18) + right("DOCUMENTS", 12) + right("RATE", 10) + "  " +
                  left("BUSY", 16) + left("WAITING", 20),
              kFaint);
  for (const Json& step : list.GetArray()) {
    const bool works = text(step, "kind") != "source";
    const double busy = number(step, "busy");
    std::array<char, 16> percent{};
    std::snprintf(percent.data(), percent.size(), " %3.0f %%", busy * 100);
    const double room = std::max(1.0, number(step, "queue_max"));
    const bool failing = member(step, "failing").IsBool() && member(step, "failing").GetBool();
    screen.line(
        left(text(step, "kind") + " " + text(step, "name"), 18) +
            right(count(number(step, "documents")), 12) + right(rate(number(step, "rate")), 10) +
            "  " +
            (works ? bar(busy, 8) + left(percent.data(), 8) + bar(number(step, "queue") / room, 8) +
                         " " + count(number(step, "queue"))
                   : "") +
            (failing ? "  UNAVAILABLE" : ""),
        failing ? kBad : "");
  }
}

void reasons(const Json& status, Screen& screen) {
  for (const char* name : {"verdicts", "dropped", "rejected"}) {
    const Json& list = member(status, name);
    if (!list.IsArray() || list.Empty()) continue;
    std::string line = left(name, 10);
    for (const Json& row : list.GetArray()) {
      line += text(row, "name") + " " + count(number(row, "count")) + "  ";
    }
    if (list.Begin() == &list[0] && std::string_view(name) == "verdicts") screen.line("");
    screen.line(line);
  }
  const Json& fates = member(member(member(status, "sources"), "counts"), "fates");
  if (!fates.IsArray() || fates.Empty()) return;
  std::string line = left("pages", 10);
  for (const Json& fate : fates.GetArray()) {
    line += text(fate, "name") + " " + count(number(fate, "count")) + "  ";
  }
  screen.line(line);
}

void feeds(const Json& sources, Screen& screen) {
  const Json& list = member(sources, "feeds");
  const Json& counts = member(sources, "counts");
  if (!list.IsArray() || !counts.IsObject()) return;
  if (number(sources, "total") == 0) return;
  screen.line("");
  screen.line("sources " + count(number(sources, "total")) + "   failing " +
                  count(number(counts, "failing")) + "   silent " +
                  count(number(counts, "silent")) + "   disallowed " +
                  count(number(counts, "disallowed")) + "   retired " +
                  count(number(counts, "retired")) + "   pages waiting " +
                  count(number(counts, "pages_waiting")),
              kStrong);
  rapidjson::SizeType shown = 0;
  for (const Json& feed : list.GetArray()) {
    if (screen.rows_left() <= 1 && shown + 1 < list.Size()) {
      screen.line("  and " + with_commas(list.Size() - shown) + " more in trouble", kFaint);
      return;
    }
    const std::string condition = text(feed, "condition");
    std::string why = text(feed, "last_error");
    if (condition == "silent") {
      std::array<char, 64> usual{};
      std::snprintf(usual.data(), usual.size(), "usually %.1f news a day",
                    number(feed, "news_per_day"));
      why = usual.data();
    } else if (condition == "disallowed") {
      const bool carries = member(feed, "carries_text").IsTrue();
      why = carries ? R"(by robots.txt; it carries text: fetch_pages = "never")" : "by robots.txt";
    }
    screen.line("  " + left(condition, 10) + " " + left(text(feed, "name"), 24) + " " + why,
                condition == "silent" || condition == "disallowed" ? kWarn : kBad);
    ++shown;
  }
}

}  // namespace

std::string printable(std::string_view s) {
  std::string out;
  for (std::size_t i = 0; i < s.size(); ++i) {
    const auto byte = static_cast<unsigned char>(s[i]);
    // C0, DEL, and C1 as UTF-8 writes it (C2 80..C2 9F): what terminals obey.
    const bool is_c1 = byte == 0xC2 && i + 1 < s.size() &&
                       static_cast<unsigned char>(s[i + 1]) >= 0x80 &&
                       static_cast<unsigned char>(s[i + 1]) < 0xA0;
    if (is_c1) ++i;
    out += byte < 0x20 || byte == 0x7F || is_c1 ? ' ' : s[i];
  }
  return out;
}

Result<std::string> top_text(std::string_view status_json, std::string_view sources_json,
                             const TopLayout& layout) {
  rapidjson::Document status, sources;
  status.Parse<rapidjson::kParseIterativeFlag>(status_json.data(), status_json.size());
  sources.Parse<rapidjson::kParseIterativeFlag>(sources_json.data(), sources_json.size());
  if (status.HasParseError() || !member(status, "documents").IsObject()) {
    return invalid("the answer is no status of khabar");
  }
  Screen screen(layout);
  head(status, screen);
  steps(status, screen);
  reasons(status, screen);
  if (!sources.HasParseError()) feeds(sources, screen);
  return screen.take();
}

}  // namespace khabar
