// A news desk to tell stories with: invented articles, edited the way outlets edit them, and a
// dedupe stage that judges them one after another.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <random>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "core/base/clock.h"
#include "core/flow/metrics.h"
#include "core/model/signature.h"
#include "core/text/digest.h"
#include "core/text/utf8.h"
#include "stages/dedupe/dedupe_stage.h"

namespace khabar {

class StoppedClock final : public Clock {
 public:
  TimePoint now() const override { return TimePoint{}; }
  SteadyPoint steady_now() const override { return steady; }
  SteadyPoint steady{};
};

// Words of no language, the frequent ones frequent as in any.
inline std::string words(std::uint64_t seed, std::size_t count) {
  static const std::u32string kLetters = U"ابتجحدرسشعفقكلمنهوي";
  std::mt19937_64 random(seed);
  std::string out;
  for (std::size_t i = 0; i < count; ++i) {
    if (i > 0) out += i % 40 == 0 ? ".\n" : " ";
    const double u = static_cast<double>(random() >> 11) / 9007199254740992.0;
    std::mt19937_64 spelling(static_cast<std::uint64_t>(u * u * 30'000) + 1);
    for (auto n = 2 + spelling() % 6; n > 0; --n) {
      append_utf8(kLetters[spelling() % kLetters.size()], out);
    }
  }
  return out;
}

inline std::vector<std::string> split_words(const std::string& text) {
  std::vector<std::string> out(1);
  for (const char c : text) {
    if (c == ' ' || c == '\n') {
      if (!out.back().empty()) out.emplace_back();
    } else {
      out.back() += c;
    }
  }
  if (out.back().empty()) out.pop_back();
  return out;
}

inline std::string join_words(const std::vector<std::string>& parts, std::size_t from,
                              std::size_t to) {
  std::string out;
  for (std::size_t i = from; i < to && i < parts.size(); ++i) {
    if (i > from) out += ' ';
    out += parts[i];
  }
  return out;
}

// `share` of the words replaced by others.
inline std::string with_words_replaced(const std::string& text, double share, std::uint64_t seed) {
  std::mt19937_64 random(seed);
  auto parts = split_words(text);
  for (std::string& part : parts) {
    if (static_cast<double>(random() % 10'000) < share * 10'000) part = words(random(), 1);
  }
  return join_words(parts, 0, parts.size());
}

inline std::string date_of(std::int64_t hour) {
  using namespace std::chrono;
  const auto time = sys_days{2024y / 5 / 1} + hours{hour};
  const auto day = floor<days>(time);
  const year_month_day date{day};
  char out[40];
  std::snprintf(out, sizeof out, "%04d-%02u-%02uT%02d:00:00Z", int{date.year()},
                unsigned{date.month()}, unsigned{date.day()},
                static_cast<int>(duration_cast<hours>(time - day).count()));
  return out;
}

inline std::string address(const std::string& outlet, std::int64_t number) {
  std::string out = "http://";
  out += outlet;
  out += '/';
  out += std::to_string(number);
  return out;
}

struct Draft {
  std::string outlet, url, text;
  std::int64_t hour = 0;  // since the beginning of the story
  std::string title = "عنوان";
};

inline Document document_of(const Draft& draft, std::uint64_t key) {
  Document document;
  document.key = key;
  document.origin = {"jsonl", "in.jsonl", 0, key, std::to_string(key), ""};
  document.source.id = draft.outlet;
  document.url = document.canonical_url = draft.url;
  document.given.title = draft.title;
  document.given.published = date_of(draft.hour);
  document.signature = Signer().sign(draft.text);
  return document;
}

struct Heard {
  std::string dropped;  // why, or empty
  Verdict verdict;
  Receipt::OnSettled settle;
};

class Desk {
 public:
  explicit Desk(DedupeOptions options = {}) : options_(std::move(options)) { open(); }

  // Judged; delivered at once unless `settle` is false.
  Heard hear(const Draft& draft, bool settle = true) {
    return hear(document_of(draft, ++key_), settle);
  }
  Heard hear(Document document, bool settle = true) {
    auto decision = stage_->process(document);
    EXPECT_TRUE(decision.has_value());
    Heard heard{decision->why_dropped, document.verdict, decision->on_settled};
    if (settle && heard.settle) std::exchange(heard.settle, nullptr)(Fate::delivered);
    return heard;
  }
  void restart() {
    stage_.reset();
    open();
  }
  std::uint64_t last_key() const { return key_; }
  double metric(std::string_view name) const {
    for (const MetricSample& sample : metrics_->samples()) {
      if (sample.name == name) return sample.value;
    }
    return -1;
  }
  StoppedClock clock;

 private:
  void open() {
    metrics_ = std::make_unique<Metrics>();
    auto factory = make_dedupe_stage(options_, clock, *metrics_);
    ASSERT_TRUE(factory.has_value()) << factory.error().message;
    stage_ = std::move(*(*factory)->make_worker());
  }

  DedupeOptions options_;
  std::unique_ptr<Metrics> metrics_;
  std::unique_ptr<Stage> stage_;
  std::uint64_t key_ = 0;
};

// A folder of its own, gone with the test.
class TestFolder {
 public:
  TestFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "dedupe-XXXXXX").string();
    path_ = ::mkdtemp(name.data());
  }
  ~TestFolder() { std::filesystem::remove_all(path_); }
  TestFolder(const TestFolder&) = delete;
  TestFolder& operator=(const TestFolder&) = delete;
  const std::string& path() const { return path_; }
  std::string state() const { return path_ + "/dedupe"; }

 private:
  std::string path_;
};

inline DedupeOptions marking(std::string folder = {}) {
  DedupeOptions options;
  options.rules.duplicates = Duplicates::mark;
  options.folder = std::move(folder);
  return options;
}

}  // namespace khabar
