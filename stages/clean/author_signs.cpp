#include "stages/clean/author_signs.h"

#include <algorithm>
#include <array>

namespace khabar {

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
  return std::any_of(kWords.begin(), kWords.end(),
                     [&](std::string_view word) { return text.starts_with(word); });
}

bool leads_to_author(std::string_view href) {
  static constexpr std::array<std::string_view, 24> kWords{
      "author/",   "authors/", "author=",   "autor/",    "autoren/",   "autores/",
      "auteur/",   "auteurs/", "autori/",   "autore/",   "by/",        "byline/",
      "people/",   "person/",  "personen/", "profile/",  "journalist", "contributor",
      "columnist", "reporter", "writer",    "redakteur", "yazar",      "staff/"};
  for (std::size_t at = href.find_first_of("/?"); at != std::string_view::npos;
       at = href.find_first_of("/?", at + 1)) {
    const std::string_view rest = href.substr(at + 1);
    if (rest.size() < 4) return false;
    for (const std::string_view word : kWords) {
      if (rest[0] == word[0] && rest.starts_with(word) && rest.size() > word.size()) return true;
    }
  }
  return false;
}

}  // namespace khabar
