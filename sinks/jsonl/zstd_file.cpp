#include "sinks/jsonl/zstd_file.h"

#include <cstdint>
#include <filesystem>
#include <utility>

#include "core/base/log.h"
#include "core/io/append_file.h"
#include "core/model/document_json.h"
#include "sinks/jsonl/zstd_frames.h"

namespace khabar {
namespace {

// Bytes of the first frame that `lines` fill, or 0 while they do not.
std::size_t full_frame_bytes(std::string_view lines) {
  if (lines.size() < kFrameLinesBytes) return 0;
  return lines.find('\n', kFrameLinesBytes - 1) + 1;
}

// Puts `lines` in place of what the tail holds; it is the old ones or the new ones at any instant.
Status replace_tail(AppendFile& tail, std::string_view lines) {
  const std::string name = tail.path();
  Result<AppendFile> fresh = AppendFile::open(name + ".tmp");
  if (!fresh) return tl::unexpected(fresh.error());
  if (Status status = fresh->truncate(0); !status) return status;
  if (Status status = fresh->append(lines); !status) return status;
  Status status = fresh->rename_to(name);
  // Renamed, though perhaps not yet durably: what is written next must go to the new one.
  if (fresh->path() == name) tail = std::move(*fresh);
  return status;
}

class ZstdFile final : public RecordFile {
 public:
  ZstdFile(AppendFile frames, std::uint64_t framed_bytes, AppendFile tail, std::string tail_lines,
           const RecordFileOptions& options)
      : frames_(std::move(frames)),
        framed_bytes_(framed_bytes),
        tail_(std::move(tail)),
        tail_lines_(std::move(tail_lines)),
        options_(options) {}

  Status append(std::string_view lines) override {
    const std::uint64_t before = tail_.size();
    if (Status status = tail_.append(lines); !status) return status;
    if (Status status = options_.fsync ? tail_.sync() : Status(); !status) {
      (void)tail_.truncate(before);  // the sync's error is the one to tell
      return status;
    }
    tail_lines_ += lines;
    if (Status status = move_to_frames(false); !status) {
      // The lines are durable in the tail: the next append tries again.
      log_warning("jsonl", status.error().message);
    }
    return {};
  }

  std::uint64_t lines_bytes() const override {
    return framed_bytes_ + tail_lines_.size() - framed_in_tail_;
  }

  Status finish(const std::string& name) override {
    if (Status status = move_to_frames(true); !status) return status;
    std::error_code ignored;  // an empty tail that stays behind harms nobody
    std::filesystem::remove(tail_.path(), ignored);
    return frames_.rename_to(name);
  }

 private:
  // Makes frames of the lines that fill them, or of all, and takes these lines out of the tail.
  Status move_to_frames(bool all) {
    std::string stored;
    std::size_t end = framed_in_tail_;
    for (;;) {
      const std::string_view rest = std::string_view(tail_lines_).substr(end);
      std::size_t bytes = full_frame_bytes(rest);
      if (bytes == 0 && all) bytes = rest.size();
      if (bytes == 0) break;
      Result<std::string> frame = zstd_frame(rest.substr(0, bytes), options_.zstd_level);
      if (!frame) return tl::unexpected(frame.error());
      stored += *frame;
      end += bytes;
    }
    if (!stored.empty()) {
      const std::uint64_t before = frames_.size();
      Status status = frames_.append(stored);
      if (status) status = frames_.sync();
      if (!status) {
        (void)frames_.truncate(before);
        return status;
      }
      framed_bytes_ += end - framed_in_tail_;
      framed_in_tail_ = end;
    }
    if (framed_in_tail_ == 0) return {};
    Status status = replace_tail(tail_, std::string_view(tail_lines_).substr(framed_in_tail_));
    if (!status) return status;
    tail_lines_.erase(0, framed_in_tail_);
    framed_in_tail_ = 0;
    return {};
  }

  AppendFile frames_;
  std::uint64_t framed_bytes_;  // of lines in frames_
  AppendFile tail_;
  std::string tail_lines_;          // what tail_ holds
  std::size_t framed_in_tail_ = 0;  // its first bytes, when frames_ hold them already
  RecordFileOptions options_;
};

// What the frames of a file hold, read from the end; frames that a power cut damaged are cut off.
struct FramesFound {
  explicit FramesFound(std::size_t keys_max) : keys(keys_max) {}

