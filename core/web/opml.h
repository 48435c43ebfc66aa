// OPML: the lists of feeds that readers exchange (opml.org/spec2). Values; any thread.
//
//   <outline text="سوريا">                                                   a group
//     <outline type="rss" text="سانا" xmlUrl="https://..." htmlUrl="https://..." language="ar"/>
//     <outline type="rss" text="خريطة" xmlUrl="https://..." khabar:kind="sitemap"
//              xmlns:khabar="urn:khabar:opml"/>
//   </outline>
//
// Attributes of that prefix carry what OPML has no word for; other readers pass over them ("an OPML
// file may contain elements and attributes not described on this page only if those elements are
// defined in a namespace"). What they mean is the caller's affair.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/result.h"

namespace khabar {

struct OpmlFeed {
  std::string url;       // xmlUrl, as parse_url() prints it
  std::string title;     // title, else text
  std::string site_url;  // htmlUrl
  std::string language;
  std::vector<std::string> groups;  // outlines above it, outermost first
  // Names (without the prefix) and values of the khabar: attributes.
  std::vector<std::pair<std::string, std::string>> settings = {};

  bool operator==(const OpmlFeed&) const = default;
};

inline constexpr std::size_t kOpmlBytesMax = std::size_t{16} << 20;
inline constexpr std::size_t kOpmlFeedsMax = 50'000;
inline constexpr std::size_t kOpmlGroupsMax = 8;       // levels; deeper ones are left out
inline constexpr std::size_t kOpmlTextBytesMax = 256;  // of a title or a group's name
inline constexpr std::size_t kOpmlSettingsMax = 16;    // of a feed

// `path` names the list in errors. Ill-formed lists are read as far as they can be understood:
// outlines that nobody closed, bare ampersands, names in other case, any charset. What was passed
// over is told in `faults`, when given, bounded. Linear time. Invalid: no OPML.
Result<std::vector<OpmlFeed>> parse_opml(std::string_view bytes, std::string_view path,
                                         std::vector<std::string>* faults = nullptr);

// Feeds of one group together, groups and feeds in order of first appearance. parse_opml() gives
// back what was written here, but for the order and for what its bounds cut.
std::string write_opml(const std::vector<OpmlFeed>& feeds, std::string_view title);

}  // namespace khabar
