// RecordFile: the active file of records, its .partial name on disk, plain or zstd. Takes whole
// lines, durable when append() returns, and gets its final name at the end.
// Move-only resources behind a pointer; one thread. Calls block on the disk.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/model/held_keys.h"

namespace khabar {

struct RecordFileOptions {
  bool fsync = true;
  int zstd_level = 0;  // 0: plain lines
};

class RecordFile {
 public:
  virtual ~RecordFile() = default;

  // Lines, each with its '\n'. All of them or none.
  virtual Status append(std::string_view lines) = 0;
  virtual std::uint64_t lines_bytes() const = 0;  // of the lines it holds, not compressed
  // Durable under `name`. Afterwards only good for destruction.
  virtual Status finish(const std::string& name) = 0;
};

// Opens NAME.partial, making it when absent, and mends what a kill or a power cut left; the keys
// it holds go to `keys`. With `anew` what it held is thrown away instead.
Result<std::unique_ptr<RecordFile>> open_record_file(const std::string& partial, bool anew,
                                                     const RecordFileOptions& options,
                                                     HeldKeys& keys);

// The keys of the newest records of a finished file. `invalid` when it is not made of whole lines
// or frames: then it is not ours to go on with.
Status read_finished_keys(const std::string& path, bool zstd, HeldKeys& keys);

}  // namespace khabar
