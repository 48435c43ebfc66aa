// Any bytes as a WARC file: ends, holds its bounds, and resumes behind any document with exactly
// the rest.
#include <cstdlib>
#include <string>
#include <vector>

#include "ingest/archive/warc_reader.h"

namespace {

using namespace khabar;

constexpr ReadBounds kBounds{4096, 4096};

std::unique_ptr<RecordReader> open(std::string_view bytes) {
  auto members = open_members(MemoryStream::over(bytes), DecodeBounds{1 << 24, 400});
  if (!members) std::abort();
  return make_warc_reader(std::move(*members), "f", kBounds);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  auto reader = open(bytes);
  std::vector<Document> documents;
  std::vector<ReadPlace> places;
  for (;;) {
    auto document = reader->next();
    if (!document) std::abort();
    if (!*document) break;
    if ((*document)->payload.body.size() > kBounds.body_bytes_max) std::abort();
    documents.push_back(std::move(**document));
    places.push_back(reader->place());
    if (documents.size() > size + 10) std::abort();  // each takes at least a byte
  }
  if (documents.empty()) return 0;
  const std::size_t at = size % documents.size();
  auto second = open(bytes);
  if (!second->start_at(places[at])) std::abort();
  for (std::size_t i = at + 1; i <= documents.size(); ++i) {
    auto document = second->next();
    if (!document || document->has_value() != (i < documents.size())) std::abort();
    if (*document && **document != documents[i]) std::abort();
  }
  return 0;
}
