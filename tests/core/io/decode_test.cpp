#include <gtest/gtest.h>

#include "core/io/brotli.h"
#include "core/io/gzip.h"
#include "core/io/zstd.h"
#include "tests/core/io/compressed.h"

namespace khabar {
namespace {

using namespace testing;

struct Coding {
  const char* name;
  std::string (*encode)(std::string_view);
  Decoded (*decode)(std::string_view, std::size_t);
};

const Coding kCodings[] = {
    {"gzip", [](std::string_view s) { return gzipped(s); }, decode_gzip},
    {"zlib", zlibbed, decode_deflate},
    {"raw deflate", deflated, decode_deflate},
    {"br", brotlied, decode_brotli},
    {"zstd", [](std::string_view s) { return zstd_frame(s); }, decode_zstd},
};

TEST(Decode, GivesBackWhatWasEncoded) {
  for (const Coding& coding : kCodings) {
    SCOPED_TRACE(coding.name);
    for (const std::string& text : {std::string(), std::string("x"), prose(300'000, 1),
                                    noise(70'000, 2), std::string(1 << 16, '\0')}) {
      const Decoded decoded = coding.decode(coding.encode(text), text.size());
      EXPECT_EQ(decoded.bytes, text);
      EXPECT_EQ(decoded.end, DecodeEnd::whole);
    }
  }
}

TEST(Decode, StopsAtTheBound) {
  for (const Coding& coding : kCodings) {
    SCOPED_TRACE(coding.name);
    const Decoded decoded = coding.decode(coding.encode(std::string(50'000'000, 'x')), 100'000);
    EXPECT_EQ(decoded.end, DecodeEnd::too_large);
    EXPECT_EQ(decoded.bytes, std::string(100'000, 'x'));
  }
}

TEST(Decode, GivesWhatCameBeforeTheCut) {
  const std::string text = noise(400'000, 3);
  for (const Coding& coding : kCodings) {
    SCOPED_TRACE(coding.name);
    const std::string encoded = coding.encode(text);
    const Decoded decoded = coding.decode(encoded.substr(0, encoded.size() / 2), text.size());
    EXPECT_EQ(decoded.end, DecodeEnd::truncated);
    EXPECT_GT(decoded.bytes.size(), 60'000U);
    EXPECT_TRUE(text.starts_with(decoded.bytes));
  }
}

TEST(Decode, WhatIsNotEncodedIsCorrupt) {
  for (const Coding& coding : kCodings) {
    SCOPED_TRACE(coding.name);
    EXPECT_NE(coding.decode("<!doctype html><p>never was encoded", 1000).end, DecodeEnd::whole);
  }
}

// RFC 1952 2.2, in an HTTP body: some servers concatenate.
TEST(Decode, GzipMembersFollowEachOther) {
  const Decoded decoded = decode_gzip(gzipped("one ") + gzipped("two"), 100);
  EXPECT_EQ(decoded.bytes, "one two");
  EXPECT_EQ(decoded.end, DecodeEnd::whole);
}

}  // namespace
}  // namespace khabar
