#include "core/text/language.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <iterator>
#include <numeric>

#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>
#include <unicode/uloc.h>

#include "core/text/ascii.h"
#include "core/text/language_arabic.h"
#include "core/text/language_block.h"
#include "core/text/utf8.h"

namespace khabar {
namespace {

constexpr std::size_t kSampleBytes = 4096;
// Enough where the declaration only wants a word of assent; CLD2's time grows with the text.
constexpr std::size_t kGlanceBytes = 384;
constexpr int kAssentPercent = 95;
constexpr std::size_t kShortLetters = 120;
constexpr int kClearPercent = 60;

bool is_one_of(std::string_view tag, std::initializer_list<std::string_view> tags) {
  return std::find(tags.begin(), tags.end(), tag) != tags.end();
}

using Census = std::array<std::size_t, static_cast<std::size_t>(Script::other) + 1>;

std::size_t& of(Census& census, Script script) {
  return census[static_cast<std::size_t>(script)];
}

// Counts the character at `at`, which moves behind it.
void count_letter(std::string_view utf8, std::size_t& at, Census& census) {
  if (is_plain_arabic_letter(arabic_pair(utf8, at))) {
    ++of(census, Script::arabic);
    at += 2;
    return;
  }
  const CodePoint point = code_point_at(utf8, at);
  at += point.size;
  if (point.value < 0x40) return;  // blanks, digits, marks
  const Script script = script_of(point.value);
  if (script != Script::common && is_letter(point.value)) ++of(census, script);
}

// Letters by script, common ones left out.
Census letters_by_script(std::string_view utf8) {
  Census census{};
  for (std::size_t at = 0; at < utf8.size();) {
    std::size_t singly = kLanguageBlock;
#if defined(__SSSE3__)
    if (at + kLanguageBlock <= utf8.size()) {
      const LanguageBlock block = language_block(utf8.data() + at);
      of(census, Script::arabic) += static_cast<std::size_t>(std::popcount(block.arabic));
      of(census, Script::latin) += static_cast<std::size_t>(std::popcount(block.latin));
      at += block.taken;
      if (block.taken > 0) singly = block.taken + 1 < kLanguageBlock ? 1 : 0;
    }
#endif
    for (const std::size_t end = std::min(at + singly, utf8.size()); at < end;) {
      count_letter(utf8, at, census);
    }
  }
  of(census, Script::common) = 0;
  return census;
}

// Of the first half kilobyte, where nearly all its letters are of one script: the rest would say
// the same. Not where kana and Han are weighed against each other.
Census census_of(std::string_view sample) {
  constexpr std::size_t kHeadBytes = 512, kLettersEnough = 150;
  if (sample.size() > kHeadBytes) {
    const Census census = letters_by_script(beginning_of(sample, kHeadBytes));
    const auto most = std::max_element(census.begin(), census.end());
    const std::size_t letters = std::accumulate(census.begin(), census.end(), std::size_t{0});
    const auto script = static_cast<Script>(most - census.begin());
    const bool east_asian =
        script == Script::han || script == Script::kana || script == Script::hangul;
    if (!east_asian && *most >= kLettersEnough && *most * 20 >= letters * 19) return census;
  }
  return letters_by_script(sample);
}

Script main_script(Census census) {
  // A Chinese or Korean character is worth several letters of the Latin names between them.
  for (const Script script : {Script::han, Script::kana, Script::hangul}) of(census, script) *= 3;
  const std::size_t east_asian = of(census, Script::han) + of(census, Script::kana);
  if (east_asian > 0 && of(census, Script::kana) * 20 > east_asian) {
    of(census, Script::kana) = east_asian;
    of(census, Script::han) = 0;
  }
  const auto most = std::max_element(census.begin(), census.end());
  return *most == 0 ? Script::common : static_cast<Script>(most - census.begin());
}

// The script a language is written in; `latin` for all that are not listed.
Script script_of_language(std::string_view tag) {
  struct Row {
    Script script;
    std::initializer_list<std::string_view> tags;
  };
  static const Row kRows[] = {
      {Script::arabic, {"ar", "fa", "ur", "ps", "ckb", "ug", "sd", "ks"}},
      {Script::cyrillic, {"ru", "uk", "be", "bg", "mk", "kk", "ky", "tg", "mn", "tt", "ba", "ce"}},
      {Script::hebrew, {"he", "yi"}},
      {Script::greek, {"el"}},
      {Script::armenian, {"hy"}},
      {Script::georgian, {"ka"}},
      {Script::ethiopic, {"am", "ti"}},
      {Script::hangul, {"ko"}},
      {Script::kana, {"ja"}},
      {Script::han, {"zh"}},
      {Script::indic,
       {"hi", "mr", "ne", "sa", "bn", "as", "pa", "gu", "or", "ta", "te", "kn", "ml", "si"}},
      {Script::southeast, {"th", "lo", "my", "km"}},
      {Script::other, {"dv", "bo", "syr", "chr"}},
  };
  for (const Row& row : kRows) {
    if (is_one_of(tag, row.tags)) return row.script;
  }
  return Script::latin;
}

bool may_be_written_in(std::string_view tag, Script script) {
  if (tag.empty()) return false;
  if (script_of_language(tag) == script) return true;
  // Written in two scripts, or (Japanese) a headline all in Han.
  if (is_one_of(tag, {"sr", "uz", "az", "kk", "tk", "bs", "mn"})) {
    return script == Script::latin || script == Script::cyrillic;
  }
  if (is_one_of(tag, {"ku", "az", "pa"})) return script == Script::arabic;
  return tag == "ja" && script == Script::han;
}

bool are_relatives(std::string_view a, std::string_view b) {
  static const std::initializer_list<std::string_view> kFamilies[] = {
      {"hr", "sr", "bs"}, {"id", "ms"},       {"no", "nn", "da"}, {"cs", "sk"}, {"gl", "pt"},
      {"ckb", "ku"},      {"hi", "mr", "ne"}, {"ru", "be"},       {"bg", "mk"}};
  return std::any_of(std::begin(kFamilies), std::end(kFamilies), [&](const auto& family) {
    return is_one_of(a, family) && is_one_of(b, family);
  });
}

// Confident where the text is reliably of this language for `percent_min` of it.
LanguageGuess guess_by_cld2(std::string_view sample, const std::string& declared,
                            int percent_min = kClearPercent) {
  const CLD2::CLDHints hints{declared.empty() ? nullptr : declared.c_str(), nullptr,
                             CLD2::UNKNOWN_ENCODING, CLD2::UNKNOWN_LANGUAGE};
  CLD2::Language languages[3];
  int percents[3];
  double scores[3];
  int text_bytes = 0;
  bool reliable = false;
  CLD2::ExtDetectLanguageSummary(sample.data(), static_cast<int>(sample.size()), true, &hints, 0,
                                 languages, percents, scores, nullptr, &text_bytes, &reliable);
  if (languages[0] == CLD2::UNKNOWN_LANGUAGE) return {};
  return {normalised_language_tag(CLD2::LanguageCode(languages[0])),
          reliable && percents[0] >= percent_min};
}

// Where the script leaves one language, or letters tell.
LanguageGuess guess_by_script(Script script, std::string_view sample) {
  switch (script) {
    case Script::arabic: {
      const ArabicScriptLanguage found = arabic_script_language(sample);
      return {std::string(found.tag), found.confident};
    }
    case Script::hangul:
      return {"ko", true};
    case Script::kana:
      return {"ja", true};
    case Script::han:
      return {"zh", true};
    case Script::greek:
      return {"el", true};
    case Script::armenian:
      return {"hy", true};
    case Script::georgian:
      return {"ka", true};
    default:
      return {};
  }
}

std::string_view fallback_of(Script script) {
  switch (script) {
    case Script::arabic:
      return "ar";
    case Script::cyrillic:
      return "ru";
    case Script::hebrew:
      return "he";
    case Script::ethiopic:
      return "am";
    default:
      return "";  // Latin letters alone name no language
  }
}

// Does the text's beginning alone say clearly what is declared?
bool assents(std::string_view sample, const std::string& declared) {
  if (declared.empty() || sample.size() < 2 * kGlanceBytes) return false;
  const LanguageGuess guess =
      guess_by_cld2(beginning_of(sample, kGlanceBytes), declared, kAssentPercent);
  return guess.confident && guess.tag == declared;
}

// CLD2 takes valid text for granted; what is not goes to `mended`.
std::string_view sample_of(std::string_view text, std::string& mended) {
  text = beginning_of(text, kSampleBytes);
  if (is_valid_utf8(text)) return text;
  sanitize_utf8(text, mended);
  return mended;
}

}  // namespace

LanguageGuess detect_language(std::string_view text, std::string_view declared_as) {
  std::string declared = normalised_language_tag(declared_as);
  std::string mended;
  const std::string_view sample = sample_of(text, mended);
  const Census census = census_of(sample);
  const Script script = main_script(census);
  if (script == Script::common) return {declared, false};
  if (!may_be_written_in(declared, script)) declared.clear();

  LanguageGuess guess = guess_by_script(script, sample);
  if (guess.tag.empty() && assents(sample, declared)) return {declared, true};
  if (guess.tag.empty()) guess = guess_by_cld2(sample, declared);
  if (!guess.tag.empty() && !may_be_written_in(guess.tag, script)) guess = {};
  if (declared.empty()) {
    if (guess.tag.empty()) guess.tag = fallback_of(script);
    return guess;
  }
  if (guess.tag == declared) return {declared, guess.confident};
  std::size_t letters = 0;
  for (const std::size_t count : census) letters += count;
  // A short text in one script is weak evidence, unless its letters are a language's own.
  const bool by_letters =
      script == Script::arabic || script == Script::hangul || script == Script::kana;
  const bool stands = guess.confident && (letters >= kShortLetters || by_letters) &&
                      !are_relatives(guess.tag, declared) &&
                      !(declared == "ja" && guess.tag == "zh" && letters < kShortLetters);
  return stands ? guess : LanguageGuess{declared, false};
}

std::string normalised_language_tag(std::string_view tag) {
  struct Alias {
    std::string_view from;
    std::string_view to;
  };
  static constexpr Alias kAliases[] = {
      {"iw", "he"},      {"in", "id"},      {"ji", "yi"},      {"mo", "ro"},      {"sh", "sr"},
      {"nb", "no"},      {"fil", "tl"},     {"arb", "ar"},     {"arz", "ar"},     {"ary", "ar"},
      {"apc", "ar"},     {"ajp", "ar"},     {"acm", "ar"},     {"afb", "ar"},     {"aeb", "ar"},
      {"arq", "ar"},     {"ars", "ar"},     {"acw", "ar"},     {"cmn", "zh"},     {"yue", "zh"},
      {"zhs", "zh"},     {"zht", "zh"},     {"prs", "fa"},     {"pes", "fa"},     {"ger", "de"},
      {"fre", "fr"},     {"per", "fa"},     {"chi", "zh"},     {"gre", "el"},     {"rum", "ro"},
      {"cze", "cs"},     {"dut", "nl"},     {"slo", "sk"},     {"mac", "mk"},     {"geo", "ka"},
      {"arm", "hy"},     {"jp", "ja"},      {"cn", "zh"},      {"gr", "el"},      {"kr", "ko"},
      {"arabic", "ar"},  {"english", "en"}, {"french", "fr"},  {"german", "de"},  {"spanish", "es"},
      {"persian", "fa"}, {"farsi", "fa"},   {"turkish", "tr"}, {"russian", "ru"}, {"hebrew", "he"},
      {"chinese", "zh"}, {"urdu", "ur"},
  };
  while (!tag.empty() && (tag.front() == ' ' || tag.front() == '\t')) tag.remove_prefix(1);
  const std::string_view primary = tag.substr(0, tag.find_first_of("-_, ;\t\r\n"));
  std::string lowered;
  for (const char c : primary) {
    const char low = ascii_lower(c);
    if (!is_ascii_lower(low) || lowered.size() > 12) return {};
    lowered += low;
  }
  for (const Alias& alias : kAliases) {
    if (alias.from == lowered) return std::string(alias.to);
  }
  if (lowered.size() < 2 || lowered.size() > 3) return {};
  if (is_one_of(lowered, {"und", "mul", "zxx", "mis"})) return {};
  if (lowered.size() == 2) return lowered;
  UErrorCode status = U_ZERO_ERROR;
  char modern[ULOC_LANG_CAPACITY];
  const std::int32_t size = uloc_getLanguage(lowered.c_str(), modern, sizeof modern, &status);
  return U_SUCCESS(status) && size > 0 ? std::string(modern) : lowered;
}

Direction direction_of(std::string_view tag) {
  const Script script = script_of_language(tag);
  return script == Script::arabic || script == Script::hebrew || is_one_of(tag, {"dv", "syr"})
             ? Direction::rtl
             : Direction::ltr;
}

std::string_view direction_name(Direction direction) {
  return direction == Direction::rtl ? "rtl" : "ltr";
}

}  // namespace khabar
