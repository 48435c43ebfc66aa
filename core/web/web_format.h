// What a body is by its own first words, whatever its Content-Type says: feeds are served as
// text/html and pages as application/xml. Pure functions; any thread.
#pragma once

#include <cstdint>
#include <string_view>

namespace khabar {

enum class WebFormat : std::uint8_t {
  empty,
  rss,   // 0.9x, 2.0, and RSS 1.0 (RDF)
  atom,  // 0.3, 1.0
  json_feed,
  sitemap,
  sitemap_index,
  text_sitemap,  // a list of addresses, one a line
  opml,
  html,
  xml,  // another root element
  json,
  gzip,
  text,  // none of these
};

// Reads the first 64 KiB at most; ASCII-compatible charsets and UTF-16 (by its zero bytes).
WebFormat web_format_of(std::string_view bytes);
// "an RSS feed", "an HTML page", "nothing": fits behind "this is".
const char* web_format_name(WebFormat format);
inline bool is_feed(WebFormat format) {
  return format == WebFormat::rss || format == WebFormat::atom || format == WebFormat::json_feed;
}
inline bool is_sitemap(WebFormat format) {
  return format == WebFormat::sitemap || format == WebFormat::sitemap_index ||
         format == WebFormat::text_sitemap;
}

}  // namespace khabar
