#include "stages/dedupe/tools.h"

#include <algorithm>
#include <filesystem>
#include <functional>
#include <set>
#include <utility>

#include "core/io/append_file.h"
#include "core/io/file.h"

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

Result<Lookup> dedupe_lookup(const DedupeOptions& options, const Document& document) {
  auto replayed = replay(options);
  if (!replayed) return tl::unexpected(replayed.error());
  Judgement judgement = judge(document, options.rules, replayed->memory);
  Lookup out{std::move(judgement.verdict), std::move(judgement.reason), {}};
  if (document.signature.sketch.shingles == 0) return out;
  auto neighbours =
      replayed->memory.window().neighbours(document.signature.sketch, judgement.claim.time_s);
  std::stable_sort(neighbours.begin(), neighbours.end(),
                   [](const Neighbour& a, const Neighbour& b) { return a.jaccard > b.jaccard; });
  for (const Neighbour& neighbour : neighbours) {
    if (out.neighbours.size() == kLookupNeighbours) break;
    out.neighbours.push_back({to_string(neighbour.entry->name), neighbour.jaccard,
                              neighbour.containment, neighbour.entry->time_s});
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
