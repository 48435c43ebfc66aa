#include "core/web/feed_text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstring>

#include "core/html/entities.h"
#include "core/html/scan.h"
#include "core/text/ascii.h"
#include "core/text/url.h"
#include "core/text/utf8.h"
#include "core/web/sanitise.h"

namespace khabar {
namespace {

bool is_word(char c) {
  return is_ascii_alphanumeric(c) || c == '_';
}

// The run of word characters at `at`.
std::string_view word_at(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && is_word(text[end])) ++end;
  return text.substr(at, end - at);
}

bool is_email_character(char c) {
  return is_word(c) || c == '.' || c == '+' || c == '-';
}

// Where an address stands in `text`: its begin and end, equal when there is none.
std::pair<std::size_t, std::size_t> find_email(std::string_view text) {
  for (std::size_t at = text.find('@'); at != std::string_view::npos; at = text.find('@', at + 1)) {
    std::size_t begin = at;
    while (begin > 0 && is_email_character(text[begin - 1])) --begin;
    std::size_t end = at + 1;
    while (end < text.size() && is_email_character(text[end])) ++end;
    while (end > at + 1 && !is_word(text[end - 1])) --end;
    const std::string_view host = text.substr(at + 1, end - at - 1);
    if (begin == at || host.find('.') == std::string_view::npos) continue;
    if (text.substr(end).starts_with("?subject=")) {
      while (end < text.size() && !is_html_space(text[end])) ++end;
    }
    return {begin, end};
  }
  return {0, 0};
}

void erase_all(std::string& text, std::string_view part) {
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at)) {
    text.erase(at, part.size());
  }
}

bool is_one_of(std::string_view scheme, std::initializer_list<std::string_view> list) {
  return std::find(list.begin(), list.end(), scheme) != list.end();
}

}  // namespace

std::string media_type_of(std::string_view written) {
  std::string type = lower_ascii(trim_blanks(written.substr(0, written.find(';'))));
  if (type == "text" || type == "plain") return "text/plain";
  if (type == "html") return "text/html";
  if (type == "xhtml") return "application/xhtml+xml";
  return type;
}

bool holds_markup(std::string_view text) {
  bool evidence = false;
  for (std::size_t at = text.find_first_of("<&"); at != std::string_view::npos;
       at = text.find_first_of("<&", at + 1)) {
    if (text[at] == '<') {
      const bool end_tag = at + 1 < text.size() && text[at + 1] == '/';
      const std::string_view name = word_at(text, at + (end_tag ? 2 : 1));
      if (name.empty()) continue;
      if (!is_acceptable_element(name)) return false;
      const std::size_t behind = at + 2 + name.size();
      evidence |= end_tag && behind < text.size() && text[behind] == '>';
      continue;
    }
    const bool number = at + 1 < text.size() && text[at + 1] == '#';
    const std::string_view name = word_at(text, at + (number ? 2 : 1));
    const std::size_t behind = at + (number ? 2 : 1) + name.size();
    if (name.empty() || behind >= text.size() || text[behind] != ';') continue;
    const char* const begin = text.data() + at;
    const char* const end = text.data() + behind + 1;
    if (decode_reference(begin, end, ReferenceMode::text).consumed !=
        static_cast<std::size_t>(end - begin)) {
      return false;
    }
    evidence = true;
  }
  return evidence;
}

std::optional<std::string> decode_base64_text(std::string_view text) {
  std::string out;
  out.reserve(text.size() * 3 / 4);
  std::uint32_t bits = 0;
  int count = 0;
  for (const char c : text) {
    std::uint32_t value = 0;
    if (is_ascii_upper(c)) {
      value = static_cast<std::uint32_t>(c - 'A');
    } else if (is_ascii_lower(c)) {
      value = static_cast<std::uint32_t>(c - 'a' + 26);
    } else if (is_ascii_digit(c)) {
      value = static_cast<std::uint32_t>(c - '0' + 52);
    } else if (c == '+' || c == '-') {
      value = 62;
    } else if (c == '/' || c == '_') {
      value = 63;
    } else if (is_html_space(c) || c == '=') {
      continue;
    } else {
      return std::nullopt;
    }
    bits = (bits << 6 | value) & 0xFFFFFF;
    if (++count % 4 == 0) {
      out += static_cast<char>(bits >> 16);
      out += static_cast<char>(bits >> 8 & 0xFF);
      out += static_cast<char>(bits & 0xFF);
    }
  }
  if (count % 4 == 1) return std::nullopt;
  if (count % 4 == 2) out += static_cast<char>(bits >> 4 & 0xFF);
  if (count % 4 == 3) {
    out += static_cast<char>(bits >> 10 & 0xFF);
    out += static_cast<char>(bits >> 2 & 0xFF);
  }
  if (!is_valid_utf8(out)) return std::nullopt;
  return out;
}

