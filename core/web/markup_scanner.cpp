#include "core/web/markup_scanner.h"

#include <algorithm>

#include "core/html/entities.h"

namespace khabar {
namespace {

constexpr std::size_t kNone = std::string_view::npos;

bool is_blank_byte(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

bool starts_name(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == ':' ||
         static_cast<unsigned char>(c) >= 0x80;
}

bool ends_name(char c) {
  return is_blank_byte(c) || c == '/' || c == '>' || c == '<' || c == '=';
}

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

bool equals_ignoring_case(std::string_view a, std::string_view b) {
  return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin(),
                                            [](char x, char y) { return lower(x) == lower(y); });
}

struct Attribute {
  std::string_view name, value;
};

// Takes the next attribute off `rest`, the inside of a tag behind its name. False at its end.
bool take_attribute(std::string_view& rest, Attribute& out) {
  std::size_t i = 0;
  while (i < rest.size() && (is_blank_byte(rest[i]) || rest[i] == '/')) ++i;
  const std::size_t name = i;
  while (i < rest.size() && !ends_name(rest[i])) ++i;
  out = {rest.substr(name, i - name), {}};
  while (i < rest.size() && is_blank_byte(rest[i])) ++i;
  if (i < rest.size() && rest[i] == '=') {
    ++i;
    while (i < rest.size() && is_blank_byte(rest[i])) ++i;
    const char quote = i < rest.size() ? rest[i] : '\0';
    const bool quoted = quote == '"' || quote == '\'';
    const std::size_t value = quoted ? ++i : i;
    while (i < rest.size() && (quoted ? rest[i] != quote : !is_blank_byte(rest[i]))) ++i;
    out.value = rest.substr(value, i - value);
    if (quoted && i < rest.size()) ++i;
  } else if (i == name && i < rest.size()) {
    ++i;  // a byte that can begin nothing
  }
  rest.remove_prefix(i);
  return i > 0;
}

}  // namespace

MarkupScanner::Kind MarkupScanner::next() {
  while (at_ < text_.size()) {
    offset_ = at_;
    if (text_[at_] == '<') {
      if (skip_special()) {
        if (is_cdata_) return Kind::text;
        continue;
      }
      if (scan_tag()) return is_end_ ? Kind::end : Kind::start;
      note_fault(at_);  // a bare '<': text
    }
    is_cdata_ = false;
    const std::size_t end = std::min(text_.find('<', at_ + 1), text_.size());
    body_ = text_.substr(at_, end - at_);
    at_ = end;
    return Kind::text;
  }
  offset_ = text_.size();
  return Kind::done;
}

std::string_view MarkupScanner::local_name() const {
  return name_.substr(name_.rfind(':') + 1);  // npos + 1 is 0
}

std::string MarkupScanner::attribute(std::string_view name) const {
  std::string out;
  std::string_view rest = body_;
  Attribute found;
  while (take_attribute(rest, found)) {
    if (!equals_ignoring_case(found.name, name)) continue;
    decode_entities(found.value, out, ReferenceMode::attribute);
    break;
  }
  return out;
}

void MarkupScanner::append_text(std::string& out) const {
  if (is_cdata_) {
    out += body_;
  } else {
    // As in attributes: addresses with bare ampersands ("&copy=1") stay what they are.
    decode_entities(body_, out, ReferenceMode::attribute);
  }
}

bool MarkupScanner::scan_tag() {
  std::size_t i = at_ + 1;
  is_end_ = i < text_.size() && text_[i] == '/';
  if (is_end_) ++i;
  if (i >= text_.size() || !starts_name(text_[i])) return false;
  const std::size_t name = i;
  while (i < text_.size() && !ends_name(text_[i])) ++i;
  name_ = text_.substr(name, i - name);
  const std::size_t end = end_of_tag(i);
  body_ = text_.substr(i, end - i);
  closes_itself_ = body_.ends_with('/');
  if (closes_itself_) body_.remove_suffix(1);
  at_ = end < text_.size() && text_[end] == '>' ? end + 1 : end;
  return true;
}

// Where the tag ends: at its '>', or, when that was forgotten, before the next '<'.
std::size_t MarkupScanner::end_of_tag(std::size_t from) {
  for (std::size_t i = from;;) {
    i = text_.find_first_of("\"'<>", i);
    if (i == kNone || text_[i] == '<') {
      note_fault(offset_);
      return std::min(i, text_.size());
    }
    if (text_[i] == '>') return i;
    if (i == from || (text_[i - 1] != '=' && !is_blank_byte(text_[i - 1]))) {
      ++i;  // a quote that opens no value
      continue;
    }
    const std::size_t close = text_.find(text_[i], i + 1);
    if (close == kNone) {
      note_fault(offset_);
      return std::min(text_.find_first_of("<>", i), text_.size());
    }
    // '<' and '>' may stand in a value; but a quote that closes before a letter is, behind a '<',
    // more likely the next tag's: this one's was forgotten.
    const char behind = close + 1 < text_.size() ? text_[close + 1] : '>';
    const bool closes = is_blank_byte(behind) || behind == '/' || behind == '>' || behind == '?';
    const std::size_t markup = text_.substr(i, close - i).find('<');
    if (!closes && markup != kNone) {
      note_fault(offset_);
      return i + std::min(text_.substr(i, markup).find('>'), markup);
    }
    i = close + 1;
  }
}

// Comments, processing instructions, declarations: passed over. CDATA: becomes the token's text.
bool MarkupScanner::skip_special() {
  is_cdata_ = false;
  const std::string_view rest = text_.substr(at_);
  if (rest.starts_with("<!--")) return skip_behind("-->", at_ + 4);
  if (rest.starts_with("<?")) return skip_behind(">", at_ + 2);
  if (rest.starts_with("<![CDATA[")) {
    const std::size_t begin = at_ + 9;
    skip_behind("]]>", begin);
    const bool whole = at_ >= begin + 3 && text_.substr(at_ - 3, 3) == "]]>";
    body_ = text_.substr(begin, at_ - begin - (whole ? 3 : 0));
    is_cdata_ = true;
    return true;
  }
  if (!rest.starts_with("<!")) return false;
  skip_declaration();
  return true;
}

bool MarkupScanner::skip_behind(std::string_view end, std::size_t from) {
  const std::size_t found = text_.find(end, from);
  if (found == kNone) note_fault(offset_);
  at_ = found == kNone ? text_.size() : found + end.size();
  return true;
}

// <!DOCTYPE ...>, with or without declarations in brackets; none of them is heeded.
void MarkupScanner::skip_declaration() {
  const std::size_t mark = text_.find_first_of("[>", at_);
  if (mark == kNone || text_[mark] == '>') {
    skip_behind(">", at_);
    return;
  }
  if (skip_behind("]", mark); at_ < text_.size()) skip_behind(">", at_);
}

void MarkupScanner::note_fault(std::size_t at) {
  if (faults_++ == 0) first_fault_ = at;
}

}  // namespace khabar
