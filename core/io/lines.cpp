#include "core/io/lines.h"

#include <algorithm>
#include <cstring>

namespace khabar {
namespace {

constexpr std::size_t kReadBytes = std::size_t{256} << 10;
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

}  // namespace

LineReader::LineReader(ByteStream& stream, std::size_t line_bytes_max)
    : stream_(stream), bytes_max_(line_bytes_max) {}

Status LineReader::start_at(std::uint64_t offset, std::uint64_t number) {
  if (auto moved = stream_.seek(offset); !moved) return moved;
  at_ = end_ = 0;
  ended_ = false;
  offset_ = offset;
  number_ = number;
  return {};
}

// More bytes behind those unread. False: the end of the stream.
Result<bool> LineReader::fill() {
  if (ended_) return false;
  if (at_ > 0 && size_ - end_ < kReadBytes / 2) {
    std::memmove(buffer_.get(), buffer_.get() + at_, end_ - at_);
    end_ -= at_;
    at_ = 0;
  }
  if (size_ - end_ < kReadBytes / 2) {
    const std::size_t size = std::min(std::max(size_ * 2, kReadBytes), bytes_max_ + kReadBytes);
    auto grown = std::make_unique_for_overwrite<char[]>(size);
    if (end_ > 0) std::memcpy(grown.get(), buffer_.get(), end_);
    buffer_ = std::move(grown);
    size_ = size;
  }
  auto got = stream_.read(std::as_writable_bytes(std::span(buffer_.get() + end_, size_ - end_)));
  if (!got) return tl::unexpected(got.error());
  end_ += *got;
  ended_ = *got == 0;
  if (offset_ == 0 &&
      std::string_view(buffer_.get() + at_, end_ - at_).starts_with(kByteOrderMark)) {
    at_ += kByteOrderMark.size();
    offset_ += kByteOrderMark.size();
  }
  return !ended_;
}

Line LineReader::take(std::size_t length, std::size_t with_end) {
  Line line{{buffer_.get() + at_, length}, offset_, number_, length, false};
  if (length > 0 && line.bytes.back() == '\r') line.bytes.remove_suffix(1);
  line.length = line.bytes.size();
  at_ += with_end;
  offset_ += with_end;
  ++number_;
  return line;
}

Result<std::optional<Line>> LineReader::next() {
  std::size_t looked = 0;  // unread bytes that hold no line end
  for (;;) {
    const std::size_t unread = end_ - at_;
    const void* found = unread > looked
                            ? std::memchr(buffer_.get() + at_ + looked, '\n', unread - looked)
                            : nullptr;
    const std::size_t length =
        found != nullptr
            ? static_cast<std::size_t>(static_cast<const char*>(found) - (buffer_.get() + at_))
            : unread;
    if (length > bytes_max_ + 1) return skip_long(length);  // + 1: its '\r'
    if (found != nullptr) {
      const Line line = take(length, length + 1);
      if (line.bytes.size() <= bytes_max_) return line;
      return Line{{}, line.offset, line.number, line.length, true};
    }
    looked = unread;
    const std::uint64_t before = offset_;
    auto more = fill();
    if (!more) return tl::unexpected(more.error());
    looked -= std::min<std::size_t>(looked, static_cast<std::size_t>(offset_ - before));
    if (*more) continue;
    if (end_ == at_) return std::nullopt;
    const Line line = take(end_ - at_, end_ - at_);
    if (line.bytes.size() <= bytes_max_) return line;
    return Line{{}, line.offset, line.number, line.length, true};
  }
}

// Throws away up to the end of a line of which `held` bytes are in the buffer.
Result<std::optional<Line>> LineReader::skip_long(std::size_t held) {
  Line line{{}, offset_, number_, 0, true};
  at_ += held;
  line.length = held;
  bool ended = false;
  while (!ended) {
    if (at_ == end_) {
      at_ = end_ = 0;
      auto more = fill();
      if (!more) return tl::unexpected(more.error());
      if (!*more) break;
    }
    const char* begin = buffer_.get() + at_;
    const void* found = std::memchr(begin, '\n', end_ - at_);
    ended = found != nullptr;
    const std::size_t n =
        ended ? static_cast<std::size_t>(static_cast<const char*>(found) - begin) : end_ - at_;
    at_ += n;
    line.length += n;
  }
  if (ended) ++at_;
  offset_ += line.length + (ended ? 1 : 0);
  ++number_;
  return line;
}

}  // namespace khabar
