// What a news feed says: RSS 0.9x to 2.0, RSS 1.0, Atom 0.3 and 1.0, CDF, JSON Feed, as one form.
// Values; any thread.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/result.h"
#include "core/text/partial_time.h"

namespace khabar {

// Text with what is known of it. HTML stays the publisher's HTML (type "text/html"), with its base
// for links: whoever shows it must sanitise it (sanitise.h).
struct FeedText {
  std::string value;
  std::string type;      // "text/plain", "text/html", "application/xhtml+xml"
  std::string language;  // xml:lang in force
  std::string base;      // xml:base in force
  std::string source;    // atom:content src: the text is elsewhere

  bool is_markup() const { return type == "text/html" || type == "application/xhtml+xml"; }
};

struct FeedPerson {
  std::string name, email, url;
};

struct FeedCategory {
  std::string term, scheme, label;
};

struct FeedLink {
  std::string url, rel, type, title;
  std::string length;    // as written
  std::string language;  // hreflang
};

struct FeedImage {
  std::string url, caption;
};

// An element or property that no field of ours stands for.
struct FeedExtension {
  // Lower case, with the prefix its namespace usually has: "itunes:duration", "wfw:commentrss",
  // "thr:in-reply-to"; of unknown namespaces the document's own.
  std::string name;
  std::string value;
  std::vector<std::pair<std::string, std::string>> attributes;  // names in lower case
  std::uint32_t depth = 1;  // 1: a child of the entry or channel itself
};

struct FeedLogo {
  std::string url, title, link, description;
  std::uint32_t width = 0, height = 0;
};

// What a feed says of itself, or an entry of the feed it was taken from.
struct FeedChannel {
  std::string id;
  FeedText title, subtitle, rights, info;
  std::string url;  // the site's, absolute
  std::string language;
  std::vector<FeedPerson> authors, contributors;
  std::optional<FeedPerson> publisher;
  std::vector<FeedCategory> categories;
  std::vector<FeedLink> links;
  struct Generator {
    std::string name, url, version;
  } generator;
  std::string icon;
  FeedLogo image;                                          // RSS image, atom:logo, itunes:image
  std::string published_text, updated_text, created_text;  // as written
  std::optional<PartialTime> published, updated, created;
  std::vector<FeedExtension> extensions;
};

struct FeedEntry {
  std::string id;  // guid, atom:id, rdf:about, JSON id; empty when it has none
  bool id_is_permalink = false;
  std::string url;  // absolute, of the article; empty when it has none
  FeedText title;
  FeedText subtitle;  // itunes:subtitle
  FeedText summary;
  FeedText rights;
  std::vector<FeedText> contents;  // content:encoded, atom:content, content_html ...
  std::vector<FeedPerson> authors, contributors;
  std::optional<FeedPerson> publisher;
  std::string published_text, updated_text;  // as written
  std::string created_text, expired_text;
  std::optional<PartialTime> published, updated, created, expired;
  std::vector<std::string> tags;  // the terms of `categories`, each once
  std::vector<FeedCategory> categories;
  std::vector<FeedLink> links;       // all, in document order
  std::vector<FeedLink> enclosures;  // those of rel "enclosure", and media:content
  std::vector<FeedImage> images;     // Media RSS, enclosures that are images, itunes:image
  std::string language;
  std::string comments_url;
  std::vector<FeedChannel> source;  // of a copied entry the feed it came from; one at most
  std::vector<FeedExtension> extensions;
};

struct FeedForm {  // RSS textInput
  std::string title, description, name, link;
};

struct Feed : FeedChannel {
  std::string
      format;  // "rss20", "atom10", "rss10", "json11"; `khabar parse-feed --help` lists them
  std::string encoding;  // charset that was used, by its WHATWG name
  std::string self_url, hub_url, next_url;
  std::string new_url;  // where the publisher says the feed has gone: newLocation, new-feed-url
  FeedForm form;
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

// Entries beyond are left out, and said so in `faults`.
inline constexpr std::size_t kFeedEntriesMax = 20'000;

// Keeps its buffers and charset converters between feeds: one for each worker. Move-only; one
// thread at a time.
class FeedParser {
 public:
  FeedParser();
  ~FeedParser();
  FeedParser(FeedParser&&) noexcept;
  FeedParser& operator=(FeedParser&&) noexcept;

  // Never throws; linear in time, bounded in memory, whatever the bytes. A feed that is cut off
  // gives its whole entries. Invalid: this is no feed (the message says what it looks like: "an
  // HTML page", "empty", ...).
  Result<Feed> parse(std::string_view bytes, const FeedContext& context);

 private:
  struct Rooms;
  std::unique_ptr<Rooms> rooms_;
};

// With a parser of its own: for a single feed.
Result<Feed> parse_feed(std::string_view bytes, const FeedContext& context);

}  // namespace khabar
