#include "stages/clean/page_facts_collector.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/text/utf8.h"

namespace khabar {
namespace {

bool is_skipped_text(const Node* node) {
  if (!node->is_element()) return false;
  if (node->ns != Namespace::html) return true;
  switch (node->tag) {
    case Tag::script:
    case Tag::style:
    case Tag::noscript:
    case Tag::template_:
    case Tag::iframe:
    case Tag::textarea:
    case Tag::select:
    case Tag::button:
      return true;
    default:
      return false;
  }
}

bool parts_blocks(const Node* node) {
  if (!node->is_element()) return false;
  switch (node->tag) {
    case Tag::div: case Tag::p: case Tag::br: case Tag::li: case Tag::ul: case Tag::ol:
    case Tag::h1: case Tag::h2: case Tag::h3: case Tag::h4: case Tag::td: case Tag::tr:
    case Tag::section: case Tag::header: case Tag::footer: case Tag::figure: case Tag::time:
    case Tag::address: case Tag::dd: case Tag::dt: case Tag::aside:
      return true;
    default:
      return false;
  }
}

void append_collapsed(std::string_view text, std::string& out) {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    if (is_blank(point.value)) {
      if (!out.empty() && out.back() != ' ' && out.back() != '\n') out += ' ';
    } else {
      out.append(text.substr(at, point.size));
    }
    at += point.size;
  }
}

void part_block(std::string& out) {
  if (!out.empty() && out.back() == ' ') out.pop_back();
  if (!out.empty() && out.back() != '\n') out += '\n';
}

void cut_at_character(std::string& text, std::size_t bytes_max) {
  if (text.size() <= bytes_max) return;
  while (bytes_max > 0 && (static_cast<unsigned char>(text[bytes_max]) & 0xC0) == 0x80) --bytes_max;
  text.resize(bytes_max);
}

void trim_end(std::string& text) {
  while (!text.empty() && (text.back() == ' ' || text.back() == '\n')) text.pop_back();
}

std::string lower_ascii(std::string_view text, std::size_t bytes_max) {
  std::string out(text.substr(0, bytes_max));
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

bool contains(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

bool contains_any(std::string_view text, std::initializer_list<std::string_view> parts) {
  return std::any_of(parts.begin(), parts.end(),
                     [&](std::string_view part) { return contains(text, part); });
}

// Names of the wrappers whose content is about other stories, or by readers.
bool names_a_side(std::string_view class_id) {
  return contains_any(class_id, {"comment", "related", "sidebar", "side-bar", "recommend", "widget",
                                 "promo", "footer", "newsletter", "disqus", "respond", "popular",
                                 "trending", "most-read", "teaser", "more-stories", "read-more",
                                 "next-post", "prev-post", "outbrain", "taboola", "carousel"});
}

bool has_digit(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    if (is_decimal_digit(point.value)) return true;
    at += point.size;
  }
  return false;
}

// Which of a class or id attribute's words make the element a candidate.
struct ClassHints {
  bool credit = false, date = false, tags = false, trail = false, title = false;
};

ClassHints hints_of(std::string_view value) {
  ClassHints hints;
  for (std::size_t at = 0; at < value.size(); ++at) {
    const std::string_view rest = value.substr(at);
    const auto starts = [rest](std::string_view word) {
      if (rest.size() < word.size()) return false;
      for (std::size_t i = 1; i < word.size(); ++i) {
        if ((rest[i] | 0x20) != word[i]) return false;
      }
      return true;
    };
    switch (value[at] | 0x20) {
      case 'a': hints.credit |= starts("author") || starts("autor"); break;
      case 'b':
        hints.credit |= starts("byline");
        hints.trail |= starts("breadcrumb");
        break;
      case 'c': hints.credit |= starts("contributor") || starts("credit-name"); break;
      case 'd': hints.date |= starts("date") || starts("datum"); break;
      case 'f': hints.date |= starts("fecha"); break;
      case 'j': hints.credit |= starts("journalist"); break;
      case 'm': hints.date |= starts("meta") || starts("modified"); break;
      case 'p': hints.date |= starts("publish") || starts("posted") || starts("pubdate"); break;
      case 'r': hints.credit |= starts("reporter"); break;
      case 't':
        hints.date |= starts("time");
        hints.tags |= starts("tags") || starts("tag-list");
        hints.title |= starts("title");
        break;
      case 'u': hints.date |= starts("updated"); break;
      case 'w': hints.credit |= starts("writer") || starts("written"); break;
      case 'h': hints.title |= starts("headline"); break;
      case 'v': hints.credit |= starts("verfasser"); break;
      default: break;
    }
  }
  return hints;
}

bool says_by(std::string_view text) {
  static constexpr std::array<std::string_view, 16> kWords{
      "by ", "By ", "BY ", "von ", "Von ", "VON ", "par ", "Par ", "Por ", "por ",
      "كتب", "بقلم", "Автор", "Written by", "Posted by", "Yazar"};
  return std::any_of(kWords.begin(), kWords.end(),
                     [&](std::string_view word) { return text.starts_with(word); });
}

}  // namespace

std::string visible_text(const Node* root, std::size_t bytes_max) {
  std::string out;
  if (root->is_text()) append_collapsed(root->text(), out);
  for (const Node* node = next_in_preorder(root, root); node && out.size() < bytes_max;) {
    if (is_skipped_text(node)) {
      node = next_skipping_children(node, root);
      continue;
    }
    if (node->is_text()) {
      append_collapsed(node->text().substr(0, bytes_max * 2), out);
    } else if (parts_blocks(node)) {
      part_block(out);
    }
    const Node* next = next_in_preorder(node, root);
    // Leaving a block ends its line: what follows is not its child.
    if (next && next->parent != node && next->parent != node->parent) part_block(out);
    node = next;
  }
  cut_at_character(out, bytes_max);
  trim_end(out);
  return out;
}

std::string page_title(const Tree& tree) {
  std::string title;
  if (!tree.head()) return title;
  for (const Node* node : children(tree.head())) {
    if (node->is(Tag::meta) && node->attribute(AttributeName::property) == "og:title") {
      return std::string(node->attribute(AttributeName::content).substr(0, kFactsTextBytesMax));
    }
    if (node->is(Tag::title) && title.empty()) title = visible_text(node, kFactsTextBytesMax);
  }
  return title;
}

void PageFactsCollector::collect(const Tree& tree, PageFacts& facts) {
  facts = PageFacts{};
  facts_ = &facts;
  json_ld_bytes_ = 0;
  first_h1_position_ = 0;
  last_credit_end_ = 0;
  if (tree.root()) {
    facts.html_lang = tree.root()->attribute(AttributeName::lang);
    facts.html_dir = tree.root()->attribute(AttributeName::dir);
  }
  const Node* document = tree.document();
  for (const Node* node = next_in_preorder(document, document); node;) {
    if (node->is_element()) visit(node);
    node = next_in_preorder(node, document);
  }
}

void PageFactsCollector::visit(const Node* node) {
  if (node->ns != Namespace::html) return;
  switch (node->tag) {
    case Tag::meta:
    case Tag::title:
    case Tag::link:
    case Tag::base:
    case Tag::script:
      visit_head_element(node);
      break;
    case Tag::h1: add_heading(node, 1); break;
    case Tag::h2: add_heading(node, 2); break;
    case Tag::time: add_time(node, node->attribute(AttributeName::itemprop), true); return;
    case Tag::img: add_image(node); break;
    case Tag::a: {
      const std::string_view rel = node->attribute(AttributeName::rel);
      if (rel == "author") add_credit(node, CreditKind::rel_author);
      if (contains(rel, "tag") && facts_->tag_links.size() < kFactsMarksMax) {
        facts_->tag_links.push_back(visible_text(node, 100));
      }
      break;
    }
    case Tag::p:
    case Tag::span:
    case Tag::div:
    case Tag::li:
    case Tag::td:
    case Tag::small:
    case Tag::em:
    case Tag::i:
    case Tag::b:
    case Tag::strong:
      add_short_text(node);
      break;
    default:
      break;
  }
  bool classed = false;
  for (const Attribute& attribute : node->attributes()) {
    if (attribute.id == AttributeName::itemprop || attribute.id == AttributeName::property) {
      visit_property(node, attribute.value());
    } else if (attribute.id == AttributeName::class_ || attribute.id == AttributeName::id) {
      classed = true;
    }
  }
  if (classed) visit_class(node);
}

void PageFactsCollector::visit_head_element(const Node* node) {
  switch (node->tag) {
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
        facts_->metas.push_back({lower_ascii(name, 80), std::move(value)});
      }
      break;
    }
    default:
      break;
  }
}

