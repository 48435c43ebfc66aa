// Boilerplate glued to a sentence: a follow-us line, a writer's address or a row of tags behind the
// last full stop of a paragraph. Finds where the sentence ends and the rest begins.
// Free functions; any thread.
//
//   "... قال الوزير أمس.writer@example.comللتواصل مع الكاتب ارسل رسالة"
//                       ^ cut from here
#pragma once

#include <cstddef>
#include <string_view>

#include "stages/clean/boilerplate_line.h"

namespace khabar {

struct GluedTail {
  std::size_t begin = std::string_view::npos;  // bytes of the text; npos: nothing is glued
  std::string_view rule;                       // name of the rule
  bool found() const { return begin != std::string_view::npos; }
};

// tail: nothing of the story follows this paragraph. Reads the last kGluedBytes only.
GluedTail find_glued_tail(std::string_view text, bool tail, BoilerplateReader& reader);

inline constexpr std::size_t kGluedBytes = 480;

}  // namespace khabar
