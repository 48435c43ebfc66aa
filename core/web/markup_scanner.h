// MarkupScanner: tags and text of XML as strangers write it. For formats flat enough to be read
// without a tree and simple enough to be read on past any fault: sitemaps, OPML. (Feeds carry
// pages inside and need namespaces, bases and languages: xml_reader.h.)
//
// A pull scanner over bytes that it neither copies nor owns; one thread at a time. Never fails:
// what is no markup is text. No entity but characters and the names of HTML is ever expanded and no
// declaration followed, so that no document grows, and there is no tree, so that none is too deep.
// Time is linear in the input, memory constant.
//
//   <url><loc>https://a.example/?x=1&y=2</loc>      start "url", start "loc", text, end "loc"
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace khabar {

class MarkupScanner {
 public:
  enum class Kind : unsigned char { start, end, text, done };

  // `utf8` must outlive the scanner.
  explicit MarkupScanner(std::string_view utf8) : text_(utf8) {}

  // Moves to the next token: comments, processing instructions and declarations are none.
  Kind next();

  std::size_t offset() const { return offset_; }  // of the token's first byte
  // Of a tag, as written: "news:title"; and without prefix: "title".
  std::string_view name() const { return name_; }
  std::string_view local_name() const;
  bool closes_itself() const { return closes_itself_; }  // <a/>: no end tag will follow
  // Of a start tag: the attribute's value with references decoded; "" when it has none. Names are
  // compared without regard to case: OPML is written with "xmlurl" and "xmlUrl".
  std::string attribute(std::string_view name) const;
  // Of a text: its characters, references decoded, blanks as they are. Appends.
  void append_text(std::string& out) const;

  // Counted as met: tags cut short or with open quotes, sections without end, bare '<'.
  std::size_t faults() const { return faults_; }
  std::size_t first_fault() const { return first_fault_; }  // its offset

 private:
  bool scan_tag();
  bool skip_special();
  void skip_declaration();
  bool skip_behind(std::string_view end, std::size_t from);
  std::size_t end_of_tag(std::size_t from);
  void note_fault(std::size_t at);

  std::string_view text_;
  std::size_t at_ = 0;  // the next token
  std::size_t offset_ = 0;
  std::string_view name_, body_;  // of a tag: its name and what stands behind; of text: the text
  bool closes_itself_ = false;
  bool is_end_ = false;
  bool is_cdata_ = false;
  std::size_t faults_ = 0, first_fault_ = 0;
};

}  // namespace khabar
