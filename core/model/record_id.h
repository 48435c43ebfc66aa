// The id of a record: the same article and revision give the same id in every run, on every
// machine. A free function without state; any thread.
#pragma once

#include <string>

#include "core/model/document.h"

namespace khabar {

// 26 characters, a-z and 2-7: a 128-bit digest (core/text/digest.h) of the revision and the first
// of these that is known:
//   the canonical URL;
//   an input id that is globally unique by its form: "urn:..." or with a scheme and "://";
//   the origin's path and the input's id, or the record's offset and line where it has none.
// Revisions 0 (none known) and 1 are the same first version.
std::string record_id(const Document& document);

}  // namespace khabar
