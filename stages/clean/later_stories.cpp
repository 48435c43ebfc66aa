#include "stages/clean/later_stories.h"

#include <algorithm>
#include <cstdint>

#include "core/text/fold.h"
#include "stages/clean/main_text.h"

namespace khabar {
namespace {

constexpr std::size_t kHeadlinesMax = 64;
constexpr int kLevelsMax = 48;                 // from a text up to its heading
constexpr int kDepthMax = 1000;                // of any tree that the parser makes
constexpr std::uint32_t kStoryBytesMin = 300;  // in sentences

std::string_view class_of(const Node* element) {
  const Attribute* attribute = element->find_attribute(AttributeName::class_);
  return attribute != nullptr ? attribute->value() : std::string_view{};
}

bool is_of_one_make(const Node* a, const Node* b) {
  return a->tag == b->tag && class_of(a) == class_of(b);
}

int depth_of(const Node* node) {
  int depth = 0;
  while (node->parent != nullptr && depth < kDepthMax) node = node->parent, ++depth;
  return depth;
}

const Node* heading_of(const Block& block) {
  int level = 0;
  for (const Node* up = block.first->parent; up != nullptr && level < kLevelsMax; up = up->parent) {
    if (up->tag == block.tag) return up;
    ++level;
  }
  return nullptr;
}

struct Wrappers {
  const Node* own = nullptr;
  const Node* other = nullptr;
};

// The two children of the nearest element above both headlines that hold one each.
Wrappers wrappers_of(const Node* own, const Node* other) {
  int own_depth = depth_of(own), other_depth = depth_of(other);
  while (own_depth > other_depth + 1) own = own->parent, --own_depth;
  while (other_depth > own_depth + 1) other = other->parent, --other_depth;
  if (own_depth != other_depth) return {};  // none stands beside the other
  while (own != other && own->parent != other->parent) own = own->parent, other = other->parent;
  return own == other ? Wrappers{} : Wrappers{own, other};
}

bool is_below(const Node* node, const Node* wrapper) {
  int level = 0;
  for (; node != nullptr && level < kDepthMax; node = node->parent, ++level) {
    if (node == wrapper) return true;
  }
  return false;
}

// Blocks [first, last) around `headline` that stand below `wrapper`, where they are a run.
struct Run {
  std::size_t first = 0, last = 0;
};

Run run_of(const std::vector<Block>& blocks, std::size_t headline, const Node* wrapper) {
  Run run{headline, headline + 1};
  while (run.first > 0 && is_below(blocks[run.first - 1].first, wrapper)) --run.first;
  while (run.last < blocks.size() && is_below(blocks[run.last].first, wrapper)) ++run.last;
  return run;
}

bool holds_story(const std::vector<Block>& blocks, const std::vector<BlockFate>& fates, Run run) {
  std::uint32_t bytes = 0;
  for (std::size_t b = run.first; b < run.last; ++b) {
    if (fates[b] == BlockFate::kept && blocks[b].ends_sentence) bytes += blocks[b].bytes();
  }
  return bytes >= kStoryBytesMin;
}

}  // namespace

void drop_later_stories(const BlockParser& page, std::string_view title,
                        std::vector<BlockFate>& fates) {
  const std::vector<Block>& blocks = page.blocks();
  std::vector<std::size_t> headlines;
  for (std::size_t b = page.first_h1_block(); b < blocks.size(); ++b) {
    if (blocks[b].heading_level == 1 && headlines.size() < kHeadlinesMax) headlines.push_back(b);
  }
  if (headlines.size() < 2) return;
  const std::string key = folded(title);
  const auto named = std::find_if(headlines.begin(), headlines.end(), [&](std::size_t b) {
    const std::string text = folded(page.text_of(blocks[b]));
    return !text.empty() && key.starts_with(text);
  });
  const std::size_t own = named != headlines.end() ? *named : headlines.front();
  const Node* own_heading = heading_of(blocks[own]);
  Wrappers last;  // those that hold stories stand side by side: each is looked through once
  for (const std::size_t b : headlines) {
    const Node* heading = heading_of(blocks[b]);
    if (b == own || heading == nullptr || own_heading == nullptr) continue;
    if (!is_of_one_make(heading, own_heading)) continue;
    const Wrappers wrappers = wrappers_of(own_heading, heading);
    if (wrappers.own == nullptr || !is_of_one_make(wrappers.own, wrappers.other)) continue;
    if (wrappers.other == last.other || (last.own != nullptr && wrappers.own != last.own)) continue;
    const bool first = last.own == nullptr;
    last = wrappers;
    if (first && !holds_story(blocks, fates, run_of(blocks, own, wrappers.own))) return;
    const Run run = run_of(blocks, b, wrappers.other);
    if (!holds_story(blocks, fates, run)) continue;
    for (std::size_t i = run.first; i < run.last; ++i) {
      if (fates[i] == BlockFate::kept) fates[i] = BlockFate::outside;
    }
  }
}

}  // namespace khabar
