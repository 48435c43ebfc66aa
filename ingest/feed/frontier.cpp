#include "ingest/feed/frontier.h"

#include <algorithm>

#include "core/base/check.h"
#include "core/base/log.h"
#include "ingest/feed/frontier_columns.h"
#include "ingest/feed/frontier_schema.h"

namespace khabar {

enum class Frontier::Sql : std::uint8_t {
  insert_feed,
  update_feed,
  configure_feed,
  remove_feed,
  count_disallowed,
  forget_disallowed,
  remove_forms,
  forms,
  save_form,
  touch_form,
  forget_forms,
  page,
  is_page,
  alias_of,
  add_page,
  save_page,
  save_entry,
  clear_entry,
  touch_page,
  alias,
  due_pages,
  expire_pages,
  expire_aliases,
  expire_robots,
  expire_pauses,
  robots,
  save_robots,
  save_pause,
  count,
  data_version,
  wishes,
  forget_wishes,
};

namespace {

std::string placeholders(std::string_view columns) {
  std::string out = "?";
  for (const char c : columns) out += c == ',' ? ", ?" : "";
  return out;
}

std::string assignments(std::string_view columns) {
  std::string out;
  for (const char c : columns) out += c == ',' ? std::string(" = ?,") : std::string(1, c);
  return out + " = ?";
}

}  // namespace

Frontier::~Frontier() = default;

Result<std::unique_ptr<Frontier>> Frontier::open(const std::string& path) {
  Result<Database> opened =
      Database::open(path.empty() ? ":memory:" : path, DatabaseAccess::read_write);
  if (!opened) return tl::unexpected(opened.error());
  if (Status done = opened->migrate(kFrontierSchema); !done) return tl::unexpected(done.error());
  // A few tens of MB: random look-ups of hashes go over the whole of `pages`.
  Status tuned = opened->execute("PRAGMA cache_size = -16384; PRAGMA wal_autocheckpoint = 4000");
  if (!tuned) return tl::unexpected(tuned.error());
  std::unique_ptr<Frontier> frontier(new Frontier(std::move(*opened)));
  if (Status prepared = frontier->prepare(); !prepared) return tl::unexpected(prepared.error());
  return frontier;
}

Status Frontier::prepare() {
  const std::string feed_columns(kFeedColumns), page_columns(kPageColumns);
  const std::vector<std::pair<Sql, std::string>> all{
      {Sql::insert_feed, "INSERT INTO feeds (" + feed_columns + ") VALUES (" +
                             placeholders(kFeedColumns) + ") RETURNING id"},
      {Sql::update_feed, "UPDATE feeds SET " + assignments(kFeedColumns) + " WHERE id = ?"},
      {Sql::configure_feed, "UPDATE feeds SET configured = ?, conf_paused = ? WHERE id = ?"},
      {Sql::remove_feed, "DELETE FROM feeds WHERE id = ?"},
      {Sql::count_disallowed,
       "UPDATE feeds SET pages_disallowed = pages_disallowed + 1 WHERE id = ?"},
      {Sql::forget_disallowed,
       "UPDATE feeds SET pages_disallowed = 0 WHERE id = ? AND pages_disallowed > 0"},
      {Sql::remove_forms, "DELETE FROM forms WHERE feed = ?"},
      {Sql::forms,
       "SELECT identity, guid, url, title, published_s, page, version, seen FROM forms"
       " WHERE feed = ?"},
      {Sql::save_form, "INSERT OR REPLACE INTO forms VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"},
      {Sql::touch_form,
       "UPDATE forms SET page = ?, version = ?, seen = ? WHERE feed = ? AND identity = ?"},
      {Sql::forget_forms, "DELETE FROM forms WHERE feed = ? AND seen < ?"},
      {Sql::page, "SELECT " + page_columns + " FROM pages WHERE id = ?"},
      {Sql::is_page, "SELECT 1 FROM pages WHERE id = ?"},
      {Sql::alias_of, "SELECT page FROM aliases WHERE url = ?"},
      {Sql::add_page,
       "INSERT OR IGNORE INTO pages (id, feed, url, key, record_id, first_seen, seen, due, fate,"
       " title, published, authors, language, summary, content)"
       " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"},
      {Sql::save_page,
       "UPDATE pages SET url = ?, key = ?, fate = ?, last_error = ?, seen = ?, fetched = ?, due = "
       "?,"
       " visits = ?, revisit = ?, failures = ?, etag = ?, last_modified = ?, body_hash = ?"
       " WHERE id = ?"},
      {Sql::save_entry,
       "UPDATE pages SET title = ?, published = ?, authors = ?, language = ?, summary = ?,"
       " content = ? WHERE id = ?"},
      {Sql::clear_entry,
       "UPDATE pages SET title = NULL, published = NULL, authors = NULL, language = NULL,"
       " summary = NULL, content = NULL WHERE id = ?"},
      {Sql::touch_page, "UPDATE pages SET seen = ?1 WHERE id = ?2 AND seen < ?1"},
      {Sql::alias, "INSERT OR REPLACE INTO aliases VALUES (?, ?, ?)"},
      {Sql::due_pages, "SELECT due, id FROM pages WHERE due IS NOT NULL ORDER BY due"},
      {Sql::expire_pages,
       "DELETE FROM pages WHERE id IN"
       " (SELECT id FROM pages WHERE seen < ? AND due IS NULL ORDER BY seen LIMIT ?)"},
      {Sql::expire_aliases,
       "DELETE FROM aliases WHERE url IN (SELECT url FROM aliases WHERE seen < ? LIMIT ?)"},
      {Sql::expire_robots,
       "DELETE FROM robots WHERE origin IN"
       " (SELECT origin FROM robots WHERE expires < ? LIMIT ?)"},
      {Sql::expire_pauses,
       "DELETE FROM site_pauses WHERE site IN"
       " (SELECT site FROM site_pauses WHERE until < ? LIMIT ?)"},
      {Sql::robots,
       "SELECT kind, expires, unreachable_since, failures, body FROM robots WHERE origin = ?"},
      {Sql::save_robots, "INSERT OR REPLACE INTO robots VALUES (?, ?, ?, ?, ?, ?)"},
      {Sql::save_pause, "INSERT OR REPLACE INTO site_pauses VALUES (?, ?)"},
      {Sql::count,
       "INSERT INTO counts VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET value = value + ?2"},
      {Sql::data_version, "PRAGMA data_version"},
      {Sql::wishes, "SELECT url, paused FROM wishes"},
      {Sql::forget_wishes, "DELETE FROM wishes"},
  };
  for (const auto& [which, sql] : all) {
    Result<Statement> made = database_.prepare(sql);
    if (!made) return tl::unexpected(made.error());
    statements_.emplace(which, std::move(*made));
  }
  return {};
}

Statement& Frontier::statement(Sql which) {
  Statement& found = statements_.at(which);
  found.clear();
  return found;
}

void Frontier::fail(const Error& error) {
  if (!failure_) failure_ = error;
}

bool Frontier::begin() {
  if (failure_) return false;
  if (transaction_) return true;
  auto begun = Transaction::begin(database_);
  if (!begun) {
    fail(begun.error());
    return false;
  }
  transaction_.emplace(std::move(*begun));
  return true;
}

void Frontier::write(Statement& statement) {
  if (!begin()) return;
  if (Status done = statement.run(); !done) fail(done.error());
}

Status Frontier::commit() {
  for (const auto& [name, by] : counts_) {
    Statement& add = statement(Sql::count);
    add.bind(1, name).bind(2, by);
    write(add);
  }
  counts_.clear();
  if (failure_) return tl::unexpected(*failure_);
  if (!transaction_) return {};
  if (Status done = transaction_->commit(); !done) {
    fail(done.error());
    return done;
  }
  transaction_.reset();
  return {};
}

Result<std::vector<FeedRow>> Frontier::feeds() {
  auto select = database_.prepare("SELECT " + std::string(kFeedColumns) + ", id FROM feeds");
  if (!select) return tl::unexpected(select.error());
  std::vector<FeedRow> out;
  for (;;) {
    const auto row = select->step();
    if (!row) return tl::unexpected(row.error());
    if (!*row) return out;
    ColumnReader reader(*select);
    out.push_back(read_feed(reader));
    out.back().id = reader.number();
  }
}

void Frontier::save_feed(FeedRow& row) {
  Statement& save = statement(row.id == 0 ? Sql::insert_feed : Sql::update_feed);
  Binder binder(save);
  bind_feed(binder, row);
  if (row.id != 0) {
    binder.number(row.id);
    return write(save);
  }
  if (!begin()) return;
  const auto inserted = save.step();
  if (!inserted) return fail(inserted.error());
  row.id = save.integer(0);
  if (Status done = save.run(); !done) fail(done.error());
}

void Frontier::set_configured(std::int64_t feed, bool configured, bool paused_there) {
  Statement& set = statement(Sql::configure_feed);
  Binder(set).flag(configured).flag(paused_there).number(feed);
  write(set);
}

void Frontier::remove_feed(std::int64_t feed) {
  for (const Sql which : {Sql::remove_forms, Sql::remove_feed}) {
    Statement& remove = statement(which);
    remove.bind(1, feed);
    write(remove);
  }
}

void Frontier::note_robots(std::int64_t feed, bool allowed) {
  Statement& note = statement(allowed ? Sql::forget_disallowed : Sql::count_disallowed);
  note.bind(1, feed);
  write(note);
}

Result<std::vector<EntryForm>> Frontier::forms(std::int64_t feed) {
  Statement& select = statement(Sql::forms);
  select.bind(1, feed);
  std::vector<EntryForm> out;
  for (;;) {
    const auto row = select.step();
    if (!row) return tl::unexpected(row.error());
    if (!*row) break;
    ColumnReader reader(select);
    EntryForm& form = out.emplace_back();
    form.feed = feed;
    form.known.identity = reader.hash();
    form.known.keys.guid = reader.hash();
    form.known.keys.url = reader.hash();
    form.known.keys.title = reader.hash();
    form.known.keys.published_s = reader.number();
    form.page = reader.hash();
    form.version = reader.hash();
    form.seen = reader.time();
  }
  select.reset();
  return out;
}

void Frontier::save_form(const EntryForm& form, TimePoint now) {
  Statement& save = statement(Sql::save_form);
  const EntryKeys& keys = form.known.keys;
  Binder(save)
      .number(form.feed)
      .hash(form.known.identity)
      .hash(keys.guid)
      .hash(keys.url)
      .hash(keys.title)
      .number(keys.published_s)
      .hash(form.page)
      .hash(form.version)
      .time(now);
  write(save);
}

void Frontier::touch_form(const EntryForm& form, TimePoint now) {
  Statement& touch = statement(Sql::touch_form);
  Binder(touch)
      .hash(form.page)
      .hash(form.version)
      .time(now)
      .number(form.feed)
      .hash(form.known.identity);
  write(touch);
}

void Frontier::forget_forms(std::int64_t feed, TimePoint before) {
  Statement& forget = statement(Sql::forget_forms);
  Binder(forget).number(feed).time(before);
  write(forget);
}

Result<std::optional<PageRow>> Frontier::page(std::uint64_t id) {
  Statement& select = statement(Sql::page);
  Binder(select).hash(id);
  const auto row = select.step();
  if (!row) return tl::unexpected(row.error());
  if (!*row) return std::optional<PageRow>();
  ColumnReader reader(select);
  std::optional<PageRow> out = read_page(reader);
  select.reset();
  return out;
}

Result<std::uint64_t> Frontier::resolve(std::uint64_t id) {
  for (const Sql which : {Sql::is_page, Sql::alias_of}) {
    Statement& select = statement(which);
    Binder(select).hash(id);
    const auto row = select.step();
    if (!row) return tl::unexpected(row.error());
    if (!*row) continue;
    const std::uint64_t found = which == Sql::is_page ? id : ColumnReader(select).hash();
    select.reset();
    return found;
  }
  return 0;
}

void Frontier::add_page(const PageRow& row) {
  CHECK(row.first_seen && row.seen);
  Statement& add = statement(Sql::add_page);
  Binder binder(add);
  binder.hash(row.id).number(row.feed).text(row.url).hash(row.key).text(row.record_id);
  binder.time(row.first_seen).time(row.seen).time(row.due).text(row.fate);
  bind_entry(binder, row);
  write(add);
  count("pages");
}

void Frontier::save_page(const PageRow& row) {
  Statement& save = statement(Sql::save_page);
  Binder(save)
      .text(row.url)
      .hash(row.key)
      .text(row.fate)
      .text(row.last_error)
      .time(row.seen)
      .time(row.fetched)
      .time(row.due)
      .number(row.visits)
      .number(row.revisit)
      .number(row.failures)
      .text(row.etag)
      .text(row.last_modified)
      .hash(row.body_hash)
      .hash(row.id);
  write(save);
}

void Frontier::save_entry(const PageRow& row) {
  Statement& save = statement(Sql::save_entry);
  Binder binder(save);
  bind_entry(binder, row);
  binder.hash(row.id);
  write(save);
}

void Frontier::clear_entry(std::uint64_t page) {
  Statement& clear = statement(Sql::clear_entry);
  Binder(clear).hash(page);
  write(clear);
}

void Frontier::touch_page(std::uint64_t page, TimePoint now) {
  Statement& touch = statement(Sql::touch_page);
  Binder(touch).time(now).hash(page);
  write(touch);
}

void Frontier::alias(std::uint64_t url, std::uint64_t page, TimePoint now) {
  Statement& alias = statement(Sql::alias);
  Binder(alias).hash(url).hash(page).time(now);
  write(alias);
}

Result<std::vector<Frontier::Due>> Frontier::due_pages() {
  Statement& select = statement(Sql::due_pages);
  std::vector<Due> out;
  for (;;) {
    const auto row = select.step();
    if (!row) return tl::unexpected(row.error());
    if (!*row) break;
    ColumnReader reader(select);
    const TimePoint when = reader.time().value_or(TimePoint{});
    out.push_back({when, reader.hash()});
  }
  select.reset();
  return out;
}

Result<std::size_t> Frontier::expire(TimePoint before, std::size_t max) {
  std::size_t gone = 0;
  for (const Sql which :
       {Sql::expire_pages, Sql::expire_aliases, Sql::expire_robots, Sql::expire_pauses}) {
    Statement& expire = statement(which);
    Binder(expire).time(before).number(static_cast<std::int64_t>(max));
    write(expire);
    if (failure_) return tl::unexpected(*failure_);
    const std::int64_t rows = database_.changes();
    if (which == Sql::expire_pages && rows > 0) count("pages", -rows);
    gone = std::max(gone, static_cast<std::size_t>(rows));
  }
  return gone;
}

Result<std::optional<RobotsRow>> Frontier::robots(const std::string& origin) {
  Statement& select = statement(Sql::robots);
  select.bind(1, origin);
  const auto row = select.step();
  if (!row) return tl::unexpected(row.error());
  if (!*row) return std::optional<RobotsRow>();
  ColumnReader reader(select);
  RobotsRow out;
  out.origin = origin;
  out.kind = static_cast<RobotsRow::Kind>(std::clamp(reader.small(), 0, 2));
  out.expires = reader.time().value_or(TimePoint{});
  out.unreachable_since = reader.time();
  out.failures = reader.small();
  out.body = reader.text();
  select.reset();
  return std::optional(std::move(out));
}

Status Frontier::save_robots(const RobotsRow& row) {
  Statement& save = statement(Sql::save_robots);
  Binder(save)
      .text(row.origin)
      .number(static_cast<int>(row.kind))
      .time(row.expires)
      .time(row.unreachable_since)
      .number(row.failures)
      .text(row.body);
  write(save);
  return failure_ ? Status(tl::unexpected(*failure_)) : Status();
}

std::vector<std::pair<std::string, TimePoint>> Frontier::site_pauses() {
  std::vector<std::pair<std::string, TimePoint>> out;
  auto select = database_.prepare("SELECT site, until FROM site_pauses");
  for (auto row = Result<bool>(select.has_value()); row && *row;) {
    row = select->step();
    if (!row || !*row) break;
    ColumnReader reader(*select);
    std::string site = reader.text();
    out.emplace_back(std::move(site), reader.time().value_or(TimePoint{}));
  }
  return out;
}

void Frontier::save_site_pause(const std::string& site, TimePoint until) {
  Statement& save = statement(Sql::save_pause);
  Binder(save).text(site).time(until);
  write(save);
}

void Frontier::count(const std::string& name, std::int64_t by) {
  counts_[name] += by;
}

Result<std::vector<std::pair<std::string, bool>>> Frontier::take_wishes() {
  std::vector<std::pair<std::string, bool>> out;
  Statement& version = statement(Sql::data_version);
  const auto stepped = version.step();
  if (!stepped) return tl::unexpected(stepped.error());
  const std::int64_t now = *stepped ? version.integer(0) : 0;
  version.reset();
  if (now == data_version_) return out;
  data_version_ = now;
  Statement& select = statement(Sql::wishes);
  for (;;) {
    const auto row = select.step();
    if (!row) return tl::unexpected(row.error());
    if (!*row) break;
    ColumnReader reader(select);
    std::string url = reader.text();
    out.emplace_back(std::move(url), reader.flag());
  }
  select.reset();
  if (!out.empty()) write(statement(Sql::forget_wishes));
  return out;
}

}  // namespace khabar
