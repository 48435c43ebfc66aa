// The style attribute: a value passes if all of it is made of harmless characters and of
// declarations; of these only listed properties stay. No addresses, no expressions, no escapes.
#include <string>
#include <string_view>

#include "core/html/scan.h"
#include "core/text/ascii.h"
#include "core/web/sanitise_lists.h"

namespace khabar {
namespace {

bool is_word(char c) {
  return is_ascii_alphanumeric(c) || c == '_';
}

// "url(...)" becomes a blank.
std::string without_addresses(std::string_view style) {
  std::string out;
  for (std::size_t i = 0; i < style.size();) {
    if (lower_ascii(style.substr(i, 3)) != "url") {
      out += style[i++];
      continue;
    }
    std::size_t end = i + 3;
    while (end < style.size() && is_html_space(style[end])) ++end;
    if (end == style.size() || style[end] != '(') {
      out += style[i++];
      continue;
    }
    end = style.find(')', end);
    if (end == std::string_view::npos) return {};
    i = end + 1;
    out += ' ';
  }
  return out;
}

// Behind the quoted or bracketed part at `at`, if it holds nothing but what `allowed` says.
template <class Allowed>
std::size_t behind_part(std::string_view style, std::size_t at, char close, Allowed allowed) {
  std::size_t end = at + 1;
  while (end < style.size() && style[end] != close) {
    if (!allowed(style[end])) return 0;
    ++end;
  }
  return end == style.size() || end == at + 1 ? 0 : end + 1;
}

bool is_harmless(std::string_view style) {
  for (std::size_t i = 0; i < style.size();) {
    const char c = style[i];
    if (is_ascii_alphanumeric(c) || is_html_space(c) ||
        std::string_view(":,;#%.!").find(c) != std::string_view::npos) {
      ++i;
    } else if (c == '-') {
      if (i == 0 || i + 1 == style.size() || !is_word(style[i - 1]) || !is_word(style[i + 1])) {
        return false;
      }
      ++i;
    } else if (c == '\'' || c == '"') {
      i = behind_part(style, i, c, [](char q) {
        return is_word(q) || is_html_space(q) || static_cast<unsigned char>(q) >= 0x80;
      });
      if (i == 0) return false;
    } else if (c == '(') {
      i = behind_part(style, i, ')',
                      [](char q) { return is_ascii_digit(q) || q == ',' || is_html_space(q); });
      if (i == 0) return false;
    } else {
      return false;
    }
  }
  return true;
}

// "#aabbcc", "rgb(1,2,3)", "12px", "0.5em", "100%".
bool is_plain_value(std::string_view value) {
  if (value.starts_with('#')) {
    if (value.size() < 2) return false;
    for (const char c : value.substr(1)) {
      if (!is_ascii_digit(c) && !(c >= 'a' && c <= 'f')) return false;
    }
    return true;
  }
  if (value.starts_with("rgb(")) {
    value.remove_prefix(4);
    if (value.ends_with(')')) value.remove_suffix(1);
    return value.find_first_not_of("0123456789%,") == std::string_view::npos;
  }
  std::size_t i = 0;
  const auto digits = [&] {
    for (int n = 0; n < 2 && i < value.size() && is_ascii_digit(value[i]); ++n) ++i;
  };
  digits();
  if (i < value.size() && value[i] == '.') ++i;
  digits();
  const std::string_view unit = value.substr(i);
  for (const std::string_view known :
       {"", "cm", "em", "ex", "in", "mm", "pc", "pt", "px", "%", ",", ")"}) {
    if (unit == known) return true;
  }
  return false;
}

bool has_plain_values(std::string_view values) {
  while (!values.empty()) {
    const std::size_t begin = values.find_first_not_of(" \t\r\n\f");
    if (begin == std::string_view::npos) return true;
    values.remove_prefix(begin);
    const std::size_t end = std::min(values.find_first_of(" \t\r\n\f"), values.size());
    const std::string_view word = values.substr(0, end);
    if (!SanitiseLists::css_keyword(word) && !is_plain_value(word)) return false;
    values.remove_prefix(end);
  }
  return true;
}

bool may_stay(std::string_view property, std::string_view value, bool in_svg) {
  const std::string name = lower_ascii(property);
  if (SanitiseLists::css_property(name)) return true;
  if (in_svg && SanitiseLists::svg_css_property(name)) return true;
  const std::string family = name.substr(0, name.find('-'));
  const bool is_box =
      family == "background" || family == "border" || family == "margin" || family == "padding";
  return is_box && has_plain_values(value);
}

}  // namespace

std::string sanitise_style(std::string_view style, bool in_svg) {
  const std::string safe = without_addresses(style);
  if (!is_harmless(safe)) return {};
  std::string out;
  std::string_view rest = safe;
  const auto skip_blanks = [&rest] {
    while (!rest.empty() && is_html_space(rest.front())) rest.remove_prefix(1);
  };
  for (skip_blanks(); !rest.empty(); skip_blanks()) {
    std::size_t name = 0;
    while (name < rest.size() && (is_word(rest[name]) || rest[name] == '-')) ++name;
    const std::string_view property = rest.substr(0, name);
    rest.remove_prefix(name);
    skip_blanks();
    if (property.empty() || rest.empty() || rest.front() != ':') return {};
    rest.remove_prefix(1);
    skip_blanks();
    const std::size_t end = std::min(rest.find_first_of(":;"), rest.size());
    const std::string_view value = rest.substr(0, end);
    if (end < rest.size() && rest[end] == ':') return {};
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (value.empty() || !may_stay(property, value, in_svg)) continue;
    if (!out.empty()) out += ' ';
    out += property;
    out += ": ";
    out += value;
    out += ';';
  }
  return out;
}

}  // namespace khabar
