#include "app/continuous_run.h"

#include <algorithm>
#include <cstdio>
#include <optional>
#include <utility>

#include "app/admin/admin_server.h"
#include "app/admin/status_json.h"
#include "app/attendant.h"
#include "app/live_feeds.h"
#include "app/pipeline.h"
#include "app/reloader.h"
#include "app/service_notifier.h"
#include "app/source_watch.h"
#include "app/standard_catalog.h"
#include "core/base/log.h"

namespace khabar {
namespace {

constexpr std::string_view kArea = "run";
constexpr std::string_view kTap = "recent";
constexpr std::chrono::seconds kStatusEvery{5};
constexpr std::chrono::seconds kSourcesEvery{30};

template <class T>
std::vector<std::string> names_of(const std::vector<Named<T>>& parts) {
  std::vector<std::string> names;
  for (const Named<T>& part : parts) names.push_back(part.name);
  return names;
}

std::uint64_t settled(const RunSummary& summary) {
  return summary.delivered + summary.dropped_total() + summary.rejected_total() + summary.lost;
}

}  // namespace

struct ContinuousRun::State {
  State(RunConfig c, const Borrowed& borrowed)
      : config(std::move(c)),
        clock(borrowed.clock),
        metrics(borrowed.metrics),
        services{clock, metrics, borrowed.cursors, borrowed.conf_dir, config.service.state_dir},
        notifier(ServiceNotifier::of_environment()),
        phase(clock.now()),
        articles(clock),
        watch(metrics) {}

  Status make(const RunWords& words);
  Attendant::Duties duties();
  void tick();
  void look_at_sources();
  void tell_systemd();
  std::string status_line() const;

  RunConfig config;
  Clock& clock;
  Metrics& metrics;
  Services services;
  bool progress = false;
  std::chrono::seconds grace{30};

  ServiceNotifier notifier;
  const std::optional<std::chrono::microseconds> watchdog_period =
      ServiceNotifier::watchdog_period();
  SteadyPoint watchdog_at{}, status_at{};

