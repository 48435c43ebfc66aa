// Raw text to paragraphs: a line is a paragraph, unless the text was surely broken at a fixed
// width, as mails and wire copy are; then its lines are joined. Texts come out normalised for
// display. Free functions; any thread. Linear in the text, whatever its lines.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/model/document.h"

namespace khabar {

struct ParagraphOptions {
  std::string_view language;  // BCP 47 primary tag of the document, empty when unknown
  bool join_wrapped = true;
  bool keep_tatweel = true;    // see NormaliseOptions
  bool keep_encoding = false;  // the same
  bool keep_forms = false;     // the same
};

// Replaces `paragraphs`. Lines end at LF, CR, CRLF, U+0085, U+2028, U+2029, VT and FF. A line
// without anything but blanks is none; how many stood before a line is kept in blank_lines_before.
void split_paragraphs(std::string_view utf8, const ParagraphOptions& options,
                      std::vector<Paragraph>& paragraphs);

// The width at which the text was broken, in characters, or 0. Sure means: of the lines that go on,
// nearly all are so full that the first word of the next line would not have fitted.
std::size_t wrap_width(const std::vector<Paragraph>& lines);

}  // namespace khabar
