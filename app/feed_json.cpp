#include "app/feed_json.h"

#include "core/model/json_text.h"
#include "core/web/sanitise.h"

namespace khabar {
namespace {

// Objects and lists, indented; what has no value is not written.
class Writer {
 public:
  explicit Writer(const FeedJsonOptions& options) : options_(options) {}

  void open(std::string_view name, char bracket) {
    begin(name);
    out_ += bracket;
    ++depth_;
    first_ = true;
  }
  void close(char bracket) {
    --depth_;
    if (!first_) line();
    first_ = false;
    out_ += bracket;
  }
  void text(std::string_view name, std::string_view value) {
    if (value.empty()) return;
    begin(name);
    append_json_string(value, out_);
  }
  void number(std::string_view name, std::uint64_t value) {
    if (value == 0) return;
    begin(name);
    append_json_number(value, out_);
  }
  void yes(std::string_view name, bool value) {
    if (!value) return;
    begin(name);
    out_ += "true";
  }
  template <class List, class Each>
  void list(std::string_view name, const List& values, Each each) {
    if (values.empty()) return;
    open(name, '[');
    for (const auto& value : values) each(value);
    close(']');
  }
  void texts(std::string_view name, const std::vector<std::string>& values) {
    list(name, values, [this](const std::string& value) {
      begin({});
      append_json_string(value, out_);
    });
  }
  void rich(std::string_view name, const FeedText& value) {
    if (value.value.empty() && value.source.empty()) return;
    open(name, '{');
    text("value", options_.raw ? value.value : sanitised(value));
    text("type", value.type);
    text("language", value.language);
    text("base", value.base);
    text("source", value.source);
    close('}');
  }
  void date(std::string_view name, const std::string& written,
            const std::optional<PartialTime>& time) {
    if (written.empty()) return;
    open(name, '{');
    text("text", written);
    if (time) text("iso", time->iso());
    close('}');
  }
  std::string take() { return std::move(out_ += '\n'); }

 private:
  void line() {
    out_ += '\n';
    out_.append(2 * depth_, ' ');
  }
  void begin(std::string_view name) {
    if (!first_) out_ += ',';
    first_ = false;
    if (depth_ > 0) line();
    if (name.empty()) return;
    append_json_string(name, out_);
    out_ += ": ";
  }

