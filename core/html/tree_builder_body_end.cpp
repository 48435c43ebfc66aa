// The "in body" insertion mode, 13.2.6.4.7: end tags.
#include "core/html/tree_builder.h"

namespace khabar {

using namespace element_flag;

bool TreeBuilder::body_end(Token& token) {
  switch (token.tag) {
    case Tag::address:
    case Tag::article:
    case Tag::aside:
    case Tag::blockquote:
    case Tag::button:
    case Tag::center:
    case Tag::details:
    case Tag::dialog:
    case Tag::dir:
    case Tag::div:
    case Tag::dl:
    case Tag::fieldset:
    case Tag::figcaption:
    case Tag::figure:
    case Tag::footer:
    case Tag::header:
    case Tag::hgroup:
    case Tag::listing:
    case Tag::main:
    case Tag::menu:
    case Tag::nav:
    case Tag::ol:
    case Tag::pre:
    case Tag::search:
    case Tag::section:
    case Tag::select:
    case Tag::summary:
    case Tag::ul:
      end_block(token.tag);
      return false;
    case Tag::a:
    case Tag::b:
    case Tag::big:
    case Tag::code:
    case Tag::em:
    case Tag::font:
    case Tag::i:
    case Tag::nobr:
    case Tag::s:
    case Tag::small:
    case Tag::strike:
    case Tag::strong:
    case Tag::tt:
    case Tag::u:
      run_adoption_agency(token);
      return false;
    case Tag::p:
      end_p();
      return false;
    case Tag::li:
      end_item(Tag::li, kScope | kListScope);
      return false;
    case Tag::dd:
    case Tag::dt:
      end_item(token.tag, kScope);
      return false;
    case Tag::h1:
    case Tag::h2:
    case Tag::h3:
    case Tag::h4:
    case Tag::h5:
    case Tag::h6:
      end_heading();
      return false;
    case Tag::form:
      end_form();
      return false;
    case Tag::body:
      end_body();
      return false;
    case Tag::html:
      return end_body();
    case Tag::template_:
      end_template();
      return false;
    case Tag::applet:
    case Tag::marquee:
    case Tag::object:
      if (!in_scope(token.tag)) return false;
      end_block(token.tag);
      clear_formatting_to_marker();
      return false;
    case Tag::br:
      end_br(token);
      return false;
    default:
      end_ordinary(token);
      return false;
  }
}

// True: the body was open, and is left.
bool TreeBuilder::end_body() {
  if (!in_scope(Tag::body)) return false;
  mode_ = Mode::after_body;
  return true;
}

void TreeBuilder::end_block(Tag tag) {
  if (!in_scope(tag)) return;
  generate_implied_end_tags();
  pop_until(tag);
}

void TreeBuilder::end_form() {
  if (is_open(Tag::template_)) return end_block(Tag::form);
  Node* form = form_;
  form_ = nullptr;
  if (form == nullptr || (form->flags & kOpen) == 0 || !node_in_scope(form)) return;
  generate_implied_end_tags();
  remove_open(form);
}

void TreeBuilder::end_p() {
  if (!in_button_scope(Tag::p)) insert_implied(Tag::p);
  close_p();
}

void TreeBuilder::end_item(Tag tag, Flags bounds) {
  if (!in_scope(tag, bounds)) return;
  generate_implied_end_tags(tag);
  pop_until(tag);
}

void TreeBuilder::end_heading() {
  if (!heading_in_scope()) return;
  generate_implied_end_tags();
  while (open_.size() > 1) {
    const bool last = (current()->flags & kHeading) != 0;
    pop();
    if (last) return;
  }
}

// "Act as described for a start tag, without attributes."
void TreeBuilder::end_br(Token& token) {
  token.attribute_count = 0;
  start_void(token);
}

// "Any other end tag."
void TreeBuilder::end_ordinary(const Token& token) {
  if (token.tag == Tag::none || !is_open(token.tag)) return;
  for (std::size_t i = open_.size(); i-- > 1;) {
    Node* node = open_[i];
    if (node->is(token.tag)) {
      generate_implied_end_tags(token.tag);
      return pop_until_node(node);
    }
    if ((node->flags & kSpecial) != 0) return;
  }
}

}  // namespace khabar
