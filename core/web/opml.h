// OPML: the lists of feeds that readers exchange. Values; any thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"

namespace khabar {

struct OpmlFeed {
  std::string url;       // xmlUrl
  std::string title;     // title, else text
  std::string site_url;  // htmlUrl
  std::string language;
  std::vector<std::string> groups;  // outlines above it, outermost first
};

Result<std::vector<OpmlFeed>> parse_opml(std::string_view bytes, std::string_view path);
std::string write_opml(const std::vector<OpmlFeed>& feeds, std::string_view title);

}  // namespace khabar
