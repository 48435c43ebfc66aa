// JSON text, written by hand into a string: the hot half of every record. Free functions without
// state; any thread.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace khabar {

// Appends `text` quoted. Escapes only what RFC 8259 section 7 demands: quotation mark, reverse
// solidus and U+0000 to U+001F. Malformed UTF-8 becomes U+FFFD, so that the line is always JSON.
void append_json_string(std::string_view text, std::string& out);
// The same without the quotation marks, for a string that is put together from pieces.
void append_json_escaped(std::string_view text, std::string& out);

void append_json_number(std::uint64_t number, std::string& out);

// Appends a JSON value that is text already, on one line: line breaks between its tokens become
// blanks, malformed UTF-8 becomes U+FFFD.
void append_json_raw(std::string_view json, std::string& out);

// Writes the fields of one object; those without a value are left out. Borrows `out`.
//
//   JsonFields fields(line);               {
//   fields.text("title", title);           "title":"...",
//   fields.begin("origin");                "origin":{
//   fields.number("offset", 812);          "offset":812
//   fields.end(); fields.end();            }}
class JsonFields {
 public:
  explicit JsonFields(std::string& out) : out_(out) { out_ += '{'; }

  // `name` is written as it stands: the names of the record need no escapes.
  void name(std::string_view name);
  void text_always(std::string_view name, std::string_view text);
  void text(std::string_view name, std::string_view text) {
    if (!text.empty()) text_always(name, text);
  }
  void number_always(std::string_view name, std::uint64_t number);
  void number(std::string_view name, std::uint64_t number) {
    if (number != 0) number_always(name, number);
  }
  // [string]; nothing for an empty range.
  template <class Texts>
  void texts(std::string_view name, const Texts& texts);

  void begin(std::string_view name);
  void end();

 private:
  void comma();

  std::string& out_;
};

template <class Texts>
void JsonFields::texts(std::string_view name_of_list, const Texts& texts) {
  if (texts.empty()) return;
  name(name_of_list);
  char before = '[';
  for (const std::string& text : texts) {
    out_ += before;
    append_json_string(text, out_);
    before = ',';
  }
  out_ += ']';
}

}  // namespace khabar
