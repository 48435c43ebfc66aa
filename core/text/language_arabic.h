// Telling the languages of the Arabic script apart. Private to core/text. Any thread.
#pragma once

#include <string_view>

namespace khabar {

struct ArabicScriptLanguage {
  std::string_view tag;  // "ar" when nothing speaks for another
  bool confident = false;
};
// Letters that one language has and the others lack, and words that no page of it does without.
// Dozens of letters are enough; a name alone gives "ar" without confidence.
ArabicScriptLanguage arabic_script_language(std::string_view utf8);

}  // namespace khabar
