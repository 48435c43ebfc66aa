#include <algorithm>

#include "core/base/check.h"
#include "core/base/limits.h"
#include "core/io/zstd.h"
#include "core/io/zstd_magic.h"

namespace khabar {
namespace {

constexpr std::size_t kPieceBytes = std::size_t{512} << 10;
constexpr std::uint64_t kExpansionLookFrom = std::uint64_t{64} << 20;
constexpr std::size_t kSkippableHeaderBytes = 8;  // magic, size
// Trained dictionaries are 100 KiB to 1 MiB; zstd's own trainer stops far below this.
constexpr std::size_t kDictionaryBytesMax = std::size_t{16} << 20;

class ZstdMembers final : public MemberStream {
 public:
  ZstdMembers(StoredWindow window, DecodeBounds bounds)
      : window_(std::move(window)),
        bounds_(bounds),
        context_(ZSTD_createDCtx()),
        out_(std::make_unique_for_overwrite<char[]>(kPieceBytes)) {
    CHECK(context_ != nullptr);
    ZSTD_DCtx_setParameter(context_.get(), ZSTD_d_windowLogMax, limits::kZstdWindowLogMax);
  }

  tl::expected<MemberPiece, Damage> next() override;
  Status seek(MemberPlace place) override;
  std::uint64_t stored_bytes() const override { return window_.position(); }

 private:
  using Outcome = tl::expected<MemberPiece, Damage>;

  Outcome next_frame();
  Outcome skip_frame(std::uint32_t magic);
  Result<std::string> take(std::uint64_t bytes, std::size_t keep_max);
  tl::expected<void, Damage> load_dictionary(std::string content);
  Outcome stream_on();
  Outcome tell_broken();
  Outcome give(std::size_t bytes);
  tl::unexpected<Damage> damaged(DamageKind kind, std::string detail);
  tl::unexpected<Damage> unreadable(const Error& error);
  Result<bool> find_frame();

  enum class State { between, streaming, searching, ended };

