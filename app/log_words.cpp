#include "app/log_words.h"

#include "core/base/log.h"

namespace khabar {

void configure_log_words(std::string_view level, std::string_view format) {
  const LogLevel least = level == "debug"     ? LogLevel::debug
                         : level == "warning" ? LogLevel::warning
                         : level == "error"   ? LogLevel::error
                         : level == "off"     ? LogLevel::off
                                              : LogLevel::info;
  configure_log(least, format == "json" ? LogFormat::json : LogFormat::text);
}

}  // namespace khabar
