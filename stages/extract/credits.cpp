#include "stages/extract/credits.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "core/text/fold.h"

namespace khabar {
namespace {

// How often each source names exactly the people a reader would, on pages labelled by hand.
constexpr double kStructured = 0.88, kParsely = 0.95, kSailthru = 0.88, kArticleAuthor = 0.8,
                 kMetaAuthor = 0.74, kTwitter = 0.7, kRelAuthor = 0.8, kProperty = 0.62,
                 kByline = 0.5, kTextBy = 0.45;

std::string key_of(std::string_view name) {
  std::string key = folded(name);
  key.erase(std::remove(key.begin(), key.end(), ' '), key.end());
  return key;
}

struct Vote {
  double weight;
  std::vector<std::string> names, keys;
};

double overlap(const Vote& a, const Vote& b) {
  std::size_t both = 0;
  for (const std::string& key : a.keys) both += std::count(b.keys.begin(), b.keys.end(), key) > 0;
  const std::size_t all = a.keys.size() + b.keys.size() - both;
  return all == 0 ? 0 : static_cast<double>(both) / static_cast<double>(all);
}

class Ballot {
 public:
  Ballot(const PageFacts& facts, const SiteNames& names, const Bylines& bylines)
      : facts_(facts), bylines_(bylines) {
    for (const std::string& name : {names.site_name, names.publisher, names.host_label}) {
      if (!name.empty()) site_keys_.push_back(key_of(name));
    }
  }

  // `split`: the text is a list of names and nothing else.
  void vote(double weight, const std::vector<std::string>& texts, bool split) {
    Vote vote{weight, {}, {}};
    for (const std::string& text : texts) {
      const auto names = split ? bylines_.split_author_list(text)
                               : bylines_.authors_from_byline(text);
      note_agency(text);
      for (const std::string& name : names) add(vote, name);
    }
    if (!vote.names.empty()) votes_.push_back(std::move(vote));
  }

  void vote_metas(double weight, std::initializer_list<std::string_view> tags) {
    for (const std::string_view tag : tags) {
      std::vector<std::string> texts;
      for (const MetaTag& meta : facts_.metas) {
        const bool address = meta.content.find("://") != std::string::npos ||
                             meta.content.starts_with('@');
        if (meta.name == tag && !address && meta.content.size() < 300) {
          texts.push_back(meta.content);
        }
      }
      vote(weight, texts, true);
    }
  }

  Credits result() const {
    Credits credits;
    credits.agency = agency_;
    const Vote* best = nullptr;
    double best_score = 0;
    for (const Vote& vote : votes_) {
      double score = 0;
      for (const Vote& other : votes_) {
        score += other.weight * (&vote == &other ? 1 : 0.6 * overlap(vote, other));
      }
      if (score > best_score) {
        best_score = score;
        best = &vote;
      }
    }
    if (best) credits.authors = best->names;
    return credits;
  }

 private:
  bool names_site(const std::string& key) const {
    return std::any_of(site_keys_.begin(), site_keys_.end(), [&key](const std::string& site) {
      return key == site || key == "the" + site;
    });
  }

  void add(Vote& vote, const std::string& name) {
    const std::string key = key_of(name);
    if (key.empty() || name.size() > 80 || names_site(key)) return;
    for (const std::string_view nobody : {"admin", "administrator", "editor", "editorial", "author",
                                          "guest", "staff", "user", "unknown", "none", "null",
                                          "redaktion", "redaccion", "redaction", "مدير"}) {
      if (key == nobody) return;
    }
    if (bylines_.agencies().named_by(name) != nullptr) return;
    if (std::find(vote.keys.begin(), vote.keys.end(), key) != vote.keys.end()) return;
    vote.names.push_back(name);
    vote.keys.push_back(key);
  }

