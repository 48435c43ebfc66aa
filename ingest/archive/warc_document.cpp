#include "ingest/archive/warc_document.h"

#include "core/text/ascii.h"
#include "ingest/archive/http_payload.h"

namespace khabar {

void describe(const WarcHeader& header, Document& document) {
  document.origin.record_id = header.record_id;
  document.url = header.target_uri;
  document.fetched = utc_time(header.date);
}

std::string passed_over_type(const WarcHeader& header) {
  static constexpr std::string_view kSkipped[] = {"request", "revisit", "metadata", "warcinfo",
                                                  "continuation"};
  static constexpr std::string_view kRead[] = {"response", "resource", "conversion"};
  for (const auto type : kSkipped) {
    if (equals_ignoring_case(header.type, type)) return "warc_" + std::string(type);
  }
  // wget stores its own logs as resources: metadata://gnu.org/software/wget/warc/wget.log.
  if (starts_ignoring_case(header.target_uri, "metadata:")) return "warc_metadata";
  for (const auto type : kRead) {
    if (equals_ignoring_case(header.type, type)) return {};
  }
  return "warc_other";
}

void unpack(const WarcHeader& header, std::string_view block, std::size_t body_bytes_max,
            Document& document) {
  // WARC 1.1, 6.3: a response whose scheme is http has the block type application/http; Heritrix
  // also writes responses of other schemes (dns:), whose block is the payload itself.
  const bool http = equals_ignoring_case(header.type, "response") &&
                    (header.content_type.empty() ||
                     starts_ignoring_case(header.content_type, "application/http"));
  PayloadOutcome outcome = http ? read_http_response(block, header.payload_type, body_bytes_max)
                                : read_bare_payload(block, header.content_type, body_bytes_max);
  document.payload = std::move(outcome.payload);
  document.dropped = std::move(outcome.dropped);
  document.fault = std::move(outcome.fault);
}

}  // namespace khabar
