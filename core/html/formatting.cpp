// The list of active formatting elements: 13.2.4.3, and the adoption agency, 13.2.6.4.7.
#include <algorithm>

#include "core/html/tree_builder.h"

namespace khabar {

using namespace element_flag;

namespace {

// Entries since the last marker, and in all (leaked markers too). Every block that begins makes
// each unclosed formatting element anew, so a long list multiplies the page.
constexpr std::size_t kFormattingMax = 64;
constexpr std::size_t kFormattingListMax = 1024;

// Equal for equal sets of attributes, whatever their order; sets that collide only cost an
// attacker one of his own elements.
std::uint64_t attributes_hash(const Node* element) {
  std::uint64_t sum = element->length;
  for (const Attribute& attribute : element->attributes()) {
    std::uint64_t hash = 0xCBF29CE484222325u;
    const auto add = [&](std::string_view text) {
      for (char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3u;
      hash = (hash ^ 0x100) * 0x100000001B3u;
    };
    add(attribute.name());
    add(attribute.value());
    sum += hash;
  }
  return sum;
}

}  // namespace

// With the Noah's Ark clause: of equal elements since the last marker, three at most.
void TreeBuilder::push_formatting(Node* element) {
  std::size_t since_marker = 0, alike = 0;
  for (std::size_t i = formatting_.size(); i-- > 0 && formatting_[i] != nullptr;) {
    ++since_marker;
    alike += formatting_[i]->tag == element->tag && formatting_[i]->length == element->length;
  }
  if (alike >= 3) {
    const std::uint64_t hash = attributes_hash(element);
    std::size_t equal = 0;
    Node* earliest = nullptr;
    for (std::size_t i = formatting_.size(); i-- > 0 && formatting_[i] != nullptr;) {
      Node* other = formatting_[i];
      if (other->tag != element->tag || other->length != element->length) continue;
      if (other->length != 0 && attributes_hash(other) != hash) continue;
      ++equal;
      earliest = other;
    }
    if (equal >= 3) remove_formatting(earliest);
  }
  if (since_marker >= kFormattingMax) forget_oldest_formatting();
  if (formatting_.size() >= kFormattingListMax) {
    for (std::size_t i = 0; i < kFormattingListMax / 2; ++i) {
      if (formatting_[i]) formatting_[i]->flags &= static_cast<Flags>(~kListed);
    }
    formatting_.erase(formatting_.begin(), formatting_.begin() + kFormattingListMax / 2);
    tree_.limits_hit_.formatting = true;
  }
  element->flags |= kListed;
  formatting_.push_back(element);
}

void TreeBuilder::forget_oldest_formatting() {
  std::size_t i = formatting_.size();
  while (i > 0 && formatting_[i - 1] != nullptr) --i;
  if (i == formatting_.size()) return;
  remove_formatting(formatting_[i]);
  tree_.limits_hit_.formatting = true;
}

void TreeBuilder::clear_formatting_to_marker() {
  while (!formatting_.empty()) {
    Node* element = formatting_.back();
    formatting_.pop_back();
    if (element == nullptr) return;
    element->flags &= static_cast<Flags>(~kListed);
  }
}

std::size_t TreeBuilder::formatting_index(const Node* element) const {
  std::size_t i = formatting_.size() - 1;
  while (i > 0 && formatting_[i] != element) --i;
  return i;
}

// The element is listed.
void TreeBuilder::remove_formatting(Node* element) {
  element->flags &= static_cast<Flags>(~kListed);
  formatting_.erase(formatting_.begin() + static_cast<std::ptrdiff_t>(formatting_index(element)));
}

Node* TreeBuilder::listed_formatting(Tag tag) const {
  for (std::size_t i = formatting_.size(); i-- > 0 && formatting_[i] != nullptr;) {
    if (formatting_[i]->tag == tag) return formatting_[i];
  }
  return nullptr;
}

Node* TreeBuilder::clone_element(const Node* element) {
  return new_element(element->tag, element->ns, element->first_attribute, element->length);
}

// "Reconstruct the active formatting elements."
void TreeBuilder::reconstruct_formatting() {
  if (formatting_.empty()) return;
  const auto settled = [](const Node* entry) {
    return entry == nullptr || (entry->flags & kOpen) != 0;
  };
  if (settled(formatting_.back())) return;
  std::size_t i = formatting_.size() - 1;
  while (i > 0 && !settled(formatting_[i - 1])) --i;
  // At the depth limit an insertion may close a cell and clear the list behind its marker.
  for (; i < formatting_.size(); ++i) {
    if (open_.size() >= options_.depth_max) close_deepest();
    if (i >= formatting_.size()) return;
    Node* old = formatting_[i];
    if (settled(old)) continue;
    Node* node = clone_element(old);
    insert(node, appropriate_place());
    push(node);
    old->flags &= static_cast<Flags>(~kListed);
    node->flags |= kListed;
    formatting_[i] = node;
  }
}

// "The adoption agency algorithm" for the token's tag.
void TreeBuilder::run_adoption_agency(Token& token) {
  const Tag subject = token.tag;
  if (current()->is(subject) && (current()->flags & kListed) == 0) return pop();
  for (int outer = 0; outer < 8; ++outer) {
    if (!adopt_once(subject, token)) return;
  }
}

// One turn of the outer loop; false: done.
bool TreeBuilder::adopt_once(Tag subject, Token& token) {
  Node* formatting = listed_formatting(subject);
  if (formatting == nullptr) {
    end_ordinary(token);
    return false;
  }
  if ((formatting->flags & kOpen) == 0) {
    remove_formatting(formatting);
    return false;
  }
  if (!node_in_scope(formatting)) return false;
  std::size_t furthest_index = 0;
  Node* furthest = furthest_block(formatting, furthest_index);
  if (furthest == nullptr) {
    pop_until_node(formatting);
    remove_formatting(formatting);
    return false;
  }
  Node* common_ancestor = open_[open_index(formatting) - 1];
  std::size_t bookmark = formatting_index(formatting);
  Node* last = adopt_inner(formatting, furthest, furthest_index, bookmark);
  detach(last);
  insert(last, appropriate_place(common_ancestor));

  Node* clone = clone_element(formatting);
  clone->first_child = furthest->first_child;
  clone->last_child = furthest->last_child;
  furthest->first_child = furthest->last_child = nullptr;
  for (Node* child = clone->first_child; child; child = child->next) child->parent = clone;
  append(clone, furthest);

  const std::size_t old = formatting_index(formatting);
  formatting_.insert(formatting_.begin() + static_cast<std::ptrdiff_t>(bookmark), clone);
  formatting_.erase(formatting_.begin() +
                    static_cast<std::ptrdiff_t>(old < bookmark ? old : old + 1));
  formatting->flags &= static_cast<Flags>(~kListed);
  clone->flags |= kListed | kOpen;
  remove_open(formatting);
  const std::size_t below = open_index(furthest) + 1;
  open_.insert(open_.begin() + static_cast<std::ptrdiff_t>(below), clone);
  count_open(clone, 1);
  return true;
}

// "The topmost node in the stack that is lower than formatting element and is special."
Node* TreeBuilder::furthest_block(const Node* formatting, std::size_t& index) const {
  for (index = open_index(formatting) + 1; index < open_.size(); ++index) {
    if ((open_[index]->flags & kSpecial) != 0) return open_[index];
  }
  return nullptr;
}

// The inner loop: nests clones of the elements between around the furthest block.
Node* TreeBuilder::adopt_inner(Node* formatting, Node* furthest, std::size_t furthest_index,
                               std::size_t& bookmark) {
  Node* last = furthest;
  std::size_t index = furthest_index;
  for (int inner = 1;; ++inner) {
    --index;  // elements removed below left the ones above where they were
    Node* node = open_[index];
    if (node == formatting) return last;
    if (inner > 3 && (node->flags & kListed) != 0) {
      if (formatting_index(node) < bookmark) --bookmark;
      remove_formatting(node);
    }
    if ((node->flags & kListed) == 0) {
      remove_open(node);
      continue;
    }
    Node* clone = clone_element(node);
    const std::size_t listed = formatting_index(node);
    formatting_[listed] = clone;
    open_[index] = clone;
    node->flags &= static_cast<Flags>(~(kListed | kOpen));
    clone->flags |= kListed | kOpen;
    if (last == furthest) bookmark = listed + 1;
    detach(last);
    append(last, clone);
    last = clone;
  }
}

}  // namespace khabar
