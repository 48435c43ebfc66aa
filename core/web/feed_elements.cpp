// What an element means where it starts.
#include <algorithm>

#include "core/text/ascii.h"
#include "core/text/utf8.h"
#include "core/web/feed_builder.h"

namespace khabar {
namespace {

using E = FeedElement;

bool contains_folded(std::string_view text, std::string_view lower_word) {
  return std::search(text.begin(), text.end(), lower_word.begin(), lower_word.end(),
                     [](char a, char b) { return ascii_lower(a) == b; }) != text.end();
}

// RSS's own version numbers; "0.91" of Netscape has another DOCTYPE.
std::string rss_format(std::string_view version, std::string_view doctype) {
  if (version == "0.91" && contains_folded(doctype, "netscape")) return "rss091n";
  if (version == "0.91") return "rss091u";
  if (version == "0.92") return "rss092";
  if (version == "0.93") return "rss093";
  if (version == "0.94") return "rss094";
  if (version.starts_with("2.")) return "rss20";
  return "rss";
}

bool opens_feed(FeedElement element) {
  return element == E::rss || element == E::rdf || element == E::feed || element == E::channel ||
         element == E::entry;
}

std::string atom_format(std::string_view version) {
  if (version == "0.1") return "atom01";
  if (version == "0.2") return "atom02";
  if (version == "0.3") return "atom03";
  return "atom";
}

}  // namespace

void FeedBuilder::start_element(FeedElement element, FeedModule module, Frame& frame) {
  // Until a feed begins, and again behind its end, there is only what a server put around it.
  if (!inside_feed_) {
    if (!opens_feed(element)) return;
    inside_feed_ = true;
    frame.opens |= kFeed;
  }
  entry_has_elements_ |= in_entry_;
  if (start_frame_element(element, module, frame)) return;
  if (start_text_element(element, module, frame)) return;
  switch (element) {
    case E::link:
      start_link(module, frame);
      break;
    case E::category:
    case E::media_category:
    case E::itunes_category:
      start_category(element, module, frame);
      break;
    case E::media_content:
    case E::itunes_image:
      start_media(element);
      break;
    case E::thumbnail:
      start_media(element);
      capture(element, module, frame);  // the address may be its text
      break;
    case E::enclosure:
      start_enclosure();
      break;
    case E::generator: {
      Capture& generator = capture(element, module, frame);
      std::string_view url = attribute("url");
      if (url.empty()) url = attribute("uri");
      if (url.empty()) url = attribute("href");
      generator.link.url = resolved(url);
      generator.link.title = attribute("version");
      break;
    }
    case E::generator_agent:
      channel().generator.url = resolved(attribute("resource"));
      if (channel().generator.name.empty()) channel().generator.name = channel().generator.url;
      break;
    case E::cc_license:
      add_license(attribute("resource"));
      break;
    case E::id: {
      Capture& id = capture(element, module, frame);
      const std::string_view permalink = attribute("ispermalink");
      id.is_permalink = permalink.empty() || lower_ascii(permalink) == "true";
      break;
    }
    case E::items:
    case E::media_group:
      break;
    case E::unknown:
      start_extension(module, frame);
      break;
    default:
      capture(element, module, frame);
      break;
  }
}

// Elements that hold other elements.
bool FeedBuilder::start_frame_element(FeedElement element, FeedModule module, Frame& frame) {
  switch (element) {
    case E::rss:
    case E::rdf:
    case E::feed:
    case E::channel:
      start_root(element);
      return true;
    case E::entry:
      start_entry(frame);
      return true;
    case E::source:
      start_source(frame);
      return true;
    case E::image:
      in_image_ = true;
      frame.opens |= kImage;
      return true;
    case E::text_input:
      in_form_ = true;
      frame.opens |= kForm;
      return true;
    case E::owner:
    case E::contributor:
    case E::author:
      person_ = FeedPerson{};
      in_person_ = true;
      frame.opens |= kPerson;
      capture(element, module, frame);
      return true;
    default:
      return false;
  }
}

bool FeedBuilder::start_text_element(FeedElement element, FeedModule module, Frame& frame) {
  switch (element) {
    case E::title:
    case E::media_title:
    case E::subtitle:
    case E::itunes_subtitle:
    case E::rights:
    case E::info:
    case E::summary:
    case E::itunes_summary:
    case E::abstract:
      capture_text(element, module, "text/plain", frame);
      return true;
    case E::description:
    case E::media_description:
      capture_text(element, module, "text/html", frame);
      return true;
    case E::content: {
      Capture& content = capture_text(element, module, "text/plain", frame);
      content.about.source = resolved(attribute("src"));
      return true;
    }
    case E::content_encoded:
      capture_text(element, module, "text/html", frame);
      return true;
    case E::body:
      capture_text(element, module, "application/xhtml+xml", frame);
      return true;
    default:
      return false;
  }
}

void FeedBuilder::start_root(FeedElement element) {
  is_feed_ = true;
  if (!in_entry_) channel_frame_ = frames_.size();
  const std::string_view version = attribute("version");
  if (element == E::rss && !feed_.format.starts_with("rss")) {
    feed_.format = rss_format(version, reader_.doctype());
  } else if (element == E::feed && feed_.format.empty()) {
    feed_.format = atom_format(version);
  } else if (element == E::channel) {
    if (feed_.format.empty()) feed_.format = frames_.empty() ? "cdf" : "rss";
    read_cdf_attributes();
  }
  if (element == E::channel && in_entry_) return;
  const std::string tag(language());
  if (languages_.size() > 1 && !tag.empty()) feed_.language = tag;
}

void FeedBuilder::start_entry(Frame& frame) {
  is_feed_ = true;
  feed_.entries.emplace_back();
  entry_merits_ = Merits{};
  dc_date_only_ = entry_has_elements_ = false;
  in_entry_ = true;
  in_source_ = in_image_ = in_form_ = in_person_ = false;
  entry_frame_ = frames_.size();
  frame.opens |= kEntry;
  entry().id = trim_blanks(attribute("about"));  // rdf:about
  if (!entry().id.empty()) entry_merits_.id_depth = frames_.size() + 8;
  if (languages_.size() > frame.languages) entry().language = languages_.back();
  read_cdf_attributes();
}

// The Channel Definition Format says in attributes what others say in elements.
void FeedBuilder::read_cdf_attributes() {
  const std::string_view modified = attribute("lastmod");
  if (!modified.empty()) set_date(E::updated, modified);
  const std::string_view href = attribute("href");
  entry_has_elements_ |= in_entry_ && !(modified.empty() && href.empty());
  if (href.empty()) return;
  FeedLink link;
  link.rel = "alternate";
  link.url = href;
  add_link(std::move(link), FeedModule::core, false);
}

void FeedBuilder::start_source(Frame& frame) {
  if (!in_entry_ || in_source_) return;
  entry().source.assign(1, FeedChannel{});
  source_merits_ = Merits{};
  in_source_ = true;
  frame.opens |= kSource;
  const std::string_view url = attribute("url");
  if (!url.empty() && add_part()) {
    FeedLink self;
    self.rel = "self";
    self.url = resolved(url);
    entry().source.back().links.push_back(std::move(self));
  }
  capture(E::source, FeedModule::core, frame);
}

void FeedBuilder::start_link(FeedModule module, Frame& frame) {
  FeedLink link;
  link.rel = lower_ascii(attribute("rel"));
  link.type = lower_ascii(attribute("type"));
  link.title = attribute("title");
  link.length = attribute("length");
  link.language = attribute("hreflang");
  if (link.rel.empty()) link.rel = "alternate";
  std::string_view url = attribute("href");
  if (url.empty()) url = attribute("url");
  if (url.empty()) url = attribute("uri");
  // RFC 3986 section 4.4: an empty reference is the document itself.
  if (url.empty() && link.rel == "self" && has_attribute("href")) url = base();
  if (!url.empty()) {
    link.url = url;
    add_link(std::move(link), module, false);
    return;
  }
  capture(E::link, module, frame).link = std::move(link);
}

void FeedBuilder::start_category(FeedElement element, FeedModule module, Frame& frame) {
  Capture& category = capture(element, module, frame);
  FeedCategory& value = category.category;
  value.term = attribute(element == E::itunes_category ? "text" : "term");
  value.scheme = attribute("scheme");
  if (value.scheme.empty()) value.scheme = attribute("domain");
  value.label = attribute("label");
  if (element == E::itunes_category) value.scheme = "http://www.itunes.com/";
  if (element == E::media_category && value.scheme.empty()) {
    value.scheme = "http://search.yahoo.com/mrss/category_schema";
  }
  // Before the categories inside of it.
  if (!value.term.empty()) add_category(value);
}

void FeedBuilder::start_media(FeedElement element) {
  std::string_view written = attribute(element == E::itunes_image ? "href" : "url");
  if (written.empty() && element == E::itunes_image) written = attribute("url");
  std::string url = resolved(written);
  if (url.empty()) return;
  if (element == E::itunes_image && !in_entry()) {
    channel().image.url = std::move(url);
    return;
  }
  const std::string type = lower_ascii(attribute("type"));
  const std::string_view medium = attribute("medium");
  if (element != E::media_content || medium == "image" || type.starts_with("image/")) {
    add_image(std::move(url), {});
    return;
  }
  FeedLink media;
  media.rel = "enclosure";
  media.url = std::move(url);
  media.type = type.empty() ? std::string(medium) : type;
  media.length = attribute("filesize");
  add_enclosure(std::move(media));
}

void FeedBuilder::start_enclosure() {
  FeedLink enclosure;
  std::string_view url = attribute("url");
  if (url.empty()) url = attribute("href");
  if (url.empty()) url = attribute("uri");
  enclosure.url = resolved(url);
  enclosure.rel = "enclosure";
  enclosure.type = lower_ascii(attribute("type"));
  enclosure.length = attribute("length");
  add_enclosure(std::move(enclosure));
}

void FeedBuilder::start_extension(FeedModule module, Frame& frame) {
  const XmlName& name = reader_.name();
  static constexpr std::size_t kNameBytesMax = 128;
  if (name.prefix.size() + name.local.size() > kNameBytesMax) return;
  Capture& capture = this->capture(E::unknown, module, frame);
  FeedExtension& extension = capture.extension;
  const std::string_view prefix = module == FeedModule::other ? name.prefix : prefix_of(module);
  extension.attributes.clear();
  extension.name = lower_ascii(prefix);
  if (!extension.name.empty()) extension.name += ':';
  extension.name += lower_ascii(name.local);
  capture.is_address = module == FeedModule::wfw || extension.name == "docs";
  static constexpr std::size_t kExtensionAttributesMax = 32;
  for (const XmlAttribute& attribute : reader_.attributes()) {
    if (attribute.name.prefix == "xmlns" || attribute.name.local == "xmlns") continue;
    if (extension.attributes.size() >= kExtensionAttributesMax) break;
    extension.attributes.emplace_back(lower_ascii(attribute.name.local),
                                      std::string(attribute.value));
  }
  const std::size_t parent = in_entry_ ? entry_frame_ : channel_frame_;
  extension.depth = static_cast<std::uint32_t>(frames_.size() - std::min(parent, frames_.size()));
}

}  // namespace khabar
