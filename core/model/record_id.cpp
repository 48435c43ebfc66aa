#include "core/model/record_id.h"

#include <algorithm>
#include <cstdint>
#include <string_view>

#include "core/text/digest.h"

namespace khabar {
namespace {

bool is_globally_unique(std::string_view id) {
  return id.starts_with("urn:") || id.find("://") != std::string_view::npos;
}

}  // namespace

std::string record_id(const Document& document) {
  const Origin& origin = document.origin;
  Hasher128 hasher;
  // Each kind of name has its own first part, so that no URL can be another document's path.
  if (!document.canonical_url.empty()) {
    hasher.part("url").part(document.canonical_url);
  } else if (is_globally_unique(origin.record_id)) {
    hasher.part("id").part(origin.record_id);
  } else if (!origin.record_id.empty()) {
    hasher.part("path and id").part(origin.path).part(origin.record_id);
  } else {
    hasher.part("place").part(origin.path).part(std::to_string(origin.offset));
    hasher.part(std::to_string(origin.line));
  }
  const std::uint32_t revision = std::max(document.verdict.revision, 1u);
  return base32(hasher.part(std::to_string(revision)).digest());
}

}  // namespace khabar
