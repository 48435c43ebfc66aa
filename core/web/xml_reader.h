// XML as feeds have it: a pull reader over a whole document in UTF-8 that never fails. What a
// parser by the book would refuse is read as its writer meant it, and counted as a fault:
//
//   &nbsp; without a DTD      the HTML character        <3  a < b          text
//   ?a=1&b=2                  an ampersand              <title>..</item>   title ends too
//   <a b=c d="e>              ends at the '>'           <![CDATA[ ...EOF   ends at "</name"
//   U+0000 to U+001F          left out                  a cut-off document ends all elements
//
// Safe by construction: no DTD is loaded and no external entity exists; of the internal subset only
// entities whose value is plain text are known, and what they expand to is capped. One pass, linear
// time; memory is the scratch of one text. Used by one thread.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace khabar {

enum class XmlEvent : std::uint8_t { start, end, text, eof };

struct XmlName {
  std::string_view prefix;  // as written, "" for none
  std::string_view local;
};

struct XmlAttribute {
  XmlName name;
  std::string_view value;  // references decoded
};

enum class XmlFault : std::uint8_t {
  leading_junk,      // text before the first tag
  undefined_entity,  // &nbsp; without a declaration
  unknown_entity,    // &foo; that nobody defines: left as text
  bare_ampersand,
  bare_less_than,
  control_character,
  unclosed_element,  // ended by the end of another, or of the document
  stray_end_tag,     // left out
  bad_attribute,     // without quotes, or with one that nothing closes
  unclosed_section,  // comment, CDATA, instruction or tag that the document does not end
  entity_limit,      // expansions beyond kEntityBytesMax: left as text
  depth_limit,       // elements below kDepthMax: their text counts for the one above
  attribute_limit,   // further attributes of an element left out
};
inline constexpr std::size_t kXmlFaultKinds = 13;

struct XmlFaultCount {
  std::size_t count = 0;
  std::size_t first_offset = 0;  // of the document in UTF-8
};

class XmlReader {
 public:
  static constexpr std::size_t kDepthMax = 256;
  static constexpr std::size_t kAttributesMax = 256;
  static constexpr std::size_t kEntitiesMax = 64;                       // declared
  static constexpr std::size_t kEntityBytesMax = std::size_t{1} << 20;  // expanded, in all
  static constexpr std::size_t kEntityValueBytesMax = std::size_t{4} << 10;

  // `utf8` must be valid UTF-8 and outlive the reader.
  explicit XmlReader(std::string_view utf8);

  // Every start has its end, also of elements that nothing closed and of <empty/>. Adjacent texts
  // are not joined. The end gives eof, as often as asked.
  XmlEvent next();

  const XmlName& name() const { return name_; }  // of start and end
  // Of start, until next().
  std::span<const XmlAttribute> attributes() const { return attributes_; }
  // Of text, decoded, until next(). Views the document where that says the same.
  std::string_view text() const { return text_; }
  bool is_cdata() const { return is_cdata_; }
  // Open elements; with the one that starts, without the one that ends.
  std::size_t depth() const { return open_.size(); }
  // After a start: the elements between the first `depth` open ones and this one were never
  // closed; count them as closed (without end events), this one as their sibling.
  void lift_to(std::size_t depth);

  // The document ended before its elements did: what ends now was cut off.
  bool is_cut_off() const { return is_cut_off_; }

  // "<!DOCTYPE" to ">", internal subset left out; "" when there is none.
  std::string_view doctype() const { return doctype_; }
  const std::array<XmlFaultCount, kXmlFaultKinds>& faults() const { return faults_; }
  // Offset of what was read last, behind it.
  std::size_t offset() const { return static_cast<std::size_t>(p_ - begin_); }

 private:
  struct Open {
    XmlName name;
    std::uint32_t hash;
  };
  struct Decoded {  // an attribute value in attribute_bytes_
    std::size_t attribute, offset, length;
  };
  struct Section {  // "-->" and the like
    std::string_view end;
    bool absent = false;  // none behind p_: need not be looked for again
  };

  bool read_markup();  // at '<'; false: no event came of it
  bool read_start();
  void read_attributes();
  void read_attribute();
  std::string_view read_quoted(char quote);
  void keep_value(std::string_view raw);
  bool read_end();
  bool read_cdata();
  void read_declaration();
  void read_doctype();
  void read_entity(std::string_view declaration);
  void skip_section(Section& section, std::size_t opener);
  bool read_text(const char* from);
  bool emit_end();
  std::string_view decoded(std::string_view raw, bool references, std::string& out);
  void append_decoded(std::string_view raw, bool references, std::string& out);
  const char* append_reference(const char* p, const char* end, std::string& out);
  const char* append_encoded_twice(const char* p, const char* end, std::string& out);
  const char* append_named(const char* p, const char* end, std::string& out);
  const char* append_control(const char* p, const char* end, std::string& out);
  void fault(XmlFault kind, const char* at);
  bool at(std::string_view word) const;  // at p_, in any case

  const char* begin_;
  const char* p_;
  const char* end_;
  std::vector<Open> open_;
  std::size_t close_to_ = 0;  // elements above it end by themselves
  bool closing_ = false;
  bool empty_element_ = false;
  std::size_t below_ = 0;  // open elements beyond kDepthMax
  XmlName name_;
  std::vector<XmlAttribute> attributes_;
  std::vector<Decoded> decoded_;
  std::string attribute_bytes_;
  std::string_view text_;
  std::string scratch_;
  bool is_cdata_ = false;
  bool is_cut_off_ = false;
  bool has_controls_ = false;  // C0 other than \t \n, or C1: texts must be looked through
  bool seen_root_ = false;
  std::array<bool, 2> quote_absent_{};  // no further '"', '\''
  Section comment_{"-->"}, cdata_{"]]>"}, instruction_{"?>"};
  std::string_view doctype_;
  std::vector<std::pair<std::string_view, std::string>> entities_;
  std::size_t entity_bytes_ = 0;
  std::array<XmlFaultCount, kXmlFaultKinds> faults_{};
};

}  // namespace khabar
