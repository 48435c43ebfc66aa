// Element names as numbers: all names of HTML, SVG and MathML that the parser or its users ask
// for. A name outside the table gets a number of its own for the life of one tree, from
// kUnknownTagFirst up, so that equal names always have equal tags; Tree::tag_name tells its text.
// Constants and pure functions; any thread.
#pragma once

#include <cstdint>
#include <string_view>

namespace khabar {

// KHABAR_TAG(enumerator, name): every name in lower case, as the tokenizer gives it.
#define KHABAR_TAGS(KHABAR_TAG)                                                                  \
  /* HTML */                                                                                     \
  KHABAR_TAG(a, "a") KHABAR_TAG(abbr, "abbr") KHABAR_TAG(acronym, "acronym")                     \
  KHABAR_TAG(address, "address") KHABAR_TAG(amp_ad, "amp-ad") KHABAR_TAG(amp_img, "amp-img")     \
  KHABAR_TAG(applet, "applet") KHABAR_TAG(area, "area") KHABAR_TAG(article, "article")           \
  KHABAR_TAG(aside, "aside") KHABAR_TAG(audio, "audio") KHABAR_TAG(b, "b")                       \
  KHABAR_TAG(base, "base") KHABAR_TAG(basefont, "basefont") KHABAR_TAG(bdi, "bdi")               \
  KHABAR_TAG(bdo, "bdo") KHABAR_TAG(bgsound, "bgsound") KHABAR_TAG(big, "big")                   \
  KHABAR_TAG(blink, "blink") KHABAR_TAG(blockquote, "blockquote") KHABAR_TAG(body, "body")       \
  KHABAR_TAG(br, "br") KHABAR_TAG(button, "button") KHABAR_TAG(canvas, "canvas")                 \
  KHABAR_TAG(caption, "caption") KHABAR_TAG(center, "center") KHABAR_TAG(cite, "cite")           \
  KHABAR_TAG(code, "code") KHABAR_TAG(col, "col") KHABAR_TAG(colgroup, "colgroup")               \
  KHABAR_TAG(command, "command") KHABAR_TAG(data, "data") KHABAR_TAG(datalist, "datalist")       \
  KHABAR_TAG(dd, "dd") KHABAR_TAG(del, "del") KHABAR_TAG(details, "details")                     \
  KHABAR_TAG(dfn, "dfn") KHABAR_TAG(dialog, "dialog") KHABAR_TAG(dir, "dir")                     \
  KHABAR_TAG(div, "div") KHABAR_TAG(dl, "dl") KHABAR_TAG(dt, "dt") KHABAR_TAG(em, "em")          \
  KHABAR_TAG(embed, "embed") KHABAR_TAG(fieldset, "fieldset")                                    \
  KHABAR_TAG(figcaption, "figcaption") KHABAR_TAG(figure, "figure") KHABAR_TAG(font, "font")     \
  KHABAR_TAG(footer, "footer") KHABAR_TAG(form, "form") KHABAR_TAG(frame, "frame")               \
  KHABAR_TAG(frameset, "frameset") KHABAR_TAG(h1, "h1") KHABAR_TAG(h2, "h2")                     \
  KHABAR_TAG(h3, "h3") KHABAR_TAG(h4, "h4") KHABAR_TAG(h5, "h5") KHABAR_TAG(h6, "h6")            \
  KHABAR_TAG(head, "head") KHABAR_TAG(header, "header") KHABAR_TAG(hgroup, "hgroup")             \
  KHABAR_TAG(hr, "hr") KHABAR_TAG(html, "html") KHABAR_TAG(i, "i")                               \
  KHABAR_TAG(iframe, "iframe") KHABAR_TAG(image, "image") KHABAR_TAG(img, "img")                 \
  KHABAR_TAG(input, "input") KHABAR_TAG(ins, "ins") KHABAR_TAG(isindex, "isindex")               \
  KHABAR_TAG(kbd, "kbd") KHABAR_TAG(keygen, "keygen") KHABAR_TAG(label, "label")                 \
  KHABAR_TAG(legend, "legend") KHABAR_TAG(li, "li") KHABAR_TAG(link, "link")                     \
  KHABAR_TAG(listing, "listing") KHABAR_TAG(main, "main") KHABAR_TAG(map, "map")                 \
  KHABAR_TAG(mark, "mark") KHABAR_TAG(marquee, "marquee") KHABAR_TAG(menu, "menu")               \
  KHABAR_TAG(menuitem, "menuitem") KHABAR_TAG(meta, "meta") KHABAR_TAG(meter, "meter")           \
  KHABAR_TAG(nav, "nav") KHABAR_TAG(nobr, "nobr") KHABAR_TAG(noembed, "noembed")                 \
  KHABAR_TAG(noframes, "noframes") KHABAR_TAG(noscript, "noscript")                              \
  KHABAR_TAG(object, "object") KHABAR_TAG(ol, "ol") KHABAR_TAG(optgroup, "optgroup")             \
  KHABAR_TAG(option, "option") KHABAR_TAG(output, "output") KHABAR_TAG(p, "p")                   \
  KHABAR_TAG(param, "param") KHABAR_TAG(picture, "picture")                                      \
  KHABAR_TAG(plaintext, "plaintext") KHABAR_TAG(pre, "pre") KHABAR_TAG(progress, "progress")     \
  KHABAR_TAG(q, "q") KHABAR_TAG(rb, "rb") KHABAR_TAG(rp, "rp") KHABAR_TAG(rt, "rt")              \
  KHABAR_TAG(rtc, "rtc") KHABAR_TAG(ruby, "ruby") KHABAR_TAG(s, "s") KHABAR_TAG(samp, "samp")    \
  KHABAR_TAG(script, "script") KHABAR_TAG(search, "search") KHABAR_TAG(section, "section")       \
  KHABAR_TAG(select, "select") KHABAR_TAG(selectedcontent, "selectedcontent")                    \
  KHABAR_TAG(slot, "slot") KHABAR_TAG(small, "small") KHABAR_TAG(source, "source")               \
  KHABAR_TAG(spacer, "spacer") KHABAR_TAG(span, "span") KHABAR_TAG(strike, "strike")             \
  KHABAR_TAG(strong, "strong") KHABAR_TAG(style, "style") KHABAR_TAG(sub, "sub")                 \
  KHABAR_TAG(summary, "summary") KHABAR_TAG(sup, "sup") KHABAR_TAG(table, "table")               \
  KHABAR_TAG(tbody, "tbody") KHABAR_TAG(td, "td") KHABAR_TAG(template_, "template")              \
  KHABAR_TAG(textarea, "textarea") KHABAR_TAG(tfoot, "tfoot") KHABAR_TAG(th, "th")               \
  KHABAR_TAG(thead, "thead") KHABAR_TAG(time, "time") KHABAR_TAG(title, "title")                 \
  KHABAR_TAG(tr, "tr") KHABAR_TAG(track, "track") KHABAR_TAG(tt, "tt") KHABAR_TAG(u, "u")        \
  KHABAR_TAG(ul, "ul") KHABAR_TAG(var, "var") KHABAR_TAG(video, "video")                         \
  KHABAR_TAG(wbr, "wbr") KHABAR_TAG(xmp, "xmp")                                                  \
  /* MathML */                                                                                   \
  KHABAR_TAG(annotation, "annotation") KHABAR_TAG(annotation_xml, "annotation-xml")              \
  KHABAR_TAG(maction, "maction") KHABAR_TAG(maligngroup, "maligngroup")                          \
  KHABAR_TAG(malignmark, "malignmark") KHABAR_TAG(math, "math")                                  \
  KHABAR_TAG(menclose, "menclose") KHABAR_TAG(merror, "merror")                                  \
  KHABAR_TAG(mfenced, "mfenced") KHABAR_TAG(mfrac, "mfrac") KHABAR_TAG(mglyph, "mglyph")         \
  KHABAR_TAG(mi, "mi") KHABAR_TAG(mmultiscripts, "mmultiscripts") KHABAR_TAG(mn, "mn")           \
  KHABAR_TAG(mo, "mo") KHABAR_TAG(mover, "mover") KHABAR_TAG(mpadded, "mpadded")                 \
  KHABAR_TAG(mphantom, "mphantom") KHABAR_TAG(mprescripts, "mprescripts")                        \
  KHABAR_TAG(mroot, "mroot") KHABAR_TAG(mrow, "mrow") KHABAR_TAG(ms, "ms")                       \
  KHABAR_TAG(mspace, "mspace") KHABAR_TAG(msqrt, "msqrt") KHABAR_TAG(mstyle, "mstyle")           \
  KHABAR_TAG(msub, "msub") KHABAR_TAG(msubsup, "msubsup") KHABAR_TAG(msup, "msup")               \
  KHABAR_TAG(mtable, "mtable") KHABAR_TAG(mtd, "mtd") KHABAR_TAG(mtext, "mtext")                 \
  KHABAR_TAG(mtr, "mtr") KHABAR_TAG(munder, "munder")                                            \
  KHABAR_TAG(munderover, "munderover") KHABAR_TAG(semantics, "semantics")                        \
  /* SVG */                                                                                      \
  KHABAR_TAG(altglyph, "altglyph") KHABAR_TAG(altglyphdef, "altglyphdef")                        \
  KHABAR_TAG(altglyphitem, "altglyphitem") KHABAR_TAG(animate, "animate")                        \
  KHABAR_TAG(animatecolor, "animatecolor") KHABAR_TAG(animatemotion, "animatemotion")            \
  KHABAR_TAG(animatetransform, "animatetransform") KHABAR_TAG(circle, "circle")                  \
  KHABAR_TAG(clippath, "clippath") KHABAR_TAG(defs, "defs") KHABAR_TAG(desc, "desc")             \
  KHABAR_TAG(ellipse, "ellipse") KHABAR_TAG(feblend, "feblend")                                  \
  KHABAR_TAG(fecolormatrix, "fecolormatrix")                                                     \
  KHABAR_TAG(fecomponenttransfer, "fecomponenttransfer")                                         \
  KHABAR_TAG(fecomposite, "fecomposite") KHABAR_TAG(feconvolvematrix, "feconvolvematrix")        \
  KHABAR_TAG(fediffuselighting, "fediffuselighting")                                             \
  KHABAR_TAG(fedisplacementmap, "fedisplacementmap")                                             \
  KHABAR_TAG(fedistantlight, "fedistantlight") KHABAR_TAG(fedropshadow, "fedropshadow")          \
  KHABAR_TAG(feflood, "feflood") KHABAR_TAG(fefunca, "fefunca")                                  \
  KHABAR_TAG(fefuncb, "fefuncb") KHABAR_TAG(fefuncg, "fefuncg")                                  \
  KHABAR_TAG(fefuncr, "fefuncr") KHABAR_TAG(fegaussianblur, "fegaussianblur")                    \
  KHABAR_TAG(feimage, "feimage") KHABAR_TAG(femerge, "femerge")                                  \
  KHABAR_TAG(femergenode, "femergenode") KHABAR_TAG(femorphology, "femorphology")                \
  KHABAR_TAG(feoffset, "feoffset") KHABAR_TAG(fepointlight, "fepointlight")                      \
  KHABAR_TAG(fespecularlighting, "fespecularlighting")                                           \
  KHABAR_TAG(fespotlight, "fespotlight") KHABAR_TAG(fetile, "fetile")                            \
  KHABAR_TAG(feturbulence, "feturbulence") KHABAR_TAG(filter, "filter")                          \
  KHABAR_TAG(foreignobject, "foreignobject") KHABAR_TAG(g, "g")                                  \
  KHABAR_TAG(glyphref, "glyphref") KHABAR_TAG(line, "line")                                      \
  KHABAR_TAG(lineargradient, "lineargradient") KHABAR_TAG(marker, "marker")                      \
  KHABAR_TAG(mask, "mask") KHABAR_TAG(metadata, "metadata") KHABAR_TAG(path, "path")             \
  KHABAR_TAG(pattern, "pattern") KHABAR_TAG(polygon, "polygon")                                  \
  KHABAR_TAG(polyline, "polyline") KHABAR_TAG(radialgradient, "radialgradient")                  \
  KHABAR_TAG(rect, "rect") KHABAR_TAG(stop, "stop") KHABAR_TAG(svg, "svg")                       \
  KHABAR_TAG(switch_, "switch") KHABAR_TAG(symbol, "symbol") KHABAR_TAG(text, "text")            \
  KHABAR_TAG(textpath, "textpath") KHABAR_TAG(tspan, "tspan") KHABAR_TAG(use, "use")


enum class Tag : std::uint32_t {
  none,  // not an element
#define KHABAR_TAG(enumerator, name) enumerator,
  KHABAR_TAGS(KHABAR_TAG)
#undef KHABAR_TAG
      kKnownTagsEnd
};

inline constexpr std::uint32_t kKnownTags = static_cast<std::uint32_t>(Tag::kKnownTagsEnd);
inline constexpr std::uint32_t kUnknownTagFirst = 1024;  // leaves the table room to grow

enum class Namespace : std::uint8_t { html, svg, mathml };

// The tag of a lower-case name; Tag::none when the table does not hold it.
Tag find_tag(std::string_view lower_name);

// The name of a known tag in lower case; empty for Tag::none and for unknown tags.
std::string_view known_tag_name(Tag tag);

}  // namespace khabar
