#include "stages/extract/ballot.h"

#include <algorithm>

#include "core/text/fold.h"

namespace khabar {
namespace {

constexpr std::size_t kNameBytesMax = 80;
constexpr std::size_t kNamesMax = 12;  // of one source
constexpr std::size_t kSiteBytesMin = 6;

// Accents dropped: "Solcyré" and "Solcyre" are one.
std::string key_of(std::string_view name) {
  std::string key = folded(name, FoldMarks::drop);
  key.erase(std::remove(key.begin(), key.end(), ' '), key.end());
  return key;
}

template <typename Words>
bool is_one_of(std::string_view key, const Words& words) {
  return std::find(std::begin(words), std::end(words), key) != std::end(words);
}

// Accounts that wrote nothing.
// clang-format off
constexpr std::string_view kNobody[] = {
    "admin", "administrator", "wordpressadmin", "wpadmin", "webmaster", "author", "autor", "user",
    "unknown", "none", "null", "undefined", "by", "von", "par", "por", "anonymous", "root",
    "siteadmin", "superuser", "default", "test", "مدير", "ادمن", "writtenby", "postedby",
    "publishedby", "authors", "autoren", "name", "s", "fullbio", "bio", "seeall", "follow",
    "contributors", "contributorcontent", "vorlesen", "nachricht", "articles", "beitrage",
    "ofthisarticle", "mehr", "permalink", "archives", "home", "suche", "search"};
// clang-format on
// Houses that speak for themselves: an answer when there is no better one.
constexpr std::string_view kStaff[] = {
    "redaktion", "redaccion",   "redaction",       "redazione",   "redacao",        "redactie",
    "staff",     "editor",      "editors",         "editorial",   "editorialstaff", "editorialteam",
    "guest",     "guestauthor", "newsdesk",        "staffwriter", "staffreport",    "staffreporter",
    "newsroom",  "online",      "onlineredaktion", "التحرير",     "المحرر",         "редакция"};

// Words that stand beside names on pages, never in them.
bool has_foreign_word(const std::string& spaced) {
  // clang-format off
  static constexpr std::string_view kWords[] = {
      "updated", "published", "posted", "publiziert", "veroffentlicht", "aktualisiert", "minutes",
      "comments", "comment", "kommentare", "share", "teilen", "facebook", "twitter", "linkedin",
      "instagram", "https", "http", "www", "january", "february", "august", "september", "october",
      "november", "december", "januar", "februar", "oktober", "dezember", "min", "read", "reply",
      "antworten", "subscribe", "newsletter", "copyright", "sponsored", "says", "sagt", "profile",
      "biography", "uhr", "reviewed", "archive", "posts", "category", "insights", "contributions",
      "checked", "edited", "more", "our", "links", "reviews", "artikelubersicht", "pressemitteilung",
      "wortlaut", "bild", "bilder", "dec", "nov", "oct", "sept", "feb"};
  // clang-format on
  for (std::size_t at = 0; at < spaced.size();) {
    const std::size_t end = std::min(spaced.find(' ', at), spaced.size());
    if (is_one_of(std::string_view(spaced).substr(at, end - at), kWords)) return true;
    at = end + 1;
  }
  return false;
}

// "View all posts by Jane Roe" is about Jane Roe.
std::string_view without_invitation(std::string_view name) {
  // clang-format off
  static constexpr std::string_view kOpenings[] = {
      "View all posts by ", "View all articles by ", "All posts by ", "Posts by ", "More by ",
      "More from ",         "Alle Beiträge von ",    "Mehr von ",     "Zeige alle Beiträge von ",
      "Voir tous les articles de ", "Ver todas las entradas de ", "Articles by ",
      "Alle Artikel von ",  "Beiträge von ",         "Posted by ",    "Written by ",
      "Author: ",           "Autor: "};
  // clang-format on
  for (const std::string_view opening : kOpenings) {
    if (name.starts_with(opening)) return name.substr(opening.size());
  }
  return name;
}

bool is_address(std::string_view name) {
  if (name.find("://") != name.npos || name.find('@') != name.npos) return true;
  // "www.facebook.com", "page.author.name": dots and no blanks, but "J.R.R." is a name.
  const std::size_t dot = name.find('.');
  return name.find(' ') == name.npos && dot != name.npos && dot > 1 && dot + 2 < name.size();
}

double overlap(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  std::size_t both = 0;
  for (const std::string& key : a) both += std::count(b.begin(), b.end(), key) > 0;
  const std::size_t all = a.size() + b.size() - both;
  return all == 0 ? 0 : static_cast<double>(both) / static_cast<double>(all);
}

std::size_t foreign_bytes(const std::string& text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return c < 0; }));
}

}  // namespace

Ballot::Ballot(const SiteNames& names, const Bylines& bylines) : bylines_(bylines) {
  for (const std::string& name : {names.site_name, names.publisher, names.host_label}) {
    if (!name.empty()) site_keys_.push_back(key_of(name));
  }
}

