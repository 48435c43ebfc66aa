#include "core/model/document_json.h"

#include <algorithm>
#include <array>
#include <charconv>

#include <rapidjson/document.h>
#include <rapidjson/error/en.h>
#include <rapidjson/memorystream.h>
#include <rapidjson/reader.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include "core/model/json_text.h"
#include "core/text/digest.h"

namespace khabar {
namespace {

constexpr std::size_t kKeyDigits = 16;

// key_of_line relies on `extra`, the only value inside which the same names may stand, being last.
void append_origin(const Document& document, JsonFields& fields, std::string& line) {
  const Origin& origin = document.origin;
  fields.begin("origin");
  fields.text_always("kind", origin.kind);
  fields.text_always("path", origin.path);
  fields.number_always("offset", origin.offset);
  fields.number("line", origin.line);
  fields.text_always("record_id", origin.record_id);
  fields.text_always("key", hex(document.key));
  if (!origin.extra_json.empty()) {
    fields.name("extra");
    append_json_raw(origin.extra_json, line);
  }
  fields.end();
}

void append_source(const SourceName& source, JsonFields& fields) {
  if (source == SourceName{}) return;
  fields.begin("source");
  fields.text("id", source.id);
  fields.text("name", source.name);
  fields.text("host", source.host);
  fields.end();
}

void append_pair(std::string_view object, std::string_view first_name, std::string_view first,
                 std::string_view second_name, std::string_view second, JsonFields& fields) {
  if (first.empty() && second.empty()) return;
  fields.begin(object);
  fields.text(first_name, first);
  fields.text(second_name, second);
  fields.end();
}

void append_removed(const std::vector<Removed>& removed, JsonFields& fields, std::string& line) {
  if (removed.empty()) return;
  fields.name("removed");
  char before = '[';
  for (const Removed& entry : removed) {
    line += before;
    JsonFields one(line);
    one.text_always("text", entry.text);
    one.text_always("rule", entry.rule);
    one.text_always("where", entry.where);
    one.end();
    before = ',';
  }
  line += ']';
}

void append_verdict(const Verdict& verdict, JsonFields& fields, std::string& line) {
  if (verdict.revision != 0) {
    fields.begin("revision");
    fields.number_always("number", verdict.revision);
    fields.text("of", verdict.revision_of);
    fields.end();
  }
  if (verdict.duplicate_of.empty()) return;
  fields.text_always("duplicate_of", verdict.duplicate_of);
  // Written as (0, 1], which NaN is not: it compares false and becomes 0.
  const double similarity = verdict.similarity > 0 ? std::min(verdict.similarity, 1.0) : 0.0;
  std::array<char, 16> digits;
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), similarity,
                                 std::chars_format::fixed, 3)
                       .ptr;
  fields.name("similarity");
  line.append(digits.data(), end);
}

// The joined text goes straight into the line, without a copy of its own.
void append_text(const std::vector<Paragraph>& paragraphs, JsonFields& fields, std::string& line) {
  fields.name("text");
  std::string_view before = "\"";
  for (const Paragraph& paragraph : paragraphs) {
    if (paragraph.text.empty()) continue;
    line += before;
    append_json_escaped(paragraph.text, line);
    before = "\\n\\n";
  }
  line += before == "\"" ? "\"\"" : "\"";
}

// Reads the members of objects by type. Keeps the first fault; what is faulty reads as absent.
class MemberReader {
 public:
  explicit MemberReader(const rapidjson::Value& root) : root_(root) {}

  const rapidjson::Value& root() const { return root_; }
  const std::string& fault() const { return fault_; }

