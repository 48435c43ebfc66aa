// What a news feed says: RSS 0.9x to 2.0, RSS 1.0, Atom 0.3 and 1.0, JSON Feed, as one form.
// Values; any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/text/partial_time.h"

namespace khabar {

// Text with what is known of it. HTML stays HTML (type "text/html"), with its base for links.
struct FeedText {
  std::string value;
  std::string type;      // "text/plain", "text/html", "application/xhtml+xml"
  std::string language;  // xml:lang in force
  std::string base;      // xml:base in force
};

struct FeedPerson {
  std::string name, email, url;
};

struct FeedLink {
  std::string url, rel, type, title;
  std::string length;  // as written
};

struct FeedImage {
  std::string url, caption;
};

struct FeedEntry {
  std::string id;  // guid, atom:id, rdf:about, JSON id; empty when it has none
  bool id_is_permalink = false;
  std::string url;  // absolute, of the article; empty when it has none
  FeedText title;
  FeedText summary;
  std::vector<FeedText> contents;  // content:encoded, atom:content, content_html ...
  std::vector<FeedPerson> authors;
  std::string published_text, updated_text;  // as written
  std::optional<PartialTime> published, updated;
  std::vector<std::string> tags;
  std::vector<FeedLink> links, enclosures;
  std::vector<FeedImage> images;  // Media RSS, enclosures that are images, itunes:image
  std::string language;
  std::string comments_url;
};

struct Feed {
  std::string format;    // "rss20", "atom10", "rss10", "json11" ...
  std::string encoding;  // charset that was used
  FeedText title, subtitle;
  std::string url;  // the site's, absolute
  std::string self_url, hub_url, next_url;
  std::string language;
  std::string updated_text;
  std::optional<PartialTime> updated;
  // How often to come: ttl in minutes, sy:updatePeriod / updateFrequency in minutes; 0: not said.
  std::uint32_t ttl_minutes = 0, update_minutes = 0;
  std::vector<FeedEntry> entries;
  std::vector<std::string> faults;  // what was ill-formed and how it was recovered, bounded
};

struct FeedContext {
  std::string url;           // of the feed: the base of relative links
  std::string content_type;  // HTTP header value with its charset; may be empty
  std::string content_location;
  std::string content_language;
};

// Never throws; linear in time, bounded in memory, whatever the bytes. Invalid: this is no feed
// (the message says what it looks like: "an HTML page", "empty", ...).
Result<Feed> parse_feed(std::string_view bytes, const FeedContext& context);

}  // namespace khabar
