// Checkpoint: cursors open in order and settle in any; a cursor is saved once all before it have
// settled with a fate other than lost. Holds the source back while too much is open.
// open() and has_room() are for the source's thread; settlements arrive on any thread.
//
//     cursors     c1   c2   c3   c4   c5        saved: c2, for c3 is still open
//                 ok   ok   open ok   open      held:  c3 c4 c5, at most documents_max
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "core/base/limits.h"
#include "core/base/result.h"
#include "core/base/stop.h"
#include "core/flow/receipt.h"

namespace khabar {

// Small named texts that survive a kill; one file a name, replaced atomically and fsynced.
// Any thread.
class CursorStore {
 public:
  virtual ~CursorStore() = default;
  virtual Result<std::optional<std::string>> load(const std::string& name) = 0;
  // Seen by load() at once; may be held back until the next flush(), for an fsync a document
  // would cost more than the document. Never blocks on a disk.
  virtual Status save(const std::string& name, const std::string& cursor) = 0;
  // Makes all that was saved durable. The runner calls it every pipeline.cursor_ms and at the end.
  virtual Status flush() { return {}; }
};

class Checkpoint {
 public:
  struct Bounds {
    std::size_t documents_max = limits::kOpenDocumentsMax;  // opened, not yet covered by a save
    // Of open payloads; one document larger than all of it may still pass alone.
    std::size_t bytes_max = limits::kOpenBytesMax;
  };
  // `save` is called with the newest cursor up to which all have settled; on a settling thread,
  // one call at a time, newest last, never after ~Checkpoint. Must not block. A lost document
  // stops the saving for good: the next run begins before it.
  using Save = std::function<void(const std::string& cursor)>;

  Checkpoint(Bounds bounds, Save save);
  ~Checkpoint();

  // `cursor` says where to go on once this document has settled. Waits while the bounds are
  // reached; nothing when stop.soft was asked first.
  // A source that already holds parcels must not wait here, for these are what it would wait for:
  // it opens the first parcel of a read(), goes on only while has_room(), else returns what it has.
  std::optional<Receipt> open(std::string cursor, std::size_t bytes, const Stop& stop);
  bool has_room(std::size_t bytes) const;  // open() of this many would not wait

  std::size_t open_documents() const;  // not yet settled

 private:
  struct Shared;
  std::shared_ptr<Shared> shared_;  // receipts may outlive the checkpoint
};

}  // namespace khabar
