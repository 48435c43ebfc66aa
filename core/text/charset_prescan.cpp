// What bytes and headers say about their charset. HTML Standard section 13.2.3.2, "prescan a byte
// stream to determine its encoding", and RFC 9110 section 8.3 with the errors that servers make.
#include <algorithm>

#include "core/text/ascii.h"
#include "core/text/charset.h"

namespace khabar {
namespace {

constexpr std::size_t kPrescanBytes = 16 << 10;

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r';
}

std::size_t find_letters(std::string_view text, std::string_view lower, std::size_t at) {
  for (; at + lower.size() <= text.size(); ++at) {
    if (equals_ignoring_case(text.substr(at, lower.size()), lower)) return at;
  }
  return std::string_view::npos;
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return text;
}

// "Extracting a character encoding from a meta element"; also what stands behind ';' in a header.
std::string_view charset_in(std::string_view content) {
  for (std::size_t at = 0;;) {
    at = find_letters(content, "charset", at);
    if (at == std::string_view::npos) return {};
    at += 7;
    std::string_view rest = content.substr(at);
    while (!rest.empty() && is_space(rest.front())) rest.remove_prefix(1);
    if (rest.empty() || (rest.front() != '=' && rest.front() != ':')) continue;
    rest.remove_prefix(1);
    while (!rest.empty() && is_space(rest.front())) rest.remove_prefix(1);
    if (!rest.empty() && (rest.front() == '"' || rest.front() == '\'')) {
      const std::size_t end = rest.find(rest.front(), 1);
      return end == std::string_view::npos ? std::string_view() : rest.substr(1, end - 1);
    }
    return rest.substr(0, rest.find_first_of("; \t\n\f\r,\"'"));
  }
}

struct Attribute {
  std::string_view name;
  std::string_view value;
};

class Prescan {
 public:
  explicit Prescan(std::string_view bytes) : bytes_(bytes) {}

  std::string_view run() {
    while (at_ < bytes_.size()) {
      at_ = bytes_.find('<', at_);
      if (at_ == std::string_view::npos) break;
      const std::string_view rest = bytes_.substr(at_);
      if (rest.starts_with("<!--")) {
        const std::size_t end = bytes_.find("-->", at_ + 2);
        if (end == std::string_view::npos) break;
        at_ = end + 3;
      } else if (rest.size() > 5 && equals_ignoring_case(rest.substr(1, 4), "meta") &&
                 (is_space(rest[5]) || rest[5] == '/')) {
        at_ += 5;
        const std::string_view label = meta();
        if (!label.empty()) return label;
      } else if (rest.size() > 1 &&
                 (is_ascii_letter(rest[1]) ||
                  (rest[1] == '/' && rest.size() > 2 && is_ascii_letter(rest[2])))) {
        at_ = std::min(bytes_.find_first_of(" \t\n\f\r>", at_), bytes_.size());
        Attribute ignored;
        while (attribute(ignored)) {
        }
      } else if (rest.size() > 1 && (rest[1] == '!' || rest[1] == '/' || rest[1] == '?')) {
        at_ = std::min(bytes_.find('>', at_), bytes_.size());
      } else {
        ++at_;
      }
    }
    return {};
  }

 private:
  std::string_view meta() {
    bool pragma = false;
    std::string_view from_content, from_charset;
    Attribute found;
    while (attribute(found)) {
      if (equals_ignoring_case(found.name, "http-equiv")) {
        pragma = pragma || equals_ignoring_case(trimmed(found.value), "content-type");
      } else if (equals_ignoring_case(found.name, "content") && from_content.empty()) {
        from_content = charset_in(found.value);
      } else if (equals_ignoring_case(found.name, "charset") && from_charset.empty()) {
        from_charset = trimmed(found.value);
      }
    }
    const std::string_view label = !from_charset.empty() ? from_charset
                                   : pragma              ? from_content
                                                         : std::string_view();
    // A label nobody knows does not end the search.
    return encoding_of_label(label) ? label : std::string_view();
  }

  // "Get an attribute"; false at the end of the tag.
  bool attribute(Attribute& out) {
    while (at_ < bytes_.size() && (is_space(bytes_[at_]) || bytes_[at_] == '/')) ++at_;
    if (at_ >= bytes_.size() || bytes_[at_] == '>') return false;
    const std::size_t name = at_;
    ++at_;  // a first '=' belongs to the name
    while (at_ < bytes_.size() && !is_space(bytes_[at_]) && bytes_[at_] != '/' &&
           bytes_[at_] != '>' && bytes_[at_] != '=') {
      ++at_;
    }
    out = {bytes_.substr(name, at_ - name), {}};
    skip_space();
    if (at_ >= bytes_.size() || bytes_[at_] != '=') return true;
    ++at_;
    skip_space();
    if (at_ >= bytes_.size()) return false;
    const char quote = bytes_[at_];
    if (quote == '"' || quote == '\'') {
      const std::size_t end = bytes_.find(quote, at_ + 1);
      if (end == std::string_view::npos) {
        at_ = bytes_.size();
        return false;
      }
      out.value = bytes_.substr(at_ + 1, end - at_ - 1);
      at_ = end + 1;
      return true;
    }
    const std::size_t begin = at_;
    while (at_ < bytes_.size() && !is_space(bytes_[at_]) && bytes_[at_] != '>') ++at_;
    out.value = bytes_.substr(begin, at_ - begin);
    return true;
  }

  void skip_space() {
    while (at_ < bytes_.size() && is_space(bytes_[at_])) ++at_;
  }

  std::string_view bytes_;
  std::size_t at_ = 0;
};

std::string_view xml_declaration_encoding(std::string_view bytes) {
  while (!bytes.empty() && is_space(bytes.front())) bytes.remove_prefix(1);
  if (!bytes.starts_with("<?xml")) return {};
  const std::string_view declaration = bytes.substr(0, bytes.find('>'));
  std::size_t at = find_letters(declaration, "encoding", 0);
  if (at == std::string_view::npos) return {};
  at = declaration.find_first_of("\"'", at);
  if (at == std::string_view::npos) return {};
  const std::size_t end = declaration.find(declaration[at], at + 1);
  return end == std::string_view::npos ? std::string_view()
                                       : trimmed(declaration.substr(at + 1, end - at - 1));
}

}  // namespace

std::string_view prescan_charset(std::string_view bytes) {
  bytes = bytes.substr(0, kPrescanBytes);
  const std::string_view xml = xml_declaration_encoding(bytes);
  if (encoding_of_label(xml)) return xml;
  return Prescan(bytes).run();
}

ContentType parse_content_type(std::string_view value) {
  const std::size_t end = std::min(value.find_first_of(";,"), value.size());
  ContentType out;
  const std::string_view mime = trimmed(value.substr(0, end));
  // A type has a slash; "charset=utf-8" alone is a parameter that lost its type.
  if (mime.find('/') != std::string_view::npos && mime.find('=') == std::string_view::npos) {
    out.mime = lower_ascii(mime.substr(0, mime.find_first_of(" \t")));
    value.remove_prefix(end);
  }
  out.charset.assign(trimmed(charset_in(value)));
  return out;
}

}  // namespace khabar
