// The HTML parser: the WHATWG tokenizer and tree construction over a page already in UTF-8.
// One parser a worker; a parser is used by one thread at a time. Never blocks, never fails: any
// bytes give a tree. Memory is kept for the next page, and given back after a monstrous one.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string_view>

#include "core/base/limits.h"
#include "core/html/tree.h"

namespace khabar {

// The element whose innerHTML is parsed.
struct FragmentContext {
  std::string_view tag_name;  // lower case
  Namespace ns = Namespace::html;
  // What the spec asks of the context's attributes and document:
  bool is_html_integration_point = false;  // <annotation-xml encoding="text/html"> and the like
  QuirksMode quirks_mode = QuirksMode::no_quirks;
  bool inside_form = false;
};

struct ParseOptions {
  // Off: <noscript> holds elements, as for a reader without scripts; what lazy pages say there
  // (images, the whole article) is then in the tree. On: <noscript> holds one text.
  bool scripting = false;
  std::optional<FragmentContext> fragment;

  // Open elements, 16 at least. Finished blocks may lie up to 70 deeper: the adoption agency
  // wraps them once more for each unclosed formatting element.
  std::size_t depth_max = limits::kHtmlDepthMax;
  // Reading stops behind the token that passes it; one token makes 256 nodes at most.
  std::size_t nodes_max = limits::kHtmlNodesMax;
  std::size_t attributes_max = limits::kHtmlAttributesMax;  // of one element
};

class HtmlParser {
 public:
  HtmlParser();
  ~HtmlParser();
  HtmlParser(HtmlParser&&) noexcept;
  HtmlParser& operator=(HtmlParser&&) noexcept;

  // `html`: UTF-8, malformed sequences already replaced by U+FFFD (they pass through unchanged
  // otherwise), below 4 GiB; must outlive the tree's use. Time is linear in its length.
  // The tree is valid until the next parse or the parser's end. Of a fragment, the nodes are the
  // children of root().
  const Tree& parse(std::string_view html, const ParseOptions& options = {});

  std::size_t memory_bytes() const;  // held for reuse

 private:
  struct Engine;
  std::unique_ptr<Engine> engine_;
};

}  // namespace khabar
