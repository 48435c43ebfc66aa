#include "ingest/archive/archive_source.h"

#include <algorithm>

#include "core/base/log.h"
#include "core/text/digest.h"
#include "core/text/url.h"

namespace khabar {
namespace {

// The same at every run and on every machine, as long as the path is named the same way.
std::uint64_t key_of(const Origin& origin) {
  Hasher128 hasher;
  hasher.part(origin.kind)
      .part(origin.path)
      .part(std::to_string(origin.offset))
      .part(std::to_string(origin.line))
      .part(origin.record_id);
  return hasher.digest().low;
}

std::optional<InputFormat> format_named(std::string_view name) {
  for (std::size_t i = 0; i < std::size(kInputFormatNames); ++i) {
    if (kInputFormatNames[i] == name) return static_cast<InputFormat>(i);
  }
  return std::nullopt;
}

Checkpoint::Save saver(const Services& services, const std::string& name) {
  return [&cursors = services.cursors, name](const std::string& cursor) {
    if (auto saved = cursors.save(name, cursor); !saved)
      log_error("archive", saved.error().message);
  };
}

}  // namespace

Result<std::unique_ptr<ArchiveSource>> ArchiveSource::make(const ArchiveOptions& options,
                                                           const Services& services) {
  auto inputs = expand_inputs(options.paths);
  if (!inputs) return tl::unexpected(inputs.error());
  if (inputs->empty()) return invalid(options.name + ": no input files");
  auto saved = services.cursors.load(options.name);
  if (!saved) return tl::unexpected(saved.error());
  ArchiveCursor start;
  if (*saved) {
    auto cursor = parse_cursor(**saved, *inputs);
    if (!cursor) return invalid(options.name + ": " + cursor.error().message);
    start = *cursor;
  }
  return std::unique_ptr<ArchiveSource>(
      new ArchiveSource(options, services, std::move(*inputs), start));
}

ArchiveSource::ArchiveSource(const ArchiveOptions& options, const Services& services,
                             std::vector<Input> inputs, ArchiveCursor start)
    : options_(options),
      inputs_(std::move(inputs)),
      digest_(digest_of(inputs_)),
      start_(start),
      file_(start.file),
      checkpoint_(services.open_bounds, saver(services, options.name)),
      bytes_counter_(services.metrics.counter(kMetricInputBytes, {{"source", options.name}},
                                              "Bytes of input read, as stored")),
      empty_counter_(services.metrics.counter("khabar_input_files_empty_total",
                                              {{"source", options.name}},
                                              "Input files that held no document at all")),
      empty_log_(services.clock, 20, Milliseconds(60'000)),
      files_read_(start.file) {
  for (std::size_t i = 0; i < inputs_.size(); ++i) {
    bytes_total_ += inputs_[i].bytes;
    if (i < file_) bytes_before_ += inputs_[i].bytes;
  }
  bytes_read_ = bytes_before_;
  services.metrics
      .gauge(kMetricInputBytesExpected, {{"source", options.name}},
             "Bytes of all input files, as stored")
      .set(static_cast<std::int64_t>(bytes_total_));
}

ArchiveProgress ArchiveSource::progress() const {
  return {files_read_, inputs_.size(), bytes_read_, bytes_total_};
}

void ArchiveSource::count_bytes() {
  const std::uint64_t in_file = reader_ ? reader_->stored_bytes() : 0;
  const std::uint64_t now = bytes_before_ + in_file;
  if (now <= bytes_read_) return;  // a reader may go back a little
  bytes_counter_.add(now - bytes_read_);
  bytes_read_ = now;
}

Status ArchiveSource::open_file(const Stop& stop) {
  OpenOptions how{options_.bounds, options_.keep_extra, options_.formats, stop.soft};
  reader_ = open_reader(inputs_[file_], how);
  file_gave_ = file_ == start_.file && start_.place != ReadPlace{};
  if (file_ != start_.file || start_.place == ReadPlace{}) return {};
  if (auto moved = reader_->start_at(start_.place); !moved) {
    return invalid(options_.name + ": cannot go on in " + inputs_[file_].path + ": " +
                   moved.error().message);
  }
  return {};
}

void ArchiveSource::finish_document(Document& document) const {
  document.key = key_of(document.origin);
  const bool has_page = !document.fault && document.dropped.empty();
  if (has_page && document.source.host.empty() && !document.url.empty()) {
    document.source.host = registrable_domain(host_of(document.url));
  }
}

// An empty file is no error, but whoever named it will want to know.
void ArchiveSource::close_file() {
  const Input& input = inputs_[file_];
  if (!file_gave_) {
    empty_counter_.add();
    if (const auto held_back = empty_log_.take()) {
      std::string line =
          input.path + ": no document in its " + std::to_string(input.bytes) + " bytes";
      if (*held_back > 0) line += " (and " + std::to_string(*held_back) + " files before it)";
      log_warning("archive", line);
    }
  }
  reader_.reset();
  bytes_before_ += input.bytes;
  count_bytes();
  files_read_ = ++file_;
}

// Fills pending_. False: no more, or stopped.
Result<bool> ArchiveSource::fetch(const Stop& stop) {
  while (file_ < inputs_.size()) {
    if (!reader_) {
      if (auto opened = open_file(stop); !opened) return tl::unexpected(opened.error());
    }
    auto document = reader_->next();
    if (!document) {  // cancelled: the reader is spent, and the record comes again next time
      stopped_ = true;
      return false;
    }
    if (*document) {
      finish_document(**document);
      file_gave_ = true;
      pending_ =
          Pending{std::move(**document), print_cursor({file_, reader_->place()}, inputs_, digest_)};
      count_bytes();
      return true;
    }
    close_file();
  }
  return false;
}

Result<std::vector<Parcel>> ArchiveSource::read(std::size_t max, const Stop& stop) {
  std::vector<Parcel> parcels;
  while (parcels.size() < max && !stopped_ && !stop.soft.stop_requested()) {
    if (!pending_) {
      auto more = fetch(stop);
      if (!more) return tl::unexpected(more.error());
      if (!*more) break;
    }
    const std::size_t bytes = pending_->document.payload.body.size();
    if (!parcels.empty() && !checkpoint_.has_room(bytes)) break;
    auto receipt = checkpoint_.open(pending_->cursor, bytes, stop);
    if (!receipt) break;
    parcels.push_back({std::move(pending_->document), std::move(*receipt), 0});
    pending_.reset();
    // A pipe may have nothing more for a long time: what it gave goes on at once.
    if (inputs_[file_].bytes == 0) break;
  }
  return parcels;
}

Result<std::unique_ptr<Source>> make_archive_source(Settings& settings, const Services& services) {
  ArchiveOptions options;
  options.name = settings.path();
  options.paths = settings.texts("paths", std::nullopt,
                                 "Files, folders, patterns (\"crawl/*.warc.gz\") or \"-\" for "
                                 "standard input; read in this order, folders in byte order");
  options.bounds.body_bytes_max = static_cast<std::size_t>(
      settings.integer("body_bytes_max", limits::kBodyBytesMax, 1024, std::int64_t{1} << 30,
                       "Longest page or text, decoded; longer ones are faults"));
  options.bounds.line_bytes_max = static_cast<std::size_t>(
      settings.integer("line_bytes_max", limits::kLineBytesMax, 1024, std::int64_t{1} << 30,
                       "Longest JSONL line, decoded; longer ones are faults"));
  options.keep_extra =
      settings.flag("keep_extra", false, "Keep unknown keys of JSONL lines in origin.extra");
  const auto names = settings.texts("formats", std::vector<std::string>{},
                                    "Read only these formats of what is named: warc, jsonl, text, "
                                    "html; empty: all");
  for (const std::string& name : names) {
    const auto format = format_named(name);
    if (format) options.formats.push_back(*format);
    if (!format) settings.fault("formats", "\"" + name + "\" is none of warc, jsonl, text, html");
  }
  if (auto read = settings.finish(); !read) return tl::unexpected(read.error());
  return ArchiveSource::make(options, services);
}

}  // namespace khabar
