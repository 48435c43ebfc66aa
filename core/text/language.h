// Which language a text is in. Free functions over constant data; any thread.
//
// Tags are BCP 47 primary subtags in their modern spelling: "ar", "he" (not "iw"), "zh" (without
// script), "no" for Bokmål; dialects of Arabic are "ar". "" is unknown.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace khabar {

struct LanguageGuess {
  std::string tag;         // "" when there is nothing to go by
  bool confident = false;  // the text says so, not only the declaration
};

// `declared` is what the page or feed says of itself, in any spelling. How the two combine:
//   1. The script decides first: a declaration whose script is not the text's is set aside (pages
//      carry lang="en" from their templates).
//   2. In Arabic script, Arabic, Persian, Urdu, Pashto, Kurdish, Uyghur and Sindhi are told apart
//      by their own letters and commonest words; elsewhere CLD2 judges the first 4 kB, or 1 kB
//      where that clearly says what is declared.
//   3. A confident judgement stands against the declaration, unless the text is short (under 120
//      letters) or the two are near relatives (Croatian and Serbian, Indonesian and Malay).
//   4. Without confidence the declaration stands; without that, the best guess.
LanguageGuess detect_language(std::string_view text, std::string_view declared = {});

// "ar-SA", "AR_eg", "ara", "Arabic" -> "ar"; "iw" -> "he"; "x-default", "und", nonsense -> "".
std::string normalised_language_tag(std::string_view tag);

enum class Direction : std::uint8_t { ltr, rtl };
Direction direction_of(std::string_view tag);          // of a normalised tag; ltr when unknown
std::string_view direction_name(Direction direction);  // "rtl", as in HTML

}  // namespace khabar
