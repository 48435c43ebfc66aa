// The dedupe stage: a wire story comes out once, however many outlets print it; a corrected
// article is a version of itself. One worker, in source order; the costly part, the signature, was
// computed by the workers of clean.
//
// The factory owns nothing a worker needs after it: stage and settlement callbacks share the log.
#pragma once

#include <memory>
#include <string>

#include "core/flow/catalog.h"
#include "stages/dedupe/commit_log.h"
#include "stages/dedupe/judge.h"
#include "stages/dedupe/memory.h"

namespace khabar {

struct DedupeOptions {
  JudgeRules rules;
  MemoryBounds bounds;
  std::string folder;  // of the log; empty: memory only
  std::uint64_t sync_claims_max = 4096;
  Milliseconds sync_interval{1000};
};

// Reads [dedupe]. With services.state_dir, remembers in STATE_DIR/dedupe: an Error when that cannot
// be read or written, is in use by another process, or is of another format version.
Result<std::unique_ptr<StageFactory>> make_dedupe_stage(Settings& settings,
                                                        const Services& services);

DedupeOptions read_dedupe_options(Settings& settings, const std::string& state_dir);

// The same from options; for tests and tools.
Result<std::unique_ptr<StageFactory>> make_dedupe_stage(const DedupeOptions& options, Clock& clock,
                                                        Metrics& metrics);

}  // namespace khabar
