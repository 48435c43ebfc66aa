// The two wishes a running part may hear. Copies share the same wish; any thread may ask.
#pragma once

#include <stop_token>

namespace khabar {

struct Stop {
  std::stop_token soft;  // begin nothing new, deliver what was read
  std::stop_token hard;  // give up waiting: what is undelivered settles as lost
};

}  // namespace khabar
