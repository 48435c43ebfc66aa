// The plumbing of the small filters: JSONL in, JSONL out. Main thread.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "core/base/result.h"

namespace khabar {

using TextFields = std::map<std::string, std::string>;  // the string members of an object

// Reads standard input line by line; `answer` turns the fields of a line into those of the answer,
// printed in their order. A line that is no JSON object is reported on stderr with its number and
// passed over. Returns how many were.
int filter_json_lines(
    const std::function<std::vector<std::pair<std::string, std::string>>(const TextFields&)>&
        answer);

}  // namespace khabar
