// The judgement of one document against the memory: new, a version, or a copy, and of what.
// Free functions; the thread that owns the memory.
#pragma once

#include <array>
#include <cstdint>
#include <string>

#include "core/model/document.h"
#include "stages/dedupe/claim.h"
#include "stages/dedupe/memory.h"

namespace khabar {

enum class Duplicates : std::uint8_t { drop, mark };
enum class Versions : std::uint8_t {
  all,     // each has its own id
  latest,  // each has the id of the first: a store that upserts by id holds the latest
};

struct JudgeRules {
  Duplicates duplicates = Duplicates::drop;
  Versions versions = Versions::all;
  bool near = true;
};

struct Judgement {
  Claim claim;  // to apply; its sequence is memory.next_sequence()
  Verdict verdict;
  std::string reason;  // why a copy is one: "copy_exact", "copy_near", "version_unchanged" ...
};

// Reads url, canonical_url, origin, source, given, facts, fetched and signature. Changes nothing
// but the scratch of the window.
Judgement judge(const Document& document, const JudgeRules& rules, Memory& memory);

}  // namespace khabar
