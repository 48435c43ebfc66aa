#include "ingest/archive/jsonl_line.h"

#include <rapidjson/error/en.h>
#include <rapidjson/reader.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>
#include <vector>

#include "core/text/utf8.h"
#include "ingest/archive/warc_header.h"

namespace khabar {
namespace {

constexpr std::size_t kDepthMax = 64;
constexpr std::size_t kAuthorsMax = 1000;

enum class Field {
  id,
  url,
  html,
  text,
  title,
  published,
  source,
  fetched,
  authors,
  language,
  none
};
enum class SourceField { id, name, host, none };

constexpr std::pair<std::string_view, Field> kFields[] = {
    {"id", Field::id},           {"url", Field::url},
    {"html", Field::html},       {"text", Field::text},
    {"title", Field::title},     {"published", Field::published},
    {"source", Field::source},   {"fetched", Field::fetched},
    {"authors", Field::authors}, {"language", Field::language},
};
constexpr std::pair<std::string_view, SourceField> kSourceFields[] = {
    {"id", SourceField::id}, {"name", SourceField::name}, {"host", SourceField::host}};

template <class Fields, class F>
F find_field(const Fields& fields, std::string_view name, F none) {
  for (const auto& [known, field] : fields) {
    if (known == name) return field;
  }
  return none;
}

std::string clean(std::string_view text) {
  if (is_valid_utf8(text)) return std::string(text);
  std::string mended;
  sanitize_utf8(text, mended);
  return mended;
}

// Hears the parser's events. Levels: 1 is the line's object, 2 the inside of source or authors; a
// value that nobody knows (or of the wrong type) is passed over, or copied, down to its end.
class LineHandler {
 public:
  using Size = rapidjson::SizeType;
  using Writer = rapidjson::Writer<rapidjson::StringBuffer>;

  LineHandler(bool keep_extra, Document& document) : keep_extra_(keep_extra), document_(document) {}

  bool Null() {
    if (copying()) return copied(writer_.Null());
    if (level_ == 1) return absent();
    return level_ == 2 && field_ == Field::source ? true : wrong("a string");
  }
  bool Bool(bool value) {
    if (copying()) return copied(writer_.Bool(value));
    return wrong(expected());
  }
  bool RawNumber(const char* text, Size size, bool) {
    if (copying()) return copied(writer_.RawValue(text, size, rapidjson::kNumberType));
    if (level_ != 1 || field_ != Field::id) return wrong(expected());
    document_.origin.record_id.assign(text, size);
    return true;
  }
  bool String(const char* text, Size size, bool) {
    if (copying()) return copied(writer_.String(text, size));
    if (level_ == 0) return wrong("an object");
    if (level_ == 2) return inner_text({text, size});
    return outer_text({text, size});
  }
  bool Key(const char* text, Size size, bool) {
    if (copying()) return writer_.Key(text, size);
    const std::string_view name(text, size);
    if (level_ == 2) {
      source_field_ = find_field(kSourceFields, name, SourceField::none);
      if (source_field_ == SourceField::none) copy_value(false);
      return true;
    }
    key_ = clean(name);
    field_ = find_field(kFields, name, Field::none);
    if (field_ == Field::none) copy_value(keep_extra_);
    return true;
  }
  bool StartObject() {
    if (copying()) return deeper() && writer_.StartObject();
    if (level_ == 1 && field_ == Field::source) {
      document_.source = {};
    } else if (level_ != 0) {
      return wrong_container(true);
    }
    ++level_;
    return true;
  }
  bool EndObject(Size) {
    if (copying()) return copied_container(writer_.EndObject());
    --level_;
    return true;
  }
  bool StartArray() {
    if (copying()) return deeper() && writer_.StartArray();
    if (level_ != 1 || field_ != Field::authors) return wrong_container(false);
    document_.given.authors.clear();
    ++level_;
    return true;
  }
  bool EndArray(Size) {
    if (copying()) return copied_container(writer_.EndArray());
    --level_;
    return true;
  }
  // With numbers as text these are never called.
  bool Int(int) { return false; }
  bool Uint(unsigned) { return false; }
  bool Int64(std::int64_t) { return false; }
  bool Uint64(std::uint64_t) { return false; }
  bool Double(double) { return false; }

