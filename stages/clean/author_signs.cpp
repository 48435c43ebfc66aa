#include "stages/clean/author_signs.h"

#include <algorithm>
#include <array>

namespace khabar {
namespace {

// With which two bytes words begin, five bits of each: most lines are done with then.
class FirstPairs {
 public:
  template <std::size_t kCount>
  constexpr explicit FirstPairs(const std::array<std::string_view, kCount>& words) {
    for (const std::string_view word : words) is_first_[pair_of(word)] = true;
  }
  constexpr bool has(std::string_view text) const { return is_first_[pair_of(text)]; }

 private:
  static constexpr std::size_t pair_of(std::string_view text) {
    return static_cast<std::size_t>((text[0] & 31) << 5 | (text[1] & 31));
  }
  std::array<bool, 1024> is_first_{};
};

}  // namespace

bool says_by(std::string_view text) {
  // clang-format off
  static constexpr std::array<std::string_view, 46> kWords{
      "by ", "By ", "BY ", "By:", "by:", "By\n", "by\n", "von ", "Von ", "VON ", "Von:", "Von\n",
      "von\n", "par ", "Par ", "Por ", "por ", "Por:", "Di ", "Door ", "Av ", "Af ", "Text:",
      "Text von", "Text ", "TEXT ", "Autor", "AUTOR", "Author", "Written by", "Posted by",
      "Published by", "Words by", "Story by", "Geschrieben von", "Erstellt von", "Verfasst von",
      "Ein Beitrag von", "Redaktion:", "Yazar", "Автор", "Текст", "كتب", "بقلم", "إعداد",
      "تقرير"};
  // clang-format on
  static constexpr FirstPairs kPairs(kWords);
  if (text.size() < 2 || !kPairs.has(text)) return false;
  return std::any_of(kWords.begin(), kWords.end(),
                     [&](std::string_view word) { return text.starts_with(word); });
}

bool leads_to_author(std::string_view href) {
  static constexpr std::array<std::string_view, 24> kWords{
      "author/",   "authors/", "author=",   "autor/",    "autoren/",   "autores/",
      "auteur/",   "auteurs/", "autori/",   "autore/",   "by/",        "byline/",
      "people/",   "person/",  "personen/", "profile/",  "journalist", "contributor",
      "columnist", "reporter", "writer",    "redakteur", "yazar",      "staff/"};
  static constexpr FirstPairs kPairs(kWords);
  for (std::size_t at = 0; at + 4 < href.size(); ++at) {
    if (href[at] != '/' && href[at] != '?') continue;
    const std::string_view rest = href.substr(at + 1);
    if (!kPairs.has(rest)) continue;
    for (const std::string_view word : kWords) {
      if (rest.starts_with(word) && rest.size() > word.size()) return true;
    }
  }
  return false;
}

}  // namespace khabar
