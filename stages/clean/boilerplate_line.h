// What one line says by itself: which rule it matches, or which structure it has (an address alone,
// a number alone). One BoilerplateReader a worker: it keeps scratch buffers and the matcher's
// states.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/text/fold.h"
#include "stages/clean/rules.h"
#include "stages/clean/text_blocks.h"

namespace khabar {

// Structures that need no words to be known. Their rule names stand in structure_id().
enum class LineStructure : std::uint8_t {
  none,
  address,   // links, e-mail addresses and handles only
  number,    // numbers only, of five digits or more together
  numbers,   // mostly numbers of four digits or more
  markup,    // what is left of an HTML attribute: alt="..." />
  ornament,  // no letter and no digit: ***, pointing hands, a rule of dashes
};
std::string_view structure_id(LineStructure structure);

struct LineReading {
  LineFacts facts;
  std::int32_t rule = -1;  // index into rules(), or -1
  LineStructure structure = LineStructure::none;
  std::uint32_t cut_head = 0;  // display bytes that a cut_head rule takes off the beginning
};

class BoilerplateReader {
 public:
  explicit BoilerplateReader(const BoilerplateRules& rules);  // must outlive the reader

  // BCP 47 primary tag, empty when unknown: the rules of other languages match nothing.
  void set_language(std::string_view language);

  // `text` is one line. Linear; reads at most kLineBytes of it for matching.
  void read(std::string_view text, bool before_story, LineReading& out);

  // The rule that may cut `rest`, the end of a paragraph, away: a glued rule that matches it.
  // -1 when none. tail: nothing of the story follows the paragraph.
  std::int32_t glued_rule(std::string_view rest, bool tail);

  const BoilerplateRules& rules() const { return rules_; }

  // No footer worth knowing is longer.
  static constexpr std::size_t kLineBytes = 2400;

 private:
  struct Choice {
    std::int32_t rule = -1;
    LineEvidence evidence = LineEvidence::none;
    bool whole = false, heading = false;
    std::uint32_t end = 0;  // the token behind the last one read
    // Nothing matched, nor could with other tokens behind so many; else one more than there were.
    std::size_t reach = 0;
  };
  // The ways in for the rules that speak to a text's language; glued: those that may cut.
  struct Ways {
    std::uint32_t mask = 0;
    RuleMatcher::Start line = 0, short_line = 0, anywhere = 0, glued = 0;
  };

  bool may_begin(std::string_view text, RuleMatcher::Start start);
  void fold_line(std::string_view text);
  // Cuts the folded line into tokens, or goes on to, until there are tokens_max. Were that all?
  bool cut(std::size_t tokens_max);
  bool is_told_by_head(const LineFacts& facts);
  Choice match(std::size_t begin, std::size_t end, bool short_line, bool before_story);
  Choice match_segment(std::size_t begin, std::size_t end, bool short_line, bool before_story);
  Choice match_bars(bool before_story);
  Choice match_anywhere();
  bool firm_tail(const Choice& choice) const;
  bool begins_with_sentence() const;
  bool is_contact(std::size_t begin, std::size_t end) const;
  LineStructure structure_of(std::size_t begin, std::size_t end) const;
  bool is_story(std::string_view text, const Choice& choice) const;
  void take(const Choice& choice, LineReading& out);
  void conclude(Choice choice, LineReading& out);
  std::uint32_t words_of(std::size_t begin, std::size_t end) const;

  const BoilerplateRules& rules_;
  RuleMatcher matcher_;
  std::vector<Ways> all_ways_;  // of each mask met: one a language that has rules, one for all
  Ways ways_;
  bool line_ended_ = false;  // the line that is read ends like a sentence
  FoldedText folded_;
  std::vector<RuleToken> tokens_;
  std::size_t cut_to_ = 0;  // bytes of the key that are tokens
  std::vector<PatternHit> hits_;
};

}  // namespace khabar
