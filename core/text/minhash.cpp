#include "core/text/minhash.h"

#include <algorithm>
#include <bit>
#include <cmath>

#include "core/text/ascii.h"
#include "core/text/minhash_symbols.h"

namespace khabar {
namespace {

// Work that is compiled for several processors is inlined whole into each of its callers.
#define KHABAR_INLINE inline __attribute__((always_inline))

using Word = std::uint64_t;
__extension__ using Wide = unsigned __int128;

// Both halves of the product: the low half alone would leave the low bits weak, and those are kept.
KHABAR_INLINE Word mixed(Word packed) {
  const Wide product = static_cast<Wide>(packed ^ 0x9E3779B97F4A7C15U) * 0xA0761D6478BD642FU;
  return static_cast<Word>(product) ^ static_cast<Word>(product >> 64);
}

// Stored bits must not follow from the order that chose the least value, so they are hashed again.
KHABAR_INLINE std::uint8_t stored_bits(Word least) {
  return static_cast<std::uint8_t>((least * 0xE7037ED1A0B428DBU) >> 56);
}

// The fine bins see the hash turned half round: another bin, another order.
KHABAR_INLINE Word turned(Word hash) {
  return std::rotl(hash, 32);
}

constexpr Word kEmpty = ~Word{0};

// An empty bin takes the value of the first full one on its own fixed walk through all the bins:
// (start + step t) mod N, step odd, so the walk visits each once and always ends. `full` != 0.
template <std::size_t N>
KHABAR_INLINE std::array<std::uint8_t, N> densified(const std::array<Word, N>& least) {
  static_assert(std::has_single_bit(N));
  std::array<std::uint8_t, N> out;
  std::array<std::uint16_t, N> empty;
  std::size_t empty_count = 0;
  for (std::size_t i = 0; i < N; ++i) {
    out[i] = stored_bits(least[i]);
    empty[empty_count] = static_cast<std::uint16_t>(i);
    empty_count += least[i] == kEmpty;
  }
  for (std::size_t k = 0; k < empty_count; ++k) {
    const Word seed = mixed(Word{empty[k]} + 0x51ED270B * N);
    const std::size_t step = static_cast<std::size_t>(seed >> 32) | 1U;
    std::size_t from = static_cast<std::size_t>(seed) % N;
    for (std::size_t t = 0; t < N && least[from] == kEmpty; ++t) from = (from + step) % N;
    out[empty[k]] = out[from];
  }
  return out;
}

void pack_fine(const std::array<std::uint8_t, kFineBins>& bins, TextSketch& out) {
  for (std::size_t i = 0; i < kFineBins; ++i) {
    out.fine[i / 32] |= Word{bins[i]} >> 6 << (i % 32 * 2);
  }
}

// Numbers kept as the least hashes of distinct digit runs.
class Numbers {
 public:
  // `folded` in whole: runs of digits are rare, and found without reading what is between.
  void read(std::string_view folded) {
    for (std::size_t at = next_digit(folded, 0); at < folded.size();) {
      Word value = 0;
      for (; at < folded.size() && is_ascii_digit(folded[at]); ++at) {
        value = value * 10 + static_cast<Word>(folded[at] - '0') + 1;  // + 1: "0" and "00" differ
      }
      insert(static_cast<std::uint16_t>(mixed(value) >> 48));
      at = next_digit(folded, at);
    }
  }
  void store(TextSketch& out) const {
    out.number_count = static_cast<std::uint8_t>(size_);
    out.numbers = {};
    std::copy_n(kept_.begin(), size_, out.numbers.begin());
  }

 private:
  void insert(std::uint16_t hash) {
    if (size_ == kNumbersMax && hash >= kept_[size_ - 1]) return;
    const auto end = kept_.begin() + static_cast<std::ptrdiff_t>(size_);
    const auto at = std::lower_bound(kept_.begin(), end, hash);
    if (at != end && *at == hash) return;
    if (size_ < kNumbersMax) ++size_;
    std::copy_backward(at, kept_.begin() + static_cast<std::ptrdiff_t>(size_) - 1,
                       kept_.begin() + static_cast<std::ptrdiff_t>(size_));
    *at = hash;
  }

  std::array<std::uint16_t, kNumbersMax> kept_{};
  std::size_t size_ = 0;
};

// Linear counting (Whang et al. 1990): distinct = -m ln(free / m). With m of 16 bits a byte or
// more, the error stays under 1 %.
KHABAR_INLINE std::uint32_t distinct(const std::vector<Word>& seen) {
  const auto bits = static_cast<double>(seen.size() * 64);
  // Four sums that do not wait for each other; the words come in powers of two.
  std::array<int, 4> used{};
  for (std::size_t i = 0; i < seen.size(); i += 4) {
    for (std::size_t k = 0; k < 4; ++k) used[k] += std::popcount(seen[i + k]);
  }
  const double free = std::max(1.0, bits - double(used[0] + used[1] + used[2] + used[3]));
  return static_cast<std::uint32_t>(std::lround(bits * std::log(bits / free)));
}

constexpr std::size_t kSeenBitsMin = std::size_t{1} << 15;
constexpr std::size_t kSeenBitsMax = std::size_t{1} << 24;

// The least hash of every bin, of the three sketches at once.
struct LeastHashes {
  std::array<Word, kSketchBins> bins;
  std::array<Word, kFineBins> fine;
  std::array<Word, kLeadBins> lead;

