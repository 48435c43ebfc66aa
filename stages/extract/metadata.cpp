#include "stages/extract/metadata.h"

#include <algorithm>

#include "core/html/entities.h"
#include "core/text/ascii.h"
#include "core/text/dates_zones.h"
#include "core/text/fold.h"
#include "core/text/normalise.h"
#include "core/text/url.h"
#include "stages/extract/credits.h"
#include "stages/extract/page_dates.h"
#include "stages/extract/parsely_page.h"

namespace khabar {
namespace {

constexpr std::size_t kTagsMax = 32;
constexpr std::size_t kSectionBytesMax = 60;
constexpr std::uint32_t kSubtitleNodes = 60;   // behind the headline
constexpr std::size_t kSubtitleBytesMin = 16;  // shorter is a label

// Decoded once more (pages encode twice), in the form that is published, on one line.
std::string display(std::string_view text, std::string_view language) {
  std::string decoded;
  decode_entities(text, decoded);
  std::replace(decoded.begin(), decoded.end(), '\n', ' ');
  return normalised(decoded, NormaliseOptions{language, true, true});
}

// "aljazeera" of "www.aljazeera.net": what a site is called when it says no name.
std::string host_label(std::string_view host) {
  const std::string domain = registrable_domain(host);
  return domain.substr(0, domain.find('.'));
}

// `address`: document.url, parsed.
std::string absolute(const Document& document, const Result<Url>& address,
                     const std::string& reference) {
  if (reference.empty()) return {};
  if (document.facts.base_url.starts_with("http")) {
    return resolve(document.facts.base_url, reference).value_or("");
  }
  if (document.url.empty()) return reference;
  if (!address) return {};
  const auto resolved = parse_url(reference, &*address);
  return resolved ? resolved->href() : std::string{};
}

bool is_placeholder(std::string_view url) {
  for (const std::string_view word : {"logo", "placeholder", "blank.", "spacer", "pixel", "avatar",
                                      "sprite", "1x1", "icon", "default-image", "gravatar"}) {
    if (url.find(word) != std::string_view::npos) return true;
  }
  return url.ends_with(".svg") || url.starts_with("data:");
}

// A site's account is no name: "@herald". Nor is its address a section.
std::string without_account_mark(std::string name) {
  if (name.starts_with('@')) name.erase(0, 1);
  return name;
}

bool is_section(std::string_view text) {
  if (text.empty() || text.size() > kSectionBytesMax || text.find("://") != std::string_view::npos)
    return false;
  const std::string key = folded(text, FoldMarks::drop);
  for (const std::string_view none : {"home", "homepage", "uncategorized", "startseite", "accueil",
                                      "inicio", "article", "articles", "blog post", "الرييسيه"}) {
    if (key == none) return false;
  }
  return true;
}

// "RULES:USA-ELECTION", "format:video" are the house's own marks.
bool is_house_mark(std::string_view tag) {
  const std::size_t colon = tag.find(':');
  return colon != std::string_view::npos && colon + 1 < tag.size() && tag[colon + 1] != ' ';
}

// "gb" of "en-GB", "en_GB", "en-gb".
std::string region_of(std::string_view tag) {
  if (tag.size() != 5 || (tag[2] != '-' && tag[2] != '_')) return {};
  const std::string_view country = tag.substr(3);
  if (!std::all_of(country.begin(), country.end(), is_ascii_letter)) return {};
  return lower_ascii(country);
}

// "gb" of "www.example.co.uk", of "/en-gb/" and of lang="en-GB": the address first, as templates
// keep "en-US".
std::string country_of(const Document& document, std::string_view host) {
  const std::string_view top = host.substr(host.rfind('.') + 1);
  static constexpr std::string_view kCountries[] = {"uk", "au", "nz", "in", "ie", "za",
                                                    "ng", "ke", "ca", "us", "pk", "bd",
                                                    "sg", "my", "ph", "gov"};
  // Endings that are sold for their sound say nothing.
  static constexpr std::string_view kSold[] = {"am", "ly", "so", "at", "be", "it"};
  const bool sold = std::find(std::begin(kSold), std::end(kSold), top) != std::end(kSold);
  if (std::find(std::begin(kCountries), std::end(kCountries), top) != std::end(kCountries)) {
    return top == "uk" ? "gb" : top == "gov" ? "us" : std::string(top);
  }
  if (!sold && !country_zone(top).empty()) return std::string(top);
  const std::size_t host_at = document.url.find("://");
  if (host_at != std::string::npos) {
    const std::size_t path = std::min(document.url.find('/', host_at + 3), document.url.size());
    const std::size_t begin = std::min(path + 1, document.url.size());
    const std::size_t end = document.url.find('/', begin);
    if (end != std::string::npos) {
      std::string region = region_of(std::string_view(document.url).substr(begin, end - begin));
      if (!region.empty()) return region;
    }
  }
  for (const std::string_view tag :
       {std::string_view{document.facts.html_lang}, meta_content(document.facts, {"og:locale"})}) {
    std::string region = region_of(tag);
    if (!region.empty()) return region;
  }
  return {};
}

// Single tags, where there are any, stand before what the one for all says.
void add_parsely_page(PageFacts& facts) {
  const std::string content(meta_content(facts, {"parsely-page"}));
  if (content.empty()) return;
  for (MetaTag& meta : parsely_page_metas(content)) {
    if (meta_content(facts, {meta.name}).empty() || meta.name == "parsely-author") {
      facts.metas.push_back(std::move(meta));
    }
  }
}

}  // namespace

void PageMetadata::fill(Document& document) {
  add_parsely_page(document.facts);
  const PageFacts& facts = document.facts;
  Article& article = document.article;
  const StructuredArticle structured = read_json_ld(facts.json_ld, document.url);
  const Result<Url> address = parse_url(document.url);
  const std::string host = address ? address->host.value_or("") : "";
  SiteNames names;
  names.site_name = meta_content(facts, {"og:site_name", "application-name", "al:android:app_name",
                                         "twitter:app:name:iphone", "apple-mobile-web-app-title"});
  names.publisher = structured.publisher;
  names.host_label = host_label(host);
  if (document.source.name.empty()) {
    document.source.name = without_account_mark(
        display(names.site_name.empty() ? names.publisher : names.site_name, article.language));
  }
  article.title = display(choose_title(facts, structured, names), article.language);
  if (article.title.empty()) article.title = display(document.given.title, article.language);
  const std::uint32_t headline = headline_position(facts, article.title);
  Credits credits = choose_credits(article, facts, headline, structured, names, bylines_);
  for (const std::string& author : credits.authors) {
    article.authors.push_back(display(author, article.language));
  }
  if (article.authors.empty()) article.authors = document.given.authors;
  if (article.agency.empty()) article.agency = display(credits.agency, article.language);
  fill_dates(document, structured, host, headline);
  fill_subtitle(document, structured, headline);
  fill_image(document, structured, address);
  fill_section_and_tags(document, structured);
}

void PageMetadata::fill_dates(Document& document, const StructuredArticle& structured,
                              std::string_view host, std::uint32_t headline) {
  PageDateContext context;
  context.url = document.url;
  context.language = document.article.language;
  const std::string country = country_of(document, host);
  context.country = country;
  context.headline = headline;
  context.story = document.article.paragraphs;
  if (!document.fetched.empty()) context.fetched = parse_machine_date(document.fetched);
  PageDates dates = choose_dates(document.facts, structured, context, dates_);
  if (!dates.published && !document.given.published.empty()) {
    dates.published = parse_machine_date(document.given.published);
  }
  if (dates.published) document.article.published = dates.published->iso();
  if (dates.modified && dates.published && *dates.modified != *dates.published) {
    document.article.modified = dates.modified->iso();
  }
}

// A standfirst set apart from the text; never the title or the first paragraph again.
void PageMetadata::fill_subtitle(Document& document, const StructuredArticle& structured,
                                 std::uint32_t headline) {
  Article& article = document.article;
  std::string candidate = structured.alternative_headline;
  for (const PropertyMark& mark : document.facts.properties) {
    if (mark.property == "alternativeheadline") candidate = mark.value;
  }
  for (const HeadingMark& heading : document.facts.headings) {
    if (!candidate.empty()) break;
    const std::string& place = heading.place.class_id;
    const std::uint32_t at = heading.place.position;
    if (headline != 0 && (at < headline || at > headline + kSubtitleNodes)) continue;
    for (const std::string_view word : {"subtitle", "sub-title", "subheadline", "subhead"}) {
      if (place.find(word) != std::string::npos && !heading.place.in_side) candidate = heading.text;
    }
  }
  candidate = display(candidate, article.language);
  if (candidate.size() < kSubtitleBytesMin || folded(candidate) == folded(article.title)) return;
  if (bylines_.by_length(candidate) > 0 || candidate.find("{{") != std::string::npos) return;
  const std::string key = folded(candidate);
  for (const Paragraph& paragraph : article.paragraphs) {
    if (folded(paragraph.text) == key) return;
  }
  article.subtitle = std::move(candidate);
}

void PageMetadata::fill_image(Document& document, const StructuredArticle& structured,
                              const Result<Url>& address) {
  Article& article = document.article;
  const PageFacts& facts = document.facts;
  std::string url(
      meta_content(facts, {"og:image", "og:image:secure_url", "twitter:image", "twitter:image:src",
                           "parsely-image-url", "sailthru.image.full"}));
  if (url.empty()) url = structured.image;
  const ImageMark* shown = nullptr;
  for (const ImageMark& mark : facts.images) {
    const bool near_body =
        facts.body_position == 0 || mark.place.position < facts.body_end_position;
    const bool counts = !mark.caption.empty() || mark.place.in_article;
    if (mark.place.in_side || !near_body || !counts) continue;
    if (shown && (!shown->caption.empty() || mark.caption.empty())) continue;
    if (!is_placeholder(mark.url)) shown = &mark;
  }
  if (url.empty() && shown) url = shown->url;
  if (url.empty() || is_placeholder(url)) return;
  article.image.url = absolute(document, address, url);
  if (article.image.url.empty()) return;
  if (shown) article.image.caption = display(shown->caption, article.language);
}

void PageMetadata::fill_section_and_tags(Document& document, const StructuredArticle& structured) {
  Article& article = document.article;
  const PageFacts& facts = document.facts;
  std::string section(
      meta_content(facts, {"article:section", "og:article:section", "parsely-section",
                           "articlesection", "section", "category", "sailthru.verticals"}));
  // A list of all its categories: the first is the main one.
  const auto first_of_list = [](std::string text) {
    if (text.size() > kSectionBytesMax) text.resize(std::min(text.find(','), text.size()));
    return text;
  };
  section = first_of_list(std::move(section));
  if (!is_section(section)) section = first_of_list(structured.section);
  if (!is_section(section)) {
    section = facts.section_trail.size() > 1 ? facts.section_trail[1] : std::string{};
  }
  if (!is_section(section)) section.clear();
  article.section = display(section, article.language);

  std::vector<std::string> keys;
  const auto add = [&](std::string_view text) {
    const std::string tag = display(text, article.language);
    const std::string key = folded(tag);
    if (key.empty() || tag.size() > 80 || article.tags.size() >= kTagsMax) return;
    if (is_house_mark(tag)) return;
    if (std::find(keys.begin(), keys.end(), key) != keys.end()) return;
    keys.push_back(key);
    article.tags.push_back(tag);
  };
  const auto add_list = [&](std::string_view list) {
    while (!list.empty()) {
      const std::size_t comma = std::min({list.find(','), list.find("،"), list.size()});
      add(list.substr(0, comma));
      const bool arabic = comma < list.size() && list[comma] != ',';
      list.remove_prefix(std::min(comma + (arabic ? 2 : 1), list.size()));
    }
  };
  for (const MetaTag& meta : facts.metas) {
    if (meta.name == "article:tag" || meta.name == "og:article:tag") add_list(meta.content);
  }
  for (const std::string& word : structured.keywords) add(word);
  for (const std::string& text : facts.tag_links) add(text);
  if (article.tags.empty())
    add_list(meta_content(facts, {"news_keywords", "parsely-tags", "sailthru.tags", "keywords",
                                  "parsely-page:tags"}));
}

void fill_from_given(Document& document, const Bylines& bylines, DateParser& dates) {
  Article& article = document.article;
  const Given& given = document.given;
  if (article.title.empty()) article.title = display(given.title, article.language);
  if (article.authors.empty()) {
    for (const std::string& author : given.authors) {
      for (const std::string& name : bylines.split_author_list(author)) {
        article.authors.push_back(display(name, article.language));
      }
    }
  }
  if (given.published.empty()) return;
  auto published = parse_machine_date(given.published);
  if (!published) {
    const auto found = dates.parse(given.published, DateContext{article.language, {}, {}});
    if (found && !found->relative) published = found->time;
  }
  if (published && published->has_date()) article.published = published->iso();
}

}  // namespace khabar
