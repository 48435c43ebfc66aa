// The log of claims, on disk. Free functions on bytes; any thread.
//
//   FOLDER/exact-00000000.log     claims 0 .. 2^20 - 1: names, identities, fingerprints
//   FOLDER/near-00000000.log      claims 0 .. 2^18 - 1: the sketches of those in the near window
//
//   file    [ header 32 ][ record ][ record ] ...        all little-endian, all of one size a file
//   header  [ "KHBRDDUP" ][ version u32 ][ kind u32 ][ number u64 ][ check u64 ]
//   record  [ check u64 ][ sequence u64 ] ...            check: XXH3-64 of the rest, seeded with
//                                                        kind and number, so no stale byte passes
//
// A claim with a sketch is written to the near log first, then to the exact log: it counts once its
// exact record is whole. Records of one size let a reader step over a spoilt one.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/result.h"
#include "stages/dedupe/claim.h"

namespace khabar {

inline constexpr std::uint32_t kLogVersion = 1;
inline constexpr std::size_t kLogHeaderBytes = 32;

enum class SegmentKind : std::uint32_t { near = 1, exact = 2 };

struct SegmentId {
  SegmentKind kind = SegmentKind::exact;
  std::uint64_t number = 0;

  bool operator==(const SegmentId&) const = default;
};

std::size_t record_bytes(SegmentKind kind);
std::uint64_t segment_number(SegmentKind kind, std::uint64_t sequence);
std::string segment_name(SegmentId id);  // "near-00000003.log"
std::optional<SegmentId> parse_segment_name(std::string_view name);

void append_header(SegmentId id, std::string& out);
// Error `invalid`, naming `path`, when these are not the first bytes of segment `id` in this
// program's format.
Status check_header(std::string_view bytes, SegmentId id, const std::string& path);

void append_exact_record(const Claim& claim, SegmentId id, std::string& out);
void append_near_record(const Claim& claim, SegmentId id, std::string& out);
// `record` has record_bytes(). Nothing when its check fails or a field holds what none can.
std::optional<Claim> read_exact_record(std::string_view record, SegmentId id);
// Fills claim.sketch when the record is whole and of claim.sequence.
bool read_near_record(std::string_view record, SegmentId id, Claim& claim);
// The sequence of a whole near record.
std::optional<std::uint64_t> near_sequence(std::string_view record, SegmentId id);

// Where the records of a segment end: behind the last whole one. `spoilt`: records before it that
// are not whole.
struct SegmentExtent {
  std::uint64_t end = 0;
  std::uint64_t records = 0, spoilt = 0;
};
SegmentExtent measure_segment(std::string_view bytes, SegmentId id);

}  // namespace khabar
