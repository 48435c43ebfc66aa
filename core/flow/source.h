// Source: where documents come from. The runner calls it from one thread of its own.
#pragma once

#include <cstddef>
#include <vector>

#include "core/base/result.h"
#include "core/base/stop.h"
#include "core/flow/receipt.h"

namespace khabar {

class Source {
 public:
  virtual ~Source() = default;

  // Waits for 1..max parcels with open receipts (a Checkpoint opens them, and makes the source
  // wait while too many are open; past the first parcel ask Checkpoint::has_room() first and
  // return early when there is none: waiting with parcels in hand would wait for them). Empty:
  // exhausted, or stop.soft was asked. May block, but looks at `stop` at least every 50 ms. A
  // record that cannot be read is a document with `fault` set; one that is passed over has
  // `dropped` set: both are parcels, so that order and cursors hold.
  // An Error ends the run: only for what leaves nothing more to read.
  virtual Result<std::vector<Parcel>> read(std::size_t max, const Stop& stop) = 0;
};

}  // namespace khabar
