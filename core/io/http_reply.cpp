// What replies can be asked, without a client.
#include "core/io/http_client.h"
#include "core/io/http_headers.h"

namespace khabar {

const char* http_failure_name(HttpFailure failure) {
  switch (failure) {
    case HttpFailure::none:
      return "none";
    case HttpFailure::bad_url:
      return "bad_url";
    case HttpFailure::refused_address:
      return "refused_address";
    case HttpFailure::dns:
      return "dns";
    case HttpFailure::connect:
      return "connect";
    case HttpFailure::tls:
      return "tls";
    case HttpFailure::timeout:
      return "timeout";
    case HttpFailure::too_large:
      return "too_large";
    case HttpFailure::broken:
      return "broken";
    case HttpFailure::cancelled:
      return "cancelled";
    case HttpFailure::overloaded:
      return "overloaded";
  }
  return "unknown";
}

std::string_view HttpReply::header(std::string_view name) const {
  return header_value(headers, name);
}

}  // namespace khabar
