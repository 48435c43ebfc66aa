#include "core/io/http_headers.h"

#include <optional>
#include <string>
#include <string_view>

#include <gtest/gtest.h>

namespace khabar {
namespace {

using std::chrono::hours;
using std::chrono::seconds;

// Sun, 06 Nov 1994 08:49:37 GMT, the example of RFC 9110 5.6.7.
constexpr TimePoint kNow{Milliseconds{784'111'777'000}};

TEST(HttpDate, TheThreeFormsOfTheStandardAreOneInstant) {
  for (const char* text : {"Sun, 06 Nov 1994 08:49:37 GMT", "Sunday, 06-Nov-94 08:49:37 GMT",
                           "Sun Nov  6 08:49:37 1994", " Sun, 06 Nov 1994 08:49:37 GMT ",
                           "Sun, 06 Nov 1994 10:49:37 +0200"}) {
    EXPECT_EQ(parse_http_date(text), kNow) << text;
  }
  for (const char* text :
       {"", "0", "-1", "now", "Sun, 06 Nov 1994", "Sun, 36 Nov 1994 08:49:37 GMT"}) {
    EXPECT_EQ(parse_http_date(text), std::nullopt) << text;
  }
  EXPECT_EQ(parse_http_date("Thu, 01 Jan 1970 00:00:00 GMT"), TimePoint{});
}

TEST(HttpDate, WrittenIsRead) {
  EXPECT_EQ(format_http_date(kNow), "Sun, 06 Nov 1994 08:49:37 GMT");
  for (const TimePoint time : {TimePoint{}, kNow, TimePoint{hours{24 * 365 * 60}}}) {
    EXPECT_EQ(parse_http_date(format_http_date(time)), time) << format_http_date(time);
  }
}

// RFC 9110 10.2.3: "The Retry-After field value can be either an HTTP-date or a number of seconds".
TEST(RetryAfter, SecondsOrDate) {
  struct Row {
    std::string_view value;
    std::optional<Milliseconds> wait;
  };
  const Row rows[] = {
      {"120", seconds{120}},
      {" 120 ", seconds{120}},
      {"0", seconds{0}},
      {"1.5", seconds{1}},
      {"Sun, 06 Nov 1994 08:51:37 GMT", seconds{120}},
      {"Sun, 06 Nov 1994 08:00:00 GMT", seconds{0}},
      {"99999999999999999999999", kRetryAfterMax},
      {"Sun, 06 Nov 2044 08:49:37 GMT", kRetryAfterMax},
      {"-5", std::nullopt},
      {"", std::nullopt},
      {"soon", std::nullopt},
      {"120 seconds", std::nullopt},
  };
  for (const Row& row : rows) EXPECT_EQ(parse_retry_after(row.value, kNow), row.wait) << row.value;
}

TEST(CacheControl, Directives) {
  const auto all = parse_cache_control("Public, MAX-AGE=\"60\" , s-maxage = 7,must-revalidate");
  EXPECT_EQ(all.max_age, seconds{60});
  EXPECT_EQ(all.s_maxage, seconds{7});
  EXPECT_TRUE(all.must_revalidate);
  EXPECT_FALSE(all.no_cache || all.no_store || all.is_private || all.immutable);

  EXPECT_TRUE(parse_cache_control("no-cache").no_cache);
  EXPECT_FALSE(parse_cache_control("no-cache=\"set-cookie, x\", max-age=5").no_cache);
  EXPECT_EQ(parse_cache_control("no-cache=\"set-cookie, max-age=9\", max-age=5").max_age,
            seconds{5});
  EXPECT_EQ(parse_cache_control("max-age=5, max-age=500").max_age, seconds{5});
  EXPECT_EQ(parse_cache_control("max-age=-1").max_age, seconds{0});
  EXPECT_EQ(parse_cache_control("max-age").max_age, seconds{0});
  EXPECT_EQ(parse_cache_control("max-age=99999999999999999999").max_age, seconds{1LL << 31});
  EXPECT_EQ(parse_cache_control(",,\"unclosed, max-age=5").max_age, std::nullopt);
}

TEST(Freshness, AgeThenExpires) {
  struct Row {
    HttpHeaders headers;
    std::optional<Milliseconds> fresh;
  };
  const std::string now = format_http_date(kNow), later = format_http_date(kNow + seconds{300});
  const std::string earlier = format_http_date(kNow - seconds{300});
  const Row rows[] = {
      {{}, std::nullopt},
      {{{"cache-control", "public"}}, std::nullopt},
      {{{"cache-control", "max-age=600"}}, seconds{600}},
      {{{"cache-control", "public"}, {"cache-control", "max-age=600"}}, seconds{600}},
      {{{"cache-control", "max-age=600"}, {"age", "100"}}, seconds{500}},
      {{{"cache-control", "max-age=600"}, {"age", "9999"}}, seconds{0}},
      {{{"cache-control", "max-age=600, no-cache"}}, seconds{0}},
      {{{"cache-control", "no-store"}, {"expires", later}}, seconds{0}},
      {{{"cache-control", "max-age=600"}, {"expires", later}}, seconds{600}},
      {{{"expires", later}}, seconds{300}},
      {{{"expires", later}, {"date", earlier}}, seconds{600}},  // by the server's own clock
      {{{"expires", earlier}, {"date", now}}, seconds{0}},
      {{{"expires", "0"}}, seconds{0}},
      {{{"expires", "-1"}}, seconds{0}},
  };
  for (const Row& row : rows) {
    EXPECT_EQ(freshness_lifetime(row.headers, kNow), row.fresh)
        << (row.headers.empty() ? "" : row.headers[0].second);
  }
}

TEST(HttpHeaders, TheFirstOfANameWithoutBlanks) {
  const HttpHeaders headers{{"etag", " \"a\"\t"}, {"etag", "\"b\""}};
  EXPECT_EQ(header_value(headers, "etag"), "\"a\"");
  EXPECT_EQ(header_value(headers, "date"), "");
}

}  // namespace
}  // namespace khabar