  std::uint64_t stored_bytes = 0, lines_bytes = 0;
  HeldKeys keys;
  std::string unfilled;              // the lines of a last frame that finish() had to end early ...
  std::uint64_t unfilled_begin = 0;  // ... and where it begins
};

FramesFound read_frames(std::string_view file, std::size_t keys_max) {
  FramesFound found(keys_max);
  ZstdFrames frames(file);
  for (std::size_t frame = frames.count(); frame-- > 0 && !found.keys.full();) {
    const Result<std::string> lines = frames.lines(frame);
    if (!lines) {
      frames.cut(frame);
      found = FramesFound(keys_max);
      continue;
    }
    if (frame + 1 == frames.count() && lines->size() < kFrameLinesBytes) {
      found.unfilled = *lines;
      found.unfilled_begin = frames.begin(frame);
    }
    add_keys_of_lines(*lines, found.keys);
  }
  found.stored_bytes = frames.stored_bytes();
  found.lines_bytes = frames.lines_bytes();
  return found;
}

// Without the first lines that the frames hold already: the program died before it took them out.
std::string_view without_framed(std::string_view tail, const HeldKeys& framed) {
  while (!tail.empty()) {
    const std::size_t end = tail.find('\n') + 1;
    const auto key = key_of_line(tail.substr(0, end));
    if (!key || !framed.contains(*key)) break;
    tail.remove_prefix(end);
  }
  return tail;
}

// Cuts what is torn, off both files, and takes an unfilled last frame back into the tail.
Result<std::unique_ptr<RecordFile>> mended(AppendFile frames, AppendFile tail,
                                           const RecordFileOptions& options, HeldKeys& keys) {
  FramesFound found(keys.keys_max());
  std::string lines;
  {
    const Result<MappedFile> frames_held = MappedFile::open(frames.path());
    if (!frames_held) return tl::unexpected(frames_held.error());
    found = read_frames(frames_held->bytes(), keys.keys_max());
    const Result<MappedFile> tail_held = MappedFile::open(tail.path());
    if (!tail_held) return tl::unexpected(tail_held.error());
    const std::string_view held = tail_held->bytes();
    lines = without_framed(held.substr(0, whole_lines_size(held, keys.keys_max())), found.keys);
  }
  if (found.stored_bytes < frames.size() || lines.size() < tail.size()) {
    log_warning("jsonl", frames.path() + ": cut " +
                             std::to_string(frames.size() - found.stored_bytes) +
                             " bytes of frames and " + std::to_string(tail.size() - lines.size()) +
                             " of the tail that a kill had torn or left twice");
  }
  add_keys_of_lines(lines, keys);
  keys.add_older(found.keys);
  lines.insert(0, found.unfilled);
  if (lines.size() != tail.size() || !found.unfilled.empty()) {
    if (Status status = replace_tail(tail, lines); !status) return tl::unexpected(status.error());
  }
  const std::uint64_t stored = found.unfilled.empty() ? found.stored_bytes : found.unfilled_begin;
  if (stored < frames.size()) {
    if (Status status = frames.truncate(stored); !status) return tl::unexpected(status.error());
  }
  return std::make_unique<ZstdFile>(std::move(frames), found.lines_bytes - found.unfilled.size(),
                                    std::move(tail), std::move(lines), options);
}

}  // namespace

std::string tail_name(const std::string& partial) {
  return partial + ".tail";
}

Result<std::unique_ptr<RecordFile>> open_zstd_file(const std::string& partial, bool anew,
                                                   const RecordFileOptions& options,
                                                   HeldKeys& keys) {
  Result<AppendFile> frames = AppendFile::open(partial);
  if (!frames) return tl::unexpected(frames.error());
  Result<AppendFile> tail = AppendFile::open(tail_name(partial));
  if (!tail) return tl::unexpected(tail.error());
  if (!anew) return mended(std::move(*frames), std::move(*tail), options, keys);
  if (frames->size() + tail->size() > 0) {
    log_warning("jsonl", partial + ": cut " + std::to_string(frames->size() + tail->size()) +
                             " bytes of an earlier run that kept no state");
  }
  if (Status status = frames->truncate(0); !status) return tl::unexpected(status.error());
  if (Status status = tail->truncate(0); !status) return tl::unexpected(status.error());
  return std::make_unique<ZstdFile>(std::move(*frames), 0, std::move(*tail), std::string(),
                                    options);
}

Status read_zstd_keys(const std::string& path, HeldKeys& keys) {
  const Result<MappedFile> held = MappedFile::open(path);
  if (!held) return tl::unexpected(held.error());
  const FramesFound found = read_frames(held->bytes(), keys.keys_max());
  if (found.stored_bytes != held->bytes().size()) {
    return invalid(path +
                   ": does not end with a whole zstd frame, so this program did not finish "
                   "it: move it away");
  }
  keys.add_older(found.keys);
  return {};
}

}  // namespace khabar
