// Collects from a page's tree what extract will weigh (core/model/page_facts.h), in one walk.
// One per worker (it keeps scratch memory); a call uses one thread, never blocks, never fails.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "core/html/tree.h"
#include "core/model/page_facts.h"

namespace khabar {

// Bounds of each list: far above what pages of good faith hold, so that hostile ones stay small.
inline constexpr std::size_t kFactsMetasMax = 256;
inline constexpr std::size_t kFactsMarksMax = 96;
inline constexpr std::size_t kFactsJsonLdMax = 24;
inline constexpr std::size_t kFactsJsonLdBytesMax = std::size_t{1} << 20;  // of all scripts together
inline constexpr std::size_t kFactsTextBytesMax = 600;                    // of one mark

class PageFactsCollector {
 public:
  // Replaces `facts`. body_position and body_end_position are left to main text, which knows them.
  void collect(const Tree& tree, PageFacts& facts);

 private:
  void visit(const Node* node);
  void visit_head_element(const Node* node);
  void visit_property(const Node* node, std::string_view property);
  void visit_class(const Node* node);
  void add_heading(const Node* node, std::uint8_t level);
  void add_time(const Node* node, std::string_view property, bool is_time_element);
  void add_credit(const Node* node, CreditKind kind);
  void add_image(const Node* node);
  void add_short_text(const Node* node);
  PagePlace place_of(const Node* node) const;

  PageFacts* facts_ = nullptr;
  std::size_t json_ld_bytes_ = 0;
  std::uint32_t first_h1_position_ = 0;
  std::uint32_t last_credit_end_ = 0;
  std::string lower_;
};

// Text of a subtree as a reader sees it: blanks collapsed, scripts and styles left out, blocks
// parted by '\n'. At most `bytes_max` bytes, cut at a character.
std::string visible_text(const Node* node, std::size_t bytes_max);

// What the page calls itself: og:title, else the title tag; as written.
std::string page_title(const Tree& tree);

}  // namespace khabar
