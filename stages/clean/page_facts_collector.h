// Collects from a page's tree what extract will weigh (core/model/page_facts.h). One per worker (it
// keeps scratch memory); a call uses one thread, never blocks, never fails; linear in the tree.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/html/tree.h"
#include "core/model/page_facts.h"
#include "stages/clean/page_elements.h"

namespace khabar {

// Bounds of each list: far above what pages of good faith hold, so that hostile ones stay small.
inline constexpr std::size_t kFactsMetasMax = 256;
inline constexpr std::size_t kFactsMarksMax = 96;
inline constexpr std::size_t kFactsImagesMax = 24;
inline constexpr std::size_t kFactsJsonLdMax = 24;
inline constexpr std::size_t kFactsJsonLdBytesMax = std::size_t{1} << 20;  // of all scripts
inline constexpr std::size_t kFactsTextBytesMax = 600;                     // of one mark

// Two steps, with main text between them: what the page says of itself in its head needs no place,
// and what it shows counts only near the headline and the story. `elements` is what was read of the
// page's tree: neither step walks the tree again.
class PageFactsCollector {
 public:
  // Replaces `facts`: title tag, metas, links, JSON-LD, language. Tells page_title().
  void collect_head(const Tree& tree, const PageElements& elements, PageFacts& facts);
  // Adds headings, times, credits, images, properties, tags and the trail. body_position and
  // body_end_position must be set (0: unknown, then the headline alone says where to look).
  // Of the page of the last collect_head().
  void collect_marks(const PageElements& elements, PageFacts& facts);

 private:
  struct Side {
    const Node* node;
    std::uint32_t number;
    bool comments;
  };

  void visit_head_element(const Node* node);
  void find_window();
  void enter_sides(const ElementMark& mark);
  void leave(const ElementMark& mark);
  void settle_sides();
  void visit(const ElementMark& mark, bool in_window);
  void visit_property(const Node* node, std::string_view property);
  void visit_class(const Node* node, ClassHints hints, bool in_window);
  void add_heading(const Node* node, std::uint8_t level);
  void add_time(const Node* node, std::string_view property, bool is_time_element,
                std::string_view text);
  void add_credit(const Node* node, CreditKind kind);
  void add_image(const Node* node);
  void add_link(const ElementMark& mark, bool in_window);
  void add_short_text(const Node* node);
  void add_tag_link(const Node* node);
  PagePlace place_of(const Node* node) const;
  bool is_in_window(std::uint32_t position) const;

  PageFacts* facts_ = nullptr;
  std::size_t json_ld_bytes_ = 0;
  std::vector<const Node*> headings_;                // <h1>, of the first step
  std::uint32_t headline_ = 0;                       // node number; 0: none stands out
  std::uint32_t window_begin_ = 0, window_end_ = 0;  // where lines without a <time> count ...
  std::uint32_t story_begin_ = 0, story_end_ = 0;    // ... but not in the depth of the story
  std::uint32_t last_credit_end_ = 0;
  std::vector<Side> sides_;        // open ones
  std::vector<bool> side_is_own_;  // by number: it holds the headline
  std::size_t articles_ = 0;       // open ones
  std::string line_;               // the short text at hand
};

// What the page calls itself: og:title, else the title tag; as written.
std::string_view page_title(const PageFacts& facts);

}  // namespace khabar
