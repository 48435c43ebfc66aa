#include "core/base/log.h"

#include <array>
#include <cstdio>
#include <string>

#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

namespace khabar {
namespace {

constexpr std::array kLevels{spdlog::level::debug, spdlog::level::info, spdlog::level::warn,
                             spdlog::level::err, spdlog::level::off};

// Control characters and, in JSON, quotes and backslashes: a stranger's title stays on its line.
std::string escaped(std::string_view text, bool json) {
  std::string out;
  out.reserve(text.size());
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x20 || byte == 0x7f) {
      std::array<char, 8> code{};
      std::snprintf(code.data(), code.size(), json ? "\\u%04x" : "\\x%02x", byte);
      out += code.data();
    } else {
      if (json && (c == '"' || c == '\\')) out += '\\';
      out += c;
    }
  }
  return out;
}

// The one piece of process-wide state: stderr itself is process-wide.
struct LogState {
  bool json = false;
  std::shared_ptr<spdlog::logger> logger = make();

  static std::shared_ptr<spdlog::logger> make() {
    auto logger = std::make_shared<spdlog::logger>(
        "khabar", std::make_shared<spdlog::sinks::stderr_sink_mt>());
    logger->set_level(spdlog::level::info);
    logger->set_pattern("%H:%M:%S %l %v");
    logger->flush_on(spdlog::level::debug);
    return logger;
  }
};

LogState& state() {
  static LogState instance;
  return instance;
}

}  // namespace

void configure_log(LogLevel least, LogFormat format) {
  LogState& log_state = state();
  log_state.json = format == LogFormat::json;
  log_state.logger->set_level(kLevels.at(static_cast<std::size_t>(least)));
  log_state.logger->set_pattern(
      log_state.json ? R"({"time":"%Y-%m-%dT%H:%M:%S.%eZ","level":"%l",%v})" : "%H:%M:%S %l %v",
      log_state.json ? spdlog::pattern_time_type::utc : spdlog::pattern_time_type::local);
}

void log(LogLevel level, std::string_view area, std::string_view message) {
  const LogState& log_state = state();
  const auto spd_level = kLevels.at(static_cast<std::size_t>(level));
  if (!log_state.logger->should_log(spd_level)) return;
  const std::string text = escaped(message, log_state.json);
  if (log_state.json) {
    log_state.logger->log(spd_level, R"("area":"{}","message":"{}")", area, text);
  } else {
    log_state.logger->log(spd_level, "{}: {}", area, text);
  }
}

}  // namespace khabar