  const std::string& type_fault() const { return type_fault_; }
  bool too_deep() const { return too_deep_; }
  std::string& html() { return html_; }
  std::string& text() { return text_; }
  std::string extra_json() const;

 private:
  bool copying() const { return copying_; }
  void copy_value(bool keep) {
    copying_ = true;
    keeping_ = keep;
    depth_ = 0;
    buffer_.Clear();
    writer_.Reset(buffer_);
  }
  bool deeper() {
    too_deep_ = ++depth_ > kDepthMax;
    return !too_deep_;
  }
  bool copied(bool written) {
    if (depth_ == 0) end_copy();
    return written;
  }
  bool copied_container(bool written) {
    if (--depth_ == 0) end_copy();
    return written;
  }
  void end_copy();

  const char* expected() const {
    if (level_ == 0) return "an object";
    if (level_ == 1 && field_ == Field::id) return "a string or a number";
    if (level_ == 1 && field_ == Field::source) return "a string or an object";
    if (level_ == 1 && field_ == Field::authors) return "a string or an array of strings";
    return "a string";
  }
  // Remembers the first wrong type; the line is parsed on, for its syntax may be wrong too.
  bool wrong(const char* wanted) {
    if (!type_fault_.empty()) return true;
    const std::string where = level_ == 0 ? "the line" : "\"" + key_ + "\"";
    type_fault_ = where + " is not " + wanted;
    return true;
  }
  bool wrong_container(bool object) {
    wrong(expected());
    copy_value(false);
    return deeper() && (object ? writer_.StartObject() : writer_.StartArray());
  }
  bool absent();
  bool outer_text(std::string_view value);
  bool inner_text(std::string_view value);
  std::string* target();

  bool keep_extra_;
  Document& document_;
  std::size_t level_ = 0;
  Field field_ = Field::none;
  SourceField source_field_ = SourceField::none;
  std::string key_;
  bool copying_ = false, keeping_ = false, too_deep_ = false;
  std::size_t depth_ = 0;
  rapidjson::StringBuffer buffer_;
  Writer writer_{buffer_};
  std::vector<std::pair<std::string, std::string>> extra_;
  std::string type_fault_, html_, text_;
};

void LineHandler::end_copy() {
  copying_ = false;
  if (!keeping_) return;
  extra_.emplace_back(key_, std::string(buffer_.GetString(), buffer_.GetSize()));
}

// The last of equal keys, at the place of the first. Sorting keeps hostile lines of a million
// equal keys from costing their square.
std::string LineHandler::extra_json() const {
  if (extra_.empty()) return {};
  std::vector<std::size_t> order(extra_.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return extra_[a].first < extra_[b].first; });
  std::vector<std::size_t> winner(extra_.size(), SIZE_MAX);  // by the place of the first
  for (std::size_t i = 0; i < order.size();) {
    std::size_t last = i;
    while (last + 1 < order.size() && extra_[order[last + 1]].first == extra_[order[i]].first) {
      ++last;
    }
    winner[order[i]] = order[last];
    i = last + 1;
  }
  rapidjson::StringBuffer buffer;
  Writer writer(buffer);
  writer.StartObject();
  for (const std::size_t i : winner) {
    if (i == SIZE_MAX) continue;
    const auto& [key, value] = extra_[i];
    writer.Key(key.data(), static_cast<Size>(key.size()));
    writer.RawValue(value.data(), value.size(), rapidjson::kObjectType);
  }
  writer.EndObject();
  return clean({buffer.GetString(), buffer.GetSize()});
}

std::string* LineHandler::target() {
  switch (field_) {
    case Field::id:
      return &document_.origin.record_id;
    case Field::url:
      return &document_.url;
    case Field::html:
      return &html_;
    case Field::text:
      return &text_;
    case Field::title:
      return &document_.given.title;
    case Field::published:
      return &document_.given.published;
    case Field::source:
      return &document_.source.name;
    case Field::fetched:
      return &document_.fetched;
    case Field::language:
      return &document_.given.language;
    case Field::authors:
    case Field::none:
      break;
  }
  return nullptr;
}

bool LineHandler::absent() {
  if (field_ == Field::authors) document_.given.authors.clear();
  if (field_ == Field::source) document_.source = {};
  if (std::string* to = target()) to->clear();
  return true;
}

bool LineHandler::outer_text(std::string_view value) {
  absent();
  if (field_ == Field::authors) {
    if (!value.empty()) document_.given.authors.push_back(clean(value));
    return true;
  }
  *target() = field_ == Field::fetched ? utc_time(value) : clean(value);
  return true;
}

bool LineHandler::inner_text(std::string_view value) {
  if (field_ == Field::authors) {
    auto& authors = document_.given.authors;
    if (!value.empty() && authors.size() < kAuthorsMax) authors.push_back(clean(value));
    return true;
  }
  switch (source_field_) {
    case SourceField::id:
      document_.source.id = clean(value);
      break;
    case SourceField::name:
      document_.source.name = clean(value);
      break;
    case SourceField::host:
      document_.source.host = clean(value);
      break;
    case SourceField::none:
      break;
  }
  return true;
}

// Value of \uXXXX at `at`, which points behind the backslash; -1 when it is none.
int escape_at(std::string_view json, std::size_t at) {
  if (at + 5 > json.size() || json[at] != 'u') return -1;
  unsigned value = 0;
  const char* digits = json.data() + at + 1;
  const auto [end, error] = std::from_chars(digits, digits + 4, value, 16);
  return error == std::errc() && end == digits + 4 ? static_cast<int>(value) : -1;
}

}  // namespace

