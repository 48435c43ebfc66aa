// The lists of sources that khabar ships (conf/sources): well-formed, in the form that write_opml()
// gives, each address once and fetchable. Whether a publisher still serves it, `khabar feeds test`
// tells.
#include <filesystem>
#include <set>
#include <string>

#include <gtest/gtest.h>

#include "core/text/language.h"
#include "core/text/url.h"
#include "core/web/opml.h"
#include "tests/core/web/eval_folder.h"

namespace khabar {
namespace {

std::vector<std::filesystem::path> shipped_lists() {
  std::vector<std::filesystem::path> found;
  for (const auto& entry :
       std::filesystem::recursive_directory_iterator(KHABAR_SOURCE_DIR "/conf")) {
    if (entry.path().extension() == ".opml") found.push_back(entry.path());
  }
  return found;
}

TEST(ShippedSources, EveryListIsWhole) {
  const auto lists = shipped_lists();
  ASSERT_GE(lists.size(), 2u);
  for (const auto& path : lists) {
    std::vector<std::string> faults;
    const std::string bytes = bytes_of(path);
    const auto feeds = parse_opml(bytes, path.string(), &faults);
    ASSERT_TRUE(feeds.has_value()) << feeds.error().message;
    EXPECT_TRUE(faults.empty()) << path << ": " << faults.front();
    EXPECT_GE(feeds->size(), 60u) << path;
    std::set<std::string> seen;
    for (const OpmlFeed& feed : *feeds) {
      EXPECT_TRUE(seen.insert(*canonical_url(feed.url)).second) << feed.url << " stands twice";
      EXPECT_FALSE(feed.title.empty()) << feed.url;
      EXPECT_EQ(feed.groups.size(), 1u) << feed.url;
      EXPECT_EQ(normalised_language_tag(feed.language), feed.language) << feed.url;
      EXPECT_FALSE(feed.language.empty()) << feed.url;
      EXPECT_FALSE(feed.site_url.empty()) << feed.url;
    }
  }
}

TEST(ShippedSources, ListsAreInTheFormThatIsWritten) {
  for (const auto& path : shipped_lists()) {
    const std::string bytes = bytes_of(path);
    const std::size_t title = bytes.find("<title>") + 7;
    const auto feeds = parse_opml(bytes, path.string());
    EXPECT_EQ(write_opml(*feeds, bytes.substr(title, bytes.find("</title>") - title)), bytes);
  }
}

TEST(ShippedSources, TheArabicListIsArabic) {
  const auto feeds = parse_opml(bytes_of(KHABAR_SOURCE_DIR "/conf/sources/arabic.opml"), "arabic");
  std::set<std::string> countries;
  for (const OpmlFeed& feed : *feeds) {
    EXPECT_EQ(feed.language, "ar") << feed.url;
    countries.insert(feed.groups.front());
  }
  EXPECT_GE(countries.size(), 15u);
}

TEST(ShippedSources, TheInternationalListSpeaksManyLanguages) {
  const auto feeds =
      parse_opml(bytes_of(KHABAR_SOURCE_DIR "/conf/sources/international.opml"), "international");
  std::set<std::string> languages;
  for (const OpmlFeed& feed : *feeds) languages.insert(feed.language);
  EXPECT_GE(languages.size(), 20u);
}

}  // namespace
}  // namespace khabar
