// People, categories, links and images: what an entry or a channel has many of.
#include <algorithm>

#include "core/text/utf8.h"
#include "core/web/feed_builder.h"

namespace khabar {
namespace {

using E = FeedElement;

// Of an address for the article: the RSS link, an HTML alternate, any alternate.
constexpr int kLinkText = 4, kHtmlLink = 3, kOtherLink = 2;

}  // namespace

void FeedBuilder::end_person(const Capture& capture) {
  FeedPerson person = std::move(person_);
  person_ = FeedPerson{};
  const bool has_parts = !person.name.empty() || !person.email.empty() || !person.url.empty();
  if (!has_parts) person = parse_person(capture.text);
  if (person.name.empty() && person.email.empty() && person.url.empty()) return;
  if (capture.element == E::publisher || capture.element == E::owner) {
    (in_entry() ? entry().publisher : channel().publisher) = std::move(person);
    return;
  }
  const bool is_author = capture.element == E::author;
  std::vector<FeedPerson>& people = in_entry()
                                        ? (is_author ? entry().authors : entry().contributors)
                                        : (is_author ? channel().authors : channel().contributors);
  static constexpr std::size_t kPeopleMax = 256;
  const bool is_known = std::any_of(people.begin(), people.end(), [&](const FeedPerson& p) {
    return p.name == person.name && p.email == person.email && p.url == person.url;
  });
  if (!is_known && people.size() < kPeopleMax && add_part()) people.push_back(std::move(person));
}

void FeedBuilder::set_person_part(FeedElement element, std::string_view value) {
  if (value.empty()) return;
  if (in_person_) {
    if (element == E::name) person_.name = value;
    if (element == E::email) person_.email = value;
    if (element == E::href) person_.url = resolved(value);
  } else if (in_form_) {
    if (element == E::name) feed_.form.name = value;
  } else if (in_image_ && element == E::href) {
    set_image_part(element, value);
  }
}

void FeedBuilder::add_category(FeedCategory category) {
  static constexpr std::size_t kCategoriesMax = 256;
  std::vector<FeedCategory>& list = in_entry() ? entry().categories : channel().categories;
  const bool is_known = std::any_of(list.begin(), list.end(), [&](const FeedCategory& c) {
    return c.term == category.term && c.scheme == category.scheme && c.label == category.label;
  });
  if (is_known || list.size() >= kCategoriesMax || !add_part()) return;
  if (in_entry() && !category.term.empty() &&
      std::find(entry().tags.begin(), entry().tags.end(), category.term) == entry().tags.end()) {
    entry().tags.push_back(category.term);
  }
  list.push_back(std::move(category));
}

void FeedBuilder::add_terms(std::string_view list, std::string_view scheme) {
  for (std::size_t begin = 0; begin <= list.size();) {
    const std::size_t end = std::min(list.find(',', begin), list.size());
    const std::string_view term = trim_blanks(list.substr(begin, end - begin));
    if (!term.empty()) add_category({std::string(term), std::string(scheme), {}});
    begin = end + 1;
  }
}

void FeedBuilder::add_link(FeedLink link, FeedModule module, bool from_text) {
  if (link.url.empty() && from_text && reader_.is_cut_off()) return;
  link.url = resolved(link.url);
  if (in_image_) return set_image_part(E::link, link.url);
  if (in_form_) {
    feed_.form.link = std::move(link.url);
    return;
  }
  if (link.url.empty()) return;
  if (link.rel == "alternate") {
    const bool is_html = link.type.empty() || media_type_of(link.type) == "text/html" ||
                         media_type_of(link.type) == "application/xhtml+xml";
    offer_url(link.url, from_text && module == FeedModule::core ? kLinkText
                        : is_html                               ? kHtmlLink
                                                                : kOtherLink);
  }
  if (!in_entry_) {
    if (link.rel == "self" && feed_.self_url.empty()) feed_.self_url = link.url;
    if (link.rel == "hub" && feed_.hub_url.empty()) feed_.hub_url = link.url;
    if (link.rel == "next" && feed_.next_url.empty()) feed_.next_url = link.url;
  }
  if (link.rel == "enclosure") return add_enclosure(std::move(link));
  keep_link(std::move(link));
}

void FeedBuilder::keep_link(FeedLink link) {
  static constexpr std::size_t kLinksMax = 256;
  std::vector<FeedLink>& links = in_entry() ? entry().links : channel().links;
  if (links.size() < kLinksMax && add_part()) links.push_back(std::move(link));
}

void FeedBuilder::offer_url(std::string_view url, int merit) {
  Merits& merits = this->merits();
  if (merit <= merits.url || url.empty()) return;
  merits.url = merit;
  (in_entry() ? entry().url : channel().url) = url;
}

// What stands deeper (in an <image>, say) is somebody else's.
void FeedBuilder::set_image_part(FeedElement element, std::string_view value) {
  if (in_entry_) {
    if (element == E::href && !in_source_) add_image(resolved(value), {});
    return;
  }
  FeedLogo& image = feed_.image;
  switch (element) {
    case E::href:
      image.url = resolved(value);
      break;
    case E::title:
      image.title = value;
      break;
    case E::link:
      image.link = value;
      break;
    case E::width:
      image.width = parse_count(value);
      break;
    case E::height:
      image.height = parse_count(value);
      break;
    default:
      break;
  }
}

void FeedBuilder::add_image(std::string url, std::string_view caption) {
  static constexpr std::size_t kImagesMax = 64;
  if (!in_entry() || url.empty() || entry().images.size() >= kImagesMax) return;
  for (const FeedImage& image : entry().images) {
    if (image.url == url) return;
  }
  if (add_part()) entry().images.push_back({std::move(url), std::string(caption)});
}

void FeedBuilder::add_enclosure(FeedLink link) {
  static constexpr std::size_t kEnclosuresMax = 64;
  if (link.url.empty()) return;
  keep_link(link);
  if (!in_entry() || entry().enclosures.size() >= kEnclosuresMax) return;
  if (link.type.starts_with("image/")) add_image(link.url, {});
  if (add_part()) entry().enclosures.push_back(std::move(link));
}

}  // namespace khabar