  std::string text(const rapidjson::Value& object, const char* name) {
    const auto* value = member(object, name, &rapidjson::Value::IsString, "a string");
    return value == nullptr ? std::string() : string_of(*value);
  }
  std::uint64_t number(const rapidjson::Value& object, const char* name, std::uint64_t most) {
    const auto* value = member(object, name, &rapidjson::Value::IsUint64, "a whole number");
    if (value == nullptr) return 0;
    if (value->GetUint64() > most) {
      fail(name, "is larger than " + std::to_string(most));
      return 0;
    }
    return value->GetUint64();
  }
  double fraction(const rapidjson::Value& object, const char* name) {
    const auto* value = member(object, name, &rapidjson::Value::IsNumber, "a number");
    return value == nullptr ? 0 : value->GetDouble();
  }
  std::vector<std::string> texts(const rapidjson::Value& object, const char* name) {
    std::vector<std::string> out;
    const auto* list = member(object, name, &rapidjson::Value::IsArray, "a list");
    if (list == nullptr) return out;
    for (const auto& entry : list->GetArray()) {
      if (!entry.IsString()) fail(name, "holds something that is not a string");
      if (entry.IsString()) out.push_back(string_of(entry));
    }
    return out;
  }
  // Null when absent.
  const rapidjson::Value* object(const rapidjson::Value& parent, const char* name) {
    return member(parent, name, &rapidjson::Value::IsObject, "an object");
  }
  const rapidjson::Value* list(const rapidjson::Value& parent, const char* name) {
    return member(parent, name, &rapidjson::Value::IsArray, "a list");
  }
  void fail(std::string_view name, std::string_view what) {
    if (fault_.empty()) fault_.append(name).append(" ").append(what);
  }

 private:
  static std::string string_of(const rapidjson::Value& value) {
    return {value.GetString(), value.GetStringLength()};
  }

  const rapidjson::Value* member(const rapidjson::Value& object, const char* name,
                                 bool (rapidjson::Value::*is_type)() const, std::string_view type) {
    const auto found = object.FindMember(name);
    if (found == object.MemberEnd()) return nullptr;
    if ((found->value.*is_type)()) return &found->value;
    fail(name, std::string("is not ").append(type));
    return nullptr;
  }

  const rapidjson::Value& root_;
  std::string fault_;
};

// Copies origin.extra out of a record with its numbers as written: a DOM would round them.
class ExtraCopier : public rapidjson::BaseReaderHandler<rapidjson::UTF8<>, ExtraCopier> {
 public:
  std::string extra() const { return {buffer_.GetString(), buffer_.GetSize()}; }

  bool Key(const char* name, rapidjson::SizeType size, bool copy) {
    if (inside()) return writer_.Key(name, size, copy);
    const std::string_view key(name, size);
    if (depth_ == 1) in_origin_ = key == "origin";
    wanted_ = depth_ == 2 && in_origin_ && key == "extra" && buffer_.GetSize() == 0;
    return true;
  }
  bool StartObject() {
    ++depth_;
    if (wanted_) extra_depth_ = depth_;
    wanted_ = false;
    return !inside() || writer_.StartObject();
  }
  bool EndObject(rapidjson::SizeType size) {
    const bool written = !inside() || writer_.EndObject(size);
    if (depth_ == extra_depth_) extra_depth_ = 0;
    --depth_;
    return written;
  }
  bool StartArray() {
    ++depth_;
    wanted_ = false;
    return !inside() || writer_.StartArray();
  }
  bool EndArray(rapidjson::SizeType size) {
    --depth_;
    return !inside() || writer_.EndArray(size);
  }
  bool String(const char* text, rapidjson::SizeType size, bool copy) {
    return !inside() || writer_.String(text, size, copy);
  }
  bool RawNumber(const char* digits, rapidjson::SizeType size, bool) {
    return !inside() || writer_.RawValue(digits, size, rapidjson::kNumberType);
  }
  bool Bool(bool value) { return !inside() || writer_.Bool(value); }
  bool Null() { return !inside() || writer_.Null(); }

 private:
  bool inside() const { return extra_depth_ != 0; }

  rapidjson::StringBuffer buffer_;
  rapidjson::Writer<rapidjson::StringBuffer> writer_{buffer_};
  std::size_t depth_ = 0, extra_depth_ = 0;
  bool in_origin_ = false, wanted_ = false;
};

std::string extra_of(std::string_view line) {
  rapidjson::MemoryStream stream(line.data(), line.size());
  rapidjson::Reader reader;
  ExtraCopier copier;
  reader.Parse<rapidjson::kParseNumbersAsStringsFlag | rapidjson::kParseIterativeFlag>(stream,
                                                                                       copier);
  return copier.extra();
}

