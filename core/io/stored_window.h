// StoredWindow: the stored bytes of a compressed file that lie in memory, with a little history,
// so that a search for the next member can begin before the place where the damage showed.
// One thread.
//
//   | history | unread ......... | free |
//             ^ position()
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string_view>

#include "core/io/byte_stream.h"

namespace khabar {

class StoredWindow {
 public:
  static constexpr std::size_t kUnreadMax = std::size_t{1} << 20;
  static constexpr std::size_t kHistoryBytes = std::size_t{64} << 10;

  explicit StoredWindow(std::unique_ptr<ByteStream> stored);

  std::string_view unread() const { return {buffer_.get() + at_, end_ - at_}; }
  std::uint64_t position() const { return base_ + at_; }
  void advance(std::size_t n) { at_ += n; }

  // Reads until `wanted` bytes (at most kUnreadMax) are unread or the stream ends. True: there.
  Result<bool> want(std::size_t wanted);
  bool at_end() const { return ended_ && at_ == end_; }
  bool ended() const { return ended_; }  // nothing beyond what is unread

  // Back to `position`, or to the oldest byte kept if that is later.
  void rewind(std::uint64_t position);
  Status seek(std::uint64_t position);

 private:
  void make_room();

  std::unique_ptr<ByteStream> stored_;
  std::unique_ptr<char[]> buffer_;
  std::size_t at_ = 0, end_ = 0;
  std::uint64_t base_ = 0;  // stored offset of buffer_[0]
  bool ended_ = false;
};

// How far searches for the next member may go back in all: bounds the time on a file made of
// nothing but false beginnings to a few times its length.
class RescanBudget {
 public:
  // Where to search from: `wanted` while the budget lasts, then `reached`.
  std::uint64_t search_from(std::uint64_t wanted, std::uint64_t reached);

 private:
  std::uint64_t spent_ = 0;
};

}  // namespace khabar
