// Recall and precision on real articles edited the way outlets edit them. Reads KHABAR_EVAL_DIR.
#include <algorithm>
#include <iostream>
#include <map>
#include <random>
#include <set>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "core/text/fold.h"
#include "stages/dedupe/judge.h"
#include "tests/stages/dedupe/desk.h"
#include "tests/stages/dedupe/eval_articles.h"

namespace khabar {
namespace {

struct Base {
  std::string title, text;
  RecordName name;
};

std::vector<Base> articles() {
  std::vector<Base> out;
  for (EvalArticle& article : eval_articles()) {
    if (article.text.size() < 2000 || article.text.size() > 5000) continue;
    out.push_back({std::move(article.title), std::move(article.text), {}});
  }
  std::shuffle(out.begin(), out.end(), std::mt19937_64(1));
  return out;
}

std::set<std::string> shingles(const std::string& text) {
  std::set<std::string> out;
  const std::string key = folded(text);
  std::vector<std::size_t> starts;
  for (std::size_t i = 0; i < key.size(); ++i) {
    if ((static_cast<unsigned char>(key[i]) & 0xC0) != 0x80) starts.push_back(i);
  }
  starts.push_back(key.size());
  for (std::size_t i = 0; i + 5 < starts.size(); ++i) {
    out.insert(key.substr(starts[i], starts[i + 5] - starts[i]));
  }
  return out;
}

// Neither alike nor one in the other, counted from the texts themselves.
bool are_unlike(const std::string& a, const std::string& b) {
  const auto x = shingles(a), y = shingles(b);
  std::vector<std::string> both;
  std::set_intersection(x.begin(), x.end(), y.begin(), y.end(), std::back_inserter(both));
  const auto shared = static_cast<double>(both.size());
  return shared < .5 * static_cast<double>(x.size() + y.size() - both.size()) &&
         shared < .6 * static_cast<double>(std::min(x.size(), y.size()));
}

// Words as the corpus has them, frequent ones often.
class Editor {
 public:
  explicit Editor(const std::vector<Base>& articles) : articles_(articles) {}

  std::string apply(const std::string& edit, const Base& base) {
    if (edit == "footer") return whole(base) + " " + other_words(40);
    if (edit == "cut paragraph") return base.title + " " + without_a_part(base.text, .12);
    if (edit == "5 % of words") return replaced(whole(base), .05);
    if (edit == "10 % of words") return replaced(whole(base), .10);
    if (edit == "new title") return articles_[random_() % articles_.size()].title + " " + base.text;
    if (edit == "first 60 %") {
      const auto parts = split_words(whole(base));
      return join_words(parts, 0, parts.size() * 6 / 10);
    }
    return articles_[random_() % articles_.size()].title + " " + replaced(base.text, .05) + " " +
           other_words(40);
  }

 private:
  static std::string whole(const Base& base) { return base.title + " " + base.text; }
  std::string other_word() {
    const auto parts = split_words(articles_[random_() % articles_.size()].text.substr(0, 400));
    return parts[random_() % (parts.size() - 1)];
  }
  std::string other_words(std::size_t count) {
    const auto parts = split_words(articles_[random_() % articles_.size()].text);
    return join_words(parts, 20, 20 + count);
  }
  std::string without_a_part(const std::string& text, double share) {
    const auto parts = split_words(text);
    const auto size = static_cast<std::size_t>(static_cast<double>(parts.size()) * share);
    const std::size_t from = random_() % (parts.size() - size);
    return join_words(parts, 0, from) + " " + join_words(parts, from + size, parts.size());
  }
  std::string replaced(const std::string& text, double share) {
    auto parts = split_words(text);
    for (std::string& part : parts) {
      if (static_cast<double>(random_() % 100'000) < share * 100'000) part = other_word();
    }
    return join_words(parts, 0, parts.size());
  }

  const std::vector<Base>& articles_;
  std::mt19937_64 random_{7};
};

TEST(DedupeEdits, EditedArticlesAreFoundAndOthersAreNot) {
  std::vector<Base> all = articles();
  if (all.empty()) GTEST_SKIP() << "the evaluation data is absent: set KHABAR_EVAL_DIR";
  JudgeRules rules;
  Memory memory({});
  std::vector<Base> bases;
  std::size_t taken = 0;
  for (; taken < all.size() && bases.size() < 5000; ++taken) {
    Base& base = all[taken];
    const auto number = static_cast<std::int64_t>(taken);
    Judgement judgement = judge(document_of({"a" + std::to_string(taken), address("a", number),
                                             base.title + " " + base.text, 0, base.title},
                                            taken + 1),
                                rules, memory);
    if (judgement.verdict.kind != VerdictKind::fresh) continue;
    base.name = judgement.claim.name;
    memory.apply(judgement.claim);
    bases.push_back(base);
  }
  std::map<std::string, const Base*> by_id;
  for (const Base& base : bases) by_id[to_string(base.name)] = &base;

  Editor editor(all);
  std::size_t linked = 0, wrong = 0;
  const auto judged = [&](const std::string& text) {
    const Draft draft{"edits", "http://edits/1", text, 1, "عنوان آخر"};
    const std::string of = judge(document_of(draft, 1 << 30), rules, memory).verdict.duplicate_of;
    linked += of.empty() ? 0 : 1;
    return of;
  };
  const std::map<std::string, double> least = {
      {"footer", .99},    {"cut paragraph", .99}, {"5 % of words", .99}, {"10 % of words", .99},
      {"new title", .99}, {"first 60 %", .93},    {"wire", .98}};
  for (const auto& [edit, recall] : least) {
    std::size_t found = 0;
    for (const Base& base : bases) {
      const std::string text = editor.apply(edit, base);
      const std::string of = judged(text);
      if (of == to_string(base.name)) {
        ++found;
      } else if (!of.empty() && are_unlike(text, by_id.at(of)->title + " " + by_id.at(of)->text)) {
        ++wrong;
      }
    }
    const double share = static_cast<double>(found) / static_cast<double>(bases.size());
    std::cout << edit << ": " << share << '\n';
    EXPECT_GE(share, recall) << edit;
  }
  std::size_t unrelated = 0;
  for (; taken < all.size(); ++taken, ++unrelated) {
    const std::string of = judged(all[taken].text);
    if (of.empty()) continue;
    wrong += are_unlike(all[taken].text, by_id.at(of)->title + " " + by_id.at(of)->text) ? 1 : 0;
  }
  const double precision = 1 - static_cast<double>(wrong) / static_cast<double>(linked);
  std::cout << bases.size() << " articles, " << unrelated << " others, " << linked << " linked, "
            << wrong << " wrong, precision " << precision << '\n';
  EXPECT_GE(precision, .999);
}

}  // namespace
}  // namespace khabar
