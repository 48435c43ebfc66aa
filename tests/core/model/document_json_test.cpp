#include "core/model/document_json.h"

#include <cmath>
#include <fstream>
#include <random>
#include <regex>
#include <set>
#include <sstream>

#include <gtest/gtest.h>
#include <rapidjson/document.h>
#include <rapidjson/schema.h>
#include <rapidjson/stringbuffer.h>

#include "core/model/json_text.h"
#include "core/model/record_schema.h"

namespace khabar {
namespace {

Document smallest() {
  Document document;
  document.key = 0xab;
  document.verdict.id = "id-1";
  document.origin = {"text", "wheat.txt", 0, 0, "wheat.txt", ""};
  document.article.paragraphs.emplace_back().text = "قمح";
  return document;
}

Document fullest() {
  Document document = smallest();
  document.url = "https://nahr.example/1?utm_source=x";
  document.canonical_url = "https://nahr.example/1";
  document.source = {"nahr", "صحيفة النهر", "nahr.example"};
  document.fetched = "2026-03-07T06:41:12Z";
  document.origin = {"warc",
                     "crawl/a.warc.gz",
                     18446744073709551615u,
                     12,
                     "urn:uuid:1",
                     R"({"rank":12345678901234567890.50,"deep":{"origin":{"key":"x"}}})"};
  Article& article = document.article;
  article.title = "عنوان \"مقتبس\"";
  article.subtitle = "C:\\news\t2";
  article.authors = {"هدى منصور", "سامي علي"};
  article.agency = "سانا";
  article.dateline = {"دمشق", "سانا"};
  article.published = "2026-03-07T09:30:00+03:00";
  article.modified = "2026-03-07";
  article.language = "ar";
  article.direction = "rtl";
  article.paragraphs.emplace_back().text = "فقرة ثانية";
  article.image = {"https://nahr.example/i.jpg", "صورة"};
  article.section = "محليات";
  article.tags = {"ماء"};
  article.words = 3;
  article.removed = {{"اقرأ أيضاً", "related", "end"}, {"تابعونا", "social", "end"}};
  document.verdict.revision = 2;
  document.verdict.revision_of = "id-0";
  document.verdict.duplicate_of = "id-9";
  document.verdict.similarity = 0.91251;
  return document;
}

std::string record(const Document& document) {
  std::string line;
  append_record(document, line);
  return line;
}

// Any text a stranger may send: quotes, controls, NUL, lone bytes, every plane.
std::string random_text(std::mt19937_64& random) {
  static const std::vector<std::string> kPieces{"a",
                                                "\"",
                                                "\\",
                                                "\n",
                                                "\n\n",
                                                "\r\n",
                                                std::string(1, '\0'),
                                                "\x1f",
                                                "\x7f",
                                                "خبر",
                                                "،",
                                                " ",
                                                "\u2028",
                                                "\u2029",
                                                "\ufffd",
                                                "\U0001F4F0",
                                                "\xff",
                                                "\xd8",
                                                "\xed\xa0\x80",
                                                "</script>",
                                                "'"};
  std::string text;
  for (std::uint64_t left = random() % 40; left > 0; --left) {
    text += kPieces[random() % kPieces.size()];
  }
  return text;
}

Document random_document(std::mt19937_64& random) {
  const auto text = [&random] { return random() % 3 == 0 ? random_text(random) : std::string(); };
  Document document;
  document.key = random();
  document.url = text();
  document.canonical_url = text();
  document.source = {text(), text(), text()};
  document.fetched = text();
  document.origin = {text(), text(), random(), random() % 3, text(), ""};
  if (random() % 4 == 0) document.origin.extra_json = R"({"n":1.10, "m":[true,null,"\u0000"]})";
  Article& article = document.article;
  article.title = text();
  article.authors.assign(random() % 3, text());
  article.dateline = {text(), text()};
  article.image = {text(), text()};
  article.direction = random() % 2 == 0 ? "rtl" : "";
  for (std::uint64_t left = random() % 4; left > 0; --left) {
    article.paragraphs.emplace_back().text = text();
  }
  article.tags.assign(random() % 3, text());
  article.removed.assign(random() % 2, {text(), text(), text()});
  article.words = static_cast<std::uint32_t>(random());
  document.verdict.id = text();
  document.verdict.duplicate_of = text();
  document.verdict.similarity = static_cast<double>(random() % 2000) / 1500.0;
  document.verdict.revision = random() % 3 == 0 ? 2 : 0;
  document.verdict.revision_of = document.verdict.revision == 0 ? "" : text();
  return document;
}

std::string schema_fault(const std::string& line) {
  rapidjson::Document schema_json;
  schema_json.Parse(record_schema().c_str());
  EXPECT_FALSE(schema_json.HasParseError()) << schema_json.GetErrorOffset();
  const rapidjson::SchemaDocument schema(schema_json);
  rapidjson::SchemaValidator validator(schema);
  rapidjson::Document json;
  json.Parse<rapidjson::kParseValidateEncodingFlag>(line.data(), line.size());
  if (json.HasParseError()) return "not JSON at " + std::to_string(json.GetErrorOffset());
  if (json.Accept(validator)) return {};
  rapidjson::StringBuffer where;
  validator.GetInvalidDocumentPointer().StringifyUriFragment(where);
  return std::string(where.GetString()) + " breaks " + validator.GetInvalidSchemaKeyword();
}

TEST(Record, LeavesOutWhatHasNoValue) {
  EXPECT_EQ(record(smallest()),
            R"({"schema":1,"id":"id-1","text":"قمح","origin":{"kind":"text","path":"wheat.txt",)"
            R"("offset":0,"record_id":"wheat.txt","key":"00000000000000ab"}})");
}

TEST(Record, KeepsTheOrderOfTheTable) {
  EXPECT_EQ(record(fullest()),
            R"({"schema":1,"id":"id-1","url":"https://nahr.example/1?utm_source=x",)"
            R"("canonical_url":"https://nahr.example/1",)"
            R"("source":{"id":"nahr","name":"صحيفة النهر","host":"nahr.example"},)"
            R"("title":"عنوان \"مقتبس\"","subtitle":"C:\\news\t2",)"
            R"("authors":["هدى منصور","سامي علي"],"agency":"سانا",)"
            R"("dateline":{"place":"دمشق","agency":"سانا"},)"
            R"("published":"2026-03-07T09:30:00+03:00","modified":"2026-03-07",)"
            R"("fetched":"2026-03-07T06:41:12Z","language":"ar","direction":"rtl",)"
            R"("text":"قمح\n\nفقرة ثانية",)"
            R"("image":{"url":"https://nahr.example/i.jpg","caption":"صورة"},)"
            R"("section":"محليات","tags":["ماء"],"revision":{"number":2,"of":"id-0"},)"
            R"("duplicate_of":"id-9","similarity":0.913,"words":3,)"
            R"("removed":[{"text":"اقرأ أيضاً","rule":"related","where":"end"},)"
            R"({"text":"تابعونا","rule":"social","where":"end"}],)"
            R"("origin":{"kind":"warc","path":"crawl/a.warc.gz","offset":18446744073709551615,)"
            R"("line":12,"record_id":"urn:uuid:1","key":"00000000000000ab",)"
            R"("extra":{"rank":12345678901234567890.50,"deep":{"origin":{"key":"x"}}}}})");
}

TEST(Record, GivesTheDocumentBack) {
  const Document document = fullest();
  Document expected = document;
  expected.verdict.kind = VerdictKind::copy;
  expected.verdict.similarity = 0.913;
  const Result<Document> again = parse_record(record(document));
  ASSERT_TRUE(again) << again.error().message;
  EXPECT_EQ(*again, expected);
}

TEST(Record, IsTheSameLineAfterARoundTripAndFollowsTheSchema) {
  const auto seed = std::random_device{}();
  SCOPED_TRACE("seed " + std::to_string(seed));
  std::mt19937_64 random(seed);
  for (int round = 0; round < 2000; ++round) {
    const Document document = random_document(random);
    const std::string line = record(document);
    ASSERT_EQ(line.find('\n'), std::string::npos);
    ASSERT_EQ(schema_fault(line), "") << line;
    const Result<Document> once = parse_record(line);
    ASSERT_TRUE(once) << once.error().message << "\n" << line;
    const std::string again = record(*once);
    // The first writing keeps the blanks that `extra` came with; from then on nothing changes.
    if (document.origin.extra_json.empty()) {
      ASSERT_EQ(again, line);
    }
    ASSERT_EQ(record(*parse_record(again)), again);
    ASSERT_EQ(key_of_line(line), document.key);
  }
}

TEST(Record, SimilarityStaysBetweenNoughtAndOne) {
  const std::pair<double, std::string> kCases[] = {{0.0, "0.000"}, {0.9995, "1.000"},
                                                   {1.7, "1.000"}, {-3.0, "0.000"},
                                                   {NAN, "0.000"}, {0.1234, "0.123"}};
  for (const auto& [similarity, written] : kCases) {
    Document document = smallest();
    document.verdict.duplicate_of = "x";
    document.verdict.similarity = similarity;
    EXPECT_NE(record(document).find("\"similarity\":" + written + ","), std::string::npos);
  }
}

TEST(Record, ParagraphsWithLineBreaksOfTheirOwnComeBackAsTheSameText) {
  for (const std::string text :
       {"a\n\nb", "a\n\n\nb", "a\n\n\n\nb", "\n\na", "a\n\n", "\n\n\n", "a\nb"}) {
    Document document = smallest();
    document.article.paragraphs.back().text = text;
    EXPECT_EQ(joined_text(parse_record(record(document))->article.paragraphs), text);
  }
}

TEST(Record, RefusesWhatItCannotKnow) {
  const std::pair<std::string, std::string> kCases[] = {
      {"", "record: offset 0: The document is empty."},
      {"[]", "record: not a JSON object"},
      {R"({"id":"x"})", "record: schema 0, this program knows 1"},
      {R"({"schema":2})", "record: schema 2, this program knows 1"},
      {R"({"schema":1})", "record: origin is missing"},
      {R"({"schema":1,"title":7,"origin":{"key":"0000000000000001"}})",
       "record: title is not a string"},
      {R"({"schema":1,"tags":["a",1],"origin":{"key":"0000000000000001"}})",
       "record: tags holds something that is not a string"},
      {R"({"schema":1,"words":4294967296,"origin":{"key":"0000000000000001"}})",
       "record: words is larger than 4294967295"},
      {R"({"schema":1,"origin":{"key":"12"}})", "record: origin.key is not 16 hexadecimal digits"},
  };
  for (const auto& [line, message] : kCases) {
    const Result<Document> document = parse_record(line);
    ASSERT_FALSE(document) << line;
    EXPECT_EQ(document.error().message, message);
  }
}

TEST(Record, DeepInputDoesNotExhaustTheStack) {
  std::string line = R"({"schema":1,"origin":{"key":"0000000000000001","extra":{"a":)";
  line += std::string(1'000'000, '[') + std::string(1'000'000, ']') + "}}}";
  const Result<Document> document = parse_record(line);
  ASSERT_TRUE(document) << document.error().message;
  EXPECT_EQ(document->origin.extra_json.size(), 2'000'000 + std::string(R"({"a":})").size());
}

TEST(Record, KeyIsFoundOnlyWhereTheOriginIs) {
  Document document = smallest();
  document.article.title = R"(","origin":{"kind":"x","key":"1111111111111111"})";
  document.origin.path = R"(","key":"2222222222222222)";
  document.origin.extra_json = R"({"a":1,"origin":{"kind":"x","key":"3333333333333333"}})";
  EXPECT_EQ(key_of_line(record(document)), 0xabu);
  EXPECT_EQ(key_of_line(""), std::nullopt);
  EXPECT_EQ(key_of_line(R"({"title":"no origin"})"), std::nullopt);
  const std::string line = record(document);
  EXPECT_EQ(key_of_line(line.substr(0, line.find("00ab"))), std::nullopt);
}

