#include "core/web/utf8_body.h"

#include <utility>

#include "core/text/charset.h"

namespace khabar {

std::string_view utf8_of_body(std::string_view body, std::string_view content_type,
                              std::string& room) {
  const ContentType type = parse_content_type(content_type);
  CharsetHints hints;
  hints.http_charset = type.charset;
  hints.mend_mojibake = false;  // addresses are no prose
  CharsetDecoder decoder;
  DecodedText decoded = decoder.decode_to_utf8(body, hints);
  if (!decoded.owned) return decoded.borrowed;
  room = std::move(*decoded.owned);
  return room;
}

}  // namespace khabar
