// WebReader: pages fetched for a person who waits: a few at once, redirects followed, nothing
// retried. For the commands; the running source has its own manners (ingest/feed/fetcher.h).
// One thread; blocks until all have come or failed.
#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "core/base/result.h"
#include "core/io/http_client.h"

namespace khabar {

struct WebPage {
  std::string asked;  // as given
  std::string url;    // of the last hop
  std::string body, content_type;
  int status = 0;
  std::string error;  // for a person, names the address; empty: here it is (2xx)

  bool ok() const { return error.empty(); }
};

class WebReader {
 public:
  static constexpr int kRedirectsMax = 5;

  // `client` must outlive the reader.
  explicit WebReader(HttpClient& client) : client_(client) {}

  // One page for each URL, in their order.
  std::vector<WebPage> get_all(const std::vector<std::string>& urls);
  WebPage get(const std::string& url) { return std::move(get_all({url}).front()); }

 private:
  HttpClient& client_;
};

// The client of the commands: asks with the program's name, refuses private addresses unless told.
Result<std::unique_ptr<HttpClient>> open_command_client(bool allow_private_addresses);

}  // namespace khabar
