// The two forms of a SourceReport: for people and for machines.
#include <cmath>
#include <cstdio>

#include "app/feeds/source_report.h"
#include "core/model/json_text.h"

namespace khabar {
namespace {

void add_row(const char* name, const std::string& value, std::string& out) {
  if (value.empty()) return;
  char label[16];
  std::snprintf(label, sizeof label, "%-10s", name);
  out += label + shown_text(value) + "\n";
}

std::string counted(std::size_t n, const char* one, const char* many) {
  return std::to_string(n) + " " + (n == 1 ? one : many);
}

std::string entry_summary(const SourceReport& report) {
  const std::size_t n = report.entries.size();
  if (report.is_index) return counted(n, "sitemap", "sitemaps");
  if (report.kind == FeedKind::index_page) {
    return counted(n, "link that looks like an article", "links that look like articles");
  }
  std::string out = counted(n, "entry", "entries") + ": " + std::to_string(report.dated) +
                    " dated, " + std::to_string(report.addressed) + " with an address";
  if (report.kind == FeedKind::feed)
    out += ", " + std::to_string(report.identified) + " with an id";
  return out;
}

std::string cadence(const SourceReport& report) {
  if (report.per_day < 0.05) return {};
  char text[64];
  std::snprintf(text, sizeof text, report.per_day >= 10 ? "about %.0f a day" : "about %.1f a day",
                report.per_day);
  return text;
}

std::string wishes(const SourceReport& report) {
  std::string out;
  const auto add = [&out](const std::string& wish) { out += (out.empty() ? "" : "; ") + wish; };
  if (report.ttl_minutes > 0) add("ttl " + std::to_string(report.ttl_minutes) + " min");
  if (report.update_minutes > 0) {
    add("updated every " + std::to_string(report.update_minutes) + " min");
  }
  if (!report.hub_url.empty()) add("hub " + report.hub_url);
  if (!report.moved_to.empty()) add("has moved to " + report.moved_to);
  return out;
}

std::string fetches(const SourceReport& report) {
  if (report.entries.empty()) return "nothing";
  if (report.is_index) return "the sitemaps, those of news first";
  // Undated links may be years old: a run takes what is there at its first look as known.
  if (report.kind == FeedKind::index_page) return "pages that are linked after the first look";
  std::string out = counted(report.pages_to_fetch(), "page", "pages");
  if (report.full_texts > 0) {
    out += "; " + counted(report.full_texts, "entry carries its", "entries carry their") +
           " full text";
  }
  const std::size_t lost = report.entries.size() - report.addressed;
  if (lost > 0) out += "; " + counted(lost, "entry has", "entries have") + " no address";
  return out;
}

void add_entries(const SourceReport& report, std::size_t entries_max, std::string& out) {
  const std::size_t shown = std::min(entries_max, report.entries.size());
  if (shown > 0) out += '\n';
  for (std::size_t i = 0; i < shown; ++i) {
    const ReportedEntry& entry = report.entries[i];
    char date[40];
    std::snprintf(date, sizeof date, "%-26s",
                  entry.published ? entry.published->iso().c_str() : "no date");
    out += report.kind == FeedKind::index_page ? "" : std::string(date);
    out += entry.carries_full_text ? "whole  " : "page   ";
    out += entry.title.empty() ? "(no title)" : shown_text(entry.title);
    out += "\n    " + (entry.url.empty() ? "(no address)" : entry.url) + "\n";
  }
  if (shown < report.entries.size()) {
    out += "and " + std::to_string(report.entries.size() - shown) + " more (-n)\n";
  }
}

void add_json_entries(const std::vector<ReportedEntry>& entries, std::string& out) {
  char before = '[';
  for (const ReportedEntry& entry : entries) {
    out += before;
    JsonFields fields(out);
    fields.text("title", entry.title);
    fields.text("url", entry.url);
    if (entry.published) fields.text("published", entry.published->iso());
    fields.name("full_text");
    out += entry.carries_full_text ? "true" : "false";
    fields.end();
    before = ',';
  }
  out += entries.empty() ? "[]" : "]";
}

}  // namespace

std::string shown_text(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    const auto next = i + 1 < text.size() ? static_cast<unsigned char>(text[i + 1]) : 0xFF;
    const bool is_c1 = c == 0xC2 && next < 0xA0;
    out += c < 0x20 || c == 0x7F || is_c1 ? ' ' : text[i];
    i += is_c1 ? 1 : 0;
  }
  return out;
}

std::string report_text(const SourceReport& report, std::size_t entries_max) {
  std::string out;
  add_row("source", report.url, out);
  add_row("format", report.format + (report.encoding.empty() ? "" : ", in " + report.encoding),
          out);
  add_row("title", report.title, out);
  add_row("site", report.site_url, out);
  add_row("language", report.language, out);
  add_row("entries", entry_summary(report), out);
  if (report.newest) add_row("newest", report.newest->iso(), out);
  if (report.oldest) add_row("oldest", report.oldest->iso(), out);
  add_row("cadence", cadence(report), out);
  add_row("it says", wishes(report), out);
  add_row("to fetch", fetches(report), out);
  for (const FeedLinkFound& link : report.feed_links) {
    add_row("feed", link.url + (link.title.empty() ? "" : "  " + link.title), out);
  }
  for (const std::string& fault : report.faults) add_row("fault", fault, out);
  add_entries(report, entries_max, out);
  return out;
}

std::string report_json(const SourceReport& report) {
  std::string out;
  JsonFields fields(out);
  fields.text("url", report.url);
  fields.text("kind", feed_kind_name(report.kind));
  fields.text("format", report.format);
  fields.text("encoding", report.encoding);
  fields.text("title", report.title);
  fields.text("site_url", report.site_url);
  fields.text("language", report.language);
  fields.number_always("dated", report.dated);
  fields.number_always("full_texts", report.full_texts);
  fields.number_always("pages_to_fetch", report.pages_to_fetch());
  if (report.newest) fields.text("newest", report.newest->iso());
  if (report.oldest) fields.text("oldest", report.oldest->iso());
  fields.number("per_day", static_cast<std::uint64_t>(std::lround(report.per_day)));
  fields.number("ttl_minutes", report.ttl_minutes);
  fields.number("update_minutes", report.update_minutes);
  fields.text("hub_url", report.hub_url);
  fields.text("moved_to", report.moved_to);
  fields.texts("faults", report.faults);
  fields.name("entries");
  add_json_entries(report.entries, out);
  fields.end();
  return out;
}

}  // namespace khabar
