#include "core/html/tokenizer.h"

#include <algorithm>
#include <cstring>

#include "core/html/scan.h"

namespace khabar {
namespace {

// Whether `p`, behind a '<', begins markup: a letter, '!', '?', or a '/' with something behind it.
bool opens_markup(const char* p, const char* end) {
  if (p == end) return false;
  if (*p == '/') return p + 1 != end;
  return is_ascii_letter(*p) || *p == '!' || *p == '?';
}

}  // namespace

void Tokenizer::start(std::string_view input, std::size_t attributes_max) {
  p_ = input.data();
  end_ = p_ + input.size();
  last_start_tag_ = {};
  attributes_max_ = attributes_max;
  state_ = TextState::text;
  cdata_allowed_ = false;
  dropped_attributes_ = false;
}

void Tokenizer::next(Token& token) {
  while (p_ != end_) {
    if (state_ != TextState::text) [[unlikely]] {
      const bool emitted = state_ == TextState::cdata ? read_cdata(token) : read_raw(token);
      if (emitted) return;
      continue;
    }
    if (*p_ == '<' && opens_markup(p_ + 1, end_)) {
      if (read_markup(token)) return;
      continue;
    }
    return read_text(token);
  }
  token.kind = TokenKind::eof;
}

bool Tokenizer::read_markup(Token& token) {
  const char c = p_[1];
  if (is_ascii_letter(c)) {
    ++p_;
    return read_tag(token, TokenKind::start_tag);
  }
  if (c == '/') {
    if (is_ascii_letter(p_[2])) {
      p_ += 2;
      return read_tag(token, TokenKind::end_tag);
    }
    if (p_[2] == '>') {  // missing-end-tag-name: "</>" is nothing
      p_ += 3;
      return false;
    }
    read_bogus_comment(token, p_ + 2);
    return true;
  }
  if (c == '!') {
    read_declaration(token);
    return state_ != TextState::cdata;
  }
  read_bogus_comment(token, p_ + 1);
  return true;
}

// The data state, up to the next markup. '<' before anything else is text.
void Tokenizer::read_text(Token& token) {
  const char* begin = p_;
  const char* p = p_;
  RunContent content;
  for (;; ++p) {
    p = find_any<'<', '&', '\r', '\0'>(p, end_);
    if (p == end_) break;
    if (*p != '<') {
      content.meet(*p);
    } else if (opens_markup(p + 1, end_)) {
      break;
    }
  }
  p_ = p;
  token.kind = TokenKind::characters;
  token.has_nul = content.nul();
  token.text = read_run(begin, p, content, ReferenceMode::text, NulRule::keep);
}

// "Appropriate end tag token": `slash` is just behind a '<'.
bool Tokenizer::is_own_end_tag(const char* slash) const {
  const std::size_t length = last_start_tag_.size();
  if (length == 0 || static_cast<std::size_t>(end_ - slash) < length + 2 || *slash != '/') {
    return false;
  }
  const char* name = slash + 1;
  for (std::size_t i = 0; i < length; ++i) {
    if (ascii_lower(name[i]) != last_start_tag_[i]) return false;
  }
  return is_html_space(name[length]) || name[length] == '/' || name[length] == '>';
}

const char* Tokenizer::find_raw_end(RunContent& content) {
  const bool ends = state_ != TextState::plaintext;
  const char* p = p_;
  for (;; ++p) {
    p = find_any<'<', '&', '\r', '\0'>(p, end_);
    if (p == end_) return p;
    if (*p == '<') {
      if (ends && is_own_end_tag(p + 1)) return p;
    } else if (*p != '&' || state_ == TextState::rcdata) {
      content.meet(*p);
    }
  }
}

// 13.2.5.4 and .15 to .31. "<!--" hides "<script" ... "</script>" pairs until "-->"; the dashes of
// "<!--" count for "-->" too. Which dashes precede a '>' is read off the bytes before it.
const char* Tokenizer::find_script_end(RunContent& content) {
  enum class Escape { none, escaped, double_escaped } escape = Escape::none;
  const char* dashes_from = p_;  // where the dashes of a "-->" may begin
  const char* p = p_;
  const auto names_script = [&](const char* name) {
    if (end_ - name < 7) return false;
    for (int i = 0; i < 6; ++i) {
      if (ascii_lower(name[i]) != "script"[i]) return false;
    }
    return is_html_space(name[6]) || name[6] == '/' || name[6] == '>';
  };
  for (;; ++p) {
    p = escape == Escape::none ? find_any<'<', '\r', '\0', '\0'>(p, end_)
                               : find_any<'<', '>', '\r', '\0'>(p, end_);
    if (p == end_) return p;
    if (*p == '\r' || *p == '\0') {
      content.meet(*p);
    } else if (*p == '>') {
      if (p - dashes_from >= 2 && p[-1] == '-' && p[-2] == '-') escape = Escape::none;
    } else if (escape != Escape::double_escaped && is_own_end_tag(p + 1)) {
      return p;
    } else if (escape == Escape::none) {
      if (end_ - p >= 4 && p[1] == '!' && p[2] == '-' && p[3] == '-') {
        escape = Escape::escaped;
        dashes_from = p + 2;
        p += 3;
      }
    } else if (escape == Escape::escaped) {
      if (names_script(p + 1)) escape = Escape::double_escaped;
    } else if (p + 1 != end_ && p[1] == '/' && names_script(p + 2)) {
      escape = Escape::escaped;
    }
  }
}

bool Tokenizer::read_raw(Token& token) {
  const char* begin = p_;
  RunContent content;
  p_ = state_ == TextState::script ? find_script_end(content) : find_raw_end(content);
  const bool at_end_tag = p_ != end_;
  if (at_end_tag) state_ = TextState::text;
  if (p_ == begin) return false;  // the end tag is read as any other
  token.kind = TokenKind::characters;
  token.has_nul = false;
  token.text = read_run(begin, p_, content, ReferenceMode::text, NulRule::replace);
  return true;
}

bool Tokenizer::read_cdata(Token& token) {
  const char* begin = p_;
  const char* data_end = end_;
  const char* p = p_;
  RunContent content;
  p_ = end_;
  for (;; ++p) {
    p = find_any<'>', '\r', '\0', '\0'>(p, end_);
    if (p == end_) break;
    if (*p != '>') {
      content.meet(*p);
    } else if (p - begin >= 2 && p[-1] == ']' && p[-2] == ']') {
      data_end = p - 2;
      p_ = p + 1;
      break;
    }
  }
  state_ = TextState::text;
  if (data_end == begin) return false;
  token.kind = TokenKind::characters;
  token.has_nul = content.nul();
  token.text = read_run(begin, data_end, content, ReferenceMode::text, NulRule::keep);
  return true;
}

// Copies [p, end) up to its first '&', '\r' or NUL; of the bytes behind, up to sixteen go along to
// `out` where the input has them, which whoever has made room for them overwrites.
inline const char* Tokenizer::copy_plain(const char* p, const char* end, char*& out) const {
  const char* const from = p;
  while (end_ - p >= 16) {
    std::memcpy(out + (p - from), p, 16);
    const char* stop = find_any_of_sixteen<'&', '\r', '\0', '\0'>(p);
    if (stop >= end || stop != p + 16) {
      p = std::min(stop, end);
      out += p - from;
      return p;
    }
    p = stop;
  }
  const char* stop = find_any<'&', '\r', '\0', '\0'>(p, end);
  std::memcpy(out + (p - from), p, static_cast<std::size_t>(stop - p));
  out += stop - from;
  return stop;
}

std::string_view Tokenizer::rewrite_run(const char* begin, const char* end, RunContent content,
                                        ReferenceMode mode, NulRule nul_rule) {
  const auto length = static_cast<std::size_t>(end - begin);
  // The longest outcome: U+FFFD is three bytes for one, a reference 6/5 of its own. And what
  // copy_plain() writes past it.
  char* out = bytes_.reserve((content.nul() ? 3 * length : length + length / 5 + 1) + 16);
  char* const out_begin = out;
  for (const char* p = begin; p != end;) {
    p = copy_plain(p, end, out);
    if (p == end) break;
    if (*p == '&' && content.references()) {
      if (end - p >= 6) {
        const std::size_t consumed = decode_frequent_reference(p, out);
        p += consumed;
        if (consumed != 0) continue;
      }
      const DecodedReference reference = decode_reference(p, end, mode);
      if (reference.consumed == 0) {
        *out++ = *p++;
      } else {
        std::memcpy(out, reference.utf8, sizeof reference.utf8);
        out += reference.length;
        p += reference.consumed;
      }
    } else if (*p == '\r') {
      *out++ = '\n';
      p += p + 1 != end && p[1] == '\n' ? 2 : 1;
    } else if (*p == '\0' && nul_rule == NulRule::replace) {
      std::memcpy(out, "\xEF\xBF\xBD", 3);
      out += 3;
      ++p;
    } else {
      *out++ = *p++;
    }
  }
  const auto written = static_cast<std::size_t>(out - out_begin);
  bytes_.commit(written);
  return {out_begin, written};
}

}  // namespace khabar
