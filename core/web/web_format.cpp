#include "core/web/web_format.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "core/io/gzip.h"
#include "core/text/ascii.h"
#include "core/text/utf8.h"
#include "core/web/xml_reader.h"

namespace khabar {
namespace {

constexpr std::size_t kLookedAtBytes = 64 * 1024;

bool looks_like_url(std::string_view line) {
  const auto starts = [&](std::string_view start) {
    return line.size() > start.size() && starts_ignoring_case(line, start);
  };
  return (starts("http://") || starts("https://")) &&
         line.find_first_of(" \t<>\"") == std::string_view::npos;
}

// By the root element. Junk before it (warnings of the server's program) is passed over; `xml` when
// no known element comes before an unknown one.
WebFormat format_of_markup(std::string_view text) {
  constexpr std::array<std::pair<std::string_view, WebFormat>, 14> kRoots = {{
      {"rss", WebFormat::rss},
      {"rdf", WebFormat::rss},
      {"channel", WebFormat::rss},
      {"feed", WebFormat::atom},
      {"urlset", WebFormat::sitemap},
      {"url", WebFormat::sitemap},
      {"opml", WebFormat::opml},
      {"sitemapindex", WebFormat::sitemap_index},
      {"html", WebFormat::html},
      {"sitemap", WebFormat::sitemap_index},
      {"head", WebFormat::html},
      {"body", WebFormat::html},
      {"script", WebFormat::html},
      {"meta", WebFormat::html},
  }};
  XmlReader reader(text);
  bool any = false;
  for (int looked = 0; looked < 64; ++looked) {
    const XmlEvent event = reader.next();
    if (event == XmlEvent::eof) break;
    if (event != XmlEvent::start) continue;
    any = true;
    for (const auto& [root, format] : kRoots) {
      if (equals_ignoring_case(reader.name().local, root)) return format;
    }
  }
  return any ? WebFormat::xml : WebFormat::text;
}

WebFormat format_of_json(std::string_view text) {
  const bool names_version = text.find("jsonfeed.org") != std::string_view::npos;
  return names_version ? WebFormat::json_feed : WebFormat::json;
}

WebFormat format_of_lines(std::string_view text) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of("\r\n"), text.size());
    const std::string_view line = trim_blanks(text.substr(0, end));
    if (!line.empty() && !line.starts_with('#')) {
      return looks_like_url(line) ? WebFormat::text_sitemap : WebFormat::text;
    }
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return WebFormat::text;
}

// Enough to know a format by, of any charset: without a byte order mark, without the zero bytes of
// UTF-16, letters beyond ASCII as '?'.
std::string ascii_of(std::string_view bytes) {
  for (const std::string_view mark : {"\xEF\xBB\xBF", "\xFE\xFF", "\xFF\xFE"}) {
    if (bytes.starts_with(mark)) bytes.remove_prefix(mark.size());
  }
  std::string out;
  out.reserve(bytes.size());
  for (const char c : bytes) {
    if (c != '\0') out += static_cast<unsigned char>(c) < 0x80 ? c : '?';
  }
  return out;
}

bool declares_html(std::string_view text) {
  return text.size() > 14 && starts_ignoring_case(text, "<!doctype html");
}

}  // namespace

WebFormat web_format_of(std::string_view bytes) {
  if (looks_like_gzip(bytes)) return WebFormat::gzip;
  const std::string ascii = ascii_of(bytes.substr(0, kLookedAtBytes));
  const std::string_view text = trim_blanks(ascii);
  if (text.empty()) return WebFormat::empty;
  if (declares_html(text)) return WebFormat::html;
  if (text.starts_with('{') || text.starts_with('[')) {
    const WebFormat format = format_of_json(text);
    if (format == WebFormat::json_feed) return format;
  }
  const WebFormat lines = text.starts_with('<') ? WebFormat::text : format_of_lines(text);
  if (lines == WebFormat::text_sitemap) return lines;
  const WebFormat markup = format_of_markup(text);
  if (markup != WebFormat::text) return markup;
  return text.starts_with('{') || text.starts_with('[') ? WebFormat::json : WebFormat::text;
}

const char* web_format_name(WebFormat format) {
  switch (format) {
    case WebFormat::empty:
      return "nothing";
    case WebFormat::rss:
      return "an RSS feed";
    case WebFormat::atom:
      return "an Atom feed";
    case WebFormat::json_feed:
      return "a JSON feed";
    case WebFormat::sitemap:
      return "a sitemap";
    case WebFormat::sitemap_index:
      return "a sitemap index";
    case WebFormat::text_sitemap:
      return "a list of addresses";
    case WebFormat::opml:
      return "an OPML list of feeds";
    case WebFormat::html:
      return "an HTML page";
    case WebFormat::xml:
      return "an XML document of another kind";
    case WebFormat::json:
      return "JSON, but no feed";
    case WebFormat::gzip:
      return "a gzip archive";
    case WebFormat::text:
      return "plain text";
  }
  return "unknown";
}

}  // namespace khabar
