// The insertion modes before the body: 13.2.6.4.1 to .6, and "text", .8.
#include "core/html/quirks.h"
#include "core/html/tree_builder.h"

namespace khabar {

bool TreeBuilder::initial(Token& token) {
  switch (token.kind) {
    case TokenKind::characters:
      split_space(token);
      if (token.text.empty()) return false;
      break;
    case TokenKind::comment:
      insert_comment(token, {document_, nullptr});
      return false;
    case TokenKind::doctype: {
      Node* node = new_node(NodeKind::doctype);
      node->bytes = token.text.data();
      node->length = static_cast<std::uint32_t>(token.text.size());
      append(node, document_);
      doctype_ = token.doctype;
      tree_.doctype_ = &doctype_;
      tree_.quirks_mode_ = quirks_mode_of(token.doctype, token.force_quirks);
      mode_ = Mode::before_html;
      return false;
    }
    default:
      break;
  }
  tree_.quirks_mode_ = QuirksMode::quirks;
  mode_ = Mode::before_html;
  return true;
}

bool TreeBuilder::before_html(Token& token) {
  switch (token.kind) {
    case TokenKind::doctype:
      return false;
    case TokenKind::comment:
      insert_comment(token, {document_, nullptr});
      return false;
    case TokenKind::characters:
      split_space(token);
      if (token.text.empty()) return false;
      break;
    case TokenKind::end_tag:
      if (token.tag != Tag::head && token.tag != Tag::body && token.tag != Tag::html &&
          token.tag != Tag::br) {
        return false;
      }
      break;
    default:
      break;
  }
  const bool is_html = token.is_start(Tag::html);
  root_ = is_html ? element_of(token) : new_element(Tag::html, Namespace::html, nullptr, 0);
  append(root_, document_);
  push(root_);
  mode_ = Mode::before_head;
  return !is_html;
}

bool TreeBuilder::before_head(Token& token) {
  switch (token.kind) {
    case TokenKind::characters:
      split_space(token);
      if (token.text.empty()) return false;
      break;
    case TokenKind::comment:
      insert_comment(token);
      return false;
    case TokenKind::doctype:
      return false;
    case TokenKind::start_tag:
      if (token.tag == Tag::html) return in_body(token);
      if (token.tag == Tag::head) {
        head_ = insert_element(token);
        mode_ = Mode::in_head;
        return false;
      }
      break;
    case TokenKind::end_tag:
      if (token.tag != Tag::head && token.tag != Tag::body && token.tag != Tag::html &&
          token.tag != Tag::br) {
        return false;
      }
      break;
    default:
      break;
  }
  head_ = insert_implied(Tag::head);
  mode_ = Mode::in_head;
  return true;
}

bool TreeBuilder::in_head(Token& token) {
  switch (token.kind) {
    case TokenKind::characters:
      if (insert_space_only(token)) return false;
      break;
    case TokenKind::comment:
      insert_comment(token);
      return false;
    case TokenKind::doctype:
      return false;
    case TokenKind::start_tag:
      return in_head_start(token);
    case TokenKind::end_tag:
      return in_head_end(token);
    default:
      break;
  }
  return leave_head();
}

bool TreeBuilder::in_head_start(Token& token) {
  switch (token.tag) {
    case Tag::html:
      return in_body(token);
    case Tag::base:
    case Tag::basefont:
    case Tag::bgsound:
    case Tag::link:
    case Tag::meta:
      insert_and_pop(token);
      return false;
    case Tag::title:
      enter_text_mode(token, TextState::rcdata);
      return false;
    case Tag::noscript:
      if (!options_.scripting) {
        insert_element(token);
        mode_ = Mode::in_head_noscript;
        return false;
      }
      [[fallthrough]];
    case Tag::noframes:
    case Tag::style:
      enter_text_mode(token, TextState::rawtext);
      return false;
    case Tag::script:
      enter_text_mode(token, TextState::script);
      return false;
    case Tag::template_:
      start_template(token);
      return false;
    case Tag::head:
      return false;
    default:
      return leave_head();
  }
}

bool TreeBuilder::in_head_end(Token& token) {
  switch (token.tag) {
    case Tag::head:
      pop();
      mode_ = Mode::after_head;
      return false;
    case Tag::body:
    case Tag::html:
    case Tag::br:
      return leave_head();
    case Tag::template_:
      end_template();
      return false;
    default:
      return false;
  }
}

bool TreeBuilder::leave_head() {
  pop();
  mode_ = Mode::after_head;
  return true;
}

void TreeBuilder::start_template(const Token& token) {
  insert_element(token);
  push_marker();
  frameset_ok_ = false;
  mode_ = Mode::in_template;
  template_modes_.push_back(Mode::in_template);
}

void TreeBuilder::end_template() {
  if (!is_open(Tag::template_)) return;
  generate_all_implied_end_tags();
  pop_until(Tag::template_);
  clear_formatting_to_marker();
  if (!template_modes_.empty()) template_modes_.pop_back();
  reset_mode();
}

bool TreeBuilder::in_head_noscript(Token& token) {
  switch (token.kind) {
    case TokenKind::doctype:
      return false;
    case TokenKind::comment:
      return in_head(token);
    case TokenKind::characters:
      if (insert_space_only(token)) return false;
      break;
    case TokenKind::start_tag:
      switch (token.tag) {
        case Tag::html:
          return in_body(token);
        case Tag::basefont:
        case Tag::bgsound:
        case Tag::link:
        case Tag::meta:
        case Tag::noframes:
        case Tag::style:
          return in_head(token);
        case Tag::head:
        case Tag::noscript:
          return false;
        default:
          break;
      }
      break;
    case TokenKind::end_tag:
      if (token.tag == Tag::noscript) {
        pop();
        mode_ = Mode::in_head;
        return false;
      }
      if (token.tag != Tag::br) return false;
      break;
    default:
      break;
  }
  pop();
  mode_ = Mode::in_head;
  return true;
}

bool TreeBuilder::after_head(Token& token) {
  switch (token.kind) {
    case TokenKind::characters:
      if (insert_space_only(token)) return false;
      break;
    case TokenKind::comment:
      insert_comment(token);
      return false;
    case TokenKind::doctype:
      return false;
    case TokenKind::start_tag:
      switch (token.tag) {
        case Tag::html:
          return in_body(token);
        case Tag::body:
          body_ = insert_element(token);
          frameset_ok_ = false;
          mode_ = Mode::in_body;
          return false;
        case Tag::frameset:
          insert_element(token);
          mode_ = Mode::in_frameset;
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
          push(head_);
          in_head(token);
          remove_open(head_);
          return false;
        case Tag::head:
          return false;
        default:
          break;
      }
      break;
    case TokenKind::end_tag:
      if (token.tag == Tag::template_) return in_head(token);
      if (token.tag != Tag::body && token.tag != Tag::html && token.tag != Tag::br) return false;
      break;
    default:
      break;
  }
  body_ = insert_implied(Tag::body);
  mode_ = Mode::in_body;
  return true;
}

bool TreeBuilder::text(Token& token) {
  if (token.kind == TokenKind::characters) {
    insert_text(token.text);
    return false;
  }
  pop();
  mode_ = original_mode_;
  return token.kind == TokenKind::eof;
}

}  // namespace khabar
