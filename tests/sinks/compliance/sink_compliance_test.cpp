// What every sink promises (core/flow/sink.h), asked of each that is enrolled.
#include <csignal>
#include <random>

#include <sys/wait.h>
#include <unistd.h>

#include <gtest/gtest.h>

#include "tests/sinks/compliance/enrolled_sinks.h"

namespace khabar {
namespace {

class SinkCompliance : public testing::TestWithParam<EnrolledSink> {
 protected:
  std::unique_ptr<Sink> opened(const Folder& folder) const {
    std::unique_ptr<Sink> sink = GetParam().make(folder);
    open(*sink);
    return sink;
  }
  std::vector<Document> documents(std::uint64_t first, std::uint64_t end) const {
    return stories(first, end, GetParam().takes_faults ? faulty : numbered);
  }
  // What must be in the sink after these, each once.
  std::vector<std::string> expected(std::vector<Document> documents) const {
    std::vector<std::string> lines;
    if (!GetParam().remembers) return lines;
    if (!GetParam().ordered) {
      std::ranges::sort(documents, {}, [](const Document& document) {
        return static_cast<std::int64_t>(document.key);
      });
    }
    for (const Document& document : documents) {
      if (GetParam().takes_faults) {
        lines.push_back(dead_letter_line(document));
      } else {
        append_record(document, lines.emplace_back());
      }
    }
    return lines;
  }
  std::vector<std::string> held() const { return GetParam().lines(folder_); }

