// The JSON Schema of a record (docs/RECORD.md), as `khabar schema` prints it. No state; any thread.
#pragma once

#include <string>

namespace khabar {

// JSON Schema draft 7, using only keywords that mean the same in draft 4. No field is allowed
// beyond those named, so a consumer's check finds a drift in either direction.
std::string record_schema();

}  // namespace khabar