PagePlace PageFactsCollector::place_of(const Node* node) const {
  PagePlace place;
  place.position = node->id;
  std::string own = lower_ascii(node->attribute(AttributeName::class_), 160);
  const std::string_view id = node->attribute(AttributeName::id);
  if (!id.empty()) own += ' ' + lower_ascii(id, 60);
  place.class_id = std::move(own);
  if (names_a_side(place.class_id)) place.in_side = true;
  for (const Node* up = node->parent; up; up = up->parent) {
    switch (up->tag) {
      case Tag::article:
      case Tag::main:
        place.in_article = true;
        break;
      case Tag::aside:
      case Tag::nav:
      case Tag::footer:
        // An <article>'s own footer often holds its byline.
        if (up->tag != Tag::footer || !place.in_article) place.in_side = true;
        break;
      case Tag::body:
      case Tag::html:
        return place;
      default:
        break;
    }
    const std::string_view cls = up->attribute(AttributeName::class_);
    const std::string_view up_id = up->attribute(AttributeName::id);
    if (!cls.empty() && cls.size() < 200 && names_a_side(lower_ascii(cls, 200))) {
      place.in_side = true;
    }
    if (!up_id.empty() && names_a_side(lower_ascii(up_id, 60))) place.in_side = true;
  }
  return place;
}

