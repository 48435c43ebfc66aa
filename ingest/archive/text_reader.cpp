#include "ingest/archive/text_reader.h"

#include "ingest/archive/payload_kind.h"

namespace khabar {
namespace {

class TextReader final : public RecordReader {
 public:
  TextReader(std::unique_ptr<MemberStream> members, std::string path, PayloadKind kind,
             ReadBounds bounds)
      : members_(std::move(members)),
        path_(std::move(path)),
        kind_(kind),
        bytes_max_(bounds.body_bytes_max) {}

  Result<std::optional<Document>> next() override;
  ReadPlace place() const override { return ended_ ? ReadPlace::end() : ReadPlace{}; }
  Status start_at(const ReadPlace& place) override {
    ended_ = place == ReadPlace::end();
    return {};
  }
  std::uint64_t stored_bytes() const override { return members_->stored_bytes(); }

 private:
  Status read_body(Document& document);

  std::unique_ptr<MemberStream> members_;
  std::string path_;
  PayloadKind kind_;
  std::size_t bytes_max_;
  bool ended_ = false;
};

// An Error only where reading was cancelled.
Status TextReader::read_body(Document& document) {
  std::string& body = document.payload.body;
  for (;;) {
    auto piece = members_->next();
    if (!piece && piece.error().kind == DamageKind::cancelled) {
      return cancelled(piece.error().detail);
    }
    if (!piece) {
      document.fault = Fault{"text_damaged", path_ + ": " + piece.error().detail};
      return {};
    }
    if (piece->bytes.empty()) return {};
    if (piece->bytes.size() > bytes_max_ - body.size()) {
      document.fault = Fault{"text_too_large", path_ + ": longer than the " +
                                                   std::to_string(bytes_max_) + " bytes allowed"};
      return {};
    }
    body += piece->bytes;
  }
}

Result<std::optional<Document>> TextReader::next() {
  if (ended_) return std::nullopt;
  Document document;
  document.origin.kind = kind_ == PayloadKind::html ? "html" : "text";
  document.origin.path = path_;
  document.origin.record_id = path_.substr(path_.rfind('/') + 1);
  if (auto read = read_body(document); !read) return tl::unexpected(read.error());
  ended_ = true;
  if (document.fault) {
    document.payload = {};
    return document;
  }
  const std::string& body = document.payload.body;
  const char* type = kind_ == PayloadKind::html ? "text/html" : "text/plain";
  if (body.empty()) {
    document.dropped = "empty_body";
  } else if (payload_kind(type, body) == PayloadKind::none) {
    document.dropped = "not_text";
    document.payload = {};
  } else {
    document.payload.kind = kind_;
  }
  return document;
}

}  // namespace

std::unique_ptr<RecordReader> make_text_reader(std::unique_ptr<MemberStream> members,
                                               std::string path, PayloadKind kind,
                                               ReadBounds bounds) {
  return std::make_unique<TextReader>(std::move(members), std::move(path), kind, bounds);
}

}  // namespace khabar
