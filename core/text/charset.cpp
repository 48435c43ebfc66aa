#include "core/text/charset.h"

#include <algorithm>
#include <array>
#include <limits>
#include <map>
#include <vector>

#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>

#include "core/base/check.h"
#include "core/text/charset_detect.h"
#include "core/text/charset_tables.h"
#include "core/text/mojibake.h"
#include "core/text/utf8.h"

namespace khabar {
namespace {

constexpr std::size_t kDetectionBytes = 64 << 10;
constexpr std::int32_t kIcuConfidenceMin = 20;  // of 100
// Short legacy texts make valid UTF-8 by accident; see the head of charset.h.
constexpr std::size_t kSequencesAgainstMultiByte = 3;
// Text may have been garbled more than once: "ÃƒÂ©".
constexpr int kMendingRounds = 3;
// By how much the letters must speak for another charset than the declared one.
constexpr double kScoreMargin = 1.0;
constexpr std::size_t kHighBytesAgainstDeclared = 20;

// After so many malformed sequences, more of them than well-formed ones, no doubt is left.
constexpr std::size_t kMalformedEnough = 500;

struct CloseConverter {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};
struct CloseDetector {
  void operator()(UCharsetDetector* detector) const { ucsdet_close(detector); }
};

struct Bom {
  std::string_view bytes;
  Encoding encoding;
};
// UTF-32 before UTF-16: its mark begins with the other's.
constexpr Bom kBoms[] = {{"\xEF\xBB\xBF", Encoding::utf_8},
                         {std::string_view("\xFF\xFE\0\0", 4), Encoding::utf_32le},
                         {std::string_view("\0\0\xFE\xFF", 4), Encoding::utf_32be},
                         {"\xFE\xFF", Encoding::utf_16be},
                         {"\xFF\xFE", Encoding::utf_16le}};

// How well bytes do as UTF-8.
struct Utf8Health {
  std::size_t sequences = 0;  // well-formed ones of two bytes and more; of valid text three at most
  std::size_t malformed = 0;
  bool nearly_valid() const { return sequences >= 4 * malformed && sequences > 0; }
};

Utf8Health utf8_health(std::string_view bytes, bool valid) {
  Utf8Health health;
  for (std::size_t at = find_non_ascii(bytes, 0); at < bytes.size();) {
    if (valid && health.sequences >= kSequencesAgainstMultiByte) break;
    if (health.malformed >= kMalformedEnough && health.malformed > health.sequences) break;
    const CodePoint point = code_point_at(bytes, at);
    ++(point.valid ? health.sequences : health.malformed);
    at += point.size;
    if (at < bytes.size() && bytes[at] >= 0) at = find_non_ascii(bytes, at);
  }
  return health;
}

std::size_t count_high(std::string_view bytes) {
  return static_cast<std::size_t>(
      std::count_if(bytes.begin(), bytes.end(), [](char c) { return c < 0; }));
}

std::size_t decode_utf_16(std::string_view bytes, bool big, std::string& out) {
  std::size_t malformed = bytes.size() % 2;
  const auto unit = [&](std::size_t at) {
    const auto first = static_cast<unsigned char>(bytes[at]);
    const auto second = static_cast<unsigned char>(bytes[at + 1]);
    return static_cast<char32_t>(big ? first << 8 | second : second << 8 | first);
  };
  for (std::size_t at = 0; at + 1 < bytes.size(); at += 2) {
    char32_t c = unit(at);
    if (c >= 0xD800 && c <= 0xDFFF) {
      const char32_t low = c < 0xDC00 && at + 3 < bytes.size() ? unit(at + 2) : 0;
      if (low >= 0xDC00 && low <= 0xDFFF) {
        c = 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00);
        at += 2;
      } else {
        c = kReplacementCharacter;
        ++malformed;
      }
    }
    append_utf8(c, out);
  }
  if (bytes.size() % 2 != 0) append_utf8(kReplacementCharacter, out);
  return malformed;
}

std::size_t decode_utf_32(std::string_view bytes, bool big, std::string& out) {
  std::size_t malformed = 0;
  for (std::size_t at = 0; at < bytes.size(); at += 4) {
    char32_t c = 0;
    for (std::size_t i = 0; i < 4; ++i) {
      const std::size_t from = at + (big ? i : 3 - i);
      c = c << 8 | (from < bytes.size() ? static_cast<unsigned char>(bytes[from]) : 0xFFu);
    }
    if (c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF)) {
      c = kReplacementCharacter;
      ++malformed;
    }
    append_utf8(c, out);
  }
  return malformed;
}

