#include "ingest/feed/page_sense.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "core/text/ascii.h"
#include "core/text/charset.h"

namespace khabar {
namespace {

struct Magic {
  std::string_view bytes;
  std::size_t at;
  PageSense sense;
};

// https://mimesniff.spec.whatwg.org/ section 6, those that the web serves.
constexpr std::array<Magic, 16> kMagics{{
    {"%PDF-", 0, PageSense::pdf},
    {"\x89PNG\r\n\x1A\n", 0, PageSense::image},
    {"\xFF\xD8\xFF", 0, PageSense::image},
    {"GIF87a", 0, PageSense::image},
    {"GIF89a", 0, PageSense::image},
    {"WEBPVP", 8, PageSense::image},
    {"ftyp", 4, PageSense::video},
    {"\x1A\x45\xDF\xA3", 0, PageSense::video},
    {"OggS", 0, PageSense::audio},
    {"ID3", 0, PageSense::audio},
    {"WAVE", 8, PageSense::audio},
    {"PK\x03\x04", 0, PageSense::archive},
    {"\x1F\x8B\x08", 0, PageSense::archive},
    {"Rar!", 0, PageSense::archive},
    {"7z\xBC\xAF\x27\x1C", 0, PageSense::archive},
    {"BZh", 0, PageSense::archive},
}};

std::optional<PageSense> magic_of(std::string_view body) {
  for (const Magic& magic : kMagics) {
    if (body.size() >= magic.at && body.substr(magic.at).starts_with(magic.bytes)) {
      return magic.sense;
    }
  }
  return std::nullopt;
}

std::string beginning(std::string_view body) {
  return lower_ascii(body.substr(0, 2048));
}

bool has_any(std::string_view text, std::initializer_list<std::string_view> marks) {
  return std::ranges::any_of(
      marks, [&](std::string_view mark) { return text.find(mark) != std::string_view::npos; });
}

bool looks_like_html(std::string_view start) {
  return has_any(start, {"<!doctype html", "<html", "<head", "<body", "<meta ", "<title", "<div",
                         "<article", "<script", "<p>"});
}

}  // namespace

const char* page_sense_name(PageSense sense) {
  switch (sense) {
    case PageSense::html:
      return "html";
    case PageSense::text:
      return "text";
    case PageSense::pdf:
      return "pdf";
    case PageSense::image:
      return "image";
    case PageSense::video:
      return "video";
    case PageSense::audio:
      return "audio";
    case PageSense::archive:
      return "archive";
    case PageSense::feed:
      return "feed";
    case PageSense::other:
      return "other";
  }
  return "other";
}

PageSense sense_of(std::string_view content_type, std::string_view body) {
  if (const auto magic = magic_of(body)) return *magic;
  const std::string mime = parse_content_type(content_type).mime;
  const std::string start = beginning(body);
  if (mime == "text/html" || mime == "application/xhtml+xml") return PageSense::html;
  if (mime == "application/pdf") return PageSense::pdf;
  if (mime.starts_with("image/")) return PageSense::image;
  if (mime.starts_with("video/")) return PageSense::video;
  if (mime.starts_with("audio/")) return PageSense::audio;
  const bool is_vague = mime.empty() || mime == "text/plain" || mime.ends_with("xml") ||
                        mime == "application/octet-stream" || mime == "unknown/unknown" ||
                        mime.find('/') == std::string::npos;
  if (!is_vague) return mime == "application/zip" ? PageSense::archive : PageSense::other;
  if (has_any(start, {"<rss", "<feed", "<rdf:rdf", "<urlset", "<sitemapindex"}) &&
      start.find("<html") == std::string::npos) {
    return PageSense::feed;
  }
  if (looks_like_html(start)) return PageSense::html;
  const bool binary = body.substr(0, 512).find('\0') != std::string_view::npos;
  return mime == "text/plain" && !binary ? PageSense::text : PageSense::other;
}

}  // namespace khabar
