#include "app/attendant.h"

#include <csignal>
#include <cstdio>
#include <ctime>
#include <string>

#include <unistd.h>

#include "core/base/log.h"

namespace khabar {
namespace {

sigset_t heard_signals(bool with_reload) {
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, SIGINT);
  sigaddset(&set, SIGTERM);
  if (with_reload) sigaddset(&set, SIGHUP);
  return set;
}

std::string clock_of(double seconds) {
  const auto whole = static_cast<long>(seconds);
  char text[32];
  std::snprintf(text, sizeof text, "%ld:%02ld", whole / 60, whole % 60);
  return text;
}

}  // namespace

std::string with_commas(std::uint64_t n) {
  std::string digits = std::to_string(n);
  for (auto at = static_cast<std::ptrdiff_t>(digits.size()) - 3; at > 0; at -= 3) {
    digits.insert(static_cast<std::size_t>(at), ",");
  }
  return digits;
}

Attendant::Attendant(Runner& runner, Metrics& metrics, std::chrono::seconds grace, Duties duties)
    : runner_(runner), metrics_(metrics), grace_(grace), duties_(std::move(duties)) {
  duties_.progress = duties_.progress && isatty(STDERR_FILENO) == 1;
  const sigset_t set = heard_signals(duties_.on_reload != nullptr);
  pthread_sigmask(SIG_BLOCK, &set, nullptr);
  thread_ = std::jthread([this](const std::stop_token& done) { attend(done); });
}

Attendant::~Attendant() {
  thread_.request_stop();
  thread_.join();
  if (duties_.progress) std::fputs("\r\033[K", stderr);
}

void Attendant::attend(const std::stop_token& done) {
  const sigset_t set = heard_signals(duties_.on_reload != nullptr);
  while (!done.stop_requested()) {
    const timespec tick{0, 100'000'000};
    const int signal = sigtimedwait(&set, nullptr, &tick);
    if (signal > 0) obey(signal);
    if (duties_.on_tick) duties_.on_tick();
    if (duties_.progress) draw();
  }
}

void Attendant::obey(int signal) {
  if (signal == SIGHUP) {
    duties_.on_reload();
  } else if (++signals_ == 1) {
    log_info("run", "stopping: delivering what was read; once more to give up on it");
    if (duties_.on_stop) duties_.on_stop();
    runner_.stop(grace_);
  } else {
    runner_.stop(std::chrono::milliseconds(0));
  }
}

void Attendant::draw() {
  double bytes = 0, expected = 0;
  for (const MetricSample& sample : metrics_.samples()) {
    if (sample.name == kMetricInputBytes) bytes += sample.value;
    if (sample.name == kMetricInputBytesExpected) expected += sample.value;
  }
  const RunSummary summary = runner_.summary();
  const double seconds =
      std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count();
  const double rate = seconds > 0 ? static_cast<double>(summary.read) / seconds : 0;
  std::string line = with_commas(summary.read) + " in, " + with_commas(summary.delivered) +
                     " out, " + with_commas(static_cast<std::uint64_t>(rate)) + "/s";
  if (expected > 0 && bytes > 0 && bytes <= expected) {
    const double share = bytes / expected;
    char percent[16];
    std::snprintf(percent, sizeof percent, ", %.0f %%", share * 100);
    line += percent;
    line += ", " + clock_of(seconds / share - seconds) + " left";
  }
  std::fprintf(stderr, "\r\033[K%s", line.c_str());
  std::fflush(stderr);
}

}  // namespace khabar
