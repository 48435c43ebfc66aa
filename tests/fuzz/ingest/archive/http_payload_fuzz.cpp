// Any bytes as an HTTP response: ends, and holds its bound.
#include <cstdlib>
#include <string_view>

#include "ingest/archive/http_payload.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace khabar;
  const std::string_view block(reinterpret_cast<const char*>(data), size);
  const PayloadOutcome outcome = read_http_response(block, {}, 100'000);
  const int ways = (outcome.payload.kind != PayloadKind::none) + !outcome.dropped.empty() +
                   outcome.fault.has_value();
  if (ways != 1 || outcome.payload.body.size() > 100'000) std::abort();
  if (const auto body = decode_chunked(block); body && body->size() > size) std::abort();
  return 0;
}
