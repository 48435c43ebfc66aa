#include "core/html/tree.h"

#include "core/html/foreign_names.h"

namespace khabar {

void append_text_content(const Node* node, std::string& out) {
  for (const Node* at = node; at != nullptr; at = next_in_preorder(at, node)) {
    if (at->is_text()) out.append(at->text());
  }
}

std::string text_content(const Node* node) {
  std::string out;
  append_text_content(node, out);
  return out;
}

std::string_view Tree::tag_name(const Node& element) const {
  if (element.ns == Namespace::svg) {
    const std::string_view name = svg_tag_name(element.tag);
    if (!name.empty()) return name;
  }
  return tag_name(element.tag);
}

std::string_view Tree::tag_name(Tag tag) const {
  const auto index = static_cast<std::size_t>(tag);
  if (index < kUnknownTagFirst) return known_tag_name(tag);
  const std::size_t unknown = index - kUnknownTagFirst;
  if (unknown_names_ == nullptr || unknown >= unknown_names_->size()) return {};
  return (*unknown_names_)[unknown];
}

}  // namespace khabar
