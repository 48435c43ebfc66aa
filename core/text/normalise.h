// Normalising: the form in which text is published. Looks the same as what the page showed, spelt
// one way: for reading, searching and storing. (Comparison keys, which no reader sees, are fold.h.)
// Free functions, no state; any thread.
#pragma once

#include <string>
#include <string_view>

namespace khabar {

struct NormaliseOptions {
  // BCP 47 primary tag of the document; "" when unknown, which keeps what Persian or Urdu needs.
  std::string_view language;
  // In Arabic documents ی -> ي and ک -> ك: keyboards, not spelling.
  bool unify_yeh_kaf = true;
  // The writer's own stretching stays: for text that must be found again in what was printed.
  bool keep_tatweel = false;
  // Presentation forms, ligatures and zero-width characters stay as they were encoded: for text
  // that must equal its source in every code point. Looks the same, but is not found by its
  // spelling.
  bool keep_encoding = false;
  // Presentation forms alone stay; see forms_are_stray().
  bool keep_forms = false;
};

// Are the Arabic presentation forms of a document slips of single keys, fewer than one in 200 of
// its letters? A text that a converter wrote has them throughout, and is spelt anew; a stray ﻻ is
// what was printed. False when there are none.
bool forms_are_stray(std::string_view utf8);

// May a text that was normalised for no language come out otherwise for one? What languages differ
// in is ZWNJ, ی and ک; false where none stands.
bool may_depend_on_language(std::string_view utf8);

// Would normalising surely change nothing? False is no answer. Spares most lines a copy.
bool is_surely_normal(std::string_view utf8, const NormaliseOptions& options);

// Replaces `out`, which must not be what `utf8` views. Malformed bytes survive or become U+FFFD;
// decode first (charset.h). Normalising again changes nothing. Linear time; a text that needs
// nothing costs a scan and a copy.
//
//   - NFC; of more than 30 combining marks in a row the rest go.
//   - Arabic presentation forms, lam-alef (isolated and final) and Latin fi, fl to letters;
//   U+FE70..
//     FE7F and their like to bare marks. U+FDF2, FDFA, FDFB, FDFC, FDFD are signs and stay.
//   - Dropped: U+FEFF, U+200B, U+2060..2064, U+00AD, U+FFFC, controls C0 and C1, bidi embeddings,
//     overrides and isolates; LRM, RLM and ALM at both ends of a line.
//   - ZWNJ dropped in Arabic documents, where it is a slip; kept elsewhere, where it is spelling.
//   - Tatweel dropped between two letters of one word (الميدانيـة), but kept behind a one-letter
//     prefix (لـسانا), before a digit or mark (الـ15, لـ«...») and in هـ of a Hijri year.
//   - NBSP, thin and ideographic blanks, tabs to one U+0020; runs of blanks to one; none at either
//     end of a line. CR, CRLF, U+2028 and U+2029 to LF; two line feeds in a row at most.
// Kept: hamza, ى/ي, ة, harakat, digits, punctuation, quotes, ZWJ.
void normalise(std::string_view utf8, const NormaliseOptions& options, std::string& out);
std::string normalised(std::string_view utf8, const NormaliseOptions& options = {});

}  // namespace khabar
