#include "core/html/entities.h"

#include <gtest/gtest.h>

#include <map>
#include <random>
#include <string>

#include "core/html/entity_table.h"

namespace khabar {
namespace {

std::string decoded(std::string_view text, ReferenceMode mode = ReferenceMode::text) {
  std::string out;
  decode_entities(text, out, mode);
  return out;
}

constexpr std::size_t kNames = 2125;  // 2,231 with the 106 that need no ';' counted twice

std::map<std::string, std::string> all_names() {
  std::map<std::string, std::string> names;
  for (std::size_t i = 0; i < kNames; ++i) {
    const EntityEntry& entry = kEntityEntries[i];
    const std::string name(kEntityNames + entry.name_offset, entry.name_length);
    const std::string value(kEntityValues + entry.value_offset, entry.value_length);
    names[name + ";"] = value;
    if (entry.without_semicolon) names[name] = value;
  }
  return names;
}

TEST(Entities, DecodesNamesAndNumbers) {
  EXPECT_EQ(decoded("a &amp; b &lt;i&gt; &quot;&apos;&nbsp;"), "a & b <i> \"'\xC2\xA0");
  EXPECT_EQ(decoded("&#1587;&#x633;&#X0633;"), "سسس");
  EXPECT_EQ(decoded("&CounterClockwiseContourIntegral;"), "∳");
  EXPECT_EQ(decoded("&nGt;"), "≫⃒");
}

TEST(Entities, LeavesWhatIsNone) {
  for (const char* text : {"&", "& ", "&;", "&#", "&#;", "&#x;", "&#xg", "&xyzzy;", "a&b", "&&"}) {
    EXPECT_EQ(decoded(text), text);
  }
}

TEST(Entities, DecodesOnce) {
  EXPECT_EQ(decoded("&amp;lt;"), "&lt;");
}

// "&notit;" is "¬it;": the longest prefix counts, and only old names may lack their ';'.
TEST(Entities, OldNamesNeedNoSemicolon) {
  EXPECT_EQ(decoded("&notit; &notin; &copy2019 &hellip"), "¬it; ∉ ©2019 &hellip");
}

TEST(Entities, UrlsInAttributesKeepTheirAmpersands) {
  EXPECT_EQ(decoded("?a=1&copy=2&lt=3&amp;b&reg", ReferenceMode::attribute), "?a=1&copy=2&lt=3&b®");
  EXPECT_EQ(decoded("?a=1&copy=2"), "?a=1©=2");
}

// 13.2.5.80: what a number that is no character stands for.
TEST(Entities, CorrectsImpossibleNumbers) {
  EXPECT_EQ(decoded("&#0;&#xD800;&#x110000;&#99999999999999999999;"),
            "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD");
  EXPECT_EQ(decoded("&#128;&#150;&#x9F;"), "€–Ÿ");
  EXPECT_EQ(decoded("&#13;&#x10FFFF;"), "\r\xF4\x8F\xBF\xBF");
}

TEST(Entities, KnowsAllNames) {
  const auto names = all_names();
  EXPECT_EQ(names.size(), 2231u);
  for (const auto& [name, value] : names) EXPECT_EQ(decoded("&" + name), value) << name;
}

// The short cut says what the table says, and leaves the rest to it.
TEST(Entities, FrequentOnesAreReadAsAll) {
  for (const std::string text : {"&amp;x", "&quot;", "&nbsp;", "&lt;xy", "&gt;  ", "&copy;",
                                 "&amp=x", "&AMP;x", "&#39;xx", "&quots", "&ltxyz", "&&amp;"}) {
    char bytes[8] = {};
    char* out = bytes;
    const std::size_t consumed = decode_frequent_reference(text.data(), out);
    const DecodedReference all =
        decode_reference(text.data(), text.data() + text.size(), ReferenceMode::attribute);
    if (consumed == 0) continue;
    EXPECT_EQ(consumed, all.consumed) << text;
    EXPECT_EQ(std::string_view(bytes, static_cast<std::size_t>(out - bytes)),
              std::string_view(all.utf8, all.length))
        << text;
  }
  for (const std::string text : {"&amp;x", "&quot;", "&nbsp;", "&lt;xy", "&gt;xy"}) {
    char bytes[8];
    char* out = bytes;
    EXPECT_NE(decode_frequent_reference(text.data(), out), 0u) << text;
  }
}

// The naive twin: try every name, longest first.
std::string decode_naively(const std::string& text, ReferenceMode mode,
                           const std::map<std::string, std::string>& names) {
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    std::size_t taken = 0;
    if (text[i] == '&') {
      for (std::size_t n = std::min<std::size_t>(32, text.size() - i - 1); n > 0; --n) {
        const auto found = names.find(text.substr(i + 1, n));
        if (found == names.end()) continue;
        const char next = i + 1 + n < text.size() ? text[i + 1 + n] : '\0';
        const bool goes_on = std::isalnum(static_cast<unsigned char>(next)) || next == '=';
        if (mode == ReferenceMode::attribute && !found->first.ends_with(';') && goes_on) break;
        out += found->second;
        taken = n + 1;
        break;
      }
    }
    if (taken == 0) out.push_back(text[i]);
    i += std::max<std::size_t>(taken, 1);
  }
  return out;
}

TEST(Entities, AgreesWithTheNaiveDecoder) {
  const unsigned seed = std::random_device{}();
  std::printf("seed %u\n", seed);
  std::mt19937 random(seed);
  const auto names = all_names();
  std::vector<std::string> pieces = {"&", ";", "=", "x", "1", " ", "amp", "not", "س"};
  for (const auto& [name, value] : names) pieces.push_back("&" + name);
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    for (std::size_t i = 0; i < 12; ++i) {
      std::string piece = pieces[random() % 2 ? random() % 9 : random() % pieces.size()];
      if (random() % 4 == 0) piece.resize(random() % (piece.size() + 1));
      text += piece;
    }
    for (ReferenceMode mode : {ReferenceMode::text, ReferenceMode::attribute}) {
      ASSERT_EQ(decoded(text, mode), decode_naively(text, mode, names)) << text;
    }
  }
}

TEST(Entities, Windows1252AtTheControls) {
  EXPECT_EQ(windows_1252_of_control(0x80), U'\u20AC');
  EXPECT_EQ(windows_1252_of_control(0x9F), U'\u0178');
  for (const char32_t none : {0x7Fu, 0x81u, 0x9Du, 0xA0u, 0x10FFFFu}) {
    EXPECT_EQ(windows_1252_of_control(none), U'\0') << std::uint32_t{none};
  }
}

}  // namespace
}  // namespace khabar
