#include "stages/dedupe/tools.h"

#include <filesystem>
#include <fstream>

#include <gtest/gtest.h>

#include "tests/stages/dedupe/desk.h"

namespace khabar {
namespace {

DedupeOptions short_window(const TestFolder& folder) {
  DedupeOptions options = marking(folder.state());
  options.bounds.window.late_documents = 0;
  return options;
}

// Forty days of one article a day, each copied once.
void run(const DedupeOptions& options) {
  Desk desk(options);
  for (int day = 0; day < 40; ++day) {
    desk.hear({"a", address("a", day), words(day, 200), day * 24});
    desk.hear({"b", address("b", day), words(day, 200) + " " + words(900, 9), day * 24 + 1});
  }
}

TEST(DedupeTools, StatsTellWhatIsRemembered) {
  TestFolder folder;
  run(short_window(folder));
  const auto stats = dedupe_stats(short_window(folder));
  ASSERT_TRUE(stats) << stats.error().message;
  EXPECT_EQ(stats->fresh, 40U);
  EXPECT_EQ(stats->copies, 40U);
  EXPECT_EQ(stats->articles, 80U);
  EXPECT_EQ(stats->next_sequence, 81U);
  EXPECT_LE(stats->window.documents, 5U);
  EXPECT_TRUE(stats->log.complaints().empty());
}

TEST(DedupeTools, LookupSaysWhatADocumentWouldBeAndWhatItIsLike) {
  TestFolder folder;
  run(short_window(folder));
  const Draft draft{"c", "http://c/1", words(39, 200) + " " + words(901, 30), 39 * 24 + 5};
  const auto lookup = dedupe_lookup(short_window(folder), document_of(draft, 999));
  ASSERT_TRUE(lookup) << lookup.error().message;
  EXPECT_EQ(lookup->verdict.kind, VerdictKind::copy);
  EXPECT_EQ(lookup->reason, "copy_near");
  ASSERT_FALSE(lookup->neighbours.empty());
  EXPECT_EQ(lookup->neighbours[0].id, lookup->verdict.duplicate_of);
  const auto again = dedupe_lookup(short_window(folder), document_of(draft, 999));
  EXPECT_EQ(again->verdict.duplicate_of, lookup->verdict.duplicate_of) << "looking changes nothing";
}

TEST(DedupeTools, LookupFindsWhatAnUndatedDocumentIsLikeWhateverItsTime) {
  TestFolder folder;
  DedupeOptions options = marking(folder.state());  // nothing leaves the window
  run(options);
  Document undated = document_of({"c", "http://c/1", words(3, 200) + " " + words(901, 30), 0}, 999);
  undated.given.published.clear();
  const auto lookup = dedupe_lookup(options, undated);
  ASSERT_TRUE(lookup) << lookup.error().message;
  EXPECT_FALSE(lookup->dated);
  EXPECT_EQ(lookup->reason, "copy_near");
  ASSERT_FALSE(lookup->neighbours.empty());
  EXPECT_EQ(lookup->judged_at_s, lookup->neighbours[0].time_s);
  const auto late = dedupe_lookup(
      options, document_of({"c", "http://c/1", words(3, 200) + " " + words(901, 30), 900}, 999));
  ASSERT_TRUE(late);
  EXPECT_EQ(late->verdict.kind, VerdictKind::fresh);
  ASSERT_FALSE(late->neighbours.empty());
  EXPECT_FALSE(late->neighbours[0].in_window);
}

TEST(DedupeTools, LookupTellsOfAnEqualTextThatIsTooOldToCount) {
  TestFolder folder;
  run(short_window(folder));
  DedupeOptions options = short_window(folder);
  const Draft draft{"c", "http://c/1", words(3, 200), 24 * 800};
  const auto lookup = dedupe_lookup(options, document_of(draft, 999));
  ASSERT_TRUE(lookup) << lookup.error().message;
  EXPECT_EQ(lookup->verdict.kind, VerdictKind::fresh);
  ASSERT_TRUE(lookup->equal);
  Document undated = document_of(draft, 999);
  undated.given.published.clear();
  EXPECT_EQ(dedupe_lookup(options, undated)->reason, "copy_exact");
}

TEST(DedupeTools, FsckTellsAndMends) {
  TestFolder folder;
  run(short_window(folder));
  std::ofstream(folder.state() + "/exact-00000000.log", std::ios::app) << "half a record";
  auto report = dedupe_fsck(folder.state(), false);
  ASSERT_TRUE(report);
  EXPECT_EQ(report->cut_bytes(), 13U);
  EXPECT_EQ(report->complaints().size(), 1U);
  EXPECT_EQ(dedupe_fsck(folder.state(), false)->cut_bytes(), 13U) << "it only looked";
  ASSERT_TRUE(dedupe_fsck(folder.state(), true));
  EXPECT_EQ(dedupe_fsck(folder.state(), false)->cut_bytes(), 0U);
  EXPECT_EQ(dedupe_fsck(folder.state(), false)->claims, 80U);
}

TEST(DedupeTools, CompactKeepsEveryVerdict) {
  TestFolder folder;
  run(short_window(folder));
  const auto before = dedupe_stats(short_window(folder));
  const auto compaction = dedupe_compact(short_window(folder));
  ASSERT_TRUE(compaction) << compaction.error().message;
  EXPECT_LT(compaction->bytes_after, compaction->bytes_before - 30 * 200);
  const auto after = dedupe_stats(short_window(folder));
  EXPECT_EQ(after->window.documents, before->window.documents);
  EXPECT_EQ(after->texts, before->texts);
  EXPECT_EQ(after->log.claims, before->log.claims);
  Desk desk(short_window(folder));
  EXPECT_EQ(desk.hear(document_of({"c", "http://c/1", words(3, 200), 39 * 24}, 999)).verdict.kind,
            VerdictKind::copy);
}

TEST(DedupeTools, RefuseBesideARunningStageWhatWouldChangeItsFolder) {
  TestFolder folder;
  Desk desk(marking(folder.state()));
  EXPECT_TRUE(dedupe_stats(marking(folder.state())));
  EXPECT_FALSE(dedupe_compact(marking(folder.state())));
  EXPECT_FALSE(dedupe_fsck(folder.state(), true));
  EXPECT_TRUE(dedupe_fsck(folder.state(), false));
  EXPECT_FALSE(dedupe_stats(marking(folder.path() + "/nowhere")));
}

}  // namespace
}  // namespace khabar
