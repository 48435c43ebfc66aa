// What the tree construction rules call an element, as bits, so that walking the stack of open
// elements reads one field a node. Constants and pure functions; any thread.
#pragma once

#include <cstdint>

#include "core/html/tree.h"

namespace khabar::element_flag {

using Flags = std::uint16_t;

inline constexpr Flags kSpecial = 1 << 0;             // 13.2.4.2 "special"
inline constexpr Flags kScope = 1 << 1;               // bounds "in scope"
inline constexpr Flags kListScope = 1 << 2;           // and "in list item scope": ol, ul
inline constexpr Flags kButtonScope = 1 << 3;         // and "in button scope": button
inline constexpr Flags kTableScope = 1 << 4;          // bounds "in table scope"
inline constexpr Flags kImpliedEnd = 1 << 5;          // popped by "generate implied end tags"
inline constexpr Flags kImpliedEndThorough = 1 << 6;  // also when done thoroughly
inline constexpr Flags kHeading = 1 << 7;             // h1 to h6
inline constexpr Flags kFosters = 1 << 8;             // table, tbody, tfoot, thead, tr
inline constexpr Flags kMarker = 1 << 9;              // its start put a marker among the formatting
inline constexpr Flags kMathTextPoint = 1 << 10;      // MathML text integration point
inline constexpr Flags kHtmlPoint = 1 << 11;          // HTML integration point
// Where the node is now:
inline constexpr Flags kOpen = 1 << 12;    // on the stack of open elements
inline constexpr Flags kListed = 1 << 13;  // in the list of active formatting elements

// All but the last two, and kHtmlPoint of annotation-xml, which asks for its attributes.
Flags of(Tag tag, Namespace ns);

}  // namespace khabar::element_flag
