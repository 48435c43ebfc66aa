// Claims between judgement and settlement, and the log that keeps the settled ones.
//
//   claims    41 delivered   42 open   43 dropped   44 delivered        log: ... 40 41
//                            42 settles: log 42 43 44
//
// The log is always what a prefix of the claims came to: a run that is killed and resumed judges
// each document against the same memory as one left alone. Documents behind the prefix come again
// from the source, get the same verdicts, and sinks know their keys.
//
// Shared by the dedupe thread (claim, take_released, retire, sync) and the settling threads
// (settle); guards itself. settle() writes to the page cache before the source hears of the fate,
// so a kill loses no claim that a saved cursor has passed; a power loss may lose those since the
// last sync(), and then a copy of one of them may be taken for new.
#pragma once

#include <atomic>
#include <cstdint>
#include <deque>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/flow/receipt.h"
#include "core/io/append_file.h"
#include "stages/dedupe/claim.h"
#include "stages/dedupe/log_format.h"

namespace khabar {

class CommitLog {
 public:
  // Keeps claims until they settle, but nothing on disk.
  CommitLog() = default;
  // Of a folder that exists and that read_log and mend_log have put in order. The caller's `lock`
  // on the folder is kept as long as the log lives, which may be longer than the stage.
  CommitLog(std::string folder, AppendFile lock)
      : folder_(std::move(folder)), lock_(std::move(lock)) {}
  ~CommitLog();  // syncs
  CommitLog(const CommitLog&) = delete;
  CommitLog& operator=(const CommitLog&) = delete;

  // Sequences are dense but for those never claimed. A dropped document settles at once.
  void claim(const Claim& claim);
  // Delivered commits; rejected and lost release. Any thread; once a sequence; never throws.
  void settle(std::uint64_t sequence, Fate fate);
  // Those whose documents were rejected or lost since the last call: to be forgotten.
  std::vector<Claim> take_released();
  bool has_released() const { return has_released_.load(std::memory_order_acquire); }

  // Removes the files of segments that nothing needs any more; their late claims are not written.
  void retire(SegmentKind kind, const std::vector<std::uint64_t>& numbers);

  // Makes everything written durable. Blocks on the disk, but not the settling threads.
  Status sync();
  std::uint64_t unsynced() const { return unsynced_.load(std::memory_order_relaxed); }

  std::uint64_t open_claims() const;
  // Claims that could not be written and were given up: after a restart they will be unknown.
  std::uint64_t claims_given_up() const;
  std::uint64_t bytes_written() const { return bytes_written_.load(std::memory_order_relaxed); }

  // Claims held back for one that does not settle, or for a disk that is full.
  static constexpr std::size_t kHeldMax = 65'536;

 private:
  enum class Standing : std::uint8_t { open, commit, forget };
  struct Held {
    Claim claim;
    Standing standing;
  };
  struct Segment {
    std::optional<AppendFile> file;
    std::uint64_t number = 0;
    std::set<std::uint64_t> retired;  // late claims of these are not written
  };

  void write_ready();
  Status write(const Claim& claim);
  Status write_record(SegmentKind kind, const Claim& claim);
  Status open_segment(Segment& segment, SegmentId id);

  Segment& segment_of(SegmentKind kind) { return kind == SegmentKind::near ? near_ : exact_; }

  const std::string folder_;  // empty: memory only
  std::optional<AppendFile> lock_;
  mutable std::mutex mutex_;  // guards what follows
  std::deque<Held> held_;
  std::vector<Claim> released_;
  Segment near_, exact_;
  std::vector<std::string> unsynced_paths_;
  std::string record_;  // scratch
  bool failing_ = false;
  std::uint64_t given_up_ = 0;
  std::atomic<bool> has_released_{false};
  std::atomic<std::uint64_t> unsynced_{0}, bytes_written_{0};
};

}  // namespace khabar
