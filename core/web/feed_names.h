// The vocabulary of feeds: which module a namespace is, and which element a name in it stands for.
// What different formats call by different names is one element here. Pure functions; any thread.
// Private to the feed parser.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace khabar {

// Namespaces; `core` is RSS, Atom and CDF together, and whatever has no namespace.
enum class FeedModule : std::uint8_t {
  core,
  admin,
  cc,
  content,
  creative_commons,
  dc,
  dcterms,
  feedburner,
  geo,
  georss,
  gml,
  google_play,
  itunes,
  mathml,
  media,
  podcast,
  psc,
  rdf,
  slash,
  svg,
  sy,
  thr,
  wfw,
  xhtml,
  xlink,
  xml,
  other,
};

// The prefix it usually has, lower case: "itunes"; "" for core and other.
std::string_view prefix_of(FeedModule module);
// By namespace name, in any case, with or without final slash; `other` when unknown.
FeedModule module_of_namespace(std::string_view uri);
// Of a prefix that nobody declared: feeds are pasted together; `other` when unknown.
FeedModule module_of_prefix(std::string_view prefix);

enum class FeedElement : std::uint8_t {
  unknown,
  // the frame
  rss,
  rdf,
  feed,
  channel,
  entry,
  items,
  source,
  image,
  text_input,
  // texts that may be markup
  title,
  media_title,
  subtitle,
  itunes_subtitle,
  rights,
  info,
  description,
  media_description,
  summary,
  itunes_summary,
  abstract,
  content,
  content_encoded,
  body,
  // people
  author,
  contributor,
  dc_contributor,
  publisher,
  owner,
  name,
  email,
  href,
  // dates
  published,
  updated,
  dc_date,
  created,
  expired,
  // the rest
  category,
  media_category,
  itunes_category,
  keywords,
  tags,
  link,
  original_link,
  id,
  generator,
  generator_agent,
  enclosure,
  media_content,
  thumbnail,
  media_group,
  itunes_image,
  icon,
  logo,
  width,
  height,
  language,
  comments,
  ttl,
  update_period,
  update_frequency,
  license,
  cc_license,
  new_location,
};

// `local` in any case.
FeedElement element_of(FeedModule module, std::string_view local);

// Is a name that HTML does not know, so that meeting it inside a text tells of a text that nobody
// closed? (`link`, `title`, `source` and the like may be markup.)
bool ends_open_text(FeedElement element);

}  // namespace khabar
