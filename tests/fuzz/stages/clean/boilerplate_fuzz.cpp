// The cleaner on any bytes: no crash, and what is kept is a subsequence of what came in. The first
// byte chooses the language, so that mutations reach every file of rules.
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "stages/clean/boilerplate.h"
#include "stages/clean/paragraphs.h"

namespace khabar {
namespace {

const BoilerplateRules& shipped_rules() {
  static const BoilerplateRules rules = [] {
    auto loaded = BoilerplateRules::load(std::string(KHABAR_SOURCE_DIR) + "/conf/boilerplate");
    if (!loaded) std::abort();
    return std::move(*loaded);
  }();
  return rules;
}

std::string joined(const std::vector<Paragraph>& paragraphs) {
  std::string out;
  for (const Paragraph& p : paragraphs) out += p.text;
  return out;
}

void require_subsequence(std::string_view part, std::string_view whole) {
  std::size_t at = 0;
  for (const char c : whole) at += at < part.size() && part[at] == c;
  if (at != part.size()) std::abort();
}

void run(std::string_view bytes) {
  static BoilerplateCleaner cleaner(shipped_rules());
  constexpr std::array<std::string_view, 8> languages = {"ar", "en", "fa", "ru",
                                                         "tr", "fr", "he", ""};
  if (bytes.empty()) return;
  const std::string_view language = languages[static_cast<unsigned char>(bytes[0]) % 8];
  std::vector<Paragraph> paragraphs, raw(1);
  split_paragraphs(bytes.substr(1), {language, true}, paragraphs);
  const std::string before = joined(paragraphs);
  std::vector<Removed> removed;
  const auto told = cleaner.explain(paragraphs, language, nullptr);
  if (told.size() < paragraphs.size()) std::abort();
  cleaner.clean(paragraphs, language, nullptr, true, removed);
  require_subsequence(joined(paragraphs), before);
  // Bytes that no normaliser has seen.
  raw[0].text = std::string(bytes);
  cleaner.clean(raw, language, nullptr, false, removed);
  require_subsequence(joined(raw), bytes);
}

}  // namespace
}  // namespace khabar

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  khabar::run({reinterpret_cast<const char*>(data), size});
  return 0;
}