FeedPerson parse_person(std::string_view text) {
  FeedPerson person;
  text = trim_blanks(text.substr(0, 4096));
  const auto [begin, end] = find_email(text);
  if (begin == end) {
    person.name = text;
    return person;
  }
  person.email = text.substr(begin, end - begin);
  std::string name(text.substr(0, begin));
  if (name.ends_with("mailto:")) name.resize(name.size() - 7);
  name += text.substr(end);
  for (const std::string_view hull : {"()", "<>", "[]", "&lt;&gt;"}) erase_all(name, hull);
  std::string_view rest = trim_blanks(name);
  if (rest.starts_with('(')) rest.remove_prefix(1);
  if (rest.ends_with(')') && rest.find('(') == std::string_view::npos) rest.remove_suffix(1);
  person.name = trim_blanks(rest);
  return person;
}

bool is_plain_address(std::string_view url) {
  static constexpr auto kPlain = [] {
    std::array<bool, 256> table{};
    for (int c = 0x21; c < 0x7F; ++c) table[static_cast<std::size_t>(c)] = true;
    for (const char c : std::string_view("\"<>\\^`{|}")) {
      table[static_cast<unsigned char>(c)] = false;
    }
    return table;
  }();
  if (!url.starts_with("http://") && !url.starts_with("https://")) return false;
  const std::size_t host = url.find("//") + 2;
  if (host >= url.size() || !(is_word(url[host]))) return false;
  return std::all_of(url.begin(), url.end(),
                     [](char c) { return kPlain[static_cast<unsigned char>(c)]; }) &&
         url.find("/.") == std::string_view::npos;
}

std::string resolve_link(std::string_view base, std::string_view reference) {
  reference = trim_blanks(reference);
  if (reference.empty()) return {};
  if (is_plain_address(reference)) return std::string(reference);
  Result<std::string> url = base.empty() ? resolve(reference, "") : resolve(base, reference);
  if (!url) {
    // A feed that was read from a file has no address: what is relative stays so.
    return base.empty() && reference.find(':') == std::string_view::npos ? std::string(reference)
                                                                         : std::string{};
  }
  const std::string_view scheme = std::string_view(*url).substr(0, url->find(':'));
  if (is_one_of(scheme, {"javascript", "data", "vbscript", "about", "blob"})) return {};
  return std::move(*url);
}

std::string resolve_base(std::string_view base, std::string_view reference) {
  static constexpr std::size_t kBaseBytesMax = 2048;
  std::string url = resolve_link(base, reference);
  const std::string_view scheme = std::string_view(url).substr(0, url.find(':'));
  if (url.size() > kBaseBytesMax || !is_one_of(scheme, {"http", "https", "ftp", "file"})) return {};
  return url;
}

std::string language_tag(std::string_view written) {
  static constexpr std::size_t kTagBytesMax = 35;  // BCP 47 section 4.4.1
  std::string tag(trim_blanks(written).substr(0, kTagBytesMax));
  std::replace(tag.begin(), tag.end(), '_', '-');
  return tag;
}

std::uint32_t parse_count(std::string_view digits) {
  digits = trim_blanks(digits);
  std::uint32_t count = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), count);
  return error == std::errc{} ? count : 0;
}

std::optional<PartialTime> FeedDates::parse(std::string_view text, std::string_view language) {
  static constexpr std::size_t kDateBytesMax = 128;
  text = trim_blanks(text);
  if (text.empty() || text.size() > kDateBytesMax) return std::nullopt;
  if (auto time = parse_machine_date(text)) return time;
  if (written_dates_ >= kWrittenDatesMax) return std::nullopt;
  ++written_dates_;
  if (!parser_) {
    words_ = std::make_unique<DateWords>();
    parser_ = std::make_unique<DateParser>(*words_);
  }
  DateContext context;
  const std::string primary(language.substr(0, language.find('-')));
  context.language = primary;
  const auto found = parser_->parse(text, context);
  return found ? std::optional(found->time) : std::nullopt;
}

}  // namespace khabar