void mend_surrogates(std::string& json) {
  for (auto at = json.find('\\'); at != json.npos; at = json.find('\\', at)) {
    const int value = escape_at(json, at + 1);
    if (value < 0xD800 || value > 0xDFFF) {
      at += value < 0 ? 2 : 6;
      continue;
    }
    const bool paired = value < 0xDC00 && at + 6 < json.size() && json[at + 6] == '\\' &&
                        (escape_at(json, at + 7) & ~0x3FF) == 0xDC00;
    if (!paired) json.replace(at + 2, 4, "fffd");
    at += paired ? 12 : 6;
  }
}

std::optional<LineFault> parse_jsonl_line(std::string& line, bool keep_extra, Document& document) {
  mend_surrogates(line);
  LineHandler handler(keep_extra, document);
  rapidjson::Reader reader;
  rapidjson::InsituStringStream stream(line.data());
  // Iterative: the nesting of a hostile line must not grow our stack.
  constexpr unsigned kFlags = rapidjson::kParseInsituFlag | rapidjson::kParseIterativeFlag |
                              rapidjson::kParseNumbersAsStringsFlag;
  const auto result = reader.Parse<kFlags>(stream, handler);
  if (result.IsError()) {
    const std::string why = handler.too_deep() ? "nested deeper than " + std::to_string(kDepthMax)
                                               : rapidjson::GetParseError_En(result.Code());
    return LineFault{"jsonl_syntax", why, result.Offset() + 1};
  }
  if (stream.Tell() < line.size()) {  // the parser takes a NUL for the end
    return LineFault{"jsonl_syntax", "a NUL character", stream.Tell() + 1};
  }
  if (!handler.type_fault().empty()) return LineFault{"jsonl_type", handler.type_fault(), 0};
  const bool html = !handler.html().empty();
  std::string& body = html ? handler.html() : handler.text();
  if (body.empty()) return LineFault{"jsonl_no_body", "neither \"html\" nor \"text\"", 0};
  document.payload = {html ? PayloadKind::html : PayloadKind::text, {}, true, std::move(body)};
  if (keep_extra) document.origin.extra_json = handler.extra_json();
  return std::nullopt;
}

}  // namespace khabar
