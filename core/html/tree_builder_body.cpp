// The "in body" insertion mode, 13.2.6.4.7: characters and start tags.
#include <algorithm>

#include "core/html/scan.h"
#include "core/html/tree_builder.h"
#include "core/text/ascii.h"

namespace khabar {

using namespace element_flag;

bool TreeBuilder::in_body(Token& token) {
  switch (token.kind) {
    case TokenKind::characters:
      body_characters(token);
      return false;
    case TokenKind::start_tag:
      return body_start(token);
    case TokenKind::end_tag:
      return body_end(token);
    case TokenKind::comment:
      insert_comment(token);
      return false;
    case TokenKind::doctype:
      return false;
    case TokenKind::eof:
      return template_modes_.empty() ? false : in_template_eof();
  }
  return false;
}

void TreeBuilder::body_characters(Token& token) {
  if (token.has_nul) [[unlikely]] {
    strip_nul(token);
    if (token.text.empty()) return;
  }
  reconstruct_formatting();
  insert_text(token.text);
  if (frameset_ok_) {
    frameset_ok_ = std::all_of(token.text.begin(), token.text.end(), is_html_space);
  }
}

bool TreeBuilder::body_start(Token& token) {
  switch (token.tag) {
    case Tag::address:
    case Tag::article:
    case Tag::aside:
    case Tag::blockquote:
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
    case Tag::main:
    case Tag::menu:
    case Tag::nav:
    case Tag::ol:
    case Tag::p:
    case Tag::search:
    case Tag::section:
    case Tag::summary:
    case Tag::ul:
      start_block(token);
      return false;
    case Tag::a:
      start_a(token);
      return false;
    case Tag::b:
    case Tag::big:
    case Tag::code:
    case Tag::em:
    case Tag::font:
    case Tag::i:
    case Tag::s:
    case Tag::small:
    case Tag::strike:
    case Tag::strong:
    case Tag::tt:
    case Tag::u:
      start_formatting(token);
      return false;
    case Tag::li:
      start_list_item(token, Tag::li, Tag::li);
      return false;
    case Tag::dd:
      start_list_item(token, Tag::dd, Tag::dt);
      return false;
    case Tag::dt:
      start_list_item(token, Tag::dt, Tag::dd);
      return false;
    case Tag::base:
    case Tag::basefont:
    case Tag::bgsound:
    case Tag::link:
    case Tag::meta:
    case Tag::noframes:
    case Tag::script:
    case Tag::style:
    case Tag::template_:
    case Tag::title:
      return in_head_start(token);
    case Tag::h1:
    case Tag::h2:
    case Tag::h3:
    case Tag::h4:
    case Tag::h5:
    case Tag::h6:
      close_p();
      if ((current()->flags & kHeading) != 0) pop();
      insert_element(token);
      return false;
    case Tag::image:
      token.tag = Tag::img;
      token.text = "img";
      start_void(token);
      return false;
    case Tag::area:
    case Tag::br:
    case Tag::embed:
    case Tag::img:
    case Tag::keygen:
    case Tag::wbr:
      start_void(token);
      return false;
    case Tag::input:
      start_input(token);
      return false;
    case Tag::param:
    case Tag::source:
    case Tag::track:
      insert_and_pop(token);
      return false;
    case Tag::hr:
      start_hr(token);
      return false;
    case Tag::html:
      if (!is_open(Tag::template_)) merge_attributes(open_.front(), token);
      return false;
    case Tag::body:
      start_body_again(token);
      return false;
    case Tag::frameset:
      start_frameset_in_body(token);
      return false;
    case Tag::pre:
    case Tag::listing:
      start_block(token);
      skip_newline_ = true;
      frameset_ok_ = false;
      return false;
    case Tag::form:
      start_form(token);
      return false;
    case Tag::plaintext:
      start_block(token);
      tokenizer_.set_text_state(TextState::plaintext);
      return false;
    case Tag::button:
      if (in_scope(Tag::button)) {
        generate_implied_end_tags();
        pop_until(Tag::button);
      }
      start_ordinary(token);
      frameset_ok_ = false;
      return false;
    case Tag::nobr:
      start_nobr(token);
      return false;
    case Tag::applet:
    case Tag::marquee:
    case Tag::object:
      start_ordinary(token);
      push_marker();
      frameset_ok_ = false;
      return false;
    case Tag::table:
      start_table(token);
      return false;
    case Tag::textarea:
    case Tag::xmp:
    case Tag::iframe:
    case Tag::noembed:
    case Tag::noscript:
      start_raw_text(token);
      return false;
    case Tag::select:
      start_select(token);
      return false;
    case Tag::option:
    case Tag::optgroup:
      start_option(token);
      return false;
    case Tag::selectedcontent:
      start_ordinary(token);
      selected_content_ = current();
      has_selected_content_ = false;
      return false;
    case Tag::rb:
    case Tag::rtc:
      if (in_scope(Tag::ruby)) generate_implied_end_tags();
      insert_element(token);
      return false;
    case Tag::rp:
    case Tag::rt:
      if (in_scope(Tag::ruby)) generate_implied_end_tags(Tag::rtc);
      insert_element(token);
      return false;
    case Tag::math:
      start_foreign_root(token, Namespace::mathml);
      return false;
    case Tag::svg:
      start_foreign_root(token, Namespace::svg);
      return false;
    case Tag::caption:
    case Tag::col:
    case Tag::colgroup:
    case Tag::frame:
    case Tag::head:
    case Tag::tbody:
    case Tag::td:
    case Tag::tfoot:
    case Tag::th:
    case Tag::thead:
    case Tag::tr:
      return false;
    default:
      start_ordinary(token);
      return false;
  }
}

void TreeBuilder::start_ordinary(const Token& token) {
  reconstruct_formatting();
  insert_element(token);
}

void TreeBuilder::start_block(const Token& token) {
  close_p();
  insert_element(token);
}

void TreeBuilder::start_body_again(const Token& token) {
  if (open_.size() < 2 || !open_[1]->is(Tag::body) || is_open(Tag::template_)) return;
  frameset_ok_ = false;
  merge_attributes(open_[1], token);
}

void TreeBuilder::start_frameset_in_body(const Token& token) {
  if (open_.size() < 2 || !open_[1]->is(Tag::body) || !frameset_ok_) return;
  detach(open_[1]);
  body_ = nullptr;
  while (open_.size() > 1) pop();
  insert_element(token);
  mode_ = Mode::in_frameset;
}

void TreeBuilder::start_form(const Token& token) {
  const bool in_template = is_open(Tag::template_);
  if (form_ != nullptr && !in_template) return;
  close_p();
  Node* form = insert_element(token);
  if (!in_template) form_ = form;
}

// <li>, or <dd> and <dt>, which end each other.
void TreeBuilder::start_list_item(const Token& token, Tag tag, Tag other) {
  frameset_ok_ = false;
  for (std::size_t i = open_.size(); i-- > 0;) {
    const Node* node = open_[i];
    if (node->is(tag) || node->is(other)) {
      const Tag open = node->tag;
      generate_implied_end_tags(open);
      pop_until(open);
      break;
    }
    const bool passable = node->is(Tag::address) || node->is(Tag::div) || node->is(Tag::p);
    if ((node->flags & kSpecial) != 0 && !passable) break;
  }
  start_block(token);
}

void TreeBuilder::start_a(Token& token) {
  if (Node* open = listed_formatting(Tag::a)) {
    run_adoption_agency(token);
    if ((open->flags & kListed) != 0) remove_formatting(open);
    if ((open->flags & kOpen) != 0) remove_open(open);
  }
  start_formatting(token);
}

void TreeBuilder::start_nobr(Token& token) {
  reconstruct_formatting();
  if (in_scope(Tag::nobr)) run_adoption_agency(token);
  start_formatting(token);
}

void TreeBuilder::start_formatting(const Token& token) {
  reconstruct_formatting();
  push_formatting(insert_element(token));
}

void TreeBuilder::start_void(const Token& token) {
  reconstruct_formatting();
  insert_and_pop(token);
  frameset_ok_ = false;
}

void TreeBuilder::start_table(const Token& token) {
  if (tree_.quirks_mode_ != QuirksMode::quirks) close_p();
  insert_element(token);
  frameset_ok_ = false;
  mode_ = Mode::in_table;
}

// <input type=hidden>, which shows nothing.
bool TreeBuilder::is_hidden_input(const Token& token) {
  for (std::uint32_t i = 0; i < token.attribute_count; ++i) {
    if (token.attributes[i].id != AttributeName::type) continue;
    return equals_ignoring_case(token.attributes[i].value(), "hidden");
  }
  return false;
}

void TreeBuilder::start_input(const Token& token) {
  if (context_ != nullptr && context_->is(Tag::select)) return;
  if (in_scope(Tag::select)) pop_until(Tag::select);
  const bool ok = frameset_ok_;
  start_void(token);
  frameset_ok_ = ok && is_hidden_input(token);
}

void TreeBuilder::start_select(const Token& token) {
  if (context_ != nullptr && context_->is(Tag::select)) return;
  if (in_scope(Tag::select)) return pop_until(Tag::select);
  start_ordinary(token);
  frameset_ok_ = false;
}

// <option> and <optgroup>.
void TreeBuilder::start_option(const Token& token) {
  if (in_scope(Tag::select)) {
    generate_implied_end_tags(token.tag == Tag::option ? Tag::optgroup : Tag::none);
  } else if (current()->is(Tag::option)) {
    pop();
  }
  start_ordinary(token);
}

void TreeBuilder::start_hr(const Token& token) {
  close_p();
  if (in_scope(Tag::select)) generate_implied_end_tags();
  insert_and_pop(token);
  frameset_ok_ = false;
}

void TreeBuilder::start_raw_text(const Token& token) {
  if (token.tag == Tag::textarea) {
    enter_text_mode(token, TextState::rcdata);
    skip_newline_ = true;
    frameset_ok_ = false;
    return;
  }
  if (token.tag == Tag::noscript && !options_.scripting) return start_ordinary(token);
  if (token.tag == Tag::xmp) {
    close_p();
    reconstruct_formatting();
  }
  if (token.tag == Tag::xmp || token.tag == Tag::iframe) frameset_ok_ = false;
  enter_text_mode(token, TextState::rawtext);
}

void TreeBuilder::start_foreign_root(Token& token, Namespace ns) {
  reconstruct_formatting();
  insert_foreign(token, ns);
}

}  // namespace khabar
