// The tree of one page: what HtmlParser builds and main-text, metadata and the tests walk.
// Nodes never own: they live in the parser's arena, and their text and attribute values point into
// the page's bytes wherever the spec's reading of them is the bytes themselves, else into the
// arena. A tree is valid until the parser's next parse, its destruction, or the end of the input,
// whichever comes first. Built by one thread; afterwards const, and any number of threads may read.
//
//   Node, 64 bytes, one cache line
//   ┌──────┬────┬───────┬──────┬────────┬────┬────────┬───────┬──────┬──────┬──────┬──────────┐
//   │ kind │ ns │ flags │ tag  │ length │ id │ parent │ first │ last │ next │ prev │ content  │
//   │  1   │ 1  │   2   │  4   │   4    │ 4  │   8    │   8   │  8   │  8   │  8   │    8     │
//   └──────┴────┴───────┴──────┴────────┴────┴────────┴───────┴──────┴──────┴──────┴──────────┘
//   content: of an element its attributes (length of them), of the others text (length bytes).
//
// The children of a <template> element are its template contents.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/html/attribute_name.h"
#include "core/html/tag.h"

namespace khabar {

enum class NodeKind : std::uint8_t { document, doctype, element, text, comment };

struct Attribute {
  const char* name_bytes = nullptr;
  const char* value_bytes = nullptr;
  std::uint32_t name_length = 0;
  std::uint32_t value_length = 0;
  AttributeName id = AttributeName::other;
  AttributeNamespace ns = AttributeNamespace::none;

  // Lower case, but for the camel case of SVG and MathML ("viewBox").
  std::string_view name() const { return {name_bytes, name_length}; }
  std::string_view value() const { return {value_bytes, value_length}; }  // references decoded
};

struct Node {
  NodeKind kind = NodeKind::document;
  Namespace ns = Namespace::html;
  std::uint16_t flags = 0;  // the builder's own
  Tag tag = Tag::none;      // of elements
  std::uint32_t length = 0;
  std::uint32_t id = 0;  // below Tree::node_count(): an index for the caller's side arrays
  Node* parent = nullptr;
  Node* first_child = nullptr;
  Node* last_child = nullptr;
  Node* next = nullptr;
  Node* prev = nullptr;
  union {
    const char* bytes = nullptr;
    const Attribute* first_attribute;
  };

  bool is_element() const { return kind == NodeKind::element; }
  bool is_text() const { return kind == NodeKind::text; }
  // An HTML element of that name (not SVG's <title>, <a>, <script>).
  bool is(Tag name) const { return tag == name && ns == Namespace::html; }

  // Of text and comment nodes their data, of the doctype its name; empty for others.
  std::string_view text() const {
    return kind == NodeKind::element ? std::string_view{} : std::string_view{bytes, length};
  }
  std::span<const Attribute> attributes() const {
    if (kind != NodeKind::element) return {};
    return {first_attribute, length};
  }
  // First with this name, or null. Names are unique within an element.
  const Attribute* find_attribute(AttributeName name) const {
    for (const Attribute& attribute : attributes()) {
      if (attribute.id == name) return &attribute;
    }
    return nullptr;
  }
  const Attribute* find_attribute(std::string_view name) const {
    for (const Attribute& attribute : attributes()) {
      if (attribute.name() == name) return &attribute;
    }
    return nullptr;
  }
  bool has_attribute(AttributeName name) const { return find_attribute(name) != nullptr; }
  // The value, or empty when there is no such attribute.
  std::string_view attribute(AttributeName name) const {
    const Attribute* found = find_attribute(name);
    return found ? found->value() : std::string_view{};
  }
  std::string_view attribute(std::string_view name) const {
    const Attribute* found = find_attribute(name);
    return found ? found->value() : std::string_view{};
  }
};
static_assert(sizeof(Node) == 64);

// The node behind `node` in document order without leaving `root`'s subtree; null at its end.
inline const Node* next_skipping_children(const Node* node, const Node* root) {
  while (node != root) {
    if (node->next) return node->next;
    node = node->parent;
  }
  return nullptr;
}
inline const Node* next_in_preorder(const Node* node, const Node* root) {
  return node->first_child ? node->first_child : next_skipping_children(node, root);
}

// for (const Node* node : descendants(root)): preorder, `root` itself left out; no recursion.
class Descendants {
 public:
  class Iterator {
   public:
    Iterator(const Node* node, const Node* root) : node_(node), root_(root) {}
    const Node* operator*() const { return node_; }
    Iterator& operator++() {
      node_ = next_in_preorder(node_, root_);
      return *this;
    }
    bool operator!=(const Iterator& other) const { return node_ != other.node_; }

