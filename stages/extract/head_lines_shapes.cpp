#include "stages/extract/head_lines_shapes.h"

#include <algorithm>
#include <string>

#include "core/text/fold.h"
#include "core/text/utf8.h"

namespace khabar {

std::size_t count_folded_words(std::string_view text) {
  const std::string key = folded(text, FoldMarks::drop);
  return key.empty() ? 0 : static_cast<std::size_t>(std::count(key.begin(), key.end(), ' ')) + 1;
}

bool ends_like_prose(std::string_view text) {
  text = trim_blanks(text);
  if (text.ends_with("..") || text.ends_with("…")) return false;
  for (const std::string_view mark : {".", ",", "،", ";", "؛", ":", "۔", "。", ".\"", ".”", ".»"}) {
    if (text.ends_with(mark)) return true;
  }
  return false;
}

bool ends_like_question(std::string_view text) {
  text = trim_blanks(text);
  return text.ends_with("?") || text.ends_with("؟");
}

bool closes_sentence(std::string_view text) {
  text = trim_blanks(text);
  for (const std::string_view closing : {")", "\"", "”", "»", "'", "’"}) {
    if (text.ends_with(closing)) text.remove_suffix(closing.size());
  }
  for (const std::string_view mark : {".", "!", "?", "؟", "۔", "。"}) {
    if (text.ends_with(mark)) return true;
  }
  return false;
}

bool opens_list(std::string_view text) {
  text = trim_blanks(text);
  for (const std::string_view bullet :
       {"- ", "– ", "— ", "* ", "• ", "· ", "● ", "▪ ", "■ ", "1. ", "1) ", "1- "}) {
    if (text.starts_with(bullet)) return true;
  }
  return false;
}

bool holds_letters(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint point = code_point_at(text, i);
    if (is_letter(point.value)) return true;
    i += point.size;
  }
  return false;
}

bool is_markup(std::string_view text) {
  return text.find("=\"") != text.npos || text.find("://") != text.npos ||
         text.find("/>") != text.npos || text.find("](") != text.npos;
}

bool is_end_mark(std::string_view text) {
  if (text.size() > 40) return false;
  const std::string key = folded(text, FoldMarks::drop);
  if (key == "انتهي" || key == "ends" || key == "end" || key == "30") return true;
  return key.empty() && text.find('#') != text.npos;
}

bool starts_with_picture_word(std::string_view line) {
  const std::string key = folded(line, FoldMarks::keep);
  for (const std::string_view word : {"صوره:", "الصوره:", "تصوير:", "صوره ارشيفيه", "صوره من",
                                      "photo:", "foto:", "picture:", "image:", "file photo",
                                      "фото:", "fotograf:", "bild:", "photo by", "caption:"}) {
    if (key.starts_with(word)) return true;
  }
  return false;
}

std::size_t gallery_controls(std::string_view line) {
  for (const std::string_view words :
       {"Next Previous ", "Previous Next ", "السابق التالي ", "التالي السابق "}) {
    if (line.starts_with(words)) return words.size();
  }
  return 0;
}

}  // namespace khabar
