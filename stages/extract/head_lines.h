// Raw text has no tags to say which of its lines is what. These are the lines around a story that
// are fields of its record: title, byline, dateline, date and caption at its head, a signature at
// its end. A line is taken only on evidence; when in doubt it stays in the body.
//
//   وزير الطاقة يفتتح السد الجديد              title
//   الوزير أثناء الافتتاح                     caption: it stands before the date
//   02.11.2017 | 23:43                      date
//   دمشق-سانا                               dateline
//   افتتح وزير الطاقة ...                    body
//   سيريانيوز                               signature
//
// One worker's own: it holds parsers.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/model/document.h"
#include "core/text/dates.h"
#include "stages/extract/byline.h"
#include "stages/extract/dateline.h"

namespace khabar {

struct HeadContext {
  std::string_view language;     // BCP 47 primary tag; may be empty
  std::string_view given_title;  // told beside the text: then no line is taken for the title but
                                 // the one that repeats it
  bool find_title = true;        // false for pages, whose title is known from elsewhere
  // Cut an inline dateline that names its place off the first line of the body, where the script
  // is not Latin: there it stands for the line of its own that other papers give it. The Latin
  // press counts it to the sentence, and "(CNN)--" alone names no place: both only fill fields.
  bool cut_inline_dateline = true;
  std::optional<PartialTime> now;
};

struct HeadFields {
  std::string title;
  std::vector<std::string> authors;
  std::string agency;               // as written
  Dateline dateline;                // as written
  std::string agency_name;          // canonical name of the dateline's agency
  std::string published, modified;  // ISO 8601
  std::string caption;
};

class HeadLines {
 public:
  // Must outlive this.
  HeadLines(const Bylines& bylines, DatelineParser& datelines, DateParser& dates)
      : bylines_(bylines), datelines_(datelines), dates_(dates) {}

  // Takes the lines of fields out of `paragraphs` and cuts an inline dateline from the first line
  // of the body. With `removed`, says of each what took it ("head:byline", "tail:signature").
  HeadFields take(std::vector<Paragraph>& paragraphs, const HeadContext& context,
                  std::vector<Removed>* removed = nullptr);

 private:
  const Bylines& bylines_;
  DatelineParser& datelines_;
  DateParser& dates_;
};

}  // namespace khabar
