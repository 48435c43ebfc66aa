// CursorStore as files of the state directory, and one that forgets.
//
//     DIR/lock               flock()ed while a process uses DIR; holds its process id
//     DIR/NAME.cursor        the cursor, whole; replaced by rename
//     DIR/NAME.cursor.tmp    a replacement that a kill interrupted; never read, overwritten
//
// A name is encoded into a file name (bytes but letters, digits, '_' and '-' become %XX), so none
// leads out of DIR. Any thread.
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

#include "core/base/result.h"
#include "core/flow/checkpoint.h"

namespace khabar {

// Keeps one process out of another's state directory. The kernel lets go of the lock when the
// process dies, however it dies. A resource: hold it as long as the directory is used.
class StateLock {
 public:
  // Makes the directory where it is absent. Error `unavailable`: "state directory D is in use by
  // process P".
  static Result<StateLock> take(const std::string& directory);

  StateLock(StateLock&& other) noexcept;
  StateLock& operator=(StateLock&& other) noexcept;
  ~StateLock();

 private:
  explicit StateLock(int file) : file_(file) {}
  int file_ = -1;
};

class FileCursorStore final : public CursorStore {
 public:
  // Locks the directory for the life of the store.
  static Result<std::unique_ptr<FileCursorStore>> open(const std::string& directory);
  ~FileCursorStore() override;  // flushes; a failure is logged

  // Errors name the file. Refuses names that encode to more than 200 bytes, and cursors or files
  // of more than 1 MiB.
  Result<std::optional<std::string>> load(const std::string& name) override;
  Status save(const std::string& name, const std::string& cursor) override;
  // Writes and fsyncs what was saved since the last time; blocks on the disk. What fails stays
  // due for the next flush.
  Status flush() override;

 private:
  FileCursorStore(std::string directory, StateLock lock);
  Result<std::string> path_of(const std::string& name) const;

  const std::string directory_;
  StateLock lock_;
  std::mutex flushing_;  // one flush at a time; taken before mutex_
  std::mutex mutex_;
  std::map<std::string, std::string> cursors_;  // all that was saved, by name
  std::map<std::string, std::string> due_;      // of these, not yet on the disk
};

// For runs without a state directory: keeps cursors as long as it lives.
class ForgetfulCursorStore final : public CursorStore {
 public:
  Result<std::optional<std::string>> load(const std::string& name) override;
  Status save(const std::string& name, const std::string& cursor) override;

 private:
  std::mutex mutex_;
  std::map<std::string, std::string> cursors_;
};

}  // namespace khabar
