#include "stages/clean/rules_pattern.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/text/fold.h"

namespace khabar {
namespace {

using Kind = PatternNode::Kind;

// Depth of brackets and of lists within lists.
constexpr int kDepthMax = 16;
constexpr std::uint32_t kGapMax = 20;

struct ClassName {
  std::string_view name;
  Symbol symbol;
};
constexpr std::array<ClassName, 8> kClasses = {{{"url", Symbol::url},
                                                {"email", Symbol::email},
                                                {"handle", Symbol::handle},
                                                {"number", Symbol::number},
                                                {"year", Symbol::year},
                                                {"bar", Symbol::bar},
                                                {"stop", Symbol::stop},
                                                {"copyright", Symbol::copyright}}};

PatternNode symbol_node(Symbol symbol) {
  PatternNode node;
  node.kind = Kind::symbol;
  node.symbol = symbol;
  return node;
}

// Long patterns are written over several lines.
bool is_space(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

class PatternParser {
 public:
  PatternParser(std::string_view text, const PatternScope& scope) : text_(text), scope_(scope) {}

  Result<ParsedPattern> run() {
    ParsedPattern out;
    while (!text_.empty() && is_space(text_.back())) text_.remove_suffix(1);
    if (text_.ends_with("...")) {
      out.open_ended = true;
      text_.remove_suffix(3);
    }
    auto root = sequence(0);
    if (!root) return tl::unexpected(root.error());
    if (at_ < text_.size())
      return fault("'" + std::string(1, text_[at_]) + "' without its opening");
    out.root = std::move(*root);
    if (out.root.parts.empty()) return fault("it is empty");
    return out;
  }

 private:
  tl::unexpected<Error> fault(std::string what) const { return invalid(std::move(what)); }

  Result<PatternNode> sequence(int depth) {
    if (depth > kDepthMax) return fault("brackets nest deeper than " + std::to_string(kDepthMax));
    PatternNode out;
    while (at_ < text_.size()) {
      const char c = text_[at_];
      if (is_space(c)) {
        ++at_;
        continue;
      }
      if (c == '|' || c == ')' || c == ']') break;
      auto part = item(depth);
      if (!part) return part;
      out.parts.push_back(std::move(*part));
    }
    return out;
  }

  Result<PatternNode> item(int depth) {
    const char c = text_[at_];
    if (c == '(' || c == '[') return bracket(depth);
    if (c == '<') return name();
    if (c == ':') {
      ++at_;
      return symbol_node(Symbol::colon);
    }
    if (text_.substr(at_).starts_with("..")) return gap();
    return word();
  }

  Result<PatternNode> bracket(int depth) {
    const bool optional = text_[at_] == '[';
    const char close = optional ? ']' : ')';
    ++at_;
    PatternNode choice;
    choice.kind = Kind::choice;
    for (;;) {
      auto part = sequence(depth + 1);
      if (!part) return part;
      choice.parts.push_back(std::move(*part));
      if (at_ >= text_.size()) return fault(std::string("'") + close + "' is missing");
      const char c = text_[at_++];
      if (c == '|') continue;
      if (c == close) break;
      return fault(std::string("'") + c + "' where '" + close + "' was expected");
    }
    if (optional) choice.parts.emplace_back();
    return choice;
  }

  Result<PatternNode> name() {
    const std::size_t close = text_.find('>', at_);
    if (close == std::string_view::npos) return fault("'>' is missing");
    const std::string_view name = text_.substr(at_ + 1, close - at_ - 1);
    at_ = close + 1;
    if (const auto at = scope_.lists.find(name); at != scope_.lists.end()) return at->second;
    for (const ClassName& c : kClasses)
      if (c.name == name) return symbol_node(c.symbol);
    if (name == "address") {
      PatternNode any;
      any.kind = Kind::choice;
      for (const Symbol s : {Symbol::url, Symbol::email, Symbol::handle})
        any.parts.push_back(symbol_node(s));
      return any;
    }
    return fault("no list is named <" + std::string(name) + ">");
  }

  Result<PatternNode> gap() {
    at_ += 2;
    PatternNode node;
    node.kind = Kind::gap;
    const std::size_t begin = at_;
    while (at_ < text_.size() && text_[at_] >= '0' && text_[at_] <= '9' && at_ < begin + 4)
      node.gap_max = node.gap_max * 10 + static_cast<std::uint32_t>(text_[at_++] - '0');
    if (at_ == begin || node.gap_max == 0 || node.gap_max > kGapMax)
      return fault("a gap is written ..1 to .." + std::to_string(kGapMax));
    return node;
  }

  Result<PatternNode> word() {
    const bool clitics = text_[at_] == '~';
    if (clitics) ++at_;
    const std::size_t begin = at_;
    while (at_ < text_.size() &&
           std::string_view(" \n\t\r()[]<>|:").find(text_[at_]) == std::string_view::npos)
      ++at_;
    std::string_view written = text_.substr(begin, at_ - begin);
    const bool prefix = written.ends_with('*');
    if (prefix) written.remove_suffix(1);
    auto plain = literal(written, prefix);
    if (!plain || !clitics) return plain;
    PatternNode choice;
    choice.kind = Kind::choice;
    choice.parts.push_back(std::move(*plain));
    for (const std::string& clitic : scope_.clitics) {
      auto with = literal(clitic + std::string(written), prefix);
      if (!with) return with;
      choice.parts.push_back(std::move(*with));
    }
    return choice;
  }

  // A written word as the key has it; what the fold or the tokenizer cut apart becomes a sequence.
  Result<PatternNode> literal(std::string_view written, bool prefix) const {
    const std::string key = folded(written, FoldMarks::keep);
    std::vector<RuleToken> tokens;
    tokenize_key(key, 16, tokens);
    PatternNode out;
    for (const RuleToken& token : tokens) {
      PatternNode node;
      if (token.kind == TokenKind::copyright) {
        node = symbol_node(Symbol::copyright);
      } else if (token.kind == TokenKind::word || token.kind == TokenKind::number) {
        node.kind = Kind::word;
        node.word = key.substr(token.begin, token.end - token.begin);
      } else {
        return fault("'" + std::string(written) + "' is no word; links are <url>, marks <stop>");
      }
      out.parts.push_back(std::move(node));
    }
    if (out.parts.empty())
      return fault("'" + std::string(written) + "' has no letters that patterns see");
    out.parts.back().prefix = prefix;
    if (prefix && out.parts.back().word.size() < 3)
      return fault("'" + std::string(written) + "*' begins too many words");
    if (out.parts.size() == 1) return std::move(out.parts[0]);
    return out;
  }

  std::string_view text_;
  const PatternScope& scope_;
  std::size_t at_ = 0;
};

std::uint32_t letters_of(std::string_view word) {
  std::uint32_t n = 0;
  for (const char c : word) n += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  return n;
}

PatternFloor floor_of_sequence(const PatternNode& node) {
  PatternFloor sum;
  bool at_begin = true;  // nothing that must be read stands before
  for (const PatternNode& part : node.parts) {
    const PatternFloor f = floor_of(part);
    sum.words += f.words;
    sum.letters += f.letters;
    sum.reads += f.reads;
    sum.gaps += f.gaps;
    sum.begins_with_gap |= at_begin && f.begins_with_gap;
    at_begin &= f.reads == 0;
  }
  return sum;
}

PatternFloor floor_of_choice(const PatternNode& node) {
  PatternFloor least{~0u, ~0u, ~0u, false, 0};
  // Each figure on its own: the path with the fewest words may not be the shortest.
  for (const PatternNode& part : node.parts) {
    const PatternFloor f = floor_of(part);
    least.words = std::min(least.words, f.words);
    least.letters = std::min(least.letters, f.letters);
    least.reads = std::min(least.reads, f.reads);
    least.gaps = std::max(least.gaps, f.gaps);
    least.begins_with_gap |= f.begins_with_gap;
  }
  return least;
}

class Compiler {
 public:
  explicit Compiler(RuleAutomaton& automaton)
      : automaton_(automaton), states_before_(automaton.states()) {}

  // Joins `from` to `to` by whatever the node reads.
  bool join(const PatternNode& node, RuleAutomaton::State from, RuleAutomaton::State to) {
    if (automaton_.states() - states_before_ > kPatternStatesMax) return false;
    switch (node.kind) {
      case Kind::word:
        automaton_.add_edge(from, automaton_.intern(node.word, node.prefix), to);
        return true;
      case Kind::symbol:
        automaton_.add_edge(from, node.symbol, to);
        return true;
      case Kind::gap:
        return join_gap(node, from, to);
      case Kind::sequence:
        return join_sequence(node, from, to);
      case Kind::choice:
        break;
    }
    return std::all_of(node.parts.begin(), node.parts.end(),
                       [&](const PatternNode& part) { return join(part, from, to); });
  }

 private:
  bool join_gap(const PatternNode& node, RuleAutomaton::State from, RuleAutomaton::State to) {
    // A fresh state, so that the gap's edges do not mix with what else leaves `from`.
    RuleAutomaton::State at = automaton_.add_state();
    automaton_.add_skip(from, at);
    for (std::uint32_t i = 0; i < node.gap_max; ++i) {
      automaton_.add_skip(at, to);
      const RuleAutomaton::State next = automaton_.add_state();
      automaton_.add_any(at, next);
      at = next;
    }
    automaton_.add_skip(at, to);
    return true;
  }

  bool join_sequence(const PatternNode& node, RuleAutomaton::State from, RuleAutomaton::State to) {
    if (node.parts.empty()) {
      automaton_.add_skip(from, to);
      return true;
    }
    RuleAutomaton::State at = from;
    for (std::size_t i = 0; i < node.parts.size(); ++i) {
      const RuleAutomaton::State next = i + 1 < node.parts.size() ? automaton_.add_state() : to;
      if (!join(node.parts[i], at, next)) return false;
      at = next;
    }
    return true;
  }

  RuleAutomaton& automaton_;
  std::size_t states_before_;
};

}  // namespace

Result<ParsedPattern> parse_pattern(std::string_view text, const PatternScope& scope) {
  return PatternParser(text, scope).run();
}

Result<PatternNode> parse_list(const std::vector<std::string>& entries, const PatternScope& scope) {
  PatternNode choice;
  choice.kind = Kind::choice;
  for (const std::string& entry : entries) {
    auto parsed = parse_pattern(entry, scope);
    if (!parsed) return invalid("entry '" + entry + "': " + parsed.error().message);
    if (parsed->open_ended) return invalid("entry '" + entry + "': a list entry has an end");
    if (floor_of(parsed->root).reads == 0) return invalid("entry '" + entry + "' may read nothing");
    choice.parts.push_back(std::move(parsed->root));
  }
  if (choice.parts.empty()) return invalid("it has no entries");
  return choice;
}

PatternFloor floor_of(const PatternNode& node) {
  switch (node.kind) {
    case Kind::word:
      return {1, letters_of(node.word), 1, false, 0};
    case Kind::symbol: {
      const bool mark =
          node.symbol == Symbol::colon || node.symbol == Symbol::bar || node.symbol == Symbol::stop;
      if (mark) return {0, 0, 1, false, 0};
      return {1, 4, node.symbol == Symbol::copyright ? 2u : 1u, false, 0};
    }
    case Kind::gap:
      return {0, 0, 0, true, node.gap_max};
    case Kind::sequence:
      return floor_of_sequence(node);
    case Kind::choice:
      return floor_of_choice(node);
  }
  return {};
}

Status compile_pattern(const ParsedPattern& pattern, RuleAutomaton::Pattern id,
                       RuleAutomaton& automaton, bool anywhere) {
  auto start = RuleAutomaton::kLine;
  if (floor_of(pattern.root).begins_with_gap) start = RuleAutomaton::kShortLine;
  if (anywhere) start = RuleAutomaton::kAnywhere;
  automaton.begin_pattern(id);
  const RuleAutomaton::State from = automaton.add_state(), to = automaton.add_state();
  automaton.add_skip(start, from);
  if (!Compiler(automaton).join(pattern.root, from, to))
    return invalid("its options multiply to more than " + std::to_string(kPatternStatesMax) +
                   " states");
  automaton.accept(to, id, !pattern.open_ended && !anywhere);
  return {};
}

}  // namespace khabar
