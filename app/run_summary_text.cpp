#include "app/run_summary_text.h"

#include <cstdio>
#include <map>

#include "app/attendant.h"

namespace khabar {
namespace {

class Lines {
 public:
  explicit Lines(bool colours) : colours_(colours) {}

  void add(const char* label, std::uint64_t count, const std::string& detail, const char* colour) {
    char head[160];
    std::snprintf(head, sizeof head, "  %-12s %s%10s%s", label, colours_ ? colour : "",
                  with_commas(count).c_str(), colours_ ? "\033[0m" : "");
    text_ += head;
    if (!detail.empty()) text_ += "   " + detail;
    text_ += '\n';
  }
  void plain(const std::string& line) { text_ += "  " + line + '\n'; }
  std::string take() { return std::move(text_); }

 private:
  bool colours_;
  std::string text_;
};

std::string reasons(const std::map<std::string, std::uint64_t>& counts, const char* without) {
  std::string out;
  for (const auto& [reason, count] : counts) {
    if (*without && reason.starts_with(without)) continue;
    out += (out.empty() ? "" : ", ") + reason + " " + with_commas(count);
  }
  return out;
}

std::string rate_line(double bytes, const RunSummary& summary) {
  char text[160];
  const double seconds = std::max(summary.seconds, 1e-6);
  std::snprintf(
      text, sizeof text, "%.2f s, %s documents/s, %.1f MB/s of input as stored", summary.seconds,
      with_commas(static_cast<std::uint64_t>(static_cast<double>(summary.read) / seconds)).c_str(),
      bytes / 1e6 / seconds);
  return text;
}

}  // namespace

std::string run_summary_text(const RunSummary& summary, const Metrics& metrics,
                             const SummaryContext& context) {
  std::map<std::string, double> verdicts;
  double bytes = 0;
  for (const MetricSample& sample : metrics.samples()) {
    if (sample.name == kMetricInputBytes) bytes += sample.value;
    if (sample.name == "khabar_dedupe_verdicts_total" && !sample.labels.empty()) {
      verdicts[sample.labels.front().second] = sample.value;
    }
  }
  std::uint64_t copies_dropped = 0, passed_over = 0;
  std::map<std::string, std::uint64_t> copy_reasons;
  for (const auto& [reason, count] : summary.dropped) {
    const bool copy = reason.starts_with("copy_") || reason.starts_with("version_");
    (copy ? copies_dropped : passed_over) += count;
    if (copy) copy_reasons[reason] = count;
  }
  Lines lines(context.colours);
  lines.add("in", summary.read, "", "\033[1m");
  lines.add("written", summary.delivered, "", "\033[1;32m");
  if (!verdicts.empty()) {
    const auto count = [&](const char* kind) { return static_cast<std::uint64_t>(verdicts[kind]); };
    lines.add("  new", count("fresh"), "", "\033[32m");
    lines.add("  versions", count("version"), "", "\033[36m");
    lines.add("copies", count("copy"), reasons(copy_reasons, ""), "\033[33m");
  }
  if (passed_over > 0) {
    std::map<std::string, std::uint64_t> rest = summary.dropped;
    for (const auto& [reason, count] : copy_reasons) rest.erase(reason);
    lines.add("passed over", passed_over, reasons(rest, ""), "");
  }
  if (summary.rejected_total() > 0) {
    std::string detail = reasons(summary.rejected, "");
    if (!context.dead_letters.empty()) detail += "  -> " + context.dead_letters;
    lines.add("rejected", summary.rejected_total(), detail, "\033[31m");
  }
  if (summary.lost > 0) lines.add("lost", summary.lost, "will be read again", "\033[1;31m");
  if (summary.read == 0 && !context.state_dir.empty()) {
    lines.plain("nothing new: by the state in " + context.state_dir + " all of it was read before");
  }
  lines.plain(rate_line(bytes, summary));
  for (const std::string& output : context.outputs) lines.plain("-> " + output);
  return lines.take();
}

}  // namespace khabar
