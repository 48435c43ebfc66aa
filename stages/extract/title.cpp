#include "stages/extract/title.h"

#include <algorithm>
#include <array>
#include <vector>

#include "core/html/entities.h"
#include "core/text/digest.h"
#include "core/text/fold.h"
#include "stages/extract/ascii_blanks.h"

namespace khabar {
namespace {

constexpr double kHeadingAgreesFrom = 0.45;
constexpr double kLowerHeadingAgreesFrom = 0.8;  // one below <h1>; is_mostly_foreign() knows it too
constexpr std::size_t kHeadingBytesMax = 400;

using WordSet = std::vector<std::uint64_t>;  // digests; sorted, unique

// Han and kana, U+3040 to U+9FFF: no blanks part their words, so each sign counts as one.
bool is_han_lead(char byte) {
  return static_cast<unsigned char>(byte) >= 0xE3 && static_cast<unsigned char>(byte) <= 0xE9;
}

// Gives each word of a folded text to `take` until that returns false.
template <class Take>
void for_each_word(std::string_view key, Take&& take) {
  for (std::size_t at = 0; at < key.size();) {
    std::size_t end = at;
    while (end < key.size() && key[end] != ' ' && !is_han_lead(key[end])) ++end;
    if (end > at && !take(key.substr(at, end - at))) return;
    at = end;
    if (at >= key.size()) break;
    if (key[at] == ' ') {
      ++at;
    } else {
      if (!take(key.substr(at, 3))) return;
      at += 3;
    }
  }
}

constexpr std::size_t kWordBytesRead = 1000;  // of a text

WordSet words_of_key(std::string_view key) {
  WordSet words;
  for_each_word(key, [&words](std::string_view word) {
    words.push_back(hash64(word));
    return true;
  });
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  return words;
}

WordSet words_of(std::string_view text) {
  return words_of_key(folded(text.substr(0, kWordBytesRead)));
}

// Is more than a fifth of the text's words surely not among `known`, whatever follows those at its
// beginning? Most headings of a page are of other stories, which their first words tell.
bool is_mostly_foreign(std::string_view key, const WordSet& known) {
  const auto blanks = static_cast<std::size_t>(std::count(key.begin(), key.end(), ' '));
  if (std::any_of(key.begin(), key.end(), is_han_lead)) return false;
  const std::size_t words_most = blanks + 1;
  std::array<std::uint64_t, 8> foreign;
  std::size_t count = 0;
  for_each_word(key, [&](std::string_view word) {
    const std::uint64_t digest = hash64(word);
    const auto end = foreign.begin() + static_cast<std::ptrdiff_t>(count);
    if (!std::binary_search(known.begin(), known.end(), digest) &&
        std::find(foreign.begin(), end, digest) == end) {
      foreign[count++] = digest;
    }
    return count < foreign.size() && count * 5 <= words_most;
  });
  return count * 5 > words_most;
}

// How much of `a` is in `b`, 0..1.
double covered(const WordSet& a, const WordSet& b) {
  if (a.empty()) return 0;
  std::size_t both = 0;
  for (auto one = a.begin(), other = b.begin(); one != a.end() && other != b.end();) {
    both += *one == *other;
    const bool less = *one < *other, more = *other < *one;
    one += !more;
    other += !less;
  }
  return static_cast<double>(both) / static_cast<double>(a.size());
}

struct Separator {
  std::size_t begin, end;
};

// " | ", " - ", " – ", " :: ", " » ", and the bar without blanks.
std::vector<Separator> separators_of(std::string_view title) {
  static constexpr std::array<std::string_view, 15> kMarks{" | ", " - ",  " – ", " — ", " · ",
                                                           " • ", " :: ", " » ", " « ", " / ",
                                                           " ~ ", " : ",  " > ", " ‹ ", "|"};
  std::vector<Separator> out;
  for (std::size_t at = 0; at < title.size();) {
    bool found = false;
    for (const std::string_view mark : kMarks) {
      if (title.substr(at).starts_with(mark)) {
        out.push_back({at, at + mark.size()});
        at += mark.size();
        found = true;
        break;
      }
    }
    if (!found) ++at;
  }
  return out;
}

std::string key_without_blanks(std::string_view text) {
  std::string key = folded(text);
  key.erase(std::remove(key.begin(), key.end(), ' '), key.end());
  return key;
}

bool names_site(std::string_view part, const SiteNames& names) {
  const std::string key = key_without_blanks(part);
  if (key.empty()) return false;
  for (const std::string* name : {&names.site_name, &names.publisher}) {
    const std::string other = key_without_blanks(*name);
    if (other.empty()) continue;
    if (key == other) return true;
    if (other.size() >= 4 && (key.starts_with(other) || other.starts_with(key)) &&
        key.size() < other.size() * 2 + 8 && key.size() >= 3) {
      return true;
    }
  }
  const std::string label = key_without_blanks(names.host_label);
  return label.size() >= 3 &&
         (key == label || (key.size() >= 4 && label.find(key) == 0) ||
          (label.size() >= 4 && key.starts_with(label) && key.size() <= label.size() + 6));
}

bool is_site_heading(const HeadingMark& heading, const SiteNames& names) {
  const std::string& place = heading.place.class_id;
  for (const std::string_view word : {"logo", "site-title", "site-name", "sitename", "brand"}) {
    if (place.find(word) != std::string::npos) return true;
  }
  return names_site(heading.text, names);
}

// In "Headline - Site" of the title tag the site, where both stand as headings on the page: what a
// page calls itself comes last, whatever the level of the heading that says so.
std::string site_by_title_tag(const PageFacts& facts, const SiteNames& names) {
  const std::vector<Separator> marks = separators_of(facts.title_tag);
  if (marks.empty()) return {};
  const std::string_view tag = facts.title_tag;
  const std::string head = key_without_blanks(tag.substr(0, marks.back().begin));
  const std::string tail = key_without_blanks(tag.substr(marks.back().end));
  if (head.empty() || tail.empty() || names_site(tag.substr(0, marks.back().begin), names))
    return {};
  bool has_head = false, has_tail = false;
  for (const HeadingMark& heading : facts.headings) {
    if (heading.text.size() > kHeadingBytesMax) continue;
    const std::string key = key_without_blanks(heading.text);
    has_head |= key == head;
    has_tail |= key == tail;
    if (has_head && has_tail) return tail;
  }
  return {};
}

// The heading that best agrees with what the page says elsewhere; null when none does.
const HeadingMark* best_heading(const PageFacts& facts, const std::vector<WordSet>& evidence,
                                const SiteNames& names) {
  const HeadingMark* best = nullptr;
  double best_score = 0;
  int order = 0;
  const std::string site = site_by_title_tag(facts, names);
  WordSet said;
  for (const WordSet& one : evidence) said.insert(said.end(), one.begin(), one.end());
  std::sort(said.begin(), said.end());
  std::string key;
  for (const HeadingMark& heading : facts.headings) {
    if (heading.text.size() > kHeadingBytesMax) continue;
    if (!site.empty() && key_without_blanks(heading.text) == site) continue;
    fold(heading.text, FoldMarks::drop, key);
    if (heading.level > 1 && is_mostly_foreign(key, said)) continue;
    const WordSet words = words_of_key(key);
    if (words.empty()) continue;
    double agreement = 0, repeats = 0;
    for (const WordSet& one : evidence) {
      agreement = std::max(agreement, covered(words, one));
      repeats = std::max(repeats, covered(one, words));
    }
    if (heading.level > 1 && (agreement < kLowerHeadingAgreesFrom || words.size() < 3)) continue;
    double score = agreement + 0.02 * static_cast<double>(std::min<std::size_t>(words.size(), 6));
    if (score < kHeadingAgreesFrom) continue;
    score += 0.3 * repeats;  // "Coast Herald" is in the title tag too, but is not what it says
    score -= 0.05 * std::min(order, 6) + 0.15 * (heading.level - 1);
    if (heading.place.in_side) score -= 0.3;
    if (is_site_heading(heading, names)) continue;
    if (heading.level == 1) ++order;
    if (score > best_score) {
      best_score = score;
      best = &heading;
    }
  }
  return best;
}

}  // namespace

std::uint32_t headline_position(const PageFacts& facts, std::string_view title) {
  const std::string key = key_without_blanks(title);
  std::uint32_t similar = 0, last = 0;
  for (const HeadingMark& heading : facts.headings) {
    const std::size_t size = heading.text.size();
    const std::uint32_t at = heading.place.position;
    if (heading.level == 1 && at <= facts.body_position + 20) last = at;
    if (key.size() < 4 || size * 3 < key.size() || size > key.size() * 3 + 40) continue;
    const std::string other = key_without_blanks(heading.text);
    if (other == key && heading.level <= 2) return at;
    const bool alike =
        other.size() > 8 && (key.find(other) != key.npos || other.find(key) != other.npos);
    if (alike && similar == 0) similar = at;
  }
  return similar != 0 ? similar : last;
}

std::string_view meta_content(const PageFacts& facts,
                              std::initializer_list<std::string_view> names) {
  for (const std::string_view name : names) {
    for (const MetaTag& meta : facts.metas) {
      if (meta.name == name && !meta.content.empty()) return meta.content;
    }
  }
  return {};
}

std::string without_site_name(std::string_view title, const SiteNames& names,
                              std::string_view headline) {
  std::string text = with_single_blanks(title);
  for (int round = 0; round < 3; ++round) {
    const std::vector<Separator> marks = separators_of(text);
    if (marks.empty()) return text;
    const Separator first = marks.front();
    const Separator last = marks.back();
    const std::string head = text.substr(0, first.begin);
    const std::string tail = text.substr(last.end);
    if (names_site(tail, names)) {
      text = with_single_blanks(text.substr(0, last.begin));
    } else if (names_site(head, names)) {
      text = with_single_blanks(text.substr(first.end));
    } else {
      const WordSet said = words_of(headline);
      const WordSet tail_words = words_of(tail);
      const WordSet front_words = words_of(text.substr(0, last.begin));
      const bool tail_is_foreign = covered(tail_words, said) < 0.5 && tail_words.size() <= 4 &&
                                   front_words.size() > tail_words.size();
      if (!tail_is_foreign) return text;
      text = with_single_blanks(text.substr(0, last.begin));
    }
  }
  return text;
}

std::string choose_title(const PageFacts& facts, const StructuredArticle& structured,
                         const SiteNames& names) {
  std::string open_graph;
  decode_entities(meta_content(facts, {"og:title", "twitter:title", "parsely-title",
                                       "sailthru.title", "dc.title", "dcterms.title"}),
                  open_graph);
  std::vector<WordSet> evidence;
  for (const std::string_view said :
       {std::string_view{facts.title_tag}, std::string_view{open_graph},
        std::string_view{structured.headline}, meta_content(facts, {"twitter:title"})}) {
    if (!said.empty()) evidence.push_back(words_of(said));
  }
  if (const HeadingMark* heading = best_heading(facts, evidence, names)) {
    return without_site_name(heading->text, names, heading->text);
  }
  for (const std::string& said : {structured.headline, open_graph, facts.title_tag}) {
    std::string title = without_site_name(said, names, structured.headline);
    if (!title.empty() && !names_site(title, names)) return title;
  }
  for (const HeadingMark& heading : facts.headings) {
    if (heading.level == 1 && !is_site_heading(heading, names)) return heading.text;
  }
  return with_single_blanks(facts.title_tag);
}

}  // namespace khabar
