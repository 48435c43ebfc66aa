// A Feed under the names that the evaluation's cases use (those of a well-known feed reader), as
// JSON to walk by path. What that reader derives from other fields is derived here, not in the
// product: the summary of an entry that has only content, "name (email)", UTC time tuples.
#pragma once

#include <rapidjson/document.h>

#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "core/text/url.h"
#include "core/web/feed.h"
#include "core/web/sanitise.h"

namespace khabar::testing {

class NeutralFeed {
 public:
  using Value = rapidjson::Value;

  explicit NeutralFeed(const Feed& feed) : pool_(document_.GetAllocator()) {
    document_.SetObject();
    put(document_, "version", feed.format);
    put(document_, "encoding", feed.encoding);
    Value about = channel(feed);
    add_form(about, feed);
    if (feed.ttl_minutes > 0) put(about, "ttl", std::to_string(feed.ttl_minutes));
    put(about, "newlocation", feed.new_url);
    document_.AddMember("feed", about, pool_);
    Value entries(rapidjson::kArrayType);
    for (const FeedEntry& one : feed.entries) entries.PushBack(entry(one), pool_);
    document_.AddMember("entries", entries, pool_);
  }

  // Null when there is no such thing.
  const Value* find(const Value& path) const {
    const Value* at = &document_;
    for (const Value& step : path.GetArray()) {
      if (step.IsString()) {
        if (!at->IsObject() || !at->HasMember(step)) return nullptr;
        at = &(*at)[step];
      } else {
        if (!at->IsArray()) return nullptr;
        int index = step.GetInt();
        if (index < 0) index += static_cast<int>(at->Size());
        if (index < 0 || index >= static_cast<int>(at->Size())) return nullptr;
        at = &(*at)[static_cast<unsigned>(index)];
      }
    }
    return at;
  }

 private:
  Value text(std::string_view value) {
    return Value(value.data(), static_cast<rapidjson::SizeType>(value.size()), pool_);
  }
  void put(Value& object, std::string_view key, Value value) {
    Value name = text(key);
    if (object.HasMember(name)) {
      object[name] = value;
    } else {
      object.AddMember(name, value, pool_);
    }
  }
  void put(Value& object, std::string_view key, std::string_view value) {
    if (!value.empty()) put(object, key, text(value));
  }

  Value detail(const FeedText& value) {
    Value out(rapidjson::kObjectType);
    put(out, "value", text(sanitised(value)));
    put(out, "type", value.type);
    put(out, "base", value.base);
    put(out, "src", value.source);
    put(out, "language", value.language.empty() ? Value() : text(value.language));
    return out;
  }
  void put(Value& object, const std::string& key, const FeedText& value) {
    if (value.type.empty()) return;
    put(object, key, text(sanitised(value)));
    put(object, key + "_detail", detail(value));
  }

  void put(Value& object, const std::string& key, const std::string& written,
           const std::optional<PartialTime>& time) {
    put(object, key, written);
    const auto instant = time ? time->instant() : std::nullopt;
    if (!instant) return;
    const PartialTime utc = PartialTime::of(*instant, 0);
    Value tuple(rapidjson::kArrayType);
    const int weekday = (weekday_of(utc.year, utc.month, utc.day) + 6) % 7;
    const auto day_of_year =
        days_from_civil(utc.year, utc.month, utc.day) - days_from_civil(utc.year, 1, 1) + 1;
    for (const int part :
         {int{utc.year}, int{utc.month}, int{utc.day}, int{utc.hour}, int{utc.minute},
          int{utc.second}, weekday, static_cast<int>(day_of_year), 0}) {
      tuple.PushBack(part, pool_);
    }
    put(object, key + "_parsed", std::move(tuple));
  }

  Value person(const FeedPerson& value) {
    Value out(rapidjson::kObjectType);
    put(out, "name", value.name);
    put(out, "email", value.email);
    put(out, "href", value.url);
    return out;
  }
  void put_person(Value& object, const std::string& key, const FeedPerson& value) {
    put(object, key + "_detail", person(value));
    put(object, key,
        value.name.empty()    ? value.email
        : value.email.empty() ? value.name
                              : value.name + " (" + value.email + ")");
  }
  void put_people(Value& object, const std::string& key, const std::vector<FeedPerson>& people) {
    if (people.empty()) return;
    Value list(rapidjson::kArrayType);
    for (const FeedPerson& one : people) list.PushBack(person(one), pool_);
    put(object, key, std::move(list));
  }

