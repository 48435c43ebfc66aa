#include "core/io/http_exchange.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <cstring>
#include <utility>

#include <sys/socket.h>
#include <unistd.h>

#include "core/base/check.h"
#include "core/base/limits.h"
#include "core/text/ascii.h"

namespace khabar {
namespace {

constexpr long kDnsCacheSeconds = 300;
constexpr long kCaCacheSeconds = 3600;  // else the 140 certificates are parsed for each connection

template <class Value>
void set(CURL* easy, CURLoption option, Value value) {
  const CURLcode code = curl_easy_setopt(easy, option, value);
  CHECK_THAT(code == CURLE_OK, curl_easy_strerror(code));
}

// 9214003 -> "9,214,003"
std::string grouped(std::uint64_t n) {
  std::string text = std::to_string(n);
  for (std::size_t at = text.size(); at > 3; at -= 3) text.insert(at - 3, ",");
  return text;
}

std::string_view trim(std::string_view text) {
  constexpr std::string_view kBlanks = " \t\r\n";
  const std::size_t first = text.find_first_not_of(kBlanks);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kBlanks) - first + 1);
}

bool is_localhost(std::string_view host) {
  if (host.ends_with('.')) host.remove_suffix(1);
  return host == "localhost" || host.ends_with(".localhost");
}

bool is_known_coding(std::string_view coding) {
  for (const char* known : {"gzip", "deflate", "br", "zstd", "compress"}) {
    if (coding.find(known) != std::string_view::npos) return true;
  }
  return false;
}

HttpFailure failure_of(CURLcode code) {
  switch (code) {
    case CURLE_OK:
      return HttpFailure::none;
    case CURLE_URL_MALFORMAT:
      return HttpFailure::bad_url;
    case CURLE_COULDNT_RESOLVE_HOST:
    case CURLE_COULDNT_RESOLVE_PROXY:
      return HttpFailure::dns;
    case CURLE_COULDNT_CONNECT:
    case CURLE_PROXY:
    case CURLE_INTERFACE_FAILED:
      return HttpFailure::connect;
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CERTPROBLEM:
    case CURLE_SSL_CIPHER:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_SSL_ISSUER_ERROR:
    case CURLE_SSL_INVALIDCERTSTATUS:
    case CURLE_USE_SSL_FAILED:
      return HttpFailure::tls;
    case CURLE_OPERATION_TIMEDOUT:
      return HttpFailure::timeout;
    default:  // ended early, no HTTP, damaged coding, a stream that was reset, ...
      return HttpFailure::broken;
  }
}

}  // namespace

HttpReply failed_reply(const HttpRequest& request, HttpFailure failure, std::string_view message) {
  HttpReply reply;
  reply.id = request.id;
  reply.url = request.url;
  reply.failure = failure;
  reply.error.append(request.url).append(": ").append(message);
  return reply;
}

HttpExchange::HttpExchange(HttpGround& ground) : ground_(ground), easy_(curl_easy_init()) {
  CHECK(easy_ != nullptr);
  set_up_once();
}

HttpExchange::~HttpExchange() {
  ground_.body_bytes -= reply_.body.size();
  curl_easy_cleanup(easy_);
  drop_lists();
}