  void note_agency(const std::string& text) {
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

  const PageFacts& facts_;
  const Bylines& bylines_;
  std::vector<std::string> site_keys_;
  std::vector<Vote> votes_;
  std::string agency_;
};

// The credit marks of one kind, the visible text or the texts of the links inside.
std::vector<const CreditMark*> marks_of(const PageFacts& facts, CreditKind kind) {
  std::vector<const CreditMark*> out;
  for (const CreditMark& mark : facts.credits) {
    if (mark.kind == kind && !mark.place.in_side && mark.text.size() < 250) out.push_back(&mark);
  }
  return out;
}

bool is_about_more_than_names(const CreditMark& mark) {
  for (const std::string_view word : {"bio", "about", "box", "desc", "avatar", "image", "photo",
                                      "social", "comment", "info", "more"}) {
    if (mark.place.class_id.find(word) != std::string::npos) return true;
  }
  return false;
}

void vote_bylines(const PageFacts& facts, const Bylines& bylines, Ballot& ballot) {
  // The smallest byline element says it best: its wrappers say the same and more.
  const CreditMark* best = nullptr;
  std::vector<std::string> best_names;
  for (const CreditMark* mark : marks_of(facts, CreditKind::class_author)) {
    if (is_about_more_than_names(*mark)) continue;
    std::vector<std::string> names;
    for (std::size_t from = 0; from < mark->text.size();) {
      const std::size_t to = std::min(mark->text.find('\n', from), mark->text.size());
      const std::string line = mark->text.substr(from, to - from);
      for (std::string& name : bylines.authors_from_byline(line)) names.push_back(std::move(name));
      from = to + 1;
    }
    if (names.empty() && !mark->links.empty()) {
      names = bylines.split_author_list(mark->links.front());
    }
    if (names.empty() && mark->text.size() < 40) names = bylines.split_author_list(mark->text);
    if (names.empty() || names.size() > 6) continue;
    if (!best || names.size() > best_names.size()) {
      const bool near = !best || mark->place.position < best->place.position + 60;
      if (near) {
        best = mark;
        best_names = names;
      }
    }
  }
  if (best) ballot.vote(kByline, best_names, true);
}

}  // namespace

Credits choose_credits(const PageFacts& facts, const StructuredArticle& structured,
                       const SiteNames& names, const Bylines& bylines) {
  Ballot ballot(facts, names, bylines);
  ballot.vote(kStructured, structured.authors, true);
  ballot.vote_metas(kParsely, {"parsely-author"});
  ballot.vote_metas(kSailthru, {"sailthru.author"});
  ballot.vote_metas(kArticleAuthor, {"article:author", "article:author_name", "og:author",
                                     "og:article:author", "cxenseparse:author"});
  ballot.vote_metas(kMetaAuthor, {"author", "authors", "dc.creator", "dcterms.creator", "byl",
                                  "byline", "citation_author", "creator", "rbauthors"});
  for (const std::string_view number : {"1", "2"}) {
    const std::string label = folded(meta_content(facts, {"twitter:label" + std::string(number)}));
    const bool says_author = label.find("writ") != std::string::npos ||
                             label.find("author") != std::string::npos ||
                             label.find("verfasst") != std::string::npos ||
                             label.find("autor") != std::string::npos ||
                             label.find("auteur") != std::string::npos ||
                             label.find("ecrit") != std::string::npos || label == "by";
    if (says_author) ballot.vote_metas(kTwitter, {"twitter:data" + std::string(number)});
  }
  std::vector<std::string> people;
  for (const CreditMark* mark : marks_of(facts, CreditKind::rel_author)) {
    people.push_back(mark->text);
  }
  ballot.vote(kRelAuthor, people, true);
  people.clear();
  for (const CreditMark* mark : marks_of(facts, CreditKind::property_author)) {
    people.push_back(mark->text);
  }
  ballot.vote(kProperty, people, true);
  vote_bylines(facts, bylines, ballot);
  people.clear();
  for (const CreditMark* mark : marks_of(facts, CreditKind::text_by)) {
    people.push_back(mark->text);
    break;
  }
  ballot.vote(kTextBy, people, false);
  Credits credits = ballot.result();
  if (credits.agency.empty()) {
    for (const std::string& organization : structured.organizations) {
      const Agency* agency = bylines.agencies().named_by(organization);
      if (agency && !agency->outlet) credits.agency = organization;
    }
  }
  return credits;
}

}  // namespace khabar
