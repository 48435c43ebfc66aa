// Folding: the comparison key of a text, for dedupe and for matching patterns. Two spellings that
// an Arabic (or any) reader takes for the same word give the same key. Never shown to anyone.
// Free functions, no state; any thread.
//
//   display  "وَالْميدانيـة  عبر «تيلغرام»:"      key (words)  "والميدانيه عبر تيلغرام"
//                                              key (marks)  "والميدانيه عبر \"تيلغرام\":"
//
// Folded away: case; harakat, U+0670, tatweel, Quranic marks; alef forms and ٱ -> ا; ؤ -> و; ئ ->
// ي; ى ی ے -> ي; ة ہ ۀ ھ -> ه; ک -> ك; presentation forms, ligatures and lam-alef; native digits ->
// ASCII; Latin, Greek, Cyrillic and Hebrew accents and points (é -> e, й -> и, ı -> i); full-width
// forms; bidi and zero-width characters; runs of blanks -> one blank. Kept: hamza on the line, the
// vowel signs of Indic and South-East Asian scripts, the voicing marks of kana (が is か and
// U+3099).
//
// Elsewhere the method is NFKD, case folding, NFKD, character by character. Hangul stays composed.
// Folding a key again changes nothing.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace khabar {

enum class FoldMarks : std::uint8_t {
  drop,  // punctuation and symbols separate words and vanish: the dedupe key
  keep,  // kept, in ASCII where there is a like one (، -> ,  ؟ -> ?  “ -> "  – -> -): for patterns
};

// Appends nothing: `key` is replaced, its capacity reused. Malformed bytes count as marks.
// Linear time. No leading or trailing blank in the key.
void fold(std::string_view utf8, FoldMarks marks, std::string& key);
std::string folded(std::string_view utf8, FoldMarks marks = FoldMarks::drop);

// The same key with, for each of its bytes, where it came from: source[i] is the byte offset in
// `utf8` of the character that gave key[i] (of a blank: of the first character of its run), so it
// never decreases. source.back(), one past the key, is the offset just behind the last character
// that gave anything, with the marks that belong to it. To cut key bytes [a, b) from the display
// text, cut display bytes [source_begin(a), source_end(b)).
struct FoldedText {
  std::string key;
  std::vector<std::uint32_t> source;  // key.size() + 1 entries

  std::uint32_t source_begin(std::size_t key_offset) const { return source[key_offset]; }
  // Just behind the character that gave key[key_offset - 1], with the marks that belong to it;
  // source.front() for 0.
  std::uint32_t source_end(std::size_t key_offset) const;
};
// `utf8` must be shorter than 4 GiB.
void fold_with_map(std::string_view utf8, FoldMarks marks, FoldedText& out);

}  // namespace khabar
