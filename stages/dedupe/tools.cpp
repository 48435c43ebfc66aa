#include "stages/dedupe/tools.h"

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <set>
#include <utility>

#include "core/io/append_file.h"
#include "core/io/file.h"
#include "core/text/partial_time.h"
#include "stages/dedupe/document_time.h"
#include "stages/dedupe/relation.h"

namespace khabar {
namespace {

struct Replay {
  Memory memory;
  LoadReport report;
};

Status check_folder(const std::string& folder) {
  std::error_code error;
  if (std::filesystem::is_directory(folder, error)) return {};
  return invalid(folder + ": no such folder, so dedupe remembers nothing");
}

Result<Replay> replay(const DedupeOptions& options) {
  if (auto status = check_folder(options.folder); !status) return tl::unexpected(status.error());
  Memory memory(options.bounds);
  memory.window().begin_replay();
  auto report = read_log(options.folder, [&](const Claim& claim) { memory.apply(claim); });
  if (!report) return tl::unexpected(report.error());
  memory.window().end_replay();
  return Replay{std::move(memory), std::move(*report)};
}

Result<AppendFile> take_lock(const std::string& folder) {
  if (auto status = check_folder(folder); !status) return tl::unexpected(status.error());
  auto lock = AppendFile::open(folder + "/lock");
  if (!lock) return invalid("dedupe: " + folder + " cannot be taken: " + lock.error().message);
  return lock;
}

// The segment with only the whole records that `wanted` says; empty when none is.
std::string rewritten(std::string_view bytes, SegmentId id,
                      const std::function<bool(std::uint64_t sequence)>& wanted) {
  std::string out;
  append_header(id, out);
  const std::size_t header = out.size(), size = record_bytes(id.kind);
  for (std::size_t at = kLogHeaderBytes; at + size <= bytes.size(); at += size) {
    const std::string_view record = bytes.substr(at, size);
    if (id.kind == SegmentKind::near) {
      const auto sequence = near_sequence(record, id);
      if (sequence && wanted(*sequence)) out += record;
    } else if (const auto claim = read_exact_record(record, id); claim && wanted(claim->sequence)) {
      out += record;
    }
  }
  if (out.size() == header) out.clear();
  return out;
}

Result<std::uint64_t> compact_segment(const SegmentReport& segment,
                                      const std::function<bool(std::uint64_t)>& wanted) {
  std::string kept;
  {
    auto file = MappedFile::open(segment.path);
    if (!file) return tl::unexpected(file.error());
    kept = rewritten(file->bytes(), segment.id, wanted);
  }
  if (kept.size() == segment.bytes) return segment.bytes;
  if (!kept.empty()) {
    if (auto status = write_file_atomically(segment.path, kept); !status) {
      return tl::unexpected(status.error());
    }
    return kept.size();
  }
  std::error_code error;
  std::filesystem::remove(segment.path, error);
  if (error) return invalid(segment.path + ": cannot be removed: " + error.message());
  return 0;
}

}  // namespace

Result<DedupeStats> dedupe_stats(const DedupeOptions& options) {
  auto replayed = replay(options);
  if (!replayed) return tl::unexpected(replayed.error());
  const Memory& memory = replayed->memory;
  DedupeStats out;
  out.log = std::move(replayed->report);
  out.fresh = memory.claims(ClaimKind::fresh);
  out.versions = memory.claims(ClaimKind::version);
  out.copies = memory.claims(ClaimKind::copy);
  out.window = memory.window().tally();
  out.texts = memory.history().texts();
  out.articles = memory.history().articles();
  out.history_bytes = memory.history().bytes();
  out.next_sequence = memory.next_sequence();
  return out;
}

Result<Lookup> dedupe_lookup(const DedupeOptions& options, Document document) {
  auto replayed = replay(options);
  if (!replayed) return tl::unexpected(replayed.error());
  Memory& memory = replayed->memory;
  Lookup out;
  out.dated = document_time(document).has_value();
  const TextSketch& sketch = document.signature.sketch;
  out.too_short = document.signature.has_text() && !fit_for_near(sketch);
  std::vector<Neighbour> alike;
  if (sketch.shingles > 0) alike = memory.window().neighbours_of_any_time(sketch);
  std::stable_sort(alike.begin(), alike.end(),
                   [](const Neighbour& a, const Neighbour& b) { return a.jaccard > b.jaccard; });
  Judgement judgement = judge(document, options.rules, memory);
  const auto equal = memory.history().text_of_any_time(judgement.claim.exact);
  if (equal) out.equal = Lookup::Known{to_string(equal->name), equal->time_s};
  if (!out.dated && (equal || !alike.empty())) {
    const std::int64_t time_s = equal ? equal->time_s : alike.front().entry->time_s;
    document.fetched = PartialTime::of(TimePoint(std::chrono::seconds(time_s))).iso();
    judgement = judge(document, options.rules, memory);
  }
  out.judged_at_s = judgement.claim.time_s;
  out.verdict = std::move(judgement.verdict);
  out.reason = std::move(judgement.reason);
  for (const Neighbour& neighbour : alike) {
    if (out.neighbours.size() == kLookupNeighbours) break;
    const NearEntry& entry = *neighbour.entry;
    const bool in_window =
        std::abs(entry.time_s - out.judged_at_s) <= options.bounds.window.window_s;
    out.neighbours.push_back(
        {to_string(entry.name), neighbour.jaccard, neighbour.containment, entry.time_s, in_window});
  }
  return out;
}

Result<LoadReport> dedupe_fsck(const std::string& folder, bool repair) {
  if (auto status = check_folder(folder); !status) return tl::unexpected(status.error());
  std::optional<AppendFile> lock;
  if (repair) {
    auto taken = take_lock(folder);
    if (!taken) return tl::unexpected(taken.error());
    lock = std::move(*taken);
  }
  auto report = read_log(folder, [](const Claim&) {});
  if (!report || !repair) return report;
  if (auto status = mend_log(*report); !status) return tl::unexpected(status.error());
  return report;
}

Result<Compaction> dedupe_compact(const DedupeOptions& options) {
  auto lock = take_lock(options.folder);
  if (!lock) return tl::unexpected(lock.error());
  auto replayed = replay(options);
  if (!replayed) return tl::unexpected(replayed.error());
  if (auto status = mend_log(replayed->report); !status) return tl::unexpected(status.error());
  const auto retired = replayed->memory.history().take_retired();
  const std::set<std::uint64_t> past(retired.begin(), retired.end());
  Compaction out;
  for (const SegmentReport& segment : replayed->report.segments) {
    out.bytes_before += segment.bytes;
    if (segment.worthless) continue;
    std::uint64_t last = 0;
    const bool is_past = segment.id.kind == SegmentKind::exact && past.contains(segment.id.number);
    auto left = compact_segment(segment, [&](std::uint64_t sequence) {
      if (sequence <= std::exchange(last, std::max(last, sequence)) || is_past) return false;
      return segment.id.kind == SegmentKind::exact || replayed->memory.window().contains(sequence);
    });
    if (!left) return tl::unexpected(left.error());
    out.bytes_after += *left;
  }
  return out;
}

}  // namespace khabar
