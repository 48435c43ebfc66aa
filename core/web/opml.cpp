#include "core/web/opml.h"

#include <algorithm>
#include <unordered_map>
#include <utility>

#include "core/html/escape.h"
#include "core/text/ascii.h"
#include "core/text/url.h"
#include "core/text/utf8.h"
#include "core/web/fault_list.h"
#include "core/web/utf8_body.h"
#include "core/web/web_format.h"
#include "core/web/xml_reader.h"

namespace khabar {
namespace {

constexpr std::string_view kPrefix = "khabar";

std::string short_text(std::string_view text) {
  std::string out;
  collapse_blanks(text, out);
  if (out.size() > kOpmlTextBytesMax) {
    out.resize(valid_utf8_prefix(std::string_view(out).substr(0, kOpmlTextBytesMax)));
    while (out.ends_with(' ')) out.pop_back();
  }
  return out;
}

// Without namespaces: lists that people mend by hand lose the declaration first.
bool is_setting(const XmlName& name) {
  return name.prefix == kPrefix && !name.local.empty();
}

// The address as the URL parser prints it; "" when it is none that can be fetched. "feed://host/"
// and "feed:https://host/" are how browsers once handed feeds to readers.
std::string fetchable_url(std::string_view written) {
  written = trim_blanks(written);
  std::string spelt;
  if (written.size() > 5 && starts_ignoring_case(written, "feed:")) {
    written.remove_prefix(5);
    if (written.starts_with("//")) spelt = "http:";
  }
  spelt += written;
  const Result<Url> url = parse_url(spelt);
  return url && url->is_http() && url->host && !url->host->empty() ? url->href() : std::string{};
}

class OpmlReader {
 public:
  OpmlReader(std::string_view text, FaultList& faults) : reader_(text), faults_(faults) {}

  std::vector<OpmlFeed> read() {
    for (XmlEvent event; (event = reader_.next()) != XmlEvent::eof;) {
      if (!equals_ignoring_case(reader_.name().local, "outline")) continue;
      if (event == XmlEvent::start) start();
      if (event == XmlEvent::end) end();
      if (feeds_.size() >= kOpmlFeedsMax) {
        faults_.note("more feeds than a list may hold: the rest is left", reader_.offset());
        break;
      }
    }
    faults_.note_xml(reader_);
    return std::move(feeds_);
  }

 private:
  struct Outline {
    std::size_t depth = 0;  // of the reader, at its start
    bool is_feed = false;
  };

  std::string_view attribute(std::string_view lower_name) const {
    for (const XmlAttribute& it : reader_.attributes()) {
      if (equals_ignoring_case(it.name.local, lower_name)) return it.value;
    }
    return {};
  }

  void start() {
    std::string_view address = attribute("xmlurl");
    const bool is_rss = equals_ignoring_case(attribute("type"), "rss") ||
                        equals_ignoring_case(attribute("type"), "atom");
    if (address.empty() && is_rss) address = attribute("url");
    if (address.empty() && is_rss) {
      faults_.note("a feed without xmlUrl: passed over", reader_.offset(), attribute("text"));
    }
    // A feed holds no feeds: one that seems to was never closed.
    if (!address.empty() && !open_.empty() && open_.back().is_feed) {
      reader_.lift_to(open_.back().depth - 1);
      open_.pop_back();
      unclosed_feeds_ = true;
    }
    open_.push_back({reader_.depth(), !address.empty() || is_rss});
    if (!address.empty()) {
      take_feed(address);
    } else if (!is_rss) {
      groups_.push_back(short_text(first_of("title", "text")));
    }
  }

  // Behind feeds that nobody closed, the end tag is that of their group.
  void end() {
    bool was_feed = false;
    while (!open_.empty() && open_.back().depth > reader_.depth()) was_feed = close();
    if (was_feed && unclosed_feeds_ && !open_.empty()) {
      close();
      unclosed_feeds_ = false;
    }
  }

  bool close() {
    const bool is_feed = open_.back().is_feed;
    open_.pop_back();
    if (!is_feed) groups_.pop_back();
    return is_feed;
  }

  std::string_view first_of(std::string_view first, std::string_view second) const {
    const std::string_view value = attribute(first);
    return trim_blanks(value).empty() ? attribute(second) : value;
  }

  void take_feed(std::string_view address) {
    OpmlFeed feed;
    feed.url = fetchable_url(address);
    if (feed.url.empty()) {
      faults_.note("xmlUrl is no http(s) address: passed over", reader_.offset(), address);
      return;
    }
    feed.title = short_text(first_of("title", "text"));
    if (feed.title == short_text(address)) feed.title.clear();  // only because there must be one
    feed.site_url = fetchable_url(attribute("htmlurl"));
    feed.language = short_text(attribute("language"));
    for (const std::string& group : groups_) {
      if (feed.groups.size() < kOpmlGroupsMax && !group.empty()) feed.groups.push_back(group);
    }
    for (const XmlAttribute& it : reader_.attributes()) {
      if (!is_setting(it.name) || feed.settings.size() >= kOpmlSettingsMax) continue;
      feed.settings.emplace_back(it.name.local, short_text(it.value));
    }
    feeds_.push_back(std::move(feed));
  }

