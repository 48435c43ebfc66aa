// The headline of a page, weighed from all that claims to be it. Pure functions; any thread.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

#include "core/model/page_facts.h"
#include "stages/extract/json_ld.h"

namespace khabar {

// Names the site goes by, to be cut from titles: og:site_name, publisher, the host's own label.
struct SiteNames {
  std::string site_name;  // as a reader knows it; may be empty
  std::string publisher;
  std::string host_label;  // "aljazeera" of "www.aljazeera.net"
};

// "Ferry returns | Coast Herald" -> "Ferry returns". A part is cut when it names the site, or when
// it stands behind the last separator and nothing else on the page repeats it.
std::string without_site_name(std::string_view title, const SiteNames& names,
                              std::string_view headline);

// Never a list, never the site's name alone. Empty when the page says no headline at all.
//
// A heading that the title tag, Open Graph or JSON-LD repeat is what readers see as the headline;
// Open Graph and JSON-LD are often shortened or sharpened for other sites, so they speak when no
// heading does.
std::string choose_title(const PageFacts& facts, const StructuredArticle& structured,
                         const SiteNames& names);

// Node number of the heading that shows `title`; else of the last <h1> before the story; 0: none.
std::uint32_t headline_position(const PageFacts& facts, std::string_view title);

// The first content of a meta tag with one of these names (lower case), in the order of names.
std::string_view meta_content(const PageFacts& facts,
                              std::initializer_list<std::string_view> names);

}  // namespace khabar
