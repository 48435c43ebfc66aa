// One automaton for all boilerplate patterns: patterns are added as small graphs over tokens, and a
// line is run through all of them at once. RuleAutomaton is const after freeze() and shared; each
// worker owns a RuleMatcher, which builds the deterministic states it meets and keeps them (a lazy
// DFA, as RE2 does), so that the cost of a line does not grow with the number of patterns.
//
//   0 --تابعونا--> 1 --any--> 2 --any--> 3
//                 1,2,3 --<platform>--> 4 accepts pattern 17
//
// Marks (colon, bar, stop) that a state does not ask for are skipped; a gap does not cross a stop.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "stages/clean/rules_tokens.h"

namespace khabar {

// What an edge reads: one of the fixed classes, or a word of the vocabulary (kFirstWord + n).
enum class Symbol : std::uint32_t {
  url,
  email,
  handle,
  number,
  year,
  colon,
  bar,
  stop,
  copyright,
  other,
  kFirstWord
};

class RuleAutomaton {
 public:
  using State = std::uint32_t;
  using Pattern = std::uint32_t;
  // Three ways in: patterns that begin with a word, tried on every line; patterns that begin with a
  // gap, tried on short lines only; and patterns tried from every word of a short line.
  static constexpr State kLine = 0, kShortLine = 1, kAnywhere = 2, kStarts = 3;

  RuleAutomaton();

  // Building. States belong to the pattern begun last.
  void begin_pattern(Pattern pattern) { building_ = pattern; }
  // `word` is folded and one token; `prefix` makes it match every word that begins so.
  Symbol intern(std::string_view word, bool prefix);
  State add_state();
  void add_edge(State from, Symbol symbol, State to);
  void add_skip(State from, State to);  // reads nothing
  void add_any(State from, State to);   // reads any one token but a mark
  // whole: the line must end here; else anything may follow.
  void accept(State state, Pattern pattern, bool whole);
  // Closes the graph: follows the skips once, so that matching never does.
  void freeze();

  std::size_t states() const { return nodes_.size(); }

 private:
  friend class RuleMatcher;
  struct TransparentHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view s) const { return std::hash<std::string_view>{}(s); }
  };
  using Words = std::unordered_map<std::string, std::uint32_t, TransparentHash, std::equal_to<>>;
  struct Accept {
    Pattern pattern = 0;
    bool whole = false;
    auto operator<=>(const Accept&) const = default;
  };
  struct Node {
    Pattern pattern = 0;
    std::vector<std::pair<Symbol, State>> edges;  // sorted after freeze
    std::vector<State> any, skips;
    std::vector<State> closure;  // itself and all that skips lead to, after freeze
    std::vector<Accept> accepts;
  };

  // The vocabulary as the matcher reads it: open addressing over FNV-1a, so that one pass over a
  // word finds it and all its known beginnings.
  struct Word {
    std::uint64_t hash = 0;
    std::uint32_t symbol = 0;
    std::uint32_t begin = 0, size = 0;  // of spellings_; size 0: free
  };
  struct Vocabulary {
    std::vector<Word> slots;  // a power of two
    // Of each slot eight bits of its hash, 0 for a free one: near memory, where most of what is
    // asked ends.
    std::vector<std::uint8_t> tags;
    std::string spellings;

    void build(const Words& words);
    const Word* find(std::uint64_t hash, std::string_view word) const;
    static std::uint8_t tag_of(std::uint64_t hash) {
      return static_cast<std::uint8_t>(hash >> 56 | 1);
    }
  };
  // Sizes of known beginnings by the first two bytes of the word, as bits; size 63 and more:
  // bit 63.
  static std::size_t prefix_row(std::string_view word) {
    const auto first = static_cast<unsigned char>(word[0]);
    const auto second = static_cast<unsigned char>(word.size() > 1 ? word[1] : 0);
    return (std::size_t{first} * 37 + second) & (kPrefixRows - 1);
  }
  static constexpr std::size_t kPrefixRows = 4096;

  void close_over(State state, std::vector<State>& out) const;
  void freeze_vocabulary();
  void note_first_words();
  // Appends the symbols that an edge may read the word by.
  void symbols_of(std::string_view word, std::vector<Symbol>& out) const;
  // False only when no pattern of kLine begins with the word: a bit of a small table tells most.
  bool may_begin(std::string_view word) const;
  static std::size_t first_bit(std::string_view word);

  std::vector<Node> nodes_;
  Words words_, prefixes_;
  Vocabulary frozen_words_, frozen_prefixes_;
  std::vector<std::uint64_t> prefix_sizes_;       // kPrefixRows
  std::array<std::uint64_t, 512> first_words_{};  // a Bloom filter with one hash
  std::array<bool, 256> first_prefixes_{};        // lead bytes of prefixes that begin patterns
  Pattern building_ = 0;
  std::uint32_t next_symbol_ = static_cast<std::uint32_t>(Symbol::kFirstWord);
};

