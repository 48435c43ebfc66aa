// Stage: one step of the work on a document. One instance per worker thread, so members need no
// lock; what instances share is const or guards itself.
#pragma once

#include <string>

#include "core/base/result.h"
#include "core/flow/receipt.h"

namespace khabar {

struct Decision {
  std::string why_dropped;  // empty: keep. Else the counted reason, [a-z_]+
  // E.g. commit a claim when the document is delivered. Called in source order, one at a time over
  // all documents; but lost ones may come at any time, on any thread.
  Receipt::OnSettled on_settled = {};

  static Decision keep() { return {}; }
  static Decision drop(std::string why) { return {std::move(why), {}}; }
};

class Stage {
 public:
  virtual ~Stage() = default;

  // Must not block. An Error rejects this document (it goes to the dead letters) for the reason
  // "stage_error"; a stage that knows a better name sets document.fault itself and keeps. Others
  // go on. An exception is caught by the runner and rejects for the reason "exception".
  virtual Result<Decision> process(Document& document) = 0;
};

}  // namespace khabar
