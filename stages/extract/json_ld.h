// The article a page describes in JSON-LD (schema.org), out of graphs however nested. Evidence, not
// truth: sites forget to change it, and put the publisher where the author belongs.
// Pure functions; any thread. Bounded: scripts of 1 MiB, depth by iteration, 4,096 nodes.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace khabar {

struct StructuredArticle {
  std::string type;  // "NewsArticle"; empty: the page describes no article
  std::string headline, alternative_headline, description;
  std::vector<std::string> authors;        // of type Person, or of no stated type
  std::vector<std::string> organizations;  // authors of type Organization
  std::string publisher;
  std::string published, modified;  // as written
  std::string image;
  std::string section;
  std::vector<std::string> keywords;
  std::string language;
  std::string url;

  bool operator==(const StructuredArticle&) const = default;
};

// `page_url` (may be empty) tells the page's own article from teasers described beside it.
// Scripts that are not JSON even after the usual mending are passed over.
StructuredArticle read_json_ld(const std::vector<std::string>& scripts, std::string_view page_url);

}  // namespace khabar
