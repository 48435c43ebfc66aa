#include "stages/clean/block_markdown.h"

#include <algorithm>
#include <vector>

namespace khabar {
namespace {

constexpr std::size_t kInlineDepthMax = 24;

std::string_view opening(Tag tag) {
  switch (tag) {
    case Tag::b:
    case Tag::strong:
      return "**";
    case Tag::i:
    case Tag::em:
      return "*";
    case Tag::code:
      return "`";
    case Tag::del:
    case Tag::s:
    case Tag::strike:
      return "~~";
    default:
      return {};
  }
}

bool is_safe_link(std::string_view href) {
  return href.starts_with("http://") || href.starts_with("https://") || href.starts_with('/');
}

// The inline elements between a text node and its block: the inner ones of its ancestors.
std::vector<const Node*> wrappers_of(const Node* text) {
  std::vector<const Node*> out;
  for (const Node* up = text->parent; up && out.size() < kInlineDepthMax; up = up->parent) {
    const bool marks = !opening(up->tag).empty();
    const bool link = up->tag == Tag::a && is_safe_link(up->attribute(AttributeName::href));
    if (marks || link) out.push_back(up);
    if (up->tag == Tag::p || up->tag == Tag::div || up->tag == Tag::body || up->tag == Tag::li)
      break;
  }
  std::reverse(out.begin(), out.end());
  return out;
}

void close(const Node* element, std::string& out) {
  // Marks close before the blank, or CommonMark does not see them.
  const bool blank = !out.empty() && out.back() == ' ';
  if (blank) out.pop_back();
  if (element->tag == Tag::a) {
    out += "](";
    for (const char c : element->attribute(AttributeName::href)) {
      if (c == ' ' || c == ')' || c == '(') {
        out += c == ' ' ? "%20" : c == ')' ? "%29" : "%28";
      } else if (static_cast<unsigned char>(c) > 0x20) {
        out += c;
      }
    }
    out += ')';
  } else {
    out += opening(element->tag);
  }
  if (blank) out += ' ';
}

void append_escaped(std::string_view text, std::string& out) {
  for (const char c : text) {
    if (c == '\n' || c == '\t' || c == '\r' || c == ' ' || c == '\f') {
      if (!out.empty() && out.back() != ' ') out += ' ';
      continue;
    }
    if (c == '\\' || c == '*' || c == '_' || c == '`' || c == '[' || c == ']' || c == '<') {
      out += '\\';
    }
    out += c;
  }
}

}  // namespace

std::string escape_markdown(std::string_view text) {
  std::string out;
  append_escaped(text, out);
  return out;
}

std::string inline_markdown(const Block& block) {
  std::string out;
  std::vector<const Node*> open;
  const Node* root = block.first;
  while (root->parent) root = root->parent;
  for (const Node* node = block.first; node; node = next_in_preorder(node, root)) {
    if (node->is_text()) {
      const std::vector<const Node*> wanted = wrappers_of(node);
      std::size_t same = 0;
      while (same < open.size() && same < wanted.size() && open[same] == wanted[same]) ++same;
      while (open.size() > same) {
        close(open.back(), out);
        open.pop_back();
      }
      if (node->text().find_first_not_of(" \t\n\r\f") != std::string_view::npos) {
        for (std::size_t i = same; i < wanted.size(); ++i) {
          out += wanted[i]->tag == Tag::a ? std::string_view{"["} : opening(wanted[i]->tag);
          open.push_back(wanted[i]);
        }
      }
      append_escaped(node->text(), out);
    }
    if (node == block.last) break;
  }
  while (!open.empty()) {
    close(open.back(), out);
    open.pop_back();
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  const std::size_t first = out.find_first_not_of(' ');
  return first == std::string::npos ? std::string{} : out.substr(first);
}

}  // namespace khabar
