// Sixteen bytes at a time: comparisons whose answer is a mask of 0xFF and 0x00, and the bits of
// one. There where SSE2 is; whoever calls has a scalar twin for elsewhere. Pure; any thread.
#pragma once

#include <cstdint>

#if defined(__SSE2__)
#include <emmintrin.h>

namespace khabar::byte_lanes {

inline __m128i load(const char* from) {
  return _mm_loadu_si128(reinterpret_cast<const __m128i*>(from));
}
inline __m128i is(__m128i bytes, unsigned value) {
  return _mm_cmpeq_epi8(bytes, _mm_set1_epi8(static_cast<char>(value)));
}
// Unsigned, both ends included: one subtraction brings the range down to 0, which is one
// comparison.
inline __m128i in(__m128i bytes, unsigned least, unsigned most) {
  const __m128i raised = _mm_sub_epi8(bytes, _mm_set1_epi8(static_cast<char>(least)));
  const __m128i limit = _mm_set1_epi8(static_cast<char>(most - least));
  return _mm_cmpeq_epi8(_mm_min_epu8(raised, limit), raised);
}
inline __m128i both(__m128i a, __m128i b) {
  return _mm_and_si128(a, b);
}
inline __m128i any(__m128i a, __m128i b) {
  return _mm_or_si128(a, b);
}
template <class... More>
__m128i any(__m128i a, __m128i b, More... more) {
  return any(any(a, b), more...);
}
// Bit i: byte i of the mask.
inline std::uint32_t bits(__m128i mask) {
  return static_cast<std::uint32_t>(_mm_movemask_epi8(mask));
}

}  // namespace khabar::byte_lanes
#endif
