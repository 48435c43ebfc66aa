// Reads the tree as a reviewer would: who includes whom, how long files are, what they are called.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

namespace khabar {
namespace {

namespace fs = std::filesystem;
using Texts = std::vector<std::string>;

// base < text < html, io < model, web < flow < { ingest | stages | sinks } < app < tests
int floor_of(const std::string& room) {
  static const std::map<std::string, int> kFloors{
      {"core/base", 0},  {"core/text", 1}, {"core/html", 2}, {"core/io", 2},
      {"core/model", 3}, {"core/web", 3},  {"core/flow", 4}, {"ingest", 5},
      {"stages", 5},     {"sinks", 5},     {"app", 6},       {"tests", 7}};
  const auto exact = kFloors.find(room);
  if (exact != kFloors.end()) return exact->second;
  const auto kind = kFloors.find(room.substr(0, room.find('/')));
  return kind == kFloors.end() ? -1 : kind->second;
}

// Two folders deep, but app and tests are one room each.
std::string room_of(const std::string& path) {
  const std::size_t first = path.find('/');
  const std::string top = path.substr(0, first);
  if (top == "app" || top == "tests" || first == std::string::npos) return top;
  const std::size_t second = path.find('/', first + 1);
  return second == std::string::npos ? top : path.substr(0, second);
}

// Where each library may be seen: a file, or a folder with a slash. Tests may see any.
const std::map<std::string, Texts>& homes() {
  static const std::map<std::string, Texts> kHomes{
      {"concurrentqueue/", {"core/flow/channel.h"}},
      {"curl/",
       {"core/io/http_client.cpp", "core/io/http_exchange.h", "core/io/http_exchange.cpp"}},
      {"sqlite3.h", {"core/io/database.cpp"}},
      {"toml++/", {"core/io/toml.cpp"}},
      {"rapidjson/",
       {"core/model/document_json.cpp", "core/web/json_feed.cpp", "ingest/archive/jsonl_line.cpp",
        "stages/extract/json_ld.cpp", "stages/extract/parsely_page.cpp", "app/json_lines.cpp",
        "app/top_view.cpp", "app/commands/search.cpp"}},
      {"unicode/", {"core/text/"}},
      {"cld2/", {"core/text/language.cpp"}},
      {"xxhash.h", {"core/text/digest.cpp"}},
      {"libpsl.h", {"core/text/url.cpp"}},
      {"spdlog/", {"core/base/log.cpp"}},
      {"zlib.h", {"core/io/"}},
      {"libdeflate.h", {"core/io/"}},
      {"brotli/", {"core/io/"}},
      {"zstd.h", {"core/io/", "sinks/jsonl/zstd_frames.cpp"}},
      {"re2/", {"stages/"}},
      {"CLI/", {"app/command_line.cpp", "app/command_line_feeds.cpp"}},
      {"httplib.h", {"app/"}},
      {"tl/expected.hpp", {"core/base/result.h"}},
  };
  return kHomes;
}

// The system's own headers with a dot or a slash; all others without are C++'s.
bool is_system_header(std::string_view header) {
  static const std::set<std::string_view> kPosix{
      "unistd.h",    "fcntl.h",     "poll.h",      "glob.h",      "signal.h",
      "stdlib.h",    "netdb.h",     "dirent.h",    "pthread.h",   "termios.h",
      "emmintrin.h", "tmmintrin.h", "immintrin.h", "smmintrin.h", "nmmintrin.h"};
  return header.find_first_of("./") == std::string_view::npos || header.starts_with("sys/") ||
         header.starts_with("netinet/") || header.starts_with("arpa/") || kPosix.contains(header);
}

// Made by a program from a standard or a training set; nobody reads them line by line.
const std::set<std::string> kGeneratedTables{"core/html/entity_table.cpp",
                                             "stages/clean/block_model_table.cpp"};
constexpr std::size_t kLinesMax = 500;

struct Include {
  std::string file;
  std::size_t line = 0;
  std::string header;
  bool is_quoted = false;

