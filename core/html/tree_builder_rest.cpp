// Templates, framesets, and what follows the body: 13.2.6.4.16 to .21.
#include <algorithm>

#include "core/html/scan.h"
#include "core/html/tree_builder.h"

namespace khabar {

bool TreeBuilder::in_template(Token& token) {
  switch (token.kind) {
    case TokenKind::characters:
    case TokenKind::comment:
    case TokenKind::doctype:
      return in_body(token);
    case TokenKind::eof:
      return in_template_eof();
    case TokenKind::end_tag:
      if (token.tag == Tag::template_) end_template();
      return false;
    case TokenKind::start_tag:
      break;
  }
  switch (token.tag) {
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
      return in_head(token);
    case Tag::caption:
    case Tag::colgroup:
    case Tag::tbody:
    case Tag::tfoot:
    case Tag::thead:
      return template_as(Mode::in_table);
    case Tag::col:
      return template_as(Mode::in_column_group);
    case Tag::tr:
      return template_as(Mode::in_table_body);
    case Tag::td:
    case Tag::th:
      return template_as(Mode::in_row);
    default:
      return template_as(Mode::in_body);
  }
}

// "Pop the current template insertion mode, push this one, switch to it, and reprocess."
bool TreeBuilder::template_as(Mode mode) {
  if (!template_modes_.empty()) template_modes_.back() = mode;
  mode_ = mode;
  return true;
}

bool TreeBuilder::in_template_eof() {
  if (!is_open(Tag::template_)) return false;
  pop_until(Tag::template_);
  clear_formatting_to_marker();
  if (!template_modes_.empty()) template_modes_.pop_back();
  reset_mode();
  return true;
}

bool TreeBuilder::after_body(Token& token) {
  switch (token.kind) {
    case TokenKind::characters: {
      const std::string_view rest = token.text;
      const std::string_view space = split_space(token);
      if (token.text.empty()) {
        token.text = space;
        return in_body(token);
      }
      token.text = rest;
      break;
    }
    case TokenKind::comment:
      insert_comment(token, {open_.front(), nullptr});
      return false;
    case TokenKind::doctype:
    case TokenKind::eof:
      return false;
    case TokenKind::start_tag:
      if (token.tag == Tag::html) return in_body(token);
      break;
    case TokenKind::end_tag:
      if (token.tag == Tag::html) {
        if (context_ == nullptr) mode_ = Mode::after_after_body;
        return false;
      }
      break;
  }
  mode_ = Mode::in_body;
  return true;
}

bool TreeBuilder::after_after_body(Token& token) {
  switch (token.kind) {
    case TokenKind::comment:
      insert_comment(token, {document_, nullptr});
      return false;
    case TokenKind::doctype:
    case TokenKind::eof:
      return false;
    case TokenKind::characters:
      if (std::all_of(token.text.begin(), token.text.end(), is_html_space)) return in_body(token);
      break;
    default:
      if (token.is_start(Tag::html)) return in_body(token);
      break;
  }
  mode_ = Mode::in_body;
  return true;
}

// Framesets hold no text but whitespace: the rest of each run is dropped.
void TreeBuilder::insert_spaces_of(std::string_view text) {
  const char* end = text.data() + text.size();
  for (const char* p = text.data(); p != end;) {
    const char* behind = skip_html_space(p, end);
    if (behind != p) insert_text({p, static_cast<std::size_t>(behind - p)});
    p = std::find_if(behind, end, is_html_space);
  }
}

bool TreeBuilder::in_frameset(Token& token) {
  switch (token.kind) {
    case TokenKind::characters:
      insert_spaces_of(token.text);
      return false;
    case TokenKind::comment:
      insert_comment(token);
      return false;
    case TokenKind::start_tag:
      if (token.tag == Tag::html) return in_body(token);
      if (token.tag == Tag::frameset) insert_element(token);
      if (token.tag == Tag::frame) insert_and_pop(token);
      if (token.tag == Tag::noframes) return in_head(token);
      return false;
    case TokenKind::end_tag:
      if (token.tag != Tag::frameset || open_.size() <= 1) return false;
      pop();
      if (context_ == nullptr && !current()->is(Tag::frameset)) mode_ = Mode::after_frameset;
      return false;
    default:
      return false;
  }
}

bool TreeBuilder::after_frameset(Token& token) {
  switch (token.kind) {
    case TokenKind::characters:
      insert_spaces_of(token.text);
      return false;
    case TokenKind::comment:
      insert_comment(token);
      return false;
    case TokenKind::start_tag:
      if (token.tag == Tag::html) return in_body(token);
      if (token.tag == Tag::noframes) return in_head(token);
      return false;
    case TokenKind::end_tag:
      if (token.tag == Tag::html) mode_ = Mode::after_after_frameset;
      return false;
    default:
      return false;
  }
}

bool TreeBuilder::after_after_frameset(Token& token) {
  switch (token.kind) {
    case TokenKind::comment:
      insert_comment(token, {document_, nullptr});
      return false;
    case TokenKind::characters:
      insert_spaces_of(token.text);
      return false;
    case TokenKind::start_tag:
      if (token.tag == Tag::html) return in_body(token);
      if (token.tag == Tag::noframes) return in_head(token);
      return false;
    default:
      return false;
  }
}

}  // namespace khabar
