#include "stages/clean/visible_text.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

#include "core/base/check.h"
#include "core/text/byte_lanes.h"
#include "core/text/utf8.h"

namespace khabar {
namespace {

bool is_skipped_text(const Node* node) {
  if (!node->is_element()) return false;
  if (node->ns != Namespace::html) return true;
  switch (node->tag) {
    case Tag::script:
    case Tag::style:
    case Tag::noscript:
    case Tag::template_:
    case Tag::iframe:
    case Tag::textarea:
    case Tag::select:
    case Tag::button:
      return true;
    default:
      return false;
  }
}

bool parts_blocks(const Node* node) {
  if (!node->is_element()) return false;
  switch (node->tag) {
    case Tag::div:
    case Tag::p:
    case Tag::br:
    case Tag::li:
    case Tag::ul:
    case Tag::ol:
    case Tag::h1:
    case Tag::h2:
    case Tag::h3:
    case Tag::h4:
    case Tag::td:
    case Tag::tr:
    case Tag::section:
    case Tag::header:
    case Tag::footer:
    case Tag::figure:
    case Tag::time:
    case Tag::address:
    case Tag::dd:
    case Tag::dt:
    case Tag::aside:
      return true;
    default:
      return false;
  }
}

// Elements that dress words, as against <span> and <a>, which pages set apart like blocks.
bool is_dress(const Node* node) {
  switch (node->tag) {
    case Tag::b:
    case Tag::strong:
    case Tag::i:
    case Tag::em:
    case Tag::u:
    case Tag::font:
    case Tag::big:
    case Tag::mark:
    case Tag::s:
      return true;
    default:
      return false;
  }
}

// Does the way from `node` up to the parent of `next` leave anything but dress?
bool leaves_part(const Node* node, const Node* next) {
  for (const Node* up = node->parent; up && up != next->parent; up = up->parent) {
    if (!is_dress(up)) return true;
  }
  return false;
}

#ifdef __SSE2__
// Of sixteen bytes those that do not stand as they are: controls, a blank behind a blank, and lead
// bytes under which other blanks and the soft hyphen lie.
std::uint32_t stops_of(__m128i bytes, std::uint32_t blank_before) {
  namespace lanes = byte_lanes;
  const __m128i leads = lanes::any(lanes::is(bytes, 0xC2), lanes::in(bytes, 0xE1, 0xE3));
  const std::uint32_t blanks = lanes::bits(lanes::is(bytes, ' '));
  return lanes::bits(lanes::any(lanes::in(bytes, 0, 0x1F), leads)) |
         (blanks & (blanks << 1 | blank_before));
}

// Copies 4 to 15 bytes if all of them stand as they are: from both ends, so that any two which are
// neighbours are seen side by side. Blanks that only meet in the middle count too, for nothing.
bool copies_short(std::string_view text, std::uint32_t blank_before, char* to) {
  const std::size_t part = text.size() < 8 ? 4 : 8, back = text.size() - part;
  std::uint64_t front = 0, rear = 0;
  if (part == 8) {
    std::memcpy(&front, text.data(), 8);
    std::memcpy(&rear, text.data() + back, 8);
  } else {
    std::memcpy(&front, text.data(), 4);
    std::memcpy(&rear, text.data() + back, 4);
    front |= rear << 32;
    rear = front;
  }
  const __m128i bytes =
      _mm_set_epi64x(static_cast<std::int64_t>(rear), static_cast<std::int64_t>(front));
  if (stops_of(bytes, blank_before) != 0) return false;
  if (part == 8) {
    std::memcpy(to, &front, 8);
    std::memcpy(to + back, &rear, 8);
  } else {
    rear >>= 32;
    std::memcpy(to, &front, 4);
    std::memcpy(to + back, &rear, 4);
  }
  return true;
}
#endif

// Copies what stands as it is, sixteen bytes at a time. Returns how many.
std::size_t copy_plain([[maybe_unused]] std::string_view text, [[maybe_unused]] char* to) {
#ifdef __SSE2__
  std::uint32_t blank_before = 0;
  std::size_t at = 0;
  for (; at + 16 <= text.size(); at += 16) {
    const __m128i bytes = byte_lanes::load(text.data() + at);
    const std::uint32_t stops = stops_of(bytes, blank_before);
    _mm_storeu_si128(reinterpret_cast<__m128i*>(to + at), bytes);
    if (stops != 0) return at + static_cast<unsigned>(std::countr_zero(stops));
    blank_before = text[at + 15] == ' ' ? 1 : 0;
  }
  const std::string_view rest = text.substr(at);
  return rest.size() >= 4 && copies_short(rest, blank_before, to + at) ? text.size() : at;
#else
  return 0;
#endif
}

// Behind the run of ASCII blanks that goes on at `at`.
std::size_t end_of_blanks(std::string_view text, std::size_t at) {
#ifdef __SSE2__
  namespace lanes = byte_lanes;
  for (; at + 16 <= text.size(); at += 16) {
    const __m128i bytes = lanes::load(text.data() + at);
    const auto blanks = lanes::bits(lanes::any(lanes::is(bytes, ' '), lanes::in(bytes, 9, 13)));
    if (blanks != 0xFFFF) return at + static_cast<unsigned>(std::countr_one(blanks));
  }
#endif
  while (at < text.size() && is_blank(static_cast<unsigned char>(text[at]))) ++at;
  return at;
}

enum class ByteKind : std::uint8_t {
  plain,    // stands as it is; so do continuation bytes, whatever they continue
  blank,    // of ASCII
  may_lead  // a blank of another script, or a soft hyphen
};
constexpr std::array<ByteKind, 256> byte_kinds() {
  std::array<ByteKind, 256> kinds{};
  for (const unsigned c : {0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x20}) kinds[c] = ByteKind::blank;
  for (const unsigned c : {0xC2, 0xE1, 0xE2, 0xE3}) kinds[c] = ByteKind::may_lead;
  return kinds;
}
constexpr std::array<ByteKind, 256> kByteKinds = byte_kinds();

// Writes `text` behind `last`, what was written before it; ' ' or '\n' where no blank is due.
// Nothing grows. Returns the end.
char* collapse(std::string_view text, char last, char* to) {
  for (std::size_t at = 0; at < text.size();) {
    const ByteKind kind = kByteKinds[static_cast<unsigned char>(text[at])];
    if (kind == ByteKind::plain) {
      const std::size_t many = copy_plain(text.substr(at), to);
      const std::size_t size = many > 0 ? many : 1;
      if (many == 0) *to = text[at];
      to += size;
      at += size;
      last = to[-1];
      continue;
    }
    std::size_t behind = at + 1;
    bool blank = true;
    if (kind == ByteKind::blank) {
      behind = end_of_blanks(text, at + 1);
    } else {
      const CodePoint point = code_point_at(text, at);
      behind = at + point.size;
      blank = is_blank(point.value);
      constexpr char32_t kSoftHyphen = 0xAD;  // no part of a name
      if (!blank && point.value != kSoftHyphen) {
        to = std::copy_n(text.data() + at, point.size, to);
        last = to[-1];
      }
    }
    if (blank && last != ' ' && last != '\n') *to++ = last = ' ';
    at = behind;
  }
  return to;
}

// What is read of a subtree, line by line, in room enough for all of it.
class Lines {
 public:
  explicit Lines(char* room) : begin_(room), end_(room) {}

