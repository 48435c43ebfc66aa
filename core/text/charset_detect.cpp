#include "core/text/charset_detect.h"

#include <algorithm>

#include "core/text/ascii.h"
#include "core/text/utf8.h"

namespace khabar {
namespace {

constexpr std::size_t kSampleBytes = 16 << 10;

// Letters of a language by how often they stand in running text, in tiers of log2(128 p).
// Arabic and Russian counted over news, the others after published tables.
struct Model {
  Script script;
  std::u32string_view tiers[7];  // 4, 3, 2, 1, 0, -1, -2
};
constexpr Model kModels[] = {
    {Script::arabic,
     {U"ال", U"ينمورت", U"ةبعدسفهق", U"أحكجیک", U"طصشىإ،خضگپ", U"زذثئغءچ", U"ظّؤآًـژ؟"}},
    {Script::cyrillic,
     {U"о", U"аеинтср", U"влкдумпі", U"ьызяг", U"йбжчшцюхїє", U"щэфПМКВСНРАДТОЕГИ",
      U"ёъЯЮЭЫЧШЦХФУЛБЗЖЙЩ"}},
    {Script::greek,
     {U"α", U"οιτεν", U"σηυρπκ", U"μλςωάίόέή", U"δγύώχθ", U"φβΑΕΟΠΚΤΣ", U"ξζψΜΝΗΙΡΔΓΛ"}},
    {Script::hebrew, {U"י", U"והלארת", U"במשנםע", U"דחקפכ", U"סטןגצ", U"זך", U"ףץ"}},
    {Script::southeast,
     {U"", U"านรอกเ", U"ง่มยล้วดทตสัีิ", U"ะปบคแห", U"พจขไใช์ุู", U"็ืโำผถศธ", U"ณซภฐฏฎฬฮๆ"}},
};

constexpr Encoding kCandidates[] = {
    Encoding::windows_1256, Encoding::iso_8859_6, Encoding::windows_1251, Encoding::koi8_u,
    Encoding::koi8_r,       Encoding::iso_8859_5, Encoding::ibm866,       Encoding::x_mac_cyrillic,
    Encoding::windows_1253, Encoding::iso_8859_7, Encoding::windows_1255, Encoding::windows_874,
};

Script script_in(Encoding encoding) {
  switch (encoding) {
    case Encoding::windows_1256:
    case Encoding::iso_8859_6:
      return Script::arabic;
    case Encoding::windows_1253:
    case Encoding::iso_8859_7:
      return Script::greek;
    case Encoding::windows_1255:
      return Script::hebrew;
    case Encoding::windows_874:
      return Script::southeast;
    default:
      return Script::cyrillic;
  }
}

int tenths_of(const Model& model, char32_t c) {
  for (int tier = 0; tier < 7; ++tier) {
    if (model.tiers[tier].find(c) != std::u32string_view::npos) return 40 - 10 * tier;
  }
  if (c == kReplacementCharacter || c < 0xA0) return -80;  // undefined, or a control
  // Blanks and quotation marks stand in every script, and tell nothing.
  if (is_blank(c) || c == 0xAB || c == 0xBB || (c >= 0x2010 && c <= 0x2026)) return 0;
  return script_of(c) == model.script ? -30 : -40;
}

}  // namespace

std::string text_outside_tags(std::string_view bytes, std::size_t bytes_max) {
  std::string out;
  bool inside = false;
  for (const char c : bytes) {
    if (c == '<') {
      inside = true;
      if (!out.ends_with(' ')) out += ' ';
    } else if (c == '>') {
      inside = false;
    } else if (!inside) {
      out += c;
    }
    if (out.size() >= bytes_max) break;
  }
  return out;
}

ScriptStatistics::ScriptStatistics() {
  for (const Encoding encoding : kCandidates) {
    const Model& model = *std::find_if(std::begin(kModels), std::end(kModels), [&](const Model& m) {
      return m.script == script_in(encoding);
    });
    Candidate candidate{encoding, {}, {}};
    const HighHalf high = read_high_half(encoding);
    for (unsigned i = 0; i < 128; ++i) {
      candidate.tenths[i] = tenths_of(model, high[i]);
      candidate.is_letter[i] = is_letter(high[i]) || is_combining_mark(high[i]);
    }
    candidates_.push_back(candidate);
  }
}

ScriptStatistics::Census ScriptStatistics::census_of(std::string_view bytes) {
  const std::string sample = text_outside_tags(bytes, kSampleBytes);
  Census census;
  for (std::size_t at = 0; at < sample.size(); ++at) {
    const auto byte = static_cast<unsigned char>(sample[at]);
    if (byte < 0x80) continue;
    ++census.high;
    ++census.all[byte - 0x80];
    const bool touches = (at > 0 && is_ascii_letter(sample[at - 1])) ||
                         (at + 1 < sample.size() && is_ascii_letter(sample[at + 1]));
    census.by_ascii_letter[byte - 0x80] += touches ? 1 : 0;
  }
  return census;
}

double ScriptStatistics::score_of(const Candidate& candidate, const Census& census) {
  int tenths = 0;
  for (std::size_t i = 0; i < 128; ++i) {
    tenths += census.all[i] * candidate.tenths[i];
    // A letter of another script next to an ASCII letter: the accents of a Latin language.
    if (candidate.is_letter[i]) tenths -= 40 * census.by_ascii_letter[i];
  }
  return 0.1 * tenths / census.high;
}

std::optional<ScriptCharset> ScriptStatistics::best(std::string_view bytes) const {
  const Census census = census_of(bytes);
  if (census.high < kHighBytesMin) return std::nullopt;
  std::optional<ScriptCharset> best;
  for (const Candidate& candidate : candidates_) {
    const double score = score_of(candidate, census);
    if (!best || score > best->score) best = ScriptCharset{candidate.encoding, score};
  }
  return best;
}

std::optional<double> ScriptStatistics::score(Encoding encoding, std::string_view bytes) const {
  const auto candidate = std::find_if(candidates_.begin(), candidates_.end(),
                                      [&](const Candidate& c) { return c.encoding == encoding; });
  if (candidate == candidates_.end()) return std::nullopt;
  const Census census = census_of(bytes);
  if (census.high < kHighBytesMin) return std::nullopt;
  return score_of(*candidate, census);
}

}  // namespace khabar
