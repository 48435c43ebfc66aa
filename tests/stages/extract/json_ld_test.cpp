#include "stages/extract/json_ld.h"

#include <gtest/gtest.h>

namespace khabar {
namespace {

StructuredArticle read(const std::string& script, std::string_view url = "") {
  return read_json_ld({script}, url);
}

TEST(JsonLd, ReadsAPlainArticle) {
  const StructuredArticle article = read(R"({"@context": "https://schema.org",
    "@type": "NewsArticle", "headline": "Ferry &amp; bridge", "datePublished": "2026-03-04",
    "author": {"@type": "Person", "name": "Tom Ashby"}, "image": ["/a.jpg", "/b.jpg"]})");
  EXPECT_EQ(article.type, "NewsArticle");
  EXPECT_EQ(article.headline, "Ferry & bridge");
  EXPECT_EQ(article.published, "2026-03-04");
  EXPECT_EQ(article.authors, std::vector<std::string>{"Tom Ashby"});
  EXPECT_EQ(article.image, "/a.jpg");
}

TEST(JsonLd, FollowsReferencesInsideAGraph) {
  const StructuredArticle article = read(R"({"@graph": [
    {"@type": "Person", "@id": "#ann", "name": "Ann Lee"},
    {"@type": ["WebPage", "FAQPage"], "datePublished": "2020-01-01"},
    {"@type": "Article", "headline": "H", "author": {"@id": "#ann"}}]})");
  EXPECT_EQ(article.authors, std::vector<std::string>{"Ann Lee"});
  EXPECT_EQ(article.published, "2020-01-01") << "what the article left out, its page says";
}

TEST(JsonLd, KeepsOrganizationsApartFromPeople) {
  const StructuredArticle article = read(R"({"@type": "NewsArticle", "author": [
    {"@type": "Organization", "name": "Coast Herald"}, {"@type": "Person", "name": "Ann Lee"}]})");
  EXPECT_EQ(article.authors, std::vector<std::string>{"Ann Lee"});
  EXPECT_EQ(article.organizations, std::vector<std::string>{"Coast Herald"});
}

TEST(JsonLd, TellsThePagesArticleFromTeasersByItsAddress) {
  const StructuredArticle article = read(R"([
    {"@type": "NewsArticle", "url": "https://a.example/other", "headline": "Other", "image": "x",
     "datePublished": "2020-01-01", "author": "B"},
    {"@type": "NewsArticle", "url": "https://a.example/mine/", "headline": "Mine"}])",
                                         "http://a.example/mine?from=home");
  EXPECT_EQ(article.headline, "Mine");
}

TEST(JsonLd, MendsWhatPagesGetWrong) {
  EXPECT_EQ(read("<!-- {\"@type\": \"Article\", \"headline\": \"two\nlines\",} -->").headline,
            "two lines");
  EXPECT_EQ(read("//<![CDATA[\n{\"@type\": \"Article\", \"headline\": \"x\"}\n//]]>").headline,
            "x");
  EXPECT_EQ(read("{\"@type\": \"Article\", \"headline\": \"x\"};").headline, "x");
}

TEST(JsonLd, ReadsValuesOneBehindTheOther) {
  EXPECT_EQ(read(R"({"@type": "BreadcrumbList"} {"@type": "Article", "headline": "x"};)").headline,
            "x");
  EXPECT_EQ(read(R"({"@type": "Article", "headline": "x"} var y = [1;)").headline, "x");
}

TEST(JsonLd, ReadsWhatATemplateEscaped) {
  EXPECT_EQ(read("{&quot;@type&quot;: &quot;Article&quot;, &quot;headline&quot;: &quot;x&quot;}")
                .headline,
            "x");
}

TEST(JsonLd, KnowsTypesHoweverTheyAreWritten) {
  EXPECT_EQ(read(R"({"@type": "article", "headline": "x"})").headline, "x");
  EXPECT_EQ(read(R"({"@type": "http://schema.org/NewsArticle", "headline": "x"})").headline, "x");
  EXPECT_EQ(read(R"({"@type": "Articles", "headline": "x"})").headline, "");
  EXPECT_EQ(read(R"({"@type": "DiscussionForumPosting", "author": "Ann"})").authors.size(), 1u);
}

TEST(JsonLd, SavesTheFieldsOfWhatIsNearlyJson) {
  const StructuredArticle article = read(R"({"@type": "NewsArticle",
    "headline": "He called it "unfit" again", "@author": Ann Lee, "datePublished": "2020-05-01",
    "author": {"@type": "Person", "name": "Tom Ashby"}, "image": <img width="3">})");
  EXPECT_EQ(article.headline, "He called it \"unfit\" again");
  EXPECT_EQ(article.published, "2020-05-01");
  EXPECT_EQ(article.authors, std::vector<std::string>{"Tom Ashby"});
  EXPECT_EQ(read(R"({"@type": "Article", "headline": 'in quotes', })").headline, "in quotes");
  EXPECT_EQ(read(R"({\"@type\": \"Article\", \"headline\": \"twice\"})").headline, "twice");
  EXPECT_EQ(read(R"({"@type": "Product", "headline": x, "datePublished": "2020-05-01")"),
            StructuredArticle{});
}

TEST(JsonLd, GivesNothingForWhatIsNoJson) {
  EXPECT_EQ(read("var x = 1;"), StructuredArticle{});
  EXPECT_EQ(read("{\"@type\": \"Article\""), StructuredArticle{});
  EXPECT_EQ(read(""), StructuredArticle{});
}

TEST(JsonLd, SurvivesDeepNesting) {
  const std::string deep = std::string(200'000, '[') + std::string(200'000, ']');
  EXPECT_EQ(read(deep), StructuredArticle{});
}

}  // namespace
}  // namespace khabar
