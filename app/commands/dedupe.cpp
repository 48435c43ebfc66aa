#include <algorithm>
#include <cstdio>
#include <string_view>
#include <utility>

#include "app/attendant.h"
#include "app/commands/commands.h"
#include "app/exit_code.h"
#include "app/one_document.h"
#include "core/flow/settings.h"
#include "core/text/partial_time.h"
#include "ingest/archive/jsonl_line.h"
#include "stages/dedupe/tools.h"

namespace khabar {
namespace {

int fail(const std::string& message) {
  std::fprintf(stderr, "khabar dedupe: %s\n", message.c_str());
  return kExitFailure;
}

std::string when(std::int64_t seconds) {
  return seconds == 0 ? "-" : PartialTime::of(TimePoint(std::chrono::seconds(seconds))).iso();
}

void print(const char* label, std::uint64_t count) {
  std::printf("  %-22s %14s\n", label, with_commas(count).c_str());
}

int print_stats(const DedupeOptions& options) {
  const auto stats = dedupe_stats(options);
  if (!stats) return fail(stats.error().message);
  std::printf("%s\n", options.folder.c_str());
  print("claims in the log", stats->log.claims);
  print("  new", stats->fresh);
  print("  versions", stats->versions);
  print("  copies", stats->copies);
  print("bytes of the log", stats->log.bytes());
  print("documents in the window", stats->window.documents);
  print("bytes of the window", stats->window.bytes);
  print("texts remembered", stats->texts);
  print("articles remembered", stats->articles);
  std::printf("  %-22s %s to %s\n", "window", when(stats->window.oldest_s).c_str(),
              when(stats->window.newest_s).c_str());
  for (const std::string& complaint : stats->log.complaints()) {
    std::printf("  ! %s\n", complaint.c_str());
  }
  return kExitOk;
}

// A text, or the first line of input JSONL: then its title, time and address count too.
Result<Document> read_looked_up(const std::string& file) {
  auto bytes = read_whole(file);
  if (!bytes) return tl::unexpected(bytes.error());
  if (!bytes->starts_with('{')) {
    Document document;
    document.origin.kind = "text";
    document.origin.path = file;
    document.payload.kind = PayloadKind::text;
    document.payload.body = std::move(*bytes);
    return document;
  }
  bytes->resize(std::min(bytes->size(), bytes->find('\n')));
  Document document;
  document.origin.kind = "jsonl";
  document.origin.path = file;
  if (const auto fault = parse_jsonl_line(*bytes, false, document)) {
    return invalid(file + ": " + fault->reason + ": " + fault->detail);
  }
  return document;
}

void print_verdict(const Lookup& lookup, const DedupeOptions& options) {
  const Verdict& verdict = lookup.verdict;
  if (verdict.kind == VerdictKind::copy) {
    std::printf("a copy of %s (%s)\n", verdict.duplicate_of.c_str(), lookup.reason.c_str());
  } else if (verdict.kind == VerdictKind::version) {
    std::printf("version %u of %s\n", verdict.revision, verdict.revision_of.c_str());
  } else {
    std::printf("new\n");
  }
  std::printf("  judged at %s (%s)\n", when(lookup.judged_at_s).c_str(),
              lookup.dated                                 ? "its own time"
              : lookup.equal || !lookup.neighbours.empty() ? "undated: the time of its like"
                                                           : "undated: the newest known");
  if (lookup.too_short) {
    std::printf(
        "  a short text: a copy only of one equal in every letter and in title (which a line of "
        "JSONL can tell)\n");
  }
  if (lookup.equal && verdict.kind != VerdictKind::copy) {
    std::printf("  the same text is known: %s of %s; equal texts count for %s days\n",
                lookup.equal->id.c_str(), when(lookup.equal->time_s).c_str(),
                with_commas(static_cast<std::uint64_t>(options.bounds.history.days)).c_str());
  }
}

int print_lookup(const CommonOptions& common, const DedupeOptions& options,
                 const std::string& file) {
  auto document = read_looked_up(file);
  if (!document) return fail(document.error().message);
  auto one = make_one_document(common, CleanOptions{});
  if (!one) return fail(one.error().message);
  if (const auto cleaned = one->clean->process(*document); !cleaned) {
    return fail(cleaned.error().message);
  }
  const auto lookup = dedupe_lookup(options, std::move(*document));
  if (!lookup) return fail(lookup.error().message);
  print_verdict(*lookup, options);
  for (const LookupNeighbour& neighbour : lookup->neighbours) {
    std::printf("  %s  like %.3f  contained %.3f  %s%s\n", neighbour.id.c_str(), neighbour.jaccard,
                neighbour.containment, when(neighbour.time_s).c_str(),
                neighbour.in_window ? "" : "  outside the window");
  }
  return kExitOk;
}

int print_fsck(const std::string& folder) {
  const auto report = dedupe_fsck(folder, false);
  if (!report) return fail(report.error().message);
  print("segments", report->segments.size());
  print("claims", report->claims);
  print("spoilt records", report->spoilt());
  const auto complaints = report->complaints();
  for (const std::string& complaint : complaints) std::printf("  ! %s\n", complaint.c_str());
  if (complaints.empty()) std::printf("  all is well\n");
  return complaints.empty() ? kExitOk : kExitFailure;
}

}  // namespace

int run_dedupe_tool(const CommonOptions& common, const std::string& verb,
                    const std::string& state_dir, const std::string& file) {
  const TomlValue nothing{TomlValue::Table{}, {}};
  Settings settings(nothing, "dedupe");
  const DedupeOptions options = read_dedupe_options(settings, state_dir);
  if (verb == "stats") return print_stats(options);
  if (verb == "lookup") return print_lookup(common, options, file);
  if (verb == "fsck") return print_fsck(options.folder);
  const auto compaction = dedupe_compact(options);
  if (!compaction) return fail(compaction.error().message);
  std::printf("%s bytes -> %s bytes\n", with_commas(compaction->bytes_before).c_str(),
              with_commas(compaction->bytes_after).c_str());
  return kExitOk;
}

}  // namespace khabar