  Value link(const FeedLink& value, bool with_rel) {
    Value out(rapidjson::kObjectType);
    if (with_rel) put(out, "rel", value.rel);
    const bool assumes_type = value.rel != "enclosure" && value.rel != "license";
    put(out, "type",
        !value.type.empty() || !assumes_type ? value.type
        : value.rel == "self"                ? "application/atom+xml"
                                             : "text/html");
    put(out, "href", value.url);
    put(out, "title", value.title);
    put(out, "length", value.length);
    put(out, "hreflang", value.language);
    return out;
  }
  void put_links(Value& object, const std::vector<FeedLink>& links,
                 const std::vector<FeedLink>& enclosures) {
    Value list(rapidjson::kArrayType);
    for (const FeedLink& one : links) list.PushBack(link(one, true), pool_);
    for (const FeedLink& one : links) {
      if (one.rel == "license") put(object, "license", one.url);
    }
    if (!list.Empty()) put(object, "links", std::move(list));
    Value files(rapidjson::kArrayType);
    for (const FeedLink& one : enclosures) files.PushBack(link(one, false), pool_);
    if (!files.Empty()) put(object, "enclosures", std::move(files));
  }

  void put_categories(Value& object, const std::vector<FeedCategory>& categories) {
    if (categories.empty()) return;
    Value list(rapidjson::kArrayType);
    for (const FeedCategory& one : categories) {
      Value tag(rapidjson::kObjectType);
      put(tag, "term", one.term);
      put(tag, "scheme", one.scheme);
      put(tag, "label", one.label);
      list.PushBack(tag, pool_);
    }
    put(object, "tags", std::move(list));
    put(object, "category", categories[0].term);
  }

  Value with_attributes(const FeedExtension& extension) {
    Value out(rapidjson::kObjectType);
    for (const auto& [name, value] : extension.attributes) put(out, name, text(value));
    put(out, "content", extension.value);
    return out;
  }
  void put_extension(Value& object, const FeedExtension& extension) {
    std::string key = extension.name;
    if (const std::size_t colon = key.find(':'); colon != std::string::npos) key[colon] = '_';
    if (key == "itunes_block") {
      return put(object, key, Value(extension.value == "yes" || extension.value == "Yes"));
    }
    if (key == "itunes_explicit") {
      return put(
          object, key,
          extension.value == "yes" || extension.value == "true" ? Value(true)
          : extension.value == "clean" || extension.value == "no" || extension.value == "false"
              ? Value(false)
              : Value());
    }
    if (key == "media_credit") {
      if (!object.HasMember("media_credit")) put(object, key, Value(rapidjson::kArrayType));
      object["media_credit"].PushBack(with_attributes(extension), pool_);
      return;
    }
    if (key == "media_restriction") {
      Value out = with_attributes(extension);
      Value countries(rapidjson::kArrayType);
      for (std::size_t at = 0; at < extension.value.size();) {
        const std::size_t end = std::min(extension.value.find(' ', at), extension.value.size());
        countries.PushBack(text(std::string_view(extension.value).substr(at, end - at)), pool_);
        at = end + 1;
      }
      put(out, "content", std::move(countries));
      return put(object, key, std::move(out));
    }
    if (key == "dcterms_valid") return put_validity(object, extension.value);
    if (extension.attributes.empty()) {
      put(object, key, extension.value);
    } else {
      put(object, key, with_attributes(extension));
    }
  }
  void put_validity(Value& object, std::string_view value) {
    for (const std::string name : {"start", "end"}) {
      const std::size_t at = value.find(name + "=");
      if (at == std::string_view::npos) continue;
      std::string_view part = value.substr(at + name.size() + 1);
      part = part.substr(0, part.find(';'));
      put(object, "validity_" + name, std::string(part), parse_machine_date(part));
    }
  }
  // The shallowest element of a name counts, of equals the last.
  void put_extensions(Value& object, const std::vector<FeedExtension>& extensions) {
    for (std::uint32_t depth = 8; depth > 0; --depth) {
      for (const FeedExtension& one : extensions) {
        if (std::min(one.depth, 8u) == depth) put_extension(object, one);
      }
    }
    put_chapters(object, extensions);
    put_where(object, extensions);
  }

