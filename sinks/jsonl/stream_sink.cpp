#include "sinks/jsonl/stream_sink.h"

#include <cerrno>
#include <filesystem>
#include <utility>

#include <fcntl.h>
#include <unistd.h>

#include "core/io/append_file.h"
#include "core/model/document_json.h"

namespace khabar {

StreamSink::StreamSink(std::string path) : path_(std::move(path)) {}

StreamSink::~StreamSink() {
  if (descriptor_ > STDERR_FILENO) ::close(descriptor_);
}

bool StreamSink::takes(const std::string& path) {
  if (path == "-") return true;
  std::error_code error;
  const auto status = std::filesystem::status(path, error);
  return std::filesystem::is_other(status);
}

Status StreamSink::open() {
  if (path_ == "-") {
    descriptor_ = STDOUT_FILENO;
    return {};
  }
  descriptor_ = ::open(path_.c_str(), O_WRONLY | O_CLOEXEC);
  if (descriptor_ < 0) return tl::unexpected(file_error(path_, "open", errno));
  return {};
}

Result<std::vector<Rejection>> StreamSink::write(std::span<const Document* const> batch) {
  lines_.clear();
  for (const Document* document : batch) {
    append_record(*document, lines_);
    lines_ += '\n';
  }
  Status status = write_all(descriptor_, lines_, path_ == "-" ? "standard output" : path_);
  if (status) return std::vector<Rejection>{};
  // Never worth another try: part of a line may be out, and cannot be taken back.
  return invalid(status.error().message);
}

}  // namespace khabar
