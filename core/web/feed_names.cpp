#include "core/web/feed_names.h"

#include <algorithm>
#include <array>

#include "core/text/ascii.h"

namespace khabar {
namespace {

using M = FeedModule;
using E = FeedElement;

struct Namespace {
  std::string_view uri;  // lower case, without scheme and final slash
  FeedModule module;
};

constexpr Namespace kNamespaces[] = {
    {"", M::core},
    {"blogs.law.harvard.edu/tech/rss", M::core},
    {"cyber.law.harvard.edu/rss", M::core},
    {"purl.org/rss/1.0", M::core},
    {"purl.org/net/rss1.1#", M::core},
    {"purl.org/rss/1.0/modules/rss091#", M::core},
    {"my.netscape.com/rdf/simple/0.9", M::core},
    {"channel.netscape.com/rdf/simple/0.9", M::core},
    {"example.com/newformat#", M::core},
    {"example.com/necho", M::core},
    {"purl.org/echo", M::core},
    {"uri/of/echo/namespace#", M::core},
    {"purl.org/pie", M::core},
    {"purl.org/atom/ns#", M::core},
    {"www.w3.org/2005/atom", M::core},
    {"webns.net/mvcb", M::admin},
    {"creativecommons.org/ns#license", M::cc},
    {"creativecommons.org/ns#", M::cc},
    {"web.resource.org/cc", M::cc},
    {"purl.org/rss/1.0/modules/content", M::content},
    {"cyber.law.harvard.edu/rss/creativecommonsrssmodule.html", M::creative_commons},
    {"backend.userland.com/creativecommonsrssmodule", M::creative_commons},
    {"purl.org/dc/elements/1.1", M::dc},
    {"purl.org/dc/elements/1.0", M::dc},
    {"purl.org/dc/terms", M::dcterms},
    {"rssnamespace.org/feedburner/ext/1.0", M::feedburner},
    {"www.w3.org/2003/01/geo/wgs84_pos#", M::geo},
    {"www.georss.org/georss", M::georss},
    {"www.georss.org/georss/10", M::georss},
    {"www.opengis.net/gml", M::gml},
    {"www.google.com/schemas/play-podcasts/1.0", M::google_play},
    {"www.itunes.com/dtds/podcast-1.0.dtd", M::itunes},
    {"example.com/dtds/podcast-1.0.dtd", M::itunes},
    {"www.w3.org/1998/math/mathml", M::mathml},
    {"search.yahoo.com/mrss", M::media},
    {"podcastindex.org/namespace/1.0", M::podcast},
    {"podlove.org/simple-chapters", M::psc},
    {"www.w3.org/1999/02/22-rdf-syntax-ns#", M::rdf},
    {"purl.org/rss/1.0/modules/slash", M::slash},
    {"www.w3.org/2000/svg", M::svg},
    {"purl.org/rss/1.0/modules/syndication", M::sy},
    {"purl.org/syndication/thread/1.0", M::thr},
    {"purl.org/rss/1.0/modules/threading", M::thr},
    {"wellformedweb.org/commentapi", M::wfw},
    {"www.w3.org/1999/xhtml", M::xhtml},
    {"www.w3.org/1999/xlink", M::xlink},
    {"www.w3.org/xml/1998/namespace", M::xml},
};

constexpr std::string_view kPrefixes[] = {
    "",        "admin",      "cc",         "content", "creativecommons",
    "dc",      "dcterms",    "feedburner", "geo",     "georss",
    "gml",     "googleplay", "itunes",     "math",    "media",
    "podcast", "psc",        "rdf",        "slash",   "svg",
    "sy",      "thr",        "wfw",        "xhtml",   "xlink",
    "xml",     "",
};

struct Entry {
  FeedModule module;
  std::string_view local;
  FeedElement element;

