#include "core/model/record_id.h"

#include <set>

#include <gtest/gtest.h>

namespace khabar {
namespace {

Document from_url(const std::string& url) {
  Document document;
  document.canonical_url = url;
  return document;
}

Document from_input(const std::string& path, const std::string& record_id) {
  Document document;
  document.origin.kind = "jsonl";
  document.origin.path = path;
  document.origin.record_id = record_id;
  return document;
}

TEST(RecordId, IsTwentySixCharactersOfBase32AndNeverChanges) {
  // Written down once: a change of these would orphan every record written before.
  EXPECT_EQ(record_id(from_url("https://paper.example/1")), "nelk2jujh3bej6bqawxbvbd5ie");
  EXPECT_EQ(record_id(from_input("news.jsonl", "17")), "jildz6rumcfsq2hrcz2xit5uvu");
}

TEST(RecordId, FollowsTheCanonicalUrlWhereverItWasFound) {
  Document here = from_url("https://paper.example/1");
  Document there = here;
  here.origin = {"feed", "https://paper.example/rss", 0, 0, "a", ""};
  there.origin = {"warc", "x.warc.gz", 812, 0, "urn:uuid:1", ""};
  EXPECT_EQ(record_id(here), record_id(there));
}

TEST(RecordId, FollowsAGloballyUniqueInputIdWhereverItsFileLies) {
  EXPECT_EQ(record_id(from_input("a.warc", "urn:uuid:5f0c")),
            record_id(from_input("b/a.warc", "urn:uuid:5f0c")));
  EXPECT_NE(record_id(from_input("a.jsonl", "5")), record_id(from_input("b.jsonl", "5")));
}

TEST(RecordId, GivesEachRevisionItsOwn) {
  Document article = from_url("https://paper.example/1");
  const std::string unknown = record_id(article);
  article.verdict.revision = 1;
  EXPECT_EQ(record_id(article), unknown);
  article.verdict.revision = 2;
  EXPECT_NE(record_id(article), unknown);
}

TEST(RecordId, TellsApartWhatOnlyLooksAlikeWhenJoined) {
  std::set<std::string> ids;
  Document later = from_input("ab", "");
  later.origin.offset = 1;
  Document next_line = from_input("ab", "");
  next_line.origin.line = 1;
  Document second = from_url("https://paper.example/1");
  second.verdict.revision = 2;
  for (const Document& document :
       {from_url("ab"), from_input("ab", ""), from_input("a", "b"), from_input("", "ab"), later,
        next_line, from_url("https://paper.example/12"), second,
        from_input("", "https://paper.example/1")}) {
    ids.insert(record_id(document));
  }
  EXPECT_EQ(ids.size(), 9u);
}

}  // namespace
}  // namespace khabar
