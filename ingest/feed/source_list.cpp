#include "ingest/feed/source_list.h"

#include <algorithm>
#include <map>
#include <set>

#include "core/io/file.h"
#include "core/text/url.h"
#include "core/web/opml.h"
#include "ingest/feed/outline_settings.h"
#include "ingest/feed/source_settings.h"

namespace khabar {
namespace {

constexpr std::size_t kListBytesMax = std::size_t{64} << 20;
constexpr std::size_t kFeedsMax = 500'000;

struct Group {
  std::string name;
  FeedPolicy policy;
  std::vector<std::string> opml, lists;
};

class ListReader {
 public:
  ListReader(Settings& settings, FeedOptions& options) : settings_(settings), options_(options) {}

  void read() {
    common_.policy = read_policy(settings_, FeedPolicy{});
    read_files_of(settings_, common_);
    for (Settings* table : settings_.tables("group", "Feeds that share settings")) {
      read_group(*table);
    }
    if (!settings_.has("group")) read_group(settings_.example("group"));
    for (Settings* table : settings_.tables("feed", "One feed, sitemap or index page each")) {
      read_feed(*table);
    }
    if (!settings_.has("feed")) read_feed(settings_.example("feed"));
    for (const Group& group : groups_) add_files(group);
    add_files(common_);
    if (settings_.has("feed") || settings_.has("opml") || settings_.has("lists")) return;
    const bool has_files = std::any_of(groups_.begin(), groups_.end(), [](const Group& group) {
      return !group.opml.empty() || !group.lists.empty();
    });
    if (!has_files) {
      settings_.fault("", "nothing to read: want [[" + settings_.path() + ".feed]], opml or lists");
    }
  }

 private:
  static void read_files_of(Settings& settings, Group& group) {
    group.opml = settings.texts("opml", std::vector<std::string>{},
                                "OPML files of feeds, relative to this file; an outline that has "
                                "the name of a group puts its feeds there; "
                                "khabar:kind, khabar:fetch_pages and the like at a feed are its "
                                "settings, as `khabar feeds export` writes them");
    group.lists =
        settings.texts("lists", std::vector<std::string>{},
                       "Text files of feeds, one \"URL name\" a line; # begins a comment");
  }

  void read_group(Settings& table) {
    Group group;
    group.name = table.text("name", std::nullopt, "How feeds and outlines refer to it");
    group.policy = read_policy(table, common_.policy);
    read_files_of(table, group);
    if (group.name.empty()) return;
    if (find_group(group.name) != nullptr) {
      return table.fault("name", "there are two groups \"" + group.name + "\"");
    }
    groups_.push_back(std::move(group));
  }

  void read_feed(Settings& table) {
    FeedSpec feed;
    const std::string url = table.text("url", std::nullopt, "Its address, http or https");
    feed.name = table.text("name", "", "Its name in records; default: what the feed calls itself");
    feed.language = table.text("language", "", "Of its articles where they do not say: \"ar\"");
    feed.kind = read_kind(table, FeedKind::feed);
    feed.group = table.text("group", "", "The [[group]] whose settings it takes");
    const Group* group = find_group(feed.group);
    if (!feed.group.empty() && group == nullptr) {
      std::vector<std::string> names;
      for (const Group& one : groups_) names.push_back(one.name);
      const std::string nearest = nearest_name(feed.group, names);
      table.fault("group", "there is no group \"" + feed.group + "\"" +
                               (nearest.empty() ? "" : "; did you mean " + nearest + "?"));
    }
    feed.policy = read_policy(table, group != nullptr ? group->policy : common_.policy);
    if (url.empty()) return;
    auto address = feed_url(url);
    if (!address) return table.fault("url", address.error().message);
    feed.url = std::move(*address);
    const std::string shown = feed.url;
    if (!add(std::move(feed))) table.fault("url", shown + " stands twice");
  }

  static Result<std::string> feed_url(std::string_view text) {
    auto url = parse_url(text);
    if (!url) return tl::unexpected(url.error());
    if (!url->is_http()) return invalid("\"" + std::string(text) + "\" is neither http nor https");
    url->fragment.reset();
    return url->href();
  }

  bool add(FeedSpec feed) {
    if (!seen_.insert(feed.url).second) return false;
    options_.feeds.push_back(std::move(feed));
    return true;
  }

  const Group* find_group(std::string_view name) const {
    const auto found = std::find_if(groups_.begin(), groups_.end(),
                                    [&](const Group& group) { return group.name == name; });
    return found == groups_.end() || name.empty() ? nullptr : &*found;
  }

  // A feed that the configuration has named already stays as it was named there.
  void add_files(const Group& group) {
    for (const std::string& path : group.opml) add_opml(path, group);
    for (const std::string& path : group.lists) add_list(path, group);
  }

