// html5lib's tree construction suite. Every test runs with scripting off and on, unless it says
// which; errors are not compared.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "core/html/parser.h"
#include "tests/core/html/eval_folder.h"
#include "tests/core/html/tree_dump.h"

namespace khabar {
namespace {

// Left out, by file, with the reason.
const std::map<std::string, std::string> kLeftOut = {
    {"scripted/adoption01.dat", "its script moves nodes while the page is parsed"},
    {"scripted/ark.dat", "its script adds an attribute while the page is parsed"},
    {"scripted/webkit01.dat", "its scripts call document.write"},
};

struct TreeCase {
  std::string html, expected, context;
  bool off = true, on = true;
};

std::string lower(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; });
  return text;
}

void drop_last_newline(std::string& text) {
  if (text.ends_with('\n')) text.pop_back();
}

std::vector<TreeCase> read_cases(const std::string& file) {
  std::vector<TreeCase> cases;
  std::string section;
  std::size_t at = 0;
  while (at < file.size()) {
    const std::size_t end = std::min(file.find('\n', at), file.size());
    const std::string line = file.substr(at, end - at);
    const bool in_data = section == "#data" && line != "#errors";
    at = end + 1;
    if (line == "#data" && section != "#data") {
      cases.emplace_back();
      section = line;
    } else if (!in_data && line == "#script-off") {
      cases.back().on = false;
    } else if (!in_data && line == "#script-on") {
      cases.back().off = false;
    } else if (!in_data && (line == "#errors" || line == "#new-errors" || line == "#document" ||
                            line == "#document-fragment")) {
      section = line;
    } else if (section == "#data") {
      cases.back().html += line + "\n";
    } else if (section == "#document-fragment") {
      cases.back().context = line;
    } else if (section == "#document") {
      cases.back().expected += line + "\n";
    }
  }
  for (TreeCase& test : cases) {
    drop_last_newline(test.html);
    while (test.expected.ends_with("\n\n")) test.expected.pop_back();  // between tests
    if (test.expected == "\n") test.expected.clear();
  }
  return cases;
}

ParseOptions options_of(const std::string& context, bool scripting) {
  ParseOptions options;
  options.scripting = scripting;
  if (context.empty()) return options;
  FragmentContext fragment;
  fragment.tag_name = context;
  if (context.starts_with("svg ")) {
    fragment = {std::string_view(context).substr(4), Namespace::svg};
  } else if (context.starts_with("math ")) {
    fragment = {std::string_view(context).substr(5), Namespace::mathml};
  }
  options.fragment = fragment;
  return options;
}

struct Tally {
  int run = 0, passed = 0;
};

void run_case(const std::string& file, const TreeCase& test, bool scripting, Tally& tally) {
  const std::string context = lower(test.context);
  const std::string ours = dump_html(test.html, options_of(context, scripting));
  ++tally.run;
  tally.passed += ours == test.expected;
  EXPECT_EQ(ours, test.expected) << file << (scripting ? " (scripting on)" : "")
                                 << (context.empty() ? "" : " in <" + context + ">")
                                 << "\ninput: " << test.html;
}

TEST(Html5libTree, EveryTest) {
  const auto files = files_with(eval_folder("html5lib/tree-construction"), ".dat");
  if (files.empty()) {
    GTEST_SKIP() << "no html5lib suite at " << eval_folder("html5lib/tree-construction");
  }
  for (const auto& [name, reason] : kLeftOut) {
    std::printf("left out: %s: %s\n", name.c_str(), reason.c_str());
  }
  Tally tally;
  for (const auto& path : files) {
    for (const TreeCase& test : read_cases(read_whole_file(path))) {
      const std::string name = path.filename().string();
      if (test.off) run_case(name, test, false, tally);
      if (test.on) run_case(name, test, true, tally);
    }
  }
  std::printf("tree: %d of %d\n", tally.passed, tally.run);
  EXPECT_GT(tally.run, 3000);
}

}  // namespace
}  // namespace khabar
