#include "stages/extract/metadata.h"

#include <gtest/gtest.h>

#include <string>

#include "tests/stages/extract/test_tables.h"

namespace khabar {
namespace {

class PageMetadataTest : public TablesTest {
 protected:
  void SetUp() override {
    document_.url = "https://coast-herald.example/news/ferry";
    heading("Ferry returns after repair", 1, 100, "");
    document_.facts.body_position = 150;
    document_.facts.body_end_position = 300;
  }

  void heading(const char* text, int level, std::uint32_t position, const char* class_id) {
    HeadingMark mark;
    mark.text = text;
    mark.level = static_cast<std::uint8_t>(level);
    mark.place.position = position;
    mark.place.class_id = class_id;
    document_.facts.headings.push_back(mark);
  }
  void meta(const char* name, const char* content) {
    document_.facts.metas.push_back({name, content});
  }
  const Article& article() {
    PageMetadata metadata(tables_->bylines, dates_);
    metadata.fill(document_);
    return document_.article;
  }

  DateWords words_;
  DateParser dates_{words_};
  Document document_;
};

TEST_F(PageMetadataTest, TakesTheSubtitleThatStandsBelowTheHeadline) {
  heading("Read also what else happened", 3, 20, "subtitle");
  heading("By Ann Lee and Tom Ashby", 3, 104, "subtitle");
  EXPECT_EQ(article().subtitle, "");
  document_.facts.headings.pop_back();
  heading("Two days ahead of plan, at half the cost", 3, 106, "article-subtitle");
  EXPECT_EQ(article().subtitle, "Two days ahead of plan, at half the cost");
}

TEST_F(PageMetadataTest, TakesNoAddressAndNoPlaceholderForASection) {
  meta("article:section", "https://coast-herald.example/news/");
  EXPECT_EQ(article().section, "");
  document_.facts.section_trail = {"Home", "Sea"};
  EXPECT_EQ(article().section, "Sea");
  meta("og:article:section", "Uncategorized");
  document_.facts.metas.front() = {
      "article:section", "Shipping, Harbours, Islands, Engines, Weather, Timetables, Fares"};
  EXPECT_EQ(article().section, "Shipping");
}

TEST_F(PageMetadataTest, ReadsTheOneTagOfParselyForAll) {
  meta("parsely-page",
       R"({"title": "Ferry returns after repair", "authors": ["Ann Lee", "Tom Ashby"],
           "pub_date": "2020-05-01T08:00:00Z", "section": "Sea", "tags": ["Ferries"]})");
  EXPECT_EQ(article().authors, (std::vector<std::string>{"Ann Lee", "Tom Ashby"}));
  EXPECT_EQ(document_.article.published, "2020-05-01T08:00:00Z");
  EXPECT_EQ(document_.article.section, "Sea");
  EXPECT_EQ(document_.article.tags, (std::vector<std::string>{"Ferries"}));
}

TEST_F(PageMetadataTest, LeavesTheHousesOwnMarksOutOfTags) {
  meta("article:tag", "Ferries, format:video, Breaking: sea");
  EXPECT_EQ(article().tags, (std::vector<std::string>{"Ferries", "Breaking: sea"}));
}

TEST_F(PageMetadataTest, NamesASiteWithoutTheMarkOfItsAccount) {
  meta("og:site_name", "@coastherald");
  article();
  EXPECT_EQ(document_.source.name, "coastherald");
}

}  // namespace
}  // namespace khabar
