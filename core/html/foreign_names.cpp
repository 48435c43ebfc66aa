#include "core/html/foreign_names.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace khabar {
namespace {

struct Spelling {
  std::string_view lower, right;
};

// Sorted by `lower`.
constexpr std::array<Spelling, 58> kSvgAttributes = {{
    {"attributename", "attributeName"},
    {"attributetype", "attributeType"},
    {"basefrequency", "baseFrequency"},
    {"baseprofile", "baseProfile"},
    {"calcmode", "calcMode"},
    {"clippathunits", "clipPathUnits"},
    {"diffuseconstant", "diffuseConstant"},
    {"edgemode", "edgeMode"},
    {"filterunits", "filterUnits"},
    {"glyphref", "glyphRef"},
    {"gradienttransform", "gradientTransform"},
    {"gradientunits", "gradientUnits"},
    {"kernelmatrix", "kernelMatrix"},
    {"kernelunitlength", "kernelUnitLength"},
    {"keypoints", "keyPoints"},
    {"keysplines", "keySplines"},
    {"keytimes", "keyTimes"},
    {"lengthadjust", "lengthAdjust"},
    {"limitingconeangle", "limitingConeAngle"},
    {"markerheight", "markerHeight"},
    {"markerunits", "markerUnits"},
    {"markerwidth", "markerWidth"},
    {"maskcontentunits", "maskContentUnits"},
    {"maskunits", "maskUnits"},
    {"numoctaves", "numOctaves"},
    {"pathlength", "pathLength"},
    {"patterncontentunits", "patternContentUnits"},
    {"patterntransform", "patternTransform"},
    {"patternunits", "patternUnits"},
    {"pointsatx", "pointsAtX"},
    {"pointsaty", "pointsAtY"},
    {"pointsatz", "pointsAtZ"},
    {"preservealpha", "preserveAlpha"},
    {"preserveaspectratio", "preserveAspectRatio"},
    {"primitiveunits", "primitiveUnits"},
    {"refx", "refX"},
    {"refy", "refY"},
    {"repeatcount", "repeatCount"},
    {"repeatdur", "repeatDur"},
    {"requiredextensions", "requiredExtensions"},
    {"requiredfeatures", "requiredFeatures"},
    {"specularconstant", "specularConstant"},
    {"specularexponent", "specularExponent"},
    {"spreadmethod", "spreadMethod"},
    {"startoffset", "startOffset"},
    {"stddeviation", "stdDeviation"},
    {"stitchtiles", "stitchTiles"},
    {"surfacescale", "surfaceScale"},
    {"systemlanguage", "systemLanguage"},
    {"tablevalues", "tableValues"},
    {"targetx", "targetX"},
    {"targety", "targetY"},
    {"textlength", "textLength"},
    {"viewbox", "viewBox"},
    {"viewtarget", "viewTarget"},
    {"xchannelselector", "xChannelSelector"},
    {"ychannelselector", "yChannelSelector"},
    {"zoomandpan", "zoomAndPan"},
}};
constexpr bool comes_before(const Spelling& a, const Spelling& b) {
  return a.lower < b.lower;
}
static_assert(std::is_sorted(kSvgAttributes.begin(), kSvgAttributes.end(), comes_before));

void spell(Attribute& attribute, std::string_view right) {
  attribute.name_bytes = right.data();  // of the same length, case apart
}

void adjust_svg_attribute(Attribute& attribute) {
  const std::string_view name = attribute.name();
  if (name.size() < 4 || attribute.id != AttributeName::other) return;
  const auto at = std::lower_bound(
      kSvgAttributes.begin(), kSvgAttributes.end(), name,
      [](const Spelling& spelling, std::string_view wanted) { return spelling.lower < wanted; });
  if (at != kSvgAttributes.end() && at->lower == name) spell(attribute, at->right);
}

}  // namespace

void adjust_foreign_attribute(Attribute& attribute, Namespace ns) {
  if (ns == Namespace::svg) {
    adjust_svg_attribute(attribute);
  } else if (attribute.name() == "definitionurl") {
    spell(attribute, "definitionURL");
  }
  const std::string_view name = attribute.name();
  if (name.empty() || name[0] != 'x') return;
  static constexpr std::string_view kXlink[] = {"actuate", "arcrole", "href", "role",
                                                "show",    "title",   "type"};
  if (name == "xmlns" || name == "xmlns:xlink") {
    attribute.ns = AttributeNamespace::xmlns;
  } else if (name == "xml:lang" || name == "xml:space") {
    attribute.ns = AttributeNamespace::xml;
  } else if (name.starts_with("xlink:") &&
             std::find(std::begin(kXlink), std::end(kXlink), name.substr(6)) != std::end(kXlink)) {
    attribute.ns = AttributeNamespace::xlink;
  }
}

std::string_view svg_tag_name(Tag tag) {
  switch (tag) {
    case Tag::altglyph:
      return "altGlyph";
    case Tag::altglyphdef:
      return "altGlyphDef";
    case Tag::altglyphitem:
      return "altGlyphItem";
    case Tag::animatecolor:
      return "animateColor";
    case Tag::animatemotion:
      return "animateMotion";
    case Tag::animatetransform:
      return "animateTransform";
    case Tag::clippath:
      return "clipPath";
    case Tag::feblend:
      return "feBlend";
    case Tag::fecolormatrix:
      return "feColorMatrix";
    case Tag::fecomponenttransfer:
      return "feComponentTransfer";
    case Tag::fecomposite:
      return "feComposite";
    case Tag::feconvolvematrix:
      return "feConvolveMatrix";
    case Tag::fediffuselighting:
      return "feDiffuseLighting";
    case Tag::fedisplacementmap:
      return "feDisplacementMap";
    case Tag::fedistantlight:
      return "feDistantLight";
    case Tag::fedropshadow:
      return "feDropShadow";
    case Tag::feflood:
      return "feFlood";
    case Tag::fefunca:
      return "feFuncA";
    case Tag::fefuncb:
      return "feFuncB";
    case Tag::fefuncg:
      return "feFuncG";
    case Tag::fefuncr:
      return "feFuncR";
    case Tag::fegaussianblur:
      return "feGaussianBlur";
    case Tag::feimage:
      return "feImage";
    case Tag::femerge:
      return "feMerge";
    case Tag::femergenode:
      return "feMergeNode";
    case Tag::femorphology:
      return "feMorphology";
    case Tag::feoffset:
      return "feOffset";
    case Tag::fepointlight:
      return "fePointLight";
    case Tag::fespecularlighting:
      return "feSpecularLighting";
    case Tag::fespotlight:
      return "feSpotLight";
    case Tag::fetile:
      return "feTile";
    case Tag::feturbulence:
      return "feTurbulence";
    case Tag::foreignobject:
      return "foreignObject";
    case Tag::glyphref:
      return "glyphRef";
    case Tag::lineargradient:
      return "linearGradient";
    case Tag::radialgradient:
      return "radialGradient";
    case Tag::textpath:
      return "textPath";
    default:
      return {};
  }
}

}  // namespace khabar
