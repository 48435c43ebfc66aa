// The stack of open elements: 13.2.4.2, and "reset the insertion mode appropriately", 13.2.4.1.
// open_[0] is <html> and is never popped.
#include "core/html/tree_builder.h"

namespace khabar {

using namespace element_flag;

void TreeBuilder::count_open(const Node* element, int change) {
  const auto index = static_cast<std::size_t>(element->tag);
  if (element->ns != Namespace::html) {
    foreign_open_ += static_cast<std::uint32_t>(change);
  } else if (index < kKnownTags) {
    open_counts_[index] += static_cast<std::uint32_t>(change);
  }
}

// How many HTML elements of a known tag are open; 1 for an unknown tag: there may be some.
std::uint32_t TreeBuilder::open_count(Tag tag) const {
  const auto index = static_cast<std::size_t>(tag);
  return index < kKnownTags ? open_counts_[index] : 1;
}

void TreeBuilder::push(Node* element) {
  element->flags |= kOpen;
  count_open(element, 1);
  open_.push_back(element);
}

void TreeBuilder::pop() {
  if (open_.size() <= 1) return;
  Node* element = open_.back();
  element->flags &= static_cast<Flags>(~kOpen);
  count_open(element, -1);
  open_.pop_back();
  if (selected_content_ != nullptr && element->is(Tag::option)) option_ended(element);
}

void TreeBuilder::pop_until(Tag tag) {
  if (!is_open(tag)) return;
  while (open_.size() > 1) {
    const bool last = current()->is(tag);
    pop();
    if (last) return;
  }
}

void TreeBuilder::pop_until_node(Node* node) {
  while (open_.size() > 1 && (node->flags & kOpen) != 0) pop();
}

void TreeBuilder::pop_to(Flags context_flags) {
  while (open_.size() > 1 && (current()->flags & context_flags) == 0) pop();
}

void TreeBuilder::pop_to_row_context() {
  while (open_.size() > 1 && !current()->is(Tag::tr) && !current()->is(Tag::template_)) pop();
}

void TreeBuilder::pop_to_body_context() {
  while (open_.size() > 1) {
    const Node* node = current();
    if (node->is(Tag::tbody) || node->is(Tag::tfoot) || node->is(Tag::thead) ||
        node->is(Tag::template_)) {
      return;
    }
    pop();
  }
}

void TreeBuilder::remove_open(Node* element) {
  const std::size_t index = open_index(element);
  if (index == 0) return;
  element->flags &= static_cast<Flags>(~kOpen);
  count_open(element, -1);
  open_.erase(open_.begin() + static_cast<std::ptrdiff_t>(index));
}

std::size_t TreeBuilder::open_index(const Node* element) const {
  std::size_t i = open_.size() - 1;
  while (i > 0 && open_[i] != element) --i;
  return i;
}

bool TreeBuilder::in_scope(Tag tag, Flags bounds) const {
  if (!is_open(tag)) return false;
  for (std::size_t i = open_.size(); i-- > 0;) {
    if (open_[i]->is(tag)) return true;
    if ((open_[i]->flags & bounds) != 0) return false;
  }
  return false;
}

bool TreeBuilder::node_in_scope(const Node* node) const {
  for (std::size_t i = open_.size(); i-- > 0;) {
    if (open_[i] == node) return true;
    if ((open_[i]->flags & kScope) != 0) return false;
  }
  return false;
}

bool TreeBuilder::heading_in_scope() const {
  for (std::size_t i = open_.size(); i-- > 0;) {
    if ((open_[i]->flags & kHeading) != 0) return true;
    if ((open_[i]->flags & kScope) != 0) return false;
  }
  return false;
}

void TreeBuilder::generate_implied_end_tags(Tag except) {
  while ((current()->flags & kImpliedEnd) != 0 && current()->tag != except) pop();
}

void TreeBuilder::generate_all_implied_end_tags() {
  while ((current()->flags & kImpliedEndThorough) != 0) pop();
}

void TreeBuilder::close_p() {
  if (open_counts_[static_cast<std::size_t>(Tag::p)] == 0 || !in_button_scope(Tag::p)) return;
  generate_implied_end_tags(Tag::p);
  pop_until(Tag::p);
}

// The depth limit: the deepest element is closed, so that the next becomes its sibling.
void TreeBuilder::close_deepest() {
  tree_.limits_hit_.depth = true;
  const Flags flags = current()->flags;
  const bool is_template = current()->is(Tag::template_);
  pop();
  if ((flags & kMarker) != 0) clear_formatting_to_marker();
  if (is_template && !template_modes_.empty()) template_modes_.pop_back();
  // Scope bounds and table parts are what modes go by.
  const bool bears_mode = (flags & (kScope | kFosters | kImpliedEndThorough)) != 0;
  if (bears_mode && (flags & kImpliedEnd) == 0) reset_mode();
}

void TreeBuilder::reset_mode() {
  mode_ = Mode::in_body;
  for (std::size_t i = open_.size(); i-- > 0;) {
    const bool last = i == 0;
    const Node* node = last && context_ ? context_ : open_[i];
    if (node->ns != Namespace::html) continue;
    switch (node->tag) {
      case Tag::td:
      case Tag::th:
        if (last) break;
        mode_ = Mode::in_cell;
        return;
      case Tag::tr:
        mode_ = Mode::in_row;
        return;
      case Tag::tbody:
      case Tag::thead:
      case Tag::tfoot:
        mode_ = Mode::in_table_body;
        return;
      case Tag::caption:
        mode_ = Mode::in_caption;
        return;
      case Tag::colgroup:
        mode_ = Mode::in_column_group;
        return;
      case Tag::table:
        mode_ = Mode::in_table;
        return;
      case Tag::template_:
        if (!template_modes_.empty()) mode_ = template_modes_.back();
        return;
      case Tag::head:
        if (last) break;
        mode_ = Mode::in_head;
        return;
      case Tag::body:
        return;
      case Tag::frameset:
        mode_ = Mode::in_frameset;
        return;
      case Tag::html:
        mode_ = head_ ? Mode::after_head : Mode::before_head;
        return;
      default:
        break;
    }
  }
}

}  // namespace khabar
