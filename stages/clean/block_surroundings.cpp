// Second part of BlockFeatures: the section a block stands in, the way through the tree to its
// likely companions, and the page's own claims.
#include <algorithm>

#include "stages/clean/block_feature_list.h"
#include "stages/clean/block_feature_scales.h"
#include "stages/clean/block_features.h"

namespace khabar {
namespace {

constexpr float kFar = 8;  // log scale: further than any block

bool is_sentence(const Block& block) {
  return block.bytes() >= 80 && block.marks > 0 && block.link_bytes * 2 < block.bytes() &&
         block.heading_level == 0 && !block.has(kHidden);
}

// Steps up and down the tree from one container to another.
std::size_t hops(const std::vector<Container>& all, std::int32_t a, std::int32_t b) {
  std::size_t steps = 0;
  while (a != b) {  // parents stand before their children, so the greater number goes up
    if (a > b) {
      a = all[a].parent;
    } else {
      b = all[b].parent;
    }
    ++steps;
  }
  return steps;
}

}  // namespace

void BlockFeatures::sections(const BlockParser& page) {
  headings_.resize(blocks_);
  std::size_t heading = blocks_;
  for (std::size_t b = 0; b < blocks_; ++b) {
    const Block& block = page.blocks()[b];
    headings_[b] = static_cast<std::uint32_t>(heading);
    if (heading < blocks_) {
      own_column(k_section_level)[b] = page.blocks()[heading].heading_level;
    }
    own_column(k_section_blocks)[b] = heading < blocks_ ? log_scale(b - heading) : kFar;
    if (block.heading_level > 0) heading = b;
  }
}

void BlockFeatures::ways(const BlockParser& page) {
  const std::vector<Block>& all = page.blocks();
  const std::vector<Container>& containers = page.containers();
  const auto sweep = [&](Feature hop_feature, Feature block_feature, bool forward) {
    std::size_t near = blocks_;
    for (std::size_t i = 0; i < blocks_; ++i) {
      const std::size_t b = forward ? i : blocks_ - 1 - i;
      const bool known = near < blocks_;
      own_column(hop_feature)[b] =
          known ? static_cast<float>(hops(containers, all[b].container, all[near].container)) : 99;
      own_column(block_feature)[b] = known ? log_scale(b > near ? b - near : near - b) : kFar;
      if (is_sentence(all[b])) near = b;
    }
  };
  sweep(k_hops_prev_sentence, k_blocks_prev_sentence, true);
  sweep(k_hops_next_sentence, k_blocks_next_sentence, false);

  // For each container, the depth of its nearest ancestor that also holds the headline; then the
  // nearest <article>.
  container_marks_.assign(containers.size(), 0);
  const std::size_t h1 = page.first_h1_block();
  if (h1 < blocks_) {
    for (std::int32_t at = all[h1].container; at >= 0; at = containers[at].parent) {
      container_marks_[at] = 1;
    }
    for (std::size_t c = 0; c < containers.size(); ++c) {
      const std::int32_t parent = containers[c].parent;
      if (container_marks_[c] == 1) {
        container_marks_[c] = containers[c].depth;
      } else {
        container_marks_[c] = parent >= 0 ? container_marks_[parent] : 0;
      }
    }
  }
  for (std::size_t b = 0; b < blocks_; ++b) {
    const std::int32_t meet = container_marks_[all[b].container];
    own_column(k_levels_to_h1)[b] = h1 < blocks_ ? static_cast<float>(all[b].depth - meet) : -1.0f;
    own_column(k_hops_to_h1)[b] =
        h1 < blocks_ ? static_cast<float>(all[b].depth + all[h1].depth - 2 * meet) : -1.0f;
  }

  other_stories(page);
}

// Pages that load the next story below the first repeat its <article> and the make of its headline.
void BlockFeatures::other_stories(const BlockParser& page) {
  const std::vector<Block>& all = page.blocks();
  const std::vector<Container>& containers = page.containers();
  const std::size_t h1 = page.first_h1_block();
  std::vector<std::uint32_t> numbers(containers.size(), 0);
  std::uint32_t articles = 0;
  for (std::size_t c = 0; c < containers.size(); ++c) {
    const bool own = containers[c].element->tag == Tag::article;
    articles += own;
    numbers[c] = articles;
    container_marks_[c] = own                        ? static_cast<std::int32_t>(c)
                          : containers[c].parent < 0 ? -1
                                                     : container_marks_[containers[c].parent];
  }
  const float sentences =
      containers.empty() ? 1.0f : std::max(1.0f, static_cast<float>(containers[0].sentence_bytes));
  for (std::size_t b = 0; b < blocks_; ++b) {
    const std::int32_t article = container_marks_[all[b].container];
    own_column(k_article_share)[b] =
        article < 0 ? -1.0f : static_cast<float>(containers[article].sentence_bytes) / sentences;
    own_column(k_articles)[b] = log_scale(articles);
    own_column(k_article_number)[b] =
        article < 0 ? 0.0f : static_cast<float>(std::min(numbers[article], 50u));
    const std::int32_t of_h1 = h1 < blocks_ ? container_marks_[all[h1].container] : -1;
    own_column(k_own_article)[b] = of_h1 < 0 ? -1.0f : article == of_h1 ? 1.0f : 0.0f;
  }
  std::size_t headlines = 0;
  for (std::size_t b = 0; b < blocks_; ++b) {
    own_column(k_h1s_before)[b] = log_scale(headlines);
    headlines +=
        h1 < blocks_ && (all[b].signature == all[h1].signature || all[b].heading_level == 1);
    if (b == 0 || all[b].signature != all[b - 1].signature) continue;
    own_column(k_same_make_prev)[b] = 1;
    own_column(k_same_make_next)[b - 1] = 1;
  }
}

// The make of block that says most of the page in sentences is that of the story's paragraphs.
void BlockFeatures::main_makes(const BlockParser& page) {
  const std::vector<Block>& all = page.blocks();
  std::uint32_t main = 0;
  std::size_t most = 0;
  for (std::size_t from = 0; from < blocks_;) {  // signature_rows_: sorted by likeness()
    const std::uint32_t signature = all[signature_rows_[from]].signature;
    std::size_t bytes = 0, to = from;
    for (; to < blocks_ && all[signature_rows_[to]].signature == signature; ++to) {
      const Block& block = all[signature_rows_[to]];
      if (is_sentence(block)) bytes += block.bytes();
    }
    if (bytes > most) {
      most = bytes;
      main = signature;
    }
    from = to;
  }
  running_.assign(blocks_ + 1, 0.0f);
  const auto sums = [&](auto worth) {
    for (std::size_t b = 0; b < blocks_; ++b) running_[b + 1] = running_[b] + worth(all[b]);
    return std::max(running_[blocks_], 1.0f);
  };
  const auto worth_main = [&](const Block& block) {
    return most > 0 && block.signature == main && is_sentence(block)
               ? static_cast<float>(block.bytes())
               : 0.0f;
  };
  const float total = sums(worth_main);
  std::size_t last = blocks_;
  for (std::size_t b = 0; b < blocks_; ++b) {
    own_column(k_main_like)[b] = most > 0 && all[b].signature == main;
    own_column(k_main_before)[b] = running_[b] / total;
    own_column(k_main_after)[b] = (running_[blocks_] - running_[b + 1]) / total;
    own_column(k_main_gap_before)[b] = last < blocks_ ? log_scale(b - last) : kFar;
    if (worth_main(all[b]) > 0) last = b;
  }
  last = blocks_;
  for (std::size_t b = blocks_; b-- > 0;) {
    own_column(k_main_gap_after)[b] = last < blocks_ ? log_scale(last - b) : kFar;
    if (worth_main(all[b]) > 0) last = b;
  }
  const float sentences = sums([](const Block& block) {
    return is_sentence(block) ? static_cast<float>(block.bytes()) : 0.0f;
  });
  for (std::size_t b = 0; b < blocks_; ++b) {
    own_column(k_sentences_before)[b] = running_[b] / sentences;
    own_column(k_sentences_after)[b] = (running_[blocks_] - running_[b + 1]) / sentences;
  }
}

}  // namespace khabar
