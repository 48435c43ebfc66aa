#include "sinks/dead_letter/dead_letter_sink.h"

#include <gtest/gtest.h>

#include "core/model/document_json.h"
#include "tests/sinks/compliance/story.h"

namespace khabar {
namespace {

std::string letters(std::uint64_t first, std::uint64_t end) {
  std::string lines;
  for (const Document& document : stories(first, end, faulty)) {
    lines += dead_letter_line(document) + "\n";
  }
  return lines;
}

TEST(DeadLetterSink, MakesNoFileBeforeThereIsAReasonTo) {
  const Folder folder;
  DeadLetterSink sink(folder / "dead.jsonl", true);
  open(sink);
  write(sink, stories(0, 3));
  finish(sink);
  EXPECT_TRUE(folder.names().empty());
  write(sink, stories(0, 1, faulty));
  EXPECT_EQ(folder.names(), std::vector<std::string>{"dead.jsonl"});
}

TEST(DeadLetterSink, GrowsRunAfterRun) {
  const Folder folder;
  for (std::uint64_t run = 0; run < 3; ++run) {
    DeadLetterSink sink(folder / "dead.jsonl", false);
    open(sink);
    write(sink, stories(0, run + 1, faulty));
    finish(sink);
  }
  EXPECT_EQ(bytes_of(folder / "dead.jsonl"), letters(0, 3));
}

TEST(DeadLetterSink, AnotherReasonForTheSameInputIsAnotherLetter) {
  const Folder folder;
  DeadLetterSink sink(folder / "dead.jsonl", false);
  open(sink);
  std::vector<Document> again = stories(0, 1, faulty);
  write(sink, again);
  again.front().fault->reason = "jsonl_no_text";
  write(sink, again);
  EXPECT_EQ(bytes_of(folder / "dead.jsonl"),
            letters(0, 1) + dead_letter_line(again.front()) + "\n");
}

TEST(DeadLetterSink, KeepsNotesThatAPersonMade) {
  const Folder folder;
  std::ofstream(folder / "dead.jsonl") << "# looked at until here\n";
  DeadLetterSink sink(folder / "dead.jsonl", false);
  open(sink);
  write(sink, stories(0, 1, faulty));
  EXPECT_EQ(bytes_of(folder / "dead.jsonl"), "# looked at until here\n" + letters(0, 1));
}

TEST(DeadLetterSink, TellsWhatIsWrongWithItsPlace) {
  const Folder folder;
  std::filesystem::create_directory(folder / "dead.jsonl");
  EXPECT_EQ(DeadLetterSink(folder / "dead.jsonl", true).open().error().message,
            folder / "dead.jsonl" + ": open: Is a directory (errno 21)");
  EXPECT_EQ(DeadLetterSink(folder / "no/dead.jsonl", true).open().error().message,
            folder / "no" + ": write to folder: No such file or directory (errno 2)");
}

}  // namespace
}  // namespace khabar