TEST(Record, ExtraStaysOnItsLine) {
  Document document = smallest();
  document.origin.extra_json = "{\n  \"a\": 1,\r\n  \"b\": \"\xff\"\n}";
  const std::string line = record(document);
  EXPECT_EQ(line.find('\n'), std::string::npos);
  EXPECT_EQ(schema_fault(line), "");
}

TEST(DeadLetter, SaysWhyAndWhere) {
  Document document = smallest();
  document.fault = Fault{"jsonl_syntax", "wire.jsonl: line 3: offset 9: expected ','"};
  document.url = "https://nahr.example/1";
  document.payload.body = "{\"id\": 1";
  EXPECT_EQ(dead_letter_line(document),
            R"({"schema":1,"reason":"jsonl_syntax","detail":"wire.jsonl: line 3: offset 9: )"
            R"(expected ','","url":"https://nahr.example/1","origin":{"kind":"text",)"
            R"("path":"wheat.txt","offset":0,"record_id":"wheat.txt","key":"00000000000000ab"},)"
            R"("bytes":8,"excerpt":"{\"id\": 1"})");
  EXPECT_EQ(key_of_line(dead_letter_line(document)), 0xabu);
}

TEST(DeadLetter, IsReadAsADocumentWithItsFault) {
  Document document = smallest();
  document.fault = Fault{"jsonl_no_body", "wire.jsonl: line 6: neither \"html\" nor \"text\""};
  document.url = "https://nahr.example/1";
  const auto read = parse_record(dead_letter_line(document));
  ASSERT_TRUE(read);
  EXPECT_EQ(read->fault, document.fault);
  EXPECT_EQ(read->url, document.url);
  EXPECT_FALSE(parse_record(record(smallest()))->fault);
}

