#include "stages/clean/page_dump.h"

#include <random>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "stages/clean/paragraphs.h"
#include "tests/stages/clean/labelled_lines.h"

namespace khabar {
namespace {

std::vector<Paragraph> lines_of(const std::string& text) {
  std::vector<Paragraph> lines;
  split_paragraphs(text, {}, lines);
  return lines;
}

// "Home|World" to one menu line each.
std::string menu(const std::string& bars) {
  std::string text = bars;
  for (char& c : text) c = c == '|' ? '\n' : c;
  return text + "\n";
}

const std::string kEnglishMenu =
    menu("Home|World|Politics|Business|Science|Health|Sport|Culture|Travel|Opinion|Video|Weather");
const std::string kEnglishStory =
    "Harbour council votes to rebuild the old lighthouse\n"
    "By Mara Quill\n"
    "The council of Eastmere voted on Tuesday to rebuild the lighthouse that fell in the storm of "
    "last winter, ending months of quarrel over its cost.\n"
    "Advertisement\n"
    "\"We have waited long enough for a light on that rock,\" harbour master Joan Pell told the "
    "meeting, to applause from the benches.\n"
    "What it will cost\n"
    "Builders put the bill at four million, half of it borrowed, and expect to be at work before "
    "the autumn tides make the rock hard to reach.\n"
    "Fishermen welcomed the vote.\n"
    "A smaller group of residents wants the ruin left as it stands, and has asked a court to hear "
    "them before the first stone is laid.\n";
const std::string kEnglishTail =
    "More stories\n"
    "Advertisement\n"
    "Ferry timetable changes anger islanders\n"
    "Storm season arrives early on the coast\n"
    "School reopens after two years of repairs\n"
    "Museum finds lost map in its own attic\n"
    "About us\nContact\nPrivacy\nJobs\nAdvertise\nNewsletters\nHome\nWorld\nPolitics\nSport\n"
    "We use cookies to make this site work and to learn how readers use it, as our policy tells.\n"
    "© 2031 The Eastmere Lantern\n";

std::string joined(const std::vector<Paragraph>& lines) {
  std::string text;
  for (const Paragraph& line : lines) text += line.text + "\n";
  return text;
}

std::string without(std::string text, const std::string& line) {
  const std::size_t at = text.find(line + "\n");
  if (at != std::string::npos) text.erase(at, line.size() + 1);
  return text;
}

TEST(PageDump, EnglishPageLeavesItsStory) {
  auto lines = lines_of(kEnglishMenu + kEnglishMenu + kEnglishStory + kEnglishTail);
  ASSERT_TRUE(is_page_dump(lines));
  keep_story(lines, nullptr);
  EXPECT_EQ(joined(lines), without(kEnglishStory, "Advertisement"));
}

TEST(PageDump, EveryRemovalIsExplained) {
  auto lines = lines_of(kEnglishMenu + kEnglishStory + kEnglishTail);
  const std::size_t before = lines.size();
  std::vector<Removed> removed;
  keep_story(lines, &removed);
  ASSERT_EQ(removed.size() + lines.size(), before);
  EXPECT_EQ(removed.front(), (Removed{"Home", "dump/outside_story", "line 1"}));
  EXPECT_EQ(removed[12], (Removed{"Advertisement", "dump/teaser", "line 16"}));
}

TEST(PageDump, ArabicPageLeavesItsStory) {
  const std::string sections = menu(
      "الرئيسية|محليات|عربي ودولي|اقتصاد|رياضة|ثقافة|صحة|تكنولوجيا|مقالات|صور|فيديو|الطقس|منوعات");
  const std::string story =
      "بلدية المرفأ تعيد بناء المنارة القديمة\n"
      "أعلنت بلدية المرفأ، أمس الثلاثاء، أنها ستعيد بناء المنارة القديمة التي سقطت في عاصفة "
      "الشتاء الماضي بعد أشهر من الخلاف على كلفتها.\n"
      "وقال رئيس البلدية في مؤتمر صحفي إن العمل سيبدأ قبل الخريف، وإن نصف المال سيأتي من "
      "قرض طويل.\n"
      "كلفة المشروع\n"
      "وتقدر الكلفة بأربعة ملايين، ويتوقع المهندسون أن يستمر العمل عامين كاملين على الأقل.\n";
  const std::string tail =
      "أخبار أخرى\nتغيير مواعيد العبارات يغضب سكان الجزيرة\nافتتاح المدرسة بعد عامين من الترميم\n"
      "من نحن\nاتصل بنا\nأعلن معنا\nالخصوصية\nالوظائف\nالأرشيف\n© 2031 صحيفة المرفأ\n";
  auto lines = lines_of(sections + sections + sections + story + tail);
  ASSERT_TRUE(is_page_dump(lines));
  keep_story(lines, nullptr);
  EXPECT_EQ(joined(lines), story);
}

TEST(PageDump, GermanPageWithAnEmbeddedPostLeavesItsStory) {
  const std::string sections =
      menu("Startseite|Politik|Wirtschaft|Kultur|Sport|Wissen|Reise|Wetter|Meinung|Videos|Archiv");
  const std::string story =
      "Stadtrat beschließt Neubau des alten Leuchtturms\n"
      "Der Stadtrat von Ostmeer hat am Dienstag beschlossen, den im Wintersturm gefallenen "
      "Leuchtturm neu zu bauen.\n"
      "Die Hafenmeisterin schrieb dazu:\n"
      "Endlich wieder Licht auf dem Felsen\n"
      "— Johanna Pelz (@hafenmeisterin) 4. März 2031\n"
      "Die Kosten von vier Millionen trägt zur Hälfte das Land, der Rest wird als Kredit "
      "aufgenommen.\n";
  const std::string tail =
      "Mehr zum Thema\nNeuer Fahrplan der Fähre verärgert die Insel\nSchule öffnet nach Umbau "
      "wieder\nImpressum\nKontakt\nDatenschutz\nStellen\nWerbung\nNewsletter\n"
      "© 2031 Ostmeer Bote\n";
  auto lines = lines_of(sections + sections + sections + story + tail);
  ASSERT_TRUE(is_page_dump(lines));
  keep_story(lines, nullptr);
  EXPECT_EQ(joined(lines), story);
}

TEST(PageDump, ListOfStoriesInsideFallsWhenOneIsNamedAgainBehind) {
  const std::string teasers =
      "Suggested stories\nFerry timetable changes anger islanders\nPort fees to rise next spring\n";
  const std::size_t middle = kEnglishStory.find("What it will cost");
  std::string story = kEnglishStory;
  story.insert(middle, teasers);
  auto lines = lines_of(kEnglishMenu + story + kEnglishTail);
  keep_story(lines, nullptr);
  // The subheading under the list falls with it: nothing tells the two apart.
  EXPECT_EQ(joined(lines).find("Port fees"), std::string::npos);
  EXPECT_NE(joined(lines).find("Builders put the bill"), std::string::npos);
}

TEST(PageDump, CommentRulesBehindTheStoryDoNotOutweighIt) {
  std::string rules = menu("Comments|Sign in|Register|Password|Forgot it|Save|Cancel|Close|Reply");
  rules += rules;
  for (int i = 0; i < 9; ++i) {
    rules += "A remark is taken down when it insults other readers in any way at all.\n";
  }
  auto lines = lines_of(kEnglishMenu + kEnglishStory + rules + kEnglishTail);
  keep_story(lines, nullptr);
  EXPECT_EQ(joined(lines), without(kEnglishStory, "Advertisement"));
}

TEST(PageDump, OrdinaryTextsAreNone) {
  std::string results = kEnglishStory;
  std::string victims = kEnglishStory;
  std::string verses;
  for (int i = 0; i < 60; ++i) {
    results += "Northport " + std::to_string(i % 5) + " Southport " + std::to_string(i % 3) + "\n";
    victims += "Mara Quill" + std::string(1 + i % 26, 'a') + "\n";
    verses += "the sea is wide and I am small\n";
  }
  std::string interview;
  for (int i = 0; i < 30; ++i) {
    interview += "And what then?\nThen we went down to the shore, and nobody spoke of it again.\n";
  }
  for (const std::string& text : {results, victims, verses, interview, kEnglishStory,
                                  kEnglishMenu + kEnglishMenu + kEnglishMenu + kEnglishMenu}) {
    EXPECT_FALSE(is_page_dump(lines_of(text))) << text.substr(0, 60);
  }
  EXPECT_FALSE(is_page_dump({}));
}

TEST(PageDump, WithoutSentencesNothingChanges) {
  auto lines = lines_of(kEnglishMenu);
  const auto before = lines;
  keep_story(lines, nullptr);
  EXPECT_EQ(lines, before);
}

// Whatever the lines: what stays is a subsequence, and kept and removed lines are all lines.
TEST(PageDump, RandomLinesAreKeptOrExplained) {
  const std::vector<std::string> pool = {"Home",
                                         "2031",
                                         "Read this:",
                                         "A short one.",
                                         "…",
                                         "@",
                                         "—",
                                         "\xFF\xFE\x80",
                                         "The council voted on Tuesday to rebuild the lighthouse.",
                                         "Ferry timetable changes anger islanders"};
  const unsigned seed = std::random_device{}();
  SCOPED_TRACE("seed " + std::to_string(seed));
  std::mt19937 random(seed);
  for (int round = 0; round < 300; ++round) {
    std::vector<Paragraph> lines(random() % 90);
    for (Paragraph& line : lines) line.text = pool[random() % pool.size()];
    const auto before = lines;
    std::vector<Removed> removed;
    keep_story(lines, &removed);
    ASSERT_EQ(lines.size() + removed.size(), before.size());
    std::vector<Paragraph> left = before;
    for (auto one = removed.rbegin(); one != removed.rend(); ++one) {
      const std::size_t number = std::stoul(one->where.substr(std::string("line ").size()));
      ASSERT_LE(number, left.size());
      ASSERT_EQ(left[number - 1].text, one->text);
      left.erase(left.begin() + static_cast<std::ptrdiff_t>(number - 1));
    }
    ASSERT_EQ(lines, left);
  }
}

TEST(PageDumpEval, PagesAreCutAndOrdinaryTextsLeftAlone) {
  const auto documents = labelled_documents(eval_dir() + "/lines/labelled.dev.jsonl");
  if (documents.empty()) GTEST_SKIP() << "no evaluation data in " << eval_dir();
  LineScore score;
  for (const LabelledDocument& document : documents) {
    auto lines = lines_of(document.text);
    const bool is_dump = is_page_dump(lines);
    if (document.kind != "html") {
      EXPECT_FALSE(is_dump) << document.id;
      continue;
    }
    if (is_dump) keep_story(lines, nullptr);
    score.add(document, joined(lines));
  }
  EXPECT_GE(static_cast<double>(score.body_kept), 0.99 * static_cast<double>(score.body));
  EXPECT_GE(static_cast<double>(score.removed), 0.9 * static_cast<double>(score.boilerplate));
}

}  // namespace
}  // namespace khabar
