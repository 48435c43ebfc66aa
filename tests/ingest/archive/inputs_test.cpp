#include "ingest/archive/inputs.h"

#include <gtest/gtest.h>

#include "tests/ingest/archive/archive_fixture.h"
#include "tests/ingest/archive/temporary_folder.h"

namespace khabar {
namespace {

using namespace testing;

TEST(FormatByName, KnowsSuffixesPackedOrNot) {
  const struct {
    const char* path;
    std::optional<InputFormat> format;
  } cases[] = {
      {"a.warc", InputFormat::warc},
      {"a.warc.gz", InputFormat::warc},
      {"A.WARC.ZST", InputFormat::warc},
      {"a.warc.wet.gz", InputFormat::warc},
      {"b/c.jsonl", InputFormat::jsonl},
      {"c.ndjson.gz", InputFormat::jsonl},
      {"c.json.zst", InputFormat::jsonl},
      {"d.txt", InputFormat::text},
      {"d.html", InputFormat::html},
      {"d.htm.gz", InputFormat::html},
      {"x.warc/readme", std::nullopt},
      {"a.gz", std::nullopt},
      {"a.csv", std::nullopt},
      {"-", std::nullopt},
      {"", std::nullopt},
  };
  for (const auto& c : cases) EXPECT_EQ(format_by_name(c.path), c.format) << c.path;
}

TEST(FormatByContent, GuessesTextOfPipesOnly) {
  EXPECT_EQ(format_by_content("WARC/1.0\r\nWARC-Type: x", false), InputFormat::warc);
  EXPECT_EQ(format_by_content("\xEF\xBB\xBF {\"text\"", false), InputFormat::jsonl);
  EXPECT_EQ(format_by_content(" <!doctype html>", false), InputFormat::html);
  EXPECT_EQ(format_by_content("Words.", false), std::nullopt);
  EXPECT_EQ(format_by_content("Words.", true), InputFormat::text);
  EXPECT_EQ(format_by_content(noise(100, 1), true), std::nullopt);
  EXPECT_EQ(format_by_content("", true), std::nullopt);
}

Told told_by(const std::string& path, const OpenOptions& options = {}) {
  return read_out(*open_reader(Input{path, 0, std::nullopt}, options)).told;
}

TEST(OpenReader, DecidesByNameAndBytes) {
  TemporaryFolder folder;
  const std::string w = warc().response("http://a/", "<p>one").plain();
  const struct {
    std::string name, bytes;
    Told told;
  } cases[] = {
      {"a.warc", w, {"http://a/ html:<p>one"}},
      {"plain.warc.gz", w, {"http://a/ html:<p>one"}},  // a suffix that lies
      {"packed.warc", gzipped(w), {"http://a/ html:<p>one"}},
      {"a.warc.gz.bad", zstd_frame(w), {"http://a/ html:<p>one"}},
      {"no-suffix", gzipped("{\"text\":\"b\"}"), {" text:b"}},
      {"page", "<html><p>x", {" html:<html><p>x"}},
      {"a.jsonl", "{\"text\":\"b\"}\n", {" text:b"}},
      {"a.json", "{\"text\":\"b\"}\n", {" text:b"}},
      {"array.json", "[\n{\"text\":\"b\"}]", {"!input_unknown_format"}},
      {"a.txt", "{\"text\":\"b\"}", {" text:{\"text\":\"b\"}"}},
      {"a.html.gz", gzipped("x"), {" html:x"}},
      {"README.md", "Words.", {"!input_unknown_format"}},
      {"junk", noise(1000, 1), {"!input_unknown_format"}},
      {"junk.warc.gz", noise(1000, 1), {"!warc_bad_header"}},
      {"empty.warc.gz", "", {}},
      {"empty.jsonl", "", {}},
      {"empty.txt", "", {"-empty_body"}},
      {"empty", "", {"!input_unknown_format"}},
      {"broken.warc.gz", gzipped(w).substr(0, 40), {"!warc_truncated"}},
  };
  for (const auto& c : cases) EXPECT_EQ(told_by(folder.make(c.name, c.bytes)), c.told) << c.name;
  EXPECT_EQ(told_by(folder.path() + "/none.warc"), Told{"!input_unreadable"});
  EXPECT_EQ(told_by(folder.path()), Told{"!input_unreadable"});
  const OpenOptions only_warc{{}, false, {InputFormat::warc}, {}};
  EXPECT_EQ(told_by(folder.path() + "/a.txt", only_warc), Told{"-input_format_not_wanted"});
  EXPECT_EQ(told_by(folder.path() + "/a.warc", only_warc), Told{"http://a/ html:<p>one"});
}

TEST(ExpandInputs, FoldersAndPatternsInByteOrder) {
  TemporaryFolder folder;
  for (const char* name : {"b/2.warc", "b/10.warc", "a.txt", "C.txt", "b/.hidden"})
    folder.make(name, "x");
  const std::string p = folder.path() + "/";
  const auto paths = [](const std::vector<std::string>& named) {
    std::vector<std::string> out;
    const auto inputs = *expand_inputs(named);
    for (const Input& input : inputs) {
      out.push_back((input.fault ? "!" : "") + input.path);
    }
    return out;
  };
  using Paths = std::vector<std::string>;
  EXPECT_EQ(paths({p + "b", p + "a.txt"}), (Paths{p + "b/10.warc", p + "b/2.warc", p + "a.txt"}));
  EXPECT_EQ(paths({p + "*.txt"}), (Paths{p + "C.txt", p + "a.txt"}));
  EXPECT_EQ(paths({p + "*"}), (Paths{p + "C.txt", p + "a.txt", p + "b/10.warc", p + "b/2.warc"}));
  EXPECT_EQ(paths({p + "a.txt", p + "a.txt", "-"}), (Paths{p + "a.txt", "-"}));
  EXPECT_EQ(paths({p + "no*", p + "a.txt"}), (Paths{"!" + p + "no*", p + "a.txt"}));
  EXPECT_EQ(expand_inputs({p + "none"})->at(0).fault->detail, p + "none: no such file");
}

}  // namespace
}  // namespace khabar
