#include "stages/extract/credits.h"

#include <algorithm>
#include <cstdint>

#include "core/text/fold.h"
#include "stages/extract/ballot.h"

namespace khabar {
namespace {

// How often each source names exactly the people a reader would, on pages labelled by hand.
constexpr double kStructured = 0.88, kParsely = 0.95, kSailthru = 0.88, kArticleAuthor = 0.8,
                 kMetaAuthor = 0.74, kTwitter = 0.7, kRelAuthor = 0.8, kProperty = 0.62,
                 kByline = 0.75, kTextBy = 0.7, kAuthorLink = 0.6, kStoryLine = 0.5;
constexpr std::uint32_t kNearHeadline = 80;  // nodes above it, or behind the story's beginning
constexpr std::uint32_t kOneByline = 40;     // nodes that hold one byline
constexpr std::uint32_t kBehindStory = 120;  // nodes where its author may be named
constexpr std::size_t kLineBytesMax = 100;

enum class Where : std::uint8_t { near, behind, elsewhere, margin };

class Collector {
 public:
  Collector(const Article& article, const PageFacts& facts, std::uint32_t headline,
            const Bylines& bylines, Ballot& ballot)
      : article_(article), facts_(facts), bylines_(bylines), ballot_(ballot) {
    const std::uint32_t story = facts.body_position;
    const std::uint32_t first = headline == 0 ? story
                                : story == 0  ? headline
                                              : std::min(headline, story);
    near_begin_ = first - std::min(first, kNearHeadline);
    near_end_ = std::max(headline, story) + kNearHeadline;
    story_end_ = std::max(facts.body_end_position, headline);
  }

  void collect() {
    vote_marks(CreditKind::rel_author, kRelAuthor);
    vote_marks(CreditKind::property_author, kProperty);
    vote_marks(CreditKind::author_link, kAuthorLink);
    vote_bylines();
    vote_lines();
    vote_date_lines();
    vote_story_lines();
  }

 private:
  Where where(const PagePlace& place) const {
    if (place.in_side) return Where::margin;
    if (place.position >= near_begin_ && place.position <= near_end_) return Where::near;
    const bool behind =
        place.position + 60 > story_end_ && place.position <= story_end_ + kBehindStory;
    return behind ? Where::behind : Where::elsewhere;
  }

  // Marks that are the name itself. Those near the headline speak for all others of the kind.
  void vote_marks(CreditKind kind, double weight) {
    for (const Where place : {Where::near, Where::behind, Where::elsewhere, Where::margin}) {
      std::vector<std::string> texts;
      for (const CreditMark& mark : facts_.credits) {
        const bool fits = mark.kind == kind && !mark.place.in_comments &&
                          where(mark.place) == place && mark.text.size() < kLineBytesMax * 2;
        if (!fits) continue;
        const std::string line = first_name_line(mark.text);
        if (!line.empty() && std::find(texts.begin(), texts.end(), line) == texts.end()) {
          texts.push_back(line);
        }
      }
      if (texts.empty()) continue;
      // Links inside the story and in menus lead to other people's pages.
      if (kind == CreditKind::author_link && place >= Where::elsewhere) return;
      // Many are of many stories.
      if (place != Where::near && texts.size() > 2) continue;
      const double trust = place == Where::near ? 1 : place == Where::behind ? 0.9 : 0.6;
      ballot_.vote_lists(weight * trust, texts, place == Where::margin);
      if (place != Where::margin) return;
    }
  }

  // "By\nJane Roe\nStaff writer": the line behind a bare "by", else the first.
  std::string first_name_line(const std::string& text) const {
    for (std::size_t from = 0; from < text.size();) {
      const std::size_t to = std::min(text.find('\n', from), text.size());
      const std::string line = text.substr(from, to - from);
      from = to + 1;
      const bool bare =
          (bylines_.words().senses(folded(line, FoldMarks::drop)) & BylineWords::by) != 0;
      if (!bare && !line.empty()) return line;
    }
    return {};
  }

  static bool is_about_more_than_names(const CreditMark& mark) {
    for (const std::string_view word :
         {"bio", "about", "desc", "avatar", "image", "photo", "social", "comment", "prep", "label",
          "position", "role", "job", "date", "more"}) {
      if (mark.place.class_id.find(word) != std::string::npos) return true;
    }
    return false;
  }