void PageFactsCollector::add_heading(const Node* node, std::uint8_t level) {
  if (level == 1 && first_h1_position_ == 0) first_h1_position_ = node->id;
  if (facts_->headings.size() >= kFactsMarksMax) return;
  std::string text = visible_text(node, kFactsTextBytesMax);
  std::replace(text.begin(), text.end(), '\n', ' ');
  if (!text.empty()) facts_->headings.push_back({std::move(text), level, place_of(node)});
}

void PageFactsCollector::add_time(const Node* node, std::string_view property,
                                  bool is_time_element) {
  if (facts_->times.size() >= kFactsMarksMax) return;
  TimeMark mark;
  mark.text = visible_text(node, 160);
  mark.machine = node->attribute(AttributeName::datetime);
  if (mark.machine.empty()) mark.machine = node->attribute(AttributeName::content);
  if (mark.machine.empty() && !is_time_element) mark.machine = node->attribute("data-datetime");
  if (mark.machine.empty() && is_time_element) mark.machine = node->attribute("data-time");
  if (mark.text.empty() && mark.machine.empty()) return;
  mark.property = lower_ascii(property, 60);
  mark.is_time_element = is_time_element;
  if (is_time_element && node->has_attribute(AttributeName::pubdate)) mark.property = "pubdate";
  mark.place = place_of(node);
  if (node->parent && node->parent->is_element() && mark.place.class_id.empty()) {
    mark.place.class_id = lower_ascii(node->parent->attribute(AttributeName::class_), 160);
  }
  facts_->times.push_back(std::move(mark));
}

void PageFactsCollector::add_credit(const Node* node, CreditKind kind) {
  if (facts_->credits.size() >= kFactsMarksMax) return;
  CreditMark mark;
  mark.text = visible_text(node, 400);
  if (mark.text.empty()) mark.text = node->attribute(AttributeName::content);
  if (mark.text.empty()) return;
  for (const Node* inner : descendants(node)) {
    if (inner->is(Tag::a) && mark.links.size() < 12) {
      std::string link = visible_text(inner, 120);
      if (!link.empty()) mark.links.push_back(std::move(link));
    }
  }
  mark.kind = kind;
  mark.place = place_of(node);
  facts_->credits.push_back(std::move(mark));
}

