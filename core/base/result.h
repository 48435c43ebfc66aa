// Result<T>: what may fail for reasons outside the program. A bug is CHECK (check.h).
// Values; safe to pass between threads.
#pragma once

#include <cstdint>
#include <string>
#include <utility>

#include <tl/expected.hpp>

namespace khabar {

enum class ErrorKind : std::uint8_t {
  invalid,      // the input or a setting is wrong: never retry
  unavailable,  // the other side is down or busy: back off and retry
  cancelled,    // we are stopping
};

struct Error {
  ErrorKind kind = ErrorKind::invalid;
  // Names the thing and the number: "feed https://...: body 9,214,003 bytes exceeds 8,388,608".
  std::string message;

  bool operator==(const Error&) const = default;
};

template <class T>
using Result = tl::expected<T, Error>;  // std::expected once the compiler has it
using Status = Result<void>;

inline tl::unexpected<Error> invalid(std::string message) {
  return tl::unexpected(Error{ErrorKind::invalid, std::move(message)});
}
inline tl::unexpected<Error> unavailable(std::string message) {
  return tl::unexpected(Error{ErrorKind::unavailable, std::move(message)});
}
inline tl::unexpected<Error> cancelled(std::string message) {
  return tl::unexpected(Error{ErrorKind::cancelled, std::move(message)});
}

}  // namespace khabar
