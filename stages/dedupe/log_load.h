// Reading the log of claims back into memory, and mending what a crash left at its end.
// Blocks on the disk; the caller holds the folder's lock, or only looks.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "stages/dedupe/claim.h"
#include "stages/dedupe/log_format.h"
#include "stages/dedupe/memory.h"

namespace khabar {

struct SegmentReport {
  SegmentId id;
  std::string path;
  std::uint64_t bytes = 0;
  SegmentExtent extent;
  std::uint64_t kept = 0;  // bytes that mend() leaves
  bool worthless = false;  // no header, or nothing that was committed: mend() removes the file
};

struct LoadReport {
  std::vector<SegmentReport> segments;  // exact ones, then near ones, each by number
  std::uint64_t claims = 0;             // applied
  std::uint64_t sketches = 0;           // of them with their sketch
  std::uint64_t sketches_missing = 0;   // their segment is gone, as it should be once expired
  std::uint64_t out_of_order = 0;       // records passed over for a sequence that does not rise

  std::uint64_t bytes() const;
  std::uint64_t spoilt() const;     // records that were not whole, before the last whole one
  std::uint64_t cut_bytes() const;  // that mend() cuts or did cut
  // What a person should know: one sentence a damage, empty when all is well.
  std::vector<std::string> complaints() const;
};

// Each committed claim, in order, with its sketch when its near record is still there. An absent
// folder is an empty log. Error: a file cannot be read, or is of another format version.
Result<LoadReport> read_log(const std::string& folder,
                            const std::function<void(const Claim&)>& visit);

// Cuts and removes what the report found behind the last committed claim.
Status mend_log(const LoadReport& report);

}  // namespace khabar
