// Tables: 13.2.6.4.9 to .15.
#include <algorithm>

#include "core/html/scan.h"
#include "core/html/tree_builder.h"

namespace khabar {

using namespace element_flag;

namespace {

// caption, col, colgroup, tbody, td, tfoot, th, thead, tr.
bool is_table_part(Tag tag) {
  switch (tag) {
    case Tag::caption:
    case Tag::col:
    case Tag::colgroup:
    case Tag::tbody:
    case Tag::td:
    case Tag::tfoot:
    case Tag::th:
    case Tag::thead:
    case Tag::tr:
      return true;
    default:
      return false;
  }
}
bool is_table_section(Tag tag) {
  return tag == Tag::tbody || tag == Tag::thead || tag == Tag::tfoot;
}
bool is_cell(Tag tag) {
  return tag == Tag::td || tag == Tag::th;
}
bool is_outside_table(Tag tag) {
  return tag == Tag::body || tag == Tag::html;
}

bool is_space(std::string_view text) {
  return std::all_of(text.begin(), text.end(), is_html_space);
}

}  // namespace

bool TreeBuilder::in_table(Token& token) {
  switch (token.kind) {
    case TokenKind::characters:
      if ((current()->flags & kFosters) == 0 && !current()->is(Tag::template_)) {
        return table_by_foster(token);
      }
      table_text_.clear();
      original_mode_ = mode_;
      mode_ = Mode::in_table_text;
      return true;
    case TokenKind::comment:
      insert_comment(token);
      return false;
    case TokenKind::doctype:
      return false;
    case TokenKind::start_tag:
      return table_start(token);
    case TokenKind::end_tag:
      return table_end(token);
    case TokenKind::eof:
      return in_body(token);
  }
  return false;
}

bool TreeBuilder::table_start(Token& token) {
  constexpr Flags kTableContext = kTableScope;  // table, template, html
  switch (token.tag) {
    case Tag::caption:
      pop_to(kTableContext);
      push_marker();
      insert_element(token);
      mode_ = Mode::in_caption;
      return false;
    case Tag::colgroup:
      pop_to(kTableContext);
      insert_element(token);
      mode_ = Mode::in_column_group;
      return false;
    case Tag::col:
      pop_to(kTableContext);
      insert_implied(Tag::colgroup);
      mode_ = Mode::in_column_group;
      return true;
    case Tag::tbody:
    case Tag::tfoot:
    case Tag::thead:
      pop_to(kTableContext);
      insert_element(token);
      mode_ = Mode::in_table_body;
      return false;
    case Tag::td:
    case Tag::th:
    case Tag::tr:
      pop_to(kTableContext);
      insert_implied(Tag::tbody);
      mode_ = Mode::in_table_body;
      return true;
    case Tag::table:
      if (!in_table_scope(Tag::table)) return false;
      pop_until(Tag::table);
      reset_mode();
      return true;
    case Tag::style:
    case Tag::script:
    case Tag::template_:
      return in_head(token);
    case Tag::input:
      if (!is_hidden_input(token)) return table_by_foster(token);
      insert_and_pop(token);
      return false;
    case Tag::form:
      if (is_open(Tag::template_) || form_ != nullptr) return false;
      form_ = element_of(token);
      insert(form_, appropriate_place());
      return false;
    default:
      return table_by_foster(token);
  }
}

bool TreeBuilder::table_end(Token& token) {
  if (token.tag == Tag::table) {
    if (!in_table_scope(Tag::table)) return false;
    pop_until(Tag::table);
    reset_mode();
    return false;
  }
  if (token.tag == Tag::template_) return in_head(token);
  if (is_table_part(token.tag) || is_outside_table(token.tag)) return false;
  return table_by_foster(token);
}

// "Enable foster parenting, process the token using the rules for in body."
bool TreeBuilder::table_by_foster(Token& token) {
  fostering_ = true;
  const bool again = in_body(token);
  fostering_ = false;
  return again;
}

bool TreeBuilder::in_table_text(Token& token) {
  if (token.kind == TokenKind::characters) {
    if (token.has_nul) strip_nul(token);
    if (!token.text.empty()) table_text_.push_back(token.text);
    return false;
  }
  mode_ = original_mode_;
  const bool all_space = std::all_of(table_text_.begin(), table_text_.end(), is_space);
  for (std::string_view piece : table_text_) {
    if (all_space) {
      insert_text(piece);
    } else {
      Token characters;
      characters.kind = TokenKind::characters;
      characters.text = piece;
      table_by_foster(characters);
    }
  }
  table_text_.clear();
  return true;
}

bool TreeBuilder::in_caption(Token& token) {
  const bool starts_part = token.kind == TokenKind::start_tag && is_table_part(token.tag);
  const bool ends_caption = token.is_end(Tag::caption);
  if (starts_part || ends_caption || token.is_end(Tag::table)) {
    if (!in_table_scope(Tag::caption)) return false;
    generate_implied_end_tags();
    pop_until(Tag::caption);
    clear_formatting_to_marker();
    mode_ = Mode::in_table;
    return !ends_caption;
  }
  if (token.kind == TokenKind::end_tag &&
      (is_table_part(token.tag) || is_outside_table(token.tag))) {
    return false;
  }
  return in_body(token);
}

bool TreeBuilder::in_column_group(Token& token) {
  switch (token.kind) {
    case TokenKind::characters:
      if (insert_space_only(token)) return false;
      break;
    case TokenKind::comment:
      insert_comment(token);
      return false;
    case TokenKind::doctype:
      return false;
    case TokenKind::eof:
      return in_body(token);
    case TokenKind::start_tag:
      if (token.tag == Tag::html) return in_body(token);
      if (token.tag == Tag::template_) return in_head(token);
      if (token.tag == Tag::col) {
        insert_and_pop(token);
        return false;
      }
      break;
    case TokenKind::end_tag:
      if (token.tag == Tag::col) return false;
      if (token.tag == Tag::template_) return in_head(token);
      break;
  }
  if (!current()->is(Tag::colgroup)) return false;
  pop();
  mode_ = Mode::in_table;
  return !token.is_end(Tag::colgroup);
}

bool TreeBuilder::in_table_body(Token& token) {
  if (token.kind == TokenKind::start_tag) {
    if (token.tag == Tag::tr) {
      pop_to_body_context();
      insert_element(token);
      mode_ = Mode::in_row;
      return false;
    }
    if (is_cell(token.tag)) {
      pop_to_body_context();
      insert_implied(Tag::tr);
      mode_ = Mode::in_row;
      return true;
    }
    if (is_table_part(token.tag)) return leave_table_body();
  } else if (token.kind == TokenKind::end_tag) {
    if (is_table_section(token.tag)) {
      if (!in_table_scope(token.tag)) return false;
      pop_to_body_context();
      pop();
      mode_ = Mode::in_table;
      return false;
    }
    if (token.tag == Tag::table) return leave_table_body();
    if (is_table_part(token.tag) || is_outside_table(token.tag)) return false;
  }
  return in_table(token);
}

bool TreeBuilder::leave_table_body() {
  if (!in_table_scope(Tag::tbody) && !in_table_scope(Tag::thead) && !in_table_scope(Tag::tfoot)) {
    return false;
  }
  pop_to_body_context();
  pop();
  mode_ = Mode::in_table;
  return true;
}

bool TreeBuilder::in_row(Token& token) {
  if (token.kind == TokenKind::start_tag) {
    if (is_cell(token.tag)) {
      pop_to_row_context();
      insert_element(token);
      mode_ = Mode::in_cell;
      push_marker();
      return false;
    }
    if (is_table_part(token.tag)) return leave_row();
  } else if (token.kind == TokenKind::end_tag) {
    if (token.tag == Tag::tr) {
      leave_row();
      return false;
    }
    if (token.tag == Tag::table) return leave_row();
    if (is_table_section(token.tag)) return in_table_scope(token.tag) && leave_row();
    if (is_table_part(token.tag) || is_outside_table(token.tag)) return false;
  }
  return in_table(token);
}

bool TreeBuilder::leave_row() {
  if (!in_table_scope(Tag::tr)) return false;
  pop_to_row_context();
  pop();
  mode_ = Mode::in_table_body;
  return true;
}

bool TreeBuilder::in_cell(Token& token) {
  if (token.kind == TokenKind::end_tag) {
    if (is_cell(token.tag)) {
      if (!in_table_scope(token.tag)) return false;
      generate_implied_end_tags();
      pop_until(token.tag);
      clear_formatting_to_marker();
      mode_ = Mode::in_row;
      return false;
    }
    if (token.tag == Tag::table || token.tag == Tag::tr || is_table_section(token.tag)) {
      if (!in_table_scope(token.tag)) return false;
      close_cell();
      return true;
    }
    if (is_table_part(token.tag) || is_outside_table(token.tag)) return false;
  } else if (token.kind == TokenKind::start_tag && is_table_part(token.tag)) {
    if (!in_table_scope(Tag::td) && !in_table_scope(Tag::th)) return false;
    close_cell();
    return true;
  }
  return in_body(token);
}

void TreeBuilder::close_cell() {
  generate_implied_end_tags();
  pop_until(in_table_scope(Tag::td) ? Tag::td : Tag::th);
  clear_formatting_to_marker();
  mode_ = Mode::in_row;
}

}  // namespace khabar
