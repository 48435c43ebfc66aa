// Comments, CDATA sections and doctypes: 13.2.5.41 to .71.
#include <cstring>

#include "core/html/scan.h"
#include "core/html/tokenizer.h"
#include "core/text/ascii.h"

namespace khabar {
namespace {

// How many of the last bytes of an unfinished comment are the beginning of its end.
std::size_t unfinished_end_length(std::string_view comment) {
  if (comment.ends_with("--!")) return 3;
  if (comment.ends_with("--")) return 2;
  return comment.ends_with('-') ? 1 : 0;
}

}  // namespace

void Tokenizer::read_declaration(Token& token) {
  const char* p = p_ + 2;
  if (end_ - p >= 2 && p[0] == '-' && p[1] == '-') return read_comment(token, p + 2);
  if (starts_ignoring_case({p, end_}, "doctype")) return read_doctype(token, p + 7);
  if (cdata_allowed_ && end_ - p >= 7 && std::memcmp(p, "[CDATA[", 7) == 0) {
    p_ = p + 7;
    state_ = TextState::cdata;
    return;
  }
  read_bogus_comment(token, p);
}

// A comment ends at the first '>' behind "--" or "--!", or at once behind "" or "-". The comment
// states of the spec differ from this only in the parse errors they report.
void Tokenizer::read_comment(Token& token, const char* begin) {
  const char* p = begin;
  for (;; ++p) {
    const void* hit = p == end_ ? nullptr : std::memchr(p, '>', static_cast<std::size_t>(end_ - p));
    if (hit == nullptr) break;
    p = static_cast<const char*>(hit);
    const std::string_view before(begin, static_cast<std::size_t>(p - begin));
    std::size_t cut = std::string_view::npos;
    if (before.ends_with("--")) cut = 2;
    if (before.ends_with("--!")) cut = 3;
    if (before.empty() || before == "-") cut = before.size();
    if (cut == std::string_view::npos) continue;
    p_ = p + 1;
    return emit_comment(token, begin, p - cut);
  }
  p_ = end_;
  const std::string_view all(begin, static_cast<std::size_t>(end_ - begin));
  emit_comment(token, begin, end_ - unfinished_end_length(all));
}

void Tokenizer::read_bogus_comment(Token& token, const char* begin) {
  const void* hit =
      begin == end_ ? nullptr : std::memchr(begin, '>', static_cast<std::size_t>(end_ - begin));
  const char* end = hit ? static_cast<const char*>(hit) : end_;
  p_ = hit ? end + 1 : end_;
  emit_comment(token, begin, end);
}

void Tokenizer::emit_comment(Token& token, const char* begin, const char* end) {
  token.kind = TokenKind::comment;
  RunContent content;
  if (find_any<'\r', '\0', '\0', '\0'>(begin, end) != end) content = RunContent('\0');
  token.text = read_run(begin, end, content, ReferenceMode::text, NulRule::replace);
}

// Behind "<!DOCTYPE".
void Tokenizer::read_doctype(Token& token, const char* p) {
  token.kind = TokenKind::doctype;
  token.doctype = {};
  token.force_quirks = false;
  token.text = {};
  p = skip_html_space(p, end_);
  const char* begin = p;
  while (p != end_ && *p != '>' && !is_html_space(*p)) ++p;
  if (p == begin) {
    token.force_quirks = true;  // no name
  } else {
    const std::string_view name =
        read_run(begin, p, RunContent('\0'), ReferenceMode::text, NulRule::replace);
    char* lower = bytes_.allocate(name.size());
    for (std::size_t i = 0; i < name.size(); ++i) lower[i] = ascii_lower(name[i]);
    token.text = {lower, name.size()};
    p = read_doctype_identifiers(p, token);
  }
  if (p == end_) token.force_quirks = true;
  token.doctype.name = token.text;
  // Behind whatever went wrong: the bogus doctype state.
  while (p != end_ && *p != '>') ++p;
  p_ = p == end_ ? end_ : p + 1;
}

// Behind the name: PUBLIC "..." "..." or SYSTEM "...". Stops at '>', at the end of the input, or
// where the rest is bogus.
const char* Tokenizer::read_doctype_identifiers(const char* p, Token& token) {
  Doctype& doctype = token.doctype;
  // At a quote. False: what stands here is no identifier, or an unfinished one.
  const auto read_identifier = [&](std::string_view& identifier, bool& has) {
    if (p == end_ || (*p != '"' && *p != '\'')) return false;
    const char quote = *p++;
    const char* begin = p;
    while (p != end_ && *p != quote && *p != '>') ++p;
    has = true;
    identifier = read_run(begin, p, RunContent('\0'), ReferenceMode::text, NulRule::replace);
    if (p == end_ || *p == '>') return false;
    ++p;
    return true;
  };
  p = skip_html_space(p, end_);
  if (p == end_ || *p == '>') return p;
  const bool is_public = starts_ignoring_case({p, end_}, "public");
  const bool is_system = starts_ignoring_case({p, end_}, "system");
  token.force_quirks = true;  // until all of it is well
  if (!is_public && !is_system) return p;
  p = skip_html_space(p + 6, end_);
  if (is_public) {
    if (!read_identifier(doctype.public_id, doctype.has_public_id)) return p;
    p = skip_html_space(p, end_);
  }
  const bool needs_system = is_system || (p != end_ && *p != '>');
  if (needs_system) {
    if (!read_identifier(doctype.system_id, doctype.has_system_id)) return p;
    p = skip_html_space(p, end_);
  }
  // Anything behind the system identifier is bogus but does not force quirks.
  token.force_quirks = false;
  return p;
}

}  // namespace khabar
