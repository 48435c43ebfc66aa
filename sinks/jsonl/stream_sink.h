// Records as lines to standard output, a pipe or a device: what cannot be renamed, mended or read
// back. Durable means handed over. One thread; blocks while the reader is slow.
#pragma once

#include <string>

#include "core/flow/sink.h"

namespace khabar {

class StreamSink final : public Sink {
 public:
  // "-" is standard output.
  explicit StreamSink(std::string path);
  ~StreamSink() override;

  Status open() override;
  Result<std::vector<Rejection>> write(std::span<const Document* const> batch) override;

  // "-", or something that exists and is neither a file nor a folder.
  static bool takes(const std::string& path);

 private:
  std::string path_;
  int descriptor_ = -1;
  std::string lines_;
};

}  // namespace khabar