  constexpr bool operator<(const Entry& other) const {
    return module != other.module ? module < other.module : local < other.local;
  }
};

constexpr auto kElements = [] {
  std::array table{
      Entry{M::core, "rss", E::rss},
      Entry{M::core, "rdf", E::rdf},
      Entry{M::core, "feed", E::feed},
      Entry{M::core, "channel", E::channel},
      Entry{M::core, "item", E::entry},
      Entry{M::core, "entry", E::entry},
      Entry{M::core, "items", E::items},
      Entry{M::core, "source", E::source},
      Entry{M::core, "image", E::image},
      Entry{M::core, "textinput", E::text_input},
      Entry{M::core, "title", E::title},
      Entry{M::core, "subtitle", E::subtitle},
      Entry{M::core, "tagline", E::subtitle},
      Entry{M::core, "rights", E::rights},
      Entry{M::core, "copyright", E::rights},
      Entry{M::core, "info", E::info},
      Entry{M::core, "description", E::description},
      Entry{M::core, "summary", E::summary},
      Entry{M::core, "abstract", E::abstract},
      Entry{M::core, "content", E::content},
      Entry{M::core, "fullitem", E::content_encoded},
      Entry{M::core, "body", E::body},
      Entry{M::core, "author", E::author},
      Entry{M::core, "managingeditor", E::author},
      Entry{M::core, "contributor", E::contributor},
      Entry{M::core, "webmaster", E::publisher},
      Entry{M::core, "name", E::name},
      Entry{M::core, "email", E::email},
      Entry{M::core, "url", E::href},
      Entry{M::core, "uri", E::href},
      Entry{M::core, "homepage", E::href},
      Entry{M::core, "published", E::published},
      Entry{M::core, "issued", E::published},
      Entry{M::core, "pubdate", E::published},
      Entry{M::core, "updated", E::updated},
      Entry{M::core, "modified", E::updated},
      Entry{M::core, "lastbuilddate", E::updated},
      Entry{M::core, "created", E::created},
      Entry{M::core, "expirationdate", E::expired},
      Entry{M::core, "category", E::category},
      Entry{M::core, "keywords", E::category},
      Entry{M::core, "tags", E::tags},
      Entry{M::core, "link", E::link},
      Entry{M::core, "guid", E::id},
      Entry{M::core, "id", E::id},
      Entry{M::core, "generator", E::generator},
      Entry{M::core, "enclosure", E::enclosure},
      Entry{M::core, "icon", E::icon},
      Entry{M::core, "logo", E::logo},
      Entry{M::core, "width", E::width},
      Entry{M::core, "height", E::height},
      Entry{M::core, "language", E::language},
      Entry{M::core, "comments", E::comments},
      Entry{M::core, "ttl", E::ttl},
      Entry{M::core, "newlocation", E::new_location},
      Entry{M::rdf, "rdf", E::rdf},
      Entry{M::rdf, "seq", E::items},
      Entry{M::rdf, "li", E::items},
      Entry{M::admin, "generatoragent", E::generator_agent},
      Entry{M::cc, "license", E::cc_license},
      Entry{M::creative_commons, "license", E::license},
      Entry{M::content, "encoded", E::content_encoded},
      Entry{M::xhtml, "body", E::body},
      Entry{M::dc, "title", E::media_title},
      Entry{M::dc, "creator", E::author},
      Entry{M::dc, "author", E::author},
      Entry{M::dc, "contributor", E::dc_contributor},
      Entry{M::dc, "publisher", E::publisher},
      Entry{M::dc, "date", E::dc_date},
      Entry{M::dc, "description", E::media_description},
      Entry{M::dc, "language", E::language},
      Entry{M::dc, "rights", E::rights},
      Entry{M::dc, "subject", E::category},
      Entry{M::dcterms, "created", E::created},
      Entry{M::dcterms, "issued", E::published},
      Entry{M::dcterms, "modified", E::updated},
      Entry{M::feedburner, "browserfriendly", E::info},
      Entry{M::feedburner, "origlink", E::original_link},
      Entry{M::itunes, "author", E::author},
      Entry{M::itunes, "category", E::itunes_category},
      Entry{M::itunes, "email", E::email},
      Entry{M::itunes, "image", E::itunes_image},
      Entry{M::itunes, "keywords", E::keywords},
      Entry{M::itunes, "link", E::itunes_image},
      Entry{M::itunes, "name", E::name},
      Entry{M::itunes, "new-feed-url", E::new_location},
      Entry{M::itunes, "owner", E::owner},
      Entry{M::itunes, "subtitle", E::itunes_subtitle},
      Entry{M::itunes, "summary", E::itunes_summary},
      Entry{M::google_play, "author", E::author},
      Entry{M::google_play, "description", E::itunes_summary},
      Entry{M::google_play, "image", E::itunes_image},
      Entry{M::media, "category", E::media_category},
      Entry{M::media, "content", E::media_content},
      Entry{M::media, "description", E::media_description},
      Entry{M::media, "group", E::media_group},
      Entry{M::media, "keywords", E::keywords},
      Entry{M::media, "thumbnail", E::thumbnail},
      Entry{M::media, "title", E::media_title},
      Entry{M::sy, "updatefrequency", E::update_frequency},
      Entry{M::sy, "updateperiod", E::update_period},
  };
  std::sort(table.begin(), table.end());
  return table;
}();

}  // namespace

std::string_view prefix_of(FeedModule module) {
  return kPrefixes[static_cast<int>(module)];
}

FeedModule module_of_namespace(std::string_view uri) {
  for (const std::string_view scheme : {"http://", "https://"}) {
    if (starts_ignoring_case(uri, scheme)) {
      uri.remove_prefix(scheme.size());
      break;
    }
  }
  while (uri.ends_with('/')) uri.remove_suffix(1);
  // Netscape's heir used a family of them: ".../rss", ".../rss2", ".../RSS092" ...
  if (starts_ignoring_case(uri, "backend.userland.com/rss")) return M::core;
  for (const Namespace& known : kNamespaces) {
    if (equals_ignoring_case(uri, known.uri)) return known.module;
  }
  return M::other;
}

FeedModule module_of_prefix(std::string_view prefix) {
  if (equals_ignoring_case(prefix, "atom") || equals_ignoring_case(prefix, "rss")) return M::core;
  for (int i = 1; i < static_cast<int>(M::other); ++i) {
    if (equals_ignoring_case(prefix, kPrefixes[i])) return static_cast<FeedModule>(i);
  }
  return M::other;
}

FeedElement element_of(FeedModule module, std::string_view local) {
  std::array<char, 24> buffer;
  if (module == M::other || local.size() > buffer.size()) return E::unknown;
  std::transform(local.begin(), local.end(), buffer.begin(), ascii_lower);
  const Entry key{module, {buffer.data(), local.size()}, E::unknown};
  const auto found = std::lower_bound(kElements.begin(), kElements.end(), key);
  return found != kElements.end() && !(key < *found) ? found->element : E::unknown;
}

bool ends_open_text(FeedElement element) {
  switch (element) {
    case E::rss:
    case E::rdf:
    case E::feed:
    case E::channel:
    case E::entry:
    case E::items:
    case E::description:
    case E::content_encoded:
    case E::published:
    case E::updated:
    case E::dc_date:
    case E::id:
    case E::author:
    case E::publisher:
    case E::enclosure:
    case E::category:
      return true;
    default:
      return false;
  }
}

}  // namespace khabar
