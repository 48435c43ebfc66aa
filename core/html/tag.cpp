#include "core/html/tag.h"

#include <array>

#include "core/html/known_names.h"

namespace khabar {
namespace {

constexpr auto kTagNames = [] {
  std::array<std::string_view, kKnownTags> names{};
#define KHABAR_TAG(enumerator, name) names[static_cast<std::size_t>(Tag::enumerator)] = name;
  KHABAR_TAGS(KHABAR_TAG)
#undef KHABAR_TAG
  return names;
}();
static_assert(kKnownTags < kUnknownTagFirst);

// SVG's filter names outgrow the 16 bytes of a key.
Tag find_long_tag(std::string_view name) {
  for (std::size_t i = 1; i < kTagNames.size(); ++i) {
    if (kTagNames[i].size() > 16 && kTagNames[i] == name) return static_cast<Tag>(i);
  }
  return Tag::none;
}

}  // namespace

Tag find_tag(std::string_view lower_name) {
  if (lower_name.size() <= 16) return find_tag(name_key(lower_name));
  if (lower_name.size() > 19) return Tag::none;
  return find_long_tag(lower_name);
}

std::string_view known_tag_name(Tag tag) {
  const auto index = static_cast<std::size_t>(tag);
  return index < kTagNames.size() ? kTagNames[index] : std::string_view{};
}

AttributeName find_attribute_name(std::string_view lower_name) {
  return lower_name.size() <= 16 ? find_attribute_name(name_key(lower_name)) : AttributeName::other;
}

}  // namespace khabar
