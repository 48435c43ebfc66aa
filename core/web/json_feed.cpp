#include "core/web/json_feed.h"

#include <rapidjson/error/en.h>
#include <rapidjson/memorystream.h>
#include <rapidjson/reader.h>

#include <algorithm>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "core/text/utf8.h"

namespace khabar {
namespace {

constexpr unsigned kFlags = rapidjson::kParseIterativeFlag | rapidjson::kParseCommentsFlag |
                            rapidjson::kParseTrailingCommasFlag |
                            rapidjson::kParseStopWhenDoneFlag | rapidjson::kParseNanAndInfFlag |
                            rapidjson::kParseNumbersAsStringsFlag;

// What an object is, by the keys that lead to it.
enum class Place : std::uint8_t { feed, item, author, attachment, hub, elsewhere };

class JsonFeedHandler : public rapidjson::BaseReaderHandler<rapidjson::UTF8<>, JsonFeedHandler> {
 public:
  JsonFeedHandler(const FeedContext& context, FeedDates& dates, Feed& feed)
      : dates_(dates), feed_(feed), base_(resolve_base({}, context.url)) {}

  bool Null() { return true; }
  bool Bool(bool value) { return set(value ? "true" : "false"); }
  bool RawNumber(const char* text, rapidjson::SizeType length, bool) { return set({text, length}); }
  bool String(const char* text, rapidjson::SizeType length, bool) { return set({text, length}); }
  bool Key(const char* text, rapidjson::SizeType length, bool) {
    if (level_ <= kLevelsMax) key_.assign(text, std::min<std::size_t>(length, 64));
    return true;
  }

  bool StartObject() {
    ++level_;
    if (level_ > kLevelsMax) return true;
    const Place place = place_of_object();
    places_.push_back({place, std::exchange(key_, {})});
    switch (place) {
      case Place::item:
        entry_ = FeedEntry{};
        break;
      case Place::author:
        person_ = FeedPerson{};
        break;
      case Place::attachment:
        attachment_ = FeedLink{};
        break;
      case Place::hub:
        hub_.clear();
        break;
      default:
        break;
    }
    return true;
  }
  bool EndObject(rapidjson::SizeType) {
    if (level_ <= kLevelsMax) {
      const Place place = places_.back().place;
      key_ = std::move(places_.back().key);
      places_.pop_back();
      end(place);
    }
    --level_;
    return true;
  }
  bool StartArray() {
    ++level_;
    if (level_ <= kLevelsMax) places_.push_back({Place::elsewhere, key_});
    return true;
  }
  bool EndArray(rapidjson::SizeType) {
    if (level_ <= kLevelsMax) {
      key_ = std::move(places_.back().key);
      places_.pop_back();
    }
    --level_;
    return true;
  }

  bool is_feed() const { return is_feed_; }
  std::size_t entries_left_out() const { return entries_left_out_; }

 private:
  // Feed, items, item, authors, author: what lies deeper is not ours.
  static constexpr std::size_t kLevelsMax = 6;
  static constexpr std::size_t kListMax = 256;
  struct Level {
    Place place;
    std::string key;  // that led here
  };

  std::string resolved(std::string_view reference) {
    if (is_plain_address(reference)) return std::string(reference);
    static constexpr std::size_t kResolvedBytesMax = std::size_t{64} << 20;
    resolved_bytes_ += base_.size();
    return resolved_bytes_ > kResolvedBytesMax ? std::string{} : resolve_link(base_, reference);
  }

  Place place_of_object() const {
    if (places_.empty()) return Place::feed;
    const bool in_list = places_.size() >= 2;
    const Place parent = places_.back().place;
    if (parent == Place::feed || parent == Place::item) {
      return key_ == "author" ? Place::author : Place::elsewhere;
    }
    if (!in_list) return Place::elsewhere;
    const Place owner = places_[places_.size() - 2].place;
    const std::string& list = places_.back().key;
    if (owner == Place::feed && list == "items") return Place::item;
    if (owner == Place::feed && list == "hubs") return Place::hub;
    if ((owner == Place::feed || owner == Place::item) && list == "authors") return Place::author;
    if (owner == Place::item && list == "attachments") return Place::attachment;
    return Place::elsewhere;
  }

