// The words of sixty-four bytes at once, for the characters that most of any text in Latin,
// Cyrillic or Arabic script is made of. Private to core/text/words. Pure; any thread.
#pragma once

#include <cstddef>

namespace khabar {

inline constexpr std::size_t kWordsBlockBytes = 64;

struct WordsBlock {
  std::size_t taken = 0;  // bytes; the last is of a character that ends any word
  std::size_t words = 0;  // that stand in them
};

// `text`: kWordsBlockBytes bytes, the first at the beginning of the text or behind a character that
// ends any word. Stops before the word that holds a character this function does not know; takes
// nothing where that is the first word, where the block holds no end of a word, and on processors
// without SSE2.
WordsBlock count_words_block(const char* text);

}  // namespace khabar