  KHABAR_INLINE LeastHashes() {
    bins.fill(kEmpty);
    fine.fill(kEmpty);
    lead.fill(kEmpty);
  }
  KHABAR_INLINE void keep(Word hash) {
    Word& bin = bins[hash >> 57];
    bin = std::min(bin, hash);
    Word& fine_bin = fine[turned(hash) >> 56];
    fine_bin = std::min(fine_bin, turned(hash));
  }
  KHABAR_INLINE void keep_lead(Word hash) {
    Word& bin = lead[(hash >> 52) % kLeadBins];
    bin = std::min(bin, hash * 0x8EBC6AF09C88C6E3U);
  }
  KHABAR_INLINE void store(TextSketch& out) const {
    out.bins = densified(bins);
    pack_fine(densified(fine), out);
    const auto nibbles = densified(lead);
    for (std::size_t i = 0; i < kLeadBins / 2; ++i) {
      out.lead[i] = static_cast<std::uint8_t>((nibbles[2 * i] & 0xF0U) | nibbles[2 * i + 1] >> 4);
    }
  }
};

// The last five symbols, in the upper 60 bits: what rolls out leaves by itself.
class Shingle {
 public:
  void roll(std::uint16_t symbol) { packed_ = packed_ << 12 | Word{symbol} << 4; }
  Word hash() const { return mixed(packed_ >> 4); }

 private:
  Word packed_ = 0;
};

KHABAR_INLINE void sketch_into(std::string_view folded, std::vector<Word>& seen_words,
                               TextSketch& out) {
  const std::size_t bits = std::clamp(std::bit_ceil(folded.size() * 8), kSeenBitsMin, kSeenBitsMax);
  seen_words.assign(bits / 64, 0);
  Word* const seen = seen_words.data();
  LeastHashes least;
  const auto keep = [&](Word hash) __attribute__((always_inline)) {
    least.keep(hash);
    const Word bit = (hash >> 20) & (bits - 1);
    seen[bit / 64] |= Word{1} << (bit % 64);
  };

  SymbolReader reader(folded);
  std::array<std::uint16_t, kSymbolsMin> symbols;
  Shingle shingle;
  std::size_t characters = 0, words = 0;
  while (const std::size_t count = reader.read(symbols)) {
    std::size_t at = 0;
    for (; at < count && characters + at + 1 < kShingleCharacters; ++at) {
      shingle.roll(symbols[at]);
      words += symbols[at] == ' ';
    }
    for (; at < count && words < kLeadWords; ++at) {
      shingle.roll(symbols[at]);
      words += symbols[at] == ' ';
      const Word hash = shingle.hash();
      keep(hash);
      least.keep_lead(hash);
    }
    for (; at < count; ++at) {
      shingle.roll(symbols[at]);
      keep(shingle.hash());
    }
    characters += count;
  }
  if (characters < kShingleCharacters) {  // itself is its only one
    keep(shingle.hash());
    least.keep_lead(shingle.hash());
  }
  Numbers numbers;
  numbers.read(folded);
  numbers.store(out);
  out.characters = static_cast<std::uint32_t>(characters);
  out.has_letters = has_letters(folded);
  out.shingles = std::max(1U, distinct(seen_words));
  least.store(out);
}

void sketch_plainly(std::string_view folded, std::vector<Word>& seen, TextSketch& out) {
  sketch_into(folded, seen, out);
}

#if defined(__x86_64__)
// Multiplies eight bins and counts eight words of bits at once.
__attribute__((target("avx512f,avx512dq,avx512vl,avx512bw,avx512vpopcntdq,bmi,bmi2"))) void
sketch_by_avx512(std::string_view folded, std::vector<Word>& seen, TextSketch& out) {
  sketch_into(folded, seen, out);
}

bool has_avx512() {
  return __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl") &&
         __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vpopcntdq") &&
         __builtin_cpu_supports("bmi2");
}
#endif

}  // namespace

void Sketcher::sketch(std::string_view folded, TextSketch& out) {
  out = {};
  if (folded.empty()) return;
#if defined(__x86_64__)
  if (has_avx512()) {
    sketch_by_avx512(folded, seen_, out);
    return;
  }
#endif
  sketch_plainly(folded, seen_, out);
}

}  // namespace khabar
