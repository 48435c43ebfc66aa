// From one whole WARC record to a document. Any thread; linear time.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "core/model/document.h"
#include "ingest/archive/warc_header.h"

namespace khabar {

// Fills what the header says: origin.record_id, url, fetched.
void describe(const WarcHeader& header, Document& document);

// Why records of this type are passed over: "warc_request"; empty for those that hold a payload.
std::string passed_over_type(const WarcHeader& header);

// Fills payload, dropped or fault from the block. Fault details lack the file's name.
void unpack(const WarcHeader& header, std::string_view block, std::size_t body_bytes_max,
            Document& document);

}  // namespace khabar
