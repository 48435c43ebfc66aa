// The links of a page, made absolute, with what stands around them: what discovery weighs.
// One thread at a time; the page is read once.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

#include "core/html/tree.h"
#include "core/text/url.h"

namespace khabar {

struct PageLink {
  const Node* node = nullptr;
  bool is_anchor = false;  // <a>, <area>; else <link>
  Url url;
  // Of anchors: the words it carries, blanks collapsed, at most kLinkTextBytesMax: the heading
  // within, else its text, else its title, label or the text of its image.
  std::string text;
  bool in_heading = false;     // around it or within
  bool in_navigation = false;  // <nav>, <footer>, <header> of the page, menus
  bool in_article = false;
};

inline constexpr std::size_t kLinkTextBytesMax = 400;
inline constexpr std::size_t kPageLinksMax = 20'000;  // further ones are left

// Calls `take` for each <link> and <a> with an http(s) address, in page order. Decodes the page's
// charset; heeds <base>. False when `url` is no http(s) address: then nothing was called.
bool for_each_page_link(std::string_view html, std::string_view url, std::string_view content_type,
                        const std::function<void(const PageLink&)>& take);

}  // namespace khabar
