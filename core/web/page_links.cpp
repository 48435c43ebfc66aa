#include "core/web/page_links.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <vector>

#include "core/html/parser.h"
#include "core/text/utf8.h"
#include "core/web/utf8_body.h"

namespace khabar {
namespace {

enum Surroundings : std::uint8_t { kHeading = 1, kNavigation = 2, kArticle = 4 };

bool is_heading(const Node& node) {
  return node.is(Tag::h1) || node.is(Tag::h2) || node.is(Tag::h3) || node.is(Tag::h4) ||
         node.is(Tag::h5) || node.is(Tag::h6);
}

std::uint8_t surroundings_of(const Node& node) {
  if (is_heading(node)) return kHeading;
  if (node.is(Tag::nav) || node.is(Tag::footer) || node.is(Tag::menu)) return kNavigation;
  if (node.is(Tag::article)) return kArticle;
  const std::string_view role = node.attribute(AttributeName::role);
  return role == "navigation" || role == "contentinfo" || role == "menu" ? kNavigation : 0;
}

// Text in `node`'s subtree without scripts and styles, until it is long enough.
void append_visible_text(const Node* node, std::string& out) {
  for (const Node* it = node; it && out.size() < 4 * kLinkTextBytesMax;) {
    if (it->is(Tag::script) || it->is(Tag::style) || it->is(Tag::template_)) {
      it = next_skipping_children(it, node);
      continue;
    }
    if (it->is_text()) out += it->text();
    if (it->is_element() && it != node) out += ' ';
    it = next_in_preorder(it, node);
  }
}

std::string shortened(std::string_view text) {
  std::string out;
  collapse_blanks(text, out);
  if (out.size() > kLinkTextBytesMax) {
    out.resize(valid_utf8_prefix(std::string_view(out).substr(0, kLinkTextBytesMax)));
  }
  return out;
}

std::string words_of(const Node& anchor, bool& in_heading) {
  std::string text;
  const Node* image = nullptr;
  int looked = 0;
  for (const Node* it : descendants(&anchor)) {
    if (++looked > 200) break;
    if (is_heading(*it)) {
      append_visible_text(it, text);
      if (trim_blanks(text).empty()) continue;
      in_heading = true;
      return shortened(text);
    }
    if (it->is(Tag::img) && !image) image = it;
  }
  append_visible_text(&anchor, text);
  if (!trim_blanks(text).empty()) return shortened(text);
  for (const AttributeName name : {AttributeName::title, AttributeName::aria_label}) {
    if (!trim_blanks(anchor.attribute(name)).empty()) return shortened(anchor.attribute(name));
  }
  return image ? shortened(image->attribute(AttributeName::alt)) : std::string{};
}

Url base_of(const Tree& tree, const Url& page) {
  for (const Node* node : descendants(tree.document())) {
    if (!node->is(Tag::base) || !node->has_attribute(AttributeName::href)) continue;
    Result<Url> base = parse_url(node->attribute(AttributeName::href), &page);
    if (base && base->is_http()) return std::move(*base);
    break;
  }
  return page;
}

}  // namespace

bool for_each_page_link(std::string_view html, std::string_view url, std::string_view content_type,
                        const std::function<void(const PageLink&)>& take) {
  const Result<Url> page = parse_url(url);
  if (!page || !page->is_http()) return false;
  std::string room;
  HtmlParser parser;
  const Tree& tree = parser.parse(utf8_of_body(html, content_type, room));
  const Url base = base_of(tree, *page);
  std::vector<std::uint8_t> around(tree.node_count(), 0);
  std::size_t taken = 0;
  for (const Node* node : descendants(tree.document())) {
    if (!node->is_element()) continue;
    const std::uint8_t inherited = node->parent ? around[node->parent->id] : std::uint8_t{0};
    around[node->id] = inherited | surroundings_of(*node);
    PageLink link;
    link.is_anchor = node->is(Tag::a) || node->is(Tag::area);
    if (!link.is_anchor && !node->is(Tag::link)) continue;
    const std::string_view href = trim_blanks(node->attribute(AttributeName::href));
    if (href.empty() || href.starts_with('#') || href.size() > 8192) continue;
    Result<Url> target = parse_url(href, &base);
    if (!target || !target->is_http() || !target->host) continue;
    if (++taken > kPageLinksMax) break;
    link.node = node;
    link.url = std::move(*target);
    link.in_heading = (around[node->id] & kHeading) != 0;
    link.in_navigation = (around[node->id] & kNavigation) != 0;
    link.in_article = (around[node->id] & kArticle) != 0;
    if (link.is_anchor) link.text = words_of(*node, link.in_heading);
    take(link);
  }
  return true;
}

}  // namespace khabar
