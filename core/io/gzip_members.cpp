#include <libdeflate.h>
#include <zlib.h>

#include <algorithm>
#include <cstring>

#include "core/base/check.h"
#include "core/io/gzip.h"

namespace khabar {
namespace {

constexpr std::size_t kWholeBytesMin = std::size_t{256} << 10;
constexpr std::size_t kWholeBytesMax = std::size_t{16} << 20;
constexpr std::size_t kPieceBytes = std::size_t{256} << 10;
constexpr std::uint64_t kExpansionLookFrom = std::uint64_t{64} << 20;
constexpr std::size_t kHeaderBytes = 10;  // RFC 1952 2.3.1: the fixed part

// RFC 1952 2.3.1: ID1 ID2 CM=8 FLG, whose upper three bits must be zero.
bool plausible_header(std::string_view at) {
  return at.size() >= 4 && at[0] == '\x1f' && at[1] == '\x8b' && at[2] == '\x08' &&
         (static_cast<unsigned char>(at[3]) & 0xE0) == 0;
}

struct FreeDecompressor {
  void operator()(libdeflate_decompressor* d) const { libdeflate_free_decompressor(d); }
};

class GzipMembers final : public MemberStream {
 public:
  GzipMembers(StoredWindow window, DecodeBounds bounds)
      : window_(std::move(window)), bounds_(bounds), fast_(libdeflate_alloc_decompressor()) {
    CHECK(fast_ != nullptr);
    CHECK(inflateInit2(&slow_, 15 + 16) == Z_OK);  // 16: a gzip wrapper is expected
  }
  GzipMembers(const GzipMembers&) = delete;
  GzipMembers& operator=(const GzipMembers&) = delete;
  ~GzipMembers() override { inflateEnd(&slow_); }

  tl::expected<MemberPiece, Damage> next() override;
  Status seek(MemberPlace place) override;
  std::uint64_t stored_bytes() const override { return window_.position(); }

 private:
  using Outcome = tl::expected<MemberPiece, Damage>;

  Outcome next_member();
  std::optional<Outcome> try_whole();
  Outcome stream_on();
  Outcome give(std::size_t bytes, std::size_t stored);
  // What is wrong so far with the member that is being decoded; it is given up.
  tl::unexpected<Damage> damaged(DamageKind kind, std::string detail);
  tl::unexpected<Damage> unreadable(const Error& error);
  Result<bool> find_member();
  bool begins_well();
  void skip_padding();
  void grow(std::size_t wanted);

  enum class State { between, streaming, searching, ended };

