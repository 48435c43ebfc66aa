// A folded line cut into the tokens that boilerplate patterns are made of: words, numbers, links,
// addresses, handles, and the few marks that carry meaning. Everything else (quotes, commas,
// brackets, bullets, dashes, emoji) separates words and is not seen by patterns.
// Free functions and values; any thread.
//
//   key     "▶ تابعونا على تيلغرام: t.me/news"
//   tokens    word     word word    colon url
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace khabar {

enum class TokenKind : std::uint8_t {
  word,       // letters and digits, at least one letter
  number,     // digits only
  url,        // https://..., www...., t.me/..., example.com
  email,      // name@example.com, also "name@ example.com"
  handle,     // @name, #tag
  colon,      // :
  bar,        // |
  stop,       // . ! ? … and their like
  copyright,  // ©
};

struct RuleToken {
  TokenKind kind = TokenKind::word;
  std::uint32_t begin = 0, end = 0;  // bytes of the key
  static constexpr std::uint32_t kUnread = ~std::uint32_t{0};
  std::uint32_t read_as = kUnread;  // noted by the matcher that meets the token first

  bool operator==(const RuleToken&) const = default;
};

// `key` is a text folded with FoldMarks::keep. Replaces `tokens`; stops after tokens_max.
// Linear time.
void tokenize_key(std::string_view key, std::size_t tokens_max, std::vector<RuleToken>& tokens);

// The same in parts: appends what stands from byte `from` on, 0 or what an earlier call returned,
// until there are tokens_max in all. Returns the byte to go on from, key.size() at the end.
std::size_t tokenize_on(std::string_view key, std::size_t from, std::size_t tokens_max,
                        std::vector<RuleToken>& tokens);

// Is it a word that would be the same whatever followed the key? One of ASCII may turn out an
// address.
bool is_settled_word(std::string_view key, const RuleToken& token);

// A character that stands between words: blank, punctuation, symbol, emoji.
bool is_mark(char32_t c);

}  // namespace khabar
