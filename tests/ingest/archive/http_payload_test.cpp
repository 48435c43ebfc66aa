#include "ingest/archive/http_payload.h"

#include <gtest/gtest.h>

#include "ingest/archive/payload_kind.h"
#include "tests/ingest/archive/archive_fixture.h"

namespace khabar {
namespace {

using namespace testing;

// "html:BODY", "text:BODY", "-why", "!fault".
std::string outcome(const std::string& block, std::size_t bytes_max = 1000) {
  const PayloadOutcome o = read_http_response(block, {}, bytes_max);
  if (o.fault) return "!" + o.fault->reason;
  if (!o.dropped.empty()) return "-" + o.dropped;
  return (o.payload.kind == PayloadKind::html ? "html:" : "text:") + o.payload.body;
}

TEST(HttpPayload, HeadsAreReadLeniently) {
  const struct {
    std::string block, outcome;
  } cases[] = {
      {"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>x", "html:<p>x"},
      {"HTTP/1.1 200\r\ncontent-TYPE:text/html\r\n\r\n<p>x", "html:<p>x"},
      {"HTTP/2 200 \nContent-Type: text/html\n\n<p>x", "html:<p>x"},
      {"http/1.0  200 Fine\r\nContent-Type: Text/HTML ; charset=x\r\n\r\n<p>x", "html:<p>x"},
      {"HTTP/1.1 200 OK\r\nX: a\r\n folded\r\nnonsense\r\nContent-Type: text/html\r\n\r\n<p>x",
       "html:<p>x"},
      {"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>x",
       "html:<p>x"},
      {"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\nhello", "text:hello"},
      {"HTTP/1.1 301 Moved\r\nContent-Type: text/html\r\n\r\n<p>x", "-http_status"},
      {"HTTP/1.1 404\r\nContent-Type: text/html\r\n\r\n<p>x", "-http_status"},
      {"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n", "-empty_body"},
      {"HTTP/1.1 200 OK\r\nContent-Type: text/html", "-empty_body"},
      {"", "!http_bad_header"},
      {"<p>x", "!http_bad_header"},
      {"HTTP/1.1 OK\r\n\r\n<p>x", "!http_bad_header"},
      {"HTTP/1.1 200 OK\r\nX: " + std::string(100'000, 'x') + "\r\n\r\n<p>x", "!http_bad_header"},
  };
  for (const auto& c : cases) EXPECT_EQ(outcome(c.block), c.outcome) << c.block.substr(0, 80);
}

// RFC 9112 7.1: chunk-size [ chunk-ext ] CRLF chunk-data CRLF ... last-chunk.
TEST(HttpPayload, ChunksAreUndoneWhereTheyAreChunks) {
  const struct {
    std::string body, outcome;
  } cases[] = {
      {"3\r\n<p>\r\n1\r\nx\r\n0\r\n\r\n", "html:<p>x"},
      {"0003;ext=\"1\"\r\n<p>\r\n01 \r\nx\r\n0\r\nTrailer: y\r\n\r\n", "html:<p>x"},
      {"A\n<p>0123456\n0\n\n", "html:<p>0123456"},
      {"<p>not chunked at all", "html:<p>not chunked at all"},
      {"\r\n<p>x", "html:\r\n<p>x"},
      {"3\r\n<p>\r\nwrong size\r\n0\r\n\r\n", "html:<p>wrong size\r\n0\r\n\r\n"},
      {"ff\r\n<p>cut", "html:<p>cut"},
      {"3\r\n<p>\r\nffffffffffffffff\r\nx", "html:<p>x"},
      {"3\r\n<p>\r\nfffffffffffffffff\r\nx", "html:<p>fffffffffffffffff\r\nx"},
      {"0\r\n\r\n", "-empty_body"},
  };
  for (const auto& c : cases) {
    EXPECT_EQ(outcome(http_ok(c.body, "Transfer-Encoding: chunked\r\n")), c.outcome) << c.body;
  }
}

TEST(HttpPayload, ContentCodingsAreUndone) {
  const std::string page = "<p>" + prose(500, 1);
  const struct {
    std::string coding, body;
  } cases[] = {
      {"gzip", gzipped(page)},
      {"x-gzip", gzipped(page)},
      {"GZIP ", gzipped(page)},
      {"deflate", zlibbed(page)},
      {"deflate", deflated(page)},
      {"br", brotlied(page)},
      {"zstd", zstd_frame(page)},
      {"identity", page},
      {"", page},
      {"none", page},
      {"utf-8", page},
      {"gzip, br", brotlied(gzipped(page))},
      {"gzip, identity", gzipped(page)},
      // Undone before, by the crawler, who kept the header.
      {"gzip", page},
      {"deflate", page},
      {"br", page},
      {"zstd", page},
      {"gzip, gzip", gzipped(page)},
  };
  for (const auto& c : cases) {
    EXPECT_EQ(outcome(http_ok(c.body, "Content-Encoding: " + c.coding + "\r\n")), "html:" + page)
        << c.coding;
  }
  EXPECT_EQ(outcome(http_ok(gzipped(page))), "html:" + page) << "encoded without saying so";
  EXPECT_EQ(outcome(http_ok("40\r\n" + gzipped(page).substr(0, 64) + "\r\n1000\r\n" +
                                gzipped(page).substr(64) + "\r\n0\r\n\r\n",
                            "Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n"))
                .substr(0, 8),
            "html:<p>");
}

TEST(HttpPayload, ABodyThatEndsEarlyGivesWhatItHas) {
  const std::string page = "<p>" + noise(20'000, 1);
  const std::string encoded = gzipped(page);
  const PayloadOutcome o = read_http_response(
      http_ok(encoded.substr(0, 10'000), "Content-Encoding: gzip\r\n"), {}, 100'000);
  ASSERT_FALSE(o.fault);
  EXPECT_GT(o.payload.body.size(), 5000U);
  EXPECT_TRUE(page.starts_with(o.payload.body));
}

TEST(HttpPayload, WhatDoesNotDecodeIsAFault) {
  std::string broken = gzipped(noise(500, 1));
  broken[100] ^= 0x40;
  for (const auto& [coding, body] : {std::pair<std::string, std::string>{"gzip", broken},
                                     {"br", noise(500, 2)},
                                     {"sdch", noise(500, 3)},
                                     {"br, br, br, br, br, br", "<p>"}}) {
    EXPECT_EQ(outcome(http_ok(body, "Content-Encoding: " + coding + "\r\n")), "!http_bad_encoding")
        << coding;
  }
}

TEST(HttpPayload, BombsStopAtTheBound) {
  const std::string bomb(30'000'000, 'x');
  for (const auto& [coding, body] : {std::pair<std::string, std::string>{"gzip", gzipped(bomb)},
                                     {"deflate", deflated(bomb)},
                                     {"br", brotlied(bomb)},
                                     {"zstd", zstd_frame(bomb)},
                                     {"gzip, gzip", gzipped(gzipped(bomb))},
                                     {"identity", bomb}}) {
    EXPECT_EQ(outcome(http_ok(body, "Content-Encoding: " + coding + "\r\n"), 1'000'000),
              "!http_too_large")
        << coding;
  }
}

// WHATWG MIME Sniffing 7.1 where the type says nothing.
TEST(PayloadKind, DecidesByTypeThenByBytes) {
  const std::string html = " \n<!DOCTYPE html><p>x", text = "Plain words.",
                    png = "\x89PNG\r\n\x1a\n";
  const std::string xhtml = "<?xml version=\"1.0\"?><!DOCTYPE html PUBLIC \"\"><html>";
  const std::string feed = "<?xml version=\"1.0\"?><rss>";
  const auto none = PayloadKind::none, h = PayloadKind::html, t = PayloadKind::text;
  const struct {
    std::string type, body;
    PayloadKind kind;
  } cases[] = {
      {"text/html", text, h},
      {"text/html; charset=windows-1256", html, h},
      {"application/xhtml+xml", xhtml, h},
      {"text/html", png, none},
      {"text/html", "%PDF-1.4", none},
      {"text/plain", text, t},
      {"text/plain", html, h},
      {"text/plain", png, none},
      {"text/plain", "\xFF\xFEh\0i\0", t},
      {"", html, h},
      {"", text, t},
      {"", png, none},
      {"", feed, none},
      {"", xhtml, h},
      {"", "\xEF\xBB\xBF<html>", h},
      {"", "<a>", h},
      {"", "<abc>", t},
      {"", "", none},
      {"application/octet-stream", html, h},
      {"application/octet-stream", png, none},
      {"html", html, h},
      {"application/xml", feed, none},
      {"text/xml", xhtml, h},
      {"application/json", "{}", none},
      {"text/css", "p {}", none},
      {"text/dns", "20210304 a.example 1 IN A", none},
      {"image/png", html, none},
  };
  for (const auto& c : cases) EXPECT_EQ(payload_kind(c.type, c.body), c.kind) << c.type << c.body;
}

}  // namespace
}  // namespace khabar
