#include "stages/dedupe/log_format.h"

#include <array>
#include <bit>
#include <charconv>
#include <cstdio>
#include <cstring>
#include <type_traits>

#include "core/base/check.h"
#include "core/text/digest.h"

namespace khabar {
namespace {

static_assert(std::endian::native == std::endian::little, "the log is written as memory lies");

constexpr std::string_view kMagic = "KHBRDDUP";

struct Header {
  std::array<char, 8> magic;
  std::uint32_t version, kind;
  std::uint64_t number, check;
};
static_assert(sizeof(Header) == kLogHeaderBytes);

struct ExactRecord {
  std::uint64_t check, sequence, key;
  std::int64_t time_s;
  RecordName name, original;
  std::array<std::uint64_t, 2> identities;
  std::uint64_t article, text, exact;
  std::uint32_t outlet, revision, flags, unused;
};
static_assert(std::has_unique_object_representations_v<ExactRecord>);

constexpr std::uint32_t kKindMask = 3, kTimed = 4, kDelivered = 8, kNear = 16, kFlagsMax = 31;

struct NearRecord {
  std::uint64_t check, sequence;
  std::array<std::uint8_t, kSketchBins> bins;
  std::array<std::uint64_t, kFineWords> fine;
  std::array<std::uint8_t, kLeadBins / 2> lead;
  std::array<std::uint16_t, kNumbersMax> numbers;
  std::uint32_t characters, shingles, number_count, has_letters;
};
static_assert(std::has_unique_object_representations_v<NearRecord>);

std::uint64_t checksum(std::string_view record, SegmentId id) {
  record.remove_prefix(sizeof(std::uint64_t));
  return hash64(record, id.number * 4 + static_cast<std::uint64_t>(id.kind));
}

template <class Record>
void append_checked(Record record, SegmentId id, std::string& out) {
  const std::string_view bytes(reinterpret_cast<const char*>(&record), sizeof record);
  record.check = checksum(bytes, id);
  out += bytes;
}

template <class Record>
std::optional<Record> read_checked(std::string_view bytes, SegmentId id) {
  if (bytes.size() != sizeof(Record)) return std::nullopt;
  Record record;
  std::memcpy(&record, bytes.data(), sizeof record);
  if (record.check != checksum(bytes, id)) return std::nullopt;
  return record;
}

}  // namespace

std::size_t record_bytes(SegmentKind kind) {
  return kind == SegmentKind::near ? sizeof(NearRecord) : sizeof(ExactRecord);
}

std::uint64_t segment_number(SegmentKind kind, std::uint64_t sequence) {
  return sequence >> (kind == SegmentKind::near ? kNearSegmentBits : kExactSegmentBits);
}

std::string segment_name(SegmentId id) {
  std::array<char, 32> name;
  std::snprintf(name.data(), name.size(), "%s-%08llu.log",
                id.kind == SegmentKind::near ? "near" : "exact",
                static_cast<unsigned long long>(id.number));
  return name.data();
}

std::optional<SegmentId> parse_segment_name(std::string_view name) {
  SegmentId id;
  const std::size_t dash = name.find('-');
  if (dash == std::string_view::npos || !name.ends_with(".log")) return std::nullopt;
  if (name.substr(0, dash) == "near") {
    id.kind = SegmentKind::near;
  } else if (name.substr(0, dash) != "exact") {
    return std::nullopt;
  }
  const char* const begin = name.data() + dash + 1;
  const char* const end = name.data() + name.size() - 4;
  const auto [at, error] = std::from_chars(begin, end, id.number);
  if (error != std::errc{} || at != end || segment_name(id) != name) return std::nullopt;
  return id;
}

void append_header(SegmentId id, std::string& out) {
  Header header{};
  std::copy(kMagic.begin(), kMagic.end(), header.magic.begin());
  header.version = kLogVersion;
  header.kind = static_cast<std::uint32_t>(id.kind);
  header.number = id.number;
  const std::string_view bytes(reinterpret_cast<const char*>(&header), sizeof header);
  header.check = hash64(bytes.substr(0, bytes.size() - sizeof header.check));
  out += bytes;
}

Status check_header(std::string_view bytes, SegmentId id, const std::string& path) {
  if (bytes.size() < kLogHeaderBytes) {
    return invalid(path + ": " + std::to_string(bytes.size()) +
                   " bytes, too short for a log of dedupe");
  }
  Header header;
  std::memcpy(&header, bytes.data(), sizeof header);
  if (std::string_view(header.magic.data(), header.magic.size()) != kMagic) {
    return invalid(path + ": not a log of dedupe");
  }
  if (header.version != kLogVersion) {
    return invalid(path + ": format version " + std::to_string(header.version) +
                   ", this program reads " + std::to_string(kLogVersion) +
                   "; run the version that wrote it, or remove the folder to start afresh");
  }
  std::string expected;
  append_header(id, expected);
  if (bytes.substr(0, kLogHeaderBytes) != expected) {
    return invalid(path + ": its header is spoilt or another file's");
  }
  return {};
}

void append_exact_record(const Claim& claim, SegmentId id, std::string& out) {
  ExactRecord record{};
  record.sequence = claim.sequence;
  record.key = claim.key;
  record.time_s = claim.time_s;
  record.name = claim.name;
  record.original = claim.original;
  record.identities = claim.identities;
  record.article = claim.article;
  record.text = claim.text;
  record.exact = claim.exact;
  record.outlet = claim.outlet;
  record.revision = claim.revision;
  record.flags = static_cast<std::uint32_t>(claim.kind) | (claim.timed ? kTimed : 0) |
                 (claim.delivered ? kDelivered : 0) | (claim.near ? kNear : 0);
  append_checked(record, id, out);
}

std::optional<Claim> read_exact_record(std::string_view bytes, SegmentId id) {
  const auto record = read_checked<ExactRecord>(bytes, id);
  if (!record || record->flags > kFlagsMax || (record->flags & kKindMask) > 2) return std::nullopt;
  if (record->time_s > kTimeMax_s || record->time_s < -kTimeMax_s) return std::nullopt;
  if (segment_number(SegmentKind::exact, record->sequence) != id.number) return std::nullopt;
  Claim claim;
  claim.sequence = record->sequence;
  claim.key = record->key;
  claim.time_s = record->time_s;
  claim.name = record->name;
  claim.original = record->original;
  claim.identities = record->identities;
  claim.article = record->article;
  claim.text = record->text;
  claim.exact = record->exact;
  claim.outlet = record->outlet;
  claim.revision = record->revision;
  claim.kind = static_cast<ClaimKind>(record->flags & kKindMask);
  claim.timed = (record->flags & kTimed) != 0;
  claim.delivered = (record->flags & kDelivered) != 0;
  claim.near = (record->flags & kNear) != 0;
  return claim;
}

void append_near_record(const Claim& claim, SegmentId id, std::string& out) {
  const TextSketch& sketch = claim.sketch;
  append_checked(NearRecord{0, claim.sequence, sketch.bins, sketch.fine, sketch.lead,
                            sketch.numbers, sketch.characters, sketch.shingles, sketch.number_count,
                            sketch.has_letters ? 1U : 0U},
                 id, out);
}

bool read_near_record(std::string_view bytes, SegmentId id, Claim& claim) {
  const auto record = read_checked<NearRecord>(bytes, id);
  if (!record || record->sequence != claim.sequence) return false;
  if (record->number_count > kNumbersMax) return false;
  claim.sketch.bins = record->bins;
  claim.sketch.fine = record->fine;
  claim.sketch.lead = record->lead;
  claim.sketch.numbers = record->numbers;
  claim.sketch.characters = record->characters;
  claim.sketch.shingles = record->shingles;
  claim.sketch.number_count = static_cast<std::uint8_t>(record->number_count);
  claim.sketch.has_letters = record->has_letters != 0;
  return true;
}

std::optional<std::uint64_t> near_sequence(std::string_view bytes, SegmentId id) {
  const auto record = read_checked<NearRecord>(bytes, id);
  if (!record || segment_number(SegmentKind::near, record->sequence) != id.number) {
    return std::nullopt;
  }
  return record->sequence;
}

SegmentExtent measure_segment(std::string_view bytes, SegmentId id) {
  SegmentExtent out;
  out.end = kLogHeaderBytes;
  const std::size_t size = record_bytes(id.kind);
  std::uint64_t spoilt = 0;  // since the last whole one
  for (std::size_t at = kLogHeaderBytes; at + size <= bytes.size(); at += size) {
    const std::string_view record = bytes.substr(at, size);
    const bool whole = id.kind == SegmentKind::near ? near_sequence(record, id).has_value()
                                                    : read_exact_record(record, id).has_value();
    if (!whole) {
      ++spoilt;
      continue;
    }
    ++out.records;
    out.spoilt += std::exchange(spoilt, 0);
    out.end = at + size;
  }
  return out;
}

}  // namespace khabar