  // GeoRSS and GML: "latitude longitude" pairs, turned round but in projected systems.
  void put_where(Value& object, const std::vector<FeedExtension>& extensions) {
    bool turned = true;
    std::size_t dimensions = 2;
    for (const FeedExtension& one : extensions) {
      for (const auto& [name, value] : one.attributes) {
        if (name == "srsdimension") dimensions = value == "3" ? 3 : 2;
        if (name != "srsname" || value.find("EPSG") == std::string::npos) continue;
        const int code = std::atoi(value.c_str() + value.rfind(':') + 1);
        turned = code >= 3819 && code <= 4979;  // geographic systems
      }
      const std::string_view shape = one.name;
      const bool is_point = shape == "georss:point" || shape == "gml:pos";
      const bool is_list = shape == "georss:line" || shape == "georss:polygon" ||
                           shape == "georss:box" || shape == "gml:poslist";
      if (!is_point && !is_list) continue;
      std::vector<double> numbers;
      const char* at = one.value.c_str();
      for (char* end = nullptr; *at != '\0'; at = end) {
        const double number = std::strtod(at, &end);
        if (end == at) break;
        numbers.push_back(number);
        while (*end == ',' || *end == ' ') ++end;
      }
      Value points(rapidjson::kArrayType);
      for (std::size_t i = 0; i + dimensions <= numbers.size(); i += dimensions) {
        Value point(rapidjson::kArrayType);
        point.PushBack(numbers[i + (turned ? 1 : 0)], pool_);
        point.PushBack(numbers[i + (turned ? 0 : 1)], pool_);
        if (dimensions == 3) point.PushBack(numbers[i + 2], pool_);
        points.PushBack(point, pool_);
      }
      const bool closes = points.Size() >= 4 && points[0] == points[points.Size() - 1];
      Value where(rapidjson::kObjectType);
      if (points.Empty() || (shape == "georss:polygon" && points.Size() < 4)) {
        put(object, "where", std::move(where));
        continue;
      }
      if (is_point) {
        put(where, "type", "Point");
        Value first(points[0], pool_);
        put(where, "coordinates", std::move(first));
      } else if (shape == "georss:polygon" || (shape == "gml:poslist" && closes)) {
        put(where, "type", "Polygon");
        Value rings(rapidjson::kArrayType);
        rings.PushBack(points, pool_);
        put(where, "coordinates", std::move(rings));
      } else {
        put(where, "type", shape == "georss:box" ? "Box" : "LineString");
        put(where, "coordinates", std::move(points));
      }
      put(object, "where", std::move(where));
    }
  }
  void put_chapters(Value& object, const std::vector<FeedExtension>& extensions) {
    Value chapters(rapidjson::kArrayType);
    Value out(rapidjson::kObjectType);
    int lists = 0;
    for (const FeedExtension& one : extensions) {
      if (one.name == "psc:chapters" && ++lists == 1) out = with_attributes(one);
      if (one.name != "psc:chapter" || lists > 0) continue;
      Value chapter = with_attributes(one);
      if (chapter.HasMember("start")) {
        Value span(rapidjson::kArrayType);
        int h = 0, m = 0, s = 0, ms = 0;
        const std::string start = chapter["start"].GetString();
        if (std::sscanf(start.c_str(), "%2d:%2d:%2d.%3d", &h, &m, &s, &ms) < 3) {
          h = ms = 0;
          std::sscanf(start.c_str(), "%2d:%2d.%3d", &m, &s, &ms);
        }
        span.PushBack(0, pool_).PushBack(h * 3600 + m * 60 + s, pool_);
        if (ms != 0) span.PushBack(ms * 1000, pool_);
        Value delta(rapidjson::kObjectType);
        delta.AddMember("timedelta", span, pool_);
        put(chapter, "start_parsed", std::move(delta));
      }
      chapters.PushBack(chapter, pool_);
    }
    if (chapters.Empty()) return;
    put(out, "chapters", std::move(chapters));
    put(object, "psc_chapters", std::move(out));
  }

  void add_form(Value& about, const Feed& feed) {
    Value form(rapidjson::kObjectType);
    put(form, "title", feed.form.title);
    put(form, "description", feed.form.description);
    put(form, "name", feed.form.name);
    put(form, "link", feed.form.link);
    if (!form.ObjectEmpty()) put(about, "textinput", std::move(form));
  }

