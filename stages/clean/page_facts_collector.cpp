#include "stages/clean/page_facts_collector.h"

#include <algorithm>
#include <utility>

#include "core/text/ascii.h"
#include "core/text/utf8.h"
#include "stages/clean/author_signs.h"
#include "stages/clean/script_dates.h"
#include "stages/clean/visible_text.h"

namespace khabar {
namespace {

// Distances in node numbers: a headline's date and names are rarely further off.
constexpr std::uint32_t kBeforeHeadline = 250, kBehindStory = 300, kIntoStory = 80;
constexpr std::uint32_t kHeadlineToStory = 1500;
constexpr std::size_t kLineBytesMax = 160;  // of a visible date with what stands beside it
constexpr std::size_t kCreditBytesMax = 400;
constexpr std::size_t kNodesMax = 200;  // of a subtree searched for one mark
constexpr std::size_t kHeadingsSeenMax = 64, kSidesMax = 4096;

bool contains(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

bool contains_any(std::string_view text, std::initializer_list<std::string_view> parts) {
  return std::any_of(parts.begin(), parts.end(),
                     [&](std::string_view part) { return contains(text, part); });
}

bool has_token(std::string_view list, std::string_view token) {
  for (std::size_t at = list.find(token); at != std::string_view::npos;
       at = list.find(token, at + 1)) {
    const std::size_t end = at + token.size();
    if ((at == 0 || list[at - 1] == ' ') && (end == list.size() || list[end] == ' ')) return true;
  }
  return false;
}

// Does a digit of another script than ASCII's begin at `at`?
bool is_wide_digit(std::string_view text, std::size_t at) {
  const auto lead = static_cast<unsigned char>(text[at]);
  const bool of_arabic = lead == 0xD9 || lead == 0xDB;  // U+0640..067F, U+06C0..06FF
  if (of_arabic && at + 1 < text.size()) {
    const auto next = static_cast<unsigned char>(text[at + 1]);
    return lead == 0xD9 ? next >= 0xA0 && next <= 0xA9 : next >= 0xB0 && next <= 0xB9;
  }
  // Under few of the other lead bytes are digits, among letters.
  const bool may_lead =
      lead == 0xDF || lead == 0xE0 || lead == 0xE1 || lead == 0xEA || lead >= 0xEF;
  return may_lead && is_decimal_digit(code_point_at(text, at).value);
}

bool has_digit(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (is_ascii_digit(c)) return true;
    if (static_cast<unsigned char>(c) >= 0xD9 && is_wide_digit(text, at)) return true;
  }
  return false;
}

// What an element says for machines: with a digit, or it is no date.
std::string_view machine_date_of(const Node* node) {
  for (const std::string_view name : {"datetime", "content", "data-datetime", "data-time",
                                      "data-timestamp", "data-date", "data-published", "title"}) {
    const std::string_view value = node->attribute(name);
    if (!value.empty() && value.size() < 64 && has_digit(value)) return value;
  }
  return {};
}

bool is_classed_heading(const Node* node) {
  return node->tag == Tag::h3 || node->tag == Tag::div || node->tag == Tag::span ||
         node->tag == Tag::p;
}

}  // namespace

std::string_view page_title(const PageFacts& facts) {
  for (const MetaTag& meta : facts.metas) {
    if (meta.name == "og:title") return meta.content;
  }
  return facts.title_tag;
}

void PageFactsCollector::collect_head(const Tree& tree, const PageElements& elements,
                                      PageFacts& facts) {
  facts = PageFacts{};
  facts_ = &facts;
  json_ld_bytes_ = 0;
  headings_.clear();
  if (tree.root()) {
    facts.html_lang = tree.root()->attribute(AttributeName::lang);
    facts.html_dir = tree.root()->attribute(AttributeName::dir);
  }
  for (const Node* node : elements.head()) visit_head_element(node);
  if (facts.metas.size() < kFactsMetasMax) collect_script_date(elements.head(), facts);
}

void PageFactsCollector::collect_marks(const PageElements& elements, PageFacts& facts) {
  constexpr std::uint16_t kOpens = kOpensArticle | kOpensSide | kOpensFooter;
  constexpr std::uint16_t kAnywhere = kHeadingMark | kTimeMark | kImageMark | kHasRel | kAsksFacts;
  facts_ = &facts;
  last_credit_end_ = 0;
  sides_.clear();
  side_is_own_.assign(1, true);
  articles_ = 0;
  find_window();
  for (const ElementMark& mark : elements.marks()) {
    if (mark.has(kCloses)) {
      leave(mark);
      continue;
    }
    if (mark.has(kOpens)) enter_sides(mark);
    if (mark.id == headline_) {
      for (const Side& side : sides_) side_is_own_[side.number] = true;
    }
    const bool in_window = is_in_window(mark.id);
    if (in_window || mark.has(kAnywhere) || (mark.hints & kTrailHint) != 0) visit(mark, in_window);
  }
  settle_sides();
}

void PageFactsCollector::visit_head_element(const Node* node) {
  switch (node->tag) {
    case Tag::h1:
      if (headings_.size() < kHeadingsSeenMax) headings_.push_back(node);
      break;
    case Tag::title:
      if (facts_->title_tag.empty()) facts_->title_tag = visible_text(node, kFactsTextBytesMax);
      break;
    case Tag::base:
      if (facts_->base_url.empty()) facts_->base_url = node->attribute(AttributeName::href);
      break;
    case Tag::link:
      if (node->attribute(AttributeName::rel) == "canonical" && facts_->canonical_link.empty()) {
        facts_->canonical_link = node->attribute(AttributeName::href);
      }
      break;
    case Tag::script: {
      if (!contains(node->attribute(AttributeName::type), "ld+json") || !node->first_child) break;
      const std::string_view text = node->first_child->text();
      if (facts_->json_ld.size() >= kFactsJsonLdMax ||
          json_ld_bytes_ + text.size() > kFactsJsonLdBytesMax) {
        break;
      }
      json_ld_bytes_ += text.size();
      facts_->json_ld.emplace_back(text);
      break;
    }
    case Tag::meta: {
      const std::string_view content = node->attribute(AttributeName::content);
      if (content.empty() || facts_->metas.size() >= kFactsMetasMax) break;
      for (const AttributeName key : {AttributeName::property, AttributeName::name,
                                      AttributeName::itemprop, AttributeName::http_equiv}) {
        const std::string_view name = node->attribute(key);
        if (name.empty()) continue;
        std::string value;
        append_collapsed(content.substr(0, 4096), value);
        trim_end(value);
        facts_->metas.push_back({lower_ascii(name.substr(0, 80)), std::move(value)});
      }
      break;
    }
    default:
      break;
  }
}

// The headline is the heading that the title repeats, else the last one before the story.
void PageFactsCollector::find_window() {
  headline_ = 0;
  const std::uint32_t story = facts_->body_position;
  std::size_t best_bytes = 0;
  for (const Node* node : headings_) {
    const std::string text = visible_text(node, 200);
    const bool said = contains(facts_->title_tag, text) || contains(page_title(*facts_), text);
    if (text.size() < 8 || !said || text.size() <= best_bytes) continue;
    best_bytes = text.size();
    headline_ = node->id;
  }
  for (const Node* node : headings_) {
    if (best_bytes > 0 || story == 0) break;
    if (node->id <= story && node->id + kHeadlineToStory >= story) headline_ = node->id;
  }
  story_begin_ = std::max(story, headline_) + kIntoStory;
  story_end_ = std::max(facts_->body_end_position, kIntoStory) - kIntoStory;
  window_begin_ = 0;
  window_end_ = UINT32_MAX;
  if (story == 0 && headline_ == 0) return;
  const std::uint32_t first = headline_ == 0 ? story
                              : story == 0   ? headline_
                                             : std::min(story, headline_);
  const std::uint32_t last = std::max(facts_->body_end_position, headline_);
  window_begin_ = first - std::min(first, kBeforeHeadline);
  window_end_ = last + (story == 0 ? kHeadlineToStory : kBehindStory);
}

bool PageFactsCollector::is_in_window(std::uint32_t position) const {
  if (position < window_begin_ || position > window_end_) return false;
  return position < story_begin_ || position > story_end_;
}

void PageFactsCollector::enter_sides(const ElementMark& mark) {
  if (mark.has(kOpensArticle)) ++articles_;
  // An <article>'s own footer often holds its byline.
  const bool side = mark.has(kOpensSide) || (mark.has(kOpensFooter) && articles_ == 0);
  if (!side || side_is_own_.size() >= kSidesMax) return;
  const bool outer_comments = !sides_.empty() && sides_.back().comments;
  const auto number = static_cast<std::uint32_t>(side_is_own_.size());
  side_is_own_.push_back(false);
  sides_.push_back({mark.node, number, outer_comments || (mark.hints & kCommentHint) != 0});
}

void PageFactsCollector::leave(const ElementMark& mark) {
  if (!sides_.empty() && sides_.back().node == mark.node) sides_.pop_back();
  if (mark.has(kOpensArticle)) --articles_;
}

PagePlace PageFactsCollector::place_of(const Node* node) const {
  PagePlace place;
  place.position = node->id;
  place.class_id = lower_ascii(node->attribute(AttributeName::class_).substr(0, 160));
  const std::string_view id = node->attribute(AttributeName::id);
  if (!id.empty()) place.class_id += ' ' + lower_ascii(id.substr(0, 60));
  place.in_article = articles_ > 0;
  place.side = sides_.empty() ? 0 : sides_.back().number;
  place.in_comments = !sides_.empty() && sides_.back().comments;
  return place;
}

// Only now is it known which sides hold the headline, and so are none. A side inside another that
// is none counts for itself: marks bear the number of the innermost.
void PageFactsCollector::settle_sides() {
  const auto settle = [this](auto& marks) {
    for (auto& mark : marks) {
      mark.place.in_side = !side_is_own_[mark.place.side];
      mark.place.in_comments = mark.place.in_comments && mark.place.in_side;
    }
  };
  settle(facts_->headings);
  settle(facts_->times);
  settle(facts_->credits);
  settle(facts_->images);
}

void PageFactsCollector::visit(const ElementMark& mark, bool in_window) {
  const Node* const node = mark.node;
  if (mark.has(kHeadingMark)) add_heading(node, node->tag == Tag::h1 ? 1 : 2);
  if (mark.has(kTimeMark)) {
    std::string_view property = node->attribute(AttributeName::itemprop);
    if (node->has_attribute(AttributeName::pubdate)) property = "pubdate";
    add_time(node, property, true, visible_text(node, kLineBytesMax));
  }
  if (mark.has(kImageMark)) add_image(node);
  if (mark.has(kLinkMark | kHasRel)) add_link(mark, in_window);
  if (mark.has(kTextMark) && in_window) add_short_text(node);
  if (mark.has(kAsksFacts)) {
    visit_property(node, node->attribute(AttributeName::itemprop));
    visit_property(node, node->attribute(AttributeName::property));
  }
  if (mark.hints != 0) visit_class(node, mark.hints, in_window);
}

void PageFactsCollector::add_heading(const Node* node, std::uint8_t level) {
  if (facts_->headings.size() >= kFactsMarksMax) return;
  std::string text = visible_text(node, kFactsTextBytesMax);
  std::replace(text.begin(), text.end(), '\n', ' ');
  if (!text.empty()) facts_->headings.push_back({std::move(text), level, place_of(node)});
}

void PageFactsCollector::add_time(const Node* node, std::string_view property, bool is_time_element,
                                  std::string_view text) {
  if (facts_->times.size() >= kFactsMarksMax) return;
  TimeMark mark;
  mark.text = text;
  mark.machine = machine_date_of(node);
  if (mark.text.empty() && mark.machine.empty()) return;
  mark.property = lower_ascii(property.substr(0, 60));
  mark.is_time_element = is_time_element;
  mark.place = place_of(node);
  if (node->parent && node->parent->is_element()) {
    mark.place.class_id +=
        ' ' + lower_ascii(node->parent->attribute(AttributeName::class_).substr(0, 160));
  }
  facts_->times.push_back(std::move(mark));
}

void PageFactsCollector::add_credit(const Node* node, CreditKind kind) {
  if (facts_->credits.size() >= kFactsMarksMax) return;
  CreditMark mark;
  mark.text = visible_text(node, kCreditBytesMax, kNodesMax);
  if (mark.text.empty()) mark.text = node->attribute(AttributeName::content).substr(0, 300);
  if (mark.text.empty()) return;
  if (mark.text.size() < kCreditBytesMax && kind != CreditKind::author_link) {
    std::size_t seen = 0;
    for (const Node* inner : descendants(node)) {
      if (++seen > kNodesMax || mark.links.size() >= 12) break;
      if (!inner->is(Tag::a)) continue;
      std::string link = visible_text(inner, 120);
      if (!link.empty()) mark.links.push_back(std::move(link));
    }
  }
  mark.kind = kind;
  mark.place = place_of(node);
  facts_->credits.push_back(std::move(mark));
}

void PageFactsCollector::add_tag_link(const Node* node) {
  if (facts_->tag_links.size() >= kFactsMarksMax) return;
  facts_->tag_links.push_back(visible_text(node, 100));
}

void PageFactsCollector::add_link(const ElementMark& mark, bool in_window) {
  const Node* const node = mark.node;
  if (mark.has(kHasRel)) {
    const std::string_view rel = node->attribute(AttributeName::rel);
    if (has_token(rel, "author")) return add_credit(node, CreditKind::rel_author);
    if (has_token(rel, "tag") && in_window) add_tag_link(node);
  }
  if (in_window && leads_to_author(node->attribute(AttributeName::href))) {
    add_credit(node, CreditKind::author_link);
  }
}

void PageFactsCollector::visit_property(const Node* node, std::string_view property) {
  if (property.empty()) return;
  const std::string name = lower_ascii(property.substr(0, 60));
  if (contains_any(name, {"author", "creator"})) {
    // <span itemprop="author" itemscope>... <span itemprop="name">: the name says it best.
    const Node* best = node;
    std::size_t seen = 0;
    for (const Node* inner : descendants(node)) {
      if (++seen > kNodesMax) break;
      if (inner->is_element() && inner->attribute(AttributeName::itemprop) == "name") {
        best = inner;
        break;
      }
    }
    add_credit(best, CreditKind::property_author);
  } else if (contains_any(name, {"datepublished", "datemodified", "datecreated", "dc:date"})) {
    add_time(node, name, false, visible_text(node, kLineBytesMax));
  } else if (facts_->properties.size() < kFactsMarksMax &&
             contains_any(name, {"headline", "alternativeheadline", "articlesection", "keywords",
                                 "inlanguage"})) {
    std::string value = visible_text(node, kFactsTextBytesMax);
    if (value.empty()) value = node->attribute(AttributeName::content).substr(0, 300);
    if (!value.empty()) facts_->properties.push_back({name, std::move(value)});
  }
}

void PageFactsCollector::visit_class(const Node* node, ClassHints hints, bool in_window) {
  if (node->tag == Tag::body || node->tag == Tag::html || node->tag == Tag::img) return;
  const auto add_links = [node](std::vector<std::string>& list, std::size_t links_max) {
    std::size_t seen = 0;
    for (const Node* inner : descendants(node)) {
      if (++seen > kNodesMax || list.size() >= links_max) break;
      if (inner->is(Tag::a)) list.push_back(visible_text(inner, 100));
    }
  };
  if ((hints & kTrailHint) != 0 && facts_->section_trail.empty()) {
    add_links(facts_->section_trail, 8);
  }
  if (!in_window) return;
  if ((hints & kCreditHint) != 0) add_credit(node, CreditKind::class_author);
  if ((hints & kDateHint) != 0 && node->tag != Tag::time) {
    read_visible_text(node, kLineBytesMax + 1, kNodesMax, line_);
    const bool dated = has_digit(line_) || !machine_date_of(node).empty();
    if (line_.size() <= kLineBytesMax && dated) add_time(node, {}, false, line_);
  }
  if ((hints & kTitleHint) != 0 && is_classed_heading(node)) add_heading(node, 3);
  if ((hints & kTagsHint) != 0 && (hints & kSideHint) == 0) {
    add_links(facts_->tag_links, kFactsMarksMax);
  }
}

void PageFactsCollector::add_image(const Node* node) {
  if (facts_->images.size() >= kFactsImagesMax) return;
  ImageMark mark;
  for (const std::string_view name : {"data-src", "data-original", "data-lazy-src", "src"}) {
    mark.url = node->attribute(name).substr(0, 2049);
    if (!mark.url.empty() && !mark.url.starts_with("data:")) break;
    mark.url.clear();
  }
  if (mark.url.empty() || mark.url.size() > 2048) return;
  std::size_t up_steps = 0;
  for (const Node* up = node->parent; up && up->tag != Tag::body && ++up_steps <= 8;
       up = up->parent) {
    if (up->tag != Tag::figure) continue;
    std::size_t seen = 0;
    for (const Node* inner : descendants(up)) {
      if (++seen > kNodesMax) break;
      if (!inner->is(Tag::figcaption)) continue;
      mark.caption = visible_text(inner, kFactsTextBytesMax);
      break;
    }
    break;
  }
  mark.place = place_of(node);
  facts_->images.push_back(std::move(mark));
}

// Short lines of text: a date or "By X" without any class stands near the headline or behind the
// story. Only elements that hold text of their own, so that a line is taken once.
void PageFactsCollector::add_short_text(const Node* node) {
  std::size_t bytes = 0, parts = 0;
  for (const Node* part = node->first_child; part && ++parts <= 40; part = part->next) {
    if (part->is_text()) bytes += part->text().size();
    if (bytes > 400) return;
  }
  if (bytes < 4) return;
  read_visible_text(node, kLineBytesMax + 1, kNodesMax, line_);
  if (line_.empty() || line_.size() > kLineBytesMax) return;
  if (says_by(line_)) {
    if (node->id >= last_credit_end_) add_credit(node, CreditKind::text_by);
    last_credit_end_ = node->id + 4;
  }
  if (facts_->times.size() < kFactsMarksMax * 2 / 3 && has_digit(line_)) {
    add_time(node, {}, false, line_);
  }
}

}  // namespace khabar
