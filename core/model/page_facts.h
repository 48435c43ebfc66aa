// What extract needs to know of a page after its tree is gone: candidates with the little context
// that tells good from bad. Filled by clean, eaten by extract. Values; one thread at a time.
// Every list is bounded (kFacts...Max in page_facts' collector), texts are collapsed and cut.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace khabar {

struct MetaTag {
  std::string name;  // of property, name, itemprop or http-equiv; lower case
  std::string content;

  bool operator==(const MetaTag&) const = default;
};

// Name of the MetaTag that holds what a script said of the day of publication.
inline constexpr std::string_view kFactsScriptDate = "script:published";

// Where in the page something stands.
struct PagePlace {
  std::uint32_t position = 0;  // node number in document order
  std::uint32_t side = 0;      // number of the innermost side that holds it; 0: none
  bool in_article = false;     // below <article>, <main> or their roles
  bool in_side = false;        // below aside, nav, footer, comments, related stories, a teaser
                               // that does not hold the headline
  bool in_comments = false;    // by readers: the strictest kind of side
  std::string class_id;        // class and id of the element, lower case

  bool operator==(const PagePlace&) const = default;
};

struct HeadingMark {
  std::string text;
  std::uint8_t level = 1;
  PagePlace place;

  bool operator==(const HeadingMark&) const = default;
};

struct TimeMark {
  std::string text;      // visible
  std::string machine;   // datetime=, content=, data-... ; may be empty
  std::string property;  // itemprop or RDFa property, lower case
  bool is_time_element = false;
  PagePlace place;

  bool operator==(const TimeMark&) const = default;
};

enum class CreditKind : std::uint8_t {
  rel_author,
  property_author,
  class_author,
  text_by,      // a short line that opens with "by"
  author_link,  // <a href="/author/jane-roe">
};

struct CreditMark {
  std::string text;                // visible, blocks parted by '\n'
  std::vector<std::string> links;  // texts of the links inside
  CreditKind kind = CreditKind::class_author;
  PagePlace place;

  bool operator==(const CreditMark&) const = default;
};

struct ImageMark {
  std::string url, caption;
  PagePlace place;

  bool operator==(const ImageMark&) const = default;
};

// Microdata and RDFa properties that are not in the marks above: headline, articleSection ...
struct PropertyMark {
  std::string property, value;  // property lower case

  bool operator==(const PropertyMark&) const = default;
};

struct PageFacts {
  std::string html_lang, html_dir;
  std::string title_tag;
  std::string canonical_link, base_url;
  std::vector<MetaTag> metas;        // in page order
  std::vector<std::string> json_ld;  // script texts
  std::vector<HeadingMark> headings;
  std::vector<TimeMark> times;
  std::vector<CreditMark> credits;
  std::vector<ImageMark> images;
  std::vector<PropertyMark> properties;
  std::vector<std::string> tag_links;      // texts of rel=tag links and of tag lists
  std::vector<std::string> section_trail;  // breadcrumbs, outermost first
  std::vector<std::string> signatures;     // "(SANA)", "// end //": taken out of the text
  std::uint32_t body_position = 0;         // node number where the main text begins; 0: unknown
  std::uint32_t body_end_position = 0;

  bool operator==(const PageFacts&) const = default;
};

}  // namespace khabar
