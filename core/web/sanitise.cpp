#include "core/web/sanitise.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "core/html/arena.h"
#include "core/html/escape.h"
#include "core/html/scan.h"
#include "core/html/tokenizer.h"
#include "core/text/ascii.h"
#include "core/text/utf8.h"
#include "core/web/feed_text.h"
#include "core/web/sanitise_lists.h"

namespace khabar {
namespace {

constexpr std::string_view kSvgNamespace = "http://www.w3.org/2000/svg";
constexpr std::string_view kMathNamespace = "http://www.w3.org/1998/Math/MathML";
constexpr std::string_view kXlinkNamespace = "http://www.w3.org/1999/xlink";

// "JavaScript:", " java\nscript:" and the like: as the URL Standard strips before it parses.
std::string scheme_of(std::string_view address) {
  std::string scheme;
  for (const char c : address) {
    if (static_cast<unsigned char>(c) <= 0x20) continue;
    if (c == ':') return lower_ascii(scheme);
    if (!is_ascii_letter(c) &&
        (scheme.empty() || std::string_view("+-.0123456789").find(c) == std::string_view::npos)) {
      return {};
    }
    scheme += c;
  }
  return {};
}

class Sanitiser {
 public:
  Sanitiser(std::string_view html, const SanitiseOptions& options)
      : html_(html), options_(options), tokenizer_(bytes_, attributes_) {}

  std::string run() {
    tokenizer_.start(html_, kAttributesMax);
    const char* const end = html_.data() + html_.size();
    Token token;
    for (;;) {
      const char* const begin = tokenizer_.position();
      if (is_stray_declaration(begin, end)) {
        if (dropping_ == 0) out_ += "&lt;!";
        restart(begin + 2, end);
        continue;
      }
      tokenizer_.next(token);
      const std::string_view written(begin,
                                     static_cast<std::size_t>(tokenizer_.position() - begin));
      switch (token.kind) {
        case TokenKind::characters:
          if (dropping_ == 0) append_text(written);
          break;
        case TokenKind::start_tag:
          start_tag(token);
          break;
        case TokenKind::end_tag:
          end_tag(token.text);
          break;
        case TokenKind::doctype:
          if (!written.ends_with('>') && dropping_ == 0) append_text(written);
          break;
        case TokenKind::comment:
          break;
        case TokenKind::eof:
          return finished();
      }
    }
  }

 private:
  static constexpr std::size_t kAttributesMax = 256;
  using Attributes = std::vector<std::pair<std::string, std::string>>;

  // "<!" that opens neither a comment nor a doctype: people write it in text, and the standard
  // would make a comment of all that follows.
  bool is_stray_declaration(const char* begin, const char* end) const {
    const std::string_view rest(begin, static_cast<std::size_t>(end - begin));
    if (!rest.starts_with("<!") || rest.starts_with("<!--")) return false;
    return lower_ascii(rest.substr(2, 7)) != "doctype";
  }

  void restart(const char* begin, const char* end) {
    tokenizer_.start({begin, static_cast<std::size_t>(end - begin)}, kAttributesMax);
  }

  // As written, but for '<' and what would be misread.
  void append_text(std::string_view text) {
    const char* p = text.data();
    const char* const end = p + text.size();
    while (p != end) {
      const char* const stop = find_any<'<', '&', '\r', '\0'>(p, end);
      out_.append(p, stop);
      if (stop == end) return;
      p = stop + 1;
      if (*stop == '<') {
        out_ += "&lt;";
      } else if (*stop == '\r') {
        if (p == end || *p != '\n') out_ += '\n';
      } else if (*stop == '&') {
        p = append_reference(stop, end);
      }
    }
  }

  const char* append_reference(const char* p, const char* end) {
    const DecodedReference reference = decode_reference(p, end, ReferenceMode::text);
    if (reference.consumed == 0) {
      out_ += p + 1 != end && is_ascii_letter(p[1]) ? "&amp;" : "&";
      return p + 1;
    }
    const std::string_view written(p, reference.consumed);
    if (written == "&#39;" || written == "&#34;") {
      out_ += written[3] == '9' ? '\'' : '"';
    } else if (written[1] != '#') {
      out_ += written;
    } else {
      append_number(written, {reference.utf8, reference.length});
    }
    return p + reference.consumed;
  }

