// Sink: where records go. The runner calls each sink from one thread at a time (open and finish:
// the thread of run(); write: a thread of the sink's own), with documents in source order.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "core/base/result.h"
#include "core/model/document.h"

namespace khabar {

struct Rejection {
  std::size_t index;  // into the batch
  Error error;
};

class Sink {
 public:
  virtual ~Sink() = default;

  // Connects, creates tables, mends what a kill left behind. Also what `khabar check` calls.
  virtual Status open() = 0;

  // Ok: the whole batch is durable, but for the rejected. Error `unavailable`: the same batch
  // comes again, so a sink that holds Document::key already must not write it twice. May block.
  virtual Result<std::vector<Rejection>> write(std::span<const Document* const> batch) = 0;

  // After the last write of a run that ended well: rename partial files, close.
  virtual Status finish() { return {}; }

  // Faulty documents (Document::fault) go to the sinks that want them, and to no others.
  virtual bool wants_faults() const { return false; }
};

}  // namespace khabar
