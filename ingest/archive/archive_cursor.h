// Where an archive run goes on: one line of text, so that a person can read it.
//
//   v1 <TAB> list <TAB> file/files <TAB> member <TAB> inside <TAB> line <TAB> rewinds <TAB> path
//
// `list` is a digest of all paths in order: a cursor into another list of inputs is refused, for
// the files between would be read twice or never. Values; any thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "ingest/archive/inputs.h"
#include "ingest/archive/record_reader.h"

namespace khabar {

struct ArchiveCursor {
  std::size_t file = 0;  // index into the inputs
  ReadPlace place;

  bool operator==(const ArchiveCursor&) const = default;
};

std::uint64_t digest_of(const std::vector<Input>& inputs);

std::string print_cursor(const ArchiveCursor& cursor, const std::vector<Input>& inputs,
                         std::uint64_t digest);

// An Error says what changed, or that the text is no cursor.
Result<ArchiveCursor> parse_cursor(std::string_view text, const std::vector<Input>& inputs);

}  // namespace khabar
