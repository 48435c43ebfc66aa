// Any bytes as a segment of the log: measured, read and applied to a memory without a crash. The
// first byte chooses the kind; with the second even, records get the checks a writer would give
// them, so that what lies behind the checksum is reached too.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <string>

#include "core/text/digest.h"
#include "stages/dedupe/log_format.h"
#include "stages/dedupe/memory.h"

namespace {

void give_checks(std::string& bytes, khabar::SegmentId id) {
  const std::size_t size = khabar::record_bytes(id.kind);
  const std::uint64_t seed = id.number * 4 + static_cast<std::uint64_t>(id.kind);
  for (std::size_t at = khabar::kLogHeaderBytes; at + size <= bytes.size(); at += size) {
    const std::string_view rest = std::string_view(bytes).substr(at + 8, size - 8);
    const std::uint64_t check = khabar::hash64(rest, seed);
    std::memcpy(bytes.data() + at, &check, sizeof check);
  }
}

void apply_all(std::string_view bytes, khabar::SegmentId id) {
  khabar::MemoryBounds bounds;
  bounds.window.documents_max = 64;
  khabar::Memory memory(bounds);
  std::uint64_t last = 0;
  const std::size_t size = khabar::record_bytes(id.kind);
  for (std::size_t at = khabar::kLogHeaderBytes; at + size <= bytes.size(); at += size) {
    auto claim = khabar::read_exact_record(bytes.substr(at, size), id);
    if (!claim || claim->sequence <= last) continue;
    last = claim->sequence;
    memory.apply(*claim);
    (void)memory.history().article(claim->identities[0]);
    (void)memory.history().text(claim->exact, claim->time_s);
    (void)memory.window().neighbours(claim->sketch, claim->time_s);
    if (claim->key % 3 == 0) memory.release(*claim);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size < 2) return 0;
  const khabar::SegmentId id{
      data[0] % 2 == 0 ? khabar::SegmentKind::exact : khabar::SegmentKind::near, 0};
  std::string bytes(reinterpret_cast<const char*>(data + 2), size - 2);
  if (data[1] % 2 == 0) give_checks(bytes, id);
  (void)khabar::check_header(bytes, id, "fuzz");
  (void)khabar::parse_segment_name(bytes);
  const khabar::SegmentExtent extent = khabar::measure_segment(bytes, id);
  if (bytes.size() >= khabar::kLogHeaderBytes && extent.end > bytes.size()) std::abort();
  khabar::Claim claim;
  const std::size_t record = khabar::record_bytes(id.kind);
  if (bytes.size() >= khabar::kLogHeaderBytes + record) {
    (void)khabar::read_near_record(std::string_view(bytes).substr(khabar::kLogHeaderBytes, record),
                                   id, claim);
  }
  if (id.kind == khabar::SegmentKind::exact) apply_all(bytes, id);
  return 0;
}
