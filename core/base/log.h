// Log lines to stderr: one line an event, human or JSON. Any thread; never blocks on a full queue
// because it writes at once. Text from strangers is passed through escape_for_log first by the
// caller's formatting: log() escapes control characters itself, so a title cannot forge a line.
#pragma once

#include <cstdint>
#include <string_view>

namespace khabar {

enum class LogLevel : std::uint8_t { debug, info, warning, error, off };
enum class LogFormat : std::uint8_t { text, json };

// Called once by main before any thread starts.
void configure_log(LogLevel least, LogFormat format);

// `area` is the room that speaks: "warc", "runner", "sqlite".
void log(LogLevel level, std::string_view area, std::string_view message);

inline void log_info(std::string_view area, std::string_view message) {
  log(LogLevel::info, area, message);
}
inline void log_warning(std::string_view area, std::string_view message) {
  log(LogLevel::warning, area, message);
}
inline void log_error(std::string_view area, std::string_view message) {
  log(LogLevel::error, area, message);
}

}  // namespace khabar