  const FeedJsonOptions& options_;
  std::string out_;
  std::size_t depth_ = 0;
  bool first_ = true;
};

void write(Writer& json, std::string_view name, const FeedPerson& person) {
  json.open(name, '{');
  json.text("name", person.name);
  json.text("email", person.email);
  json.text("url", person.url);
  json.close('}');
}

void write_people(Writer& json, std::string_view name, const std::vector<FeedPerson>& people) {
  json.list(name, people, [&json](const FeedPerson& person) { write(json, {}, person); });
}

void write_links(Writer& json, std::string_view name, const std::vector<FeedLink>& links) {
  json.list(name, links, [&json](const FeedLink& link) {
    json.open({}, '{');
    json.text("url", link.url);
    json.text("rel", link.rel);
    json.text("type", link.type);
    json.text("title", link.title);
    json.text("length", link.length);
    json.text("language", link.language);
    json.close('}');
  });
}

void write_categories(Writer& json, const std::vector<FeedCategory>& categories) {
  json.list("categories", categories, [&json](const FeedCategory& category) {
    json.open({}, '{');
    json.text("term", category.term);
    json.text("scheme", category.scheme);
    json.text("label", category.label);
    json.close('}');
  });
}

void write_extensions(Writer& json, const std::vector<FeedExtension>& extensions) {
  json.list("extensions", extensions, [&json](const FeedExtension& extension) {
    json.open({}, '{');
    json.text("name", extension.name);
    json.text("value", extension.value);
    if (!extension.attributes.empty()) {
      json.open("attributes", '{');
      for (const auto& [key, value] : extension.attributes) json.text(key, value);
      json.close('}');
    }
    json.number("depth", extension.depth);
    json.close('}');
  });
}

void write_channel(Writer& json, const FeedChannel& channel) {
  json.text("id", channel.id);
  json.rich("title", channel.title);
  json.rich("subtitle", channel.subtitle);
  json.rich("rights", channel.rights);
  json.rich("info", channel.info);
  json.text("url", channel.url);
  json.text("language", channel.language);
  json.date("published", channel.published_text, channel.published);
  json.date("updated", channel.updated_text, channel.updated);
  json.date("created", channel.created_text, channel.created);
  write_people(json, "authors", channel.authors);
  write_people(json, "contributors", channel.contributors);
  if (channel.publisher) write(json, "publisher", *channel.publisher);
  write_categories(json, channel.categories);
  write_links(json, "links", channel.links);
  if (!channel.generator.name.empty() || !channel.generator.url.empty()) {
    json.open("generator", '{');
    json.text("name", channel.generator.name);
    json.text("url", channel.generator.url);
    json.text("version", channel.generator.version);
    json.close('}');
  }
  json.text("icon", channel.icon);
  if (!channel.image.url.empty() || !channel.image.title.empty()) {
    json.open("image", '{');
    json.text("url", channel.image.url);
    json.text("title", channel.image.title);
    json.text("link", channel.image.link);
    json.text("description", channel.image.description);
    json.number("width", channel.image.width);
    json.number("height", channel.image.height);
    json.close('}');
  }
  write_extensions(json, channel.extensions);
}

void write_entry(Writer& json, const FeedEntry& entry) {
  json.open({}, '{');
  json.text("id", entry.id);
  json.yes("id_is_permalink", entry.id_is_permalink);
  json.text("url", entry.url);
  json.rich("title", entry.title);
  json.rich("subtitle", entry.subtitle);
  json.rich("summary", entry.summary);
  json.list("contents", entry.contents, [&json](const FeedText& text) { json.rich({}, text); });
  json.rich("rights", entry.rights);
  json.text("language", entry.language);
  json.date("published", entry.published_text, entry.published);
  json.date("updated", entry.updated_text, entry.updated);
  json.date("created", entry.created_text, entry.created);
  json.date("expired", entry.expired_text, entry.expired);
  write_people(json, "authors", entry.authors);
  write_people(json, "contributors", entry.contributors);
  if (entry.publisher) write(json, "publisher", *entry.publisher);
  json.texts("tags", entry.tags);
  write_categories(json, entry.categories);
  write_links(json, "links", entry.links);
  write_links(json, "enclosures", entry.enclosures);
  json.list("images", entry.images, [&json](const FeedImage& image) {
    json.open({}, '{');
    json.text("url", image.url);
    json.text("caption", image.caption);
    json.close('}');
  });
  json.text("comments_url", entry.comments_url);
  if (!entry.source.empty()) {
    json.open("source", '{');
    write_channel(json, entry.source[0]);
    json.close('}');
  }
  write_extensions(json, entry.extensions);
  json.close('}');
}

}  // namespace

std::string feed_json(const Feed& feed, const FeedJsonOptions& options) {
  Writer json(options);
  json.open({}, '{');
  json.text("format", feed.format);
  json.text("encoding", feed.encoding);
  write_channel(json, feed);
  json.text("self_url", feed.self_url);
  json.text("hub_url", feed.hub_url);
  json.text("next_url", feed.next_url);
  json.text("new_url", feed.new_url);
  if (!feed.form.link.empty() || !feed.form.title.empty()) {
    json.open("form", '{');
    json.text("title", feed.form.title);
    json.text("description", feed.form.description);
    json.text("name", feed.form.name);
    json.text("link", feed.form.link);
    json.close('}');
  }
  json.number("ttl_minutes", feed.ttl_minutes);
  json.number("update_minutes", feed.update_minutes);
  json.texts("faults", feed.faults);
  json.list("entries", feed.entries, [&json](const FeedEntry& entry) { write_entry(json, entry); });
  json.close('}');
  return json.take();
}

std::string_view feed_json_help() {
  return "Prints one JSON object; what has no value is left out.\n"
         "  format          rss090 rss091n rss091u rss092 rss093 rss094 rss20 rss10 rss atom01\n"
         "                  atom02 atom03 atom10 atom cdf json1 json11 json\n"
         "  encoding        charset that was used;  faults: what was ill-formed, and what was "
         "made of it\n"
         "  id title subtitle rights info url language published updated created authors\n"
         "  contributors publisher categories links generator icon image extensions\n"
         "  self_url hub_url next_url new_url form ttl_minutes update_minutes\n"
         "  entries         [id id_is_permalink url title subtitle summary contents rights "
         "language\n"
         "                  published updated created expired authors contributors publisher "
         "tags\n"
         "                  categories links enclosures images comments_url source extensions]\n"
         "Texts are {value, type, language, base, source}, dates {text, iso}, people {name, "
         "email,\n"
         "url}, links {url, rel, type, title, length, language}, extensions {name, value,\n"
         "attributes, depth}. Markup is sanitised and its addresses absolute, but with --raw.";
}

}  // namespace khabar
