// The published expectations of google/robotstxt-spec-test, read from the evaluation data.
#include <cstdio>
#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "core/web/robots.h"
#include "tests/core/web/eval_folder.h"

namespace khabar {
namespace {

// The little of protobuf's text format that the files use: `name: "string" "string" ...` and
// `name: WORD`, everything else being brackets.
class TextProto {
 public:
  explicit TextProto(std::string_view text) : rest_(text) {}

  // The next field with a value. False at the end.
  bool next(std::string& name, std::string& value) {
    for (;;) {
      skip();
      if (rest_.empty()) return false;
      const std::string word = take_word();
      if (word.empty()) {
        rest_.remove_prefix(1);
        continue;
      }
      skip();
      if (!rest_.starts_with(':')) continue;
      rest_.remove_prefix(1);
      skip();
      name = word;
      value = rest_.starts_with('"') ? take_strings() : take_word();
      return true;
    }
  }

 private:
  void skip() {
    while (!rest_.empty()) {
      if (rest_.starts_with('#')) {
        rest_.remove_prefix(std::min(rest_.find('\n'), rest_.size()));
      } else if (std::string_view(" \t\r\n,").find(rest_[0]) != std::string_view::npos) {
        rest_.remove_prefix(1);
      } else {
        return;
      }
    }
  }

  std::string take_word() {
    std::size_t n = 0;
    while (n < rest_.size() &&
           (std::isalnum(static_cast<unsigned char>(rest_[n])) || rest_[n] == '_'))
      ++n;
    std::string word(rest_.substr(0, n));
    rest_.remove_prefix(n);
    return word;
  }

  std::string take_strings() {
    std::string out;
    for (; rest_.starts_with('"'); skip()) {
      rest_.remove_prefix(1);
      while (!rest_.starts_with('"')) out += take_character();
      rest_.remove_prefix(1);
    }
    return out;
  }

  char take_character() {
    const char c = rest_[0];
    rest_.remove_prefix(1);
    if (c != '\\') return c;
    const char escape = rest_[0];
    rest_.remove_prefix(1);
    switch (escape) {
      case 'n':
        return '\n';
      case 'r':
        return '\r';
      case 't':
        return '\t';
      case 'x': {
        const std::string digits(rest_.substr(0, 2));
        rest_.remove_prefix(2);
        return static_cast<char>(std::stoi(digits, nullptr, 16));
      }
      default:
        return escape;
    }
  }

  std::string_view rest_;
};

// Unlike parse_url, leaves every octet as it is: the expectations are about raw ones too.
std::string path_and_query(std::string_view url) {
  const std::size_t host = url.find("://");
  if (host == std::string_view::npos) return std::string(url);
  const std::size_t path = url.find_first_of("/?", host + 3);
  if (path == std::string_view::npos) return "/";
  std::string out(url.substr(path, url.find('#') - path));
  return out.starts_with('/') ? out : '/' + out;
}

struct Expectation {
  std::string robots, url, agent;
};

bool agrees(const Expectation& it, const std::string& outcome, const std::string& file) {
  const bool allowed = Robots::parse(it.robots, it.agent).allows(path_and_query(it.url));
  EXPECT_EQ(allowed ? "ALLOWED" : "DISALLOWED", outcome)
      << file << ": " << it.agent << " at " << it.url << " by\n"
      << it.robots;
  return allowed == (outcome == "ALLOWED");
}

TEST(RobotsSpecification, EveryPublishedExpectationHolds) {
  const auto files = eval_files("robots", ".textproto");
  if (files.empty()) GTEST_SKIP() << "no robots/ in " << web_eval_folder() << ": nothing checked";
  int asked = 0, held = 0;
  for (const auto& path : files) {
    const std::string text = bytes_of(path);
    TextProto proto(text);
    Expectation it;
    std::string name, value;
    while (proto.next(name, value)) {
      if (name == "robotstxt") it.robots = value;
      if (name == "testurl") it.url = value;
      if (name == "useragent") it.agent = value;
      if (name != "expected_outcome") continue;
      ++asked;
      held += agrees(it, value, path.filename()) ? 1 : 0;
    }
  }
  std::printf("robots: %d of %d expectations in %zu files\n", held, asked, files.size());
  EXPECT_GE(asked, 400);
}

}  // namespace
}  // namespace khabar
