#include "stages/clean/rules_pattern.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "core/text/fold.h"

namespace khabar {
namespace {

PatternScope small_scope() {
  PatternScope scope;
  scope.clitics = {"و", "ال", "لل"};
  scope.lists["net"] = *parse_list({"telegram", "whats app", "~تيلغرام"}, scope);
  return scope;
}

struct Line {
  std::string key;
  std::vector<RuleToken> tokens;
  explicit Line(std::string_view text) : key(folded(text, FoldMarks::keep)) {
    tokenize_key(key, 100, tokens);
  }
};

bool matches(std::string_view pattern, std::string_view text) {
  const auto parsed = parse_pattern(pattern, small_scope());
  EXPECT_TRUE(parsed) << pattern << ": " << (parsed ? "" : parsed.error().message);
  if (!parsed) return false;
  RuleAutomaton automaton;
  EXPECT_TRUE(compile_pattern(*parsed, 0, automaton));
  automaton.freeze();
  RuleMatcher matcher(automaton);
  Line line(text);
  std::vector<PatternHit> hits;
  for (const auto start : {RuleAutomaton::kLine, RuleAutomaton::kShortLine})
    matcher.match(start, line.key, line.tokens.data(), line.tokens.size(), hits);
  return !hits.empty();
}

TEST(RulePattern, ReadsLinesAsTheDocumentationSays) {
  struct Case {
    std::string_view pattern, line;
    bool match;
  };
  const Case cases[] = {
      {"follow us", "Follow us", true},
      {"follow us", "▶ FOLLOW US!", true},  // case, decoration and marks do not count
      {"follow us", "follow us now", false},
      {"follow us ...", "follow us now and for ever", true},
      {"follow us", "please follow us", false},
      {"follow [all of] us", "follow us", true},
      {"follow [all of] us", "follow all of us", true},
      {"(follow|join) us", "join us", true},
      {"(follow|join) us", "leave us", false},
      {"on <net>", "on What's App", false},
      {"on <net>", "on Whats App", true},
      {"follow ..2 on <net>", "follow on telegram", true},
      {"follow ..2 on <net>", "follow a b on telegram", true},
      {"follow ..2 on <net>", "follow a b c on telegram", false},
      {"follow ..4 now", "follow me. Then leave now", false},  // a gap does not cross a stop
      {"subscri* now", "Subscribing now", true},
      {"subscri* now", "Subs now", false},
      {"source : ..3", "Source: the paper", true},
      {"source : ..3", "Source the paper", false},  // a colon that was asked for must be there
      {"source paper", "Source: paper", true},      // one that was not is skipped
      {"tel <number>", "Tel. 5551234", true},
      {"tel <number>", "Tel. five", false},
      {"mail <email>", "mail: desk@example.com", true},
      {"<handle> ...", "@desk_news writes", true},
      {"see <url>", "see t.me/desk", true},
      {"see <url>", "see https://example.com/a?b=c.", true},
      {"<copyright> <year> ...", "© 2024 The Desk", true},
      {"..2 closing", "the market closing", true},
      // Spelling: harakat, tatweel, alef, teh and yeh forms fold; clitics where asked for.
      {"تابعونا علي <net>", "تابِعونـــا على تيلغرام", true},
      {"~رابط القناه", "والرابط القناة", false},
      {"~رابط القناه", "الرابط القناة", true},
      {"عبر <net>", "عبر التيلغرام", true},
      {"اقرا ايضا : ...", "إقرأ أيضاً: خبر آخر", true},
      {"l application", "L’application", true},
  };
  for (const Case& c : cases)
    EXPECT_EQ(matches(c.pattern, c.line), c.match) << c.pattern << " | " << c.line;
}

TEST(RulePattern, FaultsSayWhatIsWrong) {
  const std::pair<std::string_view, std::string_view> cases[] = {
      {"follow (us", "')' is missing"},
      {"follow us)", "without its opening"},
      {"on <nett>", "no list is named <nett>"},
      {"on <net", "'>' is missing"},
      {"a ..0 b", "a gap is written"},
      {"a ..99 b", "a gap is written"},
      {"!!!", "is no word"},
      {"//", "has no letters"},
      {"see t.me", "is no word"},
      {"a* b", "begins too many words"},
      {"...", "it is empty"},
  };
  for (const auto& [pattern, fault] : cases) {
    const auto parsed = parse_pattern(pattern, small_scope());
    ASSERT_FALSE(parsed) << pattern;
    EXPECT_NE(parsed.error().message.find(fault), std::string::npos)
        << pattern << ": " << parsed.error().message;
  }
}

TEST(RulePattern, RefusesOptionsThatMultiply) {
  std::string pattern = "a";
  for (int i = 0; i < 9; ++i) pattern = "(" + pattern + " b|" + pattern + " c|" + pattern + " d)";
  const auto parsed = parse_pattern(pattern, {});
  ASSERT_TRUE(parsed);
  RuleAutomaton automaton;
  const Status made = compile_pattern(*parsed, 0, automaton);
  ASSERT_FALSE(made);
  EXPECT_NE(made.error().message.find("multiply"), std::string::npos);
}

// The naive twin: all ends that a node can reach from a token, by trying everything.
void reach(const PatternNode& node, const std::vector<std::string>& words, std::size_t from,
           std::vector<std::size_t>& ends) {
  using Kind = PatternNode::Kind;
  switch (node.kind) {
    case Kind::word:
      if (from < words.size() && words[from] == node.word) ends.push_back(from + 1);
      return;
    case Kind::gap:
      for (std::size_t n = 0; n <= node.gap_max && from + n <= words.size(); ++n)
        ends.push_back(from + n);
      return;
    case Kind::choice:
      for (const PatternNode& part : node.parts) reach(part, words, from, ends);
      return;
    case Kind::symbol:
      return;
    case Kind::sequence:
      break;
  }
  std::vector<std::size_t> now{from};
  for (const PatternNode& part : node.parts) {
    std::vector<std::size_t> next;
    for (const std::size_t at : now) reach(part, words, at, next);
    std::sort(next.begin(), next.end());
    next.erase(std::unique(next.begin(), next.end()), next.end());
    now = std::move(next);
  }
  ends.insert(ends.end(), now.begin(), now.end());
}

std::string random_pattern(std::mt19937& random, int depth) {
  const auto pick = [&](int n) { return static_cast<int>(random() % static_cast<unsigned>(n)); };
  std::string out;
  const int parts = 1 + pick(3);
  for (int i = 0; i < parts; ++i) {
    if (!out.empty()) out += ' ';
    const int kind = depth > 0 ? pick(6) : pick(3);
    if (kind < 3)
      out += static_cast<char>('a' + pick(4));
    else if (kind == 3)
      out += ".." + std::to_string(1 + pick(3));
    else if (kind == 4)
      out += "[" + random_pattern(random, depth - 1) + "]";
    else
      out +=
          "(" + random_pattern(random, depth - 1) + "|" + random_pattern(random, depth - 1) + ")";
  }
  return out;
}

// A start for some patterns gives what kLine gives for them; and behind the tokens that a match
// says it read, it reads nothing.
template <class Wanted>
void expect_same_for_some(RuleMatcher& matcher, RuleMatcher::Start some, Wanted wanted,
                          Line& line) {
  std::vector<PatternHit> all, few, read;
  RuleToken* tokens = line.tokens.data();
  const std::size_t count = line.tokens.size();
  matcher.match(RuleAutomaton::kLine, line.key, tokens, count, all);
  std::erase_if(all, [&](const PatternHit& hit) { return !wanted(hit.pattern); });
  const std::size_t reach = matcher.match(some, line.key, tokens, count, few);
  EXPECT_EQ(few, all) << line.key;
  if (reach > count) return;
  matcher.match(some, line.key, tokens, reach, read, false);
  EXPECT_EQ(read, few) << line.key;
}

TEST(RulePattern, AutomatonAgreesWithTryingEverything) {
  const std::uint32_t seed = std::random_device{}();
  std::mt19937 random(seed);
  for (int round = 0; round < 60; ++round) {
    RuleAutomaton automaton;
    std::vector<ParsedPattern> patterns;
    for (std::uint32_t id = 0; id < 12; ++id) {
      std::string text = random_pattern(random, 2);
      if (random() % 3 == 0) text += " ...";
      auto parsed = parse_pattern(text, {});
      ASSERT_TRUE(parsed) << text;
      patterns.push_back(std::move(*parsed));
      ASSERT_TRUE(compile_pattern(patterns.back(), id, automaton));
    }
    automaton.freeze();
    RuleMatcher matcher(automaton);
    const auto odd = [](RuleAutomaton::Pattern id) { return id % 2 != 0; };
    const RuleMatcher::Start odd_line = matcher.add_start(RuleAutomaton::kLine, odd);
    for (int n = 0; n < 60; ++n) {
      std::vector<std::string> words;
      std::string text;
      for (std::size_t i = 0, count = random() % 8; i < count; ++i) {
        words.emplace_back(1, static_cast<char>('a' + random() % 5));
        text += words.back() + ' ';
      }
      Line line(text);
      std::vector<PatternHit> hits;
      for (const auto start : {RuleAutomaton::kLine, RuleAutomaton::kShortLine})
        matcher.match(start, line.key, line.tokens.data(), line.tokens.size(), hits);
      for (std::uint32_t id = 0; id < patterns.size(); ++id) {
        std::vector<std::size_t> ends;
        reach(patterns[id].root, words, 0, ends);
        // A match reads one word at least.
        const bool naive = std::any_of(ends.begin(), ends.end(), [&](std::size_t end) {
          return end > 0 && (patterns[id].open_ended || end == words.size());
        });
        const bool fast = std::any_of(hits.begin(), hits.end(),
                                      [&](const PatternHit& h) { return h.pattern == id; });
        ASSERT_EQ(fast, naive) << "seed " << seed << " pattern " << id << " line '" << text << "'";
      }
      expect_same_for_some(matcher, odd_line, odd, line);
    }
  }
}

}  // namespace
}  // namespace khabar
