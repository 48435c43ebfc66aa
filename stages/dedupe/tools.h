// What a person asks of dedupe's folder: `khabar dedupe stats | lookup | fsck | compact`. Free
// functions that block on the disk. Looking is safe beside a running khabar and may miss its last
// claims; mending and compacting take the folder's lock and refuse beside one.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "stages/dedupe/dedupe_stage.h"
#include "stages/dedupe/log_load.h"

namespace khabar {

struct DedupeStats {
  LoadReport log;
  std::uint64_t fresh = 0, versions = 0, copies = 0;  // claims in the log, by kind
  NearWindow::Tally window;
  std::uint64_t texts = 0, articles = 0, history_bytes = 0;
  std::uint64_t next_sequence = 0;
};
Result<DedupeStats> dedupe_stats(const DedupeOptions& options);

struct LookupNeighbour {
  std::string id;
  double jaccard = 0, containment = 0;
  std::int64_t time_s = 0;
  bool in_window = false;  // near enough in time to count
};
struct Lookup {
  Verdict verdict;     // what the document would be if it came now
  std::string reason;  // of a copy
  // The document's own time; of an undated one, that of the known text it equals or is most like,
  // else the newest that dedupe believes.
  std::int64_t judged_at_s = 0;
  bool dated = false;
  bool too_short = false;  // for near copies, and equal only where the title is equal too
  struct Known {
    std::string id;
    std::int64_t time_s = 0;
  };
  std::optional<Known> equal;  // an equal text is known, perhaps too far in time to count
  std::vector<LookupNeighbour> neighbours;  // of any time, most alike first, kLookupNeighbours
};
inline constexpr std::size_t kLookupNeighbours = 10;
// `document` as the stage would see it, its signature set: of a text, or of a record read back.
Result<Lookup> dedupe_lookup(const DedupeOptions& options, Document document);

// Reads every record. With `repair`, cuts what a crash left behind the last committed claim.
Result<LoadReport> dedupe_fsck(const std::string& folder, bool repair);

struct Compaction {
  std::uint64_t bytes_before = 0, bytes_after = 0;
};
// Rewrites the segments, one at a time and each atomically, without what nothing needs any more:
// sketches that have left the window, generations past their bound, spoilt records.
Result<Compaction> dedupe_compact(const DedupeOptions& options);

}  // namespace khabar
