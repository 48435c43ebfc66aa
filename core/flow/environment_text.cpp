#include "core/flow/environment_text.h"

#include <stdlib.h>

#include <algorithm>

#include "core/text/ascii.h"

namespace khabar {
namespace {

// POSIX 2017, XBD 8.1: letters, digits and underscores, not beginning with a digit.
bool is_variable_name(std::string_view name) {
  const auto fits = [](char c) { return is_ascii_alphanumeric(c) || c == '_'; };
  return !name.empty() && !is_ascii_digit(name[0]) && std::all_of(name.begin(), name.end(), fits);
}

}  // namespace

Result<std::string> resolve_environment(std::string_view text) {
  std::string out;
  for (;;) {
    const std::size_t open = text.find("${");
    out += text.substr(0, open);
    if (open == std::string_view::npos) return out;
    if (open > 0 && text[open - 1] == '$') {  // "$${": the first dollar is out already
      out += '{';
      text.remove_prefix(open + 2);
      continue;
    }
    const std::size_t close = text.find('}', open);
    if (close == std::string_view::npos) {
      return invalid("\"${\" is never closed; write \"$${\" for the characters themselves");
    }
    const std::string name(text.substr(open + 2, close - open - 2));
    if (!is_variable_name(name)) {
      return invalid("\"${" + name + "}\" is no name of an environment variable; write \"$${\" " +
                     "for the characters \"${\"");
    }
    const char* value = getenv(name.c_str());
    if (value == nullptr) return invalid("the environment variable " + name + " is not set");
    out += value;
    text.remove_prefix(close + 1);
  }
}

}  // namespace khabar
