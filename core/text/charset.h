// Charsets: from the bytes of a page, feed or file to UTF-8, saying which charset it was and how
// that was known. Pages declare wrongly often enough that a declaration is believed only while the
// bytes agree with it.
//
// Order: byte order mark; charset of the HTTP header; <meta> or XML declaration; detection.
// A declaration is set aside (DecodedText::corrected) when the bytes contradict it:
//   - UTF-8 is declared, and more than a fifth of the multibyte sequences are malformed;
//   - another charset is declared, and the bytes are valid UTF-8 with multibyte sequences (one will
//     do for a single-byte charset, which makes valid UTF-8 by accident only; three for others);
//   - a single-byte charset is declared, and the letters are those of another script's charset by a
//     clear margin of letter statistics (Arabic in windows-1256 that calls itself iso-8859-1);
//   - a multibyte charset is declared, and over 2 % of what it decodes to is malformed.
// Then the next declaration is tried, then detection: UTF-8 if nearly valid, letter statistics for
// single-byte charsets of Arabic, Cyrillic, Greek, Hebrew and Thai (charset_detect.h), ICU's
// detector for the rest, windows-1252 when all fails.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "core/text/charset_labels.h"

namespace khabar {

struct CharsetHints {
  std::string_view http_charset = {};  // label from the Content-Type header; "" when none
  bool allow_meta_prescan = true;      // false for plain text, where "<meta" would be content
  bool mend_mojibake = true;           // see mojibake.h
};

enum class CharsetEvidence : std::uint8_t { bom, http, meta, detected };
std::string_view evidence_name(CharsetEvidence evidence);

struct DecodedText {
  // Valid UTF-8 without byte order mark. Views the input when that was good already, so the input
  // must outlive it; otherwise views `owned`.
  std::string_view text() const { return owned ? std::string_view(*owned) : borrowed; }

  std::string_view borrowed;
  std::optional<std::string> owned;
  std::string_view charset;  // the WHATWG name; static storage
  CharsetEvidence evidence = CharsetEvidence::detected;
  bool corrected = false;    // something else was declared, and wrong
  std::size_t replaced = 0;  // malformed sequences that became U+FFFD
  std::size_t mended = 0;    // segments of mojibake turned back
};

// Keeps ICU's converters and detector open between texts: one for each worker. Move-only; one
// thread at a time. Never fails: what cannot be decoded becomes U+FFFD. Linear time; output is at
// most three times the input.
class CharsetDecoder {
 public:
  CharsetDecoder();
  ~CharsetDecoder();
  CharsetDecoder(CharsetDecoder&&) noexcept;
  CharsetDecoder& operator=(CharsetDecoder&&) noexcept;

  DecodedText decode_to_utf8(std::string_view bytes, const CharsetHints& hints = {});

  // Decodes as told, right or wrong; appends to `out`, returns how many sequences were malformed.
  std::size_t decode_as(Encoding encoding, std::string_view bytes, std::string& out);

 private:
  class Rooms;
  std::unique_ptr<Rooms> rooms_;
};

// "text/html; charset=windows-1256" -> {"text/html", "windows-1256"}. Lower-case type without
// parameters; the charset label as written, "" when none. Forgiving: quotes, blanks, "charset:".
struct ContentType {
  std::string mime;
  std::string charset;
};
ContentType parse_content_type(std::string_view value);

// Label that the bytes declare: XML declaration, or <meta charset>, <meta http-equiv> by the
// WHATWG prescan. The standard reads 1,024 bytes, but pages put scripts first: this reads 16 KiB.
std::string_view prescan_charset(std::string_view bytes);

}  // namespace khabar