  StoredWindow window_;
  DecodeBounds bounds_;
  std::unique_ptr<libdeflate_decompressor, FreeDecompressor> fast_;
  z_stream slow_{};
  std::unique_ptr<char[]> out_;
  std::size_t out_size_ = 0;
  State state_ = State::between;
  std::uint64_t member_ = 0;  // where the current member begins
  std::uint64_t inside_ = 0;  // decoded so far of it
  std::uint64_t given_ = 0;   // decoded so far of the file
  std::uint64_t skip_ = 0;    // of the member, after seek()
  bool fresh_ = true;         // no member found yet
  RescanBudget rescans_;
};

void GzipMembers::grow(std::size_t wanted) {
  if (out_size_ >= wanted) return;
  out_ = std::make_unique_for_overwrite<char[]>(wanted);
  out_size_ = wanted;
}

tl::unexpected<Damage> GzipMembers::damaged(DamageKind kind, std::string detail) {
  // A bomb is not damage of the bytes: its own inside holds no member to be found.
  const std::uint64_t from = kind == DamageKind::bound
                                 ? window_.position()
                                 : rescans_.search_from(member_ + 1, window_.position());
  window_.rewind(std::max(from, member_ + 1));
  state_ = State::searching;
  skip_ = 0;
  return tl::unexpected(
      Damage{kind,
             "gzip member at offset " + std::to_string(member_) + ": " + std::move(detail),
             {member_, inside_}});
}

tl::unexpected<Damage> GzipMembers::unreadable(const Error& error) {
  state_ = State::ended;
  const auto kind =
      error.kind == ErrorKind::cancelled ? DamageKind::cancelled : DamageKind::unreadable;
  return tl::unexpected(Damage{kind, error.message, {window_.position(), 0}});
}

GzipMembers::Outcome GzipMembers::next() {
  for (;;) {
    if (state_ == State::ended) return MemberPiece{{}, {member_, inside_}};
    if (state_ == State::searching) {
      auto found = find_member();
      if (!found) return unreadable(found.error());
      state_ = *found ? State::between : State::ended;
      continue;
    }
    auto piece = state_ == State::streaming ? stream_on() : next_member();
    if (!piece) return piece;
    if (piece->bytes.empty() && state_ != State::ended) continue;
    if (skip_ > 0) {  // after seek(): what lies before the place
      const auto n = static_cast<std::size_t>(std::min<std::uint64_t>(skip_, piece->bytes.size()));
      skip_ -= n;
      piece->bytes.remove_prefix(n);
      piece->place.inside += n;
      if (piece->bytes.empty() && state_ != State::ended) continue;
    }
    return piece;
  }
}

void GzipMembers::skip_padding() {
  for (;;) {
    const auto unread = window_.unread();
    const std::size_t zeros = std::min(unread.find_first_not_of('\0'), unread.size());
    window_.advance(zeros);
    if (zeros < unread.size() || unread.empty()) return;
    if (auto more = window_.want(1); !more || !*more) return;  // the caller asks again
  }
}

GzipMembers::Outcome GzipMembers::next_member() {
  auto enough = window_.want(kHeaderBytes);
  if (!enough) return unreadable(enough.error());
  if (!fresh_) skip_padding();
  enough = window_.want(kHeaderBytes);
  if (!enough) return unreadable(enough.error());
  if (window_.at_end()) {
    state_ = State::ended;
    return MemberPiece{{}, {member_, inside_}};
  }
  member_ = window_.position();
  inside_ = 0;
  fresh_ = false;
  if (!plausible_header(window_.unread())) {
    const auto rest = window_.unread();
    if (rest.size() < kHeaderBytes &&
        std::string_view("\x1f\x8b\x08").starts_with(rest.substr(0, 3))) {
      return damaged(DamageKind::truncated, "the file ends inside its header");
    }
    return damaged(DamageKind::corrupt, "no gzip header where a member should begin");
  }
  if (auto whole = try_whole()) return std::move(*whole);
  CHECK(inflateReset(&slow_) == Z_OK);
  state_ = State::streaming;
  return stream_on();
}

// Nothing: too large for this path, or damaged; zlib will say which.
std::optional<GzipMembers::Outcome> GzipMembers::try_whole() {
  grow(kWholeBytesMin);
  for (;;) {
    const auto unread = window_.unread();
    std::size_t used = 0, got = 0;
    const auto result = libdeflate_gzip_decompress_ex(fast_.get(), unread.data(), unread.size(),
                                                      out_.get(), out_size_, &used, &got);
    if (result == LIBDEFLATE_SUCCESS) return give(got, used);
    if (result == LIBDEFLATE_INSUFFICIENT_SPACE) {
      if (out_size_ >= kWholeBytesMax) return std::nullopt;
      grow(std::min(out_size_ * 4, kWholeBytesMax));
      continue;
    }
    // Bad data, or the member goes on beyond what is in memory: libdeflate cannot tell.
    if (unread.size() >= StoredWindow::kUnreadMax || window_.ended()) return std::nullopt;
    auto more = window_.want(StoredWindow::kUnreadMax);
    if (!more) return unreadable(more.error());
    if (window_.unread().size() == unread.size()) return std::nullopt;
  }
}

GzipMembers::Outcome GzipMembers::give(std::size_t bytes, std::size_t stored) {
  const MemberPiece piece{{out_.get(), bytes}, {member_, inside_}, state_ == State::between};
  window_.advance(stored);
  inside_ += bytes;
  given_ += bytes;
  const std::uint64_t stored_of_member = window_.position() - member_;
  if (given_ > bounds_.output_bytes_max) {
    return damaged(DamageKind::bound, "the file decodes to more than " +
                                          std::to_string(bounds_.output_bytes_max) + " bytes");
  }
  if (inside_ > kExpansionLookFrom && inside_ / bounds_.expansion_max > stored_of_member) {
    return damaged(DamageKind::bound, std::to_string(stored_of_member) + " bytes decode to " +
                                          std::to_string(inside_) + " and more");
  }
  return piece;
}

GzipMembers::Outcome GzipMembers::stream_on() {
  grow(kPieceBytes);
  slow_.next_out = reinterpret_cast<Bytef*>(out_.get());
  slow_.avail_out = kPieceBytes;
  for (;;) {
    auto more = window_.want(1);
    if (!more) return unreadable(more.error());
    const auto unread = window_.unread();
    slow_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(unread.data()));
    slow_.avail_in = static_cast<uInt>(unread.size());
    const int result = inflate(&slow_, Z_NO_FLUSH);
    const std::size_t used = unread.size() - slow_.avail_in;
    const std::size_t got = kPieceBytes - slow_.avail_out;
    if (result == Z_STREAM_END) {
      state_ = State::between;
      return give(got, used);
    }
    if (slow_.avail_out == 0 && result == Z_OK) return give(got, used);
    const bool starved = (result == Z_OK || result == Z_BUF_ERROR) && slow_.avail_in == 0;
    if (got > 0 && (!starved || !*more)) return give(got, used);  // the next call tells the damage
    if (!starved) {
      window_.advance(used);
      return damaged(DamageKind::corrupt,
                     std::string("decoding stops after ") + std::to_string(inside_) +
                         " bytes: " + (slow_.msg != nullptr ? slow_.msg : "bad data"));
    }
    if (!*more) {
      return damaged(DamageKind::truncated, "the file ends inside it, after " +
                                                std::to_string(inside_) + " decoded bytes");
    }
    window_.advance(used);
  }
}

// A candidate must also decode to its first bytes, which random data does once in 10^9 places.
bool GzipMembers::begins_well() {
  const auto unread = window_.unread();
  char first[32];
  CHECK(inflateReset(&slow_) == Z_OK);
  slow_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(unread.data()));
  slow_.avail_in = static_cast<uInt>(std::min<std::size_t>(unread.size(), 4096));
  slow_.next_out = reinterpret_cast<Bytef*>(first);
  slow_.avail_out = sizeof first;
  const int result = inflate(&slow_, Z_NO_FLUSH);
  return result == Z_STREAM_END || (result == Z_OK && slow_.avail_out < sizeof first);
}

