#include "core/web/feed_text.h"

#include <gtest/gtest.h>

#include "core/web/feed_bytes.h"
#include "core/web/feed_names.h"

namespace khabar {
namespace {

std::string person(std::string_view text) {
  const FeedPerson person = parse_person(text);
  return person.name + "|" + person.email;
}

TEST(FeedText, ReadsPeopleAsFeedsWriteThem) {
  EXPECT_EQ(person("ليلى حداد"), "ليلى حداد|");
  EXPECT_EQ(person(" ليلى حداد <layla@n.example> "), "ليلى حداد|layla@n.example");
  EXPECT_EQ(person("layla@n.example (ليلى حداد)"), "ليلى حداد|layla@n.example");
  EXPECT_EQ(person("layla@n.example"), "|layla@n.example");
  EXPECT_EQ(person("mailto:layla@n.example"), "|layla@n.example");
  EXPECT_EQ(person("layla@n.example?subject=رد"), "|layla@n.example?subject=رد");
  EXPECT_EQ(person("فريق التحرير (بيروت)"), "فريق التحرير (بيروت)|");
  EXPECT_EQ(person("@layla على تويتر"), "@layla على تويتر|");
  EXPECT_EQ(person(""), "|");
}

TEST(FeedText, KnowsHtmlByWhatItMustHave) {
  EXPECT_TRUE(holds_markup("<b>عاجل</b>: أمطار"));
  EXPECT_TRUE(holds_markup("سوريا &amp; لبنان"));
  EXPECT_TRUE(holds_markup("&#1587;لام"));
  EXPECT_FALSE(holds_markup("1 < 2 و 3 & 4"));
  EXPECT_FALSE(holds_markup("ما معنى <blink> هنا"));
  EXPECT_FALSE(holds_markup("List<Item>&lt;"));
  EXPECT_FALSE(holds_markup("a &b; c"));
  EXPECT_FALSE(holds_markup(""));
}

TEST(FeedText, NamesMediaTypes) {
  EXPECT_EQ(media_type_of("html"), "text/html");
  EXPECT_EQ(media_type_of("XHTML"), "application/xhtml+xml");
  EXPECT_EQ(media_type_of("text"), "text/plain");
  EXPECT_EQ(media_type_of("Text/HTML; charset=utf-8"), "text/html");
}

// RFC 4648 section 10.
TEST(FeedText, DecodesBase64) {
  EXPECT_EQ(decode_base64_text("Zm9vYmFy"), "foobar");
  EXPECT_EQ(decode_base64_text("Zm9vYg=="), "foob");
  EXPECT_EQ(decode_base64_text("Zm9v\n YmE="), "fooba");
  EXPECT_EQ(decode_base64_text("2LPZhNin2YU="), "سلام");
  EXPECT_EQ(decode_base64_text("سلام"), std::nullopt);
  EXPECT_EQ(decode_base64_text("/w=="), std::nullopt);  // no UTF-8
  EXPECT_EQ(decode_base64_text("Z"), std::nullopt);
}

TEST(FeedText, ResolvesAddresses) {
  constexpr const char* kBase = "https://n.example/ar/feed";
  EXPECT_EQ(resolve_link(kBase, "17"), "https://n.example/ar/17");
  EXPECT_EQ(resolve_link(kBase, "//cdn.n.example/x"), "https://cdn.n.example/x");
  EXPECT_EQ(resolve_link(kBase, " \n/x "), "https://n.example/x");
  EXPECT_EQ(resolve_link(kBase, "https://N.example/A"), "https://N.example/A");
  EXPECT_EQ(resolve_link(kBase, "https://n.example/خبر"), "https://n.example/%D8%AE%D8%A8%D8%B1");
  EXPECT_EQ(resolve_link(kBase, "javascript:alert(1)"), "");
  EXPECT_EQ(resolve_link(kBase, "data:text/html,x"), "");
  EXPECT_EQ(resolve_link(kBase, "http://"), "");
  EXPECT_EQ(resolve_link("", "x/y"), "x/y");
  EXPECT_EQ(resolve_base(kBase, "http:///n.example/x/"), "http://n.example/x/");
  EXPECT_EQ(resolve_base(kBase, "javascript:x"), "");
  EXPECT_EQ(resolve_base(kBase, "mailto:a@n.example"), "");
}

TEST(FeedText, ReadsDatesOfEveryKind) {
  FeedDates dates;
  const auto iso = [&dates](std::string_view text, std::string_view language = "ar") {
    const auto time = dates.parse(text, language);
    return time ? time->iso() : std::string{};
  };
  EXPECT_EQ(iso("Sun, 03 May 2026 09:30:00 +0300"), "2026-05-03T09:30:00+03:00");
  EXPECT_EQ(iso("2026-05-03T09:30:00Z"), "2026-05-03T09:30:00Z");
  EXPECT_EQ(iso("  2026-05-03\n"), "2026-05-03");
  EXPECT_EQ(iso("3 مايو 2026"), "2026-05-03");
  EXPECT_EQ(iso("قريباً"), "");
  EXPECT_EQ(iso(""), "");
}

TEST(FeedText, SlowDatesAreAskedForOnlySoOften) {
  FeedDates dates;
  for (int i = 0; i < FeedDates::kWrittenDatesMax; ++i) dates.parse("قريباً", "ar");
  EXPECT_FALSE(dates.parse("3 مايو 2026", "ar"));
  EXPECT_TRUE(dates.parse("2026-05-03", "ar"));
  dates.reset();
  EXPECT_TRUE(dates.parse("3 مايو 2026", "ar"));
}

TEST(FeedText, KnowsNamespacesAndNames) {
  EXPECT_EQ(module_of_namespace("http://purl.org/dc/elements/1.1/"), FeedModule::dc);
  EXPECT_EQ(module_of_namespace("HTTPS://search.yahoo.com/MRSS"), FeedModule::media);
  EXPECT_EQ(module_of_namespace("http://backend.userland.com/rss2"), FeedModule::core);
  EXPECT_EQ(module_of_namespace("http://n.example/own"), FeedModule::other);
  EXPECT_EQ(module_of_prefix("ITUNES"), FeedModule::itunes);
  EXPECT_EQ(element_of(FeedModule::core, "PubDate"), FeedElement::published);
  EXPECT_EQ(element_of(FeedModule::content, "encoded"), FeedElement::content_encoded);
  EXPECT_EQ(element_of(FeedModule::media, "item"), FeedElement::unknown);
  EXPECT_EQ(element_of(FeedModule::core, std::string(100, 'x')), FeedElement::unknown);
}

TEST(FeedBytes, FindsTheDeclaredCharset) {
  EXPECT_EQ(xml_declared_charset("<?xml version='1.0' encoding='windows-1256'?>"), "windows-1256");
  EXPECT_EQ(xml_declared_charset("\n <?xml version=\"1.0\" encoding = \"UTF-8\" ?>"), "UTF-8");
  EXPECT_EQ(xml_declared_charset("<?xml version='1.0'?><t encoding='x'/>"), "");
  EXPECT_EQ(xml_declared_charset("<rss/>"), "");
}

TEST(FeedBytes, GenuineTextIsNoMojibake) {
  EXPECT_TRUE(may_be_mojibake("Ø³Ù„Ø§Ù…"));
  EXPECT_TRUE(may_be_mojibake("ط³ظ„ط§ظ…"));
  EXPECT_FALSE(may_be_mojibake("سلام عليكم، كيف حالكم في طرطوس؟"));
  EXPECT_FALSE(may_be_mojibake("Le garçon a été là"));
  EXPECT_FALSE(may_be_mojibake("Россия и Сирия"));
}

}  // namespace
}  // namespace khabar
