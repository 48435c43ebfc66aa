#include "core/text/fold.h"

#include <algorithm>
#include <cstddef>
#include <limits>

#include "core/base/check.h"
#include "core/text/fold_block.h"
#include "core/text/fold_table.h"
#include "core/text/utf8.h"

namespace khabar {
namespace {

// One run over one text. The near loop reads U+0000..U+07FF from the table, two bytes out at most
// and never more than came in; whatever else turns up goes through put_far(). Blanks collapse
// without a branch: a blank behind a blank writes its byte and does not advance. Without a map,
// blocks of ASCII and plain Arabic are folded whole (fold_block.h).
template <bool kWithMap>
class Folder {
 public:
  Folder(std::string_view utf8, FoldMarks marks, std::string& key,
         std::vector<std::uint32_t>* source)
      : utf8_(utf8), marks_(marks), table_(fold_table(marks)), key_(key), source_(source) {
    resize(utf8.size() + kSlack);
  }

  void run() {
    std::size_t at = 0;
    while (at < utf8_.size()) {
      const std::size_t until = kWithMap ? utf8_.size() : block_run(at);
      at = near_run(at, until);
      if (at < until) at = put_far(at);
    }
    finish();
  }

 private:
  // Both loops store ahead of what they keep.
  static constexpr std::size_t kSlack = 2 * kFoldBlock;
  // Of a text that is not plain, so many bytes are read by the near loop before blocks are tried
  // again.
  static constexpr std::size_t kBlocksRest = 48;

  void resize(std::size_t bytes) {
    key_.resize(bytes);
    if constexpr (kWithMap) source_->resize(bytes);
  }

  // Folds blocks from `at` until a character that is not plain, and moves behind them; returns
  // where the near loop should end.
  std::size_t block_run(std::size_t& at) {
    std::size_t last_taken = kFoldBlock;
    while (at + kFoldBlock <= utf8_.size()) {
      const FoldedBlock block =
          fold_block(utf8_.data() + at, marks_, key_.data() + used_, after_blank_);
      used_ += block.put;
      at += block.taken;
      if (block.taken + 1 >= kFoldBlock) continue;
      last_taken = block.taken;
      break;
    }
    const std::size_t rest = utf8_.size() - at;
    if (rest < kFoldBlock) return utf8_.size();
    return at + (last_taken < 4 ? std::min(rest, kBlocksRest) : 1);
  }

  // Folds from `at` to the character that reaches `until`, or until one that the near table does
  // not settle; returns its offset.
  std::size_t near_run(std::size_t at, std::size_t until) {
    const auto* const text = reinterpret_cast<const unsigned char*>(utf8_.data());
    const std::size_t size = utf8_.size();
    const std::uint32_t* const near = table_.near.data();
    char* out = key_.data() + used_;
    [[maybe_unused]] std::uint32_t* source = nullptr;
    if constexpr (kWithMap) source = source_->data() + used_;
    std::uint32_t after_blank = after_blank_;
    while (at < until) {
      std::uint32_t point = text[at];
      std::size_t taken = 1;
      if (point >= 0x80) {
        if (point < 0xC2 || point >= 0xE0 || at + 1 == size) break;
        const std::uint32_t second = text[at + 1];
        if ((second & 0xC0) != 0x80) break;
        point = ((point & 0x1F) << 6) | (second & 0x3F);
        taken = 2;
      }
      const std::uint32_t entry = near[point];
      if ((entry & FoldTable::kLong) != 0) break;
      const std::uint32_t blank = entry / FoldTable::kBlank & 1;
      const std::uint32_t nothing = entry / FoldTable::kNothing & 1;
      const std::uint32_t kept = (entry >> 24 & 3) - (blank & after_blank);
      out[0] = static_cast<char>(entry);
      out[1] = static_cast<char>(entry >> 8);
      out += kept;
      if constexpr (kWithMap) {
        source[0] = source[1] = static_cast<std::uint32_t>(at);
        source += kept;
      }
      after_blank = blank | (after_blank & nothing);
      at += taken;
    }
    used_ = static_cast<std::size_t>(out - key_.data());
    after_blank_ = after_blank;
    return at;
  }

  std::size_t put_far(std::size_t at) {
    const CodePoint point = code_point_at(utf8_, at);
    const std::size_t next = at + point.size;
    std::string_view folding;
    if (!point.valid) {
      folding = marks_ == FoldMarks::drop ? " " : "\xEF\xBF\xBD";
    } else {
      folding = table_.folding_of(point.value, utf8_.substr(at, point.size), scratch_);
    }
    // What is left must fit as it stands: the near loop checks no room.
    const std::size_t need = used_ + folding.size() + (utf8_.size() - next) + kSlack;
    if (need > key_.size()) resize(std::max(need, key_.size() + key_.size() / 2));
    for (const char byte : folding) put(byte, at);
    return next;
  }

  void put(char byte, std::size_t at) {
    const bool blank = byte == ' ';
    if (blank && after_blank_ != 0) return;
    after_blank_ = blank ? 1 : 0;
    if constexpr (kWithMap) (*source_)[used_] = static_cast<std::uint32_t>(at);
    key_[used_++] = byte;
  }

  void finish() {
    auto end = static_cast<std::uint32_t>(utf8_.size());
    if (used_ > 0 && key_[used_ - 1] == ' ') {
      --used_;
      if constexpr (kWithMap) end = (*source_)[used_];
    }
    key_.resize(used_);
    if constexpr (kWithMap) {
      source_->resize(used_ + 1);
      source_->back() = used_ == 0 ? 0 : end;
    }
  }

  std::string_view utf8_;
  FoldMarks marks_;
  const FoldTable& table_;
  std::string& key_;
  std::vector<std::uint32_t>* source_;
  std::string scratch_;
  std::size_t used_ = 0;
  std::uint32_t after_blank_ = 1;  // so that no key begins with a blank
};

}  // namespace

void fold(std::string_view utf8, FoldMarks marks, std::string& key) {
  Folder<false>(utf8, marks, key, nullptr).run();
}

std::string folded(std::string_view utf8, FoldMarks marks) {
  std::string key;
  fold(utf8, marks, key);
  return key;
}

void fold_with_map(std::string_view utf8, FoldMarks marks, FoldedText& out) {
  CHECK(utf8.size() < std::numeric_limits<std::uint32_t>::max());
  Folder<true>(utf8, marks, out.key, &out.source).run();
}

std::uint32_t FoldedText::source_end(std::size_t key_offset) const {
  if (key_offset == 0) return source.front();
  const std::uint32_t last = source[key_offset - 1];
  // A character gives 33 bytes at most (U+FDFA), so this walk is short.
  while (key_offset + 1 < source.size() && source[key_offset] == last) ++key_offset;
  return source[key_offset];
}

}  // namespace khabar
