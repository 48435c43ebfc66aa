#include "stages/clean/visible_text.h"

#include <algorithm>
#include <bit>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

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

void part_block(std::string& out) {
  if (!out.empty() && out.back() == ' ') out.pop_back();
  if (!out.empty() && out.back() != '\n') out += '\n';
}

void cut_at_character(std::string& text, std::size_t bytes_max) {
  if (text.size() <= bytes_max) return;
  while (bytes_max > 0 && (static_cast<unsigned char>(text[bytes_max]) & 0xC0) == 0x80) --bytes_max;
  text.resize(bytes_max);
}

// Copies what stands as it is, sixteen bytes at a time: letters and single blanks, up to a control,
// a second blank or a lead byte under which other blanks and the soft hyphen lie. Returns how many.
std::size_t copy_plain([[maybe_unused]] std::string_view text, [[maybe_unused]] bool after_blank,
                       [[maybe_unused]] char* to) {
#ifdef __SSE2__
  const auto bits = [](__m128i mask) { return static_cast<unsigned>(_mm_movemask_epi8(mask)); };
  for (std::size_t at = 0; at + 16 <= text.size(); at += 16) {
    const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(text.data() + at));
    const auto is = [bytes](char c) { return _mm_cmpeq_epi8(bytes, _mm_set1_epi8(c)); };
    const __m128i control = _mm_cmpeq_epi8(_mm_min_epu8(bytes, _mm_set1_epi8(0x1F)), bytes);
    const __m128i leads =
        _mm_or_si128(_mm_or_si128(is('\xC2'), is('\xE1')), _mm_or_si128(is('\xE2'), is('\xE3')));
    const unsigned blanks = bits(is(' '));
    const unsigned behind_blank = blanks << 1 | (after_blank ? 1u : 0u);
    const unsigned stops = bits(_mm_or_si128(control, leads)) | (blanks & behind_blank);
    _mm_storeu_si128(reinterpret_cast<__m128i*>(to + at), bytes);
    if (stops != 0) return at + static_cast<unsigned>(std::countr_zero(stops));
    after_blank = blanks >> 15 != 0;
  }
  return text.size() / 16 * 16;
#else
  return 0;
#endif
}

}  // namespace

void append_collapsed(std::string_view text, std::string& out) {
  const std::size_t before = out.size();
  out.resize(before + text.size());  // nothing grows
  char* to = out.data() + before;
  char last = before == 0 ? ' ' : to[-1];  // at the beginning no blank is due
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t plain = copy_plain(text.substr(at), last == ' ' || last == '\n', to);
    if (plain > 0) {
      to += plain;
      at += plain;
      last = to[-1];
      if (at == text.size()) break;
    }
    const char c = text[at];
    if (c > ' ') {  // plain ASCII
      *to++ = last = c;
      ++at;
      continue;
    }
    const auto lead = static_cast<unsigned char>(c);
    std::size_t size = 1;
    bool blank = c == ' ';
    if (lead >= 0xC3 && lead <= 0xDF && at + 1 < text.size() &&
        (static_cast<unsigned char>(text[at + 1]) & 0xC0) == 0x80) {
      size = 2;  // U+00C0 to U+07FF: letters and marks, no blank among them
    } else if (!blank) {
      const CodePoint point = code_point_at(text, at);
      size = point.size;
      blank = is_blank(point.value);
      if (point.value == 0xAD) {  // soft hyphens are no part of a name
        at += size;
        continue;
      }
    }
    if (!blank) {
      std::copy_n(text.data() + at, size, to);
      to += size;
      last = to[-1];
    } else if (last != ' ' && last != '\n') {
      *to++ = last = ' ';
    }
    at += size;
  }
  out.resize(static_cast<std::size_t>(to - out.data()));
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
  out.clear();
  if (root->is_text()) append_collapsed(root->text().substr(0, bytes_max * 2), out);
  std::size_t nodes = 0;
  for (const Node* node = next_in_preorder(root, root); node && out.size() < bytes_max;) {
    if (++nodes > nodes_max) break;
    if (is_skipped_text(node)) {
      node = next_skipping_children(node, root);
      continue;
    }
    if (node->is_text()) {
      append_collapsed(node->text().substr(0, bytes_max * 2), out);
    } else if (parts_blocks(node)) {
      part_block(out);
    }
    const Node* next = next_in_preorder(node, root);
    // Leaving a block ends its line: what follows is not its child.
    if (next && next->parent != node && next->parent != node->parent && leaves_part(node, next)) {
      part_block(out);
    }
    node = next;
  }
  cut_at_character(out, bytes_max);
  trim_end(out);
}

}  // namespace khabar
