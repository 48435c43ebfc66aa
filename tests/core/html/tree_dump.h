// The notation of html5lib's tree tests, for expectations of our own too:
//
//   | <p>
//   |   class="x"
//   |   "text"
#pragma once

#include <algorithm>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/html/parser.h"

namespace khabar {

inline std::string dump_attribute(const Attribute& attribute) {
  std::string name(attribute.name());
  if (attribute.ns != AttributeNamespace::none) {
    const std::size_t colon = name.find(':');
    if (colon == std::string::npos) {
      name = "xmlns " + name;
    } else {
      name[colon] = ' ';
    }
  }
  return name.append("=\"").append(attribute.value()).append("\"");
}

inline std::string dump_node(const Tree& tree, const Node& node) {
  switch (node.kind) {
    case NodeKind::document:
      return {};
    case NodeKind::doctype: {
      const Doctype& doctype = *tree.doctype();
      std::string line("<!DOCTYPE ");
      line.append(node.text());
      if (doctype.has_public_id || doctype.has_system_id) {
        line.append(" \"").append(doctype.public_id).append("\" \"");
        line.append(doctype.system_id).append("\"");
      }
      return line.append(">");
    }
    case NodeKind::element: {
      const char* prefix = node.ns == Namespace::svg      ? "svg "
                           : node.ns == Namespace::mathml ? "math "
                                                          : "";
      return std::string("<").append(prefix).append(tree.tag_name(node)).append(">");
    }
    case NodeKind::text:
      return std::string("\"").append(node.text()).append("\"");
    case NodeKind::comment:
      return std::string("<!-- ").append(node.text()).append(" -->");
  }
  return {};
}

// Everything below `top`, one line a node or attribute, each line ended.
inline std::string dump_below(const Tree& tree, const Node* top) {
  std::string out;
  const auto add = [&](std::size_t depth, const std::string& line) {
    out.append("| ").append(2 * depth, ' ').append(line).append("\n");
  };
  for (const Node* node : descendants(top)) {
    std::size_t depth = 0;
    for (const Node* up = node->parent; up != top; up = up->parent) {
      depth += up->is(Tag::template_) ? 2 : 1;
    }
    if (node->parent != top && node->parent->is(Tag::template_) && node->prev == nullptr) {
      add(depth - 1, "content");
    }
    add(depth, dump_node(tree, *node));
    std::vector<std::string> attributes;
    for (const Attribute& attribute : node->attributes()) {
      attributes.push_back(dump_attribute(attribute));
    }
    std::sort(attributes.begin(), attributes.end());
    for (const std::string& attribute : attributes) add(depth + 1, attribute);
    if (node->is(Tag::template_) && node->first_child == nullptr) add(depth + 1, "content");
  }
  return out;
}

// Parses a copy with nothing behind its last byte, so that a sanitizer sees reads beyond it.
inline std::string dump_html(std::string_view html, const ParseOptions& options = {}) {
  const auto exact = std::make_unique<char[]>(html.size());
  std::copy(html.begin(), html.end(), exact.get());
  HtmlParser parser;
  const Tree& tree = parser.parse({exact.get(), html.size()}, options);
  return dump_below(tree, options.fragment ? tree.root() : tree.document());
}

}  // namespace khabar