  // Numbers of windows-1252 become those of Unicode.
  void append_number(std::string_view written, std::string_view decoded) {
    std::string number = lower_ascii(written);
    if (number.ends_with(';')) number.pop_back();
    const bool is_hexadecimal = number.size() > 2 && number[2] == 'x';
    unsigned long value = 0;
    for (const char c : std::string_view(number).substr(is_hexadecimal ? 3 : 2)) {
      const int digit = hex_digit_value(c);
      value = std::min(value * (is_hexadecimal ? 16UL : 10UL) + static_cast<unsigned long>(digit),
                       0x110000UL);
    }
    const CodePoint point = code_point_at(decoded, 0);
    if (point.value == value) {
      out_ += number + ';';
      return;
    }
    static constexpr char kHex[] = "0123456789abcdef";
    std::string hexadecimal;
    for (char32_t rest = point.value; rest != 0; rest /= 16) {
      hexadecimal.insert(hexadecimal.begin(), kHex[rest % 16]);
    }
    out_ += "&#x" + hexadecimal + ';';
  }

  // Elements whose content is not for reading.
  static bool hides_content(std::string_view name) {
    return name == "script" || name == "style" || name == "applet";
  }

  void start_tag(const Token& token) {
    const std::string_view name = token.text;
    const bool is_empty = token.self_closing;
    if (hides_content(name)) {
      if (options_.is_xhtml && is_empty) return;
      ++dropping_;
      if (name != "applet") {
        tokenizer_.set_text_state(name == "script" ? TextState::script : TextState::rawtext);
      }
      return;
    }
    if (dropping_ > 0) return;
    Attributes attributes = attributes_of(token);
    enter_foreign(name, attributes);
    std::string_view spelt = name;
    Vocabulary vocabulary = Vocabulary::html;
    if (!SanitiseLists::html_element(name) || svg_ > 0) {
      if (math_ > 0 && SanitiseLists::math_element(name)) {
        vocabulary = Vocabulary::math;
      } else if (svg_ > 0 && !SanitiseLists::svg_element(name).empty()) {
        vocabulary = Vocabulary::svg;
        spelt = SanitiseLists::svg_element(name);
      } else if (!SanitiseLists::html_element(name)) {
        return;
      }
    }
    append_tag(spelt, vocabulary, attributes);
    const bool is_void = vocabulary == Vocabulary::html && SanitiseLists::void_element(name);
    // In HTML "<p/>" only opens; who writes it without attributes means an empty element.
    const bool closes = vocabulary != Vocabulary::html || options_.is_xhtml || attributes.empty();
    if (is_empty && !is_void && closes) end_tag(name);
  }

  enum class Vocabulary : std::uint8_t { html, math, svg };

  Attributes attributes_of(const Token& token) const {
    Attributes out;
    for (std::uint32_t i = 0; i < token.attribute_count; ++i) {
      const Attribute& attribute = token.attributes[i];
      std::string name(attribute.name());
      std::string value(attribute.value());
      if (name == "rel" || name == "type") value = lower_ascii(value);
      out.emplace_back(std::move(name), std::move(value));
    }
    return out;
  }

  // <svg> and <math> open their vocabulary if they have its namespace; HTML gives it to them.
  void enter_foreign(std::string_view name, Attributes& attributes) {
    if (name != "svg" && name != "math") return;
    const std::string_view ns = name == "svg" ? kSvgNamespace : kMathNamespace;
    const auto found = std::find_if(attributes.begin(), attributes.end(),
                                    [](const auto& a) { return a.first == "xmlns"; });
    if (found == attributes.end()) {
      if (options_.is_xhtml) return;
      attributes.emplace_back("xmlns", ns);
    } else if (found->second != ns) {
      return;
    }
    ++(name == "svg" ? svg_ : math_);
  }

