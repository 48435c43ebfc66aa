// Every WARC of the evaluation data, read as far as it is whole. The expectations were worked out
// from the bytes: record types, lengths and what follows each block, member by member.
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <iterator>
#include <map>

#include "core/io/byte_stream.h"
#include "tests/ingest/archive/archive_fixture.h"

namespace khabar {
namespace {

using namespace testing;

std::string eval_dir() {
  const char* given = std::getenv("KHABAR_EVAL_DIR");
  return given != nullptr ? given : std::string(KHABAR_SOURCE_DIR) + "/../shared/eval";
}

struct Expected {
  const char* file;
  Told told;  // documents as "URL BYTES"
  const char* why;
};

const Told kExample = {"-warc_warcinfo", "-warc_warcinfo", "http://example.com/ 1270",
                       "-warc_request",  "-warc_revisit",  "-warc_request"};

const Expected kFiles[] = {
    {"example.warc", kExample, "the response is gzip-encoded, 606 bytes to 1,270"},
    {"example.warc.gz", kExample, "the same, a member a record"},
    {"example-bad-non-chunked.warc.gz", kExample,
     "the same as one member: no seeking by record, but nothing is damaged"},
    {"example-bad.warc.gz.bad",
     {"-warc_warcinfo", "http://example.com?example=1 1270", "-warc_request", "-warc_revisit",
      "-warc_request", "-http_status"},
     "one member again, under a name that says nothing; the last response is a 302"},
    {"example-digest.warc",
     {"-warc_request", "-warc_request", "-warc_request", "-warc_request"},
     "four requests; digests are no concern of ours"},
    {"example-iana.org-chunked.warc",
     {"-warc_warcinfo", "http://www.iana.org/ 7223", "-warc_request"},
     "one chunk of 0x1c37 bytes and the last chunk"},
    {"example-resource.warc.gz",
     {"-warc_warcinfo", "-warc_warcinfo", "http://example.com/ 1303"},
     "a resource of type text/html"},
    {"example-space-in-target-uri.warc.gz", {"-warc_warcinfo", "-not_text"}, "an image"},
    {"example-trunc.warc",
     {"-warc_warcinfo", "-warc_warcinfo", "!warc_bad_length", "-warc_request"},
     "the response claims 973 bytes and has 975; the request behind it is whole"},
    {"example-wget-bad-target-uri.warc.gz",
     {"-warc_warcinfo", "-warc_request", "http://example.com/ 1270", "-warc_metadata",
      "-warc_metadata", "-warc_metadata"},
     "URIs in brackets; a metadata record and two resources metadata://, which are wget's own "
     "logs"},
    {"example-wrong-chunks.warc.gz",
     {"http://example.com/ 1270", "-warc_request"},
     "one response spread over two members; its line ends begin the third"},
    {"post-test.warc.gz",
     {"-not_text", "-warc_request", "-not_text", "-warc_request", "-not_text", "-warc_request"},
     "responses of type application/json"},
};

ReadOut read_file_of(const std::string& path) {
  auto reader =
      make_warc_reader(*open_members(*FileStream::open(path), DecodeBounds{}), path, ReadBounds{});
  return read_out(*reader);
}

TEST(WarcFiles, EachIsReadAsFarAsItIsWhole) {
  const std::string folder = eval_dir() + "/warc/";
  if (!std::filesystem::exists(folder)) GTEST_SKIP() << "no evaluation data at " << folder;
  for (const auto& expected : kFiles) {
    Told told;
    for (const Document& d : read_file_of(folder + expected.file).documents) {
      const bool page = !d.fault && d.dropped.empty();
      told.push_back(page ? d.url + " " + std::to_string(d.payload.body.size())
                          : khabar::testing::told(d));
    }
    EXPECT_EQ(told, expected.told) << expected.file << ": " << expected.why;
  }
  const auto there = std::distance(std::filesystem::directory_iterator(folder),
                                   std::filesystem::directory_iterator());
  EXPECT_EQ(there, std::ssize(kFiles)) << "a file without a row";
}

TEST(WarcFiles, ThePagesAreAllThere) {
  const std::map<std::string, std::size_t> pages = {
      {"naeb.warc.gz", 421}, {"wcxb_dev.warc.gz", 791}, {"traf.warc.gz", 990}};
  for (const auto& [file, count] : pages) {
    const std::string path = eval_dir() + "/html/" + file;
    if (!std::filesystem::exists(path)) GTEST_SKIP() << "no evaluation data at " << path;
    const ReadOut out = read_file_of(path);
    std::size_t documents = 0, others = 0;
    for (const Document& d : out.documents) {
      ++(d.fault || !d.dropped.empty() ? others : documents);
    }
    EXPECT_EQ(documents, count) << file;
    EXPECT_EQ(others, 1U) << file << ": the warcinfo";
  }
}

}  // namespace
}  // namespace khabar
