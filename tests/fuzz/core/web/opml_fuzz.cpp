// Whatever was read is read the same again after it was written.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "core/base/check.h"
#include "core/web/opml.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  using namespace khabar;
  const std::string_view input(reinterpret_cast<const char*>(bytes), size);
  const auto feeds = parse_opml(input, "fuzz");
  if (!feeds) return 0;
  const std::string written = write_opml(*feeds, "fuzz");
  const auto again = parse_opml(written, "again");
  CHECK_THAT(again.has_value() && again->size() == feeds->size(), written);
  const std::string twice = write_opml(*again, "fuzz");
  CHECK_THAT(twice == written, twice);
  return 0;
}
