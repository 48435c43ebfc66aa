#include "ingest/archive/warc_reader.h"

#include <algorithm>

#include "core/base/limits.h"
#include "ingest/archive/header_lines.h"
#include "ingest/archive/warc_document.h"
#include "ingest/archive/warc_header.h"
#include "ingest/archive/warc_window.h"

namespace khabar {
namespace {

// Records end with CRLF CRLF; some writers add more, some none.
constexpr std::size_t kTrailingBytesMax = 8;
// Going back to look for records inside a block that claimed too much costs a second reading.
constexpr std::uint64_t kRewindsMax = 16;

class WarcReader final : public RecordReader {
 public:
  WarcReader(std::unique_ptr<MemberStream> members, std::string path, ReadBounds bounds)
      : window_(std::move(members)),
        path_(std::move(path)),
        body_bytes_max_(bounds.body_bytes_max),
        block_bytes_max_(bounds.body_bytes_max + limits::kHeaderBytesMax) {}

  Result<std::optional<Document>> next() override;
  ReadPlace place() const override { return {window_.place(), 0, rewinds_}; }
  Status start_at(const ReadPlace& place) override {
    rewinds_ = place.rewinds;
    return window_.seek(place.at);
  }
  std::uint64_t stored_bytes() const override { return window_.stored_bytes(); }

 private:
  using Outcome = Result<std::optional<Document>>;
  enum class After { record, nothing_known, elsewhere };

  Outcome read_record();
  Outcome read_block(const std::string& head, const WarcHeader& header, Document document);
  Outcome skip_large_block(const WarcHeader& header, Document document);
  Outcome cut_short(Document document, std::size_t block, std::uint64_t length);
  Outcome lies(Document document, std::size_t block, std::uint64_t length);
  Outcome damaged(Document document);
  Outcome lost(Document document, std::string reason, const std::string& detail);
  bool is_cancelled() const;

  std::uint64_t pass_over(std::uint64_t length);
  bool have(std::size_t bytes);
  After after_block(std::size_t end);
  void skip_newlines();
  std::optional<std::size_t> find_record(std::size_t from) const;
  std::uint64_t scan_to_record();
  Document document_at(MemberPlace place) const;
  Outcome fault(Document document, std::string reason, const std::string& detail) const;