  void append_tag(std::string_view name, Vocabulary vocabulary, Attributes& attributes) {
    if (math_ > 0 || svg_ > 0) {
      const bool uses_xlink = std::any_of(attributes.begin(), attributes.end(), [](const auto& a) {
        return a.first.starts_with("xlink:");
      });
      if (uses_xlink) attributes.emplace_back("xmlns:xlink", kXlinkNamespace);
    }
    std::stable_sort(attributes.begin(), attributes.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    out_ += '<';
    out_ += name;
    std::string_view before;
    for (auto& [attribute, value] : attributes) {
      if (attribute == before) continue;
      before = attribute;
      append_attribute(vocabulary, attribute, value);
    }
    const bool is_void = vocabulary == Vocabulary::html && SanitiseLists::void_element(name);
    out_ += is_void ? " />" : ">";
  }

  void append_attribute(Vocabulary vocabulary, std::string_view name, std::string_view value) {
    std::string_view spelt = name;
    std::string changed;
    switch (vocabulary) {
      case Vocabulary::html:
        if (!SanitiseLists::html_attribute(name)) return;
        break;
      case Vocabulary::math:
        if (!SanitiseLists::math_attribute(name)) return;
        break;
      case Vocabulary::svg:
        spelt = SanitiseLists::svg_attribute(name);
        break;
    }
    if (spelt.empty()) return;
    if (name == "style") {
      changed = sanitise_style(value, svg_ > 0);
      if (changed.empty()) return;
      value = changed;
    } else if (SanitiseLists::address_attribute(name)) {
      changed = address(value);
      value = changed;
    } else if (vocabulary != Vocabulary::html &&
               lower_ascii(value).find("url(") != std::string::npos &&
               value.find('#') == std::string_view::npos) {
      return;  // fill="url(http://...)": loads
    }
    out_ += ' ';
    out_ += spelt;
    out_ += "=\"";
    append_escaped_attribute(value, out_);
    out_ += '"';
  }

  std::string address(std::string_view value) const {
    const std::string scheme = scheme_of(value);
    if (!scheme.empty()) {
      if (!SanitiseLists::scheme(scheme)) return {};
      if (scheme != "http" && scheme != "https") return std::string(trim_blanks(value));
    }
    if (options_.base.empty()) return std::string(trim_blanks(value));
    if (scheme.empty() && trim_blanks(value).starts_with('#'))
      return std::string(trim_blanks(value));
    return resolve_link(options_.base, value);
  }

  void end_tag(std::string_view name) {
    if (hides_content(name)) {
      if (dropping_ > 0) --dropping_;
      return;
    }
    if (dropping_ > 0) return;
    if (svg_ > 0 && !SanitiseLists::svg_element(name).empty()) {
      append_end(SanitiseLists::svg_element(name));
      if (name == "svg") --svg_;
    } else if (math_ > 0 && SanitiseLists::math_element(name)) {
      append_end(name);
      if (name == "math") --math_;
    } else if (SanitiseLists::html_element(name) && !SanitiseLists::void_element(name)) {
      append_end(name);
    }
  }

  void append_end(std::string_view name) {
    out_ += "</";
    out_ += name;
    out_ += '>';
  }

  std::string finished() {
    const std::string_view trimmed = trim_blanks(out_);
    return trimmed.size() == out_.size() ? std::move(out_) : std::string(trimmed);
  }

  std::string_view html_;
  const SanitiseOptions& options_;
  Arena bytes_{4096};
  Arena attributes_{4096};
  Tokenizer tokenizer_;
  std::string out_;
  std::size_t dropping_ = 0;  // inside elements whose content goes
  std::size_t math_ = 0, svg_ = 0;
};

}  // namespace

std::string sanitise_html(std::string_view html, const SanitiseOptions& options) {
  return Sanitiser(html, options).run();
}

std::string sanitised(const FeedText& text) {
  if (!text.is_markup()) return text.value;
  SanitiseOptions options;
  options.base = text.base;
  options.is_xhtml = text.type == "application/xhtml+xml";
  return sanitise_html(text.value, options);
}

bool is_acceptable_element(std::string_view name) {
  return name.size() <= 16 && SanitiseLists::html_element(lower_ascii(name));
}

}  // namespace khabar
