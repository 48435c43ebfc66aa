#include "core/text/normalise.h"

#include <cstdint>
#include <cstring>
#include <limits>

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/stringpiece.h>
#include <unicode/unistr.h>

#include "core/base/check.h"
#include "core/text/normalise_scan.h"
#include "core/text/utf8.h"

namespace khabar {
namespace {

// Combining marks on one letter: Unicode's Stream-Safe Text Format (UAX #15 section 13) allows 30.
// More are nobody's spelling, and ordering them takes ICU quadratic time.
constexpr int kMarksMax = 30;

constexpr char32_t kTatweel = 0x0640;
constexpr char32_t kNonJoiner = 0x200C;

bool is_direction_mark(char32_t c) {
  return c == 0x200E || c == 0x200F || c == 0x061C;
}

bool is_bidi_control(char32_t c) {
  return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

bool is_dropped(char32_t c) {
  if (c < 0x20 || (c >= 0x7F && c <= 0x9F)) return !is_blank(c);
  return c == 0x00AD || c == 0x200B || (c >= 0x2060 && c <= 0x2064) || c == 0xFEFF || c == 0xFFFC ||
         is_bidi_control(c);
}

bool is_line_break(char32_t c) {
  return c == '\n' || c == '\r' || c == 0x2028 || c == 0x2029;
}

// Harakat as presentation forms: letters to Unicode, marks once they are normalised.
bool is_bare_mark_form(char32_t c) {
  return (c >= 0xFE70 && c <= 0xFE7F) || (c >= 0xFC5E && c <= 0xFC63) ||
         (c >= 0xFCF2 && c <= 0xFCF4);
}

bool is_arabic_letter(char32_t c) {
  return script_of(c) == Script::arabic && is_letter(c) && c != kTatweel && !is_bare_mark_form(c);
}

// Prefixed words: and, so, by, like, to, will. Written with a tatweel before a name or a quotation.
bool is_one_letter_prefix(char32_t c) {
  switch (c) {
    case U'و':
    case U'ف':
    case U'ب':
    case U'ك':
    case U'ل':
    case U'س':
      return true;
    default:
      return false;
  }
}

bool is_presentation_form(char32_t c) {
  if (c >= 0xFDF2 && c <= 0xFDFD) return c >= 0xFDF3 && c <= 0xFDF9;
  return (c >= 0xFB50 && c <= 0xFDFF) || (c >= 0xFE70 && c <= 0xFEFC) ||
         (c >= 0xFB00 && c <= 0xFB06);
}

bool unifies(const NormaliseOptions& options) {
  return options.language == "ar" && options.unify_yeh_kaf && !options.keep_encoding;
}

class Editor {
 public:
  Editor(std::string_view utf8, const NormaliseOptions& options, std::string& out)
      : utf8_(utf8),
        arabic_(options.language == "ar"),
        unify_(unifies(options)),
        keep_tatweel_(options.keep_tatweel),
        keep_blanks_(options.keep_encoding),
        keep_forms_(options.keep_encoding || options.keep_forms),
        out_(out) {}

  void run() {
    std::size_t at = 0;
    while (at < utf8_.size()) {
      // Until a character passes unchanged, the scan's view of its left neighbour is not ours.
      const CodePoint point = code_point_at(utf8_, at);
      if (!edit(at, point)) {
        const std::size_t next = next_edit_suspect(utf8_, at + point.size, unify_);
        out_.append(utf8_, at, next - at);
        at = next;
      } else {
        at += point.size;
      }
    }
    end_line();
    while (out_.ends_with('\n')) out_.pop_back();
  }

 private:
  // True if it has dealt with the character, false if the character passes as it is.
  bool edit(std::size_t at, const CodePoint& point) {
    const char32_t c = point.value;
    if (is_line_break(c)) {
      // CRLF is one break: the LF speaks for both.
      const bool crlf = c == '\r' && at + 1 < utf8_.size() && utf8_[at + 1] == '\n';
      if (!crlf) put_line_break();
    } else if (is_blank(c)) {
      if (!at_line_start() && out_.back() != ' ') out_ += ' ';
    } else if ((keep_blanks_ && c == 0x200B) || (keep_forms_ && is_presentation_form(c))) {
      return false;
    } else if (is_dropped(c)) {
      // Gone.
    } else if (is_direction_mark(c)) {
      if (!at_line_start()) append_utf8(c, out_);
    } else if (c == kNonJoiner) {
      if (!arabic_) append_utf8(c, out_);
    } else if (c == kTatweel) {
      if (keep_tatweel_ || !stretches_a_word(at)) append_utf8(c, out_);
    } else if (unify_ && (c == 0x06CC || c == 0x06A9)) {
      append_utf8(c == 0x06CC ? 0x064A : 0x0643, out_);
    } else if (is_presentation_form(c)) {
      put_letters_of(c);
    } else {
      return false;
    }
    return true;
  }

  bool at_line_start() const { return out_.empty() || out_.back() == '\n'; }

  // Blanks and direction marks have no work to do at the end of a line.
  void end_line() {
    for (;;) {
      const CodePoint last = code_point_before(out_, out_.size());
      if (last.size == 0 || !(last.value == ' ' || is_direction_mark(last.value))) return;
      out_.erase(out_.size() - last.size);
    }
  }

  void put_line_break() {
    end_line();
    if (!out_.empty() && !out_.ends_with("\n\n")) out_ += '\n';
  }

  bool stretches_a_word(std::size_t at) const {
    std::size_t end = out_.size();
    CodePoint before = code_point_before(out_, end);
    bool composes = false;  // و with a hamza set on it is ؤ, no prefix
    for (int marks = 0; marks < kMarksMax; ++marks) {
      if (before.size == 0 || !is_combining_mark(before.value)) break;
      composes = composes || (before.value >= 0x0653 && before.value <= 0x0655);
      end -= before.size;
      before = code_point_before(out_, end);
    }
    // Behind a tatweel that was kept, its run is kept: a tatweel is no letter either.
    if (before.size == 0 || !is_arabic_letter(before.value)) return false;
    if (!letter_follows(at)) return false;
    if (composes || !is_one_letter_prefix(before.value)) return true;
    const CodePoint earlier = code_point_before(out_, end - before.size);
    return earlier.size > 0 && (is_letter(earlier.value) || is_combining_mark(earlier.value));
  }

  // Looks past the rest of the run and past harakat set on it. The answer is remembered, so that a
  // long run costs linear time.
  bool letter_follows(std::size_t at) const {
    if (at < follows_until_) return follows_;
    follows_ = false;
    while (at < utf8_.size()) {
      const CodePoint point = code_point_at(utf8_, at);
      at += point.size;
      const char32_t c = point.value;
      if (c == kTatweel || is_combining_mark(c) || is_bare_mark_form(c) || is_dropped(c)) continue;
      if (c == kNonJoiner && arabic_) continue;
      follows_ = is_arabic_letter(c);
      break;
    }
    follows_until_ = at;
    return follows_;
  }

  // Compatibility decomposition, without the blank or tatweel that carries a bare mark.
  void put_letters_of(char32_t c) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* nfkc = icu::Normalizer2::getNFKCInstance(status);
    CHECK(U_SUCCESS(status));
    icu::UnicodeString letters;
    if (!nfkc->getDecomposition(static_cast<UChar32>(c), letters)) {
      append_utf8(c, out_);
      return;
    }
    const bool words = c >= 0xFDF0 && c <= 0xFDFF;
    for (std::int32_t i = 0; i < letters.length(); i = letters.moveIndex32(i, 1)) {
      auto letter = static_cast<char32_t>(letters.char32At(i));
      if (!words && (letter == ' ' || letter == kTatweel)) continue;
      if (unify_ && letter == 0x06CC) letter = 0x064A;
      if (unify_ && letter == 0x06A9) letter = 0x0643;
      append_utf8(letter, out_);
    }
  }

  std::string_view utf8_;
  bool arabic_;
  bool unify_;
  bool keep_tatweel_;
  bool keep_blanks_, keep_forms_;
  std::string& out_;
  mutable std::size_t follows_until_ = 0;
  mutable bool follows_ = false;
};

// Drops the marks of each run that are too many.
void cut_runs_of_marks(std::string& text) {
  int marks = 0;
  std::size_t kept = 0;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    marks = is_combining_mark(point.value) ? marks + 1 : 0;
    if (marks <= kMarksMax) {
      if (kept != at) std::memmove(text.data() + kept, text.data() + at, point.size);
      kept += point.size;
    }
    at += point.size;
  }
  text.resize(kept);
}

void to_nfc(std::string& text) {
  if (text.size() > static_cast<std::size_t>(std::numeric_limits<std::int32_t>::max())) return;
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
  CHECK(U_SUCCESS(status));
  cut_runs_of_marks(text);
  const icu::StringPiece piece(text.data(), static_cast<std::int32_t>(text.size()));
  if (nfc->isNormalizedUTF8(piece, status)) return;
  std::string composed;
  composed.reserve(text.size());
  icu::StringByteSink<std::string> sink(&composed);
  nfc->normalizeUTF8(0, piece, sink, nullptr, status);
  CHECK(U_SUCCESS(status));
  text = std::move(composed);
  cut_runs_of_marks(text);  // a few marks decompose to two
}

}  // namespace

