// Which entries of a feed are the same entry? Publishers repeat GUIDs, leave them out, change them
// when the site moves, edit the title and with it the address. So an entry is known by four keys,
// and what a key is worth is judged from the poll in hand: a GUID or URL that stands on several
// different entries names none of them. Pure functions over small values; any thread.
//
//   poll            keys_of(entry)          known (SQLite, one feed)
//   ┌───────────┐   ┌────┬───┬─────┬────┐   ┌────────┬────┬───┬─────┬────┐
//   │ FeedEntry │──>│guid│url│title│when│──>│identity│guid│url│title│when│
//   └───────────┘   └────┴───┴─────┴────┘   └────────┴────┴───┴─────┴────┘
//                          identify_entries(): the same identity, or a new one
//
// When in doubt an entry counts as new: a double is found by dedupe, a swallowed entry by nobody.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "core/web/feed.h"

namespace khabar {

// Hashes, 0 where the entry has no such thing. Stable between runs and versions: they are stored.
struct EntryKeys {
  std::uint64_t guid = 0;        // of the trimmed GUID
  std::uint64_t url = 0;         // of the canonical URL without scheme, "www." and final '/'
  std::uint64_t title = 0;       // of the folded title without markup
  std::int64_t published_s = 0;  // seconds since 1970 UTC

  bool operator==(const EntryKeys&) const = default;
};

EntryKeys keys_of(const FeedEntry& entry);

// Of what an entry says (title, summary, contents, enclosures), whatever its dates, GUID and URL:
// another value under the same identity is a new version.
std::uint64_t version_of(const FeedEntry& entry);

// A row of the memory of one feed. Several rows may have one identity: an entry whose URL or title
// was edited is remembered under each form it was seen in.
struct KnownEntry {
  std::uint64_t identity = 0;
  EntryKeys keys;
};

struct IdentifiedEntry {
  std::uint64_t identity = 0;  // never 0
  bool is_new = false;         // no entry of that identity is known, nor earlier in this poll
  // The entry was met before in this poll, at this index.
  std::optional<std::size_t> repeats;
  // No row says (identity, keys) yet: insert one.
  bool remember = false;
};

// One answer for each entry of the poll, in its order. `known`: the rows of this feed that share
// guid, url or title with any entry of the poll, or simply all rows of the feed; in any order.
// Equal input gives equal output, and a new identity depends on the keys alone, so that a run
// that died before it could remember them names the same entries alike. Linear time on average.
std::vector<IdentifiedEntry> identify_entries(std::span<const EntryKeys> poll,
                                              std::span<const KnownEntry> known);

}  // namespace khabar