  std::string place() const { return file + ":" + std::to_string(line); }
};

// Why the include is wrong, or nothing.
std::string fault_of(const Include& include) {
  const std::string room = room_of(include.file);
  if (include.is_quoted) {
    const std::string target = room_of(include.header);
    if (floor_of(target) < 0) return "includes are relative to the root of the tree";
    if (target == room || room == "tests") return {};
    if (floor_of(target) < floor_of(room)) return {};
    return floor_of(target) == floor_of(room) ? room + " and " + target + " are siblings"
                                              : target + " stands above " + room;
  }
  if (is_system_header(include.header) || room == "tests") return {};
  for (const auto& [library, places] : homes()) {
    if (!include.header.starts_with(library)) continue;
    for (const std::string& place : places) {
      const bool is_home =
          place.back() == '/' ? include.file.starts_with(place) : include.file == place;
      if (is_home) return {};
    }
    return "<" + library + "> is at home in " + places.front();
  }
  return "give this library one home in " + std::string("tests/house/floors_test.cpp");
}

std::string last_word(const std::string& name) {
  std::string word;
  for (const char c : name) {
    if (c == '_' || (c >= 'A' && c <= 'Z')) word.clear();
    if (c != '_') word += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  }
  return word;
}

bool says_nothing(const std::string& name) {
  static const std::set<std::string> kEmptyWords{"manager", "managers", "helper", "helpers",
                                                 "util",    "utils",    "common", "misc",
                                                 "data",    "info"};
  return kEmptyWords.contains(last_word(name));
}

struct SourceFile {
  std::string path;  // from the root
  Texts lines;
};

const std::vector<SourceFile>& tree() {
  static const std::vector<SourceFile> kTree = [] {
    std::vector<SourceFile> files;
    const fs::path root = KHABAR_SOURCE_DIR;
    for (const char* top : {"core", "ingest", "stages", "sinks", "app", "tests"}) {
      if (!fs::exists(root / top)) continue;
      for (const auto& entry : fs::recursive_directory_iterator(root / top)) {
        const std::string extension = entry.path().extension().string();
        if (!entry.is_regular_file() || (extension != ".h" && extension != ".cpp")) continue;
        SourceFile file{fs::relative(entry.path(), root).string(), {}};
        std::ifstream in(entry.path());
        for (std::string line; std::getline(in, line);) file.lines.push_back(line);
        files.push_back(std::move(file));
      }
    }
    return files;
  }();
  return kTree;
}

std::vector<Include> includes_of(const SourceFile& file) {
  static const std::regex kInclude(R"(^\s*#\s*include\s*([<"])([^>"]+)[>"])");
  std::vector<Include> out;
  for (std::size_t i = 0; i < file.lines.size(); ++i) {
    std::smatch found;
    if (file.lines[i].find("include") == std::string::npos) continue;
    if (!std::regex_search(file.lines[i], found, kInclude)) continue;
    out.push_back({file.path, i + 1, found[2], found[1] == "\""});
  }
  return out;
}

TEST(Floors, EveryIncludeLeadsStrictlyDownward) {
  std::size_t seen = 0;
  for (const SourceFile& file : tree()) {
    for (const Include& include : includes_of(file)) {
      ++seen;
      const std::string fault = fault_of(include);
      EXPECT_TRUE(fault.empty()) << include.place() << ": includes " << include.header << ": "
                                 << fault;
      if (include.is_quoted) {
        EXPECT_TRUE(fs::exists(fs::path(KHABAR_SOURCE_DIR) / include.header))
            << include.place() << ": " << include.header << " does not exist";
      }
    }
  }
  EXPECT_GT(seen, 100U) << "the tree was not found";
}

TEST(Floors, EveryFolderStandsOnAFloor) {
  for (const SourceFile& file : tree()) {
    EXPECT_GE(floor_of(room_of(file.path)), 0) << file.path << ": which floor is this?";
  }
}

// The rules themselves: each row is an include and whether it is right.
TEST(Floors, TheRulesKnowRightFromWrong) {
  struct Row {
    Include include;
    std::string_view fault;
  };
  const std::vector<Row> rows{
      {{"core/text/a.cpp", 1, "core/base/result.h", true}, ""},
      {{"core/text/a.cpp", 1, "core/text/b.h", true}, ""},
      {{"core/base/a.cpp", 1, "core/text/b.h", true}, "core/text stands above core/base"},
      {{"core/html/a.h", 1, "core/io/b.h", true}, "core/html and core/io are siblings"},
      {{"stages/clean/a.h", 1, "core/flow/stage.h", true}, ""},
      {{"stages/clean/a.h", 1, "stages/dedupe/b.h", true},
       "stages/clean and stages/dedupe are siblings"},
      {{"stages/clean/a.h", 1, "sinks/jsonl/b.h", true},
       "stages/clean and sinks/jsonl are siblings"},
      {{"app/main.cpp", 1, "sinks/jsonl/b.h", true}, ""},
      {{"app/commands/x.cpp", 1, "app/y.h", true}, ""},
      {{"core/flow/a.h", 1, "tests/fakes/b.h", true}, "tests stands above core/flow"},
      {{"tests/core/flow/a.cpp", 1, "app/y.h", true}, ""},
      {{"core/flow/a.cpp", 1, "plan.h", true}, "includes are relative to the root of the tree"},
      {{"core/flow/channel.h", 1, "concurrentqueue/concurrentqueue.h", false}, ""},
      {{"core/flow/runner.h", 1, "concurrentqueue/concurrentqueue.h", false},
       "<concurrentqueue/> is at home in core/flow/channel.h"},
      {{"core/text/a.cpp", 1, "unicode/uchar.h", false}, ""},
      {{"stages/clean/a.cpp", 1, "unicode/uchar.h", false}, "<unicode/> is at home in core/text/"},
      {{"core/io/a.cpp", 1, "sys/stat.h", false}, ""},
      {{"core/io/a.cpp", 1, "vector", false}, ""},
      {{"core/io/a.cpp", 1, "boost/any.hpp", false},
       "give this library one home in tests/house/floors_test.cpp"},
  };
  for (const Row& row : rows) {
    EXPECT_EQ(fault_of(row.include), row.fault) << row.include.file << " " << row.include.header;
  }
}

TEST(Style, NoFileIsTooLongToRead) {
  for (const SourceFile& file : tree()) {
    if (kGeneratedTables.contains(file.path)) continue;
    EXPECT_LE(file.lines.size(), kLinesMax) << file.path << ": split it";
  }
  for (const std::string& path : kGeneratedTables) {
    EXPECT_TRUE(fs::exists(fs::path(KHABAR_SOURCE_DIR) / path)) << path << " is gone: strike it";
  }
}

TEST(Style, NoNameEndsInAWordThatSaysNothing) {
  static const std::regex kType(R"(^\s*(?:class|struct|enum class|enum)\s+([A-Za-z_]\w*))");
  for (const SourceFile& file : tree()) {
    for (const fs::path& part : fs::path(file.path)) {
      EXPECT_FALSE(says_nothing(part.stem().string())) << file.path;
    }
    for (std::size_t i = 0; i < file.lines.size(); ++i) {
      std::smatch found;
      if (!std::regex_search(file.lines[i], found, kType)) continue;
      EXPECT_FALSE(says_nothing(found[1])) << file.path << ":" << i + 1 << ": " << found[1];
    }
  }
}

// One program, one namespace: of two types of one name the linker keeps one destructor, and builds
// without inlining mix them up.
TEST(Style, NoTwoHeadersDefineOneName) {
  static const std::regex kDefinition(R"(^(?:class|struct|enum class)\s+([A-Z]\w*)[^;]*$)");
  std::map<std::string, std::string> homes_of;
  for (const SourceFile& file : tree()) {
    if (!file.path.ends_with(".h") || file.path.starts_with("tests/")) continue;
    for (const std::string& line : file.lines) {
      std::smatch found;
      if (!std::regex_search(line, found, kDefinition)) continue;
      const auto [at, is_new] = homes_of.try_emplace(found[1], file.path);
      EXPECT_TRUE(is_new) << found[1] << " is defined in " << at->second << " and " << file.path;
    }
  }
}

TEST(Style, TheLastWordOfANameIsFound) {
  for (const char* name : {"page_utils", "PageHelper", "Manager", "misc", "fetch_common"}) {
    EXPECT_TRUE(says_nothing(name)) << name;
  }
  for (const char* name : {"utilisation", "common_words", "ManagerName", "helper_lines"}) {
    EXPECT_FALSE(says_nothing(name)) << name;
  }
}

}  // namespace
}  // namespace khabar
