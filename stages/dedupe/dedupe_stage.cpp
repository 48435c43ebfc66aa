#include "stages/dedupe/dedupe_stage.h"

#include <filesystem>
#include <utility>

#include "core/base/check.h"
#include "core/base/log.h"
#include "core/flow/metrics.h"
#include "stages/dedupe/log_load.h"

namespace khabar {
namespace {

// Every this many claims the gauges are set: summing them up looks at every bucket.
constexpr std::uint64_t kGaugeClaims = 4096;

class DedupeMetrics {
 public:
  explicit DedupeMetrics(Metrics& metrics)
      : fresh_(verdicts(metrics, "fresh")),
        version_(verdicts(metrics, "version")),
        copy_(verdicts(metrics, "copy")),
        candidates_(metrics.counter("khabar_dedupe_candidates_total", {},
                                    "Documents of the window that shared a band with a new one")),
        verified_(metrics.counter("khabar_dedupe_verified_total", {},
                                  "Candidates whose sketches were compared")),
        evicted_(metrics.counter("khabar_dedupe_window_evicted_total", {},
                                 "Documents that left the window early, for documents_max")),
        released_(metrics.counter("khabar_dedupe_released_total", {},
                                  "Claims taken back: the document was rejected or lost")),
        given_up_(metrics.counter("khabar_dedupe_unlogged_total", {},
                                  "Claims that could not be logged and will be forgotten")),
        documents_(
            metrics.gauge("khabar_dedupe_window_documents", {}, "Documents in the near window")),
        bytes_(metrics.gauge("khabar_dedupe_bytes", {{"part", "window"}}, "Memory of dedupe")),
        history_bytes_(
            metrics.gauge("khabar_dedupe_bytes", {{"part", "history"}}, "Memory of dedupe")),
        texts_(metrics.gauge("khabar_dedupe_history_texts", {}, "Texts known by fingerprint")),
        articles_(metrics.gauge("khabar_dedupe_history_articles", {}, "Articles known by URL")) {}

  void count(ClaimKind kind) {
    (kind == ClaimKind::copy ? copy_ : kind == ClaimKind::version ? version_ : fresh_).add();
  }
  void count_released(std::uint64_t claims) { released_.add(claims); }
  // How many documents were evicted since the last call.
  std::uint64_t update(const Memory& memory, const CommitLog& log) {
    const NearWindow::Tally now = memory.window().tally();
    candidates_.add(now.candidates - last_.candidates);
    verified_.add(now.verified - last_.verified);
    evicted_.add(now.evicted - last_.evicted);
    documents_.set(static_cast<std::int64_t>(now.documents));
    bytes_.set(static_cast<std::int64_t>(now.bytes));
    history_bytes_.set(static_cast<std::int64_t>(memory.history().bytes()));
    texts_.set(static_cast<std::int64_t>(memory.history().texts()));
    articles_.set(static_cast<std::int64_t>(memory.history().articles()));
    given_up_.add(log.claims_given_up() - std::exchange(last_given_up_, log.claims_given_up()));
    return now.evicted - std::exchange(last_, now).evicted;
  }

 private:
  static Counter& verdicts(Metrics& metrics, const char* kind) {
    return metrics.counter("khabar_dedupe_verdicts_total", {{"kind", kind}},
                           "Judgements by kind, dropped copies too");
  }

  Counter &fresh_, &version_, &copy_, &candidates_, &verified_, &evicted_, &released_, &given_up_;
  Gauge &documents_, &bytes_, &history_bytes_, &texts_, &articles_;
  NearWindow::Tally last_;
  std::uint64_t last_given_up_ = 0;
};

class DedupeStage final : public Stage {
 public:
  DedupeStage(const DedupeOptions& options, Memory memory, std::shared_ptr<CommitLog> log,
              Clock& clock, Metrics& metrics)
      : options_(options),
        memory_(std::move(memory)),
        log_(std::move(log)),
        clock_(clock),
        metrics_(metrics),
        synced_at_(clock.steady_now()) {
    metrics_.update(memory_, *log_);
  }
  ~DedupeStage() override {
    metrics_.update(memory_, *log_);
    if (auto status = log_->sync(); !status) log_error("dedupe", status.error().message);
  }

  Result<Decision> process(Document& document) override {
    if (document.fault || !document.dropped.empty()) return Decision::keep();
    forget_released();
    sync_when_due();
    if (const auto delivered = memory_.delivered(document.key)) {
      return Decision::drop(*delivered ? "already_delivered" : "already_dropped");
    }
    Judgement judgement = judge(document, options_.rules, memory_);
    const Claim& claim = judgement.claim;
    memory_.apply(claim);
    log_->claim(claim);
    retire_segments();
    metrics_.count(claim.kind);
    if (claim.sequence % kGaugeClaims == 0) update_gauges();
    document.verdict = std::move(judgement.verdict);
    if (!claim.delivered) return Decision::drop(std::move(judgement.reason));
    return Decision{
        {}, [log = log_, sequence = claim.sequence](Fate fate) { log->settle(sequence, fate); }};
  }

 private:
  void forget_released() {
    if (!log_->has_released()) return;
    const std::vector<Claim> released = log_->take_released();
    for (const Claim& claim : released) memory_.release(claim);
    metrics_.count_released(released.size());
  }

  void sync_when_due() {
    const std::uint64_t unsynced = log_->unsynced();
    if (unsynced == 0) return;
    const SteadyPoint now = clock_.steady_now();
    if (unsynced < options_.sync_claims_max && now - synced_at_ < options_.sync_interval) return;
    synced_at_ = now;
    if (auto status = log_->sync(); !status && !std::exchange(sync_failing_, true)) {
      log_error("dedupe", status.error().message);
    }
  }