// Text that is mostly ASCII in UTF-16: every other byte is zero.
std::optional<Encoding> utf_16_by_zeros(std::string_view bytes) {
  bytes = bytes.substr(0, 4096);
  std::size_t zeros[2] = {0, 0};
  for (std::size_t at = 0; at < bytes.size(); ++at) zeros[at % 2] += bytes[at] == 0 ? 1 : 0;
  const std::size_t few = bytes.size() / 50, many = bytes.size() / 6;
  if (bytes.size() < 8) return std::nullopt;
  if (zeros[1] > many && zeros[0] <= few) return Encoding::utf_16le;
  if (zeros[0] > many && zeros[1] <= few) return Encoding::utf_16be;
  return std::nullopt;
}

// What a label inside the bytes can mean: it was read as ASCII, so it cannot say UTF-16.
std::optional<Encoding> encoding_in_bytes(std::string_view bytes) {
  const std::optional<Encoding> encoding = encoding_of_label(prescan_charset(bytes));
  return encoding && kind_of(*encoding) == EncodingKind::utf_16 ? Encoding::utf_8 : encoding;
}

struct Declaration {
  Encoding encoding;
  CharsetEvidence evidence;
};

}  // namespace

// What is kept between texts, and the work.
class CharsetDecoder::Rooms {
 public:
  DecodedText decode(std::string_view bytes, const CharsetHints& hints) {
    DecodedText out;
    decode_by_bom(bytes, out);
    if (out.charset.empty()) decode_by_evidence(bytes, hints, out);
    if (hints.mend_mojibake) {
      std::string mended;
      for (int round = 0; round < kMendingRounds; ++round) {
        const std::size_t segments = mender().mend(out.text(), mended);
        if (segments == 0) break;
        out.mended += segments;
        out.owned = std::move(mended);
        mended.clear();
      }
    }
    return out;
  }

  std::size_t decode_as(Encoding encoding, std::string_view bytes, std::string& out) {
    switch (kind_of(encoding)) {
      case EncodingKind::utf_8:
        return sanitize_utf8(bytes, out);
      case EncodingKind::utf_16:
        return decode_utf_16(bytes, encoding == Encoding::utf_16be, out);
      case EncodingKind::utf_32:
        return decode_utf_32(bytes, encoding == Encoding::utf_32be, out);
      case EncodingKind::single_byte:
        return table(encoding).decode(bytes, out);
      case EncodingKind::multi_byte:
        return decode_by_icu(encoding, bytes, out);
      case EncodingKind::other:
        break;
    }
    append_utf8(kReplacementCharacter, out);  // the standard's "replacement" decoder
    return 1;
  }

 private:
  void decode_by_bom(std::string_view& bytes, DecodedText& out) {
    for (const Bom& bom : kBoms) {
      if (!bytes.starts_with(bom.bytes)) continue;
      const std::string_view rest = bytes.substr(bom.bytes.size());
      const bool valid = bom.encoding == Encoding::utf_8 && is_valid_utf8(rest);
      if (bom.encoding == Encoding::utf_8 && !valid && !utf8_health(rest, false).nearly_valid()) {
        bytes = rest;  // an editor's mark on a text of another charset
        out.corrected = true;
        return;
      }
      take(bom.encoding, CharsetEvidence::bom, rest, valid, out);
      return;
    }
  }

  // Order and corrections as the head of charset.h states them.
  void decode_by_evidence(std::string_view bytes, const CharsetHints& hints, DecodedText& out) {
    std::vector<Declaration> declared;
    if (const auto http = encoding_of_label(hints.http_charset)) {
      declared.push_back({*http, CharsetEvidence::http});
    }
    if (hints.allow_meta_prescan) {
      if (const auto meta = encoding_in_bytes(bytes)) {
        declared.push_back({*meta, CharsetEvidence::meta});
      }
    }
    std::erase_if(declared,
                  [](const Declaration& d) { return kind_of(d.encoding) == EncodingKind::other; });
    const bool valid = is_valid_utf8(bytes);
    if (valid && !declared.empty() && declared.front().encoding == Encoding::utf_8) {
      out.charset = encoding_name(Encoding::utf_8);
      out.evidence = declared.front().evidence;
      out.borrowed = bytes;
      return;
    }
    const Utf8Health health = utf8_health(bytes, valid);
    for (const Declaration& declaration : declared) {
      if (fits(declaration.encoding, bytes, valid, health, out)) {
        take(declaration.encoding, declaration.evidence, bytes, valid, out);
        return;
      }
      out.corrected = true;
    }
    const Encoding detected = detect(bytes, valid, health, declared);
    take(detected, CharsetEvidence::detected, bytes, valid, out);
    // Not corrected, if in the end nothing better was found.
    if (!declared.empty() && declared.front().encoding == detected) {
      out.corrected = false;
      out.evidence = declared.front().evidence;
    }
  }

