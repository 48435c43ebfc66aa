// Any bytes as a plain, gzip or zstd file: ends, holds its bound, and every place it told can be
// gone back to.
#include <cstdlib>
#include <string>
#include <vector>

#include "core/io/member_stream.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace khabar;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  constexpr std::uint64_t kOutputMax = 1 << 22;
  auto members = open_members(MemoryStream::over(bytes), DecodeBounds{kOutputMax, 400});
  if (!members) std::abort();
  MemberPlace last;
  std::string at_last;
  std::uint64_t total = 0;
  for (std::size_t calls = 0;; ++calls) {
    if (calls > 4 * size + 1000) std::abort();
    auto piece = (*members)->next();
    if (!piece) continue;
    if (piece->bytes.empty()) break;
    last = piece->place;
    at_last = piece->bytes.substr(0, 64);
    total += piece->bytes.size();
    if (total > kOutputMax + size) std::abort();
  }
  if (at_last.empty()) return 0;
  auto again = open_members(MemoryStream::over(bytes), DecodeBounds{});
  if (!(*again)->seek(last)) std::abort();
  auto piece = (*again)->next();
  if (!piece || piece->place != last || piece->bytes.substr(0, 64) != at_last) std::abort();
  return 0;
}
