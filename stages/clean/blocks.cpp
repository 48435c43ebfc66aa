#include "stages/clean/blocks.h"

#include <algorithm>
#include <cmath>

#include "core/text/ascii.h"
#include "core/text/digest.h"
#include "core/text/utf8.h"
#include "stages/clean/word_scan.h"

namespace khabar {
namespace {

constexpr std::uint32_t kSentenceBytes = 80;
constexpr std::uint8_t kDistanceMax = 250;
constexpr ClassGroups kFragmentLink = bit_of(ClassGroup::navigation);
constexpr std::uint32_t kBreakParts = 60;  // a single <br> parts lines that are at least so long

// clang-format off
bool is_skipped(const Node* element) {
  if (element->ns != Namespace::html) return true;
  switch (element->tag) {
    case Tag::script: case Tag::style: case Tag::template_: case Tag::iframe: case Tag::select:
    case Tag::textarea: case Tag::button: case Tag::object: case Tag::embed: case Tag::canvas:
    case Tag::video: case Tag::audio: case Tag::head: case Tag::title: case Tag::map:
    case Tag::datalist: case Tag::meter: case Tag::progress: case Tag::rp: case Tag::rt:
      return true;
    default:
      return false;
  }
}

bool is_inline(Tag tag) {
  switch (tag) {
    case Tag::a: case Tag::abbr: case Tag::acronym: case Tag::b: case Tag::bdi: case Tag::bdo:
    case Tag::big: case Tag::cite: case Tag::code: case Tag::data: case Tag::del: case Tag::dfn:
    case Tag::em: case Tag::font: case Tag::i: case Tag::img: case Tag::input: case Tag::ins:
    case Tag::kbd: case Tag::label: case Tag::mark: case Tag::nobr: case Tag::q: case Tag::ruby:
    case Tag::s: case Tag::samp: case Tag::small: case Tag::span: case Tag::strike:
    case Tag::strong: case Tag::sub: case Tag::sup: case Tag::time: case Tag::tt: case Tag::u:
    case Tag::var: case Tag::wbr: case Tag::rb: case Tag::rtc: case Tag::picture: case Tag::slot:
    case Tag::source: case Tag::blink: case Tag::basefont: case Tag::link: case Tag::meta:
      return true;
    default:
      return false;
  }
}

// Inline elements that hold text: pictures and controls are set apart for their looks.
bool may_be_set_apart(Tag tag) {
  return tag == Tag::span || tag == Tag::font || tag == Tag::a || tag == Tag::strong ||
         tag == Tag::b || tag == Tag::em || tag == Tag::i || tag == Tag::small ||
         tag == Tag::label || tag == Tag::time;
}

std::uint8_t heading_level(Tag tag) {
  switch (tag) {
    case Tag::h1: return 1; case Tag::h2: return 2; case Tag::h3: return 3;
    case Tag::h4: return 4; case Tag::h5: return 5; case Tag::h6: return 6;
    default: return 0;
  }
}

std::uint32_t flags_of(const Node* element) {
  switch (element->tag) {
    case Tag::article: return kInArticle;
    case Tag::main: return kInMain;
    case Tag::nav: case Tag::menu: return kInNav;
    case Tag::aside: return kInAside;
    case Tag::footer: return kInFooter;
    case Tag::header: return kInHeader;
    case Tag::form: return kInForm;
    case Tag::td: case Tag::th: return kInTable;
    case Tag::ul: case Tag::dl: return kInList;
    case Tag::ol: return kInList | kOrderedList;
    case Tag::figure: return kInFigure;
    case Tag::blockquote: return kInQuote;
    case Tag::address: return kInAddress;
    case Tag::details: return kInDetails;
    case Tag::noscript: case Tag::dialog: return kHidden;
    case Tag::a: return kInLink;
    default: return heading_level(element->tag) > 0 ? std::uint32_t{kInHeading} : 0u;
  }
}
// clang-format on

// Host and path: the host too tells, as that of a share button.
std::string_view path_of(std::string_view href) {
  const std::size_t scheme = href.find("://");
  return scheme == std::string_view::npos ? href : href.substr(scheme + 3);
}

std::uint32_t mix(std::uint32_t a, std::uint32_t b) {
  std::uint64_t x = (std::uint64_t{a} << 32 | b) * 0x9E3779B97F4A7C15ull;
  return static_cast<std::uint32_t>(x >> 32) ^ static_cast<std::uint32_t>(x);
}

bool is_html_blank(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

}  // namespace

ClassGroups link_groups(const Block& block) {
  if (block.first_link == nullptr) return 0;
  const std::string_view href = block.first_link->attribute(AttributeName::href);
  return href.starts_with('#') ? kFragmentLink : class_groups(path_of(href));
}

void BlockParser::parse(const Tree& tree) {
  PageElements elements;
  elements.read(tree);
  parse(tree, elements);
}

void BlockParser::parse(const Tree& tree, const PageElements& elements) {
  elements_ = &elements;
  frames_.clear();
  blocks_.clear();
  containers_.clear();
  text_bytes_ = 0;
  has_open_ = false;
  pending_breaks_ = link_depth_ = bold_depth_ = italic_depth_ = pre_depth_ = 0;
  first_h1_block_ = UINT32_MAX;
  best_container_ = -1;
  link_ = nullptr;
  image_seen_ = false;
  const Node* root = tree.body() ? tree.body() : tree.root();
  if (!root) return;
  enter(root);
  const Node* node = root->first_child;
  while (node && blocks_.size() - (has_open_ ? 1 : 0) < kBlocksMax) {
    if (node->is_text()) append(node);
    if (node->is_element()) {
      if (node->tag == Tag::br) {
        line_break();
      } else if (node->tag == Tag::hr) {
        flush();
      } else if (!is_skipped(node)) {
        enter(node);
        if (node->first_child) {
          node = node->first_child;
          continue;
        }
        leave();
      }
    }
    while (node && !node->next) {
      node = node->parent;
      if (node == root || !node) {
        node = nullptr;
        break;
      }
      leave();
    }
    if (node) node = node->next;
  }
  flush();
  first_h1_block_ = std::min(first_h1_block_, static_cast<std::uint32_t>(blocks_.size()));
  add_up_containers();
  score_containers();
}

// Parents stand before their children.
void BlockParser::add_up_containers() {
  for (std::size_t i = containers_.size(); i-- > 1;) {
    const Container& inner = containers_[i];
    if (inner.parent < 0) continue;
    Container& outer = containers_[inner.parent];
    outer.blocks += inner.blocks;
    outer.text_bytes += inner.text_bytes;
    outer.link_bytes += inner.link_bytes;
    outer.sentence_bytes += inner.sentence_bytes;
    outer.sentence_blocks += inner.sentence_blocks;
  }
}

// Room for `bytes` more behind the text, and then for kTextBytesBehind that may be read. Kept for
// the next page, so that it is rarely made.
char* BlockParser::room(std::size_t bytes) {
  constexpr std::size_t kTextBytesFirst = 64 << 10;
  bytes += kTextBytesBehind;
  if (text_.size() - text_bytes_ < bytes) {
    text_.resize(std::max({kTextBytesFirst, text_.size() * 2, text_bytes_ + bytes}));
  }
  return text_.data() + text_bytes_;
}

void BlockParser::put(char c) {
  *room(1) = c;
  ++text_bytes_;
}

void BlockParser::enter(const Node* element) {
  const ElementSigns& signs = elements_->signs_of(element);
  const bool set_apart = (signs.flags & kSetApart) != 0 && pre_depth_ == 0;  // there: lines of code
  const bool is_block = !is_inline(element->tag) || (set_apart && may_be_set_apart(element->tag));
  if (is_block) flush();
  Frame& frame = frames_.emplace_back();  // written in place: what is copied at once waits for it
  frame.element = element;
  frame.is_block = is_block;
  frame.flags = flags_of(element) | (signs.flags & ~std::uint32_t{kSetApart});
  frame.own_groups = signs.groups;
  frame.signature = mix(static_cast<std::uint32_t>(element->tag), signs.class_makes);
  if (frames_.size() > 1) {
    const Frame& parent = frames_[frames_.size() - 2];
    frame.flags |= parent.flags;
    // The inner list decides whether its items are numbered.
    if (element->tag == Tag::ul) frame.flags &= ~static_cast<std::uint32_t>(kOrderedList);
    frame.list_depth = parent.list_depth;
    for (std::size_t i = 0; i < frame.groups.size(); ++i) {
      const std::uint8_t up = parent.groups[i];
      frame.groups[i] = static_cast<std::uint8_t>(up + (up != 0 && up < kDistanceMax ? 1 : 0));
    }
  }
  for (ClassGroups rest = frame.own_groups; rest; rest &= rest - 1) {
    frame.groups[static_cast<std::size_t>(__builtin_ctz(rest))] = 1;
  }
  if (element->tag == Tag::ul || element->tag == Tag::ol) {
    frame.list_depth = static_cast<std::uint8_t>(std::min(frame.list_depth + 1, 15));
  }
  if (element->tag == Tag::a) {
    ++link_depth_;
    link_ = element;
  }
  if (element->tag == Tag::img || element->tag == Tag::picture) image_seen_ = true;
  if (element->tag == Tag::b || element->tag == Tag::strong) ++bold_depth_;
  if (element->tag == Tag::i || element->tag == Tag::em) ++italic_depth_;
  if (element->tag == Tag::pre) ++pre_depth_;
  if (element->tag == Tag::a && has_open_) {
    if (open().links++ == 0) open().first_link = link_;
  }
}

void BlockParser::leave() {
  const Frame& frame = frames_.back();
  if (frame.is_block) flush();
  switch (frame.element->tag) {
    case Tag::a:
      --link_depth_;
      break;
    case Tag::b:
    case Tag::strong:
      --bold_depth_;
      break;
    case Tag::i:
    case Tag::em:
      --italic_depth_;
      break;
    case Tag::pre:
      --pre_depth_;
      break;
    default:
      break;
  }
  frames_.pop_back();
}

void BlockParser::line_break() {
  if (!has_open_) return;
  if (pre_depth_ > 0) {
    put('\n');
    return;
  }
  ++pending_breaks_;
}

void BlockParser::append(const Node* node) {
  const std::string_view data = node->text();
  const bool blank = std::all_of(data.begin(), data.end(), is_html_blank);
  if (blank) {
    if (has_open_ && pending_breaks_ == 0 && text_bytes_ > open().begin && last() != ' ' &&
        pre_depth_ == 0) {
      put(' ');
    }
    return;
  }
  if (pending_breaks_ > 0 && has_open_) {
    const std::size_t length = text_bytes_ - open().begin;
    const bool behind_bold_line = plain_bytes_ == 0 && bold_depth_ == 0;
    if (pending_breaks_ > 1 || length >= kBreakParts || behind_bold_line) {
      flush();
    } else if (length > 0 && last() != ' ') {
      put(' ');
    }
  }
  pending_breaks_ = 0;
  if (!has_open_) {
    Block& fresh = blocks_.emplace_back();
    fresh.begin = static_cast<std::uint32_t>(text_bytes_);
    fresh.first = node;
    has_open_ = true;
    plain_bytes_ = upright_bytes_ = 0;
    if (link_depth_ > 0) {
      fresh.links = 1;
      fresh.first_link = link_;
    }
    if (image_seen_) fresh.flags |= kAfterImage;
    image_seen_ = false;
  }
  const std::size_t before = text_bytes_;
  if (pre_depth_ > 0) {
    append_verbatim(data);
  } else {
    append_collapsed(data);
  }
  const auto added = static_cast<std::uint32_t>(text_bytes_ - before);
  if (link_depth_ > 0) open().link_bytes += added;
  if (bold_depth_ == 0) plain_bytes_ += added;
  if (italic_depth_ == 0) upright_bytes_ += added;
  open().last = node;
}

// Runs of blanks and controls become one blank, and none at the beginning of a block.
void BlockParser::append_collapsed(std::string_view data) {
  char* const begin = room(data.size());
  char* const end = copy_collapsed(data, text_bytes_ == open().begin || last() == ' ', begin);
  text_bytes_ += static_cast<std::size_t>(end - begin);
}

void BlockParser::append_verbatim(std::string_view data) {
  char* to = room(data.size());
  for (const char c : data) {
    if (c != '\r') *to++ = c;
  }
  text_bytes_ = static_cast<std::size_t>(to - text_.data());
}

std::int32_t BlockParser::container_of_frame(std::size_t index) {
  // From the outermost frame without one inwards, so that parents come first.
  std::size_t from = index + 1;
  while (from > 0 && frames_[from - 1].container < 0) --from;
  for (std::size_t at = from; at <= index; ++at) {
    Container& container = containers_.emplace_back();
    container.parent = at == 0 ? -1 : frames_[at - 1].container;
    container.element = frames_[at].element;
    container.depth = static_cast<std::uint16_t>(at);
    container.groups = frames_[at].own_groups;
    container.signature = frames_[at].signature;
    frames_[at].container = static_cast<std::int32_t>(containers_.size() - 1);
  }
  return frames_[index].container;
}

void BlockParser::flush() {
  if (!has_open_) return;
  has_open_ = false;
  pending_breaks_ = 0;
  Block& block = blocks_.back();
  while (text_bytes_ > block.begin && (last() == ' ' || last() == '\n')) --text_bytes_;
  if (text_bytes_ == block.begin) return blocks_.pop_back();
  block.end = static_cast<std::uint32_t>(text_bytes_);
  // The innermost block-level frame that holds the whole run: the inline ones inside have closed.
  std::size_t index = frames_.size() - 1;
  while (index > 0 && !frames_[index].is_block) --index;
  const Frame& frame = frames_[index];
  block.flags |= frame.flags | (frames_.back().flags & kInLink);
  block.groups = frame.groups;
  block.depth = static_cast<std::uint16_t>(index);
  block.list_depth = frame.list_depth;
  block.tag = frame.element->tag;
  block.signature = frame.signature;
  for (std::size_t up = index; up-- > 0 && index - up <= 2;) {
    block.signature = mix(block.signature, frames_[up].signature);
  }
  for (std::size_t up = index + 1; up-- > 0 && index - up < 4;) {
    const std::uint8_t level = heading_level(frames_[up].element->tag);
    if (level > 0) block.heading_level = level;
  }
  // <li><div>..., <td><span>...: a lone wrapper does not hide what the text is.
  for (std::size_t up = index; block.tag == Tag::div && up-- > 0 && index - up < 3;) {
    const Tag tag = frames_[up].element->tag;
    if (tag == Tag::li || tag == Tag::td || tag == Tag::th || tag == Tag::figcaption ||
        tag == Tag::blockquote) {
      block.tag = tag;
    }
  }
  if (plain_bytes_ == 0) block.flags |= kAllBold;
  if (upright_bytes_ == 0) block.flags |= kAllItalic;
  count_characters(block);
  block.container = container_of_frame(index);
  const std::uint32_t bytes = block.bytes();
  const bool sentence = bytes >= kSentenceBytes && block.marks > 0 &&
                        block.link_bytes * 2 < bytes && block.heading_level == 0;
  Container& container = containers_[block.container];  // its wrappers: add_up_containers()
  ++container.blocks;
  container.text_bytes += bytes;
  container.link_bytes += block.link_bytes;
  if (sentence) {
    container.sentence_bytes += bytes;
    ++container.sentence_blocks;
  }
  if (block.heading_level == 1 && first_h1_block_ == UINT32_MAX) {
    first_h1_block_ = static_cast<std::uint32_t>(blocks_.size() - 1);
  }
}

// Readability's idea, on bytes: each block that reads like sentences vouches for its parent, half
// as much for the next wrapper, and so on; what the class words say tips the scale.
void BlockParser::score_containers() {
  for (const Block& block : blocks_) {
    const std::uint32_t bytes = block.bytes();
    if (bytes < 40 || block.heading_level > 0 || block.has(kHidden)) continue;
    const float links = static_cast<float>(block.link_bytes) / static_cast<float>(bytes);
    if (links > 0.5f) continue;
    const float worth = (1 - links) * (std::min(static_cast<float>(bytes), 900.0f) +
                                       20.0f * static_cast<float>(std::min(block.marks, 30u)));
    float share = 1;
    std::int32_t at = containers_[block.container].parent;
    if (at < 0) at = block.container;
    for (int up = 0; at >= 0 && up < 4; ++up, at = containers_[at].parent, share *= 0.55f) {
      containers_[at].score += worth * share;
    }
  }
  float best = 0;
  for (std::size_t i = 0; i < containers_.size(); ++i) {
    Container& container = containers_[i];
    const ClassGroups groups = container.groups;
    if (groups & (bit_of(ClassGroup::content) | bit_of(ClassGroup::article))) {
      container.score *= 1.25f;
    }
    if (groups & (bit_of(ClassGroup::comment) | bit_of(ClassGroup::related) |
                  bit_of(ClassGroup::sidebar) | bit_of(ClassGroup::footer) |
                  bit_of(ClassGroup::navigation) | bit_of(ClassGroup::overlay))) {
      container.score *= 0.4f;
    }
    const float links = static_cast<float>(container.link_bytes) /
                        static_cast<float>(std::max(container.text_bytes, 1u));
    const float score = container.score * (1 - links);
    if (score > best) {
      best = score;
      best_container_ = static_cast<std::int32_t>(i);
    }
  }
}

bool BlockParser::is_inside(std::int32_t container, std::int32_t ancestor) const {
  while (container > ancestor) container = containers_[container].parent;
  return container == ancestor;
}

}  // namespace khabar
