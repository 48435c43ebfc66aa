// What must hold of every tree, whatever the page: for the hostile tests and the fuzzer.
#pragma once

#include <string>

#include "core/html/parser.h"

namespace khabar {

// One token makes so many nodes at most: the formatting elements made anew, and what adoption
// clones.
inline constexpr std::size_t kNodesOfOneToken = 256;
// Adoption wraps finished blocks once more for each of the 64 listed formatting elements.
inline constexpr std::size_t kDepthOfAdoption = 70;

inline std::string fault_of_links(const Node& node) {
  if (node.first_child && node.first_child->prev) return "the first child has one before it";
  if (node.last_child && node.last_child->next) return "the last child has one behind it";
  if ((node.first_child == nullptr) != (node.last_child == nullptr)) return "half a child list";
  for (const Node* child : children(&node)) {
    if (child->parent != &node) return "a child's parent is another";
    if (child->next && child->next->prev != child) return "siblings disagree";
    if (!child->next && node.last_child != child) return "the last child is another";
  }
  const bool may_have_children = node.is_element() || node.kind == NodeKind::document;
  return node.first_child && !may_have_children ? "a leaf has children" : "";
}

inline std::string fault_of_content(const Node& node, std::size_t attributes_max, char& sum) {
  for (char c : node.text()) sum = static_cast<char>(sum ^ c);  // a sanitizer watches the reads
  if (node.is_text() && node.length == 0) return "an empty text";
  if (node.attributes().size() > attributes_max) return "too many attributes";
  for (const Attribute& attribute : node.attributes()) {
    for (char c : attribute.name()) sum = static_cast<char>(sum ^ c);
    for (char c : attribute.value()) sum = static_cast<char>(sum ^ c);
    if (attribute.name().empty()) return "an attribute without name";
  }
  return "";
}

// Empty when the tree is sound.
inline std::string tree_fault(const Tree& tree, const ParseOptions& options = {}) {
  if (tree.document() == nullptr || tree.root() == nullptr) return "no document or root";
  if (tree.node_count() > options.nodes_max + kNodesOfOneToken) return "too many nodes";
  std::size_t depth = 0, seen = 0;
  char sum = 0;
  for (const Node* node = tree.document(); node != nullptr;) {
    if (++seen > tree.node_count()) return "more nodes in the tree than were made";
    if (node->id >= tree.node_count()) return "an id beyond the count";
    if (depth > options.depth_max + kDepthOfAdoption) return "too deep";
    std::string fault = fault_of_links(*node);
    if (fault.empty()) fault = fault_of_content(*node, options.attributes_max, sum);
    if (node->is_element() && tree.tag_name(*node).empty()) fault = "an element without name";
    if (!fault.empty()) return fault;
    if (node->first_child != nullptr) {
      node = node->first_child;
      ++depth;
      continue;
    }
    while (node != nullptr && node->next == nullptr) {
      node = node->parent;
      --depth;
    }
    if (node != nullptr) node = node->next;
  }
  return "";
}

}  // namespace khabar
