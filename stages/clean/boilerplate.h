// Takes boilerplate out of a text: follow-us and read-also blocks, contact and SMS blocks,
// copyright, comment policies, agency end marks. No sentence of the story goes with them: whole
// lines fall by rules judged as blocks (text_blocks.h), and what is glued to a sentence is cut off
// behind its full stop (boilerplate_spans.h). For raw text and for the main text of pages alike.
//
// One BoilerplateCleaner a worker; BoilerplateRules are shared.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/model/document.h"
#include "stages/clean/boilerplate_line.h"
#include "stages/clean/rules.h"
#include "stages/clean/site_lines.h"
#include "stages/clean/text_blocks.h"

namespace khabar {

// What became of one line, for `khabar explain`.
struct LineExplanation {
  std::uint32_t line = 0;  // 0-based place among the paragraphs given
  bool removed = false;
  std::string rule;   // of the line or of the span cut from it; empty when nothing was found
  std::string where;  // "line 12", "line 13, opened by line 12", "line 3, bytes 210 to 288"
  std::string text;   // what fell; of a kept line, its text
  bool span = false;  // only a part of the line fell
};

class BoilerplateCleaner {
 public:
  explicit BoilerplateCleaner(const BoilerplateRules& rules);  // must outlive the cleaner

  // Removes lines from `paragraphs` and spans from their texts. `language` is a BCP 47 primary tag,
  // empty when unknown. `learned`: the lines known of this site, or null. With `trace`, appends to
  // `removed` what fell, by which rule and where; lines count from 1. Linear in the text.
  void clean(std::vector<Paragraph>& paragraphs, std::string_view language,
             const SiteLines* learned, bool trace, std::vector<Removed>& removed);

  // Lines and spans of the last text that named its source (agency, publisher, end mark with its
  // time): boilerplate in the body, evidence for the record's fields. Kept without trace too, at
  // most kCreditsMax, in text order.
  const std::vector<std::string>& credits() const { return credits_; }
  static constexpr std::size_t kCreditsMax = 16;

  // The same judgement for every line, nothing removed. A line with a cut span comes twice: the
  // span, then the line that is kept.
  std::vector<LineExplanation> explain(const std::vector<Paragraph>& paragraphs,
                                       std::string_view language, const SiteLines* learned);

 private:
  struct Cut {
    std::uint32_t line = 0;
    std::size_t begin = 0, end = 0;
    std::string rule;
  };

  void judge(const std::vector<Paragraph>& paragraphs, std::string_view language,
             const SiteLines* learned);
  void read_lines(const std::vector<Paragraph>& paragraphs);
  void use_learned(const std::vector<Paragraph>& paragraphs, const SiteLines& learned);
  void keep_first_line(const std::vector<Paragraph>& paragraphs);
  void name_again(const std::vector<Paragraph>& paragraphs);
  void find_cuts(const std::vector<Paragraph>& paragraphs);
  void name_at_head();
  std::string rule_name(std::size_t line) const;
  std::string where(std::size_t line) const;

  void note_credit(std::string_view rule, std::string_view text);
  void cut_spans(Paragraph& paragraph, std::size_t first, std::size_t last, bool trace,
                 std::vector<Removed>& removed);
  std::string where_of(const Cut& cut) const;

  BoilerplateReader reader_;
  std::vector<std::string> credits_;
  std::vector<LineReading> readings_;
  std::vector<LineFacts> facts_;
  std::vector<LineVerdict> verdicts_;
  std::vector<std::string> learned_names_;  // of lines that the site's memory felled; else empty
  std::vector<Cut> cuts_;
  std::size_t name_again_ = 0;  // a line of the second half that repeats the first; 0: none
};

}  // namespace khabar
