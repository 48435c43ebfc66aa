#include "sinks/dead_letter/dead_letter_sink.h"

#include <algorithm>
#include <cerrno>
#include <utility>

#include <unistd.h>

#include "core/base/log.h"
#include "core/flow/settings.h"
#include "core/io/file.h"
#include "core/model/document_json.h"
#include "core/text/digest.h"

namespace khabar {
namespace {

std::optional<std::uint64_t> digest_of_line(std::string_view line) {
  return hash64(line);
}

}  // namespace

DeadLetterSink::DeadLetterSink(std::string path, bool fsync, std::size_t lines_max)
    : path_(std::move(path)), fsync_(fsync), held_(lines_max) {}

Status DeadLetterSink::open() {
  const std::string folder = folder_of(path_);
  if (::access(folder.c_str(), W_OK | X_OK) != 0) {
    return tl::unexpected(file_error(folder, "write to folder", errno));
  }
  if (::access(path_.c_str(), F_OK) != 0) return {};
  if (Status status = open_file(); !status) return status;
  std::uint64_t whole = 0;
  {
    const Result<MappedFile> held = MappedFile::open(path_);
    if (!held) return tl::unexpected(held.error());
    whole = whole_lines_size(held->bytes(), held_.keys_max());
    add_keys_of_lines(held->bytes().substr(0, whole), held_, digest_of_line);
  }
  if (whole == file_->size()) return {};
  log_warning("dead_letter", path_ + ": cut " + std::to_string(file_->size() - whole) +
                                 " bytes of a line that a kill had torn");
  return file_->truncate(whole);
}

Status DeadLetterSink::open_file() {
  Result<AppendFile> file = AppendFile::open(path_);
  if (!file) return tl::unexpected(file.error());
  file_ = std::move(*file);
  return sync_path(folder_of(path_));  // a new name is durable only with its folder
}

Result<std::vector<Rejection>> DeadLetterSink::write(std::span<const Document* const> batch) {
  std::string lines;
  std::vector<std::uint64_t> digests;
  for (const Document* document : batch) {
    if (!document->fault) continue;
    const std::string line = dead_letter_line(*document);
    const std::uint64_t digest = hash64(line);
    if (held_.contains(digest) || std::ranges::find(digests, digest) != digests.end()) continue;
    digests.push_back(digest);
    lines += line;
    lines += '\n';
  }
  if (lines.empty()) return std::vector<Rejection>{};
  if (!file_) {
    if (Status status = open_file(); !status) return tl::unexpected(status.error());
  }
  const std::uint64_t before = file_->size();
  Status status = file_->append(lines);
  if (status && fsync_) {
    status = file_->sync();
    if (!status) (void)file_->truncate(before);  // the sync's error is the one to tell
  }
  if (!status) return tl::unexpected(status.error());
  for (const std::uint64_t digest : digests) held_.add(digest);
  return std::vector<Rejection>{};
}

Result<std::unique_ptr<Sink>> make_dead_letter_sink(Settings& settings, const Services& services) {
  std::string path =
      settings.text("path", "dead_letters.jsonl", "The file; made with the first dead letter.");
  const bool fsync = settings.flag(
      "fsync", true, "Wait for the disk after each batch, so that a power cut loses nothing.");
  if (path.empty() || path.ends_with('/')) settings.fault("path", "must name a file");
  return std::make_unique<DeadLetterSink>(std::move(path), fsync,
                                          std::max(kHeldKeysLeast, services.replay_documents_max));
}

}  // namespace khabar
