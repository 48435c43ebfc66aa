// Which single-byte charset of a non-Latin script a text is in, by letter statistics. ICU's
// detector counts trigrams of five languages and is easily led astray by markup and short text;
// letters alone tell scripts apart after a dozen of them. Private to core/text.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/text/charset_labels.h"
#include "core/text/charset_tables.h"

namespace khabar {

struct ScriptCharset {
  Encoding encoding;
  // Mean of log2(128 p) over the high bytes, p being how often the letter stands in its language:
  // 0 for noise, 2 to 2.7 for text in the right charset, negative for most text in a wrong one.
  double score;
};

// Immutable once built; any thread.
class ScriptStatistics {
 public:
  ScriptStatistics();

  // The best candidate for the text, markup left out; none under kHighBytesMin high bytes.
  std::optional<ScriptCharset> best(std::string_view bytes) const;
  // Of one charset; none also when it is not among the candidates (Latin charsets have no score).
  std::optional<double> score(Encoding encoding, std::string_view bytes) const;

  static constexpr int kHighBytesMin = 6;
  static constexpr double kConvincing = 1.2;

 private:
  struct Candidate {
    Encoding encoding;
    std::array<int, 128> tenths;  // of the score, for each high byte
    std::array<bool, 128> is_letter;
  };
  // Of each high byte: how often it stands in the sample, and how often next to an ASCII letter.
  struct Census {
    std::array<int, 128> all{};
    std::array<int, 128> by_ascii_letter{};
    int high = 0;
  };
  static Census census_of(std::string_view bytes);
  static double score_of(const Candidate& candidate, const Census& census);

  std::vector<Candidate> candidates_;
};

// Text outside of <...>, at most `bytes_max`, cheaply: for sampling.
std::string text_outside_tags(std::string_view bytes, std::size_t bytes_max);

}  // namespace khabar
