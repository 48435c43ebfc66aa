#include "stages/dedupe/band_table.h"

#include <cstdlib>
#include <new>

#if defined(__linux__)
#include <sys/mman.h>
#endif

namespace khabar {
namespace {

constexpr std::size_t kHugePage = std::size_t{2} << 20;

}  // namespace

void BandTable::Free::operator()(Line* lines) const {
  std::free(lines);
}

void BandTable::reset(std::size_t documents) {
  table_.reset();  // first: two of them need not fit at once
  lines_ = documents * kBands * 5 / (kSlots * 4) + 1;
  std::size_t bytes = lines_ * sizeof(Line);
  // A look-up is one random read: on pages of 4 kB it would miss the TLB as well.
  const bool huge = bytes >= 2 * kHugePage;
  if (huge) bytes = (bytes + kHugePage - 1) / kHugePage * kHugePage;
  void* memory = std::aligned_alloc(huge ? kHugePage : sizeof(Line), bytes);
  if (memory == nullptr) throw std::bad_alloc();
#if defined(__linux__)
  if (huge) ::madvise(memory, bytes, MADV_HUGEPAGE);  // a wish: failing it costs speed only
#endif
  std::memset(memory, 0, bytes);
  table_.reset(static_cast<Line*>(memory));
}

}  // namespace khabar
