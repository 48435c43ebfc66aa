// Words that short lines around a story are made of, in the languages of the web's larger presses:
// "Read more", "Photo:", "تابعونا", "Newsletter". Evidence for the block model, which learns what
// each kind is worth beside the shape and place of the line. Pure functions; any thread.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace khabar {

enum class Cue : std::uint8_t {
  related,     // read, more, also, related, اقرأ, lire, leia, lesen
  share,       // share, follow, facebook, telegram, تابعونا
  newsletter,  // newsletter, subscribe, sign, inbox, اشترك
  rights,      // copyright, reserved, الحقوق, derechos
  picture,     // photo, image, getty, صورة, foto
  comment,     // comment, reply, تعليق
  author,      // by, author, editor, reporter, writer, بقلم
  advert,      // advertisement, sponsored, shop, buy, إعلان
  date,        // published, updated, ago, minutes, january, نشر
  menu,        // home, menu, search, login, privacy, cookies
  consent,     // cookies, consent, gdpr, opt-out
  kCount,
};
inline constexpr int kCues = static_cast<int>(Cue::kCount);

// A bit for each cue that one of the first 24 words of `text` gives.
using Cues = std::uint32_t;
Cues cues_of(std::string_view text);
Cues cues_of(std::span<const std::uint64_t> words);  // WordHashes of the text

constexpr bool has_cue(Cues cues, Cue cue) {
  return (cues >> static_cast<unsigned>(cue) & 1u) != 0;
}

}  // namespace khabar
