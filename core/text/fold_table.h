// What folding makes of each code point, as a table for the fold loops. Built from ICU's Unicode
// data and our own rules on first use, immutable afterwards; any thread may read it.
// Private to core/text: everyone else calls fold().
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/text/fold.h"

namespace khabar {

// The rule itself, one code point at a time: appends to `out` what `c` folds to. U+0020 stands for
// "a blank, unless one is there": blanks of any kind, and with FoldMarks::drop every mark. Folding
// the result again changes nothing. Slow (ICU look-ups); the table below remembers its answers.
void fold_code_point(char32_t c, FoldMarks marks, std::u32string& out);

class FoldTable {
 public:
  explicit FoldTable(FoldMarks marks);

  // U+0000..U+07FF, which Latin, Greek, Cyrillic, Hebrew and Arabic text needs:
  //
  //   31      28   27      26        25 24   23                    0
  //   | unused | long | nothing | blank |size|  UTF-8, first byte low |
  //
  // nothing: folds to no byte. blank: size 1, U+0020. long: more than 2 bytes or a blank among
  // others; see folding_of(). A letter has none of the flags.
  static constexpr std::uint32_t kBlank = 1u << 26;
  static constexpr std::uint32_t kNothing = 1u << 27;
  static constexpr std::uint32_t kLong = 1u << 28;
  static constexpr char32_t kNearEnd = 0x800;
  std::array<std::uint32_t, kNearEnd> near;

  // UTF-8 of what any code point folds to, blanks not yet collapsed. `itself` is the answer where
  // the character folds to itself; a code point beyond the BMP is worked out into `scratch`.
  std::string_view folding_of(char32_t c, std::string_view itself, std::string& scratch) const;

 private:
  // The BMP in pages of 256; an entry is an index into `foldings_`, 0 for "itself".
  static constexpr std::size_t kPage = 256;
  using Page = std::array<std::uint16_t, kPage>;

  void fill_near();
  void fill_pages();

  FoldMarks marks_;
  std::array<std::unique_ptr<Page>, 0x10000 / kPage> pages_;  // none: every entry itself
  std::string pool_;
  struct Span {
    std::uint32_t begin;
    std::uint32_t size;
  };
  std::vector<Span> foldings_;
};

// The two tables, 50 kB each, made once (some 10 ms).
const FoldTable& fold_table(FoldMarks marks);

}  // namespace khabar
