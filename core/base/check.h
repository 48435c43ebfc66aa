// CHECK: a bug, not an input. Prints where and aborts, in every build type, because a pipeline
// that goes on with a broken invariant writes wrong records.
#pragma once

#include <string_view>

namespace khabar {

[[noreturn]] void check_failed(const char* file, int line, const char* condition,
                               std::string_view detail);

}  // namespace khabar

#define CHECK(condition)                                          \
  do {                                                            \
    if (!(condition)) [[unlikely]]                                \
      ::khabar::check_failed(__FILE__, __LINE__, #condition, {}); \
  } while (false)

// `detail` is a string_view, evaluated only on failure.
#define CHECK_THAT(condition, detail)                                   \
  do {                                                                  \
    if (!(condition)) [[unlikely]]                                      \
      ::khabar::check_failed(__FILE__, __LINE__, #condition, (detail)); \
  } while (false)
