#include "stages/dedupe/commit_log.h"

#include <algorithm>
#include <filesystem>
#include <utility>

#include "core/base/check.h"
#include "core/base/log.h"
#include "core/io/file.h"

namespace khabar {

CommitLog::~CommitLog() {
  if (auto status = sync(); !status) log_error("dedupe", status.error().message);
}

void CommitLog::claim(const Claim& claim) {
  const std::lock_guard lock(mutex_);
  held_.push_back({claim, claim.delivered ? Standing::open : Standing::commit});
  if (held_.size() > kHeldMax) {
    // One that never settles, or a full disk. Its own claim is given up, not those behind it.
    held_.front().standing = Standing::forget;
    ++given_up_;
  }
  write_ready();
}

void CommitLog::settle(std::uint64_t sequence, Fate fate) {
  const std::lock_guard lock(mutex_);
  const auto at = std::lower_bound(
      held_.begin(), held_.end(), sequence,
      [](const Held& held, std::uint64_t wanted) { return held.claim.sequence < wanted; });
  if (at == held_.end() || at->claim.sequence != sequence) return;  // given up
  if (fate == Fate::delivered || fate == Fate::dropped) {
    at->standing = Standing::commit;
  } else {
    at->standing = Standing::forget;
    released_.push_back(at->claim);
    has_released_.store(true, std::memory_order_release);
  }
  write_ready();
}

std::vector<Claim> CommitLog::take_released() {
  const std::lock_guard lock(mutex_);
  has_released_.store(false, std::memory_order_release);
  return std::exchange(released_, {});
}

void CommitLog::write_ready() {
  while (!held_.empty() && held_.front().standing != Standing::open) {
    if (held_.front().standing == Standing::commit && !folder_.empty()) {
      if (auto status = write(held_.front().claim); !status) {
        if (!std::exchange(failing_, true)) {
          log_error("dedupe", status.error().message + "; claims are kept in memory, " +
                                  std::to_string(kHeldMax) + " at most, and tried again");
        }
        return;
      }
      if (std::exchange(failing_, false)) log_info("dedupe", folder_ + ": writing again");
    }
    held_.pop_front();
  }
}

Status CommitLog::write(const Claim& claim) {
  if (claim.near) {
    if (auto status = write_record(SegmentKind::near, claim); !status) return status;
  }
  if (auto status = write_record(SegmentKind::exact, claim); !status) return status;
  unsynced_.fetch_add(1, std::memory_order_relaxed);
  return {};
}

Status CommitLog::write_record(SegmentKind kind, const Claim& claim) {
  Segment& segment = segment_of(kind);
  const SegmentId id{kind, segment_number(kind, claim.sequence)};
  if (segment.retired.contains(id.number)) return {};
  if (!segment.file || segment.number != id.number) {
    if (auto status = open_segment(segment, id); !status) return status;
  }
  record_.clear();
  kind == SegmentKind::near ? append_near_record(claim, id, record_)
                            : append_exact_record(claim, id, record_);
  if (auto status = segment.file->append(record_); !status) return status;
  bytes_written_.fetch_add(record_.size(), std::memory_order_relaxed);
  return {};
}

Status CommitLog::open_segment(Segment& segment, SegmentId id) {
  segment.file.reset();
  auto file = AppendFile::open(folder_ + "/" + segment_name(id));
  if (!file) return tl::unexpected(file.error());
  if (file->size() == 0) {
    std::string header;
    append_header(id, header);
    if (auto status = file->append(header); !status) return status;
  }
  unsynced_paths_.push_back(file->path());
  segment.file = std::move(*file);
  segment.number = id.number;
  return {};
}

void CommitLog::retire(SegmentKind kind, const std::vector<std::uint64_t>& numbers) {
  if (folder_.empty()) return;
  const std::lock_guard lock(mutex_);
  Segment& segment = segment_of(kind);
  for (const std::uint64_t number : numbers) {
    if (segment.file && segment.number == number) segment.file.reset();
    std::error_code ignored;  // a file left behind is found and removed at the next start
    std::filesystem::remove(folder_ + "/" + segment_name({kind, number}), ignored);
    segment.retired.insert(number);
    std::erase(unsynced_paths_, folder_ + "/" + segment_name({kind, number}));
  }
}

Status CommitLog::sync() {
  if (folder_.empty()) return {};
  std::vector<std::string> paths;
  {
    const std::lock_guard lock(mutex_);
    if (unsynced_.exchange(0, std::memory_order_relaxed) == 0 && unsynced_paths_.empty()) return {};
    paths = std::exchange(unsynced_paths_, {});
    for (Segment* segment : {&near_, &exact_}) {  // sketches first: exact records vouch for them
      if (segment->file) paths.push_back(segment->file->path());
    }
  }
  std::vector<std::string> once;
  for (std::string& path : paths) {
    if (std::find(once.begin(), once.end(), path) == once.end()) once.push_back(std::move(path));
  }
  for (const std::string& path : once) {
    if (!std::filesystem::exists(path)) continue;  // retired meanwhile
    if (auto status = sync_path(path); !status) return status;
  }
  return sync_path(folder_);
}

std::uint64_t CommitLog::open_claims() const {
  const std::lock_guard lock(mutex_);
  return held_.size();
}

std::uint64_t CommitLog::claims_given_up() const {
  const std::lock_guard lock(mutex_);
  return given_up_;
}

}  // namespace khabar
