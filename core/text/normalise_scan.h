// The scans that let normalise() pass over clean text without looking at its characters.
// Private to core/text. Free functions; any thread.
#pragma once

#include <cstddef>
#include <string_view>

namespace khabar {

// Offset of the next character at or behind `at` that normalising might edit; utf8.size() when
// none. `at` must stand at the beginning of a character. May name characters that turn out to need
// nothing, never skips one that needs something, seen from the text on its left as it stands.
std::size_t next_edit_suspect(std::string_view utf8, std::size_t at, bool unify_yeh_kaf);

// True only if normalising leaves the text as it is, beyond doubt: no suspect, no blank at either
// end, NFC. One pass, quickest over ASCII, Arabic, Cyrillic and Latin.
bool is_normal_beyond_doubt(std::string_view utf8, bool unify_yeh_kaf);

// Does a ZWNJ, a ی or a ک stand in it?
bool holds_persian_spelling(std::string_view utf8);

// False only if the text is in NFC beyond doubt: no combining marks but single harakat, nothing of
// a script where NFC has work to do.
bool may_need_nfc(std::string_view utf8);

}  // namespace khabar
