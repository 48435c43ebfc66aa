// The feed parser against the evaluation's cases: what a reader of twenty years' standing makes of
// 1,359 feeds, good, odd and broken. Prints the share that holds for each tier and keeps the bars.
// Reads KHABAR_EVAL_DIR; KHABAR_FEED_CASES_SHOW=tier lists what does not hold.
#include <gtest/gtest.h>
#include <rapidjson/document.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <string>

#include "core/text/charset_labels.h"
#include "core/text/url.h"
#include "core/text/utf8.h"
#include "tests/core/web/eval_folder.h"
#include "tests/core/web/neutral_feed.h"

namespace khabar {
namespace {

using rapidjson::Value;
using testing::NeutralFeed;

std::filesystem::path cases_folder() {
  return web_eval_folder() / "feeds/feedparser";
}

std::string print(const Value* value) {
  if (value == nullptr) return "(nothing)";
  rapidjson::StringBuffer out;
  rapidjson::Writer<rapidjson::StringBuffer> writer(out);
  value->Accept(writer);
  return out.GetString();
}

std::string text_of(const Value& object, const char* key) {
  return object.HasMember(key) && object[key].IsString() ? object[key].GetString() : "";
}

FeedContext context_of(const Value& one) {
  FeedContext context;
  context.url = text_of(one, "url");
  if (!one.HasMember("headers")) return context;
  for (const auto& header : one["headers"].GetObject()) {
    std::string name = header.name.GetString();
    for (char& c : name) c = static_cast<char>(std::tolower(c));
    if (name == "content-type") context.content_type = header.value.GetString();
    if (name == "content-location") context.content_location = header.value.GetString();
    if (name == "content-language") context.content_language = header.value.GetString();
  }
  return context;
}

// Two spellings of one address, as the URL Standard reads them, are equal.
bool same_address(const Value& a, const Value& b) {
  if (!a.IsString() || !b.IsString()) return false;
  const auto left = parse_url(a.GetString());
  const auto right = parse_url(b.GetString());
  return left && right && left->href() == right->href();
}

bool same_charset(const Value& a, const Value& b) {
  if (!a.IsString() || !b.IsString()) return false;
  const std::string_view names[2] = {a.GetString(), b.GetString()};
  if (names[0] == "utf-32be" || names[0] == "utf-32le") {
    std::string ours(names[1]);
    for (char& c : ours) c = static_cast<char>(std::tolower(c));
    return names[0] == ours;
  }
  auto left = encoding_of_label(names[0]);
  auto right = encoding_of_label(names[1]);
  // GB 18030 holds GBK, and GBK holds GB 2312.
  for (auto* encoding : {&left, &right}) {
    if (*encoding == Encoding::gbk) *encoding = Encoding::gb18030;
  }
  return left && left == right;
}

bool equal(const Value& one, const Value* found) {
  const Value& expected = one["expected"];
  if (found == nullptr || found->IsNull()) return expected.IsNull();
  const Value& path = one["path"];
  const Value& last = path[path.Size() - 1];
  if (last == "encoding") return same_charset(expected, *found);
  if (last == "href" || last == "link" || last == "url") {
    if (same_address(expected, *found)) return true;
  }
  const auto truth = [](const Value& v) {
    return v.IsBool() ? v.GetBool() : v.IsNumber() && v.GetDouble() != 0;
  };
  if (expected.IsBool() || found->IsBool()) return truth(expected) == truth(*found);
  return expected == *found;
}

bool is_true(const Value* value) {
  if (value == nullptr || value->IsNull()) return false;
  if (value->IsBool()) return value->GetBool();
  if (value->IsString()) return value->GetStringLength() > 0;
  if (value->IsArray()) return !value->Empty();
  return true;
}

bool holds(const Value& one, const NeutralFeed& feed) {
  const std::string_view op = one["op"].GetString();
  const Value* found = feed.find(one["path"]);
  if (op == "eq") return equal(one, found);
  if (op == "absent") return found == nullptr || found->IsNull();
  if (op == "truthy") return is_true(found);
  if (op == "falsy") return !is_true(found);
  if (op == "len") return found && found->IsArray() && found->Size() == one["expected"].GetUint();
  if (op == "ord") {
    return found && found->IsString() &&
           code_point_at(found->GetString(), 0).value == one["expected"].GetUint();
  }
  if (op == "same") {
    const Value* other = feed.find(one["expected"]);
    return found != nullptr && other != nullptr && *found == *other;
  }
  return false;
}

struct Tally {
  int holding = 0, all = 0;
  double share() const { return all == 0 ? 1 : static_cast<double>(holding) / all; }
};

TEST(FeedCases, HoldByTier) {
  std::ifstream file(cases_folder() / "cases.jsonl");
  if (!file) GTEST_SKIP() << cases_folder() << " is absent: set KHABAR_EVAL_DIR";
  const char* shown = std::getenv("KHABAR_FEED_CASES_SHOW");
  std::map<std::string, Tally> tiers;
  FeedParser parser;
  for (std::string line; std::getline(file, line);) {
    rapidjson::Document one;
    one.Parse(line.data(), line.size());
    ASSERT_FALSE(one.HasParseError()) << line;
    const std::string tier = one["tier"].GetString();
    const std::string bytes = bytes_of(cases_folder() / "files" / one["file"].GetString());
    const auto feed = parser.parse(bytes, context_of(one));
    // Robustness asks for a feed, unless there is not one element in the document.
    const bool parses = std::string_view(one["op"].GetString()) == "parses";
    bool good = parses && feed;
    std::string found;
    if (!feed) {
      found = feed.error().message;
      good = parses && found.ends_with("text without elements");
    } else if (!parses) {
      const NeutralFeed neutral(*feed);
      good = holds(one, neutral);
      found = print(neutral.find(one["path"]));
    }
    Tally& tally = tiers[tier];
    ++tally.all;
    tally.holding += good ? 1 : 0;
    if (good || shown == nullptr || (tier != shown && std::string_view(shown) != "all")) continue;
    std::printf("%s %s %s: %s %s, is %s\n", tier.c_str(), one["file"].GetString(),
                print(&one["path"]).c_str(), one["op"].GetString(),
                one.HasMember("expected") ? print(&one["expected"]).c_str() : "", found.c_str());
  }
  std::printf("%-16s %9s %9s %8s\n", "tier", "holding", "of", "share");
  for (const auto& [tier, tally] : tiers) {
    std::printf("%-16s %9d %9d %7.2f%%\n", tier.c_str(), tally.holding, tally.all,
                100 * tally.share());
  }
  const std::pair<const char*, double> bars[] = {
      {"core", 0.99}, {"core-lenient", 1}, {"encoding", 0.95}, {"robustness", 1}, {"markup", 0.9}};
  for (const auto& [tier, bar] : bars) EXPECT_GE(tiers[tier].share(), bar) << tier;
}

}  // namespace
}  // namespace khabar
