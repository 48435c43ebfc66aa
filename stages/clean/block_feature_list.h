// The features of block_features.h by name: the order is the order of the model's table. Shared by
// the files that compute them, and by no other.
#pragma once

#include <cstddef>

namespace khabar {

#define KHABAR_FEATURES(KHABAR_FEATURE)                                                          \
  /* shape of the text */                                                                        \
  KHABAR_FEATURE(log_bytes) KHABAR_FEATURE(log_words) KHABAR_FEATURE(link_share)                 \
  KHABAR_FEATURE(links) KHABAR_FEATURE(marks_per_word) KHABAR_FEATURE(marks)                     \
  KHABAR_FEATURE(ends_sentence) KHABAR_FEATURE(ends_colon) KHABAR_FEATURE(digit_share)           \
  KHABAR_FEATURE(word_bytes) KHABAR_FEATURE(bold) KHABAR_FEATURE(italic)                         \
  KHABAR_FEATURE(odd_signs) KHABAR_FEATURE(capital_share)                                        \
  /* what it is */                                                                               \
  KHABAR_FEATURE(is_p) KHABAR_FEATURE(is_li) KHABAR_FEATURE(is_div) KHABAR_FEATURE(is_cell)      \
  KHABAR_FEATURE(is_quote) KHABAR_FEATURE(is_caption) KHABAR_FEATURE(is_pre)                     \
  KHABAR_FEATURE(heading_level) KHABAR_FEATURE(list_depth) KHABAR_FEATURE(depth)                 \
  /* where it stands */                                                                          \
  KHABAR_FEATURE(in_article) KHABAR_FEATURE(in_main) KHABAR_FEATURE(in_nav)                      \
  KHABAR_FEATURE(in_aside) KHABAR_FEATURE(in_footer) KHABAR_FEATURE(in_header)                   \
  KHABAR_FEATURE(in_form) KHABAR_FEATURE(in_table) KHABAR_FEATURE(in_figure)                     \
  KHABAR_FEATURE(in_body_property) KHABAR_FEATURE(hidden) KHABAR_FEATURE(in_link)                \
  KHABAR_FEATURE(in_address) KHABAR_FEATURE(in_details) KHABAR_FEATURE(position)                 \
  KHABAR_FEATURE(text_position) KHABAR_FEATURE(after_h1) KHABAR_FEATURE(blocks_from_h1)          \
  /* its wrappers */                                                                             \
  KHABAR_FEATURE(in_best) KHABAR_FEATURE(levels_to_best) KHABAR_FEATURE(position_in_best)        \
  KHABAR_FEATURE(parent_sentence_share) KHABAR_FEATURE(parent_link_share)                        \
  KHABAR_FEATURE(parent_blocks) KHABAR_FEATURE(parent_mean_bytes) KHABAR_FEATURE(parent_score)   \
  KHABAR_FEATURE(grand_sentence_share) KHABAR_FEATURE(grand_link_share)                          \
  KHABAR_FEATURE(grand_blocks) KHABAR_FEATURE(grand_mean_bytes) KHABAR_FEATURE(grand_score)      \
  KHABAR_FEATURE(great_sentence_share) KHABAR_FEATURE(great_link_share)                          \
  KHABAR_FEATURE(great_score)                                                                    \
  /* blocks of the same make on this page */                                                     \
  KHABAR_FEATURE(likes) KHABAR_FEATURE(likes_text_share) KHABAR_FEATURE(likes_mean_bytes)        \
  KHABAR_FEATURE(likes_link_share) KHABAR_FEATURE(likes_ends)                                    \
  /* neighbours */                                                                               \
  KHABAR_FEATURE(prev_log_bytes) KHABAR_FEATURE(prev_link_share) KHABAR_FEATURE(prev_marks)      \
  KHABAR_FEATURE(prev_heading) KHABAR_FEATURE(next_log_bytes) KHABAR_FEATURE(next_link_share)    \
  KHABAR_FEATURE(next_marks) KHABAR_FEATURE(next_heading) KHABAR_FEATURE(prev_same_parent)       \
  KHABAR_FEATURE(next_same_parent) KHABAR_FEATURE(around_sentences) KHABAR_FEATURE(around_links) \
  KHABAR_FEATURE(before_sentences) KHABAR_FEATURE(after_sentences)                               \
  /* the page */                                                                                 \
  KHABAR_FEATURE(page_log_bytes) KHABAR_FEATURE(page_sentence_share)                             \
  KHABAR_FEATURE(page_blocks) KHABAR_FEATURE(title_share) KHABAR_FEATURE(repeats)     \
  /* words and signs of the text */                                                              \
  KHABAR_FEATURE(starts_lower) KHABAR_FEATURE(starts_dash) KHABAR_FEATURE(starts_digit)          \
  KHABAR_FEATURE(ends_ellipsis) KHABAR_FEATURE(ends_question) KHABAR_FEATURE(quotes)             \
  KHABAR_FEATURE(clock) KHABAR_FEATURE(year) KHABAR_FEATURE(upper_case)                          \
  KHABAR_FEATURE(cue_related) KHABAR_FEATURE(cue_share) KHABAR_FEATURE(cue_newsletter)           \
  KHABAR_FEATURE(cue_rights) KHABAR_FEATURE(cue_picture) KHABAR_FEATURE(cue_comment)             \
  KHABAR_FEATURE(cue_author) KHABAR_FEATURE(cue_advert) KHABAR_FEATURE(cue_date)                 \
  KHABAR_FEATURE(cue_menu) KHABAR_FEATURE(cues)                                                  \
  /* the heading it stands under */                                                              \
  KHABAR_FEATURE(section_related) KHABAR_FEATURE(section_comment) KHABAR_FEATURE(section_author) \
  KHABAR_FEATURE(section_offer) KHABAR_FEATURE(section_blocks) KHABAR_FEATURE(section_level)     \
  /* its first link, and pictures */                                                             \
  KHABAR_FEATURE(href_author) KHABAR_FEATURE(href_meta) KHABAR_FEATURE(href_share)               \
  KHABAR_FEATURE(href_fragment) KHABAR_FEATURE(href_article) KHABAR_FEATURE(after_image)         \
  KHABAR_FEATURE(before_image)                                                                   \
  /* way to the nearest sentences, the headline and the main make of paragraph */                \
  KHABAR_FEATURE(hops_prev_sentence) KHABAR_FEATURE(hops_next_sentence)                          \
  KHABAR_FEATURE(blocks_prev_sentence) KHABAR_FEATURE(blocks_next_sentence)                      \
  KHABAR_FEATURE(levels_to_h1) KHABAR_FEATURE(hops_to_h1) KHABAR_FEATURE(main_like)              \
  KHABAR_FEATURE(main_before) KHABAR_FEATURE(main_after) KHABAR_FEATURE(main_gap_before)         \
  KHABAR_FEATURE(main_gap_after) KHABAR_FEATURE(article_share) KHABAR_FEATURE(articles)          \
  KHABAR_FEATURE(sentences_before) KHABAR_FEATURE(sentences_after)                               \
  /* what the page claims its story is: -1 where it claims nothing */                            \
  KHABAR_FEATURE(claim_body) KHABAR_FEATURE(claim_body_prev) KHABAR_FEATURE(claim_body_next)     \
  KHABAR_FEATURE(claim_description)                                                              \
  /* other stories on the page, windows that ask for consent */                                  \
  KHABAR_FEATURE(cue_consent) KHABAR_FEATURE(h1s_before) KHABAR_FEATURE(own_article)             \
  KHABAR_FEATURE(article_number) KHABAR_FEATURE(same_make_prev) KHABAR_FEATURE(same_make_next)

enum Feature : std::size_t {
#define KHABAR_FEATURE(name) k_##name,
  KHABAR_FEATURES(KHABAR_FEATURE)
#undef KHABAR_FEATURE
      kPlainFeatures
};

}  // namespace khabar
