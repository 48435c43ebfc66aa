// A run that stands still, for what tells of it.
#pragma once

#include <memory>
#include <string>
#include <utility>

#include "app/admin/admin_routes.h"
#include "tests/fakes/hand_clock.h"

namespace khabar {

struct AdminFixture {
  HandClock clock;
  Metrics metrics;
  FlowHistory history;
  RecentArticles articles{clock};
  Pulse pulse{clock, std::chrono::seconds(60)};
  RunPhase phase{clock.now()};
  FeedsSnapshot feeds_now;
  int feeds_read = 0;
  FeedsView feeds{clock, [this](TimePoint) {
                    ++feeds_read;
                    return Result<FeedsSnapshot>(feeds_now);
                  }};
  AdminSubject subject{clock, metrics,          history,   articles,  pulse,    phase,
                       feeds, "conf/news.toml", {"feeds"}, {"clean"}, {"jsonl"}};
  AdminRoutes routes{subject, {}};

  AdminFixture() { phase.enter(Phase::running); }

  AdminReply get(const std::string& target) {
    AdminRequest request;
    request.host = "127.0.0.1:7117";
    const std::size_t query = target.find('?');
    request.path = target.substr(0, query);
    if (query != std::string::npos) request.query = target.substr(query + 1);
    return routes.answer(request);
  }
};

}  // namespace khabar