Result<bool> GzipMembers::find_member() {
  for (;;) {
    auto enough = window_.want(4096);
    if (!enough) return tl::unexpected(enough.error());
    const auto unread = window_.unread();
    if (unread.size() < kHeaderBytes) {
      window_.advance(unread.size());
      return false;
    }
    const auto at = unread.find("\x1f\x8b\x08");
    if (at == unread.npos) {
      window_.advance(unread.size() - 2);
      continue;
    }
    window_.advance(at);
    if (auto more = window_.want(4096); !more) return tl::unexpected(more.error());
    if (plausible_header(window_.unread()) && begins_well()) return true;
    window_.advance(1);
  }
}

Status GzipMembers::seek(MemberPlace place) {
  if (auto moved = window_.seek(place.member); !moved) return moved;
  state_ = State::between;
  fresh_ = true;
  member_ = place.member;
  inside_ = 0;
  skip_ = place.inside;
  return {};
}

}  // namespace

std::unique_ptr<MemberStream> open_gzip_members(StoredWindow window, DecodeBounds bounds) {
  return std::make_unique<GzipMembers>(std::move(window), bounds);
}

bool looks_like_gzip(std::string_view bytes) {
  return bytes.size() >= 2 && bytes[0] == '\x1f' && bytes[1] == '\x8b';
}

}  // namespace khabar
