// Any bytes give a feed or a refusal. The first byte picks the context, the rest is the document.
// Of a feed every text is UTF-8, every entry has an identity, and what is sanitised has no '<' that
// does not begin a tag.
#include <cctype>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/check.h"
#include "core/text/utf8.h"
#include "core/web/entry_identity.h"
#include "core/web/feed.h"
#include "core/web/sanitise.h"

namespace khabar {
namespace {

void check(const FeedText& text) {
  CHECK(is_valid_utf8(text.value));
  if (!text.is_markup()) return;
  const std::string safe = sanitised(text);
  CHECK(is_valid_utf8(safe));
  for (std::size_t at = safe.find('<'); at != std::string::npos; at = safe.find('<', at + 1)) {
    const std::size_t name = at + (at + 1 < safe.size() && safe[at + 1] == '/' ? 2 : 1);
    CHECK(name < safe.size() && std::isalpha(static_cast<unsigned char>(safe[name])) != 0);
  }
}

void check(const FeedEntry& entry) {
  check(entry.title);
  check(entry.subtitle);
  check(entry.summary);
  check(entry.rights);
  for (const FeedText& content : entry.contents) check(content);
  for (const FeedLink& link : entry.links) CHECK(is_valid_utf8(link.url));
  CHECK(is_valid_utf8(entry.id) && is_valid_utf8(entry.url));
}

}  // namespace
}  // namespace khabar

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  using namespace khabar;
  if (size == 0) return 0;
  static FeedParser parser;  // reused, as a worker does
  static constexpr const char* kTypes[] = {"", "text/xml", "application/rss+xml; charset=utf-8",
                                           "text/xml; charset=windows-1256"};
  FeedContext context;
  if ((bytes[0] & 1) != 0) context.url = "https://n.example/a/feed?x=1";
  context.content_type = kTypes[bytes[0] >> 1 & 3];
  if ((bytes[0] & 8) != 0) context.content_location = "/b/";
  const std::string_view document(reinterpret_cast<const char*>(bytes) + 1, size - 1);
  const auto feed = parser.parse(document, context);
  if (!feed) return 0;
  check(feed->title);
  check(feed->subtitle);
  check(feed->info);
  std::vector<EntryKeys> keys;
  for (const FeedEntry& entry : feed->entries) {
    check(entry);
    keys.push_back(keys_of(entry));
  }
  const auto first = identify_entries(keys, {});
  std::vector<KnownEntry> known;
  for (std::size_t i = 0; i < first.size(); ++i) {
    CHECK(first[i].identity != 0);
    if (first[i].remember) known.push_back({first[i].identity, keys[i]});
  }
  for (const IdentifiedEntry& again : identify_entries(keys, known)) {
    CHECK(!again.remember || !again.is_new);
  }
  return 0;
}
