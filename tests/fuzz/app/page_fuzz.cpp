// Clean and extract on any bytes taken for a page: no crash, no hang, and a record that keeps its
// own rules.
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "tests/app/pages/page_checks.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace khabar;
  static PageChecks checks(KHABAR_SOURCE_DIR "/conf");
  if (!checks.failure().empty()) std::abort();
  Document document;
  document.url = "https://coast-herald.example/2026/03/04/ferry";
  document.fetched = "2026-03-04T08:00:00Z";
  document.payload.kind = PayloadKind::html;
  const std::string html(data, data + size);
  const std::string fault = checks.fault_of(document, html);
  if (!fault.empty()) {
    std::fprintf(stderr, "%s\n", fault.c_str());
    std::abort();
  }
  return 0;
}
