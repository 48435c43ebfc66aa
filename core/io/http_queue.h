// HttpQueue: which request goes next. In the order of arrival, but for origins that have as many
// exchanges open as they may: one site with a thousand pages does not hold the places of others.
// One thread. Every operation is constant in time.
//
//   push ──> origin has a place? ──yes──> ready ──> pop ... done ─┐
//                  │ no                     ^                     │
//                  └──> waits with its ─────┴─────────────────────┘
//                       origin
#pragma once

#include <cstddef>
#include <deque>
#include <list>
#include <optional>
#include <string>
#include <unordered_map>

#include "core/io/http_client.h"
#include "core/io/http_target.h"

namespace khabar {

class HttpQueue {
 public:
  struct Entry {
    HttpRequest request;
    HttpTarget target;
  };

  explicit HttpQueue(std::size_t per_origin_max) : per_origin_max_(per_origin_max) {}

  void push(Entry entry);
  // Nothing when none may go now. The origin's place is taken until done().
  std::optional<Entry> pop();
  void done(const std::string& origin);
  // May pop() give one?
  bool has_ready() const { return !ready_.empty(); }

 private:
  struct Origin {
    std::size_t places_taken = 0;
    std::list<Entry> waiting;  // most origins never need it
  };

  std::size_t per_origin_max_;
  std::unordered_map<std::string, Origin> origins_;  // those with places taken
  std::deque<Entry> ready_;                          // each holds a place already
};

}  // namespace khabar