  // Lines of a byline block with those that go on ("and Oscar Doe") joined to what they continue.
  std::vector<std::string> lines_of(const std::string& text) const {
    std::vector<std::string> lines;
    bool joins = false;
    for (std::size_t from = 0; from < text.size() && lines.size() < 12;) {
      const std::size_t to = std::min(text.find('\n', from), text.size());
      std::string line = text.substr(from, to - from);
      from = to + 1;
      if (line.empty()) continue;
      const std::string key = folded(line, FoldMarks::drop);
      const std::string first_word = key.substr(0, key.find(' '));
      const auto is = [&](const std::string& word, BylineWords::Sense sense) {
        return (bylines_.words().senses(word) & sense) != 0;
      };
      const bool goes_on = line[0] == ',' || line[0] == '&' ||
                           (first_word.size() > 1 && is(first_word, BylineWords::conjunction));
      if (!lines.empty() && (joins || goes_on)) {
        lines.back() += ' ' + line;
      } else {
        lines.push_back(line);
      }
      joins = is(key, BylineWords::by) || is(key, BylineWords::conjunction) || line == "," ||
              line == "&" || line.ends_with(',');
    }
    return lines;
  }

  std::vector<std::string> names_of_block(const std::string& text) const {
    std::vector<std::string> names;
    const std::vector<std::string> lines = lines_of(text);
    for (const std::string& line : lines) {
      if (line.size() > kLineBytesMax) continue;
      for (std::string& name : bylines_.authors_from_byline(line)) {
        names.push_back(std::move(name));
      }
      // What stands below the names is a role, a date, other credits.
      if (!names.empty()) break;
    }
    return names;
  }

  // Byline blocks near the headline. The smallest elements name people best; their wrappers say
  // the same and more.
  void vote_bylines() {
    for (const Where place : {Where::near, Where::behind, Where::margin}) {
      std::vector<std::string> names;
      std::uint32_t first = 0;
      for (const bool small : {true, false}) {
        for (const CreditMark& mark : facts_.credits) {
          if (mark.kind != CreditKind::class_author || mark.place.in_comments) continue;
          if (where(mark.place) != place || mark.text.size() > 300) continue;
          const bool one_line = mark.text.find('\n') == std::string::npos;
          if (one_line != small || is_about_more_than_names(mark)) continue;
          if (first != 0 && mark.place.position > first + kOneByline) break;
          std::vector<std::string> found = names_of_block(mark.text);
          const bool handle = found.empty() && small && mark.text.size() < 40 &&
                              mark.text.find_first_of("0123456789:") == std::string::npos;
          if (handle) found = bylines_.split_author_list(mark.text);
          if (handle && found.empty()) found.push_back(mark.text);
          if (found.empty() || found.size() > 6) continue;
          if (first == 0) first = mark.place.position;
          names.insert(names.end(), found.begin(), found.end());
          if (!small) break;
        }
        if (!names.empty()) break;
      }
      if (names.empty()) continue;
      const double trust = place == Where::near ? 1 : 0.7;
      ballot_.vote_names(kByline * trust, names, place == Where::margin);
      if (place != Where::margin) return;
    }
  }

  // The first line near the headline, else behind the story, that opens with "by".
  void vote_lines() {
    for (const Where place : {Where::near, Where::behind, Where::margin}) {
      for (const CreditMark& mark : facts_.credits) {
        if (mark.kind != CreditKind::text_by || mark.place.in_comments) continue;
        if (where(mark.place) != place) continue;
        const std::vector<std::string> names = names_of_block(mark.text);
        if (names.empty()) continue;
        ballot_.vote_names(place == Where::near ? kTextBy : kTextBy * 0.7, names,
                           place == Where::margin);
        return;
      }
    }
  }

  // "Posted on 5 May 2020 by marc", "06.11.2023 13:30 von Olga".
  void vote_date_lines() {
    for (const TimeMark& mark : facts_.times) {
      if (where(mark.place) != Where::near || mark.text.size() > kLineBytesMax) continue;
      for (const std::string_view word : {" by ", " von ", " par ", " por ", " By ", " Von ",
                                          "\nby ", "\nvon ", "\nBy ", "\nVon ", " door ", " di "}) {
        const std::size_t at = mark.text.find(word);
        if (at == std::string::npos) continue;
        std::string rest = mark.text.substr(at + 1);
        for (const std::string_view end :
             {"\n", " am ", " on ", " um ", " at ", " in ", " | ", " le ", " el "}) {
          rest = rest.substr(0, std::min(rest.find(end), rest.size()));
        }
        const std::vector<std::string> names = bylines_.authors_from_byline(rest);
        if (names.empty() || names.size() > 4) continue;
        ballot_.vote_names(kTextBy * 0.8, names);
        return;
      }
    }
  }

