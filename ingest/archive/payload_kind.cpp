#include "ingest/archive/payload_kind.h"

#include <algorithm>
#include <cstddef>
#include <string>

#include "core/text/ascii.h"
#include "ingest/archive/header_lines.h"

namespace khabar {
namespace {

constexpr std::size_t kSniffBytes = 1445;  // MIME Sniffing 5.2: the resource header
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

constexpr std::string_view kHtmlStarts[] = {
    "<!doctype html", "<html", "<head",  "<script", "<iframe", "<h1",   "<div", "<font",
    "<table",         "<a",    "<style", "<title",  "<b",      "<body", "<br",  "<p",
    "<!--",           "<meta", "<link",  "<article"};

constexpr std::string_view kBinaryStarts[] = {"%PDF-",
                                              "\x89PNG\r\n",
                                              "GIF8",
                                              "\xFF\xD8\xFF",
                                              "PK\x03\x04",
                                              "\x1f\x8b",
                                              "RIFF",
                                              "OggS",
                                              "\x7f"
                                              "ELF"};

std::string_view without_leading_blanks(std::string_view body) {
  if (body.starts_with(kByteOrderMark)) body.remove_prefix(kByteOrderMark.size());
  body.remove_prefix(std::min(body.find_first_not_of(" \t\n\f\r"), body.size()));
  return body;
}

bool is_binary(unsigned char c) {
  return c <= 0x08 || c == 0x0B || (c >= 0x0E && c <= 0x1A) || (c >= 0x1C && c <= 0x1F);
}

bool starts_binary(std::string_view body) {
  return std::any_of(std::begin(kBinaryStarts), std::end(kBinaryStarts),
                     [&](std::string_view start) { return body.starts_with(start); });
}

PayloadKind sniffed(std::string_view body) {
  if (looks_like_html(body)) return PayloadKind::html;
  const std::string_view start = without_leading_blanks(body);
  if (start.starts_with("<?xml")) return PayloadKind::none;  // a feed, a sitemap
  return !start.empty() && looks_like_text(body) && !starts_binary(body) ? PayloadKind::text
                                                                         : PayloadKind::none;
}

// What a declared type is worth.
enum class Belief { html, text, xml, unknown, other };

Belief belief_in(std::string_view type) {
  if (type == "text/html" || type == "application/xhtml+xml") return Belief::html;
  if (type == "text/plain") return Belief::text;
  if (type == "application/xml" || type == "text/xml") return Belief::xml;
  const bool says_nothing = type.find('/') == type.npos || type == "application/octet-stream" ||
                            type == "application/unknown" || type == "unknown/unknown" ||
                            type == "*/*" || type == "application/x-unknown-content-type";
  return says_nothing ? Belief::unknown : Belief::other;
}

}  // namespace

bool looks_like_html(std::string_view body) {
  const std::string_view start = without_leading_blanks(body.substr(0, kSniffBytes));
  if (start.starts_with("<?xml")) {  // XHTML: its root shows soon
    const std::string early = lower_ascii(start);
    return early.find("<html") != early.npos || early.find("<!doctype html") != early.npos;
  }
  return std::any_of(std::begin(kHtmlStarts), std::end(kHtmlStarts), [&](std::string_view tag) {
    if (!starts_ignoring_case(start, tag)) return false;
    // "Tag-terminating byte": blank or '>'; a comment needs none.
    return tag == "<!--" || start.size() == tag.size() ||
           std::string_view(" \t\r\n\f>").find(start[tag.size()]) != std::string_view::npos;
  });
}

bool looks_like_text(std::string_view body) {
  if (body.starts_with("\xFE\xFF") || body.starts_with("\xFF\xFE")) return true;
  const std::string_view first = body.substr(0, kSniffBytes);
  return std::none_of(first.begin(), first.end(),
                      [](char c) { return is_binary(static_cast<unsigned char>(c)); });
}

PayloadKind payload_kind(std::string_view content_type, std::string_view body) {
  switch (belief_in(lower_token(content_type))) {
    case Belief::html:
      return starts_binary(body) ? PayloadKind::none : PayloadKind::html;
    case Belief::text:
      if (looks_like_html(body)) return PayloadKind::html;
      // Servers send what they do not know as text/plain.
      return looks_like_text(body) && !starts_binary(body) ? PayloadKind::text : PayloadKind::none;
    case Belief::xml:
      return looks_like_html(body) ? PayloadKind::html : PayloadKind::none;
    case Belief::unknown:
      return sniffed(body);
    case Belief::other:
      break;
  }
  return PayloadKind::none;
}

bool may_be_page(std::string_view content_type) {
  return belief_in(lower_token(content_type)) != Belief::other;
}

}  // namespace khabar
