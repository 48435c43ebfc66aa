// "منذ ساعتين", "vor 3 Stunden", "вчера в 16:19": dates told against the time of reading.
// Internal to core/text/dates.
#pragma once

#include <optional>

#include "core/text/dates.h"

namespace khabar {

// The whole of `tokens` must be one relative form, labels and marks aside. Hours and minutes give a
// time to the minute with the offset of `now`; days and weeks a day. Months and years ago name no
// day: nothing, and so do "just now" and its like.
std::optional<FoundDate> relative_date(const DateTokens& tokens, const DateContext& context);

}  // namespace khabar
