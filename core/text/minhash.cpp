#include "core/text/minhash.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace khabar {
namespace {

using Word = std::uint64_t;
__extension__ using Wide = unsigned __int128;

// A code point in 12 bits: itself below U+1000, which holds every alphabet but Georgian and
// Ethiopic; mixed above. A collision costs nothing but two characters that look alike.
Word symbol(std::uint32_t c) {
  return (c ^ (c >> 12)) & 0xFFF;
}

// Both halves of the product: the low half alone would leave the low bits weak, and those are kept.
Word mixed(Word packed) {
  const Wide product = static_cast<Wide>(packed ^ 0x9E3779B97F4A7C15U) * 0xA0761D6478BD642FU;
  return static_cast<Word>(product) ^ static_cast<Word>(product >> 64);
}

// Stored bits must not follow from the order that chose the least value, so they are hashed again.
std::uint8_t stored_bits(Word least) {
  return static_cast<std::uint8_t>((least * 0xE7037ED1A0B428DBU) >> 56);
}

// The fine bins see the hash turned half round: another bin, another order.
Word turned(Word hash) {
  return std::rotl(hash, 32);
}

constexpr Word kEmpty = ~Word{0};
constexpr Word kPackedMask = (Word{1} << 60) - 1;

// An empty bin takes the value of the first full one on its own fixed walk through all the bins:
// (start + step t) mod N, step odd, so the walk visits each once and always ends. `full` != 0.
template <std::size_t N>
std::array<std::uint8_t, N> densified(const std::array<Word, N>& least) {
  std::array<std::uint8_t, N> out;
  static_assert(std::has_single_bit(N));
  for (std::size_t i = 0; i < N; ++i) {
    std::size_t from = i;
    if (least[i] == kEmpty) {
      const Word seed = mixed(Word{i} + 0x51ED270B * N);
      const std::size_t step = static_cast<std::size_t>(seed >> 32) | 1U;
      from = static_cast<std::size_t>(seed) % N;
      for (std::size_t t = 0; t < N && least[from] == kEmpty; ++t) from = (from + step) % N;
    }
    out[i] = stored_bits(least[from]);
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
  void digit(std::uint32_t c) {
    value_ = value_ * 10 + (c - '0') + 1;  // + 1: "0" and "00" differ
    open_ = true;
  }
  void end() {
    if (!open_) return;
    insert(static_cast<std::uint16_t>(mixed(value_) >> 48));
    value_ = 0;
    open_ = false;
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
  Word value_ = 0;
  bool open_ = false;
};

// Steps through code points without a branch on the common one- and two-byte forms: blanks fall
// where no predictor sees them coming.
class CodePoints {
 public:
  explicit CodePoints(std::string_view text)
      : at_(reinterpret_cast<const unsigned char*>(text.data())), end_(at_ + text.size()) {}
  bool more() const { return at_ < end_; }
  std::uint32_t next() {
    const std::uint32_t first = *at_;
    if (end_ - at_ < 4 || first >= 0xE0) [[unlikely]]
      return next_rare(first);
    const std::uint32_t two = (first & 0x1F) << 6 | (at_[1] & 0x3FU);
    const std::uint32_t is_long = first >> 7;
    at_ += 1 + is_long;
    return is_long != 0 ? two : first;
  }

 private:
  // Three and four bytes, and the last bytes of the text. Never reads past the end.
  std::uint32_t next_rare(std::uint32_t first) {
    std::ptrdiff_t size = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    size = std::min(size, end_ - at_);
    std::uint32_t c = size == 1 ? first : first & (0xFFU >> (size + 1));
    for (std::ptrdiff_t i = 1; i < size; ++i) c = c << 6 | (at_[i] & 0x3FU);
    at_ += size;
    return c;
  }

  const unsigned char* at_;
  const unsigned char* end_;
};

bool is_digit(std::uint32_t c) {
  return c - '0' < 10;
}

// Linear counting (Whang et al. 1990): distinct = -m ln(free / m). With m of 16 bits a byte or
// more, the error stays under 1 %.
std::uint32_t distinct(const std::vector<Word>& seen) {
  const auto bits = static_cast<double>(seen.size() * 64);
  std::size_t used = 0;
  for (const Word word : seen) used += static_cast<std::size_t>(std::popcount(word));
  const double free = std::max(1.0, bits - static_cast<double>(used));
  return static_cast<std::uint32_t>(std::lround(bits * std::log(bits / free)));
}

constexpr std::size_t kSeenBitsMin = std::size_t{1} << 15;
constexpr std::size_t kSeenBitsMax = std::size_t{1} << 24;

// The least hash of every bin, of the three sketches at once.
struct LeastHashes {
  std::array<Word, kSketchBins> bins;
  std::array<Word, kFineBins> fine;
  std::array<Word, kLeadBins> lead;

  LeastHashes() {
    bins.fill(kEmpty);
    fine.fill(kEmpty);
    lead.fill(kEmpty);
  }
  void keep(Word hash) {
    Word& bin = bins[hash >> 57];
    bin = std::min(bin, hash);
    Word& fine_bin = fine[turned(hash) >> 56];
    fine_bin = std::min(fine_bin, turned(hash));
  }
  void keep_lead(Word hash) {
    Word& bin = lead[(hash >> 52) % kLeadBins];
    bin = std::min(bin, hash * 0x8EBC6AF09C88C6E3U);
  }
  void store(TextSketch& out) const {
    out.bins = densified(bins);
    pack_fine(densified(fine), out);
    const auto nibbles = densified(lead);
    for (std::size_t i = 0; i < kLeadBins / 2; ++i) {
      out.lead[i] = static_cast<std::uint8_t>((nibbles[2 * i] & 0xF0U) | nibbles[2 * i + 1] >> 4);
    }
  }
};

// Rolls through the text: after each step(), the last five symbols, and what was seen on the way.
class Shingles {
 public:
  explicit Shingles(std::string_view folded) : points_(folded) {}
  bool more() const { return points_.more(); }
  void step() {
    const std::uint32_t c = points_.next();
    packed_ = (packed_ << 12 | symbol(c)) & kPackedMask;
    ++characters_;
    words_ += c == ' ' ? 1 : 0;
    if (is_digit(c)) {
      numbers_.digit(c);
    } else {
      numbers_.end();
      letters_ |= c != ' ';
    }
  }
  Word hash() const { return mixed(packed_); }
  std::size_t words() const { return words_; }
  std::uint32_t characters() const { return characters_; }
  void store(TextSketch& out) {
    numbers_.end();
    numbers_.store(out);
    out.characters = characters_;
    out.has_letters = letters_;
  }

 private:
  CodePoints points_;
  Numbers numbers_;
  Word packed_ = 0;
  std::size_t words_ = 0;
  std::uint32_t characters_ = 0;
  bool letters_ = false;
};

}  // namespace

void Sketcher::sketch(std::string_view folded, TextSketch& out) {
  out = {};
  if (folded.empty()) return;
  const std::size_t bits = std::clamp(std::bit_ceil(folded.size() * 8), kSeenBitsMin, kSeenBitsMax);
  seen_.assign(bits / 64, 0);
  LeastHashes least;
  const auto keep = [&](Word hash) {
    least.keep(hash);
    const Word bit = (hash >> 20) & (bits - 1);
    seen_[bit / 64] |= Word{1} << (bit % 64);
  };

  Shingles shingles(folded);
  while (shingles.more() && shingles.characters() + 1 < kShingleCharacters) shingles.step();
  if (!shingles.more()) {  // shorter than a shingle: itself is its only one
    keep(shingles.hash());
    least.keep_lead(shingles.hash());
  }
  while (shingles.more() && shingles.words() < kLeadWords) {
    shingles.step();
    keep(shingles.hash());
    least.keep_lead(shingles.hash());
  }
  while (shingles.more()) {
    shingles.step();
    keep(shingles.hash());
  }
  shingles.store(out);
  out.shingles = std::max(1U, distinct(seen_));
  least.store(out);
}

}  // namespace khabar
