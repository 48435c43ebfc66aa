// How fast a channel moves what the runner moves, singly and in batches.
#include <atomic>
#include <thread>
#include <vector>

#include <benchmark/benchmark.h>

#include "core/flow/channel.h"
#include "core/flow/transit.h"

namespace khabar {
namespace {

void move_transits(benchmark::State& state) {
  const auto batch = static_cast<std::size_t>(state.range(0));
  constexpr std::size_t kItems = 200'000;
  for (auto _ : state) {
    Channel<Transit> channel(1024);
    Channel<Transit>::Inlet inlet(channel);
    std::jthread writer([batch, outlet = Channel<Transit>::Outlet(channel)]() mutable {
      std::vector<Transit> items;
      for (std::size_t sent = 0; sent < kItems; sent += batch) {
        items.resize(batch);
        outlet.push(items, {});
      }
      const Channel<Transit>::Outlet closes(std::move(outlet));
    });
    std::vector<Transit> items;
    while (!inlet.ended()) {
      items.clear();
      inlet.pop(items, batch);
    }
  }
  state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations() * kItems));
}
BENCHMARK(move_transits)->Arg(1)->Arg(8)->Arg(64)->UseRealTime();

}  // namespace
}  // namespace khabar

BENCHMARK_MAIN();