  Folder folder_;
};

TEST_P(SinkCompliance, HoldsWhatWasWritten) {
  const auto sink = opened(folder_);
  write(*sink, documents(0, 10));
  write(*sink, documents(10, 30));
  finish(*sink);
  EXPECT_EQ(held(), expected(documents(0, 30)));
}

TEST_P(SinkCompliance, TheSameBatchAgainChangesNothing) {
  const auto sink = opened(folder_);
  write(*sink, documents(0, 10));
  write(*sink, documents(0, 10));
  write(*sink, documents(5, 20));
  finish(*sink);
  EXPECT_EQ(held(), expected(documents(0, 20)));
}

TEST_P(SinkCompliance, TheSameDocumentTwiceInABatchIsHeldOnce) {
  const auto sink = opened(folder_);
  std::vector<Document> batch = documents(0, 5);
  batch.push_back(batch[2]);
  write(*sink, batch);
  finish(*sink);
  EXPECT_EQ(held(), expected(documents(0, 5)));
}

TEST_P(SinkCompliance, ASecondRunDoesNotDoubleTheFirst) {
  {
    const auto sink = opened(folder_);
    write(*sink, documents(0, 10));
    finish(*sink);
  }
  const auto again = opened(folder_);
  write(*again, documents(5, 15));
  finish(*again);
  EXPECT_EQ(held(), expected(documents(0, 15)));
}

TEST_P(SinkCompliance, FinishesAfterNothing) {
  finish(*opened(folder_));
  finish(*opened(folder_));
  write(*opened(folder_), {});
  const auto sink = opened(folder_);
  write(*sink, documents(0, 1));
  finish(*sink);
  EXPECT_EQ(held(), expected(documents(0, 1)));
}

TEST_P(SinkCompliance, LooksAtFaultsOnlyWhenItSaysSo) {
  const auto sink = opened(folder_);
  EXPECT_EQ(sink->wants_faults(), GetParam().takes_faults);
  write(*sink, documents(0, 2));
  if (GetParam().takes_faults) write(*sink, stories(2, 4));
  finish(*sink);
  EXPECT_EQ(held(), expected(documents(0, 2)));
}

TEST_P(SinkCompliance, KeepsHostileTexts) {
  const std::string kTexts[] = {
      std::string("nul \0 inside", 12),
      "\ufffd\ufffd",
      "lone \xed\xa0\x80 surrogate \xff bytes",
      "quotes \" ' ` \\ and -- ; DROP TABLE articles",
      "lines\nof\r\nits\n\nown\u2028\u2029",
      "%s%n {} ${HOME} <script>",
      "\x1b[31mred\x1b[0m",
      std::string(5'000'000, 'x'),
  };
  std::vector<Document> batch;
  for (const std::string& text : kTexts) {
    Document document = documents(batch.size(), batch.size() + 1).front();
    document.url = document.article.title = text.substr(0, 100);
    document.article.authors = document.article.tags = {text.substr(0, 100)};
    document.article.paragraphs.front().text = text;
    document.payload.body = text;
    batch.push_back(std::move(document));
  }
  const auto sink = opened(folder_);
  write(*sink, batch);
  write(*sink, batch);
  finish(*sink);
  EXPECT_EQ(held(), expected(batch));
}

TEST_P(SinkCompliance, NoTextOfADocumentBecomesAPath) {
  const Folder around;
  std::filesystem::create_directory(around / "inner");
  Folder inner;
  std::vector<Document> batch = documents(0, 1);
  Document& document = batch.front();
  for (std::string* text : {&document.origin.path, &document.origin.record_id, &document.url,
                            &document.verdict.id, &document.source.id, &document.source.host}) {
    *text = "../../" + around.path().filename().string() + "/escaped";
  }
  const auto sink = opened(inner);
  write(*sink, batch);
  finish(*sink);
  EXPECT_EQ(around.names(), std::vector<std::string>{"inner"});
  EXPECT_EQ(GetParam().lines(inner), expected(batch));
}

// Promise 2: kill the program at any instant, start it again. A kill is the sink going away without
// finish(); the source then begins again up to `lag` documents before what was last delivered.
TEST_P(SinkCompliance, FiftyKillsChangeNothing) {
  const auto seed = std::random_device{}();
  SCOPED_TRACE("seed " + std::to_string(seed));
  std::mt19937_64 random(seed);
  constexpr std::uint64_t kAll = 400;
  std::uint64_t next = 0;
  for (int kill = 0; kill < 50; ++kill) {
    const auto sink = opened(folder_);
    for (auto batches = random() % 3; batches > 0; --batches) {
      const std::uint64_t end = std::min(kAll, next + random() % 12);
      write(*sink, documents(next, end));
      next = end;
    }
    next -= std::min<std::uint64_t>(next, random() % 30);
  }
  const auto sink = opened(folder_);
  write(*sink, documents(next, kAll));
  finish(*sink);
  EXPECT_EQ(held(), expected(documents(0, kAll)));
}

// The same with SIGKILL: another process writes story after story and says so in a pipe; it dies
// somewhere inside the write after the one it spoke of last.
TEST_P(SinkCompliance, SigkillChangesNothing) {
  const auto seed = std::random_device{}();
  SCOPED_TRACE("seed " + std::to_string(seed));
  std::mt19937_64 random(seed);
  constexpr std::uint64_t kAll = 300;
  std::uint64_t next = 0;
  for (int kill = 0; kill < 12; ++kill) {
    int pipe[2];
    ASSERT_EQ(::pipe(pipe), 0);
    const pid_t child = ::fork();
    ASSERT_GE(child, 0);
    if (child == 0) {
      const auto sink = GetParam().make(folder_);
      bool ok = sink->open().has_value();
      for (std::uint64_t number = next; ok && number < kAll; ++number) {
        ok = try_write(*sink, documents(number, number + 1)).has_value() &&
             ::write(pipe[1], "", 1) == 1;
      }
      ::_exit(ok ? 0 : 1);
    }
    ::close(pipe[1]);
    char said = 0;
    for (auto left = random() % 20; left > 0 && ::read(pipe[0], &said, 1) == 1; --left) ++next;
    ::kill(child, SIGKILL);
    int status = 0;
    ASSERT_EQ(::waitpid(child, &status, 0), child);
    EXPECT_TRUE(WIFSIGNALED(status) || WEXITSTATUS(status) == 0);
    ::close(pipe[0]);
  }
  const auto sink = opened(folder_);
  write(*sink, documents(next, kAll));
  finish(*sink);
  EXPECT_EQ(held(), expected(documents(0, kAll)));
}

std::vector<std::pair<std::string, std::uintmax_t>> sizes(const Folder& folder) {
  std::vector<std::pair<std::string, std::uintmax_t>> sizes;
  for (const std::string& name : folder.names()) {
    sizes.emplace_back(name, std::filesystem::file_size(folder / name));
  }
  return sizes;
}

// A write(2) may be cut anywhere: every file that grew with the last batch, at every byte of it
// (every 61st where there are many).
TEST_P(SinkCompliance, ATornWriteIsMended) {
  const auto sink = opened(folder_);
  write(*sink, documents(0, 3));
  const auto before = sizes(folder_);
  write(*sink, documents(3, 4));
  Folder torn, again;
  torn.copy_from(folder_);  // as the disk is at this instant
  for (const auto& [name, size] : sizes(torn)) {
    // Shared memory of SQLite: rebuilt from the log after a crash.
    if (name.ends_with("-shm")) std::filesystem::remove(torn / name);
  }
  for (const auto& [name, size] : sizes(torn)) {
    const auto old = std::ranges::find(before, name, [](const auto& pair) { return pair.first; });
    const std::uintmax_t old_size = old == before.end() ? 0 : old->second;
    const std::uintmax_t step = size - old_size > 2000 ? 61 : 1;
    for (std::uintmax_t cut = old_size; cut < size; cut += step) {
      again.copy_from(torn);
      std::filesystem::resize_file(again / name, cut);
      const auto second = opened(again);
      write(*second, documents(2, 6));
      finish(*second);
      ASSERT_EQ(GetParam().lines(again), expected(documents(0, 6))) << name << " cut at " << cut;
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Sinks, SinkCompliance, testing::ValuesIn(enrolled_sinks()),
                         [](const auto& enrolled) { return enrolled.param.name; });

}  // namespace
}  // namespace khabar
