#include "core/text/fold_table.h"

#include <unordered_map>

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include "core/base/check.h"
#include "core/text/utf8.h"

namespace khabar {
namespace {

// Letters that Unicode keeps apart and readers (or keyboards) do not.
char32_t fold_letter(char32_t c) {
  switch (c) {
    case 0x0622: case 0x0623: case 0x0625:               // آ أ إ
    case 0x0671: case 0x0672: case 0x0673: case 0x0675:  // ٱ and Quranic forms
      return 0x0627;                                     // ا
    case 0x0624: return 0x0648;                          // ؤ -> و
    case 0x0626: case 0x0649: case 0x06CC: case 0x06D2: case 0x06D3:  // ئ ى ی ے ۓ
      return 0x064A;                                     // ي
    case 0x0629: case 0x06C0: case 0x06C1: case 0x06C2: case 0x06C3:  // ة ۀ ہ ۂ ۃ
    case 0x06BE: case 0x06D5:                            // ھ ە
      return 0x0647;                                     // ه
    case 0x06A9: case 0x06AA: return 0x0643;             // ک ڪ -> ك
    // Letters with a stroke or hook have no decomposition; their spelling without it is common.
    case 0x0111: return 'd';  // đ
    case 0x0127: return 'h';  // ħ
    case 0x0131: return 'i';  // ı: Turkish capitals lose the distinction
    case 0x0142: return 'l';  // ł
    case 0x00F8: return 'o';  // ø
    default: return c;
  }
}

// Marks with a like one in ASCII; others stay themselves.
char32_t ascii_mark(char32_t c) {
  switch (c) {
    case 0x060C: case 0x066C: case 0x3001: case 0x055D: return ',';  // ، ٬ 、
    case 0x061B: return ';';                                         // ؛
    case 0x061F: case 0x055E: case 0x2E2E: return '?';               // ؟
    case 0x06D4: case 0x066B: case 0x3002: case 0x0589: return '.';  // ۔ ٫ 。
    case 0x066A: return '%';                                         // ٪
    case 0x066D: return '*';                                         // ٭
    case 0x00AB: case 0x00BB: case 0x201C: case 0x201D: case 0x201E: case 0x201F: case 0x2033:
    case 0x275D: case 0x275E: case 0x300C: case 0x300D: case 0x300E: case 0x300F: case 0x301D:
    case 0x301E: case 0x301F: case 0x05F4:
      return '"';
    case 0x2018: case 0x2019: case 0x201A: case 0x201B: case 0x2032: case 0x2035: case 0x2039:
    case 0x203A: case 0x00B4: case 0x0060: case 0x02BB: case 0x02BC: case 0x02BD: case 0x02B9:
    case 0x02CA: case 0x02CB: case 0x05F3: case 0x275B: case 0x275C: case 0x1FBF: case 0x1FFD:
    case 0x1FFE: case 0x1FEF:
      return '\'';
    case 0x2010: case 0x2011: case 0x2012: case 0x2013: case 0x2014: case 0x2015: case 0x2212:
    case 0x2043: case 0x05BE: case 0x058A: case 0x2E3A: case 0x2E3B: case 0x301C: case 0x30A0:
      return '-';
    case 0x2044: case 0x2215: case 0x29F8: return '/';
    case 0x00A6: case 0x2502: case 0x2758: case 0x01C0: return '|';
    case 0x223C: case 0x02DC: return '~';
    case 0x2236: case 0x02D0: case 0x05C3: return ':';
    case 0xFD3E: return '(';
    case 0xFD3F: return ')';
    case 0x3010: return '[';
    case 0x3011: return ']';
    default: return c;
  }
}

// Apostrophes, accents and the bar that Unicode counts as letters.
bool is_mark_like_letter(char32_t c) {
  return (c >= 0x02B9 && c <= 0x02DF) || c == 0x01C0 || c == 0x037A;
}

// Accents, harakat and points come and go in these scripts; in the Indic and the South-East Asian
// ones a mark is a vowel, and U+3099/309A are half of a kana.
bool drops_marks(char32_t c) {
  if (c == 0x3099 || c == 0x309A) return false;
  UErrorCode status = U_ZERO_ERROR;
  switch (uscript_getScript(static_cast<UChar32>(c), &status)) {
    case USCRIPT_COMMON: case USCRIPT_INHERITED: case USCRIPT_LATIN: case USCRIPT_GREEK:
    case USCRIPT_CYRILLIC: case USCRIPT_ARABIC: case USCRIPT_HEBREW: case USCRIPT_SYRIAC:
    case USCRIPT_COPTIC: case USCRIPT_ARMENIAN: case USCRIPT_GEORGIAN: case USCRIPT_ETHIOPIC:
      return true;
    default: return false;
  }
}

bool is_nothing(char32_t c) {
  if (c == 0x0640 || c == 0x06E5 || c == 0x06E6) return true;  // tatweel, Quranic small letters
  if (c >= 0xFE70 && c <= 0xFE7F) return c != 0xFE75;          // harakat as presentation forms
  if (c >= 0xFC5E && c <= 0xFC63) return true;                 // shadda with a vowel
  if (c >= 0xFCF2 && c <= 0xFCF4) return true;                 // the same on a tatweel
  if (u_hasBinaryProperty(static_cast<UChar32>(c), UCHAR_DEFAULT_IGNORABLE_CODE_POINT)) return true;
  const std::uint32_t mask = U_GET_GC_MASK(static_cast<UChar32>(c));
  if ((mask & (U_GC_CC_MASK | U_GC_CF_MASK)) != 0) return true;
  return (mask & (U_GC_MN_MASK | U_GC_ME_MASK)) != 0 && drops_marks(c);
}

bool is_hangul_syllable(char32_t c) { return c >= 0xAC00 && c <= 0xD7A3; }

// Compatibility decomposition, case folding, decomposition again: every output is final. Marks that
// vanish go before case folding, because U+0345 (iota below) would fold to a letter.
void decompose(char32_t c, icu::UnicodeString& out) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfkd = icu::Normalizer2::getNFKDInstance(status);
  CHECK(U_SUCCESS(status));
  const icu::UnicodeString parts =
      nfkd->normalize(icu::UnicodeString(static_cast<UChar32>(c)), status);
  icu::UnicodeString kept;
  for (std::int32_t i = 0; i < parts.length(); i = parts.moveIndex32(i, 1)) {
    const UChar32 part = parts.char32At(i);
    if (!is_nothing(static_cast<char32_t>(part))) kept.append(part);
  }
  kept.foldCase(U_FOLD_CASE_DEFAULT);
  nfkd->normalize(kept, out, status);
  CHECK(U_SUCCESS(status));
}

constexpr std::uint32_t kWordMask = U_GC_L_MASK | U_GC_M_MASK | U_GC_N_MASK;

// `c` has no further decomposition.
void fold_simple(char32_t c, FoldMarks marks, std::u32string& out) {
  if (is_blank(c)) {
    out += U' ';
    return;
  }
  if (is_nothing(c)) return;
  const std::uint32_t mask = U_GET_GC_MASK(static_cast<UChar32>(c));
  if ((mask & U_GC_ND_MASK) != 0) {
    out += static_cast<char32_t>(U'0' + u_charDigitValue(static_cast<UChar32>(c)));
  } else if ((mask & kWordMask) != 0 && !is_mark_like_letter(c)) {
    out += fold_letter(c);
  } else {
    out += marks == FoldMarks::drop ? U' ' : ascii_mark(c);
  }
}

bool stays_whole(char32_t c) {
  return c == 0x2122 || c == 0x2120 || is_hangul_syllable(c);  // ™ ℠ are marks, not letters
}

}  // namespace

