#include "stages/clean/rules_automaton.h"

#include <algorithm>

namespace khabar {
namespace {

template <class T>
void sort_unique(std::vector<T>& values) {
  std::sort(values.begin(), values.end());
  values.erase(std::unique(values.begin(), values.end()), values.end());
}

template <class T>
std::string bytes_of(const std::vector<T>& values) {
  static_assert(sizeof(T) == sizeof(std::uint32_t));
  std::string bytes;
  for (const T value : values) {
    const auto n = static_cast<std::uint32_t>(value);
    for (int shift = 0; shift < 32; shift += 8) bytes.push_back(static_cast<char>(n >> shift));
  }
  return bytes;
}

bool is_stop_class(const std::vector<Symbol>& symbols) {
  return symbols.size() == 1 && symbols[0] == Symbol::stop;
}
bool is_mark_class(const std::vector<Symbol>& symbols) {
  return symbols.size() == 1 &&
         (symbols[0] == Symbol::stop || symbols[0] == Symbol::colon || symbols[0] == Symbol::bar);
}

Symbol class_symbol(TokenKind kind) {
  switch (kind) {
    case TokenKind::url:
      return Symbol::url;
    case TokenKind::email:
      return Symbol::email;
    case TokenKind::handle:
      return Symbol::handle;
    case TokenKind::number:
      return Symbol::number;
    case TokenKind::colon:
      return Symbol::colon;
    case TokenKind::bar:
      return Symbol::bar;
    case TokenKind::stop:
      return Symbol::stop;
    case TokenKind::copyright:
      return Symbol::copyright;
    case TokenKind::word:
      return Symbol::other;
  }
  return Symbol::other;
}

}  // namespace

RuleAutomaton::RuleAutomaton() {
  nodes_.resize(2);
}

Symbol RuleAutomaton::intern(std::string_view word, bool prefix) {
  Words& table = prefix ? prefixes_ : words_;
  const auto [at, fresh] = table.try_emplace(std::string(word), next_symbol_);
  if (fresh) ++next_symbol_;
  return static_cast<Symbol>(at->second);
}

RuleAutomaton::State RuleAutomaton::add_state() {
  nodes_.emplace_back();
  return static_cast<State>(nodes_.size() - 1);
}

void RuleAutomaton::add_edge(State from, Symbol symbol, State to) {
  nodes_[from].edges.emplace_back(symbol, to);
}
void RuleAutomaton::add_skip(State from, State to) {
  nodes_[from].skips.push_back(to);
}
void RuleAutomaton::add_any(State from, State to) {
  nodes_[from].any.push_back(to);
}
void RuleAutomaton::accept(State state, Pattern pattern, bool whole) {
  nodes_[state].accepts.push_back({pattern, whole});
}

void RuleAutomaton::close_over(State state, std::vector<State>& out) const {
  out.assign(1, state);
  for (std::size_t i = 0; i < out.size(); ++i) {
    for (const State to : nodes_[out[i]].skips) out.push_back(to);
    // Graphs have no loops, but meet again behind options: keep the frontier free of repeats.
    if (out.size() > 2 * (i + 1) + 64) {
      std::sort(out.begin() + static_cast<std::ptrdiff_t>(i) + 1, out.end());
      out.erase(std::unique(out.begin() + static_cast<std::ptrdiff_t>(i) + 1, out.end()),
                out.end());
    }
  }
  sort_unique(out);
}

void RuleAutomaton::freeze() {
  for (State s = 0; s < nodes_.size(); ++s) {
    close_over(s, nodes_[s].closure);
    std::sort(nodes_[s].edges.begin(), nodes_[s].edges.end());
  }
  for (const auto& entry : prefixes_)
    prefix_sizes_[static_cast<unsigned char>(entry.first[0])].push_back(entry.first.size());
  for (auto& sizes : prefix_sizes_) sort_unique(sizes);
  note_first_words();
}

std::size_t RuleAutomaton::first_bit(std::string_view word) {
  // FNV-1a; words are short.
  std::uint32_t hash = 2166136261u;
  for (const char c : word) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619u;
  return hash >> 17;  // 15 bits: 512 words of 64
}

void RuleAutomaton::note_first_words() {
  std::vector<Symbol> first;
  for (const State s : nodes_[kLine].closure)
    for (const auto& edge : nodes_[s].edges) first.push_back(edge.first);
  sort_unique(first);
  const auto begins = [&](std::uint32_t symbol) {
    return std::binary_search(first.begin(), first.end(), static_cast<Symbol>(symbol));
  };
  for (const auto& [word, symbol] : words_) {
    const std::size_t bit = first_bit(word);
    if (begins(symbol)) first_words_[bit / 64] |= std::uint64_t{1} << (bit % 64);
  }
  for (const auto& [word, symbol] : prefixes_)
    if (begins(symbol)) first_prefixes_[static_cast<unsigned char>(word[0])] = true;
}

bool RuleAutomaton::may_begin(std::string_view word) const {
  const std::size_t bit = first_bit(word);
  return (first_words_[bit / 64] >> (bit % 64) & 1) != 0 ||
         first_prefixes_[static_cast<unsigned char>(word[0])];
}

RuleMatcher::RuleMatcher(const RuleAutomaton& automaton) : automaton_(automaton) {
  forget();
}

void RuleMatcher::forget() {
  sets_.clear();
  set_ids_.clear();
  steps_.clear();
  classes_.clear();
  class_ids_.clear();
  small_class_ids_.clear();
  intern_set({});  // kDead
  start_[0] = intern_set(automaton_.nodes_[RuleAutomaton::kLine].closure);
  start_[1] = intern_set(automaton_.nodes_[RuleAutomaton::kShortLine].closure);
}

RuleMatcher::DfaState RuleMatcher::intern_set(std::vector<RuleAutomaton::State> nodes) {
  sort_unique(nodes);
  const auto [at, fresh] = set_ids_.try_emplace(bytes_of(nodes), sets_.size());
  if (!fresh) return at->second;
  Set set;
  for (const RuleAutomaton::State node : nodes) {
    const auto& accepts = automaton_.nodes_[node].accepts;
    set.accepts.insert(set.accepts.end(), accepts.begin(), accepts.end());
  }
  sort_unique(set.accepts);
  set.nodes = std::move(nodes);
  sets_.push_back(std::move(set));
  return at->second;
}

std::uint32_t RuleMatcher::intern_class(const std::vector<Symbol>& symbols) {
  if (symbols.size() <= 2) {
    const auto second = symbols.size() == 2 ? static_cast<std::uint64_t>(symbols[1]) : ~0u;
    const std::uint64_t small = (static_cast<std::uint64_t>(symbols[0]) << 32) | second;
    const auto [at, fresh] = small_class_ids_.try_emplace(small, classes_.size());
    if (fresh) classes_.push_back(symbols);
    return at->second;
  }
  const auto [at, fresh] = class_ids_.try_emplace(bytes_of(symbols), classes_.size());
  if (fresh) classes_.push_back(symbols);
  return at->second;
}

std::uint32_t RuleMatcher::class_of(std::string_view key, const RuleToken& token) {
  symbols_.clear();
  const std::string_view text = key.substr(token.begin, token.end - token.begin);
  symbols_.push_back(class_symbol(token.kind));
  if (token.kind == TokenKind::number && text.size() == 4 &&
      (text.starts_with("19") || text.starts_with("20")))
    symbols_.push_back(Symbol::year);
  if (token.kind == TokenKind::word || token.kind == TokenKind::number) {
    if (const auto at = automaton_.words_.find(text); at != automaton_.words_.end())
      symbols_.push_back(static_cast<Symbol>(at->second));
    for (const std::size_t size : automaton_.prefix_sizes_[static_cast<unsigned char>(text[0])]) {
      if (size > text.size()) break;
      const auto at = automaton_.prefixes_.find(text.substr(0, size));
      if (at != automaton_.prefixes_.end()) symbols_.push_back(static_cast<Symbol>(at->second));
    }
  }
  return intern_class(symbols_);
}

RuleMatcher::DfaState RuleMatcher::step(DfaState from, std::uint32_t token_class) {
  const std::uint64_t edge = (std::uint64_t{from} << 32) | token_class;
  if (const auto at = steps_.find(edge); at != steps_.end()) return at->second;
  const std::vector<Symbol>& symbols = classes_[token_class];
  const bool mark = is_mark_class(symbols), stop = is_stop_class(symbols);
  std::vector<RuleAutomaton::State> next;
  const auto reach = [&](RuleAutomaton::State to) {
    const auto& closure = automaton_.nodes_[to].closure;
    next.insert(next.end(), closure.begin(), closure.end());
  };
  for (const RuleAutomaton::State s : sets_[from].nodes) {
    const RuleAutomaton::Node& node = automaton_.nodes_[s];
    for (const Symbol symbol : symbols) {
      const auto low = std::lower_bound(node.edges.begin(), node.edges.end(),
                                        std::pair{symbol, RuleAutomaton::State{0}});
      for (auto at = low; at != node.edges.end() && at->first == symbol; ++at) reach(at->second);
    }
    if (!mark) {
      for (const RuleAutomaton::State to : node.any) reach(to);
    } else if (!stop || node.any.empty()) {
      next.push_back(s);  // a mark nobody asked for
    }
  }
  const DfaState to = intern_set(std::move(next));
  steps_.emplace(edge, to);
  return to;
}

bool RuleMatcher::can_begin(std::string_view key, const RuleToken& token) {
  if (token.kind == TokenKind::word &&
      !automaton_.may_begin(key.substr(token.begin, token.end - token.begin)))
    return false;
  return step(start_[0], class_of(key, token)) != kDead;
}

void RuleMatcher::match(RuleAutomaton::State start, std::string_view key, const RuleToken* tokens,
                        std::size_t count, std::vector<PatternHit>& hits) {
  if (sets_.size() > kStatesMax || classes_.size() > kStatesMax) forget();
  DfaState state = start_[start];
  for (std::size_t i = 0; i < count && state != kDead; ++i) {
    state = step(state, class_of(key, tokens[i]));
    const bool last = i + 1 == count;
    for (const RuleAutomaton::Accept& accept : sets_[state].accepts) {
      if (accept.whole && !last) continue;
      const auto same = [&](const PatternHit& h) { return h.pattern == accept.pattern; };
      if (const auto at = std::find_if(hits.begin(), hits.end(), same); at != hits.end()) {
        at->whole |= last;
      } else {
        hits.push_back({accept.pattern, static_cast<std::uint32_t>(i + 1), last});
      }
    }
  }
}

}  // namespace khabar
