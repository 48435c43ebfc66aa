// Why each block and line of a document was kept or removed: collected once, shown on a terminal or
// as a page. Main thread.
#pragma once

#include <string>
#include <vector>

#include "app/one_document.h"

namespace khabar {

struct ExplainedLine {
  bool kept = true;
  std::string reason;  // "story .93", "ar/follow_social/our_channel", "title"
  std::string text;
};

struct Explanation {
  std::vector<ExplainedLine> lines;  // in page order
  Document document;                 // as it leaves extract
};

// Error: the input holds no text at all.
Result<Explanation> explain(OneDocument& one, Document document);

std::string explanation_text(const Explanation& explanation, bool colours);
std::string explanation_html(const Explanation& explanation);

}  // namespace khabar