TEST(DeadLetter, CutsItsExcerptBetweenCharacters) {
  for (std::size_t shift = 0; shift < 4; ++shift) {
    Document document = smallest();
    document.payload.body = std::string(shift, 'x');
    for (int i = 0; i < 1000; ++i) document.payload.body += "\U0001F4F0";
    const std::string line = dead_letter_line(document);
    EXPECT_EQ(line.find("\ufffd"), std::string::npos);
    EXPECT_LT(line.size(), kExcerptBytesMax + 300);
  }
}

TEST(DeadLetter, BytesOfAnyKindAreStillJson) {
  Document document = smallest();
  for (int i = 0; i < 3000; ++i) document.payload.body += static_cast<char>(0x80 | i);
  const std::string line = dead_letter_line(document);
  rapidjson::Document json;
  json.Parse<rapidjson::kParseValidateEncodingFlag>(line.data(), line.size());
  EXPECT_FALSE(json.HasParseError());
  EXPECT_EQ(json["bytes"].GetInt(), 3000);
}

// Naive twin of append_json_string, one character at a time.
std::string escaped_slowly(const std::string& text) {
  std::string out = "\"";
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    const std::string shorthand = "\b\f\n\r\t\"\\";
    const auto at = shorthand.find(c);
    char code[8];
    std::snprintf(code, sizeof code, "\\u%04x", byte);
    if (at != std::string::npos)
      out += std::string("\\") + "bfnrt\"\\"[at];
    else if (byte < 0x20)
      out += code;
    else
      out += c;
  }
  return out + "\"";
}

