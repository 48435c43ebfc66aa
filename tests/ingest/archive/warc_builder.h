// Test language: archives built in memory.
//
//   warc().response("http://a/", "<p>x").revisit("http://a/").gzip_members()
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tests/core/io/compressed.h"

namespace khabar::testing {

inline std::string http_ok(std::string_view body, std::string_view more_headers = {},
                           std::string_view type = "text/html; charset=utf-8") {
  return "HTTP/1.1 200 OK\r\nContent-Type: " + std::string(type) + "\r\n" +
         std::string(more_headers) + "\r\n" + std::string(body);
}

class WarcBuilder {
 public:
  // `length` other than the block's own is a lie.
  WarcBuilder& record(std::string_view type, std::string_view uri, std::string_view content_type,
                      std::string_view block, std::int64_t length = -1) {
    const std::string id =
        "<urn:uuid:00000000-0000-4000-8000-" + std::to_string(100000000000 + records_.size()) + ">";
    records_.push_back(
        "WARC/1.1\r\nWARC-Type: " + std::string(type) + "\r\nWARC-Record-ID: " + id +
        "\r\nWARC-Date: 2021-03-04T05:06:07Z\r\nWARC-Target-URI: " + std::string(uri) +
        "\r\nContent-Type: " + std::string(content_type) + "\r\nContent-Length: " +
        std::to_string(length < 0 ? static_cast<std::int64_t>(block.size()) : length) + "\r\n\r\n" +
        std::string(block) + "\r\n\r\n");
    return *this;
  }
  WarcBuilder& response(std::string_view uri, std::string_view html) {
    return record("response", uri, "application/http; msgtype=response", http_ok(html));
  }
  WarcBuilder& http(std::string_view uri, std::string_view block) {
    return record("response", uri, "application/http; msgtype=response", block);
  }
  WarcBuilder& lying_response(std::string_view uri, std::string_view html, std::int64_t by) {
    const std::string block = http_ok(html);
    return record("response", uri, "application/http", block,
                  static_cast<std::int64_t>(block.size()) + by);
  }
  WarcBuilder& request(std::string_view uri) {
    return record("request", uri, "application/http; msgtype=request", "GET / HTTP/1.1\r\n\r\n");
  }
  WarcBuilder& revisit(std::string_view uri) {
    return record("revisit", uri, "application/http; msgtype=response",
                  "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n");
  }
  WarcBuilder& warcinfo() { return record("warcinfo", "", "application/warc-fields", "a: b\r\n"); }
  WarcBuilder& raw(std::string bytes) {
    records_.push_back(std::move(bytes));
    return *this;
  }

  std::string plain() const {
    std::string all;
    for (const auto& r : records_) all += r;
    return all;
  }
  std::string gzip_members() const {
    std::string all;
    for (const auto& r : records_) all += gzipped(r);
    return all;
  }
  std::string one_gzip_member() const { return gzipped(plain()); }
  std::string zstd_frames() const {
    std::string all;
    for (const auto& r : records_) all += zstd_frame(r);
    return all;
  }
  std::string one_zstd_frame() const { return zstd_frame(plain()); }
  const std::vector<std::string>& records() const { return records_; }

 private:
  std::vector<std::string> records_;
};

inline WarcBuilder warc() {
  return {};
}

// Every way the same records can be stored.
inline std::vector<std::pair<std::string, std::string>> all_kinds(const WarcBuilder& w) {
  return {{"plain", w.plain()},
          {"gzip members", w.gzip_members()},
          {"one gzip member", w.one_gzip_member()},
          {"zstd frames", w.zstd_frames()},
          {"one zstd frame", w.one_zstd_frame()}};
}

}  // namespace khabar::testing