void HttpExchange::set_up_once() {
  const HttpClientOptions& options = ground_.options;
  set(easy_, CURLOPT_PRIVATE, this);
  set(easy_, CURLOPT_NOSIGNAL, 1L);
  // Else a name server that is slow holds the whole client when its exchange times out.
  set(easy_, CURLOPT_QUICK_EXIT, 1L);
  set(easy_, CURLOPT_PROTOCOLS_STR, "http,https");
  set(easy_, CURLOPT_FOLLOWLOCATION, 0L);
  set(easy_, CURLOPT_PATH_AS_IS, 1L);  // the URL standard has taken the dots out
  set(easy_, CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_2TLS));
  set(easy_, CURLOPT_ACCEPT_ENCODING, "");  // all that curl can undo: gzip, br, zstd
  set(easy_, CURLOPT_USERAGENT, options.user_agent.c_str());
  set(easy_, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(options.connect_timeout.count()));
  set(easy_, CURLOPT_DNS_CACHE_TIMEOUT, kDnsCacheSeconds);
  set(easy_, CURLOPT_PROXY, options.proxy.c_str());  // "" also sets the environment aside
  set(easy_, CURLOPT_NOPROXY, "");
  set(easy_, CURLOPT_SUPPRESS_CONNECT_HEADERS, 1L);
  set(easy_, CURLOPT_CA_CACHE_TIMEOUT, kCaCacheSeconds);
  const char* bundle = curl_version_info(CURLVERSION_NOW)->cainfo;
  if (!options.ca_file.empty()) {
    set(easy_, CURLOPT_CAINFO, options.ca_file.c_str());
    set(easy_, CURLOPT_CAPATH, nullptr);
  } else if (bundle != nullptr && access(bundle, R_OK) == 0) {
    set(easy_, CURLOPT_CAPATH, nullptr);  // with a folder, curl does not keep the bundle parsed
  }
  set(easy_, CURLOPT_OPENSOCKETFUNCTION, &HttpExchange::on_open_socket);
  set(easy_, CURLOPT_OPENSOCKETDATA, this);
  set(easy_, CURLOPT_HEADERFUNCTION, &HttpExchange::on_header);
  set(easy_, CURLOPT_HEADERDATA, this);
  set(easy_, CURLOPT_WRITEFUNCTION, &HttpExchange::on_body);
  set(easy_, CURLOPT_WRITEDATA, this);
  set(easy_, CURLOPT_ERRORBUFFER, &curl_error_[0]);
}

std::optional<HttpReply> HttpExchange::begin(HttpQueue::Entry entry) {
  drop_lists();  // of a begin() that refused
  entry_ = std::move(entry);
  forget_response();
  if (std::exchange(is_plain_, false)) set(easy_, CURLOPT_ACCEPT_ENCODING, "");
  began_ = std::chrono::steady_clock::now();
  if (auto refused = set_addresses()) return refused;
  if (auto refused = set_headers()) return refused;
  const HttpRequest& request = entry_.request;
  const std::string& url = entry_.target.url;
  set(easy_, CURLOPT_URL, url.c_str());
  // Rather a stream of a connection that is being made than one more connection.
  set(easy_, CURLOPT_PIPEWAIT, url.starts_with("https:") ? 1L : 0L);
  // 0 would be for ever.
  const auto timeout = std::max(request.timeout, Milliseconds{1});
  set(easy_, CURLOPT_TIMEOUT_MS, static_cast<long>(timeout.count()));
  set(easy_, CURLOPT_SSL_VERIFYPEER, request.verify_tls ? 1L : 0L);
  set(easy_, CURLOPT_SSL_VERIFYHOST, request.verify_tls ? 2L : 0L);
  return std::nullopt;
}

void HttpExchange::forget_response() {
  ground_.body_bytes -= reply_.body.size();
  reply_ = HttpReply{};
  header_bytes_ = declared_bytes_ = 0;
  status_ = 0;
  headers_ended_ = in_body_ = false;
  refused_address_.clear();
  curl_error_[0] = '\0';
}

bool HttpExchange::asks_plainly(CURLcode code) {
  if (code != CURLE_BAD_CONTENT_ENCODING || is_plain_) return false;
  forget_response();
  is_plain_ = true;
  set(easy_, CURLOPT_ACCEPT_ENCODING, nullptr);
  return true;
}

