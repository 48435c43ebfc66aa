#include "app/admin/admin_routes.h"

#include <gtest/gtest.h>

#include "app/admin/page_files.h"
#include "app/admin/status_json.h"
#include "ingest/feed/feed_meters.h"
#include "tests/app/admin/admin_fixture.h"

namespace khabar {
namespace {

bool holds(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

TEST(AdminRoutes, ThePageAndItsFilesAreServed) {
  AdminFixture admin;
  EXPECT_EQ(admin.get("/").content_type, "text/html; charset=utf-8");
  EXPECT_EQ(admin.get("/style.css").content_type, "text/css; charset=utf-8");
  EXPECT_EQ(admin.get("/script.js").content_type, "text/javascript; charset=utf-8");
  EXPECT_EQ(admin.get("/icon.svg").content_type, "image/svg+xml");
  for (const char* path : {"/nothing", "/../etc/passwd", "/api/", "/api/articles/x", "", "//"}) {
    EXPECT_EQ(admin.get(path).status, 404) << path;
  }
}

TEST(AdminRoutes, OnlyGetAndOnlyUnderOurOwnName) {
  AdminFixture admin;
  AdminRequest request{"GET", "/api/status", "", "evil.example"};
  EXPECT_EQ(admin.routes.answer(request).status, 421);
  request.host = "";
  EXPECT_EQ(admin.routes.answer(request).status, 421);
  request.host = "localhost";
  EXPECT_EQ(admin.routes.answer(request).status, 200);
  for (const char* method : {"POST", "PUT", "DELETE", "OPTIONS", "TRACE", "get"}) {
    request.method = method;
    EXPECT_EQ(admin.routes.answer(request).status, 405) << method;
  }
}

TEST(AdminRoutes, HealthIsThePulse) {
  AdminFixture admin;
  EXPECT_EQ(admin.get("/healthz").status, 200);
  admin.clock.turn(std::chrono::seconds(100));
  const AdminReply reply = admin.get("/healthz");
  EXPECT_EQ(reply.status, 503);
  EXPECT_EQ(reply.body, "nobody has looked after the run for 100 s\n");
}

TEST(AdminRoutes, ReadinessIsThatRecordsReachEverySink) {
  AdminFixture admin;
  EXPECT_EQ(admin.get("/readyz").status, 200);
  Gauge& failing = admin.metrics.gauge(kMetricSinkFailing, {{"sink", "jsonl"}}, "h");
  failing.set(1);
  EXPECT_EQ(admin.get("/readyz").body, "sink jsonl is unavailable\n");
  EXPECT_EQ(admin.get("/readyz").status, 503);
  EXPECT_EQ(admin.get("/healthz").status, 200) << "alive all the same: do not restart it";
  failing.set(0);
  admin.phase.enter(Phase::stopping);
  EXPECT_EQ(admin.get("/readyz").body, "the run is stopping\n");
}

TEST(AdminRoutes, ANetworkThatIsDownIsTold) {
  AdminFixture admin;
  admin.phase.enter(Phase::running);
  Gauge& down = admin.metrics.gauge(kMetricNetworkDown, {{"source", "feeds"}}, "h");
  EXPECT_EQ(admin.get("/readyz").status, 200);
  down.set(1'709'280'000);
  EXPECT_EQ(admin.get("/readyz").body, "source feeds: network down since 2024-03-01T08:00:00Z\n");
  EXPECT_EQ(admin.get("/healthz").status, 200) << "a restart would not bring it back";
}

TEST(AdminRoutes, MetricsAreOursAndTheProcesss) {
  AdminFixture admin;
  admin.metrics.counter(kMetricRead, {{"source", "feeds"}}, "Documents read").add(3);
  const AdminReply reply = admin.get("/metrics");
  EXPECT_EQ(reply.content_type, "text/plain; version=0.0.4; charset=utf-8");
  EXPECT_TRUE(holds(reply.body, "khabar_documents_read_total{source=\"feeds\"} 3\n"));
  EXPECT_TRUE(holds(reply.body, "\nprocess_resident_memory_bytes "));
  EXPECT_TRUE(holds(reply.body, "\nprocess_start_time_seconds 1000\n")) << reply.body;
}

TEST(AdminRoutes, TheStatusTellsStepsAndReasons) {
  AdminFixture admin;
  admin.metrics.counter(kMetricRead, {{"source", "feeds"}}, "h").add(30);
  admin.metrics.counter(kMetricDropped, {{"reason", "copy_exact"}}, "h").add(2);
  admin.metrics.counter(kMetricDropped, {{"reason", "no_text"}}, "h").add(7);
  admin.metrics.gauge(kMetricQueue, {{"before", "clean+extract"}}, "h").set(5);
  admin.metrics.gauge(kMetricQueueMax, {{"before", "clean+extract"}}, "h").set(64);
  admin.metrics.gauge(kMetricStageWorkers, {{"stage", "clean"}}, "h").set(2);
  Counter& busy = admin.metrics.counter(kMetricStageBusy, {{"stage", "clean"}}, "h");
  for (int i = 0; i < 10; ++i) {
    admin.clock.turn(std::chrono::seconds(1));
    admin.history.add(admin.clock.now(), flow_values(admin.metrics));
    busy.add(1'000'000'000);  // one of two workers, all the time
  }
  const std::string json = admin.get("/api/status").body;
  EXPECT_TRUE(holds(json, R"("dropped":[{"name":"no_text","count":7},{"name":"copy_exact")"))
      << json;
  EXPECT_TRUE(holds(json, R"({"kind":"source","name":"feeds","documents":30)")) << json;
  EXPECT_TRUE(holds(json, R"("workers":2,"busy":0.5,"queue":5,"queue_max":64)")) << json;
}

TEST(AdminRoutes, ArticlesAreAsManyAsAskedFor) {
  AdminFixture admin;
  for (int i = 0; i < 5; ++i) admin.articles.add(RecentArticles::excerpt(Document{}));
  const auto count = [&](const std::string& target) {
    const std::string json = admin.get(target).body;
    std::size_t found = 0;
    for (std::size_t at = 0; (at = json.find("\"number\"", at)) != std::string::npos; ++at) ++found;
    return found;
  };
  EXPECT_EQ(count("/api/articles"), 5U);
  EXPECT_EQ(count("/api/articles?most=2"), 2U);
  EXPECT_EQ(count("/api/articles?most=99999999999999999999"), 5U) << "no number: all";
  EXPECT_EQ(count("/api/articles?most=-1"), 5U);
  EXPECT_EQ(admin.get("/api/articles/5").status, 200);
  EXPECT_EQ(admin.get("/api/articles/6").status, 404);
  EXPECT_EQ(admin.get("/api/articles/5x").status, 404);
}

TEST(AdminRoutes, HistoryComesInTwoSpans) {
  AdminFixture admin;
  admin.history.add(admin.clock.now(), {{"read", 1}});
  admin.clock.turn(std::chrono::seconds(1));
  admin.history.add(admin.clock.now(), {{"read", 4}});
  EXPECT_EQ(admin.get("/api/history").body,
            R"({"names":["read"],"times":[1000000,1001000],"values":[[1],[4]]})");
  EXPECT_EQ(admin.get("/api/history?span=day").body,
            R"({"names":["read"],"times":[1000000],"values":[[1]]})");
}

TEST(AdminRoutes, TheFrontierIsReadAtMostEveryFourSeconds) {
  AdminFixture admin;
  FeedHealth well, bad;
  well.name = "A";
  well.last_poll = admin.clock.now();
  bad.name = "B";
  bad.failures = 2;
  bad.last_error = "status 503";
  admin.feeds_now.feeds = {well, bad};
  const std::string all = admin.get("/api/sources").body;
  EXPECT_LT(all.find("\"B\""), all.find("\"A\"")) << "trouble first";
  const std::string trouble = admin.get("/api/sources?only=trouble").body;
  EXPECT_FALSE(holds(trouble, "\"A\""));
  EXPECT_TRUE(holds(trouble, R"("condition":"failing")"));
  EXPECT_EQ(admin.feeds_read, 1);
  admin.clock.turn(std::chrono::seconds(5));
  admin.get("/api/sources");
  EXPECT_EQ(admin.feeds_read, 2);
}

TEST(AdminRoutes, NothingButOurOwnFilesMayBeLoaded) {
  for (const auto& [name, value] : AdminRoutes::standing_headers()) {
    if (name != "Content-Security-Policy") continue;
    for (const char* rule :
         {"default-src 'none'", "script-src 'self'", "style-src 'self'", "frame-ancestors 'none'",
          "base-uri 'none'", "form-action 'none'", "require-trusted-types-for 'script'"}) {
      EXPECT_TRUE(holds(value, rule)) << rule;
    }
    EXPECT_FALSE(holds(value, "unsafe"));
    return;
  }
  FAIL() << "no Content-Security-Policy";
}

// What the policy would refuse anyway must not be in the page to begin with.
TEST(AdminPage, HasNoInlineScriptOrStyleAndNothingFromElsewhere) {
  std::size_t files = 0;
  for (const PageFile& file : page_files()) {
    ++files;
    const std::string text(file.bytes);
    for (const char* bad :
         {"innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(",
          "javascript:", "src=\"http", "href=\"http", "url(", "@import"}) {
      EXPECT_FALSE(holds(text, bad)) << file.name << ": " << bad;
    }
    if (!file.name.ends_with(".html")) continue;
    for (const char* bad :
         {" style=", "<style", " onclick=", " onload=", "<script>", "<img", "<iframe", "<form"}) {
      EXPECT_FALSE(holds(text, bad)) << file.name << ": " << bad;
    }
  }
  EXPECT_GE(files, 4U);
}

}  // namespace
}  // namespace khabar
