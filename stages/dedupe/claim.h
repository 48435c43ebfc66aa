// A claim: what one judged document adds to the memory of dedupe. Made when the document is judged,
// logged once it is delivered, applied again in the same order after a restart. Plain values.
#pragma once

#include <array>
#include <cstdint>

#include "core/text/minhash.h"
#include "stages/dedupe/record_name.h"

namespace khabar {

enum class ClaimKind : std::uint8_t { fresh = 0, version = 1, copy = 2 };

// The log's files, and the generations of the history, hold this many sequence numbers each.
inline constexpr unsigned kNearSegmentBits = 18;
inline constexpr unsigned kExactSegmentBits = 20;

// No document's time is further from 1970 than some 30,000 years: arithmetic on times is safe.
inline constexpr std::int64_t kTimeMax_s = 1'000'000'000'000;

struct Claim {
  std::uint64_t sequence = 0;  // dense, from 1, in the order of judgement
  std::uint64_t key = 0;       // Document::key
  std::int64_t time_s = 0;     // Unix; the newest known when the document names none
  bool timed = false;          // time_s is the document's own
  bool delivered = true;       // goes to the sinks; else dropped
  bool near = false;           // `sketch` joins the window
  ClaimKind kind = ClaimKind::fresh;
  std::uint32_t revision = 1;
  std::uint32_t outlet = 0;  // fingerprint; 0: unknown
  RecordName name;           // of the record itself
  RecordName original;       // a copy: what it copies; a version: the first one; else none
  // Keys of the URL and of the feed entry; 0: none. The document is known by either.
  std::array<std::uint64_t, 2> identities{};
  std::uint64_t article = 0;  // the identity that the first version was claimed under; 0: none
  std::uint64_t text = 0;     // fingerprint of the folded text; 0: no text
  std::uint64_t exact = 0;  // under which equal texts meet: of text and title, when short; 0: none
  TextSketch sketch;        // filled when near

  bool operator==(const Claim&) const = default;
};

}  // namespace khabar
