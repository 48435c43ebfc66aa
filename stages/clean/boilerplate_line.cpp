#include "stages/clean/boilerplate_line.h"

#include <algorithm>
#include <array>

#include "core/text/utf8.h"
#include "stages/clean/boilerplate_shape.h"

namespace khabar {
namespace {

// Enough of a line to see its first words; whole short lines are always matched.
constexpr std::size_t kHeadBytes = 80, kFirstWordBytes = 32;
constexpr std::size_t kShortLineBytes = 160, kShortLineTokens = 14;
constexpr std::size_t kTokensMax = 200;
constexpr std::size_t kSentenceWords = 5;
// Of a long line: so many tokens show most rules that they do not match. A line of so many words
// has no structure (structure_of), and nobody asks whether it is plain (text_blocks.h).
constexpr std::size_t kFirstTokens = 16, kManyWords = 11;

bool is_address(TokenKind kind) {
  return kind == TokenKind::url || kind == TokenKind::email || kind == TokenKind::handle;
}
bool is_word(TokenKind kind) {
  return kind == TokenKind::word || kind == TokenKind::number || is_address(kind);
}

bool is_skipped_mark(TokenKind kind) {
  return kind == TokenKind::colon || kind == TokenKind::bar || kind == TokenKind::stop;
}

LineEvidence evidence_of(const BoilerplateRule& rule) {
  if (rule.needs_neighbour || (!rule.strong && !rule.tail_only)) return LineEvidence::neighbour;
  if (rule.tail_only) return LineEvidence::tail;
  return LineEvidence::strong;
}

int rank(LineEvidence evidence) {
  switch (evidence) {
    case LineEvidence::strong:
      return 3;
    case LineEvidence::tail:
      return 2;
    case LineEvidence::neighbour:
      return 1;
    case LineEvidence::none:
      return 0;
  }
  return 0;
}

bool is_markup(std::string_view text) {
  constexpr std::array<std::string_view, 6> kNames = {"alt=\"",   "content=\"", "title=\"",
                                                      "class=\"", "style=\"",   "href=\""};
  if (!text.ends_with(">")) return false;
  return std::any_of(kNames.begin(), kNames.end(),
                     [&](std::string_view name) { return text.starts_with(name); });
}

}  // namespace

std::string_view structure_id(LineStructure structure) {
  switch (structure) {
    case LineStructure::none:
      return "";
    case LineStructure::address:
      return "neutral/contact/address_line";
    case LineStructure::number:
      return "neutral/contact/number_line";
    case LineStructure::numbers:
      return "neutral/contact/numbers_line";
    case LineStructure::markup:
      return "neutral/navigation/markup_residue";
    case LineStructure::ornament:
      return "neutral/navigation/ornament_line";
  }
  return "";
}

BoilerplateReader::BoilerplateReader(const BoilerplateRules& rules)
    : rules_(rules), matcher_(rules.automaton()) {
  set_language("");
}

void BoilerplateReader::set_language(std::string_view language) {
  const std::uint32_t mask = rules_.language_mask(language);
  const auto at = std::find_if(all_ways_.begin(), all_ways_.end(),
                               [&](const Ways& known) { return known.mask == mask; });
  if (at != all_ways_.end()) {
    ways_ = *at;
    return;
  }
  const auto speaks = [&](RuleAutomaton::Pattern pattern) {
    return (rules_.rule_of(pattern).language_bit & mask) != 0;
  };
  const auto is_glued = [&](RuleAutomaton::Pattern pattern) {
    return speaks(pattern) && rules_.rule_of(pattern).glued && !rules_.rule_of(pattern).unended;
  };
  ways_.mask = mask;
  ways_.line = matcher_.add_start(RuleAutomaton::kLine, speaks);
  ways_.short_line = matcher_.add_start(RuleAutomaton::kShortLine, speaks);
  ways_.anywhere = matcher_.add_start(RuleAutomaton::kAnywhere, speaks);
  ways_.glued = matcher_.add_start(RuleAutomaton::kLine, is_glued);
  all_ways_.push_back(ways_);
}

void BoilerplateReader::fold_line(std::string_view text) {
  matcher_.begin_line();
  fold(text, FoldMarks::keep, folded_.key);
  tokens_.clear();
  cut_to_ = 0;
}

bool BoilerplateReader::cut(std::size_t tokens_max) {
  cut_to_ = tokenize_on(folded_.key, cut_to_, tokens_max, tokens_);
  return cut_to_ == folded_.key.size() || tokens_.size() == kTokensMax;
}

// Can a pattern begin with the first word, decoration and addresses before it apart? `start` is
// asked where the first word alone tells, kLine elsewhere.
bool BoilerplateReader::may_begin(std::string_view text, RuleMatcher::Start start) {
  // Most lines are told by a word that ends soon.
  fold_line(beginning_of(text, kFirstWordBytes));
  cut(1);
  if (!tokens_.empty() && is_settled_word(folded_.key, tokens_[0]))
    return matcher_.can_begin(start, folded_.key, tokens_[0]);
  fold_line(beginning_of(text, kHeadBytes));
  // One token tells of most lines; only addresses and marks ask for more.
  std::size_t seen = 0;
  for (const std::size_t tokens_max : {1, 8}) {
    cut(tokens_max);
    for (; seen < tokens_.size(); ++seen) {
      RuleToken& token = tokens_[seen];
      if (is_skipped_mark(token.kind)) continue;
      if (matcher_.can_begin(RuleAutomaton::kLine, folded_.key, token)) return true;
      if (!is_address(token.kind)) return false;
    }
  }
  return false;
}

std::uint32_t BoilerplateReader::words_of(std::size_t begin, std::size_t end) const {
  std::uint32_t n = 0;
  for (std::size_t i = begin; i < end; ++i) n += is_word(tokens_[i].kind);
  return n;
}

BoilerplateReader::Choice BoilerplateReader::match(std::size_t begin, std::size_t end,
                                                   bool short_line, bool before_story) {
  Choice best;
  if (begin >= end) return best;
  hits_.clear();
  RuleToken* first = tokens_.data() + begin;
  best.reach = matcher_.match(ways_.line, folded_.key, first, end - begin, hits_);
  if (short_line)
    best.reach = std::max(best.reach,
                          matcher_.match(ways_.short_line, folded_.key, first, end - begin, hits_));
  if (hits_.empty()) return best;
  best.reach = end - begin + 1;
  const std::uint32_t words = words_of(begin, end);
  for (const PatternHit& hit : hits_) {
    const BoilerplateRule& rule = rules_.rule_of(hit.pattern);
    if (rule.head_only && !before_story) continue;
    if (!rule.cut_head && words > rule.words_max) continue;
    if (rule.unended && line_ended_) continue;
    const Choice choice{static_cast<std::int32_t>(rules_.rule_index(hit.pattern)),
                        evidence_of(rule),
                        hit.whole,
                        hit.whole && rules_.pattern(hit.pattern).heading,
                        static_cast<std::uint32_t>(begin) + hit.tokens,
                        end - begin + 1};
    const auto weight = [&](const Choice& c) {
      const BoilerplateRule& of = rules_.rules()[static_cast<std::size_t>(c.rule)];
      const bool opens = c.heading && of.opens != OpenedList::nothing;
      return std::tuple(rank(c.evidence), opens, of.strong && !of.unended, c.whole, c.end);
    };
    if (best.rule < 0 || weight(choice) > weight(best)) best = choice;
  }
  return best;
}

// A line, or what stands between two bars; links and addresses at either end do not count.
BoilerplateReader::Choice BoilerplateReader::match_segment(std::size_t begin, std::size_t end,
                                                           bool short_line, bool before_story) {
  Choice choice = match(begin, end, short_line, before_story);
  if (choice.evidence == LineEvidence::strong) return choice;
  std::size_t b = begin, e = end;
  const auto beside = [](TokenKind kind) { return is_address(kind) || !is_word(kind); };
  while (b < e && beside(tokens_[b].kind)) ++b;
  while (e > b && beside(tokens_[e - 1].kind)) --e;
  const std::size_t reach = choice.reach;
  const auto try_also = [&](std::size_t from, std::size_t to) {
    const Choice other = match(from, to, short_line, before_story);
    if (rank(other.evidence) > rank(choice.evidence)) choice = other;
    return other.reach;
  };
  // What is cut off behind the reach changes nothing.
  if (e < end && begin + reach > e) try_also(begin, e);
  if (b == begin) return choice;
  const std::size_t reach_behind = try_also(b, end);
  if (e < end && b + reach_behind > e) try_also(b, e);
  return choice;
}

// What a short line that ends unlike a sentence says anywhere in it.
BoilerplateReader::Choice BoilerplateReader::match_anywhere() {
  Choice best;
  hits_.clear();
  for (std::size_t i = 0; i < tokens_.size(); ++i) {
    if (tokens_[i].kind == TokenKind::word)
      matcher_.match(ways_.anywhere, folded_.key, tokens_.data() + i, tokens_.size() - i, hits_);
  }
  const std::uint32_t words = words_of(0, tokens_.size());
  bool best_strong = false;
  for (const PatternHit& hit : hits_) {
    const BoilerplateRule& rule = rules_.rule_of(hit.pattern);
    if (words > rule.words_max) continue;
    if (best.rule >= 0 && (best_strong || !rule.strong)) continue;
    best.rule = static_cast<std::int32_t>(rules_.rule_index(hit.pattern));
    best.evidence = evidence_of(rule);
    best_strong = rule.strong;
  }
  return best;
}

// "Send us news | Contact form | © 2025": each part must be furniture.
BoilerplateReader::Choice BoilerplateReader::match_bars(bool before_story) {
  Choice best;
  std::size_t begin = 0, parts = 0;
  for (std::size_t i = 0; i <= tokens_.size(); ++i) {
    if (i < tokens_.size() && tokens_[i].kind != TokenKind::bar) continue;
    const std::size_t from = begin, to = i;
    begin = i + 1;
    if (words_of(from, to) == 0) continue;
    ++parts;
    Choice part = match_segment(from, to, to - from <= kShortLineTokens, before_story);
    if (part.rule < 0 && structure_of(from, to) == LineStructure::none) return {};
    if (rank(part.evidence) > rank(best.evidence)) best = part;
  }
  if (best.rule < 0 || parts == 0) return {};
  // Several weak parts in one row are no accident.
  if (parts >= 2 && best.evidence == LineEvidence::neighbour) best.evidence = LineEvidence::tail;
  best.whole = best.heading = false;
  return best;
}

LineStructure BoilerplateReader::structure_of(std::size_t begin, std::size_t end) const {
  const std::string& key = folded_.key;
  std::uint32_t addresses = 0, words = 0, numbers = 0, digits = 0, long_numbers = 0;
  for (std::size_t i = begin; i < end; ++i) {
    const RuleToken& token = tokens_[i];
    addresses += is_address(token.kind);
    words += token.kind == TokenKind::word;
    if (token.kind != TokenKind::number) continue;
    const std::uint32_t size = token.end - token.begin;
    const bool year = size == 4 && (key[token.begin] == '1' || key[token.begin] == '2');
    ++numbers;
    digits += size;
    long_numbers += size >= 4 && !year;
  }
  if (addresses > 0 && words == 0 && numbers <= addresses) return LineStructure::address;
  // "writer@ example.com / second.writer@hot mail.com": addresses that blanks cut apart.
  if (addresses >= 2 && words <= 4 && is_address(tokens_[begin].kind) &&
      is_address(tokens_[end - 1].kind))
    return LineStructure::address;
  if (numbers > 0 && words == 0 && digits >= 5) return LineStructure::number;
  if (long_numbers >= 1 && digits >= 5 && words <= 2 * long_numbers && end - begin <= 16)
    return LineStructure::numbers;
  return LineStructure::none;
}

// Does an address of the line belong to a person or a publisher? A link into another site may be
// a source that the story names.
bool BoilerplateReader::is_contact(std::size_t begin, std::size_t end) const {
  constexpr std::array<std::string_view, 16> kSocial = {
      "t.me",        "telegram.me", "telegram.dog", "facebook.com", "fb.com",      "fb.me",
      "twitter.com", "x.com",       "wa.me",        "whatsapp.com", "youtube.com", "instagram.com",
      "vk.com",      "tiktok.com",  "ok.ru",        "linkedin.com"};
  for (std::size_t i = begin; i < end; ++i) {
    const RuleToken& token = tokens_[i];
    if (token.kind == TokenKind::email || token.kind == TokenKind::handle) return true;
    if (token.kind != TokenKind::url) continue;
    std::string_view url =
        std::string_view(folded_.key).substr(token.begin, token.end - token.begin);
    if (const std::size_t at = url.find("://"); at != std::string_view::npos)
      url.remove_prefix(at + 3);
    const std::size_t slash = url.find('/');
    const std::string_view host = url.substr(0, slash);
    if (slash == std::string_view::npos || slash + 1 == url.size()) return true;
    const auto is_host = [&](std::string_view name) {
      return host.ends_with(name) &&
             (host.size() == name.size() || host[host.size() - name.size() - 1] == '.');
    };
    if (std::any_of(kSocial.begin(), kSocial.end(), is_host)) return true;
  }
  return false;
}

// Does the line, though it begins like furniture, go on as a sentence of the story?
bool BoilerplateReader::is_story(std::string_view text, const Choice& choice) const {
  if (is_told_speech(text)) return true;
  const BoilerplateRule& rule = rules_.rules()[static_cast<std::size_t>(choice.rule)];
  if (rule.opens != OpenedList::headlines || choice.heading || !ends_in_full_stop(text))
    return false;
  return std::none_of(tokens_.begin(), tokens_.end(), [](const RuleToken& token) {
    return token.kind == TokenKind::colon || token.kind == TokenKind::bar;
  });
}

// Does a sentence of the story end inside the line? Then what follows it may only be glued to it.
bool BoilerplateReader::begins_with_sentence() const {
  std::size_t words = 0;
  for (const RuleToken& token : tokens_) {
    words += token.kind == TokenKind::word;
    if (token.kind == TokenKind::stop && words >= kSentenceWords) return true;
  }
  return false;
}

// Evidence enough to make a tail.
bool BoilerplateReader::firm_tail(const Choice& choice) const {
  return choice.evidence == LineEvidence::tail &&
         rules_.rules()[static_cast<std::size_t>(choice.rule)].strong;
}

void BoilerplateReader::take(const Choice& choice, LineReading& out) {
  const BoilerplateRule& rule = rules_.rules()[static_cast<std::size_t>(choice.rule)];
  out.rule = choice.rule;
  out.facts.evidence = choice.evidence;
  out.facts.unended_only = rule.unended;
  out.facts.closes_story = rule.closes_story && rule.strong;
  out.facts.anchors_tail = choice.evidence == LineEvidence::tail && rule.strong;
  if (choice.heading) out.facts.opens = rule.opens;
}

// Do the first words of the folded line show that it matches no rule and has no structure?
bool BoilerplateReader::is_told_by_head(const LineFacts& facts) {
  if (cut(kFirstTokens) || facts.words < kManyWords) return false;
  if (!is_word(tokens_[0].kind) || is_address(tokens_[0].kind)) return false;
  const auto words = std::count_if(tokens_.begin(), tokens_.end(), [](const RuleToken& token) {
    return token.kind == TokenKind::word;
  });
  if (static_cast<std::size_t>(words) < kManyWords) return false;
  if (folded_.key.find('|') != std::string::npos) return false;
  hits_.clear();
  const std::size_t reach =
      matcher_.match(ways_.line, folded_.key, tokens_.data(), kFirstTokens, hits_, false);
  if (!hits_.empty() || reach > kFirstTokens) return false;
  // A word at the reach or behind it: what match_segment takes off the end changes nothing.
  return std::any_of(tokens_.begin() + static_cast<std::ptrdiff_t>(reach) - 1, tokens_.end(),
                     [](const RuleToken& t) { return is_word(t.kind) && !is_address(t.kind); });
}

// What the tokens say beside the rule chosen: a structure counts where no rule says more.
void BoilerplateReader::conclude(Choice choice, LineReading& out) {
  out.facts.plain = std::all_of(tokens_.begin(), tokens_.end(), [](const RuleToken& token) {
    return token.kind == TokenKind::word || token.kind == TokenKind::stop;
  });
  const LineStructure structure = structure_of(0, tokens_.size());
  const auto unended = [&] {
    return rules_.rules()[static_cast<std::size_t>(choice.rule)].unended;
  };
  if (choice.rule >= 0 && structure == LineStructure::address && unended()) choice = {};
  if (choice.rule >= 0) take(choice, out);
  if (out.facts.evidence != LineEvidence::none && out.facts.evidence != LineEvidence::neighbour)
    return;
  if (structure == LineStructure::none) return;
  if (choice.rule < 0 || structure == LineStructure::address) {
    out.structure = structure;
    out.rule = -1;
    out.facts.evidence = LineEvidence::neighbour;
    if (structure == LineStructure::address) {
      out.facts.evidence = LineEvidence::tail;
      out.facts.anchors_tail = is_contact(0, tokens_.size());
    }
  }
}

void BoilerplateReader::read(std::string_view text, bool before_story, LineReading& out) {
  out = LineReading{};
  out.facts = shape_of(text);
  line_ended_ = out.facts.ends_sentence;
  if (is_markup(text)) {
    out.structure = LineStructure::markup;
    out.facts.evidence = LineEvidence::strong;
    return;
  }
  const bool is_long = text.size() > kShortLineBytes;
  if (is_long && !may_begin(text, RuleAutomaton::kLine)) return;
  fold_line(beginning_of(text, kLineBytes));
  if (is_long && is_told_by_head(out.facts)) return;
  cut(kTokensMax);
  if (words_of(0, tokens_.size()) == 0 && !text.empty()) {
    out.structure = LineStructure::ornament;
    out.facts.evidence = LineEvidence::neighbour;
    return;
  }
  const bool cut_short = text.size() > kLineBytes || tokens_.size() == kTokensMax;
  const bool short_line = !is_long && tokens_.size() <= kShortLineTokens;
  Choice choice = match_segment(0, tokens_.size(), short_line, before_story);
  if (choice.rule >= 0 && rules_.rules()[static_cast<std::size_t>(choice.rule)].cut_head) {
    if (!choice.whole || cut_short) {
      fold_with_map(beginning_of(text, kLineBytes), FoldMarks::keep, folded_);
      tokenize_key(folded_.key, kTokensMax, tokens_);
      out.rule = choice.rule;
      out.cut_head = folded_.source_end(tokens_[choice.end - 1].end);
      return;
    }
  }
  if (cut_short) return;
  const auto is_bar = [](const RuleToken& t) { return t.kind == TokenKind::bar; };
  if (rank(choice.evidence) < 3 && std::any_of(tokens_.begin(), tokens_.end(), is_bar)) {
    const Choice bars = match_bars(before_story);
    if (rank(bars.evidence) > rank(choice.evidence)) choice = bars;
  }
  if (choice.rule >= 0 && is_story(text, choice)) choice = {};
  const bool firm = choice.rule >= 0 && (rank(choice.evidence) == 3 || firm_tail(choice));
  if (!firm && short_line && !line_ended_ && !begins_with_sentence()) {
    const Choice other = match_anywhere();
    if (other.rule >= 0 && (choice.rule < 0 || rank(other.evidence) > rank(choice.evidence) ||
                            rules_.rules()[static_cast<std::size_t>(other.rule)].strong))
      choice = other;
  }
  conclude(choice, out);
}

std::int32_t BoilerplateReader::glued_rule(std::string_view rest, bool tail) {
  if (!may_begin(rest, ways_.glued)) return -1;
  fold_line(rest);
  const bool all = cut(kFirstTokens);
  hits_.clear();
  if (!all && !is_address(tokens_[0].kind) &&
      matcher_.match(ways_.glued, folded_.key, tokens_.data(), tokens_.size(), hits_, false) <=
          tokens_.size() &&
      hits_.empty())
    return -1;
  cut(kTokensMax);
  hits_.clear();
  matcher_.match(ways_.glued, folded_.key, tokens_.data(), tokens_.size(), hits_);
  std::size_t first = 0;
  while (first < tokens_.size() && is_address(tokens_[first].kind)) ++first;
  if (first > 0 && first < tokens_.size())
    matcher_.match(ways_.glued, folded_.key, tokens_.data() + first, tokens_.size() - first, hits_);
  const std::uint32_t words = words_of(0, tokens_.size());
  std::int32_t best = -1;
  for (const PatternHit& hit : hits_) {
    const BoilerplateRule& rule = rules_.rule_of(hit.pattern);
    if (words > rule.words_max) continue;
    if (rule.tail_only && !tail) continue;
    if (best < 0) best = static_cast<std::int32_t>(rules_.rule_index(hit.pattern));
  }
  return best;
}

}  // namespace khabar