  bool set(std::string_view value) {
    if (level_ > kLevelsMax || places_.empty()) return true;
    switch (places_.back().place) {
      case Place::feed:
        set_feed(value);
        break;
      case Place::item:
        set_item(value);
        break;
      case Place::author:
        set_author(value);
        break;
      case Place::attachment:
        set_attachment(value);
        break;
      case Place::hub:
        if (key_ == "url") hub_ = resolved(value);
        break;
      default:
        set_in_list(value);
        break;
    }
    return true;
  }

  // A string of an array: "tags": ["a", "b"].
  void set_in_list(std::string_view value) {
    if (places_.size() < 2 || places_.back().key != "tags") return;
    if (places_[places_.size() - 2].place != Place::item) return;
    value = trim_blanks(value);
    if (value.empty() || entry_.tags.size() >= kListMax) return;
    if (std::find(entry_.tags.begin(), entry_.tags.end(), value) != entry_.tags.end()) return;
    entry_.tags.emplace_back(value);
    entry_.categories.push_back({std::string(value), {}, {}});
  }

  void set_feed(std::string_view value) {
    if (key_ == "version") {
      is_feed_ |= value.find("jsonfeed.org/version/") != std::string_view::npos;
      feed_.format = value.ends_with("/1.1")                            ? "json11"
                     : value.ends_with("/1") || value.ends_with("/1.0") ? "json1"
                                                                        : "json";
    } else if (key_ == "title") {
      feed_.title = text_of(value);
    } else if (key_ == "description") {
      feed_.subtitle = text_of(value);
    } else if (key_ == "user_comment") {
      feed_.info = text_of(value);
    } else if (key_ == "home_page_url") {
      feed_.url = resolved(value);
      add_feed_link(feed_.url, "alternate");
    } else if (key_ == "feed_url") {
      feed_.id = trim_blanks(value);
      feed_.self_url = resolved(value);
      add_feed_link(feed_.self_url, "self");
    } else if (key_ == "next_url") {
      feed_.next_url = resolved(value);
      add_feed_link(feed_.next_url, "next");
    } else if (key_ == "icon") {
      feed_.image.url = resolved(value);
    } else if (key_ == "favicon") {
      feed_.icon = resolved(value);
    } else if (key_ == "language") {
      feed_.language = language_tag(value);
    }
  }

  void set_item(std::string_view value) {
    if (key_ == "id") {
      entry_.id = trim_blanks(value);
    } else if (key_ == "url") {
      entry_.url = resolved(value);
      add_entry_link(entry_.url, "alternate");
    } else if (key_ == "external_url") {
      add_entry_link(resolved(value), "related");
    } else if (key_ == "title") {
      entry_.title = text_of(value);
    } else if (key_ == "summary") {
      entry_.summary = text_of(value);
    } else if (key_ == "content_html") {
      if (entry_.contents.size() < 16) entry_.contents.push_back(typed(value, "text/html"));
    } else if (key_ == "content_text") {
      if (entry_.contents.size() < 16) entry_.contents.push_back(typed(value, "text/plain"));
    } else if (key_ == "image" || key_ == "banner_image") {
      std::string url = resolved(value);
      const bool is_known = std::any_of(entry_.images.begin(), entry_.images.end(),
                                        [&url](const FeedImage& i) { return i.url == url; });
      if (!url.empty() && !is_known && entry_.images.size() < 64) {
        entry_.images.push_back({std::move(url), {}});
      }
    } else if (key_ == "date_published") {
      entry_.published_text = value.substr(0, 256);
      entry_.published = dates_.parse(value, feed_.language);
    } else if (key_ == "date_modified") {
      entry_.updated_text = value.substr(0, 256);
      entry_.updated = dates_.parse(value, feed_.language);
    } else if (key_ == "language") {
      entry_.language = language_tag(value);
    }
  }

  void set_author(std::string_view value) {
    if (key_ == "name") {
      person_.name = trim_blanks(value);
    } else if (key_ == "url") {
      person_.url = resolved(value);
      if (person_.url.starts_with("mailto:")) {
        person_.email = person_.url.substr(7, person_.url.find('?') - 7);
      }
    }
  }

