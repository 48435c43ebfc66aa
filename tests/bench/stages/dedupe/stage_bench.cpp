// The ordered stage on one core, with a window of a million documents and the log on disk: lookup,
// verify, insert, group-committed log. Signatures are synthetic: a language's common shingles give
// all of them the background similarity of real news (mean .03), a fifth are edited copies.
// Also: memory a document, and the time a restart takes to rebuild the window.
//
//   bench_stages_dedupe_stage [documents in the window, default 1000000] [folder, default /tmp]
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <deque>
#include <filesystem>
#include <fstream>
#include <random>
#include <string>
#include <vector>

#include "core/base/clock.h"
#include "core/flow/metrics.h"
#include "core/text/digest.h"
#include "stages/dedupe/dedupe_stage.h"

namespace khabar {
namespace {

class Newswire {
 public:
  Newswire() : random_(1) {
    for (auto& byte : common_.bins) byte = static_cast<std::uint8_t>(random_());
    for (auto& word : common_.fine) word = random_();
  }

  Document next(std::uint64_t number, std::uint64_t per_hour) {
    Document document;
    document.key = hash64(std::to_string(number));
    const auto kind = random_() % 100;
    Known made;
    if (kind < 20 && !recent_.empty()) {
      made = recent_[random_() % recent_.size()];
      if (kind < 5) {
        document.url = made.url;  // a version
      } else if (kind >= 10) {
        made.outlet = random_() % 400;
      }
      if (kind >= 5 && kind < 10) {
        made.outlet = random_() % 400;  // equal to the letter
      } else {
        edit(made.signature);
      }
    } else {
      made.signature = fresh();
      made.outlet = random_() % 400;
    }
    if (document.url.empty()) {
      document.url = "https://www.outlet" + std::to_string(made.outlet) +
                     ".example/news/2024/05/some-words-of-a-title-" + std::to_string(number);
    }
    made.url = document.url;
    document.canonical_url = document.url;
    document.source.id = "outlet" + std::to_string(made.outlet);
    document.origin = {"jsonl", "in.jsonl", number, number, std::to_string(number), ""};
    document.fetched = time_of(1'714'500'000 + static_cast<std::int64_t>(number * 3600 / per_hour));
    document.signature = made.signature;
    recent_.push_back(std::move(made));
    if (recent_.size() > 50'000) recent_.pop_front();
    return document;
  }

 private:
  struct Known {
    Signature signature;
    std::uint64_t outlet = 0;
    std::string url;
  };

  static std::string time_of(std::int64_t seconds) {
    using namespace std::chrono;
    const sys_seconds time{std::chrono::seconds{seconds}};
    const auto day = floor<days>(time);
    const year_month_day date{day};
    const hh_mm_ss clock{time - day};
    char out[64];
    std::snprintf(
        out, sizeof out, "%04d-%02u-%02uT%02d:%02d:%02dZ", int{date.year()}, unsigned{date.month()},
        unsigned{date.day()}, static_cast<int>(clock.hours().count()),
        static_cast<int>(clock.minutes().count()), static_cast<int>(clock.seconds().count()));
    return out;
  }

  Signature fresh() {
    Signature out;
    out.text_hash_high = random_();
    out.text_hash_low = random_();
    out.folded_bytes = 3000;
    TextSketch& sketch = out.sketch;
    sketch.characters = 1700;
    sketch.shingles = 1300 + static_cast<std::uint32_t>(random_() % 600);
    sketch.has_letters = true;
    for (std::size_t i = 0; i < kSketchBins; ++i) {
      sketch.bins[i] =
          random_() % 100 < 17 ? common_.bins[i] : static_cast<std::uint8_t>(random_());
    }
    for (auto& word : sketch.fine) word = random_();
    for (auto& byte : sketch.lead) byte = static_cast<std::uint8_t>(random_());
    sketch.number_count = 6;
    for (std::size_t i = 0; i < 6; ++i) sketch.numbers[i] = static_cast<std::uint16_t>(random_());
    std::sort(sketch.numbers.begin(), sketch.numbers.begin() + 6);
    return out;
  }
  void edit(Signature& signature) {
    signature.text_hash_low = random_();
    for (auto& byte : signature.sketch.bins) {
      if (random_() % 100 < 18) byte = static_cast<std::uint8_t>(random_());
    }
    for (auto& word : signature.sketch.fine) {
      for (int bit = 0; bit < 64; bit += 2) {
        if (random_() % 100 < 18) word ^= (random_() & 3) << bit;
      }
    }
  }

  std::mt19937_64 random_;
  TextSketch common_;
  std::deque<Known> recent_;
};

double seconds_since(std::chrono::steady_clock::time_point begin) {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

// Of this thread: the measure on a machine that others use too.
double cpu_s() {
  timespec now{};
  ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) / 1e9;
}

std::uint64_t resident_bytes() {
  std::uint64_t pages = 0, resident = 0;
  std::ifstream("/proc/self/statm") >> pages >> resident;
  return resident * 4096;
}

struct Run {
  double busy_s = 0, cpu_s = 0;
  std::uint64_t documents = 0;
};

void feed(Stage& stage, Newswire& wire, std::uint64_t& number, std::uint64_t until,
          std::uint64_t per_hour, Run& run) {
  std::vector<Document> batch;
  std::vector<Receipt::OnSettled> open;
  while (number < until) {
    batch.clear();
    for (int i = 0; i < 2000 && number < until; ++i) batch.push_back(wire.next(++number, per_hour));
    const auto begin = std::chrono::steady_clock::now();
    const double cpu = cpu_s();
    for (Document& document : batch) {
      auto decision = stage.process(document);
      if (decision->on_settled) open.push_back(std::move(decision->on_settled));
      if (open.size() < 64) continue;
      for (auto& settle : open) settle(Fate::delivered);
      open.clear();
    }
    run.busy_s += seconds_since(begin);
    run.cpu_s += cpu_s() - cpu;
    run.documents += batch.size();
  }
  for (auto& settle : open) settle(Fate::delivered);
}

void print_run(const char* name, const Run& run) {
  const auto documents = static_cast<double>(run.documents);
  std::printf("%s: %.0f documents, %.0f documents/s, %.0f documents/s of processor time\n", name,
              documents, documents / run.busy_s, documents / run.cpu_s);
}

void print_metrics(const Metrics& metrics) {
  for (const MetricSample& sample : metrics.samples()) {
    std::printf("  %s", sample.name.c_str());
    for (const auto& [key, value] : sample.labels)
      std::printf(" %s=%s", key.c_str(), value.c_str());
    std::printf(" %.0f\n", sample.value);
  }
}

int run(std::uint64_t window, const std::string& parent) {
  SystemClock clock;
  DedupeOptions options;
  options.folder = parent + "/dedupe-bench-" + std::to_string(window);
  std::filesystem::remove_all(options.folder);
  options.bounds.window.late_documents = 1000;
  options.bounds.window.documents_max = window * 2;
  // A fifth are copies, which do not enter: so many an hour keep `window` of them in 72 hours.
  const std::uint64_t per_hour = std::max<std::uint64_t>(1, window * 100 / 85 / 72);
  Newswire wire;
  std::uint64_t number = 0;
  const std::uint64_t before = resident_bytes();
  {
    Metrics metrics;
    auto factory = make_dedupe_stage(options, clock, metrics);
    if (!factory) return std::puts(factory.error().message.c_str()), 1;
    auto stage = std::move(*(*factory)->make_worker());
    Run filling, full;
    feed(*stage, wire, number, per_hour * 72, per_hour, filling);
    print_run("filling", filling);
    const std::uint64_t resident = resident_bytes() - before;
    feed(*stage, wire, number, number + window / 4, per_hour, full);
    print_run("full window", full);
    std::printf("resident: %.0f MB, with the 50,000 documents the generator remembers\n",
                static_cast<double>(resident) / 1e6);
    stage.reset();
    print_metrics(metrics);
    double bytes = 0, documents = 1;
    for (const MetricSample& sample : metrics.samples()) {
      if (sample.name == "khabar_dedupe_bytes") bytes += sample.value;
      if (sample.name == "khabar_dedupe_window_documents") documents = sample.value;
    }
    std::printf("memory: %.0f bytes a document of the window, history included\n",
                bytes / documents);
  }
  const auto begin = std::chrono::steady_clock::now();
  const double cpu = cpu_s();
  Metrics metrics;
  auto factory = make_dedupe_stage(options, clock, metrics);
  if (!factory) return std::puts(factory.error().message.c_str()), 1;
  std::printf("restart: %.2f s, %.2f s of processor time\n", seconds_since(begin), cpu_s() - cpu);
  std::filesystem::remove_all(options.folder);
  return 0;
}

}  // namespace
}  // namespace khabar

int main(int argc, char** argv) {
  const std::uint64_t window = argc > 1 ? std::strtoull(argv[1], nullptr, 10) : 1'000'000;
  return khabar::run(window, argc > 2 ? argv[2] : "/tmp");
}
