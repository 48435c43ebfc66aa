// Checkpoint: cursors open in order and settle in any; a cursor is saved once all before it have
// settled with a fate other than lost. Holds the source back while too much is open.
// open() is for the source's thread; settlements arrive on any thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "core/base/stop.h"
#include "core/flow/receipt.h"

namespace khabar {

// Small named texts that survive a kill; one file a name, replaced atomically and fsynced.
// Any thread.
class CursorStore {
 public:
  virtual ~CursorStore() = default;
  virtual Result<std::optional<std::string>> load(const std::string& name) = 0;
  virtual Status save(const std::string& name, const std::string& cursor) = 0;
};

class Checkpoint {
 public:
  struct Bounds {
    std::size_t documents_max;
    std::size_t bytes_max;  // of payloads; one document larger than all of it may still pass alone
  };
  // `save` is called with the newest cursor before which all have settled; on a settling thread,
  // one call at a time, newest last. A lost document stops the saving for good: the next run
  // begins before it.
  using Save = std::function<void(const std::string& cursor)>;

  Checkpoint(Bounds bounds, Save save);
  ~Checkpoint();

  // `cursor` says where to go on once this document has settled. Waits while the bounds are
  // reached; nothing when stop.soft was asked first.
  std::optional<Receipt> open(std::string cursor, std::size_t bytes, const Stop& stop);

  std::size_t open_documents() const;

 private:
  struct Shared;
  std::shared_ptr<Shared> shared_;  // receipts may outlive the checkpoint
};

}  // namespace khabar
