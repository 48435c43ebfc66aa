// The WHATWG tokenizer (HTML 13.2.5) over a whole page in memory, pulled token by token. Instead
// of a state machine that looks at every byte it scans to the next byte that can matter and parses
// what stands there; the spec's states are the places in the code. Newlines are normalised
// (13.2.3.5) only in the runs that hold a '\r'. Used by one thread; never fails.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "core/html/arena.h"
#include "core/html/entities.h"
#include "core/html/scan.h"
#include "core/html/token.h"

namespace khabar {

// Where the text outside tags is read; the tree builder switches it after some start tags.
enum class TextState : std::uint8_t { text, rcdata, rawtext, script, plaintext, cdata };

class Tokenizer {
 public:
  // `bytes` takes the text that differs from the input; `attributes` the attributes of the token
  // in hand, at its top: committing them keeps them.
  Tokenizer(Arena& bytes, Arena& attributes) : bytes_(bytes), attributes_(attributes) {}

  // From the first byte of `input`, in TextState::text. attributes_max: of one tag.
  void start(std::string_view input, std::size_t attributes_max);
  // The end of the input gives eof, as often as asked.
  void next(Token& token);

  void set_text_state(TextState state) { state_ = state; }
  // Whose end tag ends RCDATA, RAWTEXT and script; next() keeps it, tests set it.
  void set_last_start_tag(std::string_view lower_name) { last_start_tag_ = lower_name; }
  // Whether "<![CDATA[" opens a section: the adjusted current node is not an HTML element.
  void allow_cdata(bool allowed) { cdata_allowed_ = allowed; }
  bool dropped_attributes() const { return dropped_attributes_; }
  // Behind the token in hand: with it, whoever keeps the input can quote a token as written.
  const char* position() const { return p_; }

 private:
  // What a run of text met on its way, hence what must be done to it. In one byte: of three bools
  // written one by one and read at once, the reading waits until the writing has reached the cache.
  class RunContent {
   public:
    RunContent() = default;
    explicit RunContent(char met) { meet(met); }
    void meet(char c) { met_ |= c == '&' ? kReference : c == '\r' ? kNewline : kNul; }
    bool references() const { return (met_ & kReference) != 0; }
    bool nul() const { return (met_ & kNul) != 0; }
    bool as_is(bool nul_kept) const { return (met_ & (nul_kept ? ~kNul : ~0)) == 0; }

   private:
    enum : std::uint8_t { kReference = 1, kNewline = 2, kNul = 4 };
    std::uint8_t met_ = 0;
  };
  enum class NulRule : bool { keep, replace };

  bool read_markup(Token& token);  // at '<'; false: nothing to emit, or it was text after all
  void read_text(Token& token);
  bool read_raw(Token& token);  // RCDATA, RAWTEXT, script, PLAINTEXT
  bool read_cdata(Token& token);
  const char* find_raw_end(RunContent& content);
  const char* find_script_end(RunContent& content);
  bool is_own_end_tag(const char* slash) const;

  bool read_tag(Token& token, TokenKind kind);  // at the name; false: the input ended inside
  const char* read_tag_name(const char* p, Token& token);
  const char* read_attributes(const char* p, Token& token);  // to the '>', or the input's end
  const char* read_attribute(const char* p, TagBytes& tag, Attribute& attribute);
  const char* read_any_attribute(const char* p, Attribute& attribute);
  void set_name(Attribute& attribute, const char* p, const ScannedName& name);
  const char* read_attribute_name(const char* p, Attribute& attribute);
  const char* read_long_name(const char* p, bool equals_ends, std::string_view& name);
  const char* read_attribute_value(const char* p, Attribute& attribute);
  template <char Quote>
  const char* read_quoted_value(const char* p, Attribute& attribute);
  const char* read_unquoted_value(const char* p, Attribute& attribute);
  void set_value(Attribute& attribute, const char* begin, const char* end, RunContent content);

  void read_declaration(Token& token);  // at "<!"
  void read_comment(Token& token, const char* begin);
  void read_bogus_comment(Token& token, const char* begin);
  void read_doctype(Token& token, const char* p);
  const char* read_doctype_identifiers(const char* p, Token& token);
  void emit_comment(Token& token, const char* begin, const char* end);

  // [begin, end) as the spec reads it: references decoded, \r\n and \r to \n, NUL to U+FFFD.
  std::string_view read_run(const char* begin, const char* end, RunContent content,
                            ReferenceMode mode, NulRule nul_rule) {
    if (content.as_is(nul_rule == NulRule::keep)) [[likely]] {
      return {begin, static_cast<std::size_t>(end - begin)};
    }
    return rewrite_run(begin, end, content, mode, nul_rule);
  }
  std::string_view rewrite_run(const char* begin, const char* end, RunContent content,
                               ReferenceMode mode, NulRule nul_rule);
  const char* copy_plain(const char* p, const char* end, char*& out) const;

  Arena& bytes_;
  Arena& attributes_;
  const char* p_ = nullptr;
  const char* end_ = nullptr;
  std::string_view last_start_tag_;
  std::size_t attributes_max_ = 0;
  TextState state_ = TextState::text;
  bool cdata_allowed_ = false;
  bool dropped_attributes_ = false;
};

}  // namespace khabar
