#include "stages/clean/boilerplate.h"

#include <algorithm>
#include <utility>

#include "core/text/utf8.h"
#include "stages/clean/boilerplate_shape.h"
#include "stages/clean/boilerplate_spans.h"

namespace khabar {
namespace {

// The head of a text, where menus and mastheads stand: at most this many lines.
constexpr std::size_t kHeadLinesMax = 40;
constexpr std::uint16_t kProseWords = 12;
// A publisher's name that stands as first line and again under the story.
constexpr std::uint16_t kNameWordsMax = 4;

bool is_prose(const LineFacts& facts) {
  return facts.words >= kProseWords || (facts.ends_sentence && facts.words >= 6);
}

}  // namespace

BoilerplateCleaner::BoilerplateCleaner(const BoilerplateRules& rules) : reader_(rules) {}

void BoilerplateCleaner::read_lines(const std::vector<Paragraph>& paragraphs) {
  readings_.resize(paragraphs.size());
  bool before_story = true;
  for (std::size_t i = 0; i < paragraphs.size(); ++i) {
    LineReading& reading = readings_[i];
    if (paragraphs[i].kind == ParagraphKind::preformatted ||
        paragraphs[i].kind == ParagraphKind::table_row) {
      reading = LineReading{};
      reading.facts = shape_of(paragraphs[i].text);
    } else {
      reader_.read(paragraphs[i].text, before_story, reading);
    }
    reading.facts.is_list_item = paragraphs[i].kind == ParagraphKind::list_item;
    reading.facts.blank_lines_before = paragraphs[i].blank_lines_before;
    const bool fell = reading.facts.evidence == LineEvidence::strong;
    before_story &= i < kHeadLinesMax && (fell || !is_prose(reading.facts));
  }
}

// A headline may begin like a footer: the first line falls only to a rule that reads all of it.
void BoilerplateCleaner::keep_first_line(const std::vector<Paragraph>& paragraphs) {
  if (paragraphs.size() < 2) return;
  LineReading& first = readings_[0];
  if (first.rule < 0 || first.cut_head > 0) return;
  const BoilerplateRule& rule = reader_.rules().rules()[static_cast<std::size_t>(first.rule)];
  if (!rule.head_only && first.facts.words > 3) {
    first.facts.evidence = LineEvidence::none;
    first.facts.opens = OpenedList::nothing;
    first.rule = -1;
  }
}

void BoilerplateCleaner::use_learned(const std::vector<Paragraph>& paragraphs,
                                     const SiteLines& learned) {
  learned_names_.assign(paragraphs.size(), {});
  for (std::size_t i = SiteLines::counted_from(paragraphs); i < paragraphs.size(); ++i) {
    if (readings_[i].facts.evidence == LineEvidence::strong) continue;
    const LearnedLine* line = learned.find(paragraphs[i].text);
    if (line == nullptr || !learned.is_boilerplate(*line)) continue;
    readings_[i].facts.evidence = LineEvidence::strong;
    readings_[i].facts.opens = OpenedList::nothing;
    learned_names_[i] = learned.rule_name(*line);
  }
}

// Such a line is the publisher signing; it may also be known to a rule.
void BoilerplateCleaner::name_again(const std::vector<Paragraph>& paragraphs) {
  name_again_ = 0;
  if (paragraphs.size() < 4 || readings_[0].facts.words > kNameWordsMax) return;
  const std::string_view name = trim_blanks(paragraphs[0].text);
  if (name.empty()) return;
  for (std::size_t i = paragraphs.size() / 2; i < paragraphs.size(); ++i) {
    LineFacts& facts = readings_[i].facts;
    if (facts.evidence == LineEvidence::strong || trim_blanks(paragraphs[i].text) != name) continue;
    facts.evidence = LineEvidence::tail;
    facts.anchors_tail = true;
    name_again_ = i;
  }
}

// The publisher's name above the headline goes when it went below the story.
void BoilerplateCleaner::name_at_head() {
  if (name_again_ == 0 || readings_[0].facts.words >= kNameWordsMax) return;
  if (verdicts_[name_again_].fate != LineFate::kept) verdicts_[0].fate = LineFate::by_itself;
}

void BoilerplateCleaner::judge(const std::vector<Paragraph>& paragraphs, std::string_view language,
                               const SiteLines* learned) {
  reader_.set_language(language);
  read_lines(paragraphs);
  keep_first_line(paragraphs);
  learned_names_.clear();
  if (learned != nullptr) use_learned(paragraphs, *learned);
  name_again(paragraphs);
  facts_.clear();
  for (const LineReading& reading : readings_) facts_.push_back(reading.facts);
  if (!ends_its_sentences(facts_)) {
    for (LineFacts& facts : facts_)
      if (facts.unended_only) facts.evidence = LineEvidence::none;
  }
  judge_lines(facts_, verdicts_);
  // What stands alone has no story above that it could be the footer of.
  if (paragraphs.size() == 1) verdicts_[0].fate = LineFate::kept;
  name_at_head();
  find_cuts(paragraphs);
}

void BoilerplateCleaner::find_cuts(const std::vector<Paragraph>& paragraphs) {
  cuts_.clear();
  bool tail = true;  // nothing of the story below
  for (std::size_t i = paragraphs.size(); i-- > 0;) {
    if (verdicts_[i].fate != LineFate::kept) continue;
    const std::string_view text = paragraphs[i].text;
    if (paragraphs[i].kind != ParagraphKind::preformatted) {
      if (const GluedTail glued = find_glued_tail(text, tail, reader_); glued.found())
        cuts_.push_back(
            {static_cast<std::uint32_t>(i), glued.begin, text.size(), std::string(glued.rule)});
      if (readings_[i].cut_head > 0)
        cuts_.push_back({static_cast<std::uint32_t>(i), 0, readings_[i].cut_head, rule_name(i)});
    }
    tail = false;
  }
  std::reverse(cuts_.begin(), cuts_.end());
}

std::string BoilerplateCleaner::rule_name(std::size_t line) const {
  if (line < learned_names_.size() && !learned_names_[line].empty()) return learned_names_[line];
  const LineReading& reading = readings_[line];
  if (reading.rule >= 0) return reader_.rules().rules()[static_cast<std::size_t>(reading.rule)].id;
  if (reading.structure != LineStructure::none) return std::string(structure_id(reading.structure));
  switch (verdicts_[line].fate) {
    case LineFate::in_list:
      return rule_name(verdicts_[line].cause);
    case LineFate::in_tail:
      return "neutral/navigation/between_footers";
    case LineFate::by_itself:
      return "neutral/source_credit/name_again";
    case LineFate::by_neighbour:
    case LineFate::kept:
      break;
  }
  return "";
}

std::string BoilerplateCleaner::where(std::size_t line) const {
  std::string out = "line " + std::to_string(line + 1);
  const std::string cause = std::to_string(verdicts_[line].cause + 1);
  switch (verdicts_[line].fate) {
    case LineFate::in_list:
      return out + ", opened by line " + cause;
    case LineFate::by_neighbour:
    case LineFate::in_tail:
      return out + ", with line " + cause;
    case LineFate::by_itself:
    case LineFate::kept:
      break;
  }
  return out;
}

void BoilerplateCleaner::note_credit(std::string_view rule, std::string_view text) {
  const bool credit = rule.find("/source_credit/") != std::string_view::npos ||
                      rule.find("/agency_mark/") != std::string_view::npos;
  if (credit && credits_.size() < kCreditsMax) credits_.emplace_back(trim_blanks(text));
}

void BoilerplateCleaner::clean(std::vector<Paragraph>& paragraphs, std::string_view language,
                               const SiteLines* learned, bool trace,
                               std::vector<Removed>& removed) {
  judge(paragraphs, language, learned);
  credits_.clear();
  std::size_t cut = 0, kept = 0;
  for (std::size_t i = 0; i < paragraphs.size(); ++i) {
    const std::size_t first = cut;
    while (cut < cuts_.size() && cuts_[cut].line == i) ++cut;
    if (verdicts_[i].fate != LineFate::kept) {
      const std::string rule = rule_name(i);
      note_credit(rule, paragraphs[i].text);
      if (trace) removed.push_back({std::move(paragraphs[i].text), rule, where(i)});
      continue;
    }
    if (cut > first) {
      cut_spans(paragraphs[i], first, cut, trace, removed);
      if (paragraphs[i].text.empty()) continue;
    }
    if (kept != i) paragraphs[kept] = std::move(paragraphs[i]);
    ++kept;
  }
  paragraphs.resize(kept);
}

void BoilerplateCleaner::cut_spans(Paragraph& paragraph, std::size_t first, std::size_t last,
                                   bool trace, std::vector<Removed>& removed) {
  std::string rest;
  std::size_t at = 0;
  for (std::size_t k = first; k < last; ++k) {
    const Cut& c = cuts_[k];
    if (c.begin < at) continue;  // two rules over one span: the first has it
    const std::string_view span = std::string_view(paragraph.text).substr(c.begin, c.end - c.begin);
    note_credit(c.rule, span);
    if (trace) removed.push_back({std::string(span), c.rule, where_of(c)});
    rest.append(paragraph.text, at, c.begin - at);
    at = c.end;
  }
  rest.append(paragraph.text, at);
  paragraph.text = trim_blanks(rest);
  // It still shows what was cut; the text stands in for it.
  if (!paragraph.markdown.empty()) paragraph.markdown = paragraph.text;
}

std::string BoilerplateCleaner::where_of(const Cut& c) const {
  return where(c.line) + ", bytes " + std::to_string(c.begin) + " to " + std::to_string(c.end);
}

std::vector<LineExplanation> BoilerplateCleaner::explain(const std::vector<Paragraph>& paragraphs,
                                                         std::string_view language,
                                                         const SiteLines* learned) {
  judge(paragraphs, language, learned);
  std::vector<LineExplanation> out;
  std::size_t cut = 0;
  for (std::size_t i = 0; i < paragraphs.size(); ++i) {
    const auto line = static_cast<std::uint32_t>(i);
    const bool falls = verdicts_[i].fate != LineFate::kept;
    for (; cut < cuts_.size() && cuts_[cut].line == i; ++cut) {
      const Cut& c = cuts_[cut];
      out.push_back(
          {line, true, c.rule,
           where(i) + ", bytes " + std::to_string(c.begin) + " to " + std::to_string(c.end),
           paragraphs[i].text.substr(c.begin, c.end - c.begin), true});
    }
    // A kept line names the rule it met but did not fall to.
    out.push_back({line, falls, rule_name(i), where(i), paragraphs[i].text, false});
  }
  return out;
}

}  // namespace khabar