  void set_attachment(std::string_view value) {
    if (key_ == "url") attachment_.url = resolved(value);
    if (key_ == "mime_type") attachment_.type = value.substr(0, 256);
    if (key_ == "title") attachment_.title = value;
    if (key_ == "size_in_bytes") attachment_.length = value.substr(0, 32);
  }

  void end(Place place) {
    const bool in_item = std::any_of(places_.begin(), places_.end(),
                                     [](const Level& l) { return l.place == Place::item; });
    switch (place) {
      case Place::item:
        end_item();
        break;
      case Place::author: {
        std::vector<FeedPerson>& people = in_item ? entry_.authors : feed_.authors;
        const bool is_known = std::any_of(
            people.begin(), people.end(),
            [this](const FeedPerson& p) { return p.name == person_.name && p.url == person_.url; });
        const bool is_empty = person_.name.empty() && person_.url.empty();
        if (!is_known && !is_empty && people.size() < kListMax) people.push_back(person_);
        break;
      }
      case Place::attachment:
        if (attachment_.url.empty() || entry_.enclosures.size() >= 64) break;
        attachment_.rel = "enclosure";
        if (attachment_.type.starts_with("image/")) {
          entry_.images.push_back({attachment_.url, attachment_.title});
        }
        if (entry_.links.size() < kListMax) entry_.links.push_back(attachment_);
        entry_.enclosures.push_back(std::move(attachment_));
        break;
      case Place::hub:
        if (feed_.hub_url.empty()) feed_.hub_url = hub_;
        add_feed_link(hub_, "hub");
        break;
      default:
        break;
    }
  }

  void end_item() {
    is_feed_ = true;
    // The specification asks for an id; where it is missing, the address will do.
    if (entry_.url.empty() &&
        (entry_.id.starts_with("http://") || entry_.id.starts_with("https://"))) {
      entry_.url = resolved(entry_.id);
      entry_.id_is_permalink = true;
    }
    if (feed_.entries.size() >= kFeedEntriesMax) {
      ++entries_left_out_;
      return;
    }
    feed_.entries.push_back(std::move(entry_));
  }

  FeedText typed(std::string_view value, std::string_view type) const {
    return {std::string(trim_blanks(value)), std::string(type), feed_.language, base_, {}};
  }
  FeedText text_of(std::string_view value) const {
    return typed(value, holds_markup(value) ? "text/html" : "text/plain");
  }
  void add_feed_link(const std::string& url, const char* rel) {
    if (!url.empty() && feed_.links.size() < kListMax) {
      feed_.links.push_back({url, rel, {}, {}, {}, {}});
    }
  }
  void add_entry_link(std::string url, const char* rel) {
    if (!url.empty() && entry_.links.size() < kListMax) {
      entry_.links.push_back({std::move(url), rel, {}, {}, {}, {}});
    }
  }

  FeedDates& dates_;
  Feed& feed_;
  std::string base_;
  std::vector<Level> places_;
  std::size_t level_ = 0;
  std::string key_;
  FeedEntry entry_;
  FeedPerson person_;
  FeedLink attachment_;
  std::string hub_;
  std::size_t entries_left_out_ = 0, resolved_bytes_ = 0;
  bool is_feed_ = false;
};

}  // namespace

bool read_json_feed(std::string_view utf8, const FeedContext& context, FeedDates& dates,
                    Feed& feed) {
  feed.format = "json";
  feed.language = language_tag(context.content_language);
  JsonFeedHandler handler(context, dates, feed);
  rapidjson::MemoryStream bytes(utf8.data(), utf8.size());
  rapidjson::Reader reader;
  const rapidjson::ParseResult result = reader.Parse<kFlags>(bytes, handler);
  if (result.IsError()) {
    feed.faults.push_back(std::string("JSON at byte ") + std::to_string(result.Offset()) + ": " +
                          rapidjson::GetParseError_En(result.Code()) +
                          "; what stands before it was kept");
  }
  if (handler.entries_left_out() > 0) {
    feed.faults.push_back(std::to_string(handler.entries_left_out()) + " entries beyond " +
                          std::to_string(kFeedEntriesMax) + " left out");
  }
  return handler.is_feed();
}

}  // namespace khabar
