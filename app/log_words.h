// What --log-level and [log] level mean. Main thread, before others start.
#pragma once

#include <string_view>

namespace khabar {

// "debug", "info", "warning", "error", "off"; "text", "json". Empty: info; text.
void configure_log_words(std::string_view level, std::string_view format);

}  // namespace khabar