Ballot::Tier Ballot::tier_of(const std::string& name, const std::string& key,
                             bool in_margin) const {
  if (in_margin) return margin;
  const bool site = std::any_of(site_keys_.begin(), site_keys_.end(),
                                [&](const std::string& s) { return key == s || key == "the" + s; });
  if (site || is_one_of(key, kStaff)) return staff;
  // "Redaktion Coast Herald".
  for (const std::string& one : site_keys_) {
    if (one.size() >= 4 && key.find(one) != key.npos && name.size() < one.size() + 14 &&
        bylines_.person_grade(name) != PersonGrade::yes) {
      return staff;
    }
  }
  return people;
}

// "Jane Roe, Coast Herald Cyprus", "Jane Roe, Citizen" of The Citizen: looser than tier_of(), for
// what stands behind a name.
bool Ballot::names_site(const std::string& name, const std::string& key) const {
  const bool person = bylines_.person_grade(name) == PersonGrade::yes;
  return std::any_of(site_keys_.begin(), site_keys_.end(), [&](const std::string& site) {
    const bool holds = site.size() >= kSiteBytesMin && key.find(site) != key.npos;
    const bool held = key.size() >= kSiteBytesMin && site.find(key) != site.npos;
    return holds || (held && !person);
  });
}

void Ballot::add(std::array<Vote, kTiers>& votes, std::string_view raw, bool in_margin) const {
  const std::string name(without_invitation(raw));
  const std::string spaced = folded(name, FoldMarks::drop);
  std::string key = spaced;
  key.erase(std::remove(key.begin(), key.end(), ' '), key.end());
  if (key.empty() || name.size() > kNameBytesMax || is_address(name)) return;
  if (is_one_of(key, kNobody) || has_foreign_word(spaced)) return;
  if (bylines_.agencies().named_by(name) != nullptr) return;
  const bool behind = !votes[people].names.empty() && names_site(name, key);
  Vote& vote = votes[behind ? staff : tier_of(name, key, in_margin)];
  if (vote.names.size() >= kNamesMax || is_one_of(key, vote.keys)) return;
  vote.names.push_back(name);
  vote.keys.push_back(std::move(key));
}

void Ballot::cast(std::array<Vote, kTiers>& votes, double weight) {
  for (std::size_t tier = 0; tier < kTiers; ++tier) {
    if (votes[tier].names.empty()) continue;
    votes[tier].weight = weight;
    votes_[tier].push_back(std::move(votes[tier]));
  }
}

void Ballot::vote_lists(double weight, const std::vector<std::string>& texts, bool in_margin) {
  std::array<Vote, kTiers> votes;
  for (const std::string& text : texts) {
    // An address alone ("www.example.com/jane"); "Jane Roe - https://..." is left to the reader
    // of bylines.
    const bool one_word = text.find(' ') == std::string::npos;
    if (one_word && (text.find('/') != std::string::npos || is_address(text))) continue;
    note_agency(text);
    const std::string_view list = without_invitation(text);
    auto names = bylines_.split_author_list(list);
    // A house that is no list of people: "The Citizen", "Redaktion".
    if (names.empty() && list.size() < 40) names.emplace_back(list);
    for (const std::string& name : names) add(votes, name, in_margin);
  }
  cast(votes, weight);
}

void Ballot::vote_names(double weight, const std::vector<std::string>& names, bool in_margin) {
  std::array<Vote, kTiers> votes;
  for (const std::string& name : names) {
    note_agency(name);
    add(votes, name, in_margin);
  }
  cast(votes, weight);
}

// The spelling with accents, where any source has it.
std::string Ballot::best_spelling(const Vote& chosen, std::size_t index, Tier tier) const {
  std::string best = chosen.names[index];
  for (const Vote& vote : votes_[tier]) {
    for (std::size_t i = 0; i < vote.keys.size(); ++i) {
      if (vote.keys[i] != chosen.keys[index]) continue;
      if (foreign_bytes(vote.names[i]) > foreign_bytes(best)) best = vote.names[i];
    }
  }
  return best;
}

std::vector<std::string> Ballot::winners() const {
  for (std::size_t t = 0; t < kTiers; ++t) {
    const Vote* best = nullptr;
    double best_score = 0;
    for (const Vote& vote : votes_[t]) {
      double score = 0;
      for (const Vote& other : votes_[t]) {
        score += other.weight * (&vote == &other ? 1 : 0.6 * overlap(vote.keys, other.keys));
      }
      if (score > best_score) {
        best_score = score;
        best = &vote;
      }
    }
    if (!best) continue;
    std::vector<std::string> names;
    for (std::size_t i = 0; i < best->names.size(); ++i) {
      names.push_back(best_spelling(*best, i, static_cast<Tier>(t)));
    }
    return names;
  }
  return {};
}

void Ballot::note_agency(const std::string& text) {
  if (!agency_.empty() || text.size() > 120) return;
  std::size_t from = 0;
  while (from <= text.size()) {
    const std::size_t to = std::min(text.find_first_of("|/,\n", from), text.size());
    std::string part = text.substr(from, to - from);
    while (!part.empty() && part.back() == ' ') part.pop_back();
    part.erase(0, part.find_first_not_of(' '));
    const Agency* agency = part.empty() ? nullptr : bylines_.agencies().named_by(part);
    if (agency != nullptr && !agency->outlet) {
      agency_ = part;
      return;
    }
    from = to + 1;
  }
}

}  // namespace khabar
