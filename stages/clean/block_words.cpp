// Third part of BlockFeatures: the words and signs of the text, and of the heading above it. Dearer
// than the rest, they are told of the blocks that the model still has hope for.
#include <algorithm>
#include <iterator>

#include "core/text/ascii.h"
#include "stages/clean/block_feature_list.h"
#include "stages/clean/block_feature_scales.h"
#include "stages/clean/block_features.h"
#include "stages/clean/line_signs.h"

namespace khabar {
namespace {

constexpr std::size_t kCueBytes = 400;  // longer blocks are no lines of furniture
constexpr std::size_t kTitleLikeBytes = 300;

constexpr Feature kOfCue[] = {k_cue_related, k_cue_share,   k_cue_newsletter, k_cue_rights,
                              k_cue_picture, k_cue_comment, k_cue_author,     k_cue_advert,
                              k_cue_date,    k_cue_menu,    k_cue_consent};
static_assert(std::size(kOfCue) == kCues);

bool has_clock(std::string_view text) {
  for (std::size_t i = 1; i + 2 < text.size(); ++i) {
    if (text[i] == ':' && is_ascii_digit(text[i - 1]) && is_ascii_digit(text[i + 1]) &&
        is_ascii_digit(text[i + 2])) {
      return true;
    }
  }
  return false;
}

bool has_year(std::string_view text) {
  for (std::size_t i = 0; i + 3 < text.size(); ++i) {
    const bool century =
        (text[i] == '2' && text[i + 1] == '0') || (text[i] == '1' && text[i + 1] == '9');
    if (!century || !is_ascii_digit(text[i + 2]) || !is_ascii_digit(text[i + 3])) continue;
    if (i > 0 && is_ascii_digit(text[i - 1])) continue;
    if (i + 4 < text.size() && is_ascii_digit(text[i + 4])) continue;
    return true;
  }
  return false;
}

bool has_quotes(std::string_view text) {
  if (text.find('"') != std::string_view::npos) return true;
  for (const std::string_view sign : {"\u201C", "\u201D", "\u00AB", "\u300C"}) {
    if (text.find(sign) != std::string_view::npos) return true;
  }
  return false;
}

bool is_upper_case(std::string_view text) {
  std::size_t upper = 0;
  for (const char c : text.substr(0, 200)) {
    if (is_ascii_lower(c)) return false;
    upper += is_ascii_upper(c);
  }
  return upper > 2;
}

// Words that begin with a capital, among words of scripts that have them.
float capital_share(std::string_view text) {
  const InitialLetters letters = count_initial_letters(text.substr(0, kCueBytes));
  return share(letters.capitals, letters.words);
}

}  // namespace

bool BlockFeatures::is_of_words(std::size_t feature) {
  constexpr Feature kOfWords[] = {
      k_odd_signs,         k_capital_share,  k_claim_body,    k_claim_body_prev, k_claim_body_next,
      k_claim_description, k_title_share,    k_starts_lower,  k_starts_dash,     k_starts_digit,
      k_ends_ellipsis,     k_ends_question,  k_quotes,        k_clock,           k_year,
      k_upper_case,        k_cues,           k_after_image,   k_before_image,    k_href_author,
      k_href_meta,         k_href_share,     k_href_fragment, k_href_article,    k_section_related,
      k_section_comment,   k_section_author, k_section_offer};
  return std::find(std::begin(kOfWords), std::end(kOfWords), feature) != std::end(kOfWords) ||
         std::find(std::begin(kOfCue), std::end(kOfCue), feature) != std::end(kOfCue);
}

void BlockFeatures::compute_words(const BlockParser& page, const StoryClaims& claims,
                                  std::span<const std::uint32_t> rows) {
  cues_.resize(blocks_);
  words_read_.assign(blocks_, false);
  take_claims(claims);
  for (const std::uint32_t b : rows) {
    read_words(page, b);
    own_column(k_claim_body_prev)[b] = claimed_share(page, std::size_t{b} - 1);
    own_column(k_claim_body_next)[b] = claimed_share(page, std::size_t{b} + 1);
    signs(page, b);
    cues(page, b);
    links(page.blocks()[b], b);
    own_column(k_after_image)[b] = page.blocks()[b].has(kAfterImage);
    own_column(k_before_image)[b] = b + 1 < blocks_ && page.blocks()[b + 1].has(kAfterImage);
    if (headings_[b] < blocks_) section_words(page, b);
  }
}

void BlockFeatures::signs(const BlockParser& page, std::size_t b) {
  const std::string_view text = page.text_of(page.blocks()[b]);
  const std::string_view head = text.substr(0, kCueBytes);
  own_column(k_odd_signs)[b] = log_scale(count_odd_signs(head));
  own_column(k_capital_share)[b] = capital_share(text);
  own_column(k_starts_lower)[b] = is_ascii_lower(head[0]);
  own_column(k_starts_digit)[b] = is_ascii_digit(head[0]);
  own_column(k_starts_dash)[b] = head.starts_with('-') || head.starts_with("\u2013") ||
                                 head.starts_with("\u2014") || head.starts_with("\u2022") ||
                                 head.starts_with('*') || head.starts_with("\u25AA");
  own_column(k_ends_ellipsis)[b] = text.ends_with("...") || text.ends_with("\u2026");
  own_column(k_ends_question)[b] = text.ends_with('?') || text.ends_with("\u061F");
  own_column(k_quotes)[b] = has_quotes(head);
  if (text.size() > kCueBytes) return;
  const std::uint32_t digits = page.blocks()[b].digits;  // a clock has three, a year four
  if (digits >= 3) own_column(k_clock)[b] = has_clock(head);
  if (digits >= 4) own_column(k_year)[b] = has_year(head);
  own_column(k_upper_case)[b] = is_upper_case(head);
}

// Of a line; long blocks give none.
Cues BlockFeatures::cues_of_line(const BlockParser& page, std::size_t b) {
  if (page.blocks()[b].bytes() > kCueBytes) return 0;
  read_words(page, b);
  return cues_[b];
}

void BlockFeatures::cues(const BlockParser& page, std::size_t b) {
  if (page.blocks()[b].bytes() > kCueBytes) {
    own_column(k_cue_consent)[b] = has_cue(cues_[b], Cue::consent);
    return;
  }
  const Cues cues = cues_of_line(page, b);
  own_column(k_cues)[b] = static_cast<float>(__builtin_popcount(cues));
  for (Cues rest = cues; rest; rest &= rest - 1) own_column(kOfCue[__builtin_ctz(rest)])[b] = 1;
}

void BlockFeatures::links(const Block& block, std::size_t b) {
  const ClassGroups groups = link_groups(block);
  const auto of_link = [&](Feature feature, ClassGroup group) {
    own_column(feature)[b] = has_group(groups, group);
  };
  of_link(k_href_author, ClassGroup::author);
  of_link(k_href_meta, ClassGroup::meta);
  of_link(k_href_share, ClassGroup::share);
  of_link(k_href_fragment, ClassGroup::navigation);
  of_link(k_href_article, ClassGroup::article);
}

void BlockFeatures::section_words(const BlockParser& page, std::size_t b) {
  constexpr Cues kOffer = 1u << static_cast<unsigned>(Cue::newsletter) |
                          1u << static_cast<unsigned>(Cue::share) |
                          1u << static_cast<unsigned>(Cue::advert);
  const Cues cues = cues_of_line(page, headings_[b]);
  own_column(k_section_related)[b] = has_cue(cues, Cue::related);
  own_column(k_section_comment)[b] = has_cue(cues, Cue::comment);
  own_column(k_section_author)[b] = has_cue(cues, Cue::author);
  own_column(k_section_offer)[b] = (cues & kOffer) != 0;
}

void BlockFeatures::take_claims(const StoryClaims& claims) {
  claims_.build(claims.body, claims.description);
  const std::span<const std::uint64_t> title = words_.first_words(claims.title);
  title_hashes_.assign(title.begin(), title.end());
  std::sort(title_hashes_.begin(), title_hashes_.end());
  title_bits_ = 0;
  for (const std::uint64_t word : title) title_bits_ |= std::uint64_t{1} << word % 64;
}

// What the page says its title, its story and its summary are, against the words of the block.
// Once a block, whoever asks.
void BlockFeatures::read_words(const BlockParser& page, std::size_t b) {
  if (words_read_[b]) return;
  words_read_[b] = true;
  const std::string_view text = page.text_of(page.blocks()[b]);
  const std::span<const std::uint64_t> words = words_.first_words(text);
  cues_[b] = cues_of(words);
  own_column(k_claim_body)[b] = own_column(k_claim_description)[b] = -1;
  if (claims_.has_body() || claims_.has_description()) {
    const ClaimIndex::Shares shares = claims_.shares_of(words);
    if (claims_.has_body()) own_column(k_claim_body)[b] = shares.body;
    if (claims_.has_description()) own_column(k_claim_description)[b] = shares.description;
  }
  if (text.size() > kTitleLikeBytes || words.empty()) return;
  const auto hits = std::count_if(words.begin(), words.end(), [this](std::uint64_t word) {
    return (title_bits_ >> word % 64 & 1) != 0 &&
           std::binary_search(title_hashes_.begin(), title_hashes_.end(), word);
  });
  own_column(k_title_share)[b] = share(static_cast<std::size_t>(hits), words.size());
}

// Of a neighbour, hopeless or not. -1 where there is none (before the first, behind the last) or
// the page claims no story.
float BlockFeatures::claimed_share(const BlockParser& page, std::size_t b) {
  if (!claims_.has_body() || b >= blocks_) return -1;
  read_words(page, b);
  return own_column(k_claim_body)[b];
}

}  // namespace khabar
