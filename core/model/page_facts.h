// What extract needs to know of a page after its tree is gone. Filled by clean, eaten by extract.
// Values; one thread at a time.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace khabar {

struct MetaTag {
  std::string name;  // of name, property, itemprop or http-equiv; lower case
  std::string content;

  bool operator==(const MetaTag&) const = default;
};

struct PageFacts {
  std::string html_lang, html_dir;
  std::string title_tag;
  std::string canonical_link, base_url;
  std::vector<MetaTag> metas;         // in page order, bounded
  std::vector<std::string> json_ld;   // script texts, bounded

  bool operator==(const PageFacts&) const = default;
};

}  // namespace khabar
