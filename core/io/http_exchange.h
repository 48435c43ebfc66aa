// HttpExchange: one request and its response over one curl handle, which is used again for the
// next. Private to the HTTP client; lives on its thread, does not move.
#pragma once

#include <atomic>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include <curl/curl.h>

#include "core/base/clock.h"
#include "core/io/address_guard.h"
#include "core/io/http_client.h"
#include "core/io/http_queue.h"
#include "core/io/http_target.h"

namespace khabar {

// What all exchanges of a client share. Outlives them.
struct HttpGround {
  HttpClientOptions options;
  AddressGuard guard;
  ResolveRules rules;
  // Decoded bytes in transfer and in replies that wait; the owner's thread takes off what it gets.
  std::atomic<std::size_t> body_bytes{0};
};

// A reply without an exchange: "URL: MESSAGE".
HttpReply failed_reply(const HttpRequest& request, HttpFailure failure, std::string_view message);

class HttpExchange {
 public:
  explicit HttpExchange(HttpGround& ground);
  ~HttpExchange();
  HttpExchange(const HttpExchange&) = delete;
  HttpExchange& operator=(const HttpExchange&) = delete;

  // Makes the handle ready to be added; a reply when that cannot be: nothing was begun then.
  std::optional<HttpReply> begin(HttpQueue::Entry entry);
  // What became of it. The handle is no longer in the multi handle.
  HttpReply end(CURLcode code);
  // Sites that name a coding nobody knows ("Content-Encoding: UTF-8") or pack wrongly: true once an
  // exchange, when it is worth asking for the plain body. The handle is ready to be added again.
  bool asks_plainly(CURLcode code);

  CURL* handle() const { return easy_; }
  const std::string& origin() const { return entry_.target.origin; }

 private:
  static curl_socket_t on_open_socket(void* self, curlsocktype purpose, curl_sockaddr* address);
  static std::size_t on_header(char* line, std::size_t size, std::size_t count, void* self);
  static std::size_t on_body(char* bytes, std::size_t size, std::size_t count, void* self);

  void set_up_once();
  std::optional<HttpReply> set_addresses();
  std::optional<HttpReply> set_headers();
  bool take_header(std::string_view line);
  bool take_end_of_headers();
  bool take_body(std::string_view bytes);
  // Ends the transfer: the callback that called this returns too little.
  bool stop(HttpFailure failure, std::string why);
  void name_failure(CURLcode code);
  void drop_lists();
  void forget_response();

  HttpGround& ground_;
  CURL* easy_;
  HttpQueue::Entry entry_;
  curl_slist* header_list_ = nullptr;
  curl_slist* address_list_ = nullptr;
  HttpReply reply_;
  SteadyPoint began_;
  std::size_t header_bytes_ = 0;
  std::size_t declared_bytes_ = 0;  // Content-Length of the block being read
  int status_ = 0;                  // of the block being read
  bool headers_ended_ = false;      // of the response, not of an interim one
  bool in_body_ = false;
  bool is_plain_ = false;        // no coding was asked for, none is undone
  std::string refused_address_;  // why, of the last address the guard refused
  char curl_error_[CURL_ERROR_SIZE] = {};
};

}  // namespace khabar
