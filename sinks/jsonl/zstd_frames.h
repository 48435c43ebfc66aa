// Frames of lines: written whole with size and checksum, and read back from the end.
// Home of zstd's compressor. Values; one thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"

namespace khabar {

// One frame (RFC 8878) with its content size and checksum. The same lines and level give the same
// bytes with the same version of zstd.
Result<std::string> zstd_frame(std::string_view lines, int level);

// The whole frames at the beginning of a file; a torn one and what follows do not count.
class ZstdFrames {
 public:
  // Reads the headers of frames and blocks only.
  explicit ZstdFrames(std::string_view file);

  std::size_t count() const { return begins_.size() - 1; }
  std::size_t stored_bytes() const { return begins_.back(); }
  std::uint64_t lines_bytes() const;  // by the frames' own headers
  std::size_t begin(std::size_t frame) const { return begins_[frame]; }
  // `invalid` when its checksum, its size or its bound is wrong.
  Result<std::string> lines(std::size_t frame) const;
  // Forgets this frame and all behind it.
  void cut(std::size_t frame) { begins_.resize(frame + 1); }

 private:
  std::string_view file_;
  std::vector<std::size_t> begins_{0};  // of each frame, and the end of the last
};

}  // namespace khabar
