#include "core/io/toml.h"

#include <string>

#include <gtest/gtest.h>

namespace khabar {
namespace {

TomlValue parsed(std::string_view text) {
  auto value = parse_toml(text, "conf.toml");
  EXPECT_TRUE(value) << value.error().message;
  return value ? *value : TomlValue{};
}

const TomlValue& at(const TomlValue& root, std::string_view key) {
  static const TomlValue kNone;
  const TomlValue* found = root.find(key);
  EXPECT_NE(found, nullptr) << key;
  return found == nullptr ? kNone : *found;
}

TEST(Toml, EveryTypeBecomesAPlainValue) {
  const TomlValue root = parsed(
      "flag = true\ncount = 7\nshare = 0.5\nname = 'x'\nday = 2024-02-03\nlist = [1, 'a']\n[t]\n");
  EXPECT_EQ(std::get<bool>(at(root, "flag").value), true);
  EXPECT_EQ(std::get<std::int64_t>(at(root, "count").value), 7);
  EXPECT_EQ(std::get<double>(at(root, "share").value), 0.5);
  EXPECT_EQ(*at(root, "name").text(), "x");
  EXPECT_EQ(*at(root, "day").text(), "2024-02-03");
  EXPECT_EQ(at(root, "list").array()->size(), 2U);
  EXPECT_TRUE(at(root, "t").table()->empty());
  EXPECT_EQ(root.find("absent"), nullptr);
  EXPECT_EQ(at(root, "count").find("x"), nullptr);
}

TEST(Toml, KeepsTheOrderOfTheFile) {
  const TomlValue root = parsed("z = 1\n[sinks.b]\n[sinks.a]\n[m]\ny = 1\nx.w = 2\na = 3\n");
  std::string order;
  for (const auto& [key, value] : *root.table()) order += key + " ";
  for (const auto& [key, value] : *at(root, "sinks").table()) order += key + " ";
  for (const auto& [key, value] : *at(root, "m").table()) order += key + " ";
  EXPECT_EQ(order, "z sinks m b a y x a ");
}

TEST(Toml, RemembersThePlaceOfEveryKey) {
  const TomlValue root = parsed("[sinks.jsonl]\n  path = 'x'\n");
  EXPECT_EQ(at(root, "sinks").place.to_string(), "conf.toml:1:2");
  const TomlValue& jsonl = at(at(root, "sinks"), "jsonl");
  EXPECT_EQ(jsonl.place.to_string(), "conf.toml:1:8");
  EXPECT_EQ(at(jsonl, "path").place.to_string(), "conf.toml:2:3");
}

TEST(Toml, SyntaxErrorsNameFileLineAndColumn) {
  const auto value = parse_toml("a = 1\nb = = 2\n", "conf.toml");
  ASSERT_FALSE(value);
  EXPECT_EQ(value.error().message.rfind("conf.toml:2:", 0), 0U) << value.error().message;
  EXPECT_FALSE(parse_toml("a = 1\na = 2\n", "conf.toml"));
}

TEST(Toml, DeepNestingIsAnErrorAndNotACrash) {
  const std::string deep = "a = " + std::string(100'000, '[');
  EXPECT_FALSE(parse_toml(deep, "conf.toml"));
}

TEST(Toml, AMissingFileIsNamed) {
  const auto value = load_toml("/nowhere/conf.toml");
  ASSERT_FALSE(value);
  EXPECT_EQ(value.error().message.rfind("/nowhere/conf.toml: ", 0), 0U);
}

// What `--set path=value` leaves behind, as "type:text".
std::string set_and_show(std::string_view path, std::string_view text) {
  TomlValue root = parsed("n = 1\n[dedupe]\nwindow = 3\n");
  const Status status = set_toml(root, path, text, "--set");
  if (!status) return status.error().message;
  const TomlValue* here = &root;
  std::string rest(path);
  for (std::size_t dot = 0; dot != std::string::npos && here != nullptr;) {
    dot = rest.find('.');
    here = here->find(rest.substr(0, dot));
    rest = dot == std::string::npos ? "" : rest.substr(dot + 1);
  }
  if (here == nullptr) return "absent";
  EXPECT_EQ(here->place.to_string(), "--set");
  const std::string shown(here->type_name());
  return here->text() == nullptr ? shown : shown + ":" + *here->text();
}

TEST(SetToml, ReadsAValueOrTakesTheTextAsItIs) {
  EXPECT_EQ(set_and_show("dedupe.duplicates", "mark"), "a text:mark");
  EXPECT_EQ(set_and_show("dedupe.window", "12"), "an integer");
  EXPECT_EQ(set_and_show("dedupe.share", "0.5"), "a number");
  EXPECT_EQ(set_and_show("trace", "true"), "true or false");
  EXPECT_EQ(set_and_show("stages.order", "['clean', 'extract']"), "a list");
  EXPECT_EQ(set_and_show("sinks.out.path", "'quoted'"), "a text:quoted");
  EXPECT_EQ(set_and_show("sinks.out.path", "/tmp/a b.jsonl"), "a text:/tmp/a b.jsonl");
  EXPECT_EQ(set_and_show("sinks.out.path", ""), "a text:");
  EXPECT_EQ(set_and_show("sinks.out.path", "1\nother = 2"), "a text:1\nother = 2");
}

TEST(SetToml, RefusesAPathThatLeadsNowhere) {
  EXPECT_EQ(set_and_show("n.x", "1"), "--set n.x: n is an integer, not a table");
  for (const std::string_view path : {"", ".", "a.", ".a", "a..b", "a b", "a=b"}) {
    EXPECT_EQ(set_and_show(path, "1"), "--set " + std::string(path) +
                                           ": want a dotted path of names, like sinks.jsonl.path");
  }
}

TEST(NearestName, ForgivesOneSlipInThreeLetters) {
  const std::vector<std::string> known{"rotate_bytes", "path", "sync", "duplicates"};
  EXPECT_EQ(nearest_name("rotat_bytes", known), "rotate_bytes");  // a letter lost
  EXPECT_EQ(nearest_name("pathh", known), "path");                // a letter doubled
  EXPECT_EQ(nearest_name("snyc", known), "sync");                 // two letters swapped
  EXPECT_EQ(nearest_name("duplikates", known), "duplicates");     // another letter
  EXPECT_EQ(nearest_name("colour", known), "");
  EXPECT_EQ(nearest_name("", known), "");
  EXPECT_EQ(nearest_name(std::string(1000, 'a'), known), "");
}

}  // namespace
}  // namespace khabar
