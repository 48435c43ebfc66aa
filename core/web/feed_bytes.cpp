#include "core/web/feed_bytes.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <utility>

#include "core/text/utf8.h"

namespace khabar {
namespace {

// XML 1.0 appendix F: a document without a byte order mark begins with "<?" or "<" and a letter.
std::optional<Encoding> encoding_by_zeros(std::string_view bytes) {
  if (bytes.size() < 4) return std::nullopt;
  const bool zero[4] = {bytes[0] == 0, bytes[1] == 0, bytes[2] == 0, bytes[3] == 0};
  if (zero[0] && zero[1] && zero[2] && bytes[3] == '<') return Encoding::utf_32be;
  if (bytes[0] == '<' && zero[1] && zero[2] && zero[3]) return Encoding::utf_32le;
  if (zero[0] && bytes[1] == '<' && zero[2] && !zero[3]) return Encoding::utf_16be;
  if (bytes[0] == '<' && zero[1] && !zero[2] && zero[3]) return Encoding::utf_16le;
  return std::nullopt;
}

DecodedText decoded_as(CharsetDecoder& decoder, Encoding encoding, std::string_view bytes) {
  DecodedText out;
  out.owned.emplace();
  out.replaced = decoder.decode_as(encoding, bytes, *out.owned);
  out.charset = encoding_name(encoding);
  out.evidence = CharsetEvidence::detected;
  return out;
}

bool is_c1(std::string_view utf8, std::size_t at) {
  return utf8[at] == '\xC2' && static_cast<unsigned char>(utf8[at + 1]) < 0xA0;
}

// UTF-8 that was read as ISO 8859-1, sequence by sequence: a lead byte and its continuation bytes
// as U+00C2 to U+00F4 and U+0080 to U+00BF, one at least a C1 control, which no text holds.
std::size_t mend_latin1(std::string_view text, std::string& out) {
  std::size_t mended = 0;
  std::size_t kept = 0;
  for (std::size_t at = text.find('\xC3'); at != std::string_view::npos;
       at = text.find('\xC3', at + 1)) {
    if (at + 4 > text.size()) break;
    const auto lead = static_cast<unsigned char>(static_cast<unsigned char>(text[at + 1]) + 0x40);
    const std::size_t length = lead < 0xC2   ? 0
                               : lead < 0xE0 ? 2
                               : lead < 0xF0 ? 3
                               : lead < 0xF5 ? 4
                                             : 0;
    if (length == 0 || at + 2 * length > text.size()) continue;
    char bytes[4] = {static_cast<char>(lead)};
    bool certain = false;
    std::size_t count = 1;
    for (; count < length && text[at + 2 * count] == '\xC2'; ++count) {
      bytes[count] = text[at + 2 * count + 1];
      certain |= is_c1(text, at + 2 * count);
    }
    if (count < length || !certain || !is_valid_utf8({bytes, length})) continue;
    out.append(text, kept, at - kept);
    out.append(bytes, length);
    kept = at + 2 * length;
    at = kept - 1;
    ++mended;
  }
  if (mended > 0) out.append(text, kept);
  return mended;
}

// In blocks, so that the compiler can take 16 bytes at a time and a hit ends it soon.
template <class Test>
bool holds_any(std::string_view text, std::size_t width, Test test) {
  static constexpr std::size_t kBlock = 4096;
  const std::size_t last = text.size() < width ? 0 : text.size() - width + 1;
  const auto* bytes = reinterpret_cast<const unsigned char*>(text.data());
  for (std::size_t begin = 0; begin < last; begin += kBlock) {
    const std::size_t end = std::min(begin + kBlock, last);
    unsigned char found = 0;
    for (std::size_t i = begin; i < end; ++i) found |= test(bytes + i);
    if (found != 0) return true;
  }
  return false;
}

bool holds_c1(std::string_view utf8) {
  return holds_any(utf8, 2, [](const unsigned char* p) {
    return static_cast<unsigned char>((p[0] == 0xC2) & (p[1] < 0xA0));
  });
}

}  // namespace

std::string xml_declared_charset(std::string_view bytes) {
  std::string ascii;  // the declaration is ASCII: zeros are what wide encodings put between
  for (const char c : bytes.substr(0, 1024)) {
    if (c == '>') break;
    if (c > 0) ascii += c;
  }
  const std::size_t declaration = ascii.find("<?xml");
  if (declaration == std::string::npos) return {};
  std::size_t at = ascii.find("encoding", declaration);
  if (at == std::string::npos) return {};
  at = ascii.find_first_of("\"'", at);
  if (at == std::string::npos) return {};
  const std::size_t end = ascii.find(ascii[at], at + 1);
  return end == std::string::npos ? std::string{} : ascii.substr(at + 1, end - at - 1);
}

bool may_be_mojibake(std::string_view utf8) {
  // A letter that is the lead byte of UTF-8 read as windows-1252 (Â..Å, Ð, Ñ, Ø..Û, â), -1256 (ط,
  // ظ) or -1251 (Р, С), before a sign or rare letter that is one of its other bytes.
  return holds_any(utf8, 3, [](const unsigned char* p) {
    const unsigned char b = p[1];
    const unsigned char c = p[2];
    const bool latin = (p[0] == 0xC3) & (((b >= 0x82) & (b <= 0x85)) | (b == 0x90) | (b == 0x91) |
                                         ((b >= 0x98) & (b <= 0x9B)) | (b == 0xA2));
    const bool arabic = (p[0] == 0xD8) & ((b == 0xB7) | (b == 0xB8));
    const bool cyrillic = (p[0] == 0xD0) & ((b == 0xA0) | (b == 0xA1));
    const bool other = (c == 0xC2) | (c == 0xE2) | (c == 0xC5) | (c == 0xC6) | (c == 0xCB);
    return static_cast<unsigned char>((latin | arabic | cyrillic) & other);
  });
}

DecodedText decode_feed(CharsetDecoder& decoder, std::string_view bytes,
                        std::string_view content_type) {
  if (const auto encoding = encoding_by_zeros(bytes)) {
    return decoded_as(decoder, *encoding, bytes);
  }
  const std::string header = parse_content_type(content_type).charset;
  const std::string declared = xml_declared_charset(bytes);
  CharsetHints hints;
  hints.http_charset = header.empty() ? std::string_view(declared) : std::string_view(header);
  // The prescan finds the XML declaration first; without one it would find a <meta> in the text of
  // some entry.
  hints.allow_meta_prescan = !header.empty() && !declared.empty();
  hints.mend_mojibake = false;
  DecodedText out = decoder.decode_to_utf8(bytes, hints);
  if (is_ascii(out.text())) return out;
  if (may_be_mojibake(out.text())) {
    const std::size_t replaced = out.replaced;
    const std::string once(out.text());
    CharsetHints again;
    again.http_charset = "utf-8";
    again.allow_meta_prescan = false;
    DecodedText mended = decoder.decode_to_utf8(once, again);
    if (mended.mended > 0) {
      out.owned = std::string(mended.text());
      out.mended = mended.mended;
      out.replaced = replaced;
    }
  }
  if (std::string mended; holds_c1(out.text())) {
    if (const std::size_t count = mend_latin1(out.text(), mended); count > 0) {
      out.owned = std::move(mended);
      out.mended += count;
    }
  }
  return out;
}

}  // namespace khabar
