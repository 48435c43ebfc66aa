// What may stay: lists, each sorted.
#include "core/web/sanitise_lists.h"

#include <algorithm>
#include <iterator>

namespace khabar {
namespace {

// One name a line would be six hundred lines.
// clang-format off
constexpr std::string_view kElements[] = {
    "a", "abbr", "acronym", "address", "area", "article", "aside", "audio", "b", "bdi", "bdo",
    "big", "blockquote", "br", "button", "canvas", "caption", "center", "cite", "code", "col",
    "colgroup", "command", "datagrid", "datalist", "dd", "del", "details", "dfn", "dialog", "dir",
    "div", "dl", "dt", "em", "event-source", "fieldset", "figcaption", "figure", "font", "footer",
    "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "i", "img", "input", "ins", "kbd",
    "keygen", "label", "legend", "li", "m", "main", "map", "mark", "menu", "meter", "multicol",
    "nav", "nextid", "noscript", "ol", "optgroup", "option", "output", "p", "picture", "pre",
    "progress", "q", "rp", "rt", "ruby", "s", "samp", "section", "select", "small", "sound",
    "source", "spacer", "span", "strike", "strong", "sub", "summary", "sup", "table", "tbody",
    "td", "textarea", "tfoot", "th", "thead", "time", "tr", "tt", "u", "ul", "var", "video",
    "wbr"};

constexpr std::string_view kAttributes[] = {
    "abbr", "accept", "accept-charset", "accesskey", "action", "align", "alt", "autocomplete",
    "autofocus", "axis", "background", "balance", "bgcolor", "bgproperties", "border",
    "bordercolor", "bordercolordark", "bordercolorlight", "bottompadding", "cellpadding",
    "cellspacing", "ch", "challenge", "char", "charoff", "charset", "checked", "choff", "cite",
    "class", "clear", "color", "cols", "colspan", "compact", "contenteditable", "controls",
    "coords", "data", "datafld", "datapagesize", "datasrc", "datetime", "default", "delay", "dir",
    "disabled", "draggable", "dynsrc", "enctype", "end", "face", "for", "form", "frame",
    "galleryimg", "gutter", "headers", "height", "hidden", "hidefocus", "high", "href", "hreflang",
    "hspace", "icon", "id", "inputmode", "ismap", "keytype", "label", "lang", "leftspacing",
    "list", "longdesc", "loop", "loopcount", "loopend", "loopstart", "low", "lowsrc", "max",
    "maxlength", "media", "method", "min", "multiple", "name", "nohref", "noshade", "nowrap",
    "open", "optimum", "pattern", "ping", "point-size", "poster", "pqg", "preload", "prompt",
    "radiogroup", "readonly", "rel", "repeat-max", "repeat-min", "replace", "required", "rev",
    "rightspacing", "rows", "rowspan", "rules", "scope", "selected", "shape", "size", "span",
    "src", "start", "step", "style", "summary", "suppress", "tabindex", "target", "template",
    "title", "toppadding", "type", "unselectable", "urn", "usemap", "valign", "value", "variable",
    "volume", "vrml", "vspace", "width", "wrap", "xml:lang"};

constexpr std::string_view kVoidElements[] = {
    "area", "base", "basefont", "br", "col", "command", "embed", "frame", "hr", "img", "input",
    "isindex", "keygen", "link", "meta", "param", "source", "track", "wbr"};

// Whose value is an address.
constexpr std::string_view kAddressAttributes[] = {
    "action", "altimg", "background", "cite", "data", "datasrc", "dynsrc", "href", "icon",
    "longdesc", "lowsrc", "ping", "poster", "src", "urn", "usemap", "vrml", "xlink:arcrole",
    "xlink:href", "xlink:role"};

// Schemes of addresses that lead somewhere rather than run something.
constexpr std::string_view kSchemes[] = {
    "aim", "callto", "cvs", "facetime", "feed", "file", "ftp", "git", "gopher", "gtalk", "h323",
    "hdl", "http", "https", "imap", "irc", "irc6", "ircs", "itms", "magnet", "mailto", "mms",
    "msnim", "news", "nntp", "prospero", "rsync", "rtsp", "rtspu", "sftp", "shttp", "sip", "sips",
    "skype", "smb", "snews", "ssh", "svn", "svn+ssh", "tel", "telnet", "wais", "ymsg"};

constexpr std::string_view kCssProperties[] = {
    "azimuth", "background-color", "border-bottom-color", "border-collapse", "border-color",
    "border-left-color", "border-right-color", "border-top-color", "clear", "color", "cursor",
    "direction", "display", "elevation", "float", "font", "font-family", "font-size", "font-style",
    "font-variant", "font-weight", "height", "letter-spacing", "line-height", "overflow", "pause",
    "pause-after", "pause-before", "pitch", "pitch-range", "richness", "speak", "speak-header",
    "speak-numeral", "speak-punctuation", "speech-rate", "stress", "text-align", "text-decoration",
    "text-indent", "unicode-bidi", "vertical-align", "voice-family", "volume", "white-space",
    "width"};

constexpr std::string_view kCssKeywords[] = {
    "!important", "aqua", "auto", "black", "block", "blue", "bold", "both", "bottom", "brown",
    "center", "collapse", "dashed", "dotted", "fuchsia", "gray", "green", "italic", "left", "lime",
    "maroon", "medium", "navy", "none", "normal", "nowrap", "olive", "pointer", "purple", "red",
    "right", "silver", "solid", "teal", "top", "transparent", "underline", "white", "yellow"};

constexpr std::string_view kSvgCssProperties[] = {
    "fill", "fill-opacity", "fill-rule", "stroke", "stroke-linecap", "stroke-linejoin",
    "stroke-opacity", "stroke-width"};

// Without what animates (it can set an address later) or pulls in other documents.
constexpr std::string_view kMathElements[] = {
    "annotation", "maction", "maligngroup", "malignmark", "math", "menclose", "merror", "mfenced",
    "mfrac", "mglyph", "mi", "mlabeledtr", "mlongdiv", "mmultiscripts", "mn", "mo", "mover",
    "mpadded", "mphantom", "mprescripts", "mroot", "mrow", "ms", "mscarries", "mscarry", "msgroup",
    "msline", "mspace", "msqrt", "msrow", "mstack", "mstyle", "msub", "msubsup", "msup", "mtable",
    "mtd", "mtext", "mtr", "munder", "munderover", "none", "semantics"};

constexpr std::string_view kMathAttributes[] = {
    "accent", "accentunder", "actiontype", "align", "alignmentscope", "altimg", "altimg-height",
    "altimg-valign", "altimg-width", "alttext", "bevelled", "charalign", "close", "columnalign",
    "columnlines", "columnspacing", "columnspan", "columnwidth", "crossout", "decimalpoint",
    "denomalign", "depth", "dir", "display", "displaystyle", "edge", "encoding", "equalcolumns",
    "equalrows", "fence", "fontstyle", "fontweight", "form", "frame", "framespacing", "groupalign",
    "height", "href", "id", "indentalign", "indentalignfirst", "indentalignlast", "indentshift",
    "indentshiftfirst", "indentshiftlast", "indenttarget", "infixlinebreakstyle", "largeop",
    "length", "linebreak", "linebreakmultchar", "linebreakstyle", "lineleading", "linethickness",
    "location", "longdivstyle", "lquote", "lspace", "mathbackground", "mathcolor", "mathsize",
    "mathvariant", "maxsize", "minlabelspacing", "minsize", "movablelimits", "notation",
    "numalign", "open", "other", "overflow", "position", "rowalign", "rowlines", "rowspacing",
    "rowspan", "rquote", "rspace", "scriptlevel", "scriptminsize", "scriptsizemultiplier",
    "selection", "separator", "separators", "shift", "side", "src", "stackalign", "stretchy",
    "subscriptshift", "superscriptshift", "symmetric", "voffset", "width", "xlink:href",
    "xlink:show", "xlink:type", "xmlns", "xmlns:xlink"};

constexpr std::string_view kSvgElements[] = {
    "a", "circle", "defs", "desc", "ellipse", "font-face", "font-face-name", "font-face-src", "g",
    "glyph", "hkern", "line", "marker", "metadata", "missing-glyph", "path", "polygon", "polyline",
    "rect", "stop", "svg", "switch", "text", "title", "tspan"};

// SVG's names in camel case, as the tokenizer gives them and as they are spelt.
struct Spelling {
  std::string_view lower, spelt;
};
constexpr Spelling kSvgSpeltElements[] = {
    {"foreignobject", "foreignObject"}, {"lineargradient", "linearGradient"},
    {"radialgradient", "radialGradient"}};

constexpr std::string_view kSvgAttributes[] = {
    "accent-height", "accumulate", "additive", "alphabetic", "arabic-form", "ascent", "bbox",
    "begin", "cap-height", "class", "color", "color-rendering", "content", "cx", "cy", "d",
    "descent", "display", "dur", "dx", "dy", "end", "fill", "fill-opacity", "fill-rule",
    "font-family", "font-size", "font-stretch", "font-style", "font-variant", "font-weight", "fx",
    "fy", "g1", "g2", "glyph-name", "hanging", "height", "horiz-adv-x", "horiz-origin-x", "id",
    "ideographic", "k", "lang", "marker-end", "marker-mid", "marker-start", "mathematical", "max",
    "min", "name", "offset", "opacity", "orient", "origin", "overline-position",
    "overline-thickness", "panose-1", "path", "points", "r", "restart", "rotate", "rx", "ry",
    "slope", "stemh", "stemv", "stop-color", "stop-opacity", "strikethrough-position",
    "strikethrough-thickness", "stroke", "stroke-dasharray", "stroke-dashoffset", "stroke-linecap",
    "stroke-linejoin", "stroke-miterlimit", "stroke-opacity", "stroke-width", "target",
    "text-anchor", "transform", "type", "u1", "u2", "underline-position", "underline-thickness",
    "unicode", "unicode-range", "units-per-em", "version", "visibility", "width", "widths", "x",
    "x-height", "x1", "x2", "xlink:actuate", "xlink:arcrole", "xlink:href", "xlink:role",
    "xlink:show", "xlink:title", "xlink:type", "xml:lang", "xml:space", "xmlns", "xmlns:xlink",
    "y", "y1", "y2"};

constexpr Spelling kSvgSpeltAttributes[] = {
    {"baseprofile", "baseProfile"}, {"calcmode", "calcMode"}, {"gradientunits", "gradientUnits"},
    {"keypoints", "keyPoints"}, {"keysplines", "keySplines"}, {"keytimes", "keyTimes"},
    {"markerheight", "markerHeight"}, {"markerunits", "markerUnits"},
    {"markerwidth", "markerWidth"}, {"pathlength", "pathLength"},
    {"preserveaspectratio", "preserveAspectRatio"}, {"refx", "refX"}, {"refy", "refY"},
    {"repeatcount", "repeatCount"}, {"repeatdur", "repeatDur"},
    {"requiredextensions", "requiredExtensions"}, {"requiredfeatures", "requiredFeatures"},
    {"systemlanguage", "systemLanguage"}, {"viewbox", "viewBox"}, {"zoomandpan", "zoomAndPan"}};
// clang-format on

template <std::size_t N>
bool holds(const std::string_view (&list)[N], std::string_view name) {
  return std::binary_search(std::begin(list), std::end(list), name);
}

template <std::size_t N>
std::string_view spelt(const Spelling (&list)[N], std::string_view name) {
  const auto found =
      std::lower_bound(std::begin(list), std::end(list), name,
                       [](const Spelling& s, std::string_view n) { return s.lower < n; });
  return found != std::end(list) && found->lower == name ? found->spelt : std::string_view{};
}

template <std::size_t N>
constexpr bool is_sorted_list(const std::string_view (&list)[N]) {
  return std::is_sorted(std::begin(list), std::end(list));
}
static_assert(is_sorted_list(kElements) && is_sorted_list(kAttributes));

}  // namespace

bool SanitiseLists::html_element(std::string_view name) {
  return holds(kElements, name);
}
bool SanitiseLists::html_attribute(std::string_view name) {
  return holds(kAttributes, name);
}
bool SanitiseLists::void_element(std::string_view name) {
  return holds(kVoidElements, name);
}
bool SanitiseLists::address_attribute(std::string_view name) {
  return holds(kAddressAttributes, name);
}
bool SanitiseLists::scheme(std::string_view name) {
  return holds(kSchemes, name);
}
bool SanitiseLists::css_property(std::string_view name) {
  return holds(kCssProperties, name);
}
bool SanitiseLists::css_keyword(std::string_view name) {
  return holds(kCssKeywords, name);
}
bool SanitiseLists::svg_css_property(std::string_view name) {
  return holds(kSvgCssProperties, name);
}
bool SanitiseLists::math_element(std::string_view name) {
  return holds(kMathElements, name);
}
bool SanitiseLists::math_attribute(std::string_view name) {
  return holds(kMathAttributes, name);
}

std::string_view SanitiseLists::svg_element(std::string_view name) {
  if (holds(kSvgElements, name)) return name;
  return spelt(kSvgSpeltElements, name);
}
std::string_view SanitiseLists::svg_attribute(std::string_view name) {
  if (holds(kSvgAttributes, name)) return name;
  return spelt(kSvgSpeltAttributes, name);
}

}  // namespace khabar