  XmlReader reader_;
  FaultList& faults_;
  std::vector<OpmlFeed> feeds_;
  std::vector<Outline> open_;
  std::vector<std::string> groups_;  // one for each open outline that is no feed
  bool unclosed_feeds_ = false;
};

// Valid UTF-8 without the control characters that XML 1.0 forbids, escaped for either place.
std::string written_text(std::string_view text) {
  std::string clean;
  sanitize_utf8(text, clean);
  const auto is_control = [](char c) { return static_cast<unsigned char>(c) < 0x20; };
  std::replace_if(clean.begin(), clean.end(), is_control, ' ');
  return escaped_html(clean);
}

void append_attribute(std::string_view name, std::string_view value, std::string& out) {
  if (value.empty()) return;
  out += ' ';
  out += name;
  out += "=\"" + written_text(value) + '"';
}

class OpmlWriter {
 public:
  explicit OpmlWriter(const std::vector<OpmlFeed>& feeds) : feeds_(feeds) {}

  std::string write(std::string_view title) {
    out_ =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<opml version=\"2.0\">\n  <head>\n    <title>";
    out_ += written_text(title) + "</title>\n  </head>\n  <body>\n";
    std::vector<std::size_t> all(feeds_.size());
    for (std::size_t i = 0; i < all.size(); ++i) all[i] = i;
    write_level(all, 0);
    out_ += "  </body>\n</opml>\n";
    return std::move(out_);
  }

 private:
  // Recursion: at most kOpmlGroupsMax levels.
  void write_level(const std::vector<std::size_t>& members, std::size_t level) {
    std::unordered_map<std::string_view, std::size_t> known;
    std::vector<std::pair<std::string_view, std::vector<std::size_t>>> groups;
    for (const std::size_t i : members) {
      const std::vector<std::string>& names = feeds_[i].groups;
      if (level >= std::min(names.size(), kOpmlGroupsMax)) {
        write_feed(feeds_[i], level);
        continue;
      }
      const auto [at, is_new] = known.try_emplace(names[level], groups.size());
      if (is_new) groups.emplace_back(names[level], std::vector<std::size_t>{});
      groups[at->second].second.push_back(i);
    }
    for (const auto& [name, inside] : groups) {
      indent(level);
      out_ += "<outline";
      append_attribute("text", name, out_);
      out_ += ">\n";
      write_level(inside, level + 1);
      indent(level);
      out_ += "</outline>\n";
    }
  }

  void write_feed(const OpmlFeed& feed, std::size_t level) {
    indent(level);
    out_ += "<outline type=\"rss\"";
    append_attribute("text", feed.title.empty() ? feed.url : feed.title, out_);
    append_attribute("title", feed.title, out_);
    append_attribute("xmlUrl", feed.url, out_);
    append_attribute("htmlUrl", feed.site_url, out_);
    append_attribute("language", feed.language, out_);
    // Declared at each outline, so that one can be added to a list that knows nothing of it.
    if (!feed.settings.empty()) append_attribute("xmlns:khabar", "urn:khabar:opml", out_);
    for (const auto& [name, value] : feed.settings) {
      append_attribute("khabar:" + name, value, out_);
    }
    out_ += "/>\n";
  }

  void indent(std::size_t level) { out_.append(4 + 2 * level, ' '); }

  const std::vector<OpmlFeed>& feeds_;
  std::string out_;
};

}  // namespace

Result<std::vector<OpmlFeed>> parse_opml(std::string_view bytes, std::string_view path,
                                         std::vector<std::string>* faults) {
  if (bytes.size() > kOpmlBytesMax) {
    return invalid(std::string(path) + ": " + std::to_string(bytes.size()) + " bytes exceed the " +
                   std::to_string(kOpmlBytesMax) + " of a list of feeds");
  }
  if (const WebFormat format = web_format_of(bytes); format != WebFormat::opml) {
    return invalid(std::string(path) + ": no OPML: this is " + web_format_name(format));
  }
  std::string room;
  FaultList list;
  std::vector<OpmlFeed> feeds = OpmlReader(utf8_of_body(bytes, {}, room), list).read();
  if (faults) *faults = list.lines();
  return feeds;
}

std::string write_opml(const std::vector<OpmlFeed>& feeds, std::string_view title) {
  return OpmlWriter(feeds).write(title);
}

}  // namespace khabar
