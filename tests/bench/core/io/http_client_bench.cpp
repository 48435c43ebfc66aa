// Small answers a second, from many hosts: polling feeds that have nothing new. The other side is
// nginx, started by tests/live/client_rate.py, which tells the ports in the environment.
#include <cstdlib>
#include <memory>
#include <string>

#include <benchmark/benchmark.h>
#include <sys/resource.h>
#include <time.h>

#include "core/io/http_client.h"

namespace khabar {
namespace {

std::string setting(const char* name) {
  const char* value = std::getenv(name);
  return value ? value : "";
}

double cpu_seconds() {
  timespec time{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
}

// `open` requests are kept under way over all hosts, in turn.
void poll_feeds(benchmark::State& state, const std::string& scheme, const std::string& path,
                bool is_conditional) {
  const std::string port = setting(scheme == "https" ? "KHABAR_HTTPS_PORT" : "KHABAR_HTTP_PORT");
  if (port.empty()) return state.SkipWithError("started by tests/live/client_rate.py");
  const int sites = std::stoi(setting("KHABAR_SITES"));
  HttpClientOptions options;
  options.user_agent = "khabar-bench/1";
  options.allow_private_addresses = true;
  options.connections_max = static_cast<std::size_t>(state.range(0));
  options.resolve = {"*.news.test=127.0.0.1:" + port};
  options.ca_file = setting("KHABAR_CA_FILE");
  const auto client = *open_http_client(options);
  int sent = 0;
  const auto send_next = [&] {
    char name[64];
    std::snprintf(name, sizeof name, "://site%04d.news.test", sent++ % sites);
    HttpRequest request;
    request.url = scheme + name + path;
    if (is_conditional) {
      request.headers = {{"If-None-Match", "*"}};
    }
    client->send(std::move(request));
  };
  const std::size_t open = 2 * options.connections_max;
  for (std::size_t i = 0; i < open; ++i) send_next();
  std::size_t got = 0, failed = 0, bytes = 0;
  const double began = cpu_seconds();
  for (auto _ : state) {
    for (const HttpReply& reply : client->wait(64, Milliseconds{10'000})) {
      ++got;
      bytes += reply.body.size();
      failed += reply.status != (is_conditional ? 304 : 200);
      if (!reply.error.empty()) state.SetLabel(reply.error);
      send_next();
    }
  }
  state.SetItemsProcessed(static_cast<std::int64_t>(got));
  state.SetBytesProcessed(static_cast<std::int64_t>(bytes));
  state.counters["failed"] = static_cast<double>(failed);
  state.counters["cpu_us"] = (cpu_seconds() - began) * 1e6 / static_cast<double>(got);
}

void BM_Poll304(benchmark::State& state) {
  poll_feeds(state, "http", "/feed.xml", true);
}
void BM_Poll304Tls(benchmark::State& state) {
  poll_feeds(state, "https", "/feed.xml", true);
}
void BM_Page(benchmark::State& state) {
  poll_feeds(state, "http", "/news/1.html", false);
}

BENCHMARK(BM_Poll304)->Arg(64)->Arg(256)->Arg(2000)->UseRealTime();
BENCHMARK(BM_Poll304Tls)->Arg(256)->Arg(2000)->UseRealTime();
BENCHMARK(BM_Page)->Arg(256)->UseRealTime();

}  // namespace
}  // namespace khabar

BENCHMARK_MAIN();
