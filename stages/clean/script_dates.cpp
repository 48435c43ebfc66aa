#include "stages/clean/script_dates.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "core/text/ascii.h"
#include "core/text/find_bytes.h"

namespace khabar {
namespace {

constexpr std::size_t kValueBytesMax = 40;
constexpr std::size_t kDaysMax = 3;  // more days than that are of many stories

constexpr std::array<std::string_view, 10> kPublishedKeys{
    "datePublished",   "publishedAt", "published_at", "publishedDate",  "publishDate",
    "publicationDate", "pubDate",     "publish_date", "published_date", "firstPublished"};
constexpr std::array<std::string_view, 3> kCreatedKeys{"createdAt", "created_at", "dateCreated"};

bool is_word(char c) {
  return is_ascii_alphanumeric(c) || c == '_';
}

// Behind a key: `": "2020-05-01T10:00:00Z"`, `\":\"2020-05-01\"`, `: '2020-05-01'`.
std::string_view value_behind(std::string_view rest) {
  const std::size_t begin = rest.substr(0, 12).find_first_not_of("\"'\\: ");
  if (begin == 0 || begin == std::string_view::npos) return {};
  if (rest.substr(0, begin).find(':') == std::string_view::npos) return {};
  const std::string_view value = rest.substr(begin, kValueBytesMax);
  const bool iso = value.size() >= 10 &&
                   std::all_of(value.begin(), value.begin() + 4, is_ascii_digit) &&
                   value[4] == '-' && value[7] == '-';
  if (!iso) return {};
  return value.substr(0, std::min(value.find_first_of("\"'\\,}"), value.size()));
}

template <std::size_t kCount>
std::string_view first_date(std::string_view script,
                            const std::array<std::string_view, kCount>& keys) {
  std::array<std::string_view, kDaysMax> days;
  std::size_t count = 0;
  std::string_view first;
  for (const std::string_view key : keys) {
    for (std::size_t at = find_bytes(script, key); at != std::string_view::npos;
         at = find_bytes(script, key, at + key.size())) {
      if (at > 0 && is_word(script[at - 1])) continue;
      const std::string_view value = value_behind(script.substr(at + key.size()));
      if (value.empty()) continue;
      if (first.empty()) first = value;
      const std::string_view day = value.substr(0, 10);
      if (std::find(days.begin(), days.begin() + count, day) != days.begin() + count) continue;
      if (count == kDaysMax) return {};
      days[count++] = day;
    }
  }
  return first;
}

bool contains(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

// Does the head bear a date of any kind?
bool says_when(const PageFacts& facts) {
  for (const MetaTag& meta : facts.metas) {
    if (std::none_of(meta.content.begin(), meta.content.end(), is_ascii_digit)) continue;
    for (const std::string_view word : {"publish", "date", "time", "issued", "created"}) {
      if (contains(meta.name, word)) return true;
    }
  }
  return std::any_of(facts.json_ld.begin(), facts.json_ld.end(), [](const std::string& script) {
    return contains_bytes(script, "datePublished") || contains_bytes(script, "dateModified");
  });
}

}  // namespace

std::string_view date_in_script(std::string_view script) {
  // What all keys of a list hold, to be done soon with a script that has none of them.
  const bool may_publish = contains_bytes(script, "ubl") || contains_bytes(script, "pubDate");
  const std::string_view published =
      may_publish ? first_date(script, kPublishedKeys) : std::string_view{};
  if (!published.empty()) return published;
  const bool may_create = contains_bytes(script, "reate");
  return may_create ? first_date(script, kCreatedKeys) : std::string_view{};
}

void collect_script_date(std::span<const Node* const> elements, PageFacts& facts) {
  if (says_when(facts)) return;
  for (const Node* node : elements) {
    if (!node->is(Tag::script) || !node->first_child) continue;
    const std::string_view date = date_in_script(node->first_child->text());
    if (date.empty()) continue;
    facts.metas.push_back({std::string(kFactsScriptDate), std::string(date)});
    return;
  }
}

}  // namespace khabar
