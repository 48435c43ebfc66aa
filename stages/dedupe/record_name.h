// The id of a record as the 128 bits that it spells (core/model/record_id.h): what the index keeps
// of each document. Values and free functions; any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace khabar {

struct RecordName {
  std::uint64_t high = 0, low = 0;

  bool none() const { return high == 0 && low == 0; }
  bool operator==(const RecordName&) const = default;
};

// Nothing unless `id` is what to_string() gives for some name.
std::optional<RecordName> parse_record_name(std::string_view id);
std::string to_string(RecordName name);

// The id of a marked copy whose own id is taken by the original, for both came from one URL.
RecordName copy_name(RecordName taken, std::uint64_t document_key);

}  // namespace khabar
