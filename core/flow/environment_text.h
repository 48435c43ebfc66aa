// Texts of the configuration that name environment variables: "${HOME}/news", "${TOKEN}". Only the
// form with braces counts, so that a password or a pattern may hold a dollar; "$${" writes "${".
// Pure but for getenv(): call it where no thread changes the environment.
#pragma once

#include <string>
#include <string_view>

#include "core/base/result.h"

namespace khabar {

// Invalid names the first variable that is not set, or what stands between braces and is no name.
// What a variable holds is not looked into again. A variable that is set to nothing is nothing.
Result<std::string> resolve_environment(std::string_view text);

}  // namespace khabar