struct PatternHit {
  RuleAutomaton::Pattern pattern = 0;
  std::uint32_t tokens = 0;  // how many tokens of the line the pattern read
  bool whole = false;        // and they were all

  bool operator==(const PatternHit&) const = default;
};

class RuleMatcher {
 public:
  // Where a match begins: a way in, for all patterns (the automaton's kLine, kShortLine and
  // kAnywhere) or for some.
  using Start = std::uint32_t;

  explicit RuleMatcher(const RuleAutomaton& automaton);  // must outlive the matcher

  // The way in for the patterns that are wanted, as if there were no others: fewer states, which
  // most lines leave sooner. Good as long as the matcher.
  Start add_start(RuleAutomaton::State way_in,
                  const std::function<bool(RuleAutomaton::Pattern)>& wanted);

  // Before the tokens of another line are matched: what is noted in tokens holds for one line.
  void begin_line() {
    if (sets_.size() > kStatesMax || classes_.size() > kStatesMax || steps_.size() > kStepsMax) {
      forget();
    }
  }

  // All patterns that match at the first token, from one way in. Appends to `hits`; the shortest
  // reading of each prefix pattern is given, once. Notes in the tokens how they are read.
  // line_ends: the last token given is the line's last. Returns how many tokens were read until
  // nothing more could match, count + 1 when more might.
  std::size_t match(Start start, std::string_view key, RuleToken* tokens, std::size_t count,
                    std::vector<PatternHit>& hits, bool line_ends = true);

  // Can a pattern begin with this token, kLine or some of its patterns the way in? The cheap
  // question that most lines end at.
  bool can_begin(Start start, std::string_view key, RuleToken& token);

 private:
  using DfaState = std::uint32_t;
  struct Set {
    std::vector<RuleAutomaton::State> nodes;
    std::vector<RuleAutomaton::Accept> accepts;
    // Of all nodes together, made when the first step is taken from here.
    std::vector<std::pair<Symbol, RuleAutomaton::State>> edges;  // sorted
    std::vector<RuleAutomaton::State> any;                       // closed, sorted
    bool joined = false;
  };
  static constexpr DfaState kDead = 0, kUnknown = ~DfaState{0};
  // What most steps ask of a set, near together.
  struct Near {
    std::uint64_t words = ~std::uint64_t{0};  // that its edges read: word_bit() of each
    DfaState other = kUnknown;                // where a word leads that they do not
    bool accepts = false;
  };
  // States, token classes and steps kept before all are forgotten and begun anew. A line adds some.
  static constexpr std::size_t kStatesMax = 1 << 13, kStepsMax = 1 << 18;
  static constexpr std::size_t kStatesBound = 1 << 16;

  // (state, token class) -> state, open addressing.
  class Steps {
   public:
    void clear();
    std::size_t size() const { return size_; }
    DfaState find(std::uint32_t edge) const;
    void add(std::uint32_t edge, DfaState to);  // not there yet

   private:
    struct Slot {
      std::uint32_t edge = kFree;
      DfaState to = 0;
    };
    static constexpr std::uint32_t kFree = ~std::uint32_t{0};
    std::size_t place_of(std::uint32_t edge) const;
    std::vector<Slot> slots_;  // a power of two
    std::size_t size_ = 0;
  };
  struct Entry {
    std::vector<RuleAutomaton::State> nodes;
    DfaState set = kUnknown;  // made when first asked for
  };

  static std::uint64_t word_bit(Symbol symbol) {
    return std::uint64_t{1} << (static_cast<std::uint32_t>(symbol) * 0x9E3779B9u >> 26);
  }
  DfaState set_of(Start start) {
    DfaState& set = starts_[start].set;
    if (set == kUnknown) set = intern_set(starts_[start].nodes);
    return set;
  }
  std::uint32_t class_of(std::string_view key, RuleToken& token);
  std::uint32_t intern_class(const std::vector<Symbol>& symbols);
  std::uint32_t add_class(const std::vector<Symbol>& symbols);
  DfaState step(DfaState from, std::uint32_t token_class);
  DfaState make_step(DfaState from, const std::vector<Symbol>& symbols);
  DfaState intern_set(std::vector<RuleAutomaton::State> nodes);
  void join_edges(DfaState state);
  void forget();

  const RuleAutomaton& automaton_;
  std::vector<Entry> starts_;
  std::vector<Set> sets_;
  std::vector<Near> near_;  // one a set
  std::unordered_map<std::string, DfaState> set_ids_;
  Steps steps_;
  std::vector<std::vector<Symbol>> classes_;
  // One a class: word_bit() of the words it may be read as; all bits of what is no word.
  std::vector<std::uint64_t> class_words_;
  std::unordered_map<std::string, std::uint32_t> class_ids_;
  std::vector<std::uint32_t> word_class_ids_;  // of a word with one reading, by it
  std::array<std::uint32_t, static_cast<std::size_t>(Symbol::kFirstWord)> bare_class_ids_{};
  std::vector<Symbol> symbols_;
};

}  // namespace khabar
