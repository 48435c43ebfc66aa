// Every component the program knows, one line each.
#pragma once

#include "core/flow/catalog.h"

namespace khabar {

Catalog standard_catalog();

}  // namespace khabar
