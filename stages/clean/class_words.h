// What the class, id, role and itemprop words of an element say about its content, in the words web
// authors of many languages use. Pure functions; any thread.
#pragma once

#include <cstdint>
#include <string_view>

#include "stages/clean/class_text.h"

namespace khabar {

enum class ClassGroup : std::uint8_t {
  content,     // content, entry, text, body, texto, inhalt, contenu, matn ...
  article,     // article, post, story, news, artikel, noticia, haber ...
  title,       // title, headline
  lede,        // lead, intro, summary, standfirst, subtitle, chapo, dek
  comment,     // comment, disqus, reply, discussion
  related,     // related, recommend, more, read-also, teaser, popular, trending, latest
  share,       // share, social, follow, facebook, twitter, whatsapp, telegram
  author,      // author, byline, bio, profile, avatar
  navigation,  // nav, menu, breadcrumb, pagination, topbar
  advert,      // ad, ads, advert, promo, sponsor, banner, affiliate, shop
  caption,     // caption, credit, photo, image, gallery, video, player
  meta,        // meta, tag, tags, category, label, info
  newsletter,  // newsletter, subscribe, signup, paywall, login, register
  date,        // date, time, published, updated
  sidebar,     // sidebar, aside, rail, column-right, secondary
  footer,      // footer, copyright, legal, disclaimer, contact
  overlay,     // modal, popup, cookie, consent, gdpr, banner, notice, alert
  hidden,      // hidden, sr-only, visually-hidden, screen-reader, print-only, noscreen
  quote,       // quote, blockquote, pullquote
  widget,      // widget, module, box, block, component, embed
  listing,     // list, item, card, grid, feed, archive, index, thumb, loop
  header,      // header, head, masthead, logo, brand
  kCount,
};

inline constexpr int kClassGroups = static_cast<int>(ClassGroup::kCount);

// A bit for each group named by a word of `value`: words are runs of letters, parted by anything
// else and by capitals ("articleBody" has two).
using ClassGroups = std::uint32_t;
ClassGroups class_groups(std::string_view value);
ClassGroups class_groups(const ClassText& value);

constexpr ClassGroups bit_of(ClassGroup group) {
  return ClassGroups{1} << static_cast<unsigned>(group);
}
constexpr bool has_group(ClassGroups groups, ClassGroup group) {
  return (groups & bit_of(group)) != 0;
}

}  // namespace khabar