  void retire_segments() {
    const auto near = memory_.window().take_retired();
    if (!near.empty()) log_->retire(SegmentKind::near, near);
    const auto exact = memory_.history().take_retired();
    if (!exact.empty()) log_->retire(SegmentKind::exact, exact);
  }

  void update_gauges() {
    const std::uint64_t evicted = metrics_.update(memory_, *log_);
    if (evicted == 0 || std::exchange(eviction_told_, true)) return;
    log_warning("dedupe", "the near window is full: documents leave it before " +
                              std::to_string(options_.bounds.window.window_s / 3600) +
                              " h have passed, and their later copies will be taken for new; raise "
                              "dedupe.window_documents_max, now " +
                              std::to_string(options_.bounds.window.documents_max) +
                              " (told once; see khabar_dedupe_window_evicted_total)");
  }

  const DedupeOptions options_;
  Memory memory_;
  std::shared_ptr<CommitLog> log_;
  Clock& clock_;
  DedupeMetrics metrics_;
  SteadyPoint synced_at_;
  bool sync_failing_ = false, eviction_told_ = false;
};

class DedupeFactory final : public StageFactory {
 public:
  explicit DedupeFactory(std::unique_ptr<Stage> stage) : stage_(std::move(stage)) {}
  Result<std::unique_ptr<Stage>> make_worker() override {
    if (stage_ == nullptr) return invalid("dedupe: takes one worker, for it judges in order");
    return std::move(stage_);
  }
  bool needs_order() const override { return true; }

 private:
  std::unique_ptr<Stage> stage_;
};

struct OpenedLog {
  std::shared_ptr<CommitLog> log;
  Memory memory;
};

Result<OpenedLog> open_log(const DedupeOptions& options) {
  Memory memory(options.bounds);
  if (options.folder.empty()) return OpenedLog{std::make_shared<CommitLog>(), std::move(memory)};
  std::error_code error;
  std::filesystem::create_directories(options.folder, error);
  if (error) return invalid(options.folder + ": cannot be made: " + error.message());
  auto lock = AppendFile::open(options.folder + "/lock");
  if (!lock) {
    return invalid("dedupe: " + options.folder + " cannot be taken: " + lock.error().message);
  }
  memory.window().begin_replay();
  auto report = read_log(options.folder, [&](const Claim& claim) { memory.apply(claim); });
  memory.window().end_replay();
  if (!report) return tl::unexpected(report.error());
  for (const std::string& complaint : report->complaints()) log_warning("dedupe", complaint);
  if (auto status = mend_log(*report); !status) return tl::unexpected(status.error());
  auto log = std::make_shared<CommitLog>(options.folder, std::move(*lock));
  log->retire(SegmentKind::near, memory.window().take_retired());
  log->retire(SegmentKind::exact, memory.history().take_retired());
  return OpenedLog{std::move(log), std::move(memory)};
}

}  // namespace

DedupeOptions read_dedupe_options(Settings& settings, const std::string& state_dir) {
  DedupeOptions options;
  JudgeRules& rules = options.rules;
  WindowBounds& window = options.bounds.window;
  HistoryBounds& history = options.bounds.history;
  rules.duplicates =
      settings.one_of("duplicates", {"drop", "mark"}, "drop",
                      "Copies: leave them out, or deliver them with duplicate_of") == "mark"
          ? Duplicates::mark
          : Duplicates::drop;
  rules.versions =
      settings.one_of("versions", {"all", "latest"}, "all",
                      "A changed article: each version has its own id, or all have that of the "
                      "first, so that a store that upserts by id holds the latest") == "latest"
          ? Versions::latest
          : Versions::all;
  rules.near = settings.flag("near", true, "Find copies that are not equal to the letter");
  window.window_s =
      settings.integer("window_h", 72, 1, 24 * 366, "Hours between near copies, at most") * 3600;
  window.documents_max = static_cast<std::uint64_t>(settings.integer(
      "window_documents_max", 2'000'000, 1000, 16'000'000,
      "Documents in the near window, some 550 bytes each; past it the oldest leave early"));
  window.late_documents = static_cast<std::uint64_t>(settings.integer(
      "late_documents", 250'000, 0, 16'000'000,
      "A part of the window goes once so many documents in a row came from other days; for "
      "archives that are not in the order of time"));
  history.documents_max = static_cast<std::uint64_t>(settings.integer(
      "exact_documents_max", 8 << 20, 1 << 20, std::int64_t{1} << 30,
      "Texts and URLs remembered for exact copies and versions, some 130 bytes each; in steps of "
      "1,048,576"));
  history.days = settings.integer("exact_days", 365, 0, 36'500,
                                  "Days between equal texts that count as copies; 0: any");
  if (!state_dir.empty()) options.folder = state_dir + "/dedupe";
  return options;
}

Result<std::unique_ptr<StageFactory>> make_dedupe_stage(const DedupeOptions& options, Clock& clock,
                                                        Metrics& metrics) {
  auto opened = open_log(options);
  if (!opened) return tl::unexpected(opened.error());
  return std::make_unique<DedupeFactory>(std::make_unique<DedupeStage>(
      options, std::move(opened->memory), std::move(opened->log), clock, metrics));
}

Result<std::unique_ptr<StageFactory>> make_dedupe_stage(Settings& settings,
                                                        const Services& services) {
  const DedupeOptions options = read_dedupe_options(settings, services.state_dir);
  if (auto status = settings.finish(); !status) return tl::unexpected(status.error());
  return make_dedupe_stage(options, services.clock, services.metrics);
}

}  // namespace khabar
