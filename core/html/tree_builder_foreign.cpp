// "The rules for parsing tokens in foreign content": 13.2.6.5.
#include <algorithm>

#include "core/html/foreign_names.h"
#include "core/html/scan.h"
#include "core/html/tree_builder.h"
#include "core/text/ascii.h"

namespace khabar {

using namespace element_flag;

namespace {

// Start tags that end foreign content: nobody means them to be SVG or MathML.
bool breaks_out(const Token& token) {
  switch (token.tag) {
    case Tag::b:
    case Tag::big:
    case Tag::blockquote:
    case Tag::body:
    case Tag::br:
    case Tag::center:
    case Tag::code:
    case Tag::dd:
    case Tag::div:
    case Tag::dl:
    case Tag::dt:
    case Tag::em:
    case Tag::embed:
    case Tag::h1:
    case Tag::h2:
    case Tag::h3:
    case Tag::h4:
    case Tag::h5:
    case Tag::h6:
    case Tag::head:
    case Tag::hr:
    case Tag::i:
    case Tag::img:
    case Tag::li:
    case Tag::listing:
    case Tag::menu:
    case Tag::meta:
    case Tag::nobr:
    case Tag::ol:
    case Tag::p:
    case Tag::pre:
    case Tag::ruby:
    case Tag::s:
    case Tag::small:
    case Tag::span:
    case Tag::strong:
    case Tag::strike:
    case Tag::sub:
    case Tag::sup:
    case Tag::table:
    case Tag::tt:
    case Tag::u:
    case Tag::ul:
    case Tag::var:
      return true;
    case Tag::font:
      return std::any_of(token.attributes, token.attributes + token.attribute_count,
                         [](const Attribute& attribute) {
                           return attribute.id == AttributeName::color ||
                                  attribute.id == AttributeName::face ||
                                  attribute.id == AttributeName::size;
                         });
    default:
      return false;
  }
}

bool names_html(std::string_view encoding) {
  return equals_ignoring_case(encoding, "text/html") ||
         equals_ignoring_case(encoding, "application/xhtml+xml");
}

}  // namespace

bool TreeBuilder::in_foreign(Token& token) {
  switch (token.kind) {
    case TokenKind::characters:
      if (frameset_ok_) {
        frameset_ok_ = std::all_of(token.text.begin(), token.text.end(),
                                   [](char c) { return is_html_space(c) || c == '\0'; });
      }
      if (token.has_nul) replace_nul(token);
      insert_text(token.text);
      return false;
    case TokenKind::comment:
      insert_comment(token);
      return false;
    case TokenKind::start_tag:
      return foreign_start(token);
    case TokenKind::end_tag:
      return foreign_end(token);
    default:
      return false;
  }
}

bool TreeBuilder::foreign_start(Token& token) {
  if (breaks_out(token)) return leave_foreign();
  insert_foreign(token, adjusted_current()->ns);
  return false;
}

bool TreeBuilder::leave_foreign() {
  while (open_.size() > 1 && current()->ns != Namespace::html &&
         (current()->flags & (kMathTextPoint | kHtmlPoint)) == 0) {
    pop();
  }
  return true;
}

bool TreeBuilder::foreign_end(Token& token) {
  if (token.tag == Tag::br || token.tag == Tag::p) return leave_foreign();
  for (std::size_t i = open_.size() - 1; i > 0; --i) {
    Node* node = open_[i];
    if (node->tag == token.tag && token.tag != Tag::none) {
      pop_until_node(node);
      return false;
    }
    if (open_[i - 1]->ns == Namespace::html) return process_by_mode(token);
  }
  return false;
}

Node* TreeBuilder::insert_foreign(Token& token, Namespace ns) {
  for (std::uint32_t i = 0; i < token.attribute_count; ++i) {
    adjust_foreign_attribute(token.attributes[i], ns);
  }
  Node* node = insert_element(token, ns);
  if (ns == Namespace::mathml && token.tag == Tag::annotation_xml &&
      names_html(node->attribute(AttributeName::encoding))) {
    node->flags |= kHtmlPoint;
  }
  if (token.self_closing) pop();
  return node;
}

}  // namespace khabar
