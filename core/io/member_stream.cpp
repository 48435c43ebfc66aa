#include "core/io/member_stream.h"

#include <algorithm>
#include <cstring>

#include "core/io/gzip.h"
#include "core/io/stored_window.h"
#include "core/io/zstd.h"

namespace khabar {
namespace {

constexpr std::size_t kMagicBytes = 4;

// A plain file: one member, whose decoded bytes are the stored ones.
class PlainMember final : public MemberStream {
 public:
  PlainMember(StoredWindow window, DecodeBounds bounds)
      : window_(std::move(window)), bounds_(bounds) {}

  tl::expected<MemberPiece, Damage> next() override {
    window_.advance(window_.unread().size() - fresh_);
    auto more = window_.want(1);
    if (!more) return failed(more.error());
    fresh_ = 0;
    const MemberPiece piece{window_.unread(), {0, window_.position()}};
    given_ += piece.bytes.size();
    if (given_ > bounds_.output_bytes_max) {
      return tl::unexpected(Damage{
          DamageKind::bound,
          "holds more than " + std::to_string(bounds_.output_bytes_max) + " bytes", piece.place});
    }
    return piece;
  }

  Status seek(MemberPlace place) override {
    if (auto moved = window_.seek(place.inside); !moved) return moved;
    fresh_ = window_.unread().size();
    return {};
  }

  std::uint64_t stored_bytes() const override { return window_.position(); }

  // The bytes already read to look at the magic number have not been given yet.
  void give_what_was_read() { fresh_ = window_.unread().size(); }

 private:
  tl::unexpected<Damage> failed(const Error& error) {
    const auto kind =
        error.kind == ErrorKind::cancelled ? DamageKind::cancelled : DamageKind::unreadable;
    return tl::unexpected(Damage{kind, error.message, {0, window_.position()}});
  }

  StoredWindow window_;
  DecodeBounds bounds_;
  std::size_t fresh_ = 0;  // unread bytes of the window that were not given yet
  std::uint64_t given_ = 0;
};

class FlatStream final : public ByteStream {
 public:
  FlatStream(std::unique_ptr<MemberStream> members, std::string name)
      : members_(std::move(members)), name_(std::move(name)) {}

  Result<std::size_t> read(std::span<std::byte> to) override {
    if (rest_.empty()) {
      if (damage_) return tl::unexpected(*damage_);
      auto piece = members_->next();
      if (!piece) {
        const auto kind =
            piece.error().kind == DamageKind::cancelled ? ErrorKind::cancelled : ErrorKind::invalid;
        damage_ = Error{kind, name_ + ": " + piece.error().detail};
        return tl::unexpected(*damage_);
      }
      rest_ = piece->bytes;
    }
    const std::size_t n = std::min(rest_.size(), to.size());
    if (n > 0) std::memcpy(to.data(), rest_.data(), n);
    rest_.remove_prefix(n);
    return n;
  }

  // Members skip what lies before a place across their ends too: "inside" of the first member is
  // then the offset in the file as decoded.
  Status seek(std::uint64_t offset) override {
    if (auto moved = members_->seek({0, offset}); !moved) {
      return invalid(name_ + ": " + moved.error().message);
    }
    rest_ = {};
    damage_.reset();
    return {};
  }

 private:
  std::unique_ptr<MemberStream> members_;
  std::string name_;
  std::string_view rest_;
  std::optional<Error> damage_;
};

}  // namespace

const char* damage_name(DamageKind kind) {
  switch (kind) {
    case DamageKind::truncated:
      return "truncated";
    case DamageKind::corrupt:
      return "corrupt";
    case DamageKind::bound:
      return "too_large";
    case DamageKind::unreadable:
      return "unreadable";
    case DamageKind::cancelled:
      break;
  }
  return "cancelled";
}

Result<std::unique_ptr<MemberStream>> open_members(std::unique_ptr<ByteStream> stored,
                                                   DecodeBounds bounds) {
  StoredWindow window(std::move(stored));
  if (auto first = window.want(kMagicBytes); !first) return tl::unexpected(first.error());
  if (looks_like_gzip(window.unread())) return open_gzip_members(std::move(window), bounds);
  if (looks_like_zstd(window.unread())) return open_zstd_members(std::move(window), bounds);
  auto plain = std::make_unique<PlainMember>(std::move(window), bounds);
  plain->give_what_was_read();
  return plain;
}

Result<std::unique_ptr<ByteStream>> open_decoded(std::unique_ptr<ByteStream> stored,
                                                 std::string name, DecodeBounds bounds) {
  auto members = open_members(std::move(stored), bounds);
  if (!members) return tl::unexpected(members.error());
  return flatten(std::move(*members), std::move(name));
}

std::unique_ptr<ByteStream> flatten(std::unique_ptr<MemberStream> members, std::string name) {
  return std::make_unique<FlatStream>(std::move(members), std::move(name));
}

Result<std::unique_ptr<ByteStream>> open_input(const std::string& path, DecodeBounds bounds) {
  if (path == "-") return open_decoded(FileStream::standard_input(), path, bounds);
  auto file = FileStream::open(path);
  if (!file) return tl::unexpected(file.error());
  return open_decoded(std::move(*file), path, bounds);
}

}  // namespace khabar