  // `out.owned` may hold the decoded text afterwards, when finding out took decoding.
  bool fits(Encoding encoding, std::string_view bytes, bool valid, const Utf8Health& health,
            DecodedText& out) {
    switch (kind_of(encoding)) {
      case EncodingKind::utf_8:
        return valid || health.nearly_valid();
      case EncodingKind::utf_16:
        return utf_16_by_zeros(bytes) == encoding;
      case EncodingKind::single_byte:
        return valid ? health.sequences == 0 : !letters_contradict(encoding, bytes);
      case EncodingKind::multi_byte: {
        if (valid && health.sequences >= kSequencesAgainstMultiByte) return false;
        out.owned.emplace();
        out.replaced = decode_as(encoding, bytes, *out.owned);
        if (out.replaced * 50 <= count_high(bytes)) return true;
        out.owned.reset();
        out.replaced = 0;
        return false;
      }
      default:
        return false;
    }
  }

  bool letters_contradict(Encoding encoding, std::string_view bytes) {
    const std::optional<ScriptCharset> best = statistics().best(bytes);
    if (!best || best->encoding == encoding || best->score < ScriptStatistics::kConvincing ||
        count_high(bytes) < kHighBytesAgainstDeclared) {
      return false;
    }
    const std::optional<double> own = statistics().score(encoding, bytes);
    return !own || best->score >= *own + kScoreMargin;
  }

  Encoding detect(std::string_view bytes, bool valid, const Utf8Health& health,
                  const std::vector<Declaration>& declared) {
    const bool has_escapes = bytes.substr(0, kDetectionBytes).find('\x1B') != bytes.npos;
    if (valid && !has_escapes) return utf_16_by_zeros(bytes).value_or(Encoding::utf_8);
    if (health.nearly_valid()) return Encoding::utf_8;
    if (const auto utf_16 = utf_16_by_zeros(bytes)) return *utf_16;
    const std::optional<ScriptCharset> best = statistics().best(bytes);
    if (best && best->score >= ScriptStatistics::kConvincing) return best->encoding;
    if (const auto icu = detect_by_icu(bytes, valid)) return *icu;
    if (valid) return Encoding::utf_8;
    for (const Declaration& declaration : declared) {
      if (kind_of(declaration.encoding) == EncodingKind::single_byte) return declaration.encoding;
    }
    return Encoding::windows_1252;
  }

  std::optional<Encoding> detect_by_icu(std::string_view bytes, bool only_escapes) {
    UErrorCode status = U_ZERO_ERROR;
    if (detector_ == nullptr) {
      detector_.reset(ucsdet_open(&status));
      CHECK(U_SUCCESS(status));
    }
    const std::string sample = text_outside_tags(bytes, kDetectionBytes);
    ucsdet_setText(detector_.get(), sample.data(), static_cast<std::int32_t>(sample.size()),
                   &status);
    std::int32_t count = 0;
    const UCharsetMatch** matches = ucsdet_detectAll(detector_.get(), &count, &status);
    if (U_FAILURE(status)) return std::nullopt;
    for (std::int32_t i = 0; i < count; ++i) {
      const std::int32_t confidence = ucsdet_getConfidence(matches[i], &status);
      const char* const name = ucsdet_getName(matches[i], &status);
      if (U_FAILURE(status) || confidence < kIcuConfidenceMin) break;
      const std::optional<Encoding> encoding = encoding_of_label(name);
      if (encoding && plausible(*encoding, sample, only_escapes)) return encoding;
    }
    return std::nullopt;
  }

  bool plausible(Encoding encoding, std::string_view sample, bool only_escapes) {
    if (only_escapes) return encoding == Encoding::iso_2022_jp;
    if (kind_of(encoding) == EncodingKind::multi_byte) {
      std::string text;
      return decode_as(encoding, sample, text) * 50 <= count_high(sample);
    }
    if (kind_of(encoding) != EncodingKind::single_byte) return false;
    // The letter statistics know these scripts better, and they said no.
    return !statistics().score(encoding, sample);
  }

