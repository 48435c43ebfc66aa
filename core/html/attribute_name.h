// The attribute names that the parser or its users ask for, as numbers; all others are
// AttributeName::other and told apart by their text. Constants and pure functions; any thread.
#pragma once

#include <cstdint>
#include <string_view>

namespace khabar {

#define KHABAR_ATTRIBUTE_NAMES(KHABAR_ATTRIBUTE)                                                 \
  KHABAR_ATTRIBUTE(about, "about") KHABAR_ATTRIBUTE(action, "action")                            \
  KHABAR_ATTRIBUTE(alt, "alt") KHABAR_ATTRIBUTE(aria_hidden, "aria-hidden")                      \
  KHABAR_ATTRIBUTE(aria_label, "aria-label") KHABAR_ATTRIBUTE(as, "as")                          \
  KHABAR_ATTRIBUTE(async, "async") KHABAR_ATTRIBUTE(charset, "charset")                          \
  KHABAR_ATTRIBUTE(cite, "cite") KHABAR_ATTRIBUTE(class_, "class")                               \
  KHABAR_ATTRIBUTE(color, "color") KHABAR_ATTRIBUTE(colspan, "colspan")                          \
  KHABAR_ATTRIBUTE(content, "content") KHABAR_ATTRIBUTE(crossorigin, "crossorigin")              \
  KHABAR_ATTRIBUTE(d, "d") KHABAR_ATTRIBUTE(data_src, "data-src")                                \
  KHABAR_ATTRIBUTE(data_srcset, "data-srcset") KHABAR_ATTRIBUTE(datetime, "datetime")            \
  KHABAR_ATTRIBUTE(defer, "defer") KHABAR_ATTRIBUTE(dir, "dir")                                  \
  KHABAR_ATTRIBUTE(encoding, "encoding") KHABAR_ATTRIBUTE(face, "face")                          \
  KHABAR_ATTRIBUTE(height, "height") KHABAR_ATTRIBUTE(hidden, "hidden")                          \
  KHABAR_ATTRIBUTE(href, "href") KHABAR_ATTRIBUTE(hreflang, "hreflang")                          \
  KHABAR_ATTRIBUTE(http_equiv, "http-equiv") KHABAR_ATTRIBUTE(id, "id")                          \
  KHABAR_ATTRIBUTE(itemid, "itemid") KHABAR_ATTRIBUTE(itemprop, "itemprop")                      \
  KHABAR_ATTRIBUTE(itemref, "itemref") KHABAR_ATTRIBUTE(itemscope, "itemscope")                  \
  KHABAR_ATTRIBUTE(itemtype, "itemtype") KHABAR_ATTRIBUTE(lang, "lang")                          \
  KHABAR_ATTRIBUTE(language, "language") KHABAR_ATTRIBUTE(loading, "loading")                    \
  KHABAR_ATTRIBUTE(media, "media") KHABAR_ATTRIBUTE(method, "method")                            \
  KHABAR_ATTRIBUTE(name, "name") KHABAR_ATTRIBUTE(onclick, "onclick")                            \
  KHABAR_ATTRIBUTE(open, "open") KHABAR_ATTRIBUTE(placeholder, "placeholder")                    \
  KHABAR_ATTRIBUTE(property, "property") KHABAR_ATTRIBUTE(pubdate, "pubdate")                    \
  KHABAR_ATTRIBUTE(rel, "rel") KHABAR_ATTRIBUTE(resource, "resource")                            \
  KHABAR_ATTRIBUTE(role, "role") KHABAR_ATTRIBUTE(rowspan, "rowspan")                            \
  KHABAR_ATTRIBUTE(size, "size") KHABAR_ATTRIBUTE(sizes, "sizes")                                \
  KHABAR_ATTRIBUTE(src, "src") KHABAR_ATTRIBUTE(srcset, "srcset")                                \
  KHABAR_ATTRIBUTE(style, "style") KHABAR_ATTRIBUTE(tabindex, "tabindex")                        \
  KHABAR_ATTRIBUTE(target, "target") KHABAR_ATTRIBUTE(title, "title")                            \
  KHABAR_ATTRIBUTE(type, "type") KHABAR_ATTRIBUTE(typeof_, "typeof")                             \
  KHABAR_ATTRIBUTE(value, "value") KHABAR_ATTRIBUTE(vocab, "vocab")                              \
  KHABAR_ATTRIBUTE(width, "width") KHABAR_ATTRIBUTE(xmlns, "xmlns")


enum class AttributeName : std::uint16_t {
  other,
#define KHABAR_ATTRIBUTE(enumerator, name) enumerator,
  KHABAR_ATTRIBUTE_NAMES(KHABAR_ATTRIBUTE)
#undef KHABAR_ATTRIBUTE
      kKnownAttributeNamesEnd
};

enum class AttributeNamespace : std::uint8_t { none, xlink, xml, xmlns };

// The number of a lower-case name; AttributeName::other when the table does not hold it.
AttributeName find_attribute_name(std::string_view lower_name);

}  // namespace khabar
