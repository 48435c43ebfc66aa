// What stands above an article, as name and value, for commands that show one. Pure; any thread.
#pragma once

#include <string>
#include <vector>

#include "core/model/document.h"

namespace khabar {

struct HeadField {
  std::string name, value;
};

// In reading order; what the document does not have is left out. The title is the first.
std::vector<HeadField> head_fields(const Document& document);

}  // namespace khabar
