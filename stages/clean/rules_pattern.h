// The pattern language of conf/boilerplate/*.toml: parsing, the checks that keep a pattern from
// matching more than it may, and compiling into a RuleAutomaton. docs/BOILERPLATE.md has the whole
// grammar; in short
//
//   <follow> [us] ..4 (on|via) <platform> ...
//   word  word*  ~word  [optional]  (this|that)  <list>  ..4 (up to four words)  : (a colon)
//   ... at the end: anything may follow; without it the line must end there
//
// Values and free functions; any thread.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "stages/clean/rules_automaton.h"

namespace khabar {

// A parsed pattern: a tree without loops.
struct PatternNode {
  enum class Kind : std::uint8_t { word, symbol, gap, sequence, choice };
  Kind kind = Kind::sequence;
  std::string word;                // folded, of kind word
  bool prefix = false;             // word*
  Symbol symbol = Symbol::other;   // of kind symbol
  std::uint32_t gap_max = 0;       // of kind gap
  std::vector<PatternNode> parts;  // of a sequence or choice; an empty sequence is "nothing"
};

struct ParsedPattern {
  PatternNode root;
  bool open_ended = false;  // ended in "..."
};

// What <name> and ~ stand for where the pattern was written.
struct PatternScope {
  // Entries are patterns themselves, already parsed.
  std::map<std::string, PatternNode, std::less<>> lists;
  std::vector<std::string> clitics;  // letters written onto a word: "و", "ال"
};

// Errors say what is wrong with which part of the pattern.
Result<ParsedPattern> parse_pattern(std::string_view text, const PatternScope& scope);
// A list as one choice of its entries.
Result<PatternNode> parse_list(const std::vector<std::string>& entries, const PatternScope& scope);

// The least that any line must contain for the pattern to match.
struct PatternFloor {
  std::uint32_t words = 0;       // literal words, links, addresses, numbers
  std::uint32_t letters = 0;     // of the literal words; another class counts 4
  std::uint32_t reads = 0;       // words and marks together; © counts 2, it proves much
  bool begins_with_gap = false;  // on some path
  std::uint32_t gaps = 0;        // words that its gaps may skip, on the longest reading
};
PatternFloor floor_of(const PatternNode& node);

// States a pattern may take; a nest of options within options takes more, and is refused.
inline constexpr std::size_t kPatternStatesMax = 20'000;

// Adds the pattern between a way in and an accepting state. anywhere: tried from every word; what
// follows it does not matter.
Status compile_pattern(const ParsedPattern& pattern, RuleAutomaton::Pattern id,
                       RuleAutomaton& automaton, bool anywhere = false);

}  // namespace khabar
