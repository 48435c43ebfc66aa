// Test language: what a reader makes of an archive, in one line a document.
#pragma once

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/archive/record_reader.h"
#include "ingest/archive/warc_reader.h"
#include "tests/ingest/archive/warc_builder.h"

namespace khabar::testing {

// A document in one line: "http://a/ html:<p>x", "!warc_bad_length", "-warc_revisit".
inline std::string told(const Document& d) {
  if (d.fault) return "!" + d.fault->reason;
  if (!d.dropped.empty()) return "-" + d.dropped;
  return d.url + (d.payload.kind == PayloadKind::html ? " html:" : " text:") + d.payload.body;
}

struct ReadOut {
  std::vector<Document> documents;
  std::vector<ReadPlace> places;  // behind each document
  std::vector<std::string> told;
};

inline ReadOut read_out(RecordReader& reader, std::size_t documents_max = 1000000) {
  ReadOut out;
  while (out.documents.size() < documents_max) {
    auto document = reader.next();
    if (!document) ADD_FAILURE() << document.error().message;
    if (!document || !*document) return out;
    out.told.push_back(khabar::testing::told(**document));
    out.documents.push_back(std::move(**document));
    out.places.push_back(reader.place());
  }
  ADD_FAILURE() << "no end";
  return out;
}

inline std::unique_ptr<RecordReader> warc_reader(std::string_view stored, ReadBounds bounds = {}) {
  return make_warc_reader(*open_members(MemoryStream::over(stored), DecodeBounds{}), "a.warc",
                          bounds);
}

inline ReadOut read_warc(std::string_view stored, ReadBounds bounds = {}) {
  return read_out(*warc_reader(stored, bounds));
}

using Told = std::vector<std::string>;

}  // namespace khabar::testing
