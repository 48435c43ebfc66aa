// The lists of feeds that a configuration names: OPML files and text lists of "URL name" lines.
// Added to as a person would: what stands there stays as it stands. Pure functions, but for
// add_to_list_file(), which blocks on the disk. One writer a file.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/web/opml.h"

namespace khabar {

// By its name: ".opml" and ".xml" are, all else is a text list.
bool is_opml_path(std::string_view path);

// Of either kind, by its content. Faults of single feeds are told, not errors.
Result<std::vector<OpmlFeed>> parse_feed_list(std::string_view bytes, std::string_view path,
                                              std::vector<std::string>* faults);

struct ListAddition {
  std::string bytes;               // the whole new file
  std::vector<std::string> added;  // URLs
  std::vector<std::string> known;  // stood there already, under this or a kindred address
};

// `bytes` is the file as it is, "" for a new one. Groups mean something in OPML only. Invalid: the
// file cannot be added to, or is a text list and a feed has settings; it names why.
Result<ListAddition> add_to_list(std::string_view bytes, std::string_view path,
                                 const std::vector<OpmlFeed>& feeds);

// Reads, adds and writes so that readers see the old list or the new one.
Result<ListAddition> add_to_list_file(const std::string& path, const std::vector<OpmlFeed>& feeds);

}  // namespace khabar