  WarcWindow window_;
  std::string path_;
  std::size_t body_bytes_max_, block_bytes_max_;
  std::uint64_t rewinds_ = 0;
};

Document WarcReader::document_at(MemberPlace place) const {
  Document document;
  document.origin.kind = "warc";
  document.origin.path = path_;
  document.origin.offset = place.member + place.inside;
  return document;
}

WarcReader::Outcome WarcReader::fault(Document document, std::string reason,
                                      const std::string& detail) const {
  document.fault =
      Fault{std::move(reason),
            path_ + ": record at offset " + std::to_string(document.origin.offset) + ": " + detail};
  return document;
}

bool WarcReader::have(std::size_t bytes) {
  while (window_.bytes().size() < bytes) {
    if (!window_.pull()) return false;
  }
  return true;
}

void WarcReader::skip_newlines() {
  for (;;) {
    const auto bytes = window_.bytes();
    const auto newlines = std::min(bytes.find_first_not_of("\r\n"), bytes.size());
    window_.advance(newlines);
    if (newlines < bytes.size() || !window_.pull()) return;
  }
}

// Where a line that begins a record stands, at or behind `from`.
std::optional<std::size_t> WarcReader::find_record(std::size_t from) const {
  const auto bytes = window_.bytes();
  for (auto at = bytes.find("WARC/", from); at != bytes.npos; at = bytes.find("WARC/", at + 1)) {
    const bool line_begins = (at > 0 && bytes[at - 1] == '\n') || window_.begins_member(at);
    if (line_begins && begins_warc_record(bytes.substr(at))) return at;
  }
  return std::nullopt;
}

// Throws bytes away up to the next record, the end or damage; tells how many.
std::uint64_t WarcReader::scan_to_record() {
  std::uint64_t skipped = 0;
  for (;;) {
    const auto bytes = window_.bytes();
    const auto found = find_record(0);
    // What may be the beginning of a version line, and the line end before it, stays.
    const std::size_t n =
        found.value_or(bytes.size() - std::min(bytes.size(), kWarcVersionBytesMax + 1));
    window_.advance(n);
    skipped += n;
    if (found) return skipped;
    if (!window_.pull()) {
      skipped += window_.bytes().size();
      window_.advance(window_.bytes().size());
      return skipped;
    }
  }
}

WarcReader::Outcome WarcReader::damaged(Document document) {
  const Damage damage = *window_.damage();
  window_.step_over_damage();
  if (damage.kind == DamageKind::cancelled) return cancelled(path_ + ": " + damage.detail);
  return fault(std::move(document), std::string("warc_") + damage_name(damage.kind), damage.detail);
}

bool WarcReader::is_cancelled() const {
  return window_.damage() && window_.damage()->kind == DamageKind::cancelled;
}

// A record that cannot be made out: the fault is told once the next one is found.
WarcReader::Outcome WarcReader::lost(Document document, std::string reason,
                                     const std::string& detail) {
  const std::uint64_t skipped = scan_to_record();
  // Damage met on the way is what spoilt the record.
  if (window_.bytes().empty() && window_.damage()) return damaged(std::move(document));
  return fault(std::move(document), std::move(reason),
               detail + ", " + std::to_string(skipped) + " bytes passed over");
}

WarcReader::Outcome WarcReader::next() {
  skip_newlines();
  have(kWarcVersionBytesMax);
  const auto bytes = window_.bytes();
  if (bytes.empty()) {
    if (!window_.damage()) return std::nullopt;
    return damaged(document_at(window_.damage()->place));
  }
  if (begins_warc_record(bytes)) return read_record();
  Document document = document_at(window_.place());
  const bool cut = bytes.size() < kWarcVersionBytesMax && bytes.find('\n') == bytes.npos &&
                   (bytes.starts_with("WARC/") || std::string_view("WARC/").starts_with(bytes));
  if (cut && window_.damage()) return damaged(std::move(document));
  return lost(std::move(document), cut ? "warc_truncated" : "warc_bad_header",
              cut ? "the file ends inside its version" : "no record begins here");
}

WarcReader::Outcome WarcReader::read_record() {
  Document document = document_at(window_.place());
  std::optional<std::size_t> end;
  for (std::size_t looked = 0; !(end = header_end(window_.bytes(), looked));) {
    const auto bytes = window_.bytes();
    looked = bytes.size() - std::min<std::size_t>(bytes.size(), 3);
    if (bytes.size() > limits::kHeaderBytesMax) {
      window_.advance(1);
      return lost(std::move(document), "warc_bad_header",
                  "its header exceeds " + std::to_string(limits::kHeaderBytesMax) + " bytes");
    }
    if (window_.pull()) continue;
    if (window_.damage()) return damaged(std::move(document));
    window_.advance(bytes.size());
    return fault(std::move(document), "warc_truncated", "the file ends inside its header");
  }
  const std::string head(window_.bytes().substr(0, *end));
  const WarcHeader header = parse_warc_header(head);
  describe(header, document);
  if (!header.content_length || header.type.empty()) {
    const std::string what =
        header.type.empty()
            ? "no WARC-Type"
            : "Content-Length \"" + std::string(header.content_length_text) + "\" is no number";
    window_.advance(1);
    return lost(std::move(document), header.type.empty() ? "warc_bad_header" : "warc_bad_length",
                what);
  }
  if (*header.content_length > block_bytes_max_) {
    window_.advance(*end);
    return skip_large_block(header, std::move(document));
  }
  return read_block(head, header, std::move(document));
}

WarcReader::Outcome WarcReader::read_block(const std::string& head, const WarcHeader& header,
                                           Document document) {
  const auto length = static_cast<std::size_t>(*header.content_length);
  const std::size_t block = head.size(), end = block + length;
  for (std::size_t looked = 0;;) {
    // A member that begins a record inside this block: the length claims too much.
    const auto member = window_.next_member(std::max(looked, block - 1));
    if (member && *member < end) {
      have(std::min(*member + kWarcVersionBytesMax, end));
      looked = *member;
      if (begins_warc_record(window_.bytes().substr(*member))) {
        return cut_short(std::move(document), block, length);
      }
      continue;
    }
    if (window_.bytes().size() >= end) break;
    if (!window_.pull()) return cut_short(std::move(document), block, length);
  }
  if (after_block(end) == After::elsewhere) return lies(std::move(document), block, length);
  const bool unverified = window_.damage() && window_.damage()->kind == DamageKind::corrupt &&
                          window_.damage()->place.member == window_.place().member &&
                          window_.place().inside == 0;
  if (unverified) return damaged(std::move(document));  // its own checksum differs
  document.dropped = passed_over_type(header);
  if (document.dropped.empty()) {
    unpack(header, window_.bytes().substr(block, length), body_bytes_max_, document);
    if (document.fault) {
      const Fault why = *document.fault;
      window_.advance(end);
      return fault(std::move(document), why.reason, why.detail);
    }
  }
  window_.advance(end);
  return document;
}

// Does a record (or the end of the file or of a member) follow the block, as it should? Where CRLF
// CRLF stands in its place the length is believed: what comes behind is its own fault.
WarcReader::After WarcReader::after_block(std::size_t end) {
  for (std::size_t at = end; at <= end + kTrailingBytesMax; ++at) {
    if (window_.ends_member(at) || window_.begins_member(at)) return After::record;
    if (!have(at + 1)) return After::nothing_known;
    if (window_.begins_member(at)) return After::record;
    const char c = window_.bytes()[at];
    if (c == '\r' || c == '\n') continue;
    have(at + kWarcVersionBytesMax);
    if (begins_warc_record(window_.bytes().substr(at))) return After::record;
    const auto between = window_.bytes().substr(end, at - end);
    const bool ends_well = between.starts_with("\r\n\r\n") || between.starts_with("\n\n");
    return ends_well ? After::record : After::elsewhere;
  }
  return After::record;
}

// The block is not all there: the length claims too much, the bytes are damaged, or the file ends.
WarcReader::Outcome WarcReader::cut_short(Document document, std::size_t block,
                                          std::uint64_t length) {
  if (is_cancelled()) return damaged(std::move(document));
  if (const auto next = find_record(block)) {
    window_.advance(*next);
    return fault(std::move(document), "warc_bad_length",
                 "Content-Length " + std::to_string(length) +
                     ", but the next record begins after " + std::to_string(*next - block) +
                     " bytes");
  }
  if (window_.damage()) return damaged(std::move(document));
  const std::size_t there = window_.bytes().size() - std::min(window_.bytes().size(), block);
  window_.advance(window_.bytes().size());
  return fault(std::move(document), "warc_truncated",
               "Content-Length " + std::to_string(length) + " exceeds the " +
                   std::to_string(there) + " bytes left");
}

// The block is there, but no record follows it.
WarcReader::Outcome WarcReader::lies(Document document, std::size_t block, std::uint64_t length) {
  window_.advance(find_record(block).value_or(block));
  if (begins_warc_record(window_.bytes())) {
    return fault(std::move(document), "warc_bad_length",
                 "Content-Length " + std::to_string(length) + ", but no record follows there");
  }
  return lost(std::move(document), "warc_bad_length",
              "Content-Length " + std::to_string(length) + ", but no record follows there");
}

// Passes over `length` bytes without holding them, up to a member that begins a record; tells how
// many there were.
std::uint64_t WarcReader::pass_over(std::uint64_t length) {
  std::uint64_t left = length;
  while (left > 0) {
    if (window_.bytes().empty() && !window_.pull()) break;
    if (left < length && window_.begins_member(0)) {
      have(kWarcVersionBytesMax);
      if (begins_warc_record(window_.bytes())) break;
    }
    const std::size_t member = window_.next_member(0).value_or(window_.bytes().size());
    const auto n = static_cast<std::size_t>(std::min<std::uint64_t>(left, member));
    window_.advance(n);
    left -= n;
  }
  return length - left;
}

// A block beyond the bound is not held. Where it ends wrong, it is read once more, if the file can
// be, to find the records it swallowed.
WarcReader::Outcome WarcReader::skip_large_block(const WarcHeader& header, Document document) {
  const std::uint64_t length = *header.content_length;
  const MemberPlace begin = window_.place();
  const std::uint64_t there = pass_over(length);
  if (is_cancelled()) return damaged(std::move(document));
  if (there == length && after_block(0) != After::elsewhere) {
    document.dropped = passed_over_type(header);
    if (!document.dropped.empty()) return document;
    return fault(std::move(document), "warc_too_large",
                 "Content-Length " + std::to_string(length) + " exceeds " +
                     std::to_string(block_bytes_max_));
  }
  const std::string detail = "Content-Length " + std::to_string(length) +
                             (there < length ? " exceeds the " + std::to_string(there) +
                                                   " bytes before the next record or the end"
                                             : ", but no record follows there");
  if (begins_warc_record(window_.bytes())) {
    return fault(std::move(document), "warc_bad_length", detail);
  }
  if (rewinds_ < kRewindsMax && window_.seek(begin)) ++rewinds_;
  const std::uint64_t skipped = scan_to_record();
  if (is_cancelled()) return damaged(std::move(document));
  const bool found = !window_.bytes().empty();
  if (!found && window_.damage()) return damaged(std::move(document));
  return fault(std::move(document), found ? "warc_bad_length" : "warc_truncated",
               detail + ", " + std::to_string(skipped) + " bytes passed over");
}

}  // namespace

std::unique_ptr<RecordReader> make_warc_reader(std::unique_ptr<MemberStream> members,
                                               std::string path, ReadBounds bounds) {
  return std::make_unique<WarcReader>(std::move(members), std::move(path), bounds);
}

}  // namespace khabar
