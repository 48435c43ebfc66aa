// What the elements of a page say of themselves in their names and attributes, read in one walk of
// the tree while it is warm: for the blocks what each says of its content, for the page's facts the
// few that may bear one. Whoever asks later walks no tree for it.
// One PageElements a worker: it keeps its memory. One thread at a time; never blocks, never fails;
// linear in the tree.
//
//   <article class=post><p>One <time>May</time></article>     (page order; what has no mark is left
//   marks:  article{opens}   p{text}  time{time}  article{closes}                            out)
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "core/html/tree.h"
#include "stages/clean/class_values.h"

namespace khabar {

struct ElementSigns {
  ClassGroups groups = 0;         // named by class, id, role and itemprop
  std::uint32_t class_makes = 0;  // hash of the class attribute; 0: none
  std::uint32_t flags = 0;        // BlockFlag, of those that attributes say
};

enum ElementKind : std::uint16_t {
  kOpensArticle = 1u << 0,  // <article>, <main>
  kOpensSide = 1u << 1,     // <aside>, <nav>, or by its class words
  kOpensFooter = 1u << 2,   // <footer>: a side where it is no article's
  kCloses = 1u << 3,        // the end of what one of the three, beside it, opened
  kHeadingMark = 1u << 4,   // <h1>, <h2>
  kTimeMark = 1u << 5,
  kImageMark = 1u << 6,
  kLinkMark = 1u << 7,   // <a> with href or rel
  kTextMark = 1u << 8,   // of the elements that hold short lines
  kHasRel = 1u << 9,     // of an <a>
  kAsksFacts = 1u << 10  // itemprop or property, but of <meta> and <time>
};

struct ElementMark {
  const Node* node = nullptr;
  std::uint32_t id = 0;  // node->id: most marks are passed by on its account, their nodes unread
  ClassHints hints = 0;
  std::uint16_t kinds = 0;

  bool has(std::uint16_t any_of) const { return (kinds & any_of) != 0; }
};

class PageElements {
 public:
  // What was read is valid as long as the tree.
  void read(const Tree& tree);

  // Of HTML elements only.
  const ElementSigns& signs_of(const Node* element) const { return signs_[element->id]; }
  // HTML elements that may bear a fact, in page order, with the ends of those that open something.
  const std::vector<ElementMark>& marks() const { return marks_; }
  // <title>, <base>, <meta>, <link>, <script> and <h1>, wherever they stand, in page order.
  const std::vector<const Node*>& head() const { return head_; }

 private:
  // Of an element's attributes what its mark is made of.
  struct Said {
    ClassHints hints = 0;
    bool asks_facts = false, has_rel = false, leads = false;  // leads: href
  };

  void enter(const Node* element);
  Said read_attributes(const Node* element, ElementSigns& signs);

  ClassValueMemo memo_;
  std::vector<ElementSigns> signs_;  // by node number; of other nodes what an older page left
  std::vector<ElementMark> marks_;
  std::vector<const Node*> head_;
  std::vector<ElementMark> open_;  // whose end will be marked
};

}  // namespace khabar
