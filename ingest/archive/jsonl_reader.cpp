#include "ingest/archive/jsonl_reader.h"

#include "core/io/lines.h"
#include "ingest/archive/jsonl_line.h"

namespace khabar {
namespace {

class JsonlReader final : public RecordReader {
 public:
  JsonlReader(std::unique_ptr<MemberStream> members, std::string path, ReadBounds bounds,
              bool keep_extra)
      : members_(*members),
        stream_(flatten(std::move(members), path)),
        lines_(*stream_, bounds.line_bytes_max),
        path_(std::move(path)),
        bounds_(bounds),
        keep_extra_(keep_extra) {}

  Result<std::optional<Document>> next() override;
  ReadPlace place() const override {
    return ended_ ? ReadPlace::end() : ReadPlace{{0, lines_.offset()}, lines_.number(), 0};
  }
  Status start_at(const ReadPlace& place) override {
    ended_ = place == ReadPlace::end();
    return ended_ ? Status() : lines_.start_at(place.at.inside, place.line);
  }
  std::uint64_t stored_bytes() const override { return members_.stored_bytes(); }

 private:
  Document document_of(const Line& line);
  void fault(Document& document, const LineFault& why) const;

  MemberStream& members_;  // owned by stream_
  std::unique_ptr<ByteStream> stream_;
  LineReader lines_;
  std::string path_;
  ReadBounds bounds_;
  bool keep_extra_;
  bool ended_ = false;
};

void JsonlReader::fault(Document& document, const LineFault& why) const {
  std::string where = path_ + ": line " + std::to_string(document.origin.line);
  if (why.column > 0) where += ", column " + std::to_string(why.column);
  where += " (offset " + std::to_string(document.origin.offset) + ")";
  document.fault = Fault{why.reason, where + ": " + why.detail};
}

Document JsonlReader::document_of(const Line& line) {
  Document document;
  document.origin.kind = "jsonl";
  document.origin.path = path_;
  document.origin.offset = line.offset;
  document.origin.line = line.number;
  if (line.too_long) {
    fault(document,
          {"jsonl_too_long",
           std::to_string(line.length) + " bytes exceed " + std::to_string(bounds_.line_bytes_max),
           0});
    return document;
  }
  std::string json(line.bytes);
  if (const auto wrong = parse_jsonl_line(json, keep_extra_, document)) {
    fault(document, *wrong);
    document.payload.body = line.bytes;  // what the dead letters show
  } else if (document.payload.body.size() > bounds_.body_bytes_max) {
    fault(document, {"jsonl_too_large",
                     "a body of " + std::to_string(document.payload.body.size()) +
                         " bytes exceeds " + std::to_string(bounds_.body_bytes_max),
                     0});
    document.payload = {};
  }
  return document;
}

Result<std::optional<Document>> JsonlReader::next() {
  while (!ended_) {
    auto line = lines_.next();
    if (!line && line.error().kind == ErrorKind::cancelled) return tl::unexpected(line.error());
    if (!line) {
      Document document;
      document.origin.kind = "jsonl";
      document.origin.path = path_;
      document.origin.offset = lines_.offset();
      document.origin.line = lines_.number();
      document.fault = Fault{"jsonl_damaged", line.error().message};
      ended_ = true;
      return document;
    }
    if (!*line) break;
    const bool blank =
        !(*line)->too_long && (*line)->bytes.find_first_not_of(" \t\r") == std::string_view::npos;
    if (!blank) return document_of(**line);
  }
  return std::nullopt;
}

}  // namespace

std::unique_ptr<RecordReader> make_jsonl_reader(std::unique_ptr<MemberStream> members,
                                                std::string path, ReadBounds bounds,
                                                bool keep_extra) {
  return std::make_unique<JsonlReader>(std::move(members), std::move(path), bounds, keep_extra);
}

}  // namespace khabar
