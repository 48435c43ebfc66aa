// SVG and MathML spell some names in camel case; the tokenizer gives them in lower case.
// WHATWG HTML 13.2.6.5 and 13.2.6.1. Pure functions; any thread.
#pragma once

#include <string_view>

#include "core/html/tree.h"

namespace khabar {

// "foreignObject" for Tag::foreignobject; empty where the lower-case name stands.
std::string_view svg_tag_name(Tag tag);

// Spells one attribute of an element of `ns` (svg or mathml) right, and gives it its namespace.
void adjust_foreign_attribute(Attribute& attribute, Namespace ns);

}  // namespace khabar