void fold_code_point(char32_t c, FoldMarks marks, std::u32string& out) {
  if (is_blank(c) || is_nothing(c) || stays_whole(c)) {
    fold_simple(c, marks, out);
    return;
  }
  icu::UnicodeString parts;
  decompose(c, parts);
  if (parts.startsWith(u' ')) {  // a spacing accent such as ´ ¨ ¸: a blank with an accent on it
    fold_simple(c, marks, out);
    return;
  }
  for (std::int32_t i = 0; i < parts.length(); i = parts.moveIndex32(i, 1)) {
    fold_simple(static_cast<char32_t>(parts.char32At(i)), marks, out);
  }
}

FoldTable::FoldTable(FoldMarks marks) : near{}, marks_(marks) {
  fill_near();
  fill_pages();
}

void FoldTable::fill_near() {
  std::u32string points;
  std::string bytes;
  for (char32_t c = 0; c < kNearEnd; ++c) {
    points.clear();
    bytes.clear();
    fold_code_point(c, marks_, points);
    for (const char32_t point : points) append_utf8(point, bytes);
    std::uint32_t entry = static_cast<std::uint32_t>(bytes.size()) << 24;
    if (bytes.empty()) {
      entry = kNothing;
    } else if (bytes == " ") {
      entry |= kBlank | ' ';
    } else if (bytes.size() > (c < 0x80 ? 1u : 2u) || bytes.find(' ') != std::string::npos) {
      entry = kLong;
    } else {
      for (std::size_t i = 0; i < bytes.size(); ++i) {
        entry |= std::uint32_t{static_cast<unsigned char>(bytes[i])} << (8 * i);
      }
    }
    near[c] = entry;
  }
}

