// From the bytes of a feed to UTF-8: which charset it is in, by the HTTP header, the byte order
// mark, the XML declaration and the bytes themselves (core/text/charset.h weighs them).
// Private to the feed parser. Free functions; any thread, one decoder each.
#pragma once

#include <string>
#include <string_view>

#include "core/text/charset.h"

namespace khabar {

// Label of <?xml ... encoding="...">, also in UTF-16 and UTF-32; "" when there is none.
std::string xml_declared_charset(std::string_view bytes);

// May the text hold UTF-8 that was taken for another charset and encoded again ("Ø³Ù„Ø§Ù…")?
// Cheap; says yes rather than no.
bool may_be_mojibake(std::string_view utf8);

DecodedText decode_feed(CharsetDecoder& decoder, std::string_view bytes,
                        std::string_view content_type);

}  // namespace khabar
