#include "core/html/tree_builder.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <new>

#include "core/html/quirks.h"
#include "core/html/scan.h"

namespace khabar {
namespace {

// Kept from page to page; one monstrous page must not hold more for ever.
constexpr std::size_t kNodeBytesKept = std::size_t{16} << 20;
constexpr std::size_t kAttributeBytesKept = std::size_t{16} << 20;
constexpr std::size_t kTextBytesKept = std::size_t{8} << 20;

// Text that grows piece by piece lies in a buffer of 2^k bytes; k is in the node's flags.
constexpr std::uint16_t kTextSizeBits = 0x3F;

}  // namespace

TreeBuilder::TreeBuilder()
    : nodes_(std::size_t{256} << 10),
      attributes_(std::size_t{128} << 10),
      bytes_(std::size_t{64} << 10),
      tokenizer_(bytes_, attributes_) {}

std::size_t TreeBuilder::memory_bytes() const {
  return nodes_.capacity_bytes() + attributes_.capacity_bytes() + bytes_.capacity_bytes();
}

void TreeBuilder::reset() {
  nodes_.reset(kNodeBytesKept);
  attributes_.reset(kAttributeBytesKept);
  bytes_.reset(kTextBytesKept);
  names_.reset();
  tree_ = Tree();
  doctype_ = {};
  root_ = head_ = body_ = form_ = context_ = selected_content_ = nullptr;
  open_.clear();
  open_counts_.fill(0);
  foreign_open_ = 0;
  formatting_.clear();
  template_modes_.clear();
  table_text_.clear();
  node_count_ = 0;
  mode_ = original_mode_ = Mode::initial;
  frameset_ok_ = true;
  fostering_ = skip_newline_ = has_selected_content_ = false;
  document_ = new_node(NodeKind::document);
}

const Tree& TreeBuilder::build(std::string_view html, const ParseOptions& options) {
  options_ = options;
  options_.depth_max = std::max<std::size_t>(options.depth_max, 16);
  reset();
  tokenizer_.start(html, options.attributes_max);
  if (options.fragment) start_fragment(*options.fragment);
  Token token;
  do {
    tokenizer_.allow_cdata(may_be_foreign() && adjusted_current()->ns != Namespace::html);
    tokenizer_.next(token);
    if (node_count_ >= options_.nodes_max) [[unlikely]] {
      tree_.limits_hit_.nodes |= token.kind != TokenKind::eof;
      token.kind = TokenKind::eof;
    }
    if (skip_newline_) [[unlikely]] {
      skip_newline_ = false;
      if (token.kind == TokenKind::characters && token.text.starts_with('\n')) {
        token.text.remove_prefix(1);
        if (token.text.empty()) continue;
      }
    }
    process(token);
  } while (token.kind != TokenKind::eof);
  if (selected_content_ != nullptr) {
    while (open_.size() > 1) pop();
  }
  tree_.limits_hit_.attributes |= tokenizer_.dropped_attributes();
  tree_.limits_hit_.names = names_.found_no_place();
  tree_.document_ = document_;
  tree_.root_ = root_;
  tree_.head_ = head_;
  tree_.body_ = body_;
  tree_.node_count_ = node_count_;
  tree_.unknown_names_ = &names_.names();
  return tree_;
}

// 13.4 "Parsing HTML fragments".
void TreeBuilder::start_fragment(const FragmentContext& context) {
  Tag tag = find_tag(context.tag_name);
  if (tag == Tag::none) tag = names_.intern(context.tag_name);
  context_ = new_element(tag, context.ns, nullptr, 0);
  if (context.is_html_integration_point) context_->flags |= element_flag::kHtmlPoint;
  tree_.quirks_mode_ = context.quirks_mode;
  if (context.ns == Namespace::html) {
    TextState state = TextState::text;
    if (tag == Tag::title || tag == Tag::textarea) state = TextState::rcdata;
    if (tag == Tag::style || tag == Tag::xmp || tag == Tag::iframe || tag == Tag::noembed ||
        tag == Tag::noframes || (tag == Tag::noscript && options_.scripting)) {
      state = TextState::rawtext;
    }
    if (tag == Tag::script) state = TextState::script;
    if (tag == Tag::plaintext) state = TextState::plaintext;
    tokenizer_.set_text_state(state);
  }
  root_ = new_element(Tag::html, Namespace::html, nullptr, 0);
  append(root_, document_);
  push(root_);
  if (tag == Tag::template_) template_modes_.push_back(Mode::in_template);
  reset_mode();
  // Any form will do: it only keeps further ones from being made.
  const bool is_form = context.ns == Namespace::html && tag == Tag::form;
  if (context.inside_form || is_form) form_ = context_;
}

// "The tree construction dispatcher."
inline bool TreeBuilder::is_html_content(const Token& token) const {
  if (!may_be_foreign() || token.kind == TokenKind::eof) [[likely]]
    return true;
  const Node* node = adjusted_current();
  if (node->ns == Namespace::html) return true;
  const bool start = token.kind == TokenKind::start_tag;
  const bool characters = token.kind == TokenKind::characters;
  if ((node->flags & element_flag::kMathTextPoint) != 0) {
    if (characters) return true;
    if (start && token.tag != Tag::mglyph && token.tag != Tag::malignmark) return true;
  }
  if (start && token.tag == Tag::svg && node->ns == Namespace::mathml &&
      node->tag == Tag::annotation_xml) {
    return true;
  }
  return (node->flags & element_flag::kHtmlPoint) != 0 && (start || characters);
}

void TreeBuilder::process(Token& token) {
  if (token.tag == Tag::none) {
    if (token.kind == TokenKind::start_tag) token.tag = names_.intern(token.text);
    if (token.kind == TokenKind::end_tag) token.tag = names_.find(token.text);
  }
  bool again = is_html_content(token) ? process_by_mode(token) : in_foreign(token);
  while (again) again = process_by_mode(token);
}

bool TreeBuilder::process_by_mode(Token& token) {
  if (mode_ == Mode::in_body) [[likely]]
    return in_body(token);
  switch (mode_) {
    case Mode::initial:
      return initial(token);
    case Mode::before_html:
      return before_html(token);
    case Mode::before_head:
      return before_head(token);
    case Mode::in_head:
      return in_head(token);
    case Mode::in_head_noscript:
      return in_head_noscript(token);
    case Mode::after_head:
      return after_head(token);
    case Mode::in_body:
      return in_body(token);
    case Mode::text:
      return text(token);
    case Mode::in_table:
      return in_table(token);
    case Mode::in_table_text:
      return in_table_text(token);
    case Mode::in_caption:
      return in_caption(token);
    case Mode::in_column_group:
      return in_column_group(token);
    case Mode::in_table_body:
      return in_table_body(token);
    case Mode::in_row:
      return in_row(token);
    case Mode::in_cell:
      return in_cell(token);
    case Mode::in_template:
      return in_template(token);
    case Mode::after_body:
      return after_body(token);
    case Mode::in_frameset:
      return in_frameset(token);
    case Mode::after_frameset:
      return after_frameset(token);
    case Mode::after_after_body:
      return after_after_body(token);
    case Mode::after_after_frameset:
      return after_after_frameset(token);
  }
  return false;
}

Node* TreeBuilder::new_node(NodeKind kind) {
  Node* node = new (nodes_.allocate(sizeof(Node))) Node;
  node->kind = kind;
  node->id = static_cast<std::uint32_t>(node_count_++);
  return node;
}

Node* TreeBuilder::new_element(Tag tag, Namespace ns, const Attribute* attributes,
                               std::uint32_t count) {
  Node* node = new_node(NodeKind::element);
  node->tag = tag;
  node->ns = ns;
  node->flags = element_flag::of(tag, ns);
  node->first_attribute = attributes;
  node->length = count;
  return node;
}

// Takes the token's attributes, which the tokenizer left at the top of their arena.
Node* TreeBuilder::element_of(const Token& token, Namespace ns) {
  attributes_.commit(token.attribute_count * sizeof(Attribute));
  return new_element(token.tag, ns, token.attributes, token.attribute_count);
}

void TreeBuilder::insert(Node* node, Place place) {
  Node* parent = place.parent;
  Node* next = place.before;
  Node* prev = next ? next->prev : parent->last_child;
  node->parent = parent;
  node->prev = prev;
  node->next = next;
  (prev ? prev->next : parent->first_child) = node;
  (next ? next->prev : parent->last_child) = node;
}

void TreeBuilder::detach(Node* node) {
  Node* parent = node->parent;
  if (parent == nullptr) return;
  (node->prev ? node->prev->next : parent->first_child) = node->next;
  (node->next ? node->next->prev : parent->last_child) = node->prev;
  node->parent = node->prev = node->next = nullptr;
}

// "The appropriate place for inserting a node."
TreeBuilder::Place TreeBuilder::appropriate_place(Node* target) const {
  if (fostering_ && (target->flags & element_flag::kFosters) != 0) return foster_place();
  return {target, nullptr};
}

TreeBuilder::Place TreeBuilder::foster_place() const {
  for (std::size_t i = open_.size(); i-- > 1;) {
    Node* node = open_[i];
    if (node->is(Tag::template_)) return {node, nullptr};
    if (!node->is(Tag::table)) continue;
    if (node->parent) return {node->parent, node};
    return {open_[i - 1], nullptr};
  }
  return {open_.front(), nullptr};
}

Node* TreeBuilder::insert_element(const Token& token, Namespace ns) {
  if (open_.size() >= options_.depth_max) [[unlikely]]
    close_deepest();
  Node* node = element_of(token, ns);
  insert(node, appropriate_place());
  push(node);
  return node;
}

Node* TreeBuilder::insert_implied(Tag tag) {
  if (open_.size() >= options_.depth_max) [[unlikely]]
    close_deepest();
  Node* node = new_element(tag, Namespace::html, nullptr, 0);
  insert(node, appropriate_place());
  push(node);
  return node;
}

void TreeBuilder::insert_and_pop(const Token& token) {
  insert(element_of(token), appropriate_place());
}

void TreeBuilder::insert_comment(const Token& token, Place place) {
  Node* node = new_node(NodeKind::comment);
  node->bytes = token.text.data();
  node->length = static_cast<std::uint32_t>(token.text.size());
  insert(node, place);
}

// "Insert a character."
void TreeBuilder::insert_text(std::string_view text) {
  const Place place = appropriate_place();
  if (place.parent->kind == NodeKind::document) return;
  Node* prev = place.before ? place.before->prev : place.parent->last_child;
  if (prev != nullptr && prev->is_text()) return extend_text(prev, text);
  Node* node = new_node(NodeKind::text);
  node->bytes = text.data();
  node->length = static_cast<std::uint32_t>(text.size());
  insert(node, place);
}

// Doubling buffers: a text in a million pieces is copied a constant number of times.
void TreeBuilder::extend_text(Node* text, std::string_view more) {
  const std::size_t length = text->length + more.size();
  const unsigned size_bits = text->flags & kTextSizeBits;
  const bool has_buffer = size_bits != 0;
  if (!has_buffer && text->bytes + text->length == more.data()) {
    text->length = static_cast<std::uint32_t>(length);
    return;
  }
  char* buffer = const_cast<char*>(text->bytes);  // ours when it has room
  if (!has_buffer || length > (std::size_t{1} << size_bits)) {
    const unsigned bits = static_cast<unsigned>(std::bit_width(length + length / 2));
    buffer = bytes_.allocate(std::size_t{1} << bits);
    std::memcpy(buffer, text->bytes, text->length);
    text->bytes = buffer;
    text->flags = static_cast<std::uint16_t>(bits);
  }
  std::memcpy(buffer + text->length, more.data(), more.size());
  text->length = static_cast<std::uint32_t>(length);
}

// "For each attribute on the token, check if it is already present ... if not, add it."
void TreeBuilder::merge_attributes(Node* element, const Token& token) {
  if (token.attribute_count == 0) return;
  attributes_.commit(token.attribute_count * sizeof(Attribute));
  const auto is_new = [&](const Attribute& attribute) {
    return element->find_attribute(attribute.name()) == nullptr;
  };
  const auto added = static_cast<std::size_t>(
      std::count_if(token.attributes, token.attributes + token.attribute_count, is_new));
  if (added == 0) return;
  if (element->length + added > options_.attributes_max) {
    tree_.limits_hit_.attributes = true;
    return;
  }
  const std::size_t total = element->length + added;
  auto* merged = reinterpret_cast<Attribute*>(attributes_.allocate(total * sizeof(Attribute)));
  Attribute* out = std::copy_n(element->first_attribute, element->length, merged);
  std::copy_if(token.attributes, token.attributes + token.attribute_count, out, is_new);
  element->first_attribute = merged;
  element->length = static_cast<std::uint32_t>(total);
}

std::string_view TreeBuilder::split_space(Token& token) {
  const char* begin = token.text.data();
  const char* end = begin + token.text.size();
  const auto length = static_cast<std::size_t>(skip_html_space(begin, end) - begin);
  const std::string_view space = token.text.substr(0, length);
  token.text.remove_prefix(length);
  return space;
}

void TreeBuilder::strip_nul(Token& token) {
  char* out = bytes_.reserve(token.text.size());
  char* end =
      std::copy_if(token.text.begin(), token.text.end(), out, [](char c) { return c != '\0'; });
  token.text = {out, static_cast<std::size_t>(end - out)};
  token.has_nul = false;
  bytes_.commit(token.text.size());
}

void TreeBuilder::replace_nul(Token& token) {
  char* begin = bytes_.reserve(token.text.size() * 3);
  char* out = begin;
  for (char c : token.text) {
    if (c == '\0') {
      std::memcpy(out, "\xEF\xBF\xBD", 3);
      out += 3;
    } else {
      *out++ = c;
    }
  }
  token.text = {begin, static_cast<std::size_t>(out - begin)};
  token.has_nul = false;
  bytes_.commit(token.text.size());
}

// Of a run of characters inserts the leading whitespace. True: that was all of it.
bool TreeBuilder::insert_space_only(Token& token) {
  const std::string_view space = split_space(token);
  if (!space.empty()) insert_text(space);
  return token.text.empty();
}

// "The generic raw text element parsing algorithm", and RCDATA's.
void TreeBuilder::enter_text_mode(const Token& token, TextState state) {
  insert_element(token);
  tokenizer_.set_text_state(state);
  original_mode_ = mode_;
  mode_ = Mode::text;
}

}  // namespace khabar