void PageFactsCollector::visit_property(const Node* node, std::string_view property) {
  if (property.empty() || node->tag == Tag::meta) {
    // <meta itemprop> is among the metas already.
    return;
  }
  const std::string name = lower_ascii(property, 60);
  if (contains_any(name, {"author", "creator"})) {
    // <span itemprop="author" itemscope>... <span itemprop="name">: the name says it best.
    const Node* best = node;
    for (const Node* inner : descendants(node)) {
      if (inner->is_element() && inner->attribute(AttributeName::itemprop) == "name") {
        best = inner;
        break;
      }
    }
    add_credit(best, CreditKind::property_author);
  } else if (contains_any(name, {"datepublished", "datemodified", "datecreated", "dc:date"})) {
    if (node->tag != Tag::time) add_time(node, name, false);
  } else if (facts_->properties.size() < kFactsMarksMax &&
             contains_any(name, {"headline", "alternativeheadline", "articlesection", "keywords",
                                 "inlanguage"})) {
    std::string value = visible_text(node, kFactsTextBytesMax);
    if (value.empty()) value = node->attribute(AttributeName::content);
    if (!value.empty()) facts_->properties.push_back({name, std::move(value)});
  }
}

void PageFactsCollector::visit_class(const Node* node) {
  ClassHints hints = hints_of(node->attribute(AttributeName::class_).substr(0, 240));
  const ClassHints by_id = hints_of(node->attribute(AttributeName::id).substr(0, 80));
  hints.credit |= by_id.credit;
  hints.date |= by_id.date;
  hints.trail |= by_id.trail;
  if (node->tag == Tag::body || node->tag == Tag::html || node->tag == Tag::img) return;
  if (hints.credit) add_credit(node, CreditKind::class_author);
  if (hints.date) {
    const std::string text = visible_text(node, 161);
    if (!text.empty() && text.size() <= 160 && has_digit(text)) {
      add_time(node, {}, false);
    }
  }
  if (hints.title && (node->tag == Tag::h3 || node->tag == Tag::div || node->tag == Tag::span ||
                      node->tag == Tag::p)) {
    add_heading(node, 3);
  }
  if (hints.tags && !names_a_side(lower_ascii(node->attribute(AttributeName::class_), 200))) {
    for (const Node* inner : descendants(node)) {
      if (inner->is(Tag::a) && facts_->tag_links.size() < kFactsMarksMax) {
        facts_->tag_links.push_back(visible_text(inner, 100));
      }
    }
  }
  if (hints.trail && facts_->section_trail.empty()) {
    for (const Node* inner : descendants(node)) {
      if (inner->is(Tag::a) && facts_->section_trail.size() < 8) {
        facts_->section_trail.push_back(visible_text(inner, 100));
      }
    }
  }
}

void PageFactsCollector::add_image(const Node* node) {
  if (facts_->images.size() >= 24) return;
  ImageMark mark;
  for (const std::string_view name : {"data-src", "data-original", "data-lazy-src", "src"}) {
    mark.url = node->attribute(name);
    if (!mark.url.empty() && !mark.url.starts_with("data:")) break;
    mark.url.clear();
  }
  if (mark.url.empty() || mark.url.size() > 2048) return;
  for (const Node* up = node->parent; up && up->tag != Tag::body; up = up->parent) {
    if (up->tag != Tag::figure) continue;
    for (const Node* inner : descendants(up)) {
      if (inner->is(Tag::figcaption)) {
        mark.caption = visible_text(inner, kFactsTextBytesMax);
        break;
      }
    }
    break;
  }
  mark.place = place_of(node);
  facts_->images.push_back(std::move(mark));
}

// Short lines of text: a date or "By X" without any class stands near the headline, or before
// there is one. Only elements whose own first child is text, so that a line is taken once.
void PageFactsCollector::add_short_text(const Node* node) {
  const Node* child = node->first_child;
  if (!child) return;
  std::size_t bytes = 0;
  for (const Node* part = child; part; part = part->next) {
    if (part->is_text()) bytes += part->text().size();
    if (bytes > 400) return;
  }
  if (bytes < 4) return;
  const bool near_headline =
      first_h1_position_ == 0 || node->id < first_h1_position_ + 400;
  if (!near_headline) return;
  const std::string text = visible_text(node, 161);
  if (text.empty() || text.size() > 160) return;
  if (says_by(text)) {
    if (node->id >= last_credit_end_) add_credit(node, CreditKind::text_by);
    last_credit_end_ = node->id + 4;
  }
  if (has_digit(text) && facts_->times.size() < kFactsMarksMax / 2) add_time(node, {}, false);
}

}  // namespace khabar
