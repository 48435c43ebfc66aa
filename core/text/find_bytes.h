// A word in a long text, sixteen places at a time: by its first and last byte, as Wojciech Muła
// ("SIMD-friendly algorithms for substring searching", 2016). For words whose first byte is common
// there, like the quote of a JSON key, where std::string_view::find stops at each of them.
// Pure; any thread. Linear in `text` for words of a bounded length.
#pragma once

#include <bit>
#include <cstddef>
#include <cstring>
#include <string_view>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace khabar {

// Where `word`, of two bytes at least, begins at or behind `at`; npos when nowhere.
inline std::size_t find_bytes(std::string_view text, std::string_view word, std::size_t at = 0) {
#ifdef __SSE2__
  const std::size_t span = word.size() - 1;
  const __m128i first = _mm_set1_epi8(word.front()), last = _mm_set1_epi8(word.back());
  for (; at + span + 16 <= text.size(); at += 16) {
    const auto load = [&text](std::size_t from) {
      return _mm_loadu_si128(reinterpret_cast<const __m128i*>(text.data() + from));
    };
    const __m128i both =
        _mm_and_si128(_mm_cmpeq_epi8(load(at), first), _mm_cmpeq_epi8(load(at + span), last));
    for (auto places = static_cast<unsigned>(_mm_movemask_epi8(both)); places != 0;
         places &= places - 1) {
      const std::size_t place = at + static_cast<unsigned>(std::countr_zero(places));
      if (std::memcmp(text.data() + place + 1, word.data() + 1, span) == 0) return place;
    }
  }
#endif
  return text.find(word, at);
}

inline bool contains_bytes(std::string_view text, std::string_view word) {
  return find_bytes(text, word) != std::string_view::npos;
}

}  // namespace khabar
