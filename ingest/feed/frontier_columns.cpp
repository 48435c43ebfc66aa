#include "ingest/feed/frontier_columns.h"

namespace khabar {
namespace {

// Names of people hold no line breaks.
std::string joined(const std::vector<std::string>& names) {
  std::string out;
  for (const std::string& name : names) out += (out.empty() ? "" : "\n") + name;
  return out;
}

std::vector<std::string> split(std::string_view text) {
  std::vector<std::string> out;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    if (end > 0) out.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return out;
}

}  // namespace

void bind_feed(Binder& binder, const FeedRow& row) {
  binder.text(row.url).number(row.parent).text(row.name).text(row.kind).text(row.language);
  binder.text(row.group)
      .text(row.title)
      .flag(row.is_paused)
      .flag(row.is_retired)
      .flag(row.is_silent);
  binder.text(row.adopted_url).text(row.moved_url).number(row.moved_sightings);
  binder.time(row.moved_since).text(row.etag).text(row.last_modified).hash(row.body_hash);
  binder.hash(row.entries_hash).time(row.validators_off_until).time(row.last_whole);
  binder.number(row.failures).number(row.status).text(row.last_error).time(row.first_seen);
  binder.time(row.last_poll).time(row.last_ok).time(row.last_news).time(row.next_due);
  binder.number(row.interval.count()).number(row.ttl.count());
  binder.text(row.cadence.is_started() ? row.cadence.to_text() : std::string());
  binder.number(row.polls).number(row.news).flag(row.carries_text);
}

FeedRow read_feed(ColumnReader& reader) {
  FeedRow row;
  row.url = reader.text();
  row.parent = reader.number();
  row.name = reader.text();
  row.kind = reader.text();
  row.language = reader.text();
  row.group = reader.text();
  row.title = reader.text();
  row.is_paused = reader.flag();
  row.is_retired = reader.flag();
  row.is_silent = reader.flag();
  row.adopted_url = reader.text();
  row.moved_url = reader.text();
  row.moved_sightings = reader.small();
  row.moved_since = reader.time();
  row.etag = reader.text();
  row.last_modified = reader.text();
  row.body_hash = reader.hash();
  row.entries_hash = reader.hash();
  row.validators_off_until = reader.time();
  row.last_whole = reader.time();
  row.failures = reader.small();
  row.status = reader.small();
  row.last_error = reader.text();
  row.first_seen = reader.time();
  row.last_poll = reader.time();
  row.last_ok = reader.time();
  row.last_news = reader.time();
  row.next_due = reader.time();
  row.interval = Milliseconds(reader.number());
  row.ttl = Milliseconds(reader.number());
  row.cadence = Cadence::from_text(reader.text()).value_or(Cadence{});
  row.polls = reader.number();
  row.news = reader.number();
  row.carries_text = reader.flag();
  return row;
}

PageRow read_page(ColumnReader& reader) {
  PageRow row;
  row.id = reader.hash();
  row.feed = reader.number();
  row.url = reader.text();
  row.key = reader.hash();
  row.record_id = reader.text();
  row.given.title = reader.text();
  row.given.published = reader.text();
  row.given.authors = split(reader.text());
  row.given.language = reader.text();
  row.given.summary = reader.text();
  row.content = reader.text();
  row.fate = reader.text();
  row.last_error = reader.text();
  row.first_seen = reader.time();
  row.seen = reader.time();
  row.fetched = reader.time();
  row.due = reader.time();
  row.visits = reader.small();
  row.revisit = reader.small();
  row.failures = reader.small();
  row.etag = reader.text();
  row.last_modified = reader.text();
  row.body_hash = reader.hash();
  return row;
}

void bind_entry(Binder& binder, const PageRow& row) {
  binder.text_or_null(row.given.title).text_or_null(row.given.published);
  binder.text_or_null(joined(row.given.authors)).text_or_null(row.given.language);
  binder.text_or_null(row.given.summary).text_or_null(row.content);
}

}  // namespace khabar
