// A web for tests: answers from a script, on the hand clock. The web outlives its clients, so that
// a source can be killed and started again. One thread.
//
//     web.page("https://a.example/1", "<p>...");            // with an ETag, 304 when it matches
//     web.answer("https://a.example/x", {.status = 503});   // the same to everybody
//     web.script("https://a.example/", [](const HttpRequest& r) { return FakeReply{...}; });
#pragma once

#include <algorithm>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "core/io/http_client.h"
#include "core/text/digest.h"
#include "tests/fakes/hand_clock.h"

namespace khabar {

struct FakeReply {
  int status = 200;
  std::string body = {};
  std::vector<std::pair<std::string, std::string>> headers = {};  // names in lower case
  HttpFailure failure = HttpFailure::none;
  Milliseconds latency{20};
  std::string address = {};
};

inline std::string header_of(const HttpRequest& request, std::string_view name) {
  for (const auto& [key, value] : request.headers) {
    if (key == name) return value;
  }
  return {};
}

class FakeWeb {
 public:
  using Script = std::function<FakeReply(const HttpRequest&)>;
  struct Seen {
    TimePoint when;
    std::string url;
    HttpRequest request;
  };

  explicit FakeWeb(HandClock& clock) : clock_(clock) {}

  // `prefix` is a URL or the beginning of many; the longest that fits answers. Otherwise: 404.
  void script(const std::string& prefix, Script script) { scripts_[prefix] = std::move(script); }
  void answer(const std::string& prefix, FakeReply reply) {
    script(prefix, [reply](const HttpRequest&) { return reply; });
  }
  void page(const std::string& url, const std::string& body,
            const std::string& type = "text/html; charset=utf-8") {
    const std::string etag = "\"" + hex(hash64(body)) + "\"";
    script(url, [=](const HttpRequest& request) {
      if (header_of(request, "If-None-Match") == etag) return FakeReply{304, "", {{"etag", etag}}};
      return FakeReply{200, body, {{"etag", etag}, {"content-type", type}}};
    });
  }
  void redirect(const std::string& url, const std::string& to, int status = 302) {
    answer(url, {status, "", {{"location", to}}});
  }

  // All requests, in the order of their sending.
  const std::vector<Seen>& seen() const { return seen_; }
  std::vector<TimePoint> times_of(const std::string& url) const {
    std::vector<TimePoint> out;
    for (const Seen& one : seen_) {
      if (one.url == url) out.push_back(one.when);
    }
    return out;
  }
  std::size_t count(const std::string& url) const { return times_of(url).size(); }
  void forget() { seen_.clear(); }
  // For long simulations: who wants to know hears of each request, and none is kept.
  void watch(std::function<void(const Seen&)> watcher) { watcher_ = std::move(watcher); }

  // When nothing is under way the clock turns by what the waiter allows, or by this if it is more:
  // a week would be twelve million ticks otherwise.
  void set_idle_step(Milliseconds step) { idle_step_ = step; }
  // Called whenever the clock has turned.
  void on_turn(std::function<void(TimePoint)> hear) { hear_ = std::move(hear); }

  std::unique_ptr<HttpClient> client() { return std::make_unique<Client>(*this); }

 private:
  class Client final : public HttpClient {
   public:
    explicit Client(FakeWeb& web) : web_(web) {}

    void send(HttpRequest request) override {
      const FakeReply made = web_.reply_to(request);
      HttpReply reply;
      reply.id = request.id;
      reply.url = request.url;
      reply.failure = made.failure;
      if (made.failure != HttpFailure::none) {
        reply.error = request.url + ": " + http_failure_name(made.failure);
      } else {
        reply.status = made.status;
        reply.headers = made.headers;
        reply.body = made.body;
        reply.wire_bytes = made.body.size();
      }
      reply.address = made.address;
      reply.took = made.latency;
      under_way_.emplace(web_.clock_.now() + made.latency, std::move(reply));
    }

    std::vector<HttpReply> wait(std::size_t max, Milliseconds longest) override {
      std::vector<HttpReply> out;
      const TimePoint now = web_.clock_.now();
      const Milliseconds idle =
          longest > Milliseconds{0} ? std::max(longest, web_.idle_step_) : longest;
      TimePoint until = now + idle;
      if (!under_way_.empty()) until = std::min(until, under_way_.begin()->first);
      if (until > now) web_.turn(until - now);
      while (!under_way_.empty() && under_way_.begin()->first <= web_.clock_.now() &&
             out.size() < max) {
        out.push_back(std::move(under_way_.begin()->second));
        under_way_.erase(under_way_.begin());
      }
      return out;
    }

    std::size_t open() const override { return under_way_.size(); }

   private:
    FakeWeb& web_;
    std::multimap<TimePoint, HttpReply> under_way_;
  };

  FakeReply reply_to(const HttpRequest& request) {
    Seen one{clock_.now(), request.url, request};
    if (watcher_) {
      watcher_(one);
    } else {
      seen_.push_back(std::move(one));
    }
    for (auto at = scripts_.upper_bound(request.url); at != scripts_.begin();) {
      --at;
      if (request.url.starts_with(at->first)) return at->second(request);
      if (request.url[0] != at->first[0]) break;
    }
    return {404, "nothing here"};
  }

  void turn(Milliseconds by) {
    clock_.turn(by);
    if (hear_) hear_(clock_.now());
  }

  HandClock& clock_;
  std::map<std::string, Script> scripts_;
  std::vector<Seen> seen_;
  std::function<void(const Seen&)> watcher_;
  std::function<void(TimePoint)> hear_;
  Milliseconds idle_step_{0};
};

}  // namespace khabar