  // `valid`: the bytes are good UTF-8.
  void take(Encoding encoding, CharsetEvidence evidence, std::string_view bytes, bool valid,
            DecodedText& out) {
    out.charset = encoding_name(encoding);
    out.evidence = evidence;
    if (out.owned) return;  // decoded while finding out
    const bool ascii_means_itself = encoding != Encoding::iso_2022_jp &&
                                    kind_of(encoding) != EncodingKind::utf_16 &&
                                    kind_of(encoding) != EncodingKind::utf_32;
    const bool good_already =
        encoding == Encoding::utf_8 ? valid : ascii_means_itself && is_ascii(bytes);
    if (good_already) {
      out.borrowed = bytes;
      return;
    }
    out.owned.emplace();
    out.replaced = decode_as(encoding, bytes, *out.owned);
  }

  const SingleByteTable& table(Encoding encoding) {
    auto [entry, fresh] = tables_.try_emplace(encoding, nullptr);
    if (fresh) entry->second = std::make_unique<SingleByteTable>(encoding);
    return *entry->second;
  }

  std::size_t decode_by_icu(Encoding encoding, std::string_view bytes, std::string& out) {
    auto [entry, fresh] = converters_.try_emplace(encoding, nullptr);
    UErrorCode status = U_ZERO_ERROR;
    if (fresh) {
      entry->second.reset(ucnv_open(icu_converter_name(encoding), &status));
      CHECK_THAT(U_SUCCESS(status), icu_converter_name(encoding));
    }
    UConverter* const converter = entry->second.get();
    ucnv_reset(converter);
    std::array<UChar, 4096> units;
    const char* from = bytes.data();
    const char* const end = from + bytes.size();
    std::size_t malformed = 0;
    char32_t lead = 0;  // of a surrogate pair that straddles two rounds
    do {
      UChar* to = units.data();
      status = U_ZERO_ERROR;
      ucnv_toUnicode(converter, &to, units.data() + units.size(), &from, end, nullptr, true,
                     &status);
      for (const UChar* unit = units.data(); unit < to; ++unit) malformed += put(*unit, lead, out);
      CHECK(U_SUCCESS(status) || status == U_BUFFER_OVERFLOW_ERROR);
    } while (status == U_BUFFER_OVERFLOW_ERROR);
    if (lead != 0) malformed += put(0xFFFD, lead, out);
    return malformed;
  }

  // Returns how many malformed sequences the unit brought to light.
  static std::size_t put(char32_t unit, char32_t& lead, std::string& out) {
    std::size_t malformed = 0;
    if (lead != 0) {
      if (unit >= 0xDC00 && unit <= 0xDFFF) {
        append_utf8(0x10000 + ((lead - 0xD800) << 10) + (unit - 0xDC00), out);
        lead = 0;
        return 0;
      }
      append_utf8(kReplacementCharacter, out);
      lead = 0;
      ++malformed;
    }
    if (unit >= 0xD800 && unit <= 0xDBFF) {
      lead = unit;
      return malformed;
    }
    append_utf8(unit, out);
    return malformed + (unit == kReplacementCharacter || (unit >= 0xDC00 && unit <= 0xDFFF));
  }

  // Made when first asked for: good UTF-8 needs neither, and each costs more than a small text.
  const ScriptStatistics& statistics() {
    if (!statistics_) statistics_.emplace();
    return *statistics_;
  }
  const MojibakeMender& mender() {
    if (!mender_) mender_.emplace();
    return *mender_;
  }

  std::optional<ScriptStatistics> statistics_;
  std::optional<MojibakeMender> mender_;
  std::map<Encoding, std::unique_ptr<SingleByteTable>> tables_;
  std::map<Encoding, std::unique_ptr<UConverter, CloseConverter>> converters_;
  std::unique_ptr<UCharsetDetector, CloseDetector> detector_;
};

CharsetDecoder::CharsetDecoder() : rooms_(std::make_unique<Rooms>()) {}
CharsetDecoder::~CharsetDecoder() = default;
CharsetDecoder::CharsetDecoder(CharsetDecoder&&) noexcept = default;
CharsetDecoder& CharsetDecoder::operator=(CharsetDecoder&&) noexcept = default;

DecodedText CharsetDecoder::decode_to_utf8(std::string_view bytes, const CharsetHints& hints) {
  return rooms_->decode(bytes, hints);
}

std::size_t CharsetDecoder::decode_as(Encoding encoding, std::string_view bytes, std::string& out) {
  return rooms_->decode_as(encoding, bytes, out);
}

std::string_view evidence_name(CharsetEvidence evidence) {
  switch (evidence) {
    case CharsetEvidence::bom:
      return "bom";
    case CharsetEvidence::http:
      return "http";
    case CharsetEvidence::meta:
      return "meta";
    case CharsetEvidence::detected:
      break;
  }
  return "detected";
}

}  // namespace khabar
