#include "stages/clean/quoted_posts.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "stages/clean/main_text.h"

namespace khabar {
namespace {

// Classes by which the scripts of the services find their posts.
constexpr std::array<std::string_view, 8> kPostClasses = {
    "twitter-tweet", "twitter-video",  "instagram-media", "tiktok-embed",
    "bluesky-embed", "mastodon-embed", "text-post-media", "fb-xfbml-parse-ignore"};
constexpr int kPostLevelsMax = 6;
// "View this post" is all link, but for a mark or two.
constexpr std::uint32_t kPromptBytes = 8;

bool has_post_class(const Node& element) {
  const Attribute* named = element.find_attribute(AttributeName::class_);
  if (named == nullptr) return false;
  const std::string_view value = named->value();
  return std::any_of(kPostClasses.begin(), kPostClasses.end(), [&](std::string_view name) {
    return value.find(name) != std::string_view::npos;
  });
}

// The quotation of a post that the block belongs to, or null.
const Node* post_of(const Block& block) {
  if (!block.has(kInQuote)) return nullptr;
  int level = 0;
  for (const Node* up = block.first->parent; up && level < kPostLevelsMax; up = up->parent) {
    if (up->tag == Tag::blockquote && has_post_class(*up)) return up;
    ++level;
  }
  return nullptr;
}

// "— Name (@handle) November 5, 2023": services write it in every language alike.
bool is_signature(std::string_view text) {
  return text.starts_with("—") && text.find("(@") != std::string_view::npos;
}

bool stands_beside(const BlockParser& page, const Block& post, const Block& kept) {
  if (kept.container < 0) return false;
  const std::int32_t wrapper = page.containers()[static_cast<std::size_t>(kept.container)].parent;
  return wrapper >= 0 && page.is_inside(post.container, wrapper);
}

}  // namespace

void keep_quoted_posts(const BlockParser& page, std::vector<BlockFate>& fates) {
  const std::vector<Block>& blocks = page.blocks();
  const Block* story = nullptr;  // the last kept block before the post
  for (std::size_t b = 0; b < blocks.size(); ++b) {
    const Block& block = blocks[b];
    const Node* const post = post_of(block);
    if (post == nullptr) {
      if (fates[b] == BlockFate::kept && block.heading_level == 0) story = &block;
      continue;
    }
    if (fates[b] != BlockFate::model || story == nullptr || block.has(kHidden)) continue;
    const bool is_prompt = block.links > 0 && block.link_bytes + kPromptBytes > block.bytes();
    if (is_prompt || is_signature(page.text_of(block))) continue;
    if (stands_beside(page, block, *story)) fates[b] = BlockFate::kept;
  }
}

}  // namespace khabar