void FoldTable::fill_pages() {
  foldings_.push_back({0, 0});  // entry 0 means "itself"
  std::unordered_map<std::string, std::uint16_t> known;
  std::u32string points;
  std::string bytes;
  for (char32_t c = 0; c < 0x10000; ++c) {
    // Unified Han and Hangul fold to themselves: two thirds of the plane need no look-up.
    if (c == 0x3400) c = 0x4DC0;
    if (c == 0x4E00) c = 0xA000;
    if (c == 0xAC00) c = 0xD7A4;
    if (c == 0xD800) c = 0xE000;
    points.clear();
    fold_code_point(c, marks_, points);
    if (points.size() == 1 && points[0] == c) continue;
    bytes.clear();
    for (const char32_t point : points) append_utf8(point, bytes);
    auto [entry, fresh] = known.try_emplace(bytes, static_cast<std::uint16_t>(foldings_.size()));
    if (fresh) {
      CHECK(foldings_.size() < 0xFFFF);
      foldings_.push_back({static_cast<std::uint32_t>(pool_.size()),
                           static_cast<std::uint32_t>(bytes.size())});
      pool_ += bytes;
    }
    std::unique_ptr<Page>& page = pages_[c / kPage];
    if (!page) page = std::make_unique<Page>(Page{});
    (*page)[c % kPage] = entry->second;
  }
}

std::string_view FoldTable::folding_of(char32_t c, std::string_view itself,
                                       std::string& scratch) const {
  if (c < 0x10000) {
    const std::unique_ptr<Page>& page = pages_[c / kPage];
    const std::uint16_t index = page ? (*page)[c % kPage] : std::uint16_t{0};
    if (index == 0) return itself;
    const Span span = foldings_[index];
    return std::string_view(pool_).substr(span.begin, span.size);
  }
  std::u32string points;
  fold_code_point(c, marks_, points);
  scratch.clear();
  for (const char32_t point : points) append_utf8(point, scratch);
  return scratch;
}

const FoldTable& fold_table(FoldMarks marks) {
  if (marks == FoldMarks::drop) {
    static const FoldTable drop(FoldMarks::drop);
    return drop;
  }
  static const FoldTable keep(FoldMarks::keep);
  return keep;
}

}  // namespace khabar
