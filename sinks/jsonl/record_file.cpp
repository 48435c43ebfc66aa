#include "sinks/jsonl/record_file.h"

#include <utility>

#include "core/base/log.h"
#include "core/io/append_file.h"
#include "sinks/jsonl/zstd_file.h"

namespace khabar {
namespace {

class PlainFile final : public RecordFile {
 public:
  PlainFile(AppendFile file, bool fsync) : file_(std::move(file)), fsync_(fsync) {}

  Status append(std::string_view lines) override {
    const std::uint64_t before = file_.size();
    if (Status status = file_.append(lines); !status) return status;
    if (!fsync_) return {};
    Status status = file_.sync();
    if (!status) (void)file_.truncate(before);  // the sync's error is the one to tell
    return status;
  }
  std::uint64_t lines_bytes() const override { return file_.size(); }
  Status finish(const std::string& name) override { return file_.rename_to(name); }

 private:
  AppendFile file_;
  bool fsync_;
};

Result<std::unique_ptr<RecordFile>> open_plain_file(const std::string& partial, bool anew,
                                                    const RecordFileOptions& options,
                                                    HeldKeys& keys) {
  Result<AppendFile> file = AppendFile::open(partial);
  if (!file) return tl::unexpected(file.error());
  std::uint64_t whole = 0;
  if (!anew) {
    const Result<MappedFile> held = MappedFile::open(partial);
    if (!held) return tl::unexpected(held.error());
    whole = whole_lines_size(held->bytes(), keys.keys_max());
    add_keys_of_lines(held->bytes().substr(0, whole), keys);
  }
  if (whole < file->size()) {
    const std::string bytes = std::to_string(file->size() - whole);
    log_warning("jsonl", partial + ": cut " + bytes +
                             (anew ? " bytes of an earlier run that kept no state"
                                   : " bytes of a line that a kill had torn"));
    if (Status status = file->truncate(whole); !status) return tl::unexpected(status.error());
  }
  return std::make_unique<PlainFile>(std::move(*file), options.fsync);
}

}  // namespace

Result<std::unique_ptr<RecordFile>> open_record_file(const std::string& partial, bool anew,
                                                     const RecordFileOptions& options,
                                                     HeldKeys& keys) {
  return options.zstd_level == 0 ? open_plain_file(partial, anew, options, keys)
                                 : open_zstd_file(partial, anew, options, keys);
}

Status read_finished_keys(const std::string& path, bool zstd, HeldKeys& keys) {
  if (zstd) return read_zstd_keys(path, keys);
  const Result<MappedFile> held = MappedFile::open(path);
  if (!held) return tl::unexpected(held.error());
  if (whole_lines_size(held->bytes()) != held->bytes().size()) {
    return invalid(path + ": ends in a torn line, so this program did not finish it: move it away");
  }
  add_keys_of_lines(held->bytes(), keys);
  return {};
}

}  // namespace khabar
