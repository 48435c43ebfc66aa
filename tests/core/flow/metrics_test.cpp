#include "core/flow/metrics.h"

#include <thread>

#include <gtest/gtest.h>

namespace khabar {
namespace {

TEST(Metrics, TheSameNameAndLabelsAreTheSameCounter) {
  Metrics metrics;
  Counter& one = metrics.counter("dropped_total", {{"reason", "copy"}, {"stage", "x"}}, "h");
  Counter& same = metrics.counter("dropped_total", {{"stage", "x"}, {"reason", "copy"}}, "h");
  EXPECT_EQ(&one, &same);
  EXPECT_NE(&one, &metrics.counter("dropped_total", {{"reason", "short"}}, "h"));
}

TEST(Metrics, PrometheusTextIsSortedAndEscaped) {
  Metrics metrics;
  metrics.gauge("open", {}, "now\nopen").set(-3);
  metrics.counter("dropped_total", {{"reason", "b"}}, "why").add(2);
  metrics.counter("dropped_total", {{"reason", "a\"\\\n"}}, "ignored").add();
  EXPECT_EQ(metrics.prometheus(),
            "# HELP dropped_total why\n"
            "# TYPE dropped_total counter\n"
            "dropped_total{reason=\"a\\\"\\\\\\n\"} 1\n"
            "dropped_total{reason=\"b\"} 2\n"
            "# HELP open now\\nopen\n"
            "# TYPE open gauge\n"
            "open -3\n");
}

TEST(Metrics, SamplesAreSortedByNameThenLabels) {
  Metrics metrics;
  metrics.gauge("b", {}, "h").add(5);
  metrics.counter("a", {{"k", "2"}}, "h");
  metrics.counter("a", {{"k", "1"}}, "h").add(7);
  const auto samples = metrics.samples();
  ASSERT_EQ(samples.size(), 3U);
  EXPECT_EQ(samples[0].value, 7);
  EXPECT_TRUE(samples[0].monotonic);
  EXPECT_EQ(samples[1].labels[0].second, "2");
  EXPECT_EQ(samples[2].name, "b");
  EXPECT_FALSE(samples[2].monotonic);
}

TEST(Metrics, SamplesOfOneNameAreOnlyThose) {
  Metrics metrics;
  metrics.counter("a", {{"k", "2"}}, "h").add(2);
  metrics.counter("a", {{"k", "1"}}, "h").add(1);
  metrics.counter("ab", {}, "h").add(3);
  const auto samples = metrics.samples("a");
  ASSERT_EQ(samples.size(), 2U);
  EXPECT_EQ(samples[0].value, 1);
  EXPECT_EQ(samples[1].value, 2);
  EXPECT_TRUE(metrics.samples("none").empty());
}

TEST(Metrics, LabelSetsAreBounded) {
  Metrics metrics;
  for (int i = 0; i < 10'100; ++i) {
    metrics.counter("hosts_total", {{"host", std::to_string(i)}}, "h").add();
  }
  EXPECT_EQ(metrics.samples().size(), 10'001U);
  EXPECT_EQ(metrics.counter("hosts_total", {{"overflow", "true"}}, "h").value(), 100U);
}

TEST(Metrics, CountsFromManyThreads) {
  Metrics metrics;
  {
    std::vector<std::jthread> threads;
    for (int i = 0; i < 4; ++i) {
      threads.emplace_back([&metrics] {
        for (int n = 0; n < 1000; ++n) metrics.counter("n_total", {{"k", "v"}}, "h").add();
      });
    }
  }
  EXPECT_EQ(metrics.counter("n_total", {{"k", "v"}}, "h").value(), 4000U);
}

TEST(MetricsDeathTest, ANameIsOneType) {
  Metrics metrics;
  metrics.counter("n", {}, "h");
  EXPECT_DEATH(metrics.gauge("n", {}, "h"), "CHECK failed");
  EXPECT_DEATH(metrics.counter("no dash-es", {}, "h"), "CHECK failed");
}

}  // namespace
}  // namespace khabar