// Cut at blank lines so that joined_text gives `text` again: line breaks beyond the two of a blank
// line stay with the paragraph behind them, those at the very end with the one before.
std::vector<Paragraph> split_text(std::string_view text) {
  std::vector<Paragraph> paragraphs;
  while (!text.empty()) {
    const std::size_t letter = std::min(text.find_first_not_of('\n'), text.size());
    std::size_t cut = text.find("\n\n", letter);
    if (text.find_first_not_of('\n', cut) == std::string_view::npos) cut = text.size();
    paragraphs.emplace_back().text = text.substr(0, cut);
    text.remove_prefix(std::min(text.size(), cut + 2));
  }
  return paragraphs;
}

void read_article(MemberReader& reader, Article& article) {
  const rapidjson::Value& root = reader.root();
  article.title = reader.text(root, "title");
  article.subtitle = reader.text(root, "subtitle");
  article.authors = reader.texts(root, "authors");
  article.agency = reader.text(root, "agency");
  if (const auto* dateline = reader.object(root, "dateline")) {
    article.dateline = {reader.text(*dateline, "place"), reader.text(*dateline, "agency")};
  }
  article.published = reader.text(root, "published");
  article.modified = reader.text(root, "modified");
  article.language = reader.text(root, "language");
  article.direction = reader.text(root, "direction");
  article.paragraphs = split_text(reader.text(root, "text"));
  if (const auto* image = reader.object(root, "image")) {
    article.image = {reader.text(*image, "url"), reader.text(*image, "caption")};
  }
  article.section = reader.text(root, "section");
  article.tags = reader.texts(root, "tags");
  article.words = static_cast<std::uint32_t>(reader.number(root, "words", UINT32_MAX));
  const auto* removed = reader.list(root, "removed");
  if (removed == nullptr) return;
  for (const auto& entry : removed->GetArray()) {
    if (!entry.IsObject()) return reader.fail("removed", "holds something that is not an object");
    article.removed.push_back(
        {reader.text(entry, "text"), reader.text(entry, "rule"), reader.text(entry, "where")});
  }
}

void read_verdict(MemberReader& reader, Verdict& verdict) {
  const rapidjson::Value& root = reader.root();
  verdict.id = reader.text(root, "id");
  if (const auto* revision = reader.object(root, "revision")) {
    verdict.kind = VerdictKind::version;
    verdict.revision = static_cast<std::uint32_t>(reader.number(*revision, "number", UINT32_MAX));
    verdict.revision_of = reader.text(*revision, "of");
  }
  verdict.duplicate_of = reader.text(root, "duplicate_of");
  verdict.similarity = reader.fraction(root, "similarity");
  if (!verdict.duplicate_of.empty()) verdict.kind = VerdictKind::copy;
}

void read_origin(MemberReader& reader, std::string_view line, Document& document) {
  const auto* object = reader.object(reader.root(), "origin");
  if (object == nullptr) return reader.fail("origin", "is missing");
  Origin& origin = document.origin;
  origin.kind = reader.text(*object, "kind");
  origin.path = reader.text(*object, "path");
  origin.offset = reader.number(*object, "offset", UINT64_MAX);
  origin.line = reader.number(*object, "line", UINT64_MAX);
  origin.record_id = reader.text(*object, "record_id");
  if (reader.object(*object, "extra") != nullptr) origin.extra_json = extra_of(line);
  const std::string key = reader.text(*object, "key");
  const auto [end, error] = std::from_chars(key.data(), key.data() + key.size(), document.key, 16);
  if (error != std::errc{} || end != key.data() + kKeyDigits) {
    reader.fail("origin.key", "is not 16 hexadecimal digits");
  }
}

}  // namespace

void append_record(const Document& document, std::string& line) {
  const Article& article = document.article;
  JsonFields fields(line);
  fields.number_always("schema", kRecordSchema);
  fields.text_always("id", document.verdict.id);
  fields.text("url", document.url);
  fields.text("canonical_url", document.canonical_url);
  append_source(document.source, fields);
  fields.text("title", article.title);
  fields.text("subtitle", article.subtitle);
  fields.texts("authors", article.authors);
  fields.text("agency", article.agency);
  append_pair("dateline", "place", article.dateline.place, "agency", article.dateline.agency,
              fields);
  fields.text("published", article.published);
  fields.text("modified", article.modified);
  fields.text("fetched", document.fetched);
  fields.text("language", article.language);
  fields.text("direction", article.direction);
  append_text(article.paragraphs, fields, line);
  append_pair("image", "url", article.image.url, "caption", article.image.caption, fields);
  fields.text("section", article.section);
  fields.texts("tags", article.tags);
  append_verdict(document.verdict, fields, line);
  fields.number("words", article.words);
  append_removed(article.removed, fields, line);
  append_origin(document, fields, line);
  fields.end();
}

