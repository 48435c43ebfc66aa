// The encodings of the WHATWG Encoding Standard and the labels that pages use for them
// (https://encoding.spec.whatwg.org/#names-and-labels). Values and free functions; any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace khabar {

enum class Encoding : std::uint8_t {
  utf_8,
  ibm866, iso_8859_2, iso_8859_3, iso_8859_4, iso_8859_5, iso_8859_6, iso_8859_7, iso_8859_8,
  iso_8859_8_i, iso_8859_10, iso_8859_13, iso_8859_14, iso_8859_15, iso_8859_16, koi8_r, koi8_u,
  macintosh, windows_874, windows_1250, windows_1251, windows_1252, windows_1253, windows_1254,
  windows_1255, windows_1256, windows_1257, windows_1258, x_mac_cyrillic,
  gbk, gb18030, big5, euc_jp, iso_2022_jp, shift_jis, euc_kr,
  replacement, utf_16be, utf_16le, x_user_defined,
  utf_32be, utf_32le,  // not of the standard: known by their byte order mark only
};

enum class EncodingKind : std::uint8_t { utf_8, single_byte, multi_byte, utf_16, utf_32, other };
EncodingKind kind_of(Encoding encoding);

// The standard's name: "UTF-8", "windows-1256". Static storage.
std::string_view encoding_name(Encoding encoding);

// "Get an encoding": ASCII whitespace around the label and its case do not matter; "latin1" is
// windows-1252, "gb2312" GBK. Knows common misspellings ("utf8", "uft-8", "cp-1256") besides.
std::optional<Encoding> encoding_of_label(std::string_view label);

// ICU's name for the converter that comes closest; null for UTF-8 and `replacement`.
const char* icu_converter_name(Encoding encoding);

}  // namespace khabar
