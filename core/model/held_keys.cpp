#include "core/model/held_keys.h"

#include <cstring>

namespace khabar {
namespace {

// Just behind the last '\n', or 0. std::string_view::rfind would go byte by byte.
std::size_t behind_last_break(std::string_view bytes) {
  if (bytes.empty()) return 0;
  const void* last = ::memrchr(bytes.data(), '\n', bytes.size());
  return last == nullptr
             ? 0
             : static_cast<std::size_t>(static_cast<const char*>(last) - bytes.data()) + 1;
}

// Takes the last line, without its '\n', off `bytes`, which must end with one.
std::string_view take_last_line(std::string_view& bytes) {
  bytes.remove_suffix(1);
  const std::size_t begin = behind_last_break(bytes);
  const std::string_view line = bytes.substr(begin);
  bytes = bytes.substr(0, begin);
  return line;
}

}  // namespace

void HeldKeys::add(std::uint64_t key) {
  if (!keys_.insert(key).second) return;
  by_age_.push_back(key);
  if (keys_.size() <= keys_max_) return;
  keys_.erase(by_age_.front());
  by_age_.pop_front();
}

void HeldKeys::add_older(std::uint64_t key) {
  if (full() || !keys_.insert(key).second) return;
  by_age_.push_front(key);
}

void HeldKeys::add_older(const HeldKeys& older) {
  for (auto key = older.by_age_.rbegin(); key != older.by_age_.rend(); ++key) add_older(*key);
}

void add_keys_of_lines(std::string_view bytes, HeldKeys& keys, KeyOfLine key_of) {
  bytes = bytes.substr(0, behind_last_break(bytes));
  while (!bytes.empty() && !keys.full()) {
    if (const auto key = key_of(take_last_line(bytes))) keys.add_older(*key);
  }
}

std::size_t whole_lines_size(std::string_view bytes, std::size_t lines_max) {
  bytes = bytes.substr(0, behind_last_break(bytes));
  std::size_t whole = bytes.size();
  for (std::size_t seen = 0; !bytes.empty() && seen < lines_max; ++seen) {
    if (take_last_line(bytes).find('\0') != std::string_view::npos) whole = bytes.size();
  }
  return whole;
}

}  // namespace khabar
