#include "ingest/archive/jsonl_reader.h"

#include <gtest/gtest.h>

#include "ingest/archive/jsonl_line.h"
#include "tests/ingest/archive/archive_fixture.h"

namespace khabar {
namespace {

using namespace testing;

std::unique_ptr<RecordReader> jsonl_reader(std::string_view stored, bool keep_extra = false,
                                           ReadBounds bounds = {}) {
  return make_jsonl_reader(*open_members(MemoryStream::over(stored), DecodeBounds{}), "a.jsonl",
                           bounds, keep_extra);
}

ReadOut read_jsonl(std::string_view stored, bool keep_extra = false, ReadBounds bounds = {}) {
  return read_out(*jsonl_reader(stored, keep_extra, bounds));
}

Document one(std::string_view line, bool keep_extra = false) {
  const ReadOut out = read_jsonl(line, keep_extra);
  EXPECT_EQ(out.documents.size(), 1U) << line;
  return out.documents.empty() ? Document{} : out.documents[0];
}

TEST(JsonlReader, ReadsEveryField) {
  const Document e =
      one(R"({"id":"n-1","url":"http://a/1","text":"Body.","title":"Head","published":"2 May",)"
          R"("source":{"id":"s","name":"Sun","host":"sun.example","x":[1]},"authors":["A","B"],)"
          R"("fetched":"2021-01-02T03:04:05+01:00","language":"en"})");
  EXPECT_FALSE(e.fault);
  EXPECT_EQ(e.origin, (Origin{"jsonl", "a.jsonl", 0, 1, "n-1", ""}));
  EXPECT_EQ(e.url, "http://a/1");
  EXPECT_EQ(e.source, (SourceName{"s", "Sun", "sun.example"}));
  EXPECT_EQ(e.given.title, "Head");
  EXPECT_EQ(e.given.published, "2 May");
  EXPECT_EQ(e.given.authors, (std::vector<std::string>{"A", "B"}));
  EXPECT_EQ(e.given.language, "en");
  EXPECT_EQ(e.fetched, "2021-01-02T02:04:05Z");
  EXPECT_EQ(e.payload, (Payload{PayloadKind::text, "", true, "Body."}));
}

TEST(JsonlReader, LooseForms) {
  const struct {
    std::string line, told;
  } cases[] = {
      {R"({"html":"<p>x"})", " html:<p>x"},
      {R"({"html":"<p>x","text":"y"})", " html:<p>x"},
      {R"({"html":"","text":"y"})", " text:y"},
      {R"({"html":null,"text":"y"})", " text:y"},
      {R"(  {"text" : "y" }  )", " text:y"},
      {R"({"text":"a","text":"b"})", " text:b"},
      {R"({"text":"a","url":"http://1/","url":"http://2/"})", "http://2/ text:a"},
      {R"({"text":"a","url":"http://1/","url":null})", " text:a"},
      {R"({"text":"\u00e9\ud83d\ude00\n\"\\"})", " text:é😀\n\"\\"},
      {R"({"text":"\ud800 \udc00 \ud800\ud800\udc00 \\ud800"})",
       " text:\uFFFD \uFFFD \uFFFD\U00010000 \\ud800"},
      {"{\"text\":\"a\xFF\xC3z\"}", " text:a\uFFFD\uFFFDz"},
      {R"({"text":"a\u0000b"})", std::string(" text:a\0b", 9)},
      {R"({"text":"a","source":"Sun","authors":"A","extra":{"deep":[1,{"text":"no"}]}})",
       " text:a"},
      {R"({"text":"a","source":null,"authors":null,"id":null})", " text:a"},
      {R"({"text":"a","id":123456789012345678901234567890})", " text:a"},
      {R"({"text":"a","n":[1e300,-0.0,12345678901234567890123]})", " text:a"},
  };
  for (const auto& c : cases) EXPECT_EQ(told(one(c.line)), c.told) << c.line;
  EXPECT_EQ(one(R"({"text":"a","id":42})").origin.record_id, "42");
  EXPECT_EQ(one(R"({"text":"a","source":"Sun"})").source.name, "Sun");
  EXPECT_EQ(one(R"({"text":"a","authors":"A"})").given.authors, std::vector<std::string>{"A"});
}

TEST(JsonlReader, FaultsNameThePlaceAndTheKey) {
  const struct {
    std::string line, detail;
  } cases[] = {
      {R"({"text":"a")",
       "jsonl_syntax: line 1, column 12 (offset 0): Missing a comma or '}' after an "
       "object member."},
      {R"({"text":"a"} x)",
       "jsonl_syntax: line 1, column 14 (offset 0): The document root must not "
       "be followed by other values."},
      {R"({text:1})",
       "jsonl_syntax: line 1, column 2 (offset 0): Missing a name for object member."},
      {std::string("{\"text\":\"a\"}\0junk", 17),
       "jsonl_syntax: line 1, column 13 (offset 0): a NUL character"},
      {R"(["a"])", "jsonl_type: line 1 (offset 0): the line is not an object"},
      {R"("a")", "jsonl_type: line 1 (offset 0): the line is not an object"},
      {"42", "jsonl_type: line 1 (offset 0): the line is not an object"},
      {R"({"text":{"a":1}})", "jsonl_type: line 1 (offset 0): \"text\" is not a string"},
      {R"({"text":["a"]})", "jsonl_type: line 1 (offset 0): \"text\" is not a string"},
      {R"({"text":"a","title":7})", "jsonl_type: line 1 (offset 0): \"title\" is not a string"},
      {R"({"text":"a","url":true})", "jsonl_type: line 1 (offset 0): \"url\" is not a string"},
      {R"({"text":"a","authors":[1]})",
       "jsonl_type: line 1 (offset 0): \"authors\" is not a string"},
      {R"({"text":"a","authors":{}})",
       "jsonl_type: line 1 (offset 0): \"authors\" is not a string or an array of strings"},
      {R"({"text":"a","source":[]})",
       "jsonl_type: line 1 (offset 0): \"source\" is not a string or an object"},
      {R"({"text":"a","source":{"id":[]}})",
       "jsonl_type: line 1 (offset 0): \"source\" is not a string"},
      {R"({"title":"a"})", "jsonl_no_body: line 1 (offset 0): neither \"html\" nor \"text\""},
      {"{}", "jsonl_no_body: line 1 (offset 0): neither \"html\" nor \"text\""},
  };
  for (const auto& c : cases) {
    const Document d = one(c.line);
    ASSERT_TRUE(d.fault) << c.line;
    const std::string prefix = "a.jsonl: ";
    ASSERT_TRUE(d.fault->detail.starts_with(prefix));
    EXPECT_EQ(d.fault->reason + ": " + d.fault->detail.substr(prefix.size()), c.detail) << c.line;
    EXPECT_EQ(d.payload.body, c.line) << "what the dead letters show";
  }
}

TEST(JsonlReader, KeepsUnknownKeysOnRequest) {
  const std::string line = R"({"b":{"x":[1,2.50,null,true,"\u00e9"]},"text":"t","a":1,"b2":"",)"
                           R"("a":12345678901234567890})";
  EXPECT_EQ(one(line).origin.extra_json, "");
  EXPECT_EQ(one(line, true).origin.extra_json,
            R"({"b":{"x":[1,2.50,null,true,"é"]},"a":12345678901234567890,"b2":""})");
  EXPECT_EQ(one(R"({"text":"t"})", true).origin.extra_json, "");
}

TEST(JsonlReader, OneBadLineCostsOnlyItself) {
  const ReadOut out = read_jsonl("\xEF\xBB\xBF{\"text\":\"a\"}\r\n\n  \n{bad\n{\"text\":\"b\"}");
  EXPECT_EQ(out.told, (Told{" text:a", "!jsonl_syntax", " text:b"}));
  EXPECT_EQ(out.documents[1].origin.line, 4U);
  EXPECT_EQ(out.documents[2].origin.line, 5U);
  EXPECT_EQ(out.documents[2].origin.offset, 26U);
}

TEST(JsonlReader, DeepNestingIsAFaultNotACrash) {
  const std::string deep(1'000'000, '[');
  EXPECT_EQ(told(one("{\"text\":\"a\",\"x\":" + deep)), "!jsonl_syntax");
  EXPECT_EQ(told(one(deep)), "!jsonl_syntax");
  std::string objects = "{\"text\":\"a\",\"x\":";
  for (int i = 0; i < 100'000; ++i) objects += "{\"x\":";
  EXPECT_EQ(told(one(objects)), "!jsonl_syntax");
}

TEST(JsonlReader, AMillionEqualKeysAreLinear) {
  std::string line = "{\"text\":\"a\"";
  for (int i = 0; i < 500'000; ++i) line += ",\"k\":1";
  EXPECT_EQ(one(line + ",\"k\":2}", true).origin.extra_json, "{\"k\":2}");
}

TEST(JsonlReader, ALineOfOneGigabyteIsAFaultAndTheNextIsRead) {
  auto stream = std::make_unique<RepeatedStream>(std::string(1 << 20, 'x'), std::uint64_t{1} << 30,
                                                 "\n{\"text\":\"b\"}\n");
  auto reader = make_jsonl_reader(*open_members(std::move(stream), DecodeBounds{}), "-", {}, false);
  const ReadOut out = read_out(*reader);
  EXPECT_EQ(out.told, (Told{"!jsonl_too_long", " text:b"}));
  EXPECT_EQ(out.documents[0].fault->detail,
            "-: line 1 (offset 0): 1073741824 bytes exceed 16777216");
}

TEST(JsonlReader, BodiesBeyondTheBoundAreFaults) {
  const ReadOut out = read_jsonl("{\"text\":\"" + std::string(200, 'x') + "\"}\n{\"text\":\"b\"}\n",
                                 false, {100, 1000});
  EXPECT_EQ(out.told, (Told{"!jsonl_too_large", " text:b"}));
}

TEST(JsonlReader, ResumesBehindEveryLine) {
  std::string lines;
  for (int i = 0; i < 60; ++i) {
    lines += i % 7 == 3 ? "{bad\n\n"
                        : "{\"id\":\"" + std::to_string(i) + "\",\"text\":\"" +
                              std::string(static_cast<std::size_t>(i) * 997, 'x') + "z\"}\r\n";
  }
  const std::string half = lines.substr(0, 300'001), rest_half = lines.substr(300'001);
  for (const std::string& stored :
       {lines, gzipped(lines), gzipped(half) + gzipped(rest_half), zstd_frame(lines)}) {
    const ReadOut whole = read_jsonl(stored);
    ASSERT_EQ(whole.documents.size(), 60U);
    for (std::size_t i = 0; i < whole.places.size(); ++i) {
      auto reader = jsonl_reader(stored);
      ASSERT_TRUE(reader->start_at(whole.places[i]));
      const ReadOut rest = read_out(*reader);
      ASSERT_EQ(rest.documents.size(), whole.documents.size() - i - 1);
      for (std::size_t j = 0; j < rest.documents.size(); ++j) {
        ASSERT_EQ(rest.documents[j], whole.documents[i + 1 + j]);
      }
    }
  }
}

TEST(JsonlReader, ADamagedFileGivesWhatIsWholeAndOneFault) {
  const std::string lines = "{\"text\":\"a\"}\n{\"text\":\"b\"}\n";
  const std::string stored = gzipped(lines) + gzipped(noise(9000, 2)).substr(0, 4000);
  const ReadOut out = read_jsonl(stored);
  ASSERT_GE(out.told.size(), 3U);
  EXPECT_EQ(out.told[0], " text:a");
  EXPECT_EQ(out.told.back(), "!jsonl_damaged");
  auto reader = jsonl_reader(stored);
  ASSERT_TRUE(reader->start_at(out.places.back()));
  EXPECT_EQ(read_out(*reader).told, Told{}) << "the damage is told once";
}

TEST(JsonlReader, EmptyAndJunkFiles) {
  EXPECT_EQ(read_jsonl("").told, Told{});
  EXPECT_EQ(read_jsonl("\n\n").told, Told{});
  for (const std::string& t : read_jsonl(noise(100'000, 3)).told) EXPECT_EQ(t[0], '!');
}

TEST(MendSurrogates, LeavesWhatIsWhole) {
  for (std::string json : {R"(\u0041)", R"(\ud83d\ude00)", R"(\\ud800)", R"(\n\ud)", R"(\)",
                           R"(\uzzzz)", R"(\ue000)"}) {
    const std::string before = json;
    mend_surrogates(json);
    EXPECT_EQ(json, before);
  }
}

}  // namespace
}  // namespace khabar
