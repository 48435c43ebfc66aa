#include "app/feeds/web_reader.h"

#include "core/text/url.h"

namespace khabar {
namespace {

bool is_redirect(int status) {
  return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

// Where the reply sends us; "" when it does not.
std::string next_hop(const HttpReply& reply, const std::string& url) {
  if (!is_redirect(reply.status)) return {};
  const std::string_view location = reply.header("location");
  return location.empty() ? std::string{} : resolve(url, location).value_or("");
}

void finish(WebPage& page, HttpReply& reply) {
  page.status = reply.status;
  page.content_type = reply.header("content-type");
  page.body = std::move(reply.body);
  if (reply.failure != HttpFailure::none) {
    page.error =
        reply.error.empty() ? page.url + ": " + http_failure_name(reply.failure) : reply.error;
    if (reply.failure == HttpFailure::refused_address) page.error += "; --allow-private lets it";
  } else if (reply.status < 200 || reply.status > 299) {
    page.error = page.url + ": HTTP status " + std::to_string(reply.status);
  }
}

}  // namespace

std::vector<WebPage> WebReader::get_all(const std::vector<std::string>& urls) {
  std::vector<WebPage> pages;
  std::vector<int> hops(urls.size(), 0);
  std::size_t open = 0;
  const auto send = [&](std::size_t i) {
    HttpRequest request;
    request.id = i;
    request.url = pages[i].url;
    client_.send(std::move(request));
    ++open;
  };
  for (const std::string& url : urls) pages.push_back({url, url, {}, {}, 0, {}});
  for (std::size_t i = 0; i < pages.size(); ++i) send(i);
  // Every request gets one reply, and each has its timeout: this ends.
  while (open > 0) {
    for (HttpReply& reply : client_.wait(64, Milliseconds(1000))) {
      --open;
      WebPage& page = pages[reply.id];
      const std::string next = next_hop(reply, page.url);
      if (!next.empty() && ++hops[reply.id] > kRedirectsMax) {
        page.error = page.asked + ": more than " + std::to_string(kRedirectsMax) + " redirects";
      } else if (!next.empty()) {
        page.url = next;
        send(reply.id);
      } else {
        finish(page, reply);
      }
    }
  }
  return pages;
}

Result<std::unique_ptr<HttpClient>> open_command_client(bool allow_private_addresses) {
  HttpClientOptions options;
  options.user_agent = "khabar/" KHABAR_VERSION;
  options.connections_max = 16;
  options.connections_per_host_max = 2;
  options.allow_private_addresses = allow_private_addresses;
  return open_http_client(options);
}

}  // namespace khabar
