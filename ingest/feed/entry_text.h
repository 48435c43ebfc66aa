// What an entry itself carries of its article: is it the whole text, and as which page would that
// go through the pipeline? Pure functions, linear; any thread.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "core/web/feed.h"

namespace khabar {

// Text of HTML for measuring and for plain fields: tags, scripts and comments out, references
// decoded, blanks joined. Not for articles.
std::string plain_text(std::string_view html);
std::string plain_text(const FeedText& text);

// The content with the most text; null when the entry has none. The summary counts where there is
// no content, for many feeds put the whole article there.
const FeedText* longest_content(const FeedEntry& entry);

// Long enough for an article, and not cut off ("…", "Read more", "اقرأ المزيد").
inline constexpr std::size_t kFullTextCharacters = 1000;
bool carries_full_text(const FeedEntry& entry);

// More than a headline or a teaser's line: worth having where the page cannot be had.
inline constexpr std::size_t kTextCharacters = 200;
bool carries_text(const FeedEntry& entry);

// The entry as an HTML page of its own: title, language, base and its text in an <article>.
// Always UTF-8.
std::string entry_page(const FeedEntry& entry, std::string_view language);

}  // namespace khabar