   private:
    const Node* node_;
    const Node* root_;
  };

  explicit Descendants(const Node* root) : root_(root) {}
  Iterator begin() const { return {next_in_preorder(root_, root_), root_}; }
  Iterator end() const { return {nullptr, root_}; }

 private:
  const Node* root_;
};
inline Descendants descendants(const Node* root) {
  return Descendants(root);
}

// for (const Node* child : children(parent)).
class Children {
 public:
  class Iterator {
   public:
    explicit Iterator(const Node* node) : node_(node) {}
    const Node* operator*() const { return node_; }
    Iterator& operator++() {
      node_ = node_->next;
      return *this;
    }
    bool operator!=(const Iterator& other) const { return node_ != other.node_; }

   private:
    const Node* node_;
  };

  explicit Children(const Node* parent) : parent_(parent) {}
  Iterator begin() const { return Iterator(parent_->first_child); }
  Iterator end() const { return Iterator(nullptr); }

 private:
  const Node* parent_;
};
inline Children children(const Node* parent) {
  return Children(parent);
}

// Appends the data of all text nodes in `node`'s subtree (itself included) to `out`, unchanged:
// scripts and styles too, as DOM's textContent.
void append_text_content(const Node* node, std::string& out);
std::string text_content(const Node* node);

enum class QuirksMode : std::uint8_t { no_quirks, limited_quirks, quirks };

struct Doctype {
  std::string_view name, public_id, system_id;
  bool has_public_id = false, has_system_id = false;
};

// Which limits the page ran into; each is counted by the caller, none is an error.
struct HtmlLimitsHit {
  bool depth = false;       // deeper elements were closed flat: siblings instead of children
  bool nodes = false;       // the rest of the page was not read
  bool attributes = false;  // further attributes of an element were dropped
  bool formatting = false;  // the oldest of too many unclosed formatting elements was forgotten
  bool names = false;       // too many unknown element names: some end tags found no start

  bool any() const { return depth || nodes || attributes || formatting || names; }
  bool operator==(const HtmlLimitsHit&) const = default;
};

class Tree {
 public:
  const Node* document() const { return document_; }
  // The <html> element. Never null after a parse: the spec makes one for the empty page too.
  const Node* root() const { return root_; }
  const Node* head() const { return head_; }           // null in most fragments
  const Node* body() const { return body_; }           // <body>, or null (framesets)
  const Doctype* doctype() const { return doctype_; }  // null when the page has none
  QuirksMode quirks_mode() const { return quirks_mode_; }
  // Number of nodes made; node ids are below it. Some of them may have been detached again.
  std::size_t node_count() const { return node_count_; }
  const HtmlLimitsHit& limits_hit() const { return limits_hit_; }

  // The element's name: lower case, but for SVG's camel case ("foreignObject").
  std::string_view tag_name(const Node& element) const;
  std::string_view tag_name(Tag tag) const;  // lower case

 private:
  friend class TreeBuilder;

  const Node* document_ = nullptr;
  const Node* root_ = nullptr;
  const Node* head_ = nullptr;
  const Node* body_ = nullptr;
  const Doctype* doctype_ = nullptr;
  std::size_t node_count_ = 0;
  QuirksMode quirks_mode_ = QuirksMode::no_quirks;
  HtmlLimitsHit limits_hit_;
  const std::vector<std::string_view>* unknown_names_ = nullptr;
};

}  // namespace khabar