  // "By Jane Roe" as the first or last lines of the story itself.
  void vote_story_lines() {
    const auto& paragraphs = article_.paragraphs;
    const std::size_t count = paragraphs.size();
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < std::min<std::size_t>(count, 3); ++i) order.push_back(i);
    for (std::size_t i = count; i > std::max<std::size_t>(count, 3) - 3 && i > 3; --i) {
      order.push_back(i - 1);
    }
    for (const std::size_t i : order) {
      std::string_view text = paragraphs[i].text;
      if (text.size() > kLineBytesMax) continue;
      if (text.starts_with('(') || text.starts_with('[')) text.remove_prefix(1);
      if (bylines_.by_length(text) == 0) continue;
      std::vector<std::string> names = bylines_.authors_from_byline(text);
      std::erase_if(names, [this](const std::string& name) {
        return bylines_.person_grade(name) != PersonGrade::yes;
      });
      if (names.empty()) continue;
      ballot_.vote_names(kStoryLine, names);
      return;
    }
  }

  const Article& article_;
  const PageFacts& facts_;
  const Bylines& bylines_;
  Ballot& ballot_;
  std::uint32_t near_begin_ = 0, near_end_ = 0, story_end_ = 0;
};

void vote_metas(const PageFacts& facts, double weight, std::initializer_list<std::string_view> tags,
                Ballot& ballot) {
  for (const std::string_view tag : tags) {
    std::vector<std::string> texts;
    for (const MetaTag& meta : facts.metas) {
      if (meta.name != tag || meta.content.size() >= 300) continue;
      const bool address =
          meta.content.find("://") != std::string::npos || meta.content.starts_with('@');
      if (!address) texts.push_back(meta.content);
    }
    if (!texts.empty()) ballot.vote_lists(weight, texts);
  }
}

void vote_twitter_labels(const PageFacts& facts, Ballot& ballot) {
  for (const char number : {'1', '2'}) {
    const std::string tag = std::string("twitter:label") + number;
    const std::string label = folded(meta_content(facts, {tag}), FoldMarks::drop);
    for (const std::string_view word : {"writ", "author", "verfasst", "autor", "auteur", "ecrit",
                                        "escrito", "geschreven", "كتب"}) {
      if (label.find(word) == std::string::npos) continue;
      vote_metas(facts, kTwitter, {std::string("twitter:data") + number}, ballot);
      break;
    }
  }
}

}  // namespace

Credits choose_credits(const Article& article, const PageFacts& facts, std::uint32_t headline,
                       const StructuredArticle& structured, const SiteNames& names,
                       const Bylines& bylines) {
  Ballot ballot(names, bylines);
  ballot.vote_lists(kStructured, structured.authors);
  ballot.vote_lists(kStructured * 0.5, structured.organizations, true);
  vote_metas(facts, kParsely, {"parsely-author"}, ballot);
  vote_metas(facts, kSailthru, {"sailthru.author"}, ballot);
  vote_metas(facts, kArticleAuthor,
             {"article:author", "article:author_name", "og:author", "og:article:author",
              "cxenseparse:author"},
             ballot);
  vote_metas(facts, kMetaAuthor,
             {"author", "authors", "dc.creator", "dcterms.creator", "byl", "byline",
              "citation_author", "creator", "rbauthors"},
             ballot);
  vote_twitter_labels(facts, ballot);
  Collector(article, facts, headline, bylines, ballot).collect();
  Credits credits;
  credits.authors = ballot.winners();
  credits.agency = ballot.agency();
  if (credits.agency.empty()) {
    for (const std::string& organization : structured.organizations) {
      const Agency* agency = bylines.agencies().named_by(organization);
      if (agency && !agency->outlet) credits.agency = organization;
    }
  }
  return credits;
}

}  // namespace khabar