TEST(JsonText, AgreesWithItsNaiveTwin) {
  const auto seed = std::random_device{}();
  SCOPED_TRACE("seed " + std::to_string(seed));
  std::mt19937_64 random(seed);
  for (int round = 0; round < 5000; ++round) {
    std::string text;
    for (std::uint64_t left = random() % 70; left > 0; --left) {
      text += random() % 8 == 0 ? "خ" : std::string(1, static_cast<char>(random() % 128));
    }
    std::string out;
    append_json_string(text, out);
    ASSERT_EQ(out, escaped_slowly(text));
  }
}

std::set<std::string> property_names(const rapidjson::Value& schema) {
  std::set<std::string> names;
  for (const auto& property : schema["properties"].GetObject()) {
    const std::string name = property.name.GetString();
    names.insert(name);
    const rapidjson::Value& value =
        property.value.HasMember("items") ? property.value["items"] : property.value;
    if (!value.HasMember("properties")) continue;
    for (const auto& inner : value["properties"].GetObject()) {
      names.insert(name + "." + inner.name.GetString());
    }
  }
  return names;
}

// Rows of the first table; `{a, b}` in the second column names the inner fields.
std::set<std::string> documented_names() {
  std::ifstream file(KHABAR_SOURCE_DIR "/docs/RECORD.md");
  EXPECT_TRUE(file) << "docs/RECORD.md";
  std::set<std::string> names;
  const std::regex row(R"(^\| `(\w+)` \| ([^|]*) \|.*)"), inner(R"(`(\w+)`)");
  for (std::string line; std::getline(file, line) && line != "## origin";) {
    std::smatch match;
    if (!std::regex_match(line, match, row)) continue;
    const std::string name = match[1], type = match[2];
    names.insert(name);
    for (std::sregex_iterator it(type.begin(), type.end(), inner), end; it != end; ++it) {
      names.insert(name + "." + (*it)[1].str());
    }
  }
  return names;
}

TEST(RecordReference, NamesExactlyTheFieldsOfTheSchema) {
  rapidjson::Document schema;
  schema.Parse(record_schema().c_str());
  EXPECT_EQ(documented_names(), property_names(schema));
}

TEST(RecordReference, TheFullestRecordUsesEveryFieldOfTheSchema) {
  rapidjson::Document schema, json;
  schema.Parse(record_schema().c_str());
  json.Parse(record(fullest()).c_str());
  std::set<std::string> used;
  for (const auto& member : json.GetObject()) {
    used.insert(member.name.GetString());
    const rapidjson::Value& value = member.value.IsArray() ? member.value[0] : member.value;
    if (!value.IsObject()) continue;
    for (const auto& inner : value.GetObject()) {
      used.insert(std::string(member.name.GetString()) + "." + inner.name.GetString());
    }
  }
  EXPECT_EQ(used, property_names(schema));
}

TEST(RecordReference, TheExampleFollowsTheSchema) {
  std::ifstream file(KHABAR_SOURCE_DIR "/docs/RECORD.md");
  std::stringstream text;
  text << file.rdbuf();
  const std::string all = text.str();
  const std::size_t begin = all.find("```json\n") + 8;
  EXPECT_EQ(schema_fault(all.substr(begin, all.find("```", begin) - begin)), "");
}

}  // namespace
}  // namespace khabar
