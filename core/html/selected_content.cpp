// "Maybe clone an option into selectedcontent": <select><button><selectedcontent> shows the chosen
// option's content, so the parser copies it there when the option ends. 4.10.10 and 13.2.6.4.7.
#include "core/html/tree_builder.h"

namespace khabar {

namespace {

bool is_inside(const Node* node, const Node* ancestor) {
  while (node != nullptr && node != ancestor) node = node->parent;
  return node != nullptr;
}

}  // namespace

// The option has just been popped. The first of a select is chosen, until one says `selected`.
void TreeBuilder::option_ended(const Node* option) {
  const Node* select = option->parent;
  while (select != nullptr && !select->is(Tag::select)) select = select->parent;
  if (select == nullptr || select->find_attribute("multiple") != nullptr) return;
  if (!is_inside(selected_content_, select) || is_inside(selected_content_, option)) return;
  const bool chosen = option->find_attribute("selected") != nullptr ||
                      (!has_selected_content_ && option->find_attribute("disabled") == nullptr);
  if (!chosen) return;
  has_selected_content_ = true;
  while (selected_content_->first_child != nullptr) detach(selected_content_->first_child);
  clone_children(option, selected_content_);
}

void TreeBuilder::clone_children(const Node* from, Node* to) {
  Node* parent = to;
  for (const Node* node = from->first_child; node != nullptr;) {
    if (node_count_ >= options_.nodes_max) return;
    Node* clone = new_node(node->kind);
    clone->ns = node->ns;
    clone->tag = node->tag;
    clone->length = node->length;
    if (node->is_element()) {
      clone->flags = element_flag::of(node->tag, node->ns);
      clone->first_attribute = node->first_attribute;
    } else {
      clone->bytes = node->bytes;
    }
    append(clone, parent);
    if (node->first_child != nullptr) {
      parent = clone;
      node = node->first_child;
      continue;
    }
    while (node != from && node->next == nullptr) {
      node = node->parent;
      if (node != from) parent = parent->parent;
    }
    if (node == from) return;
    node = node->next;
  }
}

}  // namespace khabar
