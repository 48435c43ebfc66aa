#include "stages/clean/page_elements.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "core/text/ascii.h"
#include "stages/clean/blocks.h"

namespace khabar {
namespace {

constexpr std::uint16_t kOpens = kOpensArticle | kOpensSide | kOpensFooter;
constexpr std::uint16_t kOfHead = 1u << 15;  // beside ElementKind: goes to head()

// clang-format off
constexpr std::uint16_t kinds_of_tag(Tag tag) {
  switch (tag) {
    case Tag::title: case Tag::base: case Tag::meta: case Tag::link: case Tag::script:
      return kOfHead;
    case Tag::h1: return kOfHead | kHeadingMark;
    case Tag::h2: return kHeadingMark;
    case Tag::time: return kTimeMark;
    case Tag::img: return kImageMark;
    case Tag::a: return kLinkMark;
    case Tag::article: case Tag::main: return kOpensArticle;
    case Tag::aside: case Tag::nav: return kOpensSide;
    case Tag::footer: return kOpensFooter;
    case Tag::p: case Tag::span: case Tag::div: case Tag::li: case Tag::td: case Tag::small:
    case Tag::em: case Tag::i: case Tag::b: case Tag::strong: case Tag::h3: case Tag::h4:
    case Tag::h5: case Tag::h6: case Tag::dd: case Tag::abbr: case Tag::font: case Tag::center:
    case Tag::fieldset: case Tag::header: case Tag::address: case Tag::label:
      return kTextMark;
    default: return 0;
  }
}
// clang-format on

constexpr std::array<std::uint16_t, kKnownTags> kinds_of_tags() {
  std::array<std::uint16_t, kKnownTags> kinds{};
  for (std::uint32_t tag = 0; tag < kKnownTags; ++tag) kinds[tag] = kinds_of_tag(Tag{tag});
  return kinds;
}
constexpr std::array<std::uint16_t, kKnownTags> kKinds = kinds_of_tags();

// The attributes that are read: most are others.
constexpr std::uint64_t asked_attributes() {
  std::uint64_t asked = 0;
  for (const AttributeName name :
       {AttributeName::class_, AttributeName::id, AttributeName::style, AttributeName::hidden,
        AttributeName::aria_hidden, AttributeName::itemprop, AttributeName::property,
        AttributeName::role, AttributeName::rel, AttributeName::href}) {
    asked |= std::uint64_t{1} << static_cast<unsigned>(name);
  }
  return asked;
}
static_assert(static_cast<unsigned>(AttributeName::kKnownAttributeNamesEnd) <= 64);
constexpr std::uint64_t kAsked = asked_attributes();

// Of an inline element: does its style set it on lines of its own? Tables and flex boxes do too.
bool sets_apart(std::string_view display) {
  constexpr std::string_view kApart[] = {"block", "flex", "grid", "table", "list-item"};
  return std::any_of(std::begin(kApart), std::end(kApart),
                     [&](std::string_view name) { return display.starts_with(name); });
}

// Flags of what its style says: that nobody sees it, or that it is a block whatever its tag.
std::uint32_t flags_of_style(std::string_view style) {
  constexpr std::string_view kDisplay = "display:";
  std::uint32_t flags = 0;
  for (std::size_t at = 0; at + 7 < style.size(); ++at) {
    if ((style[at] | 0x20) != 'd' && (style[at] | 0x20) != 'v') continue;
    std::string compact;
    for (const char c : style.substr(at, 24)) {
      if (c == ';') break;
      if (c != ' ') compact += ascii_lower(c);
    }
    if (compact.starts_with("visibility:hidden")) flags |= kHidden | kInvisible;
    if (!compact.starts_with(kDisplay)) continue;
    const std::string_view display = std::string_view(compact).substr(kDisplay.size());
    if (display.starts_with("none")) flags |= kHidden | kInvisible;
    if (sets_apart(display)) flags |= kSetApart;
  }
  return flags;
}

std::uint32_t flags_of_role(std::string_view role) {
  if (role == "main") return kInMain;
  if (role == "article") return kInArticle;
  if (role == "navigation") return kInNav;
  if (role == "complementary") return kInAside;
  return 0;
}

bool is_body_property(std::string_view value) {
  return value == "articleBody" || value == "content:encoded" || value == "reviewBody";
}

}  // namespace

void PageElements::read(const Tree& tree) {
  if (signs_.size() < tree.node_count()) signs_.resize(tree.node_count());
  marks_.clear();
  head_.clear();
  open_.clear();
  const Node* const document = tree.document();
  const Node* node = document->first_child;
  while (node) {
    if (node->is_element() && node->ns == Namespace::html) enter(node);
    if (node->first_child) {
      node = node->first_child;
      continue;
    }
    while (node != document) {
      if (!open_.empty() && open_.back().node == node) {
        marks_.push_back(open_.back());
        open_.pop_back();
      }
      if (node->next) break;
      node = node->parent;
    }
    node = node == document ? nullptr : node->next;
  }
}

PageElements::Said PageElements::read_attributes(const Node* element, ElementSigns& signs) {
  constexpr std::size_t kHintIdBytesMax = 60;
  Said said;
  for (const Attribute& attribute : element->attributes()) {
    if ((kAsked >> static_cast<unsigned>(attribute.id) & 1) == 0) continue;
    const std::string_view value = attribute.value();
    switch (attribute.id) {
      case AttributeName::class_: {
        const ClassValue& known = memo_.of(value);
        signs.class_makes = static_cast<std::uint32_t>(known.hash >> 32);
        signs.groups |= known.groups;
        said.hints |= known.hints;
        break;
      }
      case AttributeName::id: {
        const ClassValue& known = memo_.of(value);
        signs.groups |= known.groups;
        said.hints |= value.size() <= kHintIdBytesMax
                          ? known.hints
                          : class_hints(value.substr(0, kHintIdBytesMax));
        break;
      }
      case AttributeName::style:
        signs.flags |= flags_of_style(value);
        break;
      case AttributeName::hidden:
        signs.flags |= kHidden | kInvisible;
        break;
      case AttributeName::aria_hidden:
        if (value == "true") signs.flags |= kHidden;
        break;
      case AttributeName::itemprop:
        signs.groups |= memo_.of(value).groups;
        [[fallthrough]];
      case AttributeName::property:
        if (is_body_property(value)) signs.flags |= kInBodyProperty;
        said.asks_facts = true;
        break;
      case AttributeName::role:
        signs.flags |= flags_of_role(value);
        signs.groups |= memo_.of(value).groups;
        break;
      case AttributeName::rel:
        said.has_rel = !value.empty();
        break;
      case AttributeName::href:
        said.leads = true;
        break;
      default:
        break;
    }
  }
  return said;
}

void PageElements::enter(const Node* element) {
  const Tag tag = element->tag;
  const bool is_frame = tag == Tag::html || tag == Tag::body;
  const auto number = static_cast<std::uint32_t>(tag);
  std::uint16_t kinds = number < kKnownTags ? kKinds[number] : std::uint16_t{0};
  ElementSigns signs;
  const Said said = read_attributes(element, signs);
  if (is_frame) signs.groups = 0;
  signs_[element->id] = signs;
  if ((kinds & kOfHead) != 0) head_.push_back(element);
  if (tag == Tag::a && said.has_rel) kinds |= kHasRel;
  if (said.asks_facts && tag != Tag::meta && tag != Tag::time) kinds |= kAsksFacts;
  if ((said.hints & kSideHint) != 0 && !is_frame) kinds |= kOpensSide;
  if (tag == Tag::a && !said.leads) kinds = static_cast<std::uint16_t>(kinds & ~kLinkMark);
  kinds = static_cast<std::uint16_t>(kinds & ~kOfHead);
  if (kinds == 0 && said.hints == 0) return;
  marks_.push_back({element, element->id, said.hints, kinds});
  if ((kinds & kOpens) == 0) return;
  kinds = static_cast<std::uint16_t>((kinds & kOpens) | kCloses);
  open_.push_back({element, element->id, 0, kinds});
}

}  // namespace khabar