  StoredWindow window_;
  DecodeBounds bounds_;
  std::unique_ptr<ZSTD_DCtx, FreeZstd> context_;
  std::unique_ptr<char[]> out_;
  State state_ = State::between;
  std::uint64_t member_ = 0, inside_ = 0, given_ = 0, skip_ = 0;
  std::string broken_;  // why the current frame stopped, until the next call tells it
  RescanBudget rescans_;
};

tl::unexpected<Damage> ZstdMembers::damaged(DamageKind kind, std::string detail) {
  const std::uint64_t from = kind == DamageKind::bound
                                 ? window_.position()
                                 : rescans_.search_from(member_ + 1, window_.position());
  window_.rewind(std::max(from, member_ + 1));
  ZSTD_DCtx_reset(context_.get(), ZSTD_reset_session_only);
  state_ = State::searching;
  skip_ = 0;
  return tl::unexpected(
      Damage{kind,
             "zstd frame at offset " + std::to_string(member_) + ": " + std::move(detail),
             {member_, inside_}});
}

tl::unexpected<Damage> ZstdMembers::unreadable(const Error& error) {
  state_ = State::ended;
  const auto kind =
      error.kind == ErrorKind::cancelled ? DamageKind::cancelled : DamageKind::unreadable;
  return tl::unexpected(Damage{kind, error.message, {window_.position(), 0}});
}

ZstdMembers::Outcome ZstdMembers::next() {
  for (;;) {
    if (state_ == State::ended) return MemberPiece{{}, {member_, inside_}};
    if (state_ == State::searching) {
      auto found = find_frame();
      if (!found) return unreadable(found.error());
      state_ = *found ? State::between : State::ended;
      continue;
    }
    auto piece = state_ == State::streaming ? stream_on() : next_frame();
    if (!piece) return piece;
    const auto n = static_cast<std::size_t>(std::min<std::uint64_t>(skip_, piece->bytes.size()));
    skip_ -= n;
    piece->bytes.remove_prefix(n);
    piece->place.inside += n;
    if (piece->bytes.empty() && state_ != State::ended) continue;
    return piece;
  }
}

ZstdMembers::Outcome ZstdMembers::next_frame() {
  auto enough = window_.want(kSkippableHeaderBytes);
  if (!enough) return unreadable(enough.error());
  if (window_.at_end()) {
    state_ = State::ended;
    return MemberPiece{{}, {member_, inside_}};
  }
  member_ = window_.position();
  inside_ = 0;
  if (window_.unread().size() < 4) {
    return damaged(DamageKind::truncated, "the file ends inside its magic number");
  }
  const std::uint32_t magic = zstd_magic(window_.unread());
  if (is_skippable(magic)) return skip_frame(magic);
  if (magic != kZstdFrameMagic) {
    return damaged(DamageKind::corrupt, "no zstd frame where one should begin");
  }
  ZSTD_DCtx_reset(context_.get(), ZSTD_reset_session_only);
  state_ = State::streaming;
  return stream_on();
}

// RFC 8878 3.1.2: magic, then the size of the user data in four bytes, little-endian.
ZstdMembers::Outcome ZstdMembers::skip_frame(std::uint32_t magic) {
  if (window_.unread().size() < kSkippableHeaderBytes) {
    return damaged(DamageKind::truncated, "the file ends inside a skippable frame");
  }
  const std::uint64_t size = zstd_magic(window_.unread().substr(4));
  const bool dictionary = magic == kZstdDictionaryFrameMagic && member_ == 0;
  if (dictionary && size > kDictionaryBytesMax) {
    return damaged(DamageKind::bound, "a dictionary of " + std::to_string(size) + " bytes");
  }
  window_.advance(kSkippableHeaderBytes);
  auto content = take(size, dictionary ? kDictionaryBytesMax : 0);
  if (!content && content.error().kind == ErrorKind::unavailable) {
    return damaged(DamageKind::truncated, "the file ends inside a skippable frame");
  }
  if (!content) return unreadable(content.error());
  if (dictionary) {
    if (auto loaded = load_dictionary(std::move(*content)); !loaded) {
      return tl::unexpected(loaded.error());
    }
  }
  return MemberPiece{{}, {member_, 0}};
}

// Reads past `bytes`, keeping the first `keep_max`. ErrorKind::unavailable: the file ends first.
Result<std::string> ZstdMembers::take(std::uint64_t bytes, std::size_t keep_max) {
  std::string kept;
  while (bytes > 0) {
    auto more = window_.want(1);
    if (!more) return tl::unexpected(more.error());
    if (!*more) return unavailable("the file ends");
    const auto unread = window_.unread().substr(
        0, static_cast<std::size_t>(std::min<std::uint64_t>(bytes, window_.unread().size())));
    kept.append(unread.substr(0, keep_max - kept.size()));
    window_.advance(unread.size());
    bytes -= unread.size();
  }
  return kept;
}

tl::expected<void, Damage> ZstdMembers::load_dictionary(std::string content) {
  if (content.size() >= 4 && zstd_magic(content) == kZstdFrameMagic) {
    Decoded decoded = decode_zstd(content, kDictionaryBytesMax);
    if (decoded.end != DecodeEnd::whole) {
      return damaged(DamageKind::corrupt, "the dictionary's own frame does not decode");
    }
    content = std::move(decoded.bytes);
  }
  if (content.size() < 4 || zstd_magic(content) != kZstdDictionaryMagic) {
    return {};  // somebody else's skippable frame; a missing dictionary will show
  }
  const std::size_t result =
      ZSTD_DCtx_loadDictionary(context_.get(), content.data(), content.size());
  if (ZSTD_isError(result) != 0) {
    return damaged(DamageKind::corrupt, std::string("dictionary: ") + ZSTD_getErrorName(result));
  }
  return {};
}

ZstdMembers::Outcome ZstdMembers::tell_broken() {
  return damaged(DamageKind::corrupt, "decoding stops after " + std::to_string(inside_) +
                                          " bytes: " + std::exchange(broken_, {}));
}

ZstdMembers::Outcome ZstdMembers::stream_on() {
  if (!broken_.empty()) return tell_broken();
  ZSTD_outBuffer out{out_.get(), kPieceBytes, 0};
  for (;;) {
    auto more = window_.want(1);
    if (!more) return unreadable(more.error());
    const auto unread = window_.unread();
    ZSTD_inBuffer in{unread.data(), unread.size(), 0};
    const std::size_t before = out.pos;
    const std::size_t result = ZSTD_decompressStream(context_.get(), &out, &in);
    window_.advance(in.pos);
    if (ZSTD_isError(result) != 0) {
      broken_ = ZSTD_getErrorName(result);
      if (out.pos > 0) return give(out.pos);  // what came before the damage is given first
      return tell_broken();
    }
    if (result == 0) {
      state_ = State::between;
      return give(out.pos);
    }
    if (out.pos == out.size) return give(out.pos);
    if (!*more && out.pos == before) {
      if (out.pos > 0) return give(out.pos);  // the next call finds the end again
      return damaged(DamageKind::truncated, "the file ends inside it, after " +
                                                std::to_string(inside_) + " decoded bytes");
    }
  }
}

ZstdMembers::Outcome ZstdMembers::give(std::size_t bytes) {
  const MemberPiece piece{{out_.get(), bytes}, {member_, inside_}, state_ == State::between};
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

Result<bool> ZstdMembers::find_frame() {
  for (;;) {
    auto enough = window_.want(4);
    if (!enough) return tl::unexpected(enough.error());
    const auto unread = window_.unread();
    if (unread.size() < 4) {
      window_.advance(unread.size());
      return false;
    }
    const auto at = unread.find("\x28\xB5\x2F\xFD");
    window_.advance(at == unread.npos ? unread.size() - 3 : at);
    if (at != unread.npos) return true;
  }
}

Status ZstdMembers::seek(MemberPlace place) {
  if (window_.position() == 0 && state_ == State::between && place.member > 0) {
    auto first = window_.want(kSkippableHeaderBytes);  // the dictionary lies at the beginning
    if (!first) return tl::unexpected(first.error());
    if (*first && zstd_magic(window_.unread()) == kZstdDictionaryFrameMagic) {
      // A damaged one was told when the file was read; frames that need none follow it.
      (void)skip_frame(kZstdDictionaryFrameMagic);
    }
  }
  if (auto moved = window_.seek(place.member); !moved) return moved;
  ZSTD_DCtx_reset(context_.get(), ZSTD_reset_session_only);
  state_ = State::between;
  broken_.clear();
  member_ = place.member;
  inside_ = 0;
  skip_ = place.inside;
  return {};
}

}  // namespace

std::unique_ptr<MemberStream> open_zstd_members(StoredWindow window, DecodeBounds bounds) {
  return std::make_unique<ZstdMembers>(std::move(window), bounds);
}

}  // namespace khabar
