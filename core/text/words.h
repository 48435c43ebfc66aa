// Counting words as ICU's word break iterator does (UAX #29): runs of letters and digits in scripts
// that set blanks, dictionary words in Thai, Khmer, Lao, Burmese, Chinese, Japanese and Korean.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string_view>

namespace khabar {

// Holds ICU's iterator: one for each worker. Move-only; one thread at a time.
class WordCounter {
 public:
  WordCounter();
  ~WordCounter();
  WordCounter(WordCounter&&) noexcept;
  WordCounter& operator=(WordCounter&&) noexcept;

  // Segments that hold a letter, a digit or an ideograph. Malformed bytes separate words. Linear
  // time; text without dictionary scripts never reaches ICU.
  std::size_t count(std::string_view utf8);
  // The same by the rules alone, a character at a time; nothing where they do not tell. The twin
  // that count() is tested against.
  static std::optional<std::size_t> count_by_characters(std::string_view utf8);
  // The same by ICU alone.
  std::size_t count_by_icu(std::string_view utf8);

 private:
  class Rooms;
  std::unique_ptr<Rooms> rooms_;
};

}  // namespace khabar