  Value channel(const FeedChannel& feed) {
    Value out(rapidjson::kObjectType);
    put_extensions(out, feed.extensions);
    put(out, "id", feed.id);
    put(out, "title", feed.title);
    put(out, "subtitle", feed.subtitle);
    put(out, "rights", feed.rights);
    put(out, "info", feed.info);
    put(out, "link", feed.url);
    put(out, "language", feed.language);
    put(out, "icon", feed.icon);
    put(out, "logo", feed.image.url);
    put_people(out, "authors", feed.authors);
    put_people(out, "contributors", feed.contributors);
    if (!feed.authors.empty()) put_person(out, "author", feed.authors.back());
    if (feed.publisher) put_person(out, "publisher", *feed.publisher);
    put_categories(out, feed.categories);
    put_links(out, feed.links, {});
    for (const FeedLink& one : feed.links) {
      if (one.rel == "self" && !out.HasMember("href")) put(out, "href", one.url);
    }
    Value generator(rapidjson::kObjectType);
    put(generator, "name", feed.generator.name);
    put(generator, "href", feed.generator.url);
    put(generator, "version", feed.generator.version);
    put(out, "generator", feed.generator.name);
    if (!generator.ObjectEmpty()) put(out, "generator_detail", std::move(generator));
    Value image(rapidjson::kObjectType);
    put(image, "href", feed.image.url);
    put(image, "title", feed.image.title);
    put(image, "link", feed.image.link);
    put(image, "description", feed.image.description);
    if (feed.image.width > 0) put(image, "width", Value(feed.image.width));
    if (feed.image.height > 0) put(image, "height", Value(feed.image.height));
    if (!image.ObjectEmpty()) put(out, "image", std::move(image));
    put(out, "updated", feed.updated_text.empty() ? feed.published_text : feed.updated_text,
        feed.updated ? feed.updated : feed.published);
    put(out, "published", feed.published_text, feed.published);
    put(out, "created", feed.created_text, feed.created);
    return out;
  }

  Value entry(const FeedEntry& one) {
    Value out(rapidjson::kObjectType);
    put_extensions(out, one.extensions);
    put(out, "id", one.id);
    put(out, "guidislink", Value(one.id_is_permalink && one.links.empty()));
    put(out, "link", one.url);
    put(out, "title", one.title);
    put(out, "subtitle", one.subtitle);
    put(out, "rights", one.rights);
    if (!one.summary.type.empty()) {
      put(out, "summary", one.summary);
    } else if (!one.contents.empty()) {
      put(out, "summary", one.contents[0]);
    }
    Value contents(rapidjson::kArrayType);
    for (const FeedText& content : one.contents) contents.PushBack(detail(content), pool_);
    if (!contents.Empty()) put(out, "content", std::move(contents));
    put_people(out, "authors", one.authors);
    put_people(out, "contributors", one.contributors);
    if (!one.authors.empty()) put_person(out, "author", one.authors.back());
    if (one.publisher) put_person(out, "publisher", *one.publisher);
    put(out, "updated", one.updated_text.empty() ? one.published_text : one.updated_text,
        one.updated ? one.updated : one.published);
    put(out, "published", one.published_text, one.published);
    put(out, "created", one.created_text, one.created);
    put(out, "expired", one.expired_text, one.expired);
    put_categories(out, one.categories);
    put_links(out, one.links, one.enclosures);
    put(out, "language", one.language);
    put(out, "comments", one.comments_url);
    if (!one.images.empty()) {
      Value image(rapidjson::kObjectType);
      put(image, "href", one.images[0].url);
      put(out, "image", std::move(image));
      Value thumbnails(rapidjson::kArrayType);
      for (const FeedImage& each : one.images) {
        Value thumbnail(rapidjson::kObjectType);
        put(thumbnail, "url", each.url);
        thumbnails.PushBack(thumbnail, pool_);
      }
      put(out, "media_thumbnail", std::move(thumbnails));
    }
    if (!one.source.empty()) put(out, "source", channel(one.source[0]));
    return out;
  }

  rapidjson::Document document_;
  rapidjson::Document::AllocatorType& pool_;
};

}  // namespace khabar::testing
