// Which rendering mode a doctype asks for: WHATWG HTML 13.2.6.4.1. Pure; any thread.
#pragma once

#include "core/html/tree.h"

namespace khabar {

QuirksMode quirks_mode_of(const Doctype& doctype, bool force_quirks);

}  // namespace khabar
