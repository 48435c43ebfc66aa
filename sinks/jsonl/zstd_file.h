// The compressed form of a record file. Frames are cut by content alone, never by when a batch was
// committed, so the same records give the same bytes however often the program was killed:
//
//   NAME.partial        [frame][frame][frame]      each the first whole lines of >= 4 MiB
//   NAME.partial.tail   {...}\n{...}\n             the lines since: plain, appended and synced
//
// A batch is durable once it is in the tail. A tail of 4 MiB becomes a frame: the frame is synced,
// then the tail is replaced by what is left. Killed between the two, the tail begins with lines
// that the frames hold, which their keys tell. One thread.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "sinks/jsonl/record_file.h"

namespace khabar {

inline constexpr std::size_t kFrameLinesBytes = std::size_t{4} << 20;

Result<std::unique_ptr<RecordFile>> open_zstd_file(const std::string& partial, bool anew,
                                                   const RecordFileOptions& options,
                                                   HeldKeys& keys);

// Where tail files lie; they vanish with their partial.
std::string tail_name(const std::string& partial);

Status read_zstd_keys(const std::string& path, HeldKeys& keys);

}  // namespace khabar