bool forms_are_stray(std::string_view utf8) {
  constexpr std::size_t kLettersAForm = 200;
  std::size_t forms = 0;
  // U+FB50..FDFF and U+FE70..FEFF begin with EF AD..BB.
  for (std::size_t at = utf8.find('\xEF'); at != utf8.npos; at = utf8.find('\xEF', at + 1)) {
    forms += is_presentation_form(code_point_at(utf8, at).value);
  }
  if (forms == 0) return false;
  std::size_t letters = 0;
  for (const char byte : utf8) {  // U+0600..06FF begin with D8..DB
    letters += (static_cast<unsigned char>(byte) & 0xFC) == 0xD8;
  }
  return forms * kLettersAForm < letters;
}

bool may_depend_on_language(std::string_view utf8) {
  return holds_persian_spelling(utf8);
}

bool is_surely_normal(std::string_view utf8, const NormaliseOptions& options) {
  return is_normal_beyond_doubt(utf8, unifies(options));
}

void normalise(std::string_view utf8, const NormaliseOptions& options, std::string& out) {
  if (is_surely_normal(utf8, options)) {
    out.assign(utf8);
    return;
  }
  out.clear();
  out.reserve(utf8.size());
  Editor(utf8, options, out).run();
  if (may_need_nfc(out)) to_nfc(out);
}

std::string normalised(std::string_view utf8, const NormaliseOptions& options) {
  std::string out;
  normalise(utf8, options, out);
  return out;
}

}  // namespace khabar
