#include "sinks/jsonl/jsonl_sink.h"

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <utility>

#include <unistd.h>

#include "core/base/log.h"
#include "core/io/append_file.h"
#include "core/io/file.h"
#include "core/model/document_json.h"
#include "sinks/jsonl/stream_sink.h"

namespace khabar {
namespace {

namespace fs = std::filesystem;

bool exists(const std::string& path) {
  std::error_code error;
  return fs::exists(path, error);
}

// Found out when the run begins rather than when it ends.
Status check_place(const FileNames& names) {
  const std::string folder = names.folder(), name = names.finished(1);
  if (::access(folder.c_str(), W_OK | X_OK) != 0) {
    return tl::unexpected(file_error(folder, "write to folder", errno));
  }
  std::error_code error;
  if (fs::is_directory(name, error)) return invalid(name + ": is a folder, not a file");
  return {};
}

Status remove_file(const std::string& path) {
  std::error_code error;
  fs::remove(path, error);
  if (error) return tl::unexpected(file_error(path, "remove", error.value()));
  return {};
}

}  // namespace

JsonlSink::JsonlSink(JsonlOptions options, const Clock& clock)
    : options_(std::move(options)),
      clock_(clock),
      names_(options_.path, options_.rotated()),
      held_(options_.keys_max),
      anew_(!options_.keeps_state) {}

// Leaves other runs' files as they are where nothing is kept: `khabar check` calls this too.
Status JsonlSink::open() {
  if (Status status = check_place(names_); !status) return status;
  FileNames::Found found;
  if (names_.rotated()) {
    Result<FileNames::Found> files = names_.find();
    if (!files) return tl::unexpected(files.error());
    found = std::move(*files);
  }
  number_ = found.number;
  if (!options_.keeps_state) return {};
  const bool has_partial = exists(names_.partial(number_));
  if (has_partial) {
    if (Status status = open_active(); !status) return status;
  } else if (!names_.rotated() && exists(names_.finished(0))) {
    found.finished.push_back(0);
  }
  while (!found.finished.empty() && !held_.full()) {
    const std::string name = names_.finished(found.finished.back());
    Status status = read_finished_keys(name, options_.file.zstd_level != 0, held_);
    if (!status) return status;
    found.finished.pop_back();
  }
  return {};
}

Status JsonlSink::open_active() {
  if (active_ != nullptr) return {};
  const std::string partial = names_.partial(number_), finished = names_.finished(number_);
  if (options_.keeps_state && !names_.rotated() && !exists(partial) && exists(finished)) {
    // The run before had finished this file: go on with it.
    Result<AppendFile> file = AppendFile::open(finished);
    if (!file) return tl::unexpected(file.error());
    if (Status status = file->rename_to(partial); !status) return status;
  }
  HeldKeys held(options_.keys_max);
  auto file = open_record_file(partial, anew_, options_.file, held);
  if (!file) return tl::unexpected(file.error());
  held_.add_older(held);
  active_ = std::move(*file);
  active_since_ = clock_.steady_now();
  anew_ = false;  // whatever this partial holds from here on is ours
  // A new name is durable only with its folder.
  return sync_path(names_.folder());
}

Status JsonlSink::commit() {
  if (lines_.empty()) return {};
  if (Status status = open_active(); !status) return status;
  if (Status status = active_->append(lines_); !status) return status;
  for (const std::uint64_t key : keys_) held_.add(key);
  lines_.clear();
  keys_.clear();
  return {};
}

Status JsonlSink::next_file() {
  Status status = active_->finish(names_.finished(number_));
  active_.reset();  // after a failure too: the next write opens and mends the partial again
  if (status) ++number_;
  return status;
}

bool JsonlSink::is_old() const {
  return options_.rotate_age.count() != 0 && active_ != nullptr && active_->lines_bytes() > 0 &&
         clock_.steady_now() - active_since_ >= options_.rotate_age;
}

// Where a file ends depends on the records alone, never on how they came in batches.
Result<std::vector<Rejection>> JsonlSink::write(std::span<const Document* const> batch) {
  lines_.clear();
  keys_.clear();
  if (is_old()) {
    if (Status status = next_file(); !status) return tl::unexpected(status.error());
  }
  std::string line;
  for (const Document* document : batch) {
    if (held_.contains(document->key)) continue;
    if (std::find(keys_.begin(), keys_.end(), document->key) != keys_.end()) continue;
    line.clear();
    append_record(*document, line);
    line += '\n';
    const std::uint64_t before = lines_.size() + (active_ == nullptr ? 0 : active_->lines_bytes());
    if (options_.rotate_bytes != 0 && before > 0 && before + line.size() > options_.rotate_bytes) {
      Status status = commit();
      if (status) status = next_file();
      if (!status) return tl::unexpected(status.error());
    }
    lines_ += line;
    keys_.push_back(document->key);
  }
  if (Status status = commit(); !status) return tl::unexpected(status.error());
  return std::vector<Rejection>{};
}

Status JsonlSink::finish() {
  if (active_ == nullptr) {
    // Nothing came. A rotated file is not made for that; an unrotated one says that it is empty,
    // unless it stands already with what former runs of the same state wrote.
    if (names_.rotated()) return {};
    if (options_.keeps_state && exists(names_.finished(number_))) return {};
    if (Status status = open_active(); !status) return status;
  }
  if (!names_.rotated() || active_->lines_bytes() > 0) return next_file();
  active_.reset();
  return remove_file(names_.partial(number_));
}

}  // namespace khabar
