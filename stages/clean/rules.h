// The boilerplate rules of conf/boilerplate/*.toml, one file a language, compiled together.
// docs/BOILERPLATE.md tells how to write them. Const after loading; share it between workers.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "stages/clean/rules_automaton.h"

namespace khabar {

// The families, as written in the files and in rule names.
inline constexpr std::array<std::string_view, 11> kRuleFamilies = {
    "follow_social", "read_more", "contact",    "share_bar",  "comments",  "source_credit",
    "agency_mark",   "copyright", "newsletter", "navigation", "disclaimer"};

// What a heading opens: the lines after it fall while they look like this.
enum class OpenedList : std::uint8_t { nothing, headlines, tags };

struct BoilerplateRule {
  std::string id;  // "ar/follow_social/our_channel"
  std::uint32_t language_bit = 0;
  // A strong line falls alone and vouches for its neighbours; a weak one needs one that falls.
  bool strong = true;
  bool tail_only = false;        // falls only where nothing but boilerplate follows
  bool head_only = false;        // falls only before the story begins
  bool needs_neighbour = false;  // falls only beside a line that falls
  bool glued = false;            // may also be cut off the end of a paragraph
  bool closes_story = false;     // of a family that stands below stories, seldom inside them
  bool unended = false;          // falls only where it ends unlike the story's sentences
  bool anywhere = false;         // its patterns may begin at any word of the line
  bool cut_head = false;         // only the matched words fall, off the beginning of a line
  OpenedList opens = OpenedList::nothing;
  std::uint32_t words_max = 0;  // longer lines are left alone

  std::string place;  // "conf/boilerplate/ar.toml:31:1"
};

struct BoilerplatePattern {
  std::uint32_t rule = 0;
  std::string text;      // as written
  bool heading = false;  // reads a whole line and little that it does not name: may open a list
};

struct RuleFile {
  std::string name;      // for messages: the path
  std::string language;  // "ar"; "neutral" for all
  std::string toml;
};

class BoilerplateRules {
 public:
  // Every *.toml of the folder; the file's stem is its language. May block on the disk. All faults
  // of all files come in one message, a line each: file, line, the pattern and what is wrong.
  static Result<BoilerplateRules> load(const std::string& folder);
  static Result<BoilerplateRules> from_files(const std::vector<RuleFile>& files);

  const RuleAutomaton& automaton() const { return automaton_; }
  const BoilerplateRule& rule_of(RuleAutomaton::Pattern pattern) const {
    return rules_[patterns_[pattern].rule];
  }
  std::uint32_t rule_index(RuleAutomaton::Pattern pattern) const { return patterns_[pattern].rule; }
  const BoilerplatePattern& pattern(RuleAutomaton::Pattern p) const { return patterns_[p]; }
  const std::vector<BoilerplateRule>& rules() const { return rules_; }
  std::size_t patterns() const { return patterns_.size(); }

  // Bits of the files that speak to a text in `language` (BCP 47 primary tag): its own, neutral and
  // English, whose footers stand under every language. Of a language without a file: all.
  std::uint32_t language_mask(std::string_view language) const;

 private:
  friend class RuleLoader;
  RuleAutomaton automaton_;
  std::vector<BoilerplateRule> rules_;
  std::vector<BoilerplatePattern> patterns_;
  std::vector<std::string> languages_;
};

}  // namespace khabar