// Where to connect to, when that is not for DNS to say.
std::optional<HttpReply> HttpExchange::set_addresses() {
  const HttpTarget& target = entry_.target;
  const HttpClientOptions& options = ground_.options;
  set(easy_, CURLOPT_CONNECT_TO, nullptr);
  set(easy_, CURLOPT_RESOLVE, nullptr);
  const auto literal = IpAddress::parse(target.host);
  if (!options.proxy.empty()) {
    const auto why = literal ? ground_.guard.refusal(*literal)
                     : is_localhost(target.host) && !options.allow_private_addresses
                         ? std::optional<std::string>(target.host + " is loopback")
                         : std::nullopt;
    if (why) return failed_reply(entry_.request, HttpFailure::refused_address, *why);
    return std::nullopt;
  }
  if (const auto* place = ground_.rules.find(target.host, target.port)) {
    const std::uint16_t port = place->port == 0 ? target.port : place->port;
    const bool is_v6 = place->address.find(':') != std::string::npos;
    const std::string address = is_v6 ? "[" + place->address + "]" : place->address;
    const std::string rule = "::" + address + ":" + std::to_string(port);
    address_list_ = curl_slist_append(address_list_, rule.c_str());
    set(easy_, CURLOPT_CONNECT_TO, address_list_);
    return std::nullopt;
  }
  // RFC 6761 6.3: localhost is loopback, whatever a resolver says.
  if (!options.resolver || literal || is_localhost(target.host)) return std::nullopt;
  // '+': for as long as the cache holds an answer, as if DNS had given it.
  std::string answer = "+" + target.host + ":" + std::to_string(target.port) + ":";
  const std::vector<std::string> addresses = options.resolver(target.host);
  for (const std::string& address : addresses) {
    answer.append(&address == addresses.data() ? "" : ",").append(address);
  }
  if (addresses.empty()) {
    return failed_reply(entry_.request, HttpFailure::dns, "host " + target.host + " is not known");
  }
  address_list_ = curl_slist_append(address_list_, answer.c_str());
  set(easy_, CURLOPT_RESOLVE, address_list_);
  return std::nullopt;
}

std::optional<HttpReply> HttpExchange::set_headers() {
  std::string line;
  for (const auto& [name, value] : entry_.request.headers) {
    line.assign(name).append(": ").append(value);
    if (line.find_first_of(std::string_view("\r\n\0", 3)) != std::string::npos) {
      return failed_reply(entry_.request, HttpFailure::bad_url,
                          "request header " + name + " holds a line break");
    }
    header_list_ = curl_slist_append(header_list_, line.c_str());
  }
  set(easy_, CURLOPT_HTTPHEADER, header_list_);
  return std::nullopt;
}

