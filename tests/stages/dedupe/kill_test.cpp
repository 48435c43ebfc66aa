// Kill the program at any instant, start it again: the verdicts are those of a run left alone.
#include <csignal>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <map>
#include <random>
#include <string>
#include <unordered_set>
#include <vector>

#include <sys/wait.h>
#include <unistd.h>

#include <gtest/gtest.h>

#include "tests/stages/dedupe/desk.h"

namespace khabar {
namespace {

// Fresh articles, their copies, cut copies, versions and repeats, from a seed.
std::vector<Draft> stream(std::uint64_t seed, std::size_t count) {
  std::mt19937_64 random(seed);
  std::vector<Draft> out;
  for (std::size_t i = 0; i < count; ++i) {
    const auto hour = static_cast<std::int64_t>(i / 20);
    const std::string outlet = "o" + std::to_string(random() % 9);
    const std::string url = "http://" + outlet + "/" + std::to_string(i);
    const Draft* old =
        out.empty() ? nullptr
                    : &out[out.size() - 1 - random() % std::min<std::size_t>(out.size(), 60)];
    switch (old == nullptr ? 0 : random() % 6) {
      case 1:
        out.push_back({outlet, url, old->text + " " + words(random(), 20), hour});
        break;
      case 2:
        out.push_back({outlet, url, old->text, hour});
        break;
      case 3:
        out.push_back({old->outlet, old->url, with_words_replaced(old->text, .04, i), hour});
        break;
      default:
        out.push_back({outlet, url, words(random(), 150), hour});
    }
  }
  return out;
}

std::string line_of(std::size_t number, const Document& document) {
  const Verdict& verdict = document.verdict;
  return std::to_string(number) + " " + verdict.id + " " + std::to_string(verdict.revision) + " " +
         verdict.revision_of + " " + verdict.duplicate_of;
}

// A pipeline in small: a source with a cursor, the stage, a sink that knows the keys it holds.
// Up to kOpen documents are open; they settle out of order; the cursor follows the first open one.
class Pipeline {
 public:
  explicit Pipeline(std::string folder) : folder_(std::move(folder)) {
    std::ifstream held(folder_ + "/out");
    for (std::string line; std::getline(held, line);) held_.insert(std::stoul(line));
    std::ifstream(folder_ + "/cursor") >> cursor_;
  }

  void run(const std::vector<Draft>& drafts, Duplicates duplicates) {
    DedupeOptions options = marking(folder_ + "/dedupe");
    options.rules.duplicates = duplicates;
    Desk desk(options);
    out_ = std::fopen((folder_ + "/out").c_str(), "ab");
    std::mt19937_64 random(cursor_);
    for (std::size_t i = cursor_; i < drafts.size(); ++i) {
      Document document = document_of(drafts[i], i + 1);
      Heard heard = desk.hear(document, false);
      document.verdict = heard.verdict;
      open_[i] = Open{document, heard, heard.dropped.empty()};
      while (open_.size() > kOpen) settle(std::next(open_.begin(), random() % open_.size()));
    }
    while (!open_.empty()) settle(open_.begin());
    std::fclose(out_);
  }

 private:
  struct Open {
    Document document;
    Heard heard;
    bool kept;
  };
  static constexpr std::size_t kOpen = 24;

  void settle(std::map<std::size_t, Open>::iterator at) {
    const std::size_t number = at->first;  // needed after the erase
    const Open& open = at->second;
    if (open.kept && held_.insert(number).second) {  // one write a line, so no line is torn
      const std::string line = line_of(number, open.document) + "\n";
      ASSERT_EQ(::write(::fileno(out_), line.data(), line.size()),
                static_cast<ssize_t>(line.size()));
    }
    if (open.heard.settle) open.heard.settle(Fate::delivered);
    open_.erase(at);
    settled_to(open_.empty() ? number + 1 : open_.begin()->first);
  }
  void settled_to(std::size_t cursor) {
    if (cursor <= cursor_) return;
    cursor_ = cursor;
    std::ofstream(folder_ + "/cursor.tmp") << cursor;
    std::filesystem::rename(folder_ + "/cursor.tmp", folder_ + "/cursor");
  }

  const std::string folder_;
  std::unordered_set<std::size_t> held_;
  std::size_t cursor_ = 0;
  std::map<std::size_t, Open> open_;
  std::FILE* out_ = nullptr;
};

std::map<std::size_t, std::string> lines_of(const std::string& folder) {
  std::map<std::size_t, std::string> out;
  std::ifstream in(folder + "/out");
  for (std::string line; std::getline(in, line);) {
    EXPECT_TRUE(out.emplace(std::stoul(line), line).second) << "twice: " << line;
  }
  return out;
}

constexpr unsigned kUnkilled = 0;

// Runs the pipeline in a child; kills it after `microseconds` unless it ends before. Did it end?
bool run_and_kill(const std::string& folder, const std::vector<Draft>& drafts,
                  Duplicates duplicates, unsigned microseconds) {
  const pid_t child = ::fork();
  if (child == 0) {
    Pipeline(folder).run(drafts, duplicates);
    ::_exit(testing::Test::HasFailure() ? 1 : 0);
  }
  if (microseconds != kUnkilled) {
    ::usleep(microseconds);
    ::kill(child, SIGKILL);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  EXPECT_TRUE(WIFSIGNALED(status) || WEXITSTATUS(status) == 0);
  return WIFEXITED(status);
}

void killed_runs_say_what_an_unkilled_one_says(Duplicates duplicates) {
  const auto drafts = stream(2024, 600);
  TestFolder alone;
  ASSERT_TRUE(run_and_kill(alone.path(), drafts, duplicates, kUnkilled));
  const auto expected = lines_of(alone.path());
  ASSERT_GT(expected.size(), 300U);
  std::mt19937_64 random(1);
  int kills = 0;
  while (kills < 100) {
    TestFolder folder;
    for (int times = 0;; ++times) {
      // Whatever the machine's speed, the last round ends by itself.
      const unsigned moment = 300 + static_cast<unsigned>(random() % 60'000);
      const unsigned when = times < 8 ? moment : kUnkilled;
      if (run_and_kill(folder.path(), drafts, duplicates, when)) break;
      ++kills;
    }
    ASSERT_EQ(lines_of(folder.path()), expected) << "after " << kills << " kills";
  }
}

TEST(DedupeKill, AHundredKillsChangeNoVerdictWhenCopiesAreMarked) {
  killed_runs_say_what_an_unkilled_one_says(Duplicates::mark);
}

TEST(DedupeKill, AHundredKillsChangeNoVerdictWhenCopiesAreDropped) {
  killed_runs_say_what_an_unkilled_one_says(Duplicates::drop);
}

}  // namespace
}  // namespace khabar
