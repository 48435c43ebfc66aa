// What the tokenizer hands to tree construction. A token's views are valid until the parser's
// next page; its attributes until the next token, unless the tree builder keeps them.
#pragma once

#include <cstdint>
#include <string_view>

#include "core/html/tree.h"

namespace khabar {

enum class TokenKind : std::uint8_t { characters, start_tag, end_tag, comment, doctype, eof };

struct Token {
  TokenKind kind = TokenKind::eof;
  bool self_closing = false;
  bool has_nul = false;       // characters that hold U+0000: only where the spec lets it through
  bool force_quirks = false;  // of a doctype
  Tag tag = Tag::none;        // Tag::none also for a name outside the table
  std::uint32_t attribute_count = 0;
  Attribute* attributes = nullptr;
  // Characters and comment: the data. Tags: the name, lower case. Doctype: its name, empty when
  // missing.
  std::string_view text;
  Doctype doctype;  // its identifiers

  bool is_start(Tag name) const { return kind == TokenKind::start_tag && tag == name; }
  bool is_end(Tag name) const { return kind == TokenKind::end_tag && tag == name; }
};

}  // namespace khabar
