#include "core/html/element_flags.h"

#include <array>
#include <initializer_list>

namespace khabar::element_flag {
namespace {

struct FlagTable {
  std::array<Flags, kKnownTags> of_tag{};
  constexpr void add(Flags flags, std::initializer_list<Tag> tags) {
    for (Tag tag : tags) of_tag[static_cast<std::size_t>(tag)] |= flags;
  }
};

constexpr FlagTable html_flags() {
  FlagTable flags;
  using enum Tag;
  flags.add(
      kSpecial,
      {address,   applet,   area,     article, aside,   base,     basefont,   bgsound, blockquote,
       body,      br,       button,   caption, center,  col,      colgroup,   dd,      details,
       dir,       div,      dl,       dt,      embed,   fieldset, figcaption, figure,  footer,
       form,      frame,    frameset, h1,      h2,      h3,       h4,         h5,      h6,
       head,      header,   hgroup,   hr,      html,    iframe,   img,        input,   keygen,
       li,        link,     listing,  main,    marquee, menu,     meta,       nav,     noembed,
       noframes,  noscript, object,   ol,      p,       param,    plaintext,  pre,     script,
       search,    section,  select,   source,  style,   summary,  table,      tbody,   td,
       template_, textarea, tfoot,    th,      thead,   title,    tr,         track,   ul,
       wbr,       xmp});
  flags.add(kScope, {applet, caption, html, table, td, th, marquee, object, select, template_});
  flags.add(kListScope, {ol, ul});
  flags.add(kButtonScope, {button});
  flags.add(kTableScope, {html, table, template_});
  flags.add(kImpliedEnd, {dd, dt, li, optgroup, option, p, rb, rp, rt, rtc});
  flags.add(kImpliedEndThorough, {caption, colgroup, dd, dt, li, optgroup, option, p, rb, rp, rt,
                                  rtc, tbody, td, tfoot, th, thead, tr});
  flags.add(kHeading, {h1, h2, h3, h4, h5, h6});
  flags.add(kFosters, {table, tbody, tfoot, thead, tr});
  flags.add(kMarker, {applet, caption, marquee, object, td, template_, th});
  return flags;
}

constexpr FlagTable kHtmlFlags = html_flags();

}  // namespace

Flags of(Tag tag, Namespace ns) {
  if (ns == Namespace::html) {
    const auto index = static_cast<std::size_t>(tag);
    return index < kKnownTags ? kHtmlFlags.of_tag[index] : Flags{0};
  }
  if (ns == Namespace::svg) {
    const bool point = tag == Tag::foreignobject || tag == Tag::desc || tag == Tag::title;
    return point ? kSpecial | kScope | kHtmlPoint : 0;
  }
  switch (tag) {
    case Tag::mi:
    case Tag::mo:
    case Tag::mn:
    case Tag::ms:
    case Tag::mtext:
      return kSpecial | kScope | kMathTextPoint;
    case Tag::annotation_xml:
      return kSpecial | kScope;
    default:
      return 0;
  }
}

}  // namespace khabar::element_flag