curl_socket_t HttpExchange::on_open_socket(void* self, curlsocktype, curl_sockaddr* address) {
  auto& exchange = *static_cast<HttpExchange*>(self);
  if (exchange.ground_.options.proxy.empty()) {
    const auto ip = IpAddress::of(address->addr);
    const auto why = ip ? exchange.ground_.guard.refusal(*ip)
                        : "address family " + std::to_string(address->family) + " is not IP";
    if (why) {
      exchange.refused_address_ = *why;
      return CURL_SOCKET_BAD;
    }
  }
  return socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

std::size_t HttpExchange::on_header(char* line, std::size_t size, std::size_t count, void* self) {
  const std::size_t length = size * count;
  return static_cast<HttpExchange*>(self)->take_header({line, length}) ? length : 0;
}

std::size_t HttpExchange::on_body(char* bytes, std::size_t size, std::size_t count, void* self) {
  const std::size_t length = size * count;
  // A short count ends the transfer; 0 of 0 bytes would not.
  return static_cast<HttpExchange*>(self)->take_body({bytes, length}) ? length : length + 1;
}

bool HttpExchange::stop(HttpFailure failure, std::string why) {
  reply_.failure = failure;
  reply_.error = std::move(why);
  return false;
}

bool HttpExchange::take_header(std::string_view line) {
  header_bytes_ += line.size();
  if (header_bytes_ > limits::kHeaderBytesMax) {
    return stop(HttpFailure::too_large, "headers of at least " + grouped(header_bytes_) +
                                            " bytes exceed " + grouped(limits::kHeaderBytesMax));
  }
  if (in_body_) return true;  // trailers: what comes behind the body is not about it
  if (line.starts_with("HTTP/")) {
    // A block of its own: the one before was an interim response (100, 103).
    reply_.headers.clear();
    declared_bytes_ = 0;
    const std::size_t blank = line.find(' ');
    if (blank != std::string_view::npos) {
      std::from_chars(line.data() + blank + 1, line.data() + line.size(), status_);
    }
    return true;
  }
  const std::string_view text = trim(line);
  if (text.empty()) return take_end_of_headers();
  if ((line.front() == ' ' || line.front() == '\t') && !reply_.headers.empty()) {
    reply_.headers.back().second.append(" ").append(text);  // RFC 9112 5.2: obs-fold
    return true;
  }
  const std::size_t colon = text.find(':');
  if (colon == std::string_view::npos) return true;
  const auto& [name, value] = reply_.headers.emplace_back(lower_ascii(trim(text.substr(0, colon))),
                                                          trim(text.substr(colon + 1)));
  if (name == "content-length") {
    std::from_chars(value.data(), value.data() + value.size(), declared_bytes_);
  }
  return true;
}

bool HttpExchange::take_end_of_headers() {
  headers_ended_ = status_ >= 200;
  const bool has_body = status_ >= 200 && status_ != 204 && status_ != 304;
  if (!has_body || declared_bytes_ <= entry_.request.body_bytes_max) return true;
  return stop(HttpFailure::too_large, "body " + grouped(declared_bytes_) + " bytes exceeds " +
                                          grouped(entry_.request.body_bytes_max));
}

bool HttpExchange::take_body(std::string_view bytes) {
  in_body_ = true;
  const std::size_t size = reply_.body.size() + bytes.size();
  const std::size_t size_max = entry_.request.body_bytes_max;
  if (size > size_max) {
    return stop(HttpFailure::too_large,
                "body of at least " + grouped(size) + " bytes exceeds " + grouped(size_max));
  }
  const HttpClientOptions& options = ground_.options;
  const std::size_t all = ground_.body_bytes += bytes.size();
  reply_.body.append(bytes);
  if (all > options.bodies_bytes_max && size > options.bodies_bytes_max / options.connections_max) {
    return stop(HttpFailure::overloaded, "body of at least " + grouped(size) + " bytes, while " +
                                             grouped(all) + " of all bodies exceed " +
                                             grouped(options.bodies_bytes_max));
  }
  return true;
}

void HttpExchange::name_failure(CURLcode code) {
  if (reply_.failure == HttpFailure::none) {
    reply_.failure = failure_of(code);
    reply_.error = curl_error_[0] != '\0' ? &curl_error_[0] : curl_easy_strerror(code);
    if (code == CURLE_OUT_OF_MEMORY && !in_body_) {  // so curl calls a line of over 100 kB
      stop(HttpFailure::too_large, "a header line exceeds " + grouped(limits::kHeaderBytesMax));
    }
    if (reply_.failure == HttpFailure::connect && !refused_address_.empty()) {
      reply_.failure = HttpFailure::refused_address;
      reply_.error = std::move(refused_address_);
    }
  }
  reply_.error.insert(0, entry_.request.url + ": ");
  ground_.body_bytes -= reply_.body.size();
  reply_.body = {};
  reply_.headers.clear();
}

HttpReply HttpExchange::end(CURLcode code) {
  const auto now = std::chrono::steady_clock::now();
  reply_.id = entry_.request.id;
  reply_.url = entry_.request.url;
  reply_.took = std::chrono::duration_cast<Milliseconds>(now - began_);
  curl_off_t body_bytes = 0;
  curl_easy_getinfo(easy_, CURLINFO_SIZE_DOWNLOAD_T, &body_bytes);
  reply_.wire_bytes = header_bytes_ + static_cast<std::uint64_t>(body_bytes);
  if (const char* address = nullptr; ground_.options.proxy.empty()) {
    curl_easy_getinfo(easy_, CURLINFO_PRIMARY_IP, &address);
    reply_.address = address != nullptr ? address : "";
  }
  if (code == CURLE_OK && !headers_ended_) {  // curl takes what there is
    code = CURLE_RECV_ERROR;
    stop(HttpFailure::broken, "the connection was closed within the headers");
  }
  if (code == CURLE_OK && is_plain_ && is_known_coding(reply_.header("content-encoding"))) {
    code = CURLE_BAD_CONTENT_ENCODING;  // packed wrongly, and packed again though not asked to
  }
  if (code == CURLE_OK) {
    long status = 0, version = 0;
    curl_easy_getinfo(easy_, CURLINFO_RESPONSE_CODE, &status);
    curl_easy_getinfo(easy_, CURLINFO_HTTP_VERSION, &version);
    reply_.status = static_cast<int>(status);
    reply_.http_version = version == CURL_HTTP_VERSION_1_0   ? 10
                          : version == CURL_HTTP_VERSION_1_1 ? 11
                                                             : 20;
  } else {
    name_failure(code);
  }
  drop_lists();
  return std::exchange(reply_, HttpReply{});
}

void HttpExchange::drop_lists() {
  curl_slist_free_all(std::exchange(header_list_, nullptr));
  curl_slist_free_all(std::exchange(address_list_, nullptr));
}

}  // namespace khabar
