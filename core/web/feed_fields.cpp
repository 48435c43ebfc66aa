// Where the value of an element goes when it ends.
#include <algorithm>

#include "core/text/ascii.h"
#include "core/text/utf8.h"
#include "core/web/feed_builder.h"

namespace khabar {
namespace {

using E = FeedElement;

// How sure one is that a text is what its field is for: RSS and Atom say so, modules say it too.
constexpr int kOwn = 2, kModule = 1;

// The publisher's address of the article behind a redirector: better than any link.
constexpr int kOriginalUrl = 5;

bool is_address(std::string_view text) {
  return text.starts_with("http://") || text.starts_with("https://");
}

// An id is kept as written. Only what can be nothing but a relative address is resolved, as Atom
// (RFC 4287 section 4.2.6) asks for an IRI.
bool is_relative_address(std::string_view id) {
  return id.find(':') == std::string_view::npos && id.find(' ') == std::string_view::npos &&
         (id.starts_with('/') || id.starts_with("./") || id.starts_with("../") ||
          id.find('/') != std::string_view::npos);
}

// Addresses that were escaped once too often, or whose parameters were taken for entities:
// "?a=1&amp;b=2", "?a=1&b;=2".
std::string mended_address(std::string_view url) {
  if (url.find('&') == std::string_view::npos) return std::string(url);
  std::string out;
  for (std::size_t i = 0; i < url.size(); ++i) {
    out += url[i];
    if (url[i] != '&') continue;
    std::size_t end = i + 1;
    while (end < url.size() && (is_ascii_alphanumeric(url[end]) || url[end] == '_')) {
      ++end;
    }
    if (end == i + 1 || end == url.size() || url[end] != ';') continue;
    const std::string_view name = url.substr(i + 1, end - i - 1);
    if (name != "amp") out += name;
    i = end;
  }
  return out;
}

// syndication module: how many minutes a period has.
std::uint32_t minutes_of(std::string_view period) {
  if (period == "hourly") return 60;
  if (period == "daily") return 24 * 60;
  if (period == "weekly") return 7 * 24 * 60;
  if (period == "monthly") return 30 * 24 * 60;
  if (period == "yearly") return 365 * 24 * 60;
  return 0;
}

// RFC 4287 section 3.1.1.3: the div around XHTML is no part of it.
std::string_view without_div(std::string_view markup) {
  const std::size_t begin = markup.find('>');
  if (begin == std::string_view::npos || !markup.ends_with("</div>")) return markup;
  return markup.substr(begin + 1, markup.size() - begin - 1 - 6);
}

}  // namespace

FeedText FeedBuilder::finish_text(Capture& capture) {
  FeedText out = std::move(capture.about);
  std::string_view value = trim_blanks(capture.text);
  std::optional<std::string> decoded;
  if (capture.is_base64) {
    decoded = decode_base64_text(value);
    if (decoded) {
      value = trim_blanks(*decoded);
      // "application/octet-stream" says how it was packed, not what it is.
      if (!out.is_markup() && holds_markup(value)) out.type = "text/html";
    }
  }
  if (feed_.format == "atom10" && capture.was_declared && capture.first_is_div &&
      capture.top_elements == 1 && !capture.top_text) {
    value = trim_blanks(without_div(value));
  }
  if (out.type == "text/plain" && !feed_.format.starts_with("atom") && holds_markup(value)) {
    out.type = "text/html";
  }
  out.value = value;
  return out;
}

void FeedBuilder::end_capture(Capture& capture) {
  if (capture.is_text) {
    end_text_element(capture);
    return;
  }
  // Of a field that the end of the document cut off nobody knows how it went on.
  if (reader_.is_cut_off() && capture.element != E::source) return;
  const std::string_view value = trim_blanks(capture.text);
  switch (capture.element) {
    case E::author:
    case E::contributor:
    case E::dc_contributor:
    case E::publisher:
    case E::owner:
      end_person(capture);
      break;
    case E::name:
    case E::email:
    case E::href:
      set_person_part(capture.element, value);
      break;
    case E::width:
    case E::height:
      if (in_image_) set_image_part(capture.element, value);
      break;
    case E::published:
    case E::updated:
    case E::dc_date:
    case E::created:
    case E::expired:
      set_date(capture.element, value);
      break;
    case E::category:
    case E::media_category:
    case E::itunes_category:
      end_category(capture, value);
      break;
    case E::keywords:
      add_terms(value, capture.module == FeedModule::itunes ? "http://www.itunes.com/" : "");
      break;
    case E::tags:
      add_terms(value, {});
      break;
    case E::link:
      capture.link.url = mended_address(value);
      add_link(std::move(capture.link), capture.module, true);
      break;
    case E::original_link:
      offer_url(mended_address(value), kOriginalUrl);
      break;
    case E::id:
      set_id(capture, value);
      break;
    case E::thumbnail:
      if (!value.empty()) add_image(resolved(value), {});
      break;
    case E::comments:
      if (in_entry()) entry().comments_url = resolved(value);
      break;
    case E::license:
      add_license(value);
      break;
    case E::source:
      if (!value.empty() && !entry().source.empty()) {
        FeedText& title = entry().source.back().title;
        if (title.value.empty()) title = {std::string(value), "text/plain", {}, {}, {}};
      }
      break;
    default:
      if (!set_channel_value(capture, value)) add_extension(capture, value);
      break;
  }
}

// What a channel says of itself in a word; an entry may have a language too. False: not that.
bool FeedBuilder::set_channel_value(Capture& capture, std::string_view value) {
  switch (capture.element) {
    case E::generator:
      channel().generator = {std::string(value), std::move(capture.link.url),
                             std::move(capture.link.title)};
      return true;
    case E::icon:
      channel().icon = resolved(value);
      return true;
    case E::logo:
      channel().image.url = resolved(value);
      return true;
    case E::language:
      (in_entry() ? entry().language : channel().language) = language_tag(value);
      return true;
    case E::ttl:
      feed_.ttl_minutes = parse_count(value);
      return true;
    case E::update_period:
      period_ = value;
      return true;
    case E::update_frequency:
      frequency_ = parse_count(value);
      return true;
    case E::new_location:
      if (!in_entry_) feed_.new_url = resolved(value);
      return true;
    default:
      return false;
  }
}

// Its term stands in an attribute, in the text, or one in each.
void FeedBuilder::end_category(Capture& capture, std::string_view value) {
  if (value.empty()) return;
  if (!capture.category.term.empty()) {
    add_category({std::string(value), {}, {}});
    return;
  }
  capture.category.term = value;
  add_category(std::move(capture.category));
}

void FeedBuilder::add_license(std::string_view address) {
  if (!add_part()) return;
  FeedLink license;
  license.rel = "license";
  license.url = resolved(address);
  (in_entry() ? entry().links : channel().links).push_back(std::move(license));
}

bool FeedBuilder::end_text_element(Capture& capture) {
  const E element = capture.element;
  FeedText text = finish_text(capture);
  const bool is_own = capture.module == FeedModule::core || capture.module == FeedModule::content;
  switch (element) {
    case E::title:
    case E::media_title:
      set_title(std::move(text), is_own ? kOwn : kModule);
      break;
    case E::rights:
      set_rights(std::move(text));
      break;
    case E::info:
      channel().info = std::move(text);
      break;
    case E::subtitle:
    case E::itunes_subtitle:
      if (in_entry()) {
        if (!text.value.empty()) entry().subtitle = std::move(text);
      } else {
        set_summary(std::move(text), is_own ? kOwn : kModule);
      }
      break;
    case E::description:
    case E::media_description:
    case E::summary:
    case E::itunes_summary:
    case E::abstract:
      set_summary(std::move(text), is_own ? kOwn : kModule);
      break;
    default:
      if (in_entry()) add_content(std::move(text));
      break;
  }
  return true;
}

// The first wins, unless a better or a shallower one comes: media:title and the titles of groups
// stand in for a missing <title>.
void FeedBuilder::set_title(FeedText text, int merit) {
  if (in_image_) return set_image_part(E::title, text.value);
  if (in_form_) {
    feed_.form.title = std::move(text.value);
    return;
  }
  if (text.value.empty()) return;
  Merits& merits = this->merits();
  const std::size_t depth = frames_.size();
  const bool is_better =
      merit > merits.title || (merit == merits.title && depth < merits.title_depth);
  if (merits.title != 0 && !is_better) return;
  merits.title = merit;
  merits.title_depth = depth;
  (in_entry() ? entry().title : channel().title) = std::move(text);
}

void FeedBuilder::set_summary(FeedText text, int merit) {
  if (in_image_) {
    feed_.image.description = std::move(text.value);
    return;
  }
  if (in_form_) {
    feed_.form.description = std::move(text.value);
    return;
  }
  Merits& merits = this->merits();
  if (!in_entry()) {
    if (merit < merits.text && !channel().subtitle.value.empty()) return;
    merits.text = merit;
    channel().subtitle = std::move(text);
    return;
  }
  if (entry().summary.value.empty()) {
    merits.text = merit;
    entry().summary = std::move(text);
    return;
  }
  if (text.value.empty() || text.value == entry().summary.value) return;
  if (merit > merits.text) {
    merits.text = merit;
    std::swap(text, entry().summary);
  }
  add_content(std::move(text));
}

void FeedBuilder::add_content(FeedText text) {
  static constexpr std::size_t kContentsMax = 16;
  if (text.value.empty() && text.source.empty()) return;
  if (entry().contents.size() < kContentsMax && add_part()) {
    entry().contents.push_back(std::move(text));
  }
}

void FeedBuilder::set_rights(FeedText text) {
  (in_entry() ? entry().rights : channel().rights) = std::move(text);
}

void FeedBuilder::set_date(FeedElement element, std::string_view written) {
  if (written.empty() || written.size() > 256) return;
  const std::string_view spoken =
      language().empty() ? std::string_view(feed_.language) : language();
  std::optional<PartialTime> time = dates_.parse(written, spoken);
  const auto set = [&](std::string& text, std::optional<PartialTime>& field) {
    if (!time && field) return;  // one that can be read is better
    text = written;
    field = time;
  };
  if (!in_entry()) {
    FeedChannel& about = channel();
    switch (element) {
      case E::published:
        return set(about.published_text, about.published);
      case E::created:
        return set(about.created_text, about.created);
      case E::expired:
        return;
      default:
        return set(about.updated_text, about.updated);
    }
  }
  switch (element) {
    case E::published:
      return set(entry().published_text, entry().published);
    case E::created:
      return set(entry().created_text, entry().created);
    case E::expired:
      return set(entry().expired_text, entry().expired);
    case E::dc_date:
      if (entry().updated_text.empty()) dc_date_only_ = true;
      break;
    default:
      dc_date_only_ = false;
      break;
  }
  set(entry().updated_text, entry().updated);
}

void FeedBuilder::set_id(const Capture& capture, std::string_view value) {
  if (value.empty() || in_image_ || in_form_) return;
  Merits& merits = this->merits();
  const std::size_t depth = frames_.size();
  if (merits.id_depth != 0 && depth > merits.id_depth) return;
  merits.id_depth = depth;
  std::string id(value);
  if (capture.is_permalink && !base().empty() && is_relative_address(value)) {
    if (std::string absolute = resolved(value); !absolute.empty()) {
      id = std::move(absolute);
    }
  }
  if (in_entry()) {
    entry().id_is_permalink = capture.is_permalink && is_address(id);
    entry().id = std::move(id);
  } else {
    channel().id = std::move(id);
  }
}

void FeedBuilder::add_extension(Capture& capture, std::string_view value) {
  static constexpr std::size_t kExtensionsMax = 128;
  FeedExtension& extension = capture.extension;
  if (extension.name.empty() || (value.empty() && extension.attributes.empty())) return;
  std::vector<FeedExtension>& list = in_entry() ? entry().extensions : channel().extensions;
  if (list.size() >= kExtensionsMax || !add_part()) return;
  extension.value = capture.is_address ? resolved(value) : std::string(value);
  list.push_back(std::move(extension));
}

void FeedBuilder::finish_entry() {
  in_entry_ = in_source_ = in_image_ = in_form_ = in_person_ = false;
  FeedEntry& entry = this->entry();
  if (entry.url.empty() && is_address(entry.id) &&
      (entry.id_is_permalink || feed_.format == "rss10")) {
    entry.url = resolved(entry.id);
  }
  // RSS 1.0 has no date of its own but this.
  if (dc_date_only_ && entry.published_text.empty()) {
    entry.published_text = entry.updated_text;
    entry.published = entry.updated;
  }
  ended_in_entry_ |= reader_.is_cut_off();
  const bool is_named = !entry.id.empty() || !entry.url.empty();
  const bool says_something = is_named || (entry_has_elements_ && !reader_.is_cut_off());
  if (says_something && feed_.entries.size() <= kFeedEntriesMax) return;
  entries_left_out_ += says_something ? 1 : 0;
  feed_.entries.pop_back();
}

void FeedBuilder::finish_feed() {
  const std::uint32_t minutes = minutes_of(period_.empty() && frequency_ != 0 ? "daily" : period_);
  feed_.update_minutes = minutes == 0 ? 0 : std::max(1u, minutes / std::max(1u, frequency_));
  if (feed_.url.empty() && is_address(feed_.id)) feed_.url = resolved(feed_.id);
  if (root_.empty()) return;
  if (feed_.format.empty()) feed_.format = "rss";
}

}  // namespace khabar
