#include "core/io/stored_window.h"

#include <algorithm>
#include <cstring>

#include "core/base/check.h"

namespace khabar {
namespace {

constexpr std::size_t kCapacity = StoredWindow::kUnreadMax + StoredWindow::kHistoryBytes;
constexpr std::uint64_t kRescanBytesFree = std::uint64_t{16} << 20;

}  // namespace

StoredWindow::StoredWindow(std::unique_ptr<ByteStream> stored)
    : stored_(std::move(stored)), buffer_(std::make_unique_for_overwrite<char[]>(kCapacity)) {}

void StoredWindow::make_room() {
  const std::size_t keep_from = at_ > kHistoryBytes ? at_ - kHistoryBytes : 0;
  std::memmove(buffer_.get(), buffer_.get() + keep_from, end_ - keep_from);
  at_ -= keep_from;
  end_ -= keep_from;
  base_ += keep_from;
}

Result<bool> StoredWindow::want(std::size_t wanted) {
  CHECK(wanted <= kUnreadMax);
  if (end_ - at_ >= wanted) return true;
  if (kCapacity - at_ < wanted) make_room();
  while (end_ - at_ < wanted && !ended_) {
    auto got =
        stored_->read(std::as_writable_bytes(std::span(buffer_.get() + end_, kCapacity - end_)));
    if (!got) return tl::unexpected(got.error());
    end_ += *got;
    ended_ = *got == 0;
  }
  return end_ - at_ >= wanted;
}

void StoredWindow::rewind(std::uint64_t position) {
  at_ = position <= base_
            ? 0
            : static_cast<std::size_t>(std::min<std::uint64_t>(position - base_, end_));
}

Status StoredWindow::seek(std::uint64_t position) {
  if (position >= base_ && position <= base_ + end_) {
    at_ = static_cast<std::size_t>(position - base_);
    return {};
  }
  if (stored_->seek(position)) {
    at_ = end_ = 0;
    base_ = position;
    ended_ = false;
    return {};
  }
  if (position < base_) {
    return invalid("cannot go back to byte " + std::to_string(position) +
                   " of a stream read only once");
  }
  while (base_ + end_ < position) {  // comes by only once: read up to there
    at_ = end_;
    auto more = want(1);
    if (!more) return tl::unexpected(more.error());
    if (!*more) return invalid("ends before byte " + std::to_string(position));
  }
  at_ = static_cast<std::size_t>(position - base_);
  return {};
}

std::uint64_t RescanBudget::search_from(std::uint64_t wanted, std::uint64_t reached) {
  if (reached <= wanted) return wanted;
  if (spent_ + (reached - wanted) > kRescanBytesFree + 2 * reached) return reached;
  spent_ += reached - wanted;
  return wanted;
}

}  // namespace khabar