  void add_opml(const std::string& path, const Group& group) {
    const auto bytes = read_file(beside(settings_, path), kListBytesMax);
    if (!bytes) return settings_.fault("opml", bytes.error().message);
    const auto feeds = parse_opml(*bytes, path);
    if (!feeds) return settings_.fault("opml", feeds.error().message);
    for (const OpmlFeed& outline : *feeds) {
      const Group* own = &group;
      for (const std::string& name : outline.groups) {  // the innermost counts
        if (const Group* named = find_group(name)) own = named;
      }
      add_listed(path, "opml", outline, *own);
    }
  }

  void add_list(const std::string& path, const Group& group) {
    const auto bytes = read_file(beside(settings_, path), kListBytesMax);
    if (!bytes) return settings_.fault("lists", bytes.error().message);
    std::string_view rest = *bytes;
    for (std::size_t number = 1; !rest.empty(); ++number) {
      const std::size_t end = std::min(rest.find('\n'), rest.size());
      const std::string_view line = trimmed(rest.substr(0, end));
      rest.remove_prefix(std::min(end + 1, rest.size()));
      if (line.empty() || line.front() == '#') continue;
      const std::size_t blank = std::min(line.find_first_of(" \t"), line.size());
      OpmlFeed listed;
      listed.url = line.substr(0, blank);
      listed.title = trimmed(line.substr(blank));
      add_listed(path + ":" + std::to_string(number), "lists", listed, group);
    }
  }

  void add_listed(const std::string& place, const char* key, const OpmlFeed& listed,
                  const Group& group) {
    auto address = feed_url(listed.url);
    if (!address) return settings_.fault(key, place + ": " + address.error().message);
    if (options_.feeds.size() >= kFeedsMax) {
      if (options_.feeds.size() == kFeedsMax && !full_) {
        settings_.fault(key, place + ": more than " + std::to_string(kFeedsMax) + " feeds");
      }
      full_ = true;
      return;
    }
    FeedSpec feed{std::move(*address), listed.title,   listed.language,
                  group.name,          FeedKind::feed, group.policy};
    for (const std::string& fault : take_outline_settings(listed.settings, place, feed)) {
      settings_.fault(key, fault);
    }
    add(std::move(feed));
  }

  Settings& settings_;
  FeedOptions& options_;
  Group common_;
  std::vector<Group> groups_;
  std::set<std::string, std::less<>> seen_;
  bool full_ = false;
};

// What of a policy differs, by the names of its settings.
std::string differences(const FeedSpec& a, const FeedSpec& b) {
  std::string out;
  const auto note = [&](bool differs, const char* name) {
    if (differs) out += (out.empty() ? "" : ", ") + std::string(name);
  };
  const FeedPolicy &p = a.policy, &q = b.policy;
  note(a.name != b.name, "name");
  note(a.language != b.language, "language");
  note(a.group != b.group, "group");
  note(a.kind != b.kind, "kind");
  note(p.fetch_pages != q.fetch_pages, "fetch_pages");
  note(p.interval_least != q.interval_least, "interval_least_s");
  note(p.interval_most != q.interval_most, "interval_most_s");
  note(p.delay != q.delay, "delay_ms");
  note(p.headers != q.headers, "headers");
  note(p.verify_tls != q.verify_tls, "verify_tls");
  note(p.paused != q.paused, "paused");
  return out;
}

bool same_client(const HttpClientOptions& a, const HttpClientOptions& b) {
  return a.user_agent == b.user_agent && a.proxy == b.proxy && a.ca_file == b.ca_file &&
         a.connections_max == b.connections_max &&
         a.connections_per_host_max == b.connections_per_host_max &&
         a.connect_timeout == b.connect_timeout &&
         a.allow_private_addresses == b.allow_private_addresses &&
         a.allowed_networks == b.allowed_networks && a.resolve == b.resolve;
}

}  // namespace

std::shared_ptr<const FeedOptions> read_feed_options(Settings& settings) {
  auto options = std::make_shared<FeedOptions>();
  const std::string& path = settings.path();
  options->name = path.substr(path.rfind('.') + 1);
  read_source_settings(settings, *options);
  ListReader(settings, *options).read();
  return options;
}

std::vector<std::string> describe_changes(const FeedOptions& before, const FeedOptions& after) {
  std::map<std::string_view, const FeedSpec*> old;
  for (const FeedSpec& feed : before.feeds) old.emplace(feed.url, &feed);
  std::vector<std::string> lines;
  std::size_t unchanged = 0;
  for (const FeedSpec& feed : after.feeds) {
    const auto found = old.find(feed.url);
    if (found == old.end()) {
      lines.push_back("added " + feed.url);
      continue;
    }
    const std::string what = differences(*found->second, feed);
    if (what.empty()) ++unchanged;
    if (!what.empty()) lines.push_back("changed " + feed.url + ": " + what);
    old.erase(found);
  }
  for (const auto& [url, feed] : old) lines.push_back("removed " + std::string(url));
  if (!same_client(before.client, after.client)) {
    lines.push_back("changed settings of the HTTP client: they take effect at the next start");
  }
  lines.push_back(std::to_string(unchanged) + " feeds unchanged");
  return lines;
}

}  // namespace khabar
