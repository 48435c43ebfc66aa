// Whatever the bytes and the declared charset, decoding gives valid UTF-8 of bounded size.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "core/base/check.h"
#include "core/text/charset.h"
#include "core/text/language.h"
#include "core/text/utf8.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  using namespace khabar;
  static CharsetDecoder decoder;
  if (size == 0) return 0;
  const auto choice = static_cast<Encoding>(bytes[0] % 42);
  const std::string_view text(reinterpret_cast<const char*>(bytes) + 1, size - 1);
  const DecodedText decoded = decoder.decode_to_utf8(text, {.http_charset = encoding_name(choice)});
  CHECK(is_valid_utf8(decoded.text()));
  CHECK(!decoded.charset.empty());
  CHECK(decoded.text().size() <= 4 * text.size() + 3);
  std::string out;
  decoder.decode_as(choice, text, out);
  CHECK(is_valid_utf8(out));
  const DecodedText undeclared = decoder.decode_to_utf8(text);
  CHECK(is_valid_utf8(undeclared.text()));
  detect_language(undeclared.text(), text.substr(0, 5));
  const ContentType type = parse_content_type(text);
  CHECK(type.mime.size() + type.charset.size() <= text.size());
  return 0;
}