  RunPhase phase;
  FlowHistory history;
  RecentArticles articles;
  std::optional<Pulse> pulse;
  std::optional<FeedsView> feeds;
  SourceWatch watch;
  SteadyPoint sources_at{};
  std::optional<AdminSubject> subject;
  std::optional<AdminRoutes> routes;
  std::unique_ptr<AdminServer> server;
  std::optional<Reloader> reloader;
  std::unique_ptr<Runner> runner;
};

Status ContinuousRun::State::make(const RunWords& words) {
  const Catalog catalog = standard_catalog();
  const Plan plan = plan_of(config.config, catalog);
  auto parts = make_parts(plan, catalog, services);
  if (!parts) return tl::unexpected(parts.error());
  grace = plan.tuning.grace;
  // A sink that is away holds documents for as long as the run is patient with it: that is no hang.
  const auto patience =
      std::chrono::duration_cast<std::chrono::seconds>(plan.tuning.retry_patience);
  pulse.emplace(clock, std::max(config.service.stall, 2 * patience));
  feeds.emplace(clock, feeds_reader_of(plan, services.state_dir));
  subject.emplace(AdminSubject{clock, metrics, history, articles, *pulse, phase, *feeds,
                               config.path, names_of(parts->sources), names_of(parts->stages),
                               names_of(parts->sinks)});
  if (config.service.admin.enabled) {
    const AdminOptions& admin = config.service.admin;
    routes.emplace(*subject, admin.hosts);
    auto bound = AdminServer::bind(admin.address, admin.port, *routes);
    if (!bound) return tl::unexpected(bound.error());
    server = *std::move(bound);
    parts->stages.push_back(
        {std::string(kTap), make_recent_articles_tap(articles, config.trace_is_for_page)});
  }
  reloader.emplace(words, services.conf_dir, config.config, live_sources_of(*parts), clock);
  runner = std::make_unique<Runner>(plan.tuning, *std::move(parts), services);
  metrics.gauge("khabar_build_info", {{"version", KHABAR_VERSION}}, "Always 1").set(1);
  return {};
}

Attendant::Duties ContinuousRun::State::duties() {
  Attendant::Duties duties;
  duties.progress = progress;
  duties.on_stop = [this] {
    phase.enter(Phase::stopping);
    notifier.stopping();
  };
  duties.on_reload = [this] {
    notifier.reloading();
    phase.reloaded(reloader->reload());
    notifier.ready();
  };
  duties.on_tick = [this] { tick(); };
  return duties;
}

void ContinuousRun::State::tick() {
  const RunSummary summary = runner->summary();
  const std::uint64_t done = settled(summary);
  pulse->beat(done, summary.read > done ? summary.read - done : 0);
  if (const TimePoint now = clock.now(); history.is_due(now)) {
    history.add(now, flow_values(metrics));
  }
  if (feeds->has_feeds()) look_at_sources();
  if (notifier.is_heard()) tell_systemd();
}

void ContinuousRun::State::look_at_sources() {
  const SteadyPoint now = clock.steady_now();
  if (phase.phase() != Phase::running || now - sources_at < kSourcesEvery) return;
  sources_at = now;
  const auto snapshot = feeds->snapshot();
  if (!snapshot->error.empty()) return;  // the frontier is not made yet
  for (const SourceWatch::Line& line : watch.look(snapshot->feeds, clock.now())) {
    log(line.is_trouble ? LogLevel::warning : LogLevel::info, "sources", line.text);
  }
}

// The watchdog is fed while the pipeline is alive, not merely this thread.
void ContinuousRun::State::tell_systemd() {
  const SteadyPoint now = clock.steady_now();
  if (watchdog_period && now - watchdog_at >= *watchdog_period / 2 && pulse->complaint().empty()) {
    watchdog_at = now;
    notifier.watchdog();
  }
  if (now - status_at >= kStatusEvery) {
    status_at = now;
    notifier.status(status_line());
  }
}

std::string ContinuousRun::State::status_line() const {
  const RunSummary summary = runner->summary();
  char rate[32];
  std::snprintf(rate, sizeof rate, "%.1f", history.rate("read", 60));
  std::string line =
      with_commas(summary.read) + " in, " + with_commas(summary.delivered) + " out, " + rate + "/s";
  if (const std::string complaint = pulse->complaint(); !complaint.empty())
    line += "; " + complaint;
  return line;
}

Result<std::unique_ptr<ContinuousRun>> ContinuousRun::build(RunWords words, RunConfig config,
                                                            const Borrowed& borrowed,
                                                            bool progress) {
  auto state = std::make_unique<State>(std::move(config), borrowed);
  state->progress = progress;
  if (const Status made = state->make(words); !made) return tl::unexpected(made.error());
  return std::unique_ptr<ContinuousRun>(new ContinuousRun(std::move(state)));
}

ContinuousRun::ContinuousRun(std::unique_ptr<State> state) : state_(std::move(state)) {}
ContinuousRun::~ContinuousRun() = default;

Status ContinuousRun::run() {
  State& s = *state_;
  Attendant attendant(*s.runner, s.metrics, s.grace, s.duties());
  if (s.server != nullptr) {
    s.server->start();
    log_info(kArea, "admin page at " + s.server->url());
  }
  if (const Status opened = s.runner->open(); !opened) return opened;
  if (!attendant.was_stopped()) {
    s.phase.enter(Phase::running);
    s.notifier.ready();
    log_info(kArea, "running " + s.config.path + ", state in " + s.services.state_dir);
  }
  const Status ended = s.runner->run();
  s.phase.enter(Phase::stopping);
  s.notifier.stopping();
  if (s.server != nullptr) s.server->stop();
  return ended;
}

RunSummary ContinuousRun::summary() const {
  return state_->runner->summary();
}
int ContinuousRun::admin_port() const {
  return state_->server != nullptr ? state_->server->port() : 0;
}
const TomlValue& ContinuousRun::config() const {
  return state_->config.config;
}

}  // namespace khabar
