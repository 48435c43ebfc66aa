// A bump allocator whose memory lives from one page to the next. Owned by one parser, one thread.
//
//   chunks  [ used........|top   room  ][ kept from an earlier page ][ ... ]
//
// reserve() gives room at the top without taking it; commit() takes what was written. Everything is
// given back at once by reset(). Chunks double, so a page of n bytes makes log n of them.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <new>
#include <string_view>
#include <vector>

namespace khabar {

class Arena {
 public:
  static constexpr std::size_t kAlignment = 64;

  explicit Arena(std::size_t first_chunk_bytes) : next_chunk_bytes_(first_chunk_bytes) {}

  // At least `bytes` writable bytes at the top. They stay put until the next reserve() or commit()
  // of this arena. Aligned to what all commits so far were multiples of, up to kAlignment.
  char* reserve(std::size_t bytes) {
    if (static_cast<std::size_t>(limit_ - top_) < bytes) [[unlikely]]
      open_chunk(bytes);
    return top_;
  }
  void commit(std::size_t bytes) { top_ += bytes; }
  char* allocate(std::size_t bytes) {
    char* room = reserve(bytes);
    commit(bytes);
    return room;
  }
  // The end of what was committed last: text that ends here can grow in place.
  const char* top() const { return top_; }

  // Forgets everything; keeps chunks for reuse, but no more than `keep_bytes_max` of them.
  void reset(std::size_t keep_bytes_max) {
    while (!chunks_.empty() && capacity_bytes_ > keep_bytes_max) {
      capacity_bytes_ -= chunks_.back().bytes;
      chunks_.pop_back();
    }
    current_ = 0;
    if (chunks_.empty()) {
      top_ = limit_ = nullptr;
    } else {
      use(chunks_[0]);
    }
  }
  std::size_t capacity_bytes() const { return capacity_bytes_; }

 private:
  struct Free {
    void operator()(char* memory) const {
      ::operator delete (memory, std::align_val_t{kAlignment});
    }
  };
  struct Chunk {
    std::unique_ptr<char, Free> memory;
    std::size_t bytes = 0;
  };
  static constexpr std::size_t kChunkBytesMax = std::size_t{4} << 20;

  void use(const Chunk& chunk) {
    top_ = chunk.memory.get();
    limit_ = top_ + chunk.bytes;
  }

  void open_chunk(std::size_t bytes) {
    while (current_ + 1 < chunks_.size()) {
      ++current_;
      if (chunks_[current_].bytes >= bytes) return use(chunks_[current_]);
    }
    const std::size_t size = std::max(next_chunk_bytes_, (bytes + kAlignment) & ~(kAlignment - 1));
    auto* memory = static_cast<char*>(::operator new (size, std::align_val_t{kAlignment}));
    chunks_.push_back({std::unique_ptr<char, Free>(memory), size});
    capacity_bytes_ += size;
    next_chunk_bytes_ = std::min(next_chunk_bytes_ * 2, kChunkBytesMax);
    current_ = chunks_.size() - 1;
    use(chunks_.back());
  }

  char* top_ = nullptr;
  char* limit_ = nullptr;
  std::vector<Chunk> chunks_;
  std::size_t current_ = 0;
  std::size_t capacity_bytes_ = 0;
  std::size_t next_chunk_bytes_;
};

}  // namespace khabar