  std::size_t size() const { return static_cast<std::size_t>(end_ - begin_); }
  void add(std::string_view text) { end_ = collapse(text, size() == 0 ? ' ' : end_[-1], end_); }
  void part_block() {
    if (size() > 0 && end_[-1] == ' ') --end_;
    if (size() > 0 && end_[-1] != '\n') *end_++ = '\n';
  }
  // Its first bytes, cut at a character, without blanks at the end.
  std::string_view first(std::size_t bytes_max) const {
    std::string_view text = beginning_of({begin_, size()}, bytes_max);
    while (text.ends_with(' ') || text.ends_with('\n')) text.remove_suffix(1);
    return text;
  }

 private:
  char* begin_;
  char* end_;
};

void read_lines(const Node* root, std::size_t bytes_max, std::size_t nodes_max, Lines& lines) {
  if (root->is_text()) lines.add(root->text().substr(0, bytes_max * 2));
  std::size_t nodes = 0;
  for (const Node* node = next_in_preorder(root, root); node && lines.size() < bytes_max;) {
    if (++nodes > nodes_max) break;
    if (is_skipped_text(node)) {
      node = next_skipping_children(node, root);
      continue;
    }
    if (node->is_text()) {
      lines.add(node->text().substr(0, bytes_max * 2));
    } else if (parts_blocks(node)) {
      lines.part_block();
    }
    const Node* next = next_in_preorder(node, root);
    // Leaving a block ends its line: what follows is not its child.
    if (next && next->parent != node && next->parent != node->parent && leaves_part(node, next)) {
      lines.part_block();
    }
    node = next;
  }
}

}  // namespace

void append_collapsed(std::string_view text, std::string& out) {
  const std::size_t before = out.size();
  const char last = before == 0 ? ' ' : out.back();  // at the beginning no blank is due
  out.resize(before + text.size());
  const char* const end = collapse(text, last, out.data() + before);
  out.resize(static_cast<std::size_t>(end - out.data()));
}

void trim_end(std::string& text) {
  while (!text.empty() && (text.back() == ' ' || text.back() == '\n')) text.pop_back();
}

std::string visible_text(const Node* root, std::size_t bytes_max, std::size_t nodes_max) {
  std::string out;
  read_visible_text(root, bytes_max, nodes_max, out);
  return out;
}

void read_visible_text(const Node* root, std::size_t bytes_max, std::size_t nodes_max,
                       std::string& out) {
  CHECK(bytes_max <= kVisibleBytesMax);
  char room[kVisibleBytesMax * 3 + 1];  // less than the bound is there, one text more, and its end
  Lines lines(room);
  read_lines(root, bytes_max, nodes_max, lines);
  out = lines.first(bytes_max);
}

}  // namespace khabar