std::string joined_text(const std::vector<Paragraph>& paragraphs) {
  std::string text;
  for (const Paragraph& paragraph : paragraphs) {
    if (paragraph.text.empty()) continue;
    if (!text.empty()) text += "\n\n";
    text += paragraph.text;
  }
  return text;
}

std::string dead_letter_line(const Document& document) {
  const Fault fault = document.fault.value_or(Fault{"unspecified", {}});
  std::string_view excerpt = std::string_view(document.payload.body).substr(0, kExcerptBytesMax);
  if (excerpt.size() < document.payload.body.size()) {
    // Not through the middle of a character: at most three continuation bytes go.
    while (excerpt.size() > kExcerptBytesMax - 3 &&
           (static_cast<unsigned char>(document.payload.body[excerpt.size()]) & 0xC0) == 0x80) {
      excerpt.remove_suffix(1);
    }
  }
  std::string line;
  JsonFields fields(line);
  fields.number_always("schema", kRecordSchema);
  fields.text_always("reason", fault.reason);
  fields.text("detail", fault.detail);
  fields.text("url", document.url);
  append_origin(document, fields, line);
  fields.number("bytes", document.payload.body.size());
  fields.text("excerpt", excerpt);
  fields.end();
  return line;
}

Result<Document> parse_record(std::string_view line) {
  rapidjson::Document json;
  json.Parse<rapidjson::kParseIterativeFlag | rapidjson::kParseFullPrecisionFlag |
             rapidjson::kParseValidateEncodingFlag>(line.data(), line.size());
  if (json.HasParseError()) {
    return invalid("record: offset " + std::to_string(json.GetErrorOffset()) + ": " +
                   rapidjson::GetParseError_En(json.GetParseError()));
  }
  if (!json.IsObject()) return invalid("record: not a JSON object");
  MemberReader reader(json);
  const std::uint64_t schema = reader.number(json, "schema", UINT64_MAX);
  if (schema != kRecordSchema) {
    return invalid("record: schema " + std::to_string(schema) + ", this program knows " +
                   std::to_string(kRecordSchema));
  }
  Document document;
  document.url = reader.text(json, "url");
  document.canonical_url = reader.text(json, "canonical_url");
  if (const auto* source = reader.object(json, "source")) {
    document.source = {reader.text(*source, "id"), reader.text(*source, "name"),
                       reader.text(*source, "host")};
  }
  document.fetched = reader.text(json, "fetched");
  if (json.HasMember("reason")) {
    document.fault = Fault{reader.text(json, "reason"), reader.text(json, "detail")};
  }
  read_article(reader, document.article);
  read_verdict(reader, document.verdict);
  read_origin(reader, line, document);
  if (!reader.fault().empty()) return invalid("record: " + reader.fault());
  return document;
}

std::optional<std::uint64_t> key_of_line(std::string_view line) {
  // Quotes inside a string are escaped, so these can only be the fields themselves; before `key`
  // stand only strings and numbers.
  constexpr std::string_view kOrigin = ",\"origin\":{\"kind\":";
  constexpr std::string_view kKey = "\",\"key\":\"";
  const std::size_t origin = line.find(kOrigin);
  if (origin == std::string_view::npos) return std::nullopt;
  const std::size_t key = line.find(kKey, origin + kOrigin.size());
  if (key == std::string_view::npos) return std::nullopt;
  const std::string_view digits = line.substr(key + kKey.size(), kKeyDigits);
  std::uint64_t value = 0;
  const auto [end, error] =
      std::from_chars(digits.data(), digits.data() + digits.size(), value, 16);
  if (error != std::errc{} || end != digits.data() + kKeyDigits) return std::nullopt;
  return value;
}

}  // namespace khabar
