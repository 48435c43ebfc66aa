// Why each block and line of a document was kept or removed: collected once, shown on a terminal or
// as a page. Main thread.
#pragma once

#include <string>
#include <vector>

#include "app/one_document.h"

namespace khabar {

struct ExplainedLine {
  bool kept = true;
  std::string reason;  // "kept 0.93", "not story 0.12", "ar/follow_social/our_channel", "title"
  std::string text;
  std::string element;  // "p", "h2", "li"; empty where the input is plain text
};

struct Explanation {
  std::vector<ExplainedLine> lines;  // in page order
  Document document;                 // as it leaves extract
};

// Error: the input holds no text at all.
Result<Explanation> explain(OneDocument& one, Document document);

// "44 of 210 kept; leads elsewhere 6, not story 158, repeated 2".
std::string explanation_summary(const Explanation& explanation);

std::string explanation_text(const Explanation& explanation, bool colours);
// What was taken out can be hidden; each line bears its element and its reason.
std::string explanation_html(const Explanation& explanation);

}  // namespace khabar
