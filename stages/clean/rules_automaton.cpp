#include "stages/clean/rules_automaton.h"

#include <algorithm>
#include <bit>

#include "core/base/check.h"

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

constexpr std::uint64_t kHashBegin = 0xCBF29CE484222325ull;  // FNV-1a
constexpr std::uint64_t hashed_on(std::uint64_t hash, char c) {
  return (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3ull;
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
  nodes_.resize(kStarts);
}

Symbol RuleAutomaton::intern(std::string_view word, bool prefix) {
  Words& table = prefix ? prefixes_ : words_;
  const auto [at, fresh] = table.try_emplace(std::string(word), next_symbol_);
  if (fresh) ++next_symbol_;
  return static_cast<Symbol>(at->second);
}

RuleAutomaton::State RuleAutomaton::add_state() {
  nodes_.emplace_back();
  nodes_.back().pattern = building_;
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
  freeze_vocabulary();
  note_first_words();
}

void RuleAutomaton::Vocabulary::build(const Words& words) {
  slots.assign(std::bit_ceil(4 * words.size() + 1), {});
  tags.assign(slots.size(), 0);
  spellings.clear();
  for (const auto& [word, symbol] : words) {
    std::uint64_t hash = kHashBegin;
    for (const char c : word) hash = hashed_on(hash, c);
    std::size_t at = hash & (slots.size() - 1);
    while (slots[at].size != 0) at = (at + 1) & (slots.size() - 1);
    tags[at] = tag_of(hash);
    slots[at] = {hash, symbol, static_cast<std::uint32_t>(spellings.size()),
                 static_cast<std::uint32_t>(word.size())};
    spellings += word;
  }
}

const RuleAutomaton::Word* RuleAutomaton::Vocabulary::find(std::uint64_t hash,
                                                           std::string_view word) const {
  const std::uint8_t tag = tag_of(hash);
  for (std::size_t at = hash & (slots.size() - 1); tags[at] != 0;
       at = (at + 1) & (slots.size() - 1)) {
    if (tags[at] != tag) continue;
    const Word& known = slots[at];
    if (known.hash != hash || known.size != word.size()) continue;
    if (std::equal(word.begin(), word.end(), spellings.begin() + known.begin)) return &known;
  }
  return nullptr;
}

void RuleAutomaton::freeze_vocabulary() {
  frozen_words_.build(words_);
  frozen_prefixes_.build(prefixes_);
  prefix_sizes_.assign(kPrefixRows, 0);
  for (const auto& entry : prefixes_) {
    const std::string& prefix = entry.first;
    const std::uint64_t size = std::uint64_t{1} << std::min<std::size_t>(prefix.size(), 63);
    if (prefix.size() > 1) {
      prefix_sizes_[prefix_row(prefix)] |= size;
      continue;
    }
    for (int second = 0; second < 256; ++second) {  // one byte: whatever follows
      const char bytes[2] = {prefix[0], static_cast<char>(second)};
      prefix_sizes_[prefix_row({bytes, 2})] |= size;
    }
  }
}

void RuleAutomaton::symbols_of(std::string_view word, std::vector<Symbol>& out) const {
  const std::uint64_t sizes = prefix_sizes_[prefix_row(word)];
  const std::size_t whole = out.size();
  std::uint64_t hash = kHashBegin;
  for (std::size_t i = 0; i < word.size(); ++i) {
    hash = hashed_on(hash, word[i]);
    if ((sizes >> std::min<std::size_t>(i + 1, 63) & 1) == 0) continue;
    const Word* known = frozen_prefixes_.find(hash, word.substr(0, i + 1));
    if (known != nullptr) out.push_back(static_cast<Symbol>(known->symbol));
  }
  const Word* known = frozen_words_.find(hash, word);
  if (known != nullptr) {
    out.insert(out.begin() + static_cast<std::ptrdiff_t>(whole),
               static_cast<Symbol>(known->symbol));
  }
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
  for (RuleAutomaton::State way_in = 0; way_in < RuleAutomaton::kStarts; ++way_in)
    add_start(way_in, [](RuleAutomaton::Pattern) { return true; });
  forget();
}

RuleMatcher::Start RuleMatcher::add_start(
    RuleAutomaton::State way_in, const std::function<bool(RuleAutomaton::Pattern)>& wanted) {
  Entry& start = starts_.emplace_back();
  for (const RuleAutomaton::State node : automaton_.nodes_[way_in].closure) {
    const bool of_pattern = node >= RuleAutomaton::kStarts;
    if (of_pattern && wanted(automaton_.nodes_[node].pattern)) start.nodes.push_back(node);
  }
  return static_cast<Start>(starts_.size() - 1);
}

void RuleMatcher::forget() {
  for (Entry& start : starts_) start.set = kUnknown;
  sets_.clear();
  near_.clear();
  set_ids_.clear();
  steps_.clear();
  classes_.clear();
  class_words_.clear();
  class_ids_.clear();
  word_class_ids_.assign(automaton_.next_symbol_, RuleToken::kUnread);
  bare_class_ids_.fill(RuleToken::kUnread);
  intern_set({});  // kDead
}

RuleMatcher::DfaState RuleMatcher::intern_set(std::vector<RuleAutomaton::State> nodes) {
  sort_unique(nodes);
  const auto [at, fresh] = set_ids_.try_emplace(bytes_of(nodes), sets_.size());
  if (!fresh) return at->second;
  CHECK(sets_.size() < kStatesBound);
  Set set;
  for (const RuleAutomaton::State node : nodes) {
    const auto& accepts = automaton_.nodes_[node].accepts;
    set.accepts.insert(set.accepts.end(), accepts.begin(), accepts.end());
  }
  sort_unique(set.accepts);
  set.nodes = std::move(nodes);
  near_.emplace_back().accepts = !set.accepts.empty();
  sets_.push_back(std::move(set));
  return at->second;
}

std::uint32_t RuleMatcher::add_class(const std::vector<Symbol>& symbols) {
  CHECK(classes_.size() < kStatesBound);
  std::uint64_t words = 0;
  for (std::size_t i = 1; i < symbols.size(); ++i) words |= word_bit(symbols[i]);
  if (symbols[0] != Symbol::other) words = ~std::uint64_t{0};
  class_words_.push_back(words);
  classes_.push_back(symbols);
  return static_cast<std::uint32_t>(classes_.size() - 1);
}

std::uint32_t RuleMatcher::intern_class(const std::vector<Symbol>& symbols) {
  std::uint32_t* known = nullptr;
  if (symbols.size() == 1) {
    known = &bare_class_ids_[static_cast<std::size_t>(symbols[0])];
  } else if (symbols.size() == 2 && symbols[0] == Symbol::other) {
    known = &word_class_ids_[static_cast<std::size_t>(symbols[1])];
  } else {
    known = &class_ids_.try_emplace(bytes_of(symbols), RuleToken::kUnread).first->second;
  }
  if (*known == RuleToken::kUnread) *known = add_class(symbols);
  return *known;
}

std::uint32_t RuleMatcher::class_of(std::string_view key, RuleToken& token) {
  if (token.read_as != RuleToken::kUnread) return token.read_as;
  symbols_.clear();
  const std::string_view text = key.substr(token.begin, token.end - token.begin);
  symbols_.push_back(class_symbol(token.kind));
  if (token.kind == TokenKind::number && text.size() == 4 &&
      (text.starts_with("19") || text.starts_with("20")))
    symbols_.push_back(Symbol::year);
  if (token.kind == TokenKind::word || token.kind == TokenKind::number)
    automaton_.symbols_of(text, symbols_);
  return token.read_as = intern_class(symbols_);
}

void RuleMatcher::Steps::clear() {
  slots_.assign(std::size_t{1} << 12, {});
  size_ = 0;
}

std::size_t RuleMatcher::Steps::place_of(std::uint32_t edge) const {
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = (edge * 0x9E3779B97F4A7C15ull >> 32) & mask;
  while (slots_[at].edge != edge && slots_[at].edge != kFree) at = (at + 1) & mask;
  return at;
}

RuleMatcher::DfaState RuleMatcher::Steps::find(std::uint32_t edge) const {
  const Slot& slot = slots_[place_of(edge)];
  return slot.edge == edge ? slot.to : kUnknown;
}

void RuleMatcher::Steps::add(std::uint32_t edge, DfaState to) {
  if (2 * ++size_ > slots_.size()) {
    std::vector<Slot> old(2 * slots_.size());
    old.swap(slots_);
    for (const Slot& slot : old) {
      if (slot.edge != kFree) slots_[place_of(slot.edge)] = slot;
    }
  }
  slots_[place_of(edge)] = {edge, to};
}

RuleMatcher::DfaState RuleMatcher::step(DfaState from, std::uint32_t token_class) {
  if ((near_[from].words & class_words_[token_class]) == 0) {
    if (near_[from].other == kUnknown) {
      const DfaState to = make_step(from, {Symbol::other});
      near_[from].other = to;
    }
    return near_[from].other;
  }
  const std::uint32_t edge = from << 16 | token_class;
  if (const DfaState known = steps_.find(edge); known != kUnknown) return known;
  const DfaState to = make_step(from, classes_[token_class]);
  steps_.add(edge, to);
  return to;
}

RuleMatcher::DfaState RuleMatcher::make_step(DfaState from, const std::vector<Symbol>& symbols) {
  const bool mark = is_mark_class(symbols), stop = is_stop_class(symbols);
  if (!sets_[from].joined) join_edges(from);
  const Set& set = sets_[from];
  std::vector<RuleAutomaton::State> next;
  for (const Symbol symbol : symbols) {
    for (auto at = std::lower_bound(set.edges.begin(), set.edges.end(),
                                    std::pair{symbol, RuleAutomaton::State{0}});
         at != set.edges.end() && at->first == symbol; ++at) {
      const auto& closure = automaton_.nodes_[at->second].closure;
      next.insert(next.end(), closure.begin(), closure.end());
    }
  }
  if (!mark) next.insert(next.end(), set.any.begin(), set.any.end());
  for (const RuleAutomaton::State s : set.nodes) {
    if (!mark) break;
    const bool asked = stop && !automaton_.nodes_[s].any.empty();
    if (!asked) next.push_back(s);  // a mark nobody asked for
  }
  return intern_set(std::move(next));
}

void RuleMatcher::join_edges(DfaState state) {
  Set& set = sets_[state];
  for (const RuleAutomaton::State s : set.nodes) {
    const RuleAutomaton::Node& node = automaton_.nodes_[s];
    set.edges.insert(set.edges.end(), node.edges.begin(), node.edges.end());
    for (const RuleAutomaton::State to : node.any) {
      const auto& closure = automaton_.nodes_[to].closure;
      set.any.insert(set.any.end(), closure.begin(), closure.end());
    }
  }
  sort_unique(set.edges);
  sort_unique(set.any);
  set.joined = true;
  near_[state].words = 1;  // so that it meets all bits of what is no word
  for (const auto& edge : set.edges)
    if (edge.first >= Symbol::kFirstWord) near_[state].words |= word_bit(edge.first);
}

bool RuleMatcher::can_begin(Start start, std::string_view key, RuleToken& token) {
  if (token.kind == TokenKind::word &&
      !automaton_.may_begin(key.substr(token.begin, token.end - token.begin)))
    return false;
  return step(set_of(start), class_of(key, token)) != kDead;
}

std::size_t RuleMatcher::match(Start start, std::string_view key, RuleToken* tokens,
                               std::size_t count, std::vector<PatternHit>& hits, bool line_ends) {
  DfaState state = set_of(start);
  for (std::size_t i = 0; i < count; ++i) {
    state = step(state, class_of(key, tokens[i]));
    if (state == kDead) return i + 1;
    if (!near_[state].accepts) continue;
    const bool last = line_ends && i + 1 == count;
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
  return count + 1;
}

}  // namespace khabar
