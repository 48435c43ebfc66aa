#include "stages/clean/block_features.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <numeric>

#include "core/text/digest.h"
#include "stages/clean/block_feature_list.h"
#include "stages/clean/block_feature_scales.h"
#include "stages/clean/word_scan.h"

namespace khabar {
namespace {

constexpr std::array<std::string_view, kPlainFeatures> kNames{
#define KHABAR_FEATURE(name) #name,
    KHABAR_FEATURES(KHABAR_FEATURE)
#undef KHABAR_FEATURE
};

constexpr std::array<std::string_view, kClassGroups> kGroupNames{
    "class_content", "class_article", "class_title",      "class_lede",       "class_comment",
    "class_related", "class_share",   "class_author",     "class_navigation", "class_advert",
    "class_caption", "class_meta",    "class_newsletter", "class_date",       "class_sidebar",
    "class_footer",  "class_overlay", "class_hidden",     "class_quote",      "class_widget",
    "class_listing", "class_header"};

bool reads_like_sentences(const Block& block) {
  return block.bytes() >= 80 && block.marks > 0 && block.link_bytes * 2 < block.bytes() &&
         block.heading_level == 0;
}

// To find equal texts by: short ones, which most are, without a call.
std::uint64_t hash_of_text(std::string_view text) {
  constexpr std::size_t kShort = 48;
  return text.size() <= kShort ? hash_of_value(text) : hash64(text);
}

}  // namespace

std::size_t BlockFeatures::count() {
  return kPlainFeatures + kClassGroups;
}

std::string_view BlockFeatures::name(std::size_t feature) {
  return feature < kPlainFeatures ? kNames[feature] : kGroupNames[feature - kPlainFeatures];
}

void BlockFeatures::compute(const BlockParser& page, const StoryClaims& claims) {
  compute_places(page);
  rows_.resize(blocks_);
  std::iota(rows_.begin(), rows_.end(), 0u);
  compute_words(page, claims, rows_);
}

void BlockFeatures::compute_places(const BlockParser& page) {
  blocks_ = page.blocks().size();
  stride_ = std::max((blocks_ + kBlockLanes - 1) / kBlockLanes * kBlockLanes, kBlockLanes);
  values_.assign(count() * stride_, 0.0f);
  if (blocks_ == 0) return;
  shape(page);
  place(page);
  classes(page);
  wrappers(page);
  likeness(page);
  repeats(page);
  neighbours();
  sections(page);
  ways(page);
  main_makes(page);
}

void BlockFeatures::shape(const BlockParser& page) {
  for (std::size_t b = 0; b < blocks_; ++b) {
    const Block& block = page.blocks()[b];
    const std::uint32_t bytes = block.bytes();
    own_column(k_log_bytes)[b] = log_scale(bytes);
    own_column(k_log_words)[b] = log_scale(block.words);
    own_column(k_link_share)[b] = share(block.link_bytes, bytes);
    own_column(k_links)[b] = log_scale(block.links);
    own_column(k_marks_per_word)[b] = share(block.marks, block.words);
    own_column(k_marks)[b] = log_scale(block.marks);
    own_column(k_ends_sentence)[b] = block.ends_sentence;
    own_column(k_ends_colon)[b] = block.ends_colon;
    own_column(k_digit_share)[b] = share(block.digits, bytes);
    own_column(k_word_bytes)[b] = share(bytes, std::max(block.words, 1u));
    own_column(k_bold)[b] = block.has(kAllBold);
    own_column(k_italic)[b] = block.has(kAllItalic);
    own_column(k_is_p)[b] = block.tag == Tag::p;
    own_column(k_is_li)[b] = block.tag == Tag::li || block.tag == Tag::dd || block.tag == Tag::dt;
    own_column(k_is_div)[b] = block.tag == Tag::div || block.tag == Tag::section;
    own_column(k_is_cell)[b] = block.tag == Tag::td || block.tag == Tag::th;
    own_column(k_is_quote)[b] = block.tag == Tag::blockquote || block.has(kInQuote);
    own_column(k_is_caption)[b] = block.tag == Tag::figcaption || block.tag == Tag::caption;
    own_column(k_is_pre)[b] = block.tag == Tag::pre;
    own_column(k_heading_level)[b] = block.heading_level;
    own_column(k_list_depth)[b] = block.list_depth;
    own_column(k_depth)[b] = block.depth;
  }
}

void BlockFeatures::place(const BlockParser& page) {
  const auto h1 = static_cast<std::int64_t>(page.first_h1_block());
  const bool has_h1 = page.first_h1_block() < blocks_;
  for (std::size_t b = 0; b < blocks_; ++b) {
    const Block& block = page.blocks()[b];
    own_column(k_in_article)[b] = block.has(kInArticle);
    own_column(k_in_main)[b] = block.has(kInMain);
    own_column(k_in_nav)[b] = block.has(kInNav);
    own_column(k_in_aside)[b] = block.has(kInAside);
    own_column(k_in_footer)[b] = block.has(kInFooter);
    own_column(k_in_header)[b] = block.has(kInHeader);
    own_column(k_in_form)[b] = block.has(kInForm);
    own_column(k_in_table)[b] = block.has(kInTable);
    own_column(k_in_figure)[b] = block.has(kInFigure);
    own_column(k_in_body_property)[b] = block.has(kInBodyProperty);
    own_column(k_hidden)[b] = block.has(kHidden);
    own_column(k_in_link)[b] = block.has(kInLink);
    own_column(k_in_address)[b] = block.has(kInAddress);
    own_column(k_in_details)[b] = block.has(kInDetails);
    own_column(k_position)[b] = share(b, blocks_);
    own_column(k_text_position)[b] = share(block.begin, page.text().size());
    const std::int64_t from_h1 = static_cast<std::int64_t>(b) - h1;
    own_column(k_after_h1)[b] = has_h1 ? (from_h1 > 0 ? 1.0f : from_h1 == 0 ? 0.5f : -1.0f) : 0.0f;
    own_column(k_blocks_from_h1)[b] =
        has_h1 ? log_scale(static_cast<std::size_t>(std::abs(from_h1))) : -1.0f;
  }
}

void BlockFeatures::classes(const BlockParser& page) {
  for (std::size_t b = 0; b < blocks_; ++b) {
    const GroupDistances& groups = page.blocks()[b].groups;
    for (std::size_t g = 0; g < kClassGroups; ++g) {
      // 1 on the element itself, fading with each wrapper between.
      if (groups[g] > 0) own_column(kPlainFeatures + g)[b] = 1.0f / groups[g];
    }
  }
}

void BlockFeatures::wrappers(const BlockParser& page) {
  const std::vector<Container>& all = page.containers();
  const std::size_t page_sentences = all.empty() ? 0 : all.front().sentence_bytes;
  const std::int32_t best = page.best_container();
  const float best_score = best < 0 ? 1.0f : std::max(all[best].score, 1.0f);
  std::size_t best_first = blocks_, best_last = 0;
  for (std::size_t b = 0; b < blocks_; ++b) {
    if (best < 0 || !page.is_inside(page.blocks()[b].container, best)) continue;
    best_first = std::min(best_first, b);
    best_last = b;
  }
  for (std::size_t b = 0; b < blocks_; ++b) {
    const Block& block = page.blocks()[b];
    const bool inside = best >= 0 && page.is_inside(block.container, best);
    own_column(k_in_best)[b] = inside;
    own_column(k_levels_to_best)[b] =
        inside ? static_cast<float>(block.depth) - static_cast<float>(all[best].depth) : -1.0f;
    own_column(k_position_in_best)[b] = inside ? share(b - best_first, best_last - best_first + 1)
                                        : b < best_first ? -1.0f
                                                         : 2.0f;
    std::int32_t at = all[block.container].parent;
    for (int up = 0; up < 3 && at >= 0; ++up, at = all[at].parent) {
      const Container& container = all[at];
      const float sentences = share(container.sentence_bytes, page_sentences);
      const float links = share(container.link_bytes, container.text_bytes);
      const float score = container.score / best_score;
      const float mean = log_scale(container.text_bytes / std::max(container.blocks, 1u));
      if (up == 0) {
        own_column(k_parent_sentence_share)[b] = sentences;
        own_column(k_parent_link_share)[b] = links;
        own_column(k_parent_blocks)[b] = log_scale(container.blocks);
        own_column(k_parent_mean_bytes)[b] = mean;
        own_column(k_parent_score)[b] = score;
      } else if (up == 1) {
        own_column(k_grand_sentence_share)[b] = sentences;
        own_column(k_grand_link_share)[b] = links;
        own_column(k_grand_blocks)[b] = log_scale(container.blocks);
        own_column(k_grand_mean_bytes)[b] = mean;
        own_column(k_grand_score)[b] = score;
      } else {
        own_column(k_great_sentence_share)[b] = sentences;
        own_column(k_great_link_share)[b] = links;
        own_column(k_great_score)[b] = score;
      }
    }
    own_column(k_page_log_bytes)[b] = log_scale(page.text().size());
    own_column(k_page_sentence_share)[b] = share(page_sentences, page.text().size());
    own_column(k_page_blocks)[b] = log_scale(blocks_);
  }
}

// Paragraphs of a story share their make; so do the teasers of a list.
void BlockFeatures::likeness(const BlockParser& page) {
  const std::vector<Block>& all = page.blocks();
  signatures_.resize(blocks_);
  for (std::size_t b = 0; b < blocks_; ++b)
    signatures_[b] = std::uint64_t{all[b].signature} << 32 | b;
  std::sort(signatures_.begin(), signatures_.end());
  signature_rows_.resize(blocks_);
  for (std::size_t b = 0; b < blocks_; ++b) {
    signature_rows_[b] = static_cast<std::uint32_t>(signatures_[b]);
  }
  for (std::size_t from = 0; from < blocks_;) {
    std::size_t to = from, bytes = 0, links = 0, ends = 0;
    for (;
         to < blocks_ && all[signature_rows_[to]].signature == all[signature_rows_[from]].signature;
         ++to) {
      const Block& block = all[signature_rows_[to]];
      bytes += block.bytes();
      links += block.link_bytes;
      ends += block.ends_sentence;
    }
    for (std::size_t i = from; i < to; ++i) {
      const std::uint32_t b = signature_rows_[i];
      own_column(k_likes)[b] = log_scale(to - from);
      own_column(k_likes_text_share)[b] = share(bytes, page.text().size());
      own_column(k_likes_mean_bytes)[b] = log_scale(bytes / (to - from));
      own_column(k_likes_link_share)[b] = share(links, bytes);
      own_column(k_likes_ends)[b] = share(ends, to - from);
    }
    from = to;
  }
  const auto same_parent = [&](std::size_t a, std::size_t b) {
    const auto& containers = page.containers();
    return all[a].container == all[b].container ||
           containers[all[a].container].parent == containers[all[b].container].parent;
  };
  for (std::size_t b = 0; b < blocks_; ++b) {
    own_column(k_prev_same_parent)[b] = b > 0 && same_parent(b, b - 1);
    own_column(k_next_same_parent)[b] = b + 1 < blocks_ && same_parent(b, b + 1);
    own_column(k_around_sentences)[b] = reads_like_sentences(all[b]) ? 1.0f : 0.0f;
  }
}

// The same text twice on a page: a teaser, or a headline that the share bar repeats.
void BlockFeatures::repeats(const BlockParser& page) {
  constexpr std::size_t kProbesMax = 64;  // then a hostile page's text is forgotten for another
  const std::size_t slots = std::bit_ceil(blocks_ * 2);
  text_hashes_.assign(slots, 0);
  text_rows_.resize(slots);
  for (std::size_t b = 0; b < blocks_; ++b) {
    const std::uint64_t hash = hash_of_text(page.text_of(page.blocks()[b])) | 1;  // 0: free
    std::size_t at = (hash >> 20) & (slots - 1);
    for (std::size_t step = 0; step < kProbesMax; ++step, at = (at + 1) & (slots - 1)) {
      if (text_hashes_[at] == 0 || text_hashes_[at] == hash) break;
    }
    if (text_hashes_[at] == hash) {
      own_column(k_repeats)[b] = own_column(k_repeats)[text_rows_[at]] = 1;
    }
    text_hashes_[at] = hash;
    text_rows_[at] = static_cast<std::uint32_t>(b);
  }
}

void BlockFeatures::neighbours() {
  // Sums over windows, from running totals. around_sentences holds the 0/1 marks on entry.
  std::vector<float> sentences(blocks_ + 1, 0.0f), links(blocks_ + 1, 0.0f);
  for (std::size_t b = 0; b < blocks_; ++b) {
    sentences[b + 1] = sentences[b] + own_column(k_around_sentences)[b];
    links[b + 1] = links[b] + own_column(k_link_share)[b];
  }
  const auto sum = [this](const std::vector<float>& totals, std::size_t b, std::ptrdiff_t from,
                          std::ptrdiff_t to) {
    const auto last = static_cast<std::ptrdiff_t>(blocks_);
    const auto begin = std::clamp(static_cast<std::ptrdiff_t>(b) + from, std::ptrdiff_t{0}, last);
    const auto end = std::clamp(static_cast<std::ptrdiff_t>(b) + to, std::ptrdiff_t{0}, last);
    return totals[static_cast<std::size_t>(end)] - totals[static_cast<std::size_t>(begin)];
  };
  for (std::size_t b = 0; b < blocks_; ++b) {
    own_column(k_around_sentences)[b] = sum(sentences, b, -3, 4);
    own_column(k_around_links)[b] = sum(links, b, -3, 4);
    own_column(k_before_sentences)[b] = sum(sentences, b, -12, 0);
    own_column(k_after_sentences)[b] = sum(sentences, b, 1, 13);
    const auto copy = [&](Feature to, Feature from, std::size_t at) {
      own_column(to)[b] = own_column(from)[at];
    };
    if (b > 0) {
      copy(k_prev_log_bytes, k_log_bytes, b - 1);
      copy(k_prev_link_share, k_link_share, b - 1);
      copy(k_prev_marks, k_marks, b - 1);
      copy(k_prev_heading, k_heading_level, b - 1);
    }
    if (b + 1 < blocks_) {
      copy(k_next_log_bytes, k_log_bytes, b + 1);
      copy(k_next_link_share, k_link_share, b + 1);
      copy(k_next_marks, k_marks, b + 1);
      copy(k_next_heading, k_heading_level, b + 1);
    }
  }
}

}  // namespace khabar
