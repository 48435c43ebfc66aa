#include "ingest/feed/source_settings.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include "core/io/file.h"
#include "core/text/ascii.h"
#include "ingest/feed/source_list.h"

namespace khabar {
namespace {

constexpr std::size_t kSecretBytesMax = 8192;
constexpr std::int64_t kDay_s = 86'400;

std::size_t size_setting(Settings& settings, std::string_view key, std::size_t fallback,
                         std::int64_t least, std::int64_t most, std::string_view help) {
  return static_cast<std::size_t>(
      settings.integer(key, static_cast<std::int64_t>(fallback), least, most, help));
}

Milliseconds seconds_setting(Settings& settings, std::string_view key, Milliseconds fallback,
                             std::int64_t least, std::int64_t most, std::string_view help) {
  return std::chrono::seconds(settings.integer(
      key, std::chrono::duration_cast<std::chrono::seconds>(fallback).count(), least, most, help));
}

// RFC 9110 5.6.2 token, and 5.5 field values: nothing that could end the header.
bool is_header(std::string_view name, std::string_view value) {
  const auto token = [](char c) {
    return is_ascii_alphanumeric(c) ||
           std::string_view("!#$%&'*+-.^_`|~").find(c) != std::string_view::npos;
  };
  const auto control = [](char c) { return static_cast<unsigned char>(c) < 0x20 && c != '\t'; };
  return !name.empty() && std::all_of(name.begin(), name.end(), token) &&
         std::none_of(value.begin(), value.end(), control);
}

void set_header(FeedPolicy& policy, std::string_view name, std::string_view value) {
  std::erase_if(policy.headers, [&](const auto& header) { return header.first == name; });
  policy.headers.emplace_back(name, value);
}

void read_headers(Settings& settings, FeedPolicy& policy) {
  const std::vector<std::string> none;
  const auto written = settings.texts("headers", none, "\"Name: value\", sent to the feed's site");
  const auto in_files = settings.texts("headers_from_files", none,
                                       "\"Name: path\": headers whose value is a file's content, "
                                       "so that secrets stay out of the configuration");
  const std::string authorization =
      settings.text("authorization_file", "", "File that holds the value of Authorization");
  const auto add = [&](const char* key, const std::string& line, bool is_file) {
    const std::size_t colon = line.find(':');
    const std::string_view name = trimmed(std::string_view(line).substr(0, colon));
    std::string value(colon == std::string::npos ? "" : trimmed(line.substr(colon + 1)));
    if (colon == std::string::npos || value.empty()) {
      return settings.fault(key, "\"" + line + "\": want \"Name: " +
                                     (is_file ? std::string("path\"") : std::string("value\"")));
    }
    if (is_file) {
      const auto bytes = read_file(beside(settings, value), kSecretBytesMax);
      if (!bytes) return settings.fault(key, bytes.error().message);
      value = trimmed(*bytes);
    }
    if (!is_header(name, value)) {  // the value may be a secret: not shown
      return settings.fault(key, "\"" + std::string(name) + "\" and its value make no header");
    }
    set_header(policy, name, value);
  };
  for (const std::string& line : written) add("headers", line, false);
  for (const std::string& line : in_files) add("headers_from_files", line, true);
  if (!authorization.empty()) add("authorization_file", "Authorization: " + authorization, true);
}

void read_client(Settings& settings, HttpClientOptions& client) {
  const std::string contact = settings.text(
      "contact", "", "Address or page where site owners reach you; stands in the user agent");
  client.user_agent = settings.text("user_agent", "",
                                    "How requests name their sender; default: khabar and contact");
  if (client.user_agent.empty()) {
    client.user_agent = "khabar/1 (news reader; " +
                        (contact.empty() ? std::string("no contact configured") : "+" + contact) +
                        ")";
  }
  if (!is_header("User-Agent", client.user_agent)) {
    settings.fault("user_agent", "holds characters that no header may hold");
  }
  client.proxy = settings.text("proxy", "", "Proxy of all requests; the environment is not asked");
  client.ca_file = settings.text("ca_file", "", "Certificates to trust in place of the system's");
  if (!client.ca_file.empty()) client.ca_file = beside(settings, client.ca_file);
  client.connections_max = size_setting(settings, "connections_max", client.connections_max, 1,
                                        65'536, "Connections kept open, all sites together");
  client.connections_per_host_max =
      size_setting(settings, "connections_per_host_max", client.connections_per_host_max, 1, 1024,
                   "Connections to one host");
  client.connect_timeout = seconds_setting(settings, "connect_timeout_s", client.connect_timeout, 1,
                                           600, "Patience with a host that does not pick up");
  client.allow_private_addresses =
      settings.flag("allow_private_addresses", false,
                    "Let feeds and pages lead to 127.0.0.1, 10.0.0.0/8 and the like; for tests");
  client.allowed_networks = settings.texts("allowed_networks", std::vector<std::string>{},
                                           "Private networks that may be asked: \"10.1.0.0/16\"");
  client.resolve =
      settings.texts("resolve", std::vector<std::string>{},
                     "Where names lead, in place of DNS: \"*.news.test:80=127.0.0.1:8080\"");
}

void read_revisits(Settings& settings, FeedOptions& options) {
  const auto texts = settings.texts("revisits", std::vector<std::string>{"1h", "6h", "24h"},
                                    "When articles are looked at again, after their first fetch, "
                                    "to catch new versions");
  options.revisits.clear();
  for (const std::string& text : texts) {
    const auto after = parse_duration(text);
    const bool rises = after && (options.revisits.empty() || *after > options.revisits.back());
    if (rises) options.revisits.push_back(*after);
    if (!rises) {
      settings.fault("revisits",
                     "\"" + text + "\": want rising durations: \"90m\", \"6h\", \"2d\"");
    }
  }
  if (options.revisits.size() > 16) settings.fault("revisits", "more than 16 of them");
}

}  // namespace

const char* fetch_pages_name(FetchPages pages) {
  switch (pages) {
    case FetchPages::always:
      return "always";
    case FetchPages::when_short:
      return "when_short";
    case FetchPages::never:
      return "never";
  }
  return "when_short";
}

const char* feed_kind_name(FeedKind kind) {
  switch (kind) {
    case FeedKind::feed:
      return "feed";
    case FeedKind::sitemap:
      return "sitemap";
    case FeedKind::index_page:
      return "index_page";
  }
  return "feed";
}

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kBlanks = " \t\r\n\f\v";
  const std::size_t begin = text.find_first_not_of(kBlanks);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kBlanks) - begin + 1);
}

std::string beside(const Settings& settings, const std::string& path) {
  const TomlPlace& place = settings.place();
  if (path.starts_with('/') || place.line == 0 || place.file.empty()) return path;
  const std::string folder = folder_of(place.file);
  return folder == "." ? path : folder + "/" + path;
}

std::optional<Milliseconds> parse_duration(std::string_view text) {
  std::int64_t count = 0;
  const char* end = text.data() + text.size();
  const auto [rest, error] = std::from_chars(text.data(), end, count);
  if (error != std::errc{} || rest + 1 != end || count < 1 || count > 100'000) return std::nullopt;
  switch (*rest) {
    case 's':
      return std::chrono::seconds(count);
    case 'm':
      return std::chrono::minutes(count);
    case 'h':
      return std::chrono::hours(count);
    case 'd':
      return std::chrono::hours(24 * count);
    default:
      return std::nullopt;
  }
}

FeedKind read_kind(Settings& settings, FeedKind base) {
  const std::string kind =
      settings.one_of("kind", {"feed", "sitemap", "index_page"}, feed_kind_name(base),
                      "index_page: a front or section page whose links to articles are followed");
  return kind == "sitemap"      ? FeedKind::sitemap
         : kind == "index_page" ? FeedKind::index_page
                                : FeedKind::feed;
}

FeedPolicy read_policy(Settings& settings, const FeedPolicy& base) {
  FeedPolicy policy = base;
  const std::string fetch = settings.one_of(
      "fetch_pages", {"always", "when_short", "never"}, fetch_pages_name(base.fetch_pages),
      "Fetch the page of each entry; of entries that do not carry their full text; or of none");
  policy.fetch_pages = fetch == "always"  ? FetchPages::always
                       : fetch == "never" ? FetchPages::never
                                          : FetchPages::when_short;
  policy.interval_least = seconds_setting(settings, "interval_least_s", base.interval_least, 1,
                                          30 * kDay_s, "A feed is never polled sooner again");
  policy.interval_most = seconds_setting(settings, "interval_most_s", base.interval_most, 1,
                                         30 * kDay_s, "A feed that is well is polled this often");
  if (policy.interval_most < policy.interval_least) {
    settings.fault(settings.has("interval_most_s") ? "interval_most_s" : "interval_least_s",
                   "the shortest interval is longer than the longest");
    policy.interval_most = policy.interval_least;
  }
  policy.delay = Milliseconds(settings.integer("delay_ms", base.delay.count(), 0, 3'600'000,
                                               "Between the starts of two requests to one site"));
  read_headers(settings, policy);
  policy.verify_tls = settings.flag("verify_tls", base.verify_tls,
                                    "Refuse servers whose certificate does not hold");
  policy.paused = settings.flag("paused", base.paused, "Do not poll; keep what is known");
  return policy;
}

void read_source_settings(Settings& settings, FeedOptions& options) {
  read_client(settings, options.client);
  options.politeness = settings.flag("politeness", true,
                                     "false: no delays and no bound on a site's requests; only "
                                     "against servers of your own");
  const std::string robots = settings.one_of("robots", {"all", "pages", "nothing"}, "pages",
                                             "What robots.txt decides: whether pages may be "
                                             "fetched, feeds too, or nothing");
  options.robots = robots == "all"     ? RobotsFor::all
                   : robots == "pages" ? RobotsFor::pages
                                       : RobotsFor::nothing;
  options.crawl_delay_most =
      seconds_setting(settings, "crawl_delay_most_s", options.crawl_delay_most, 0, kDay_s,
                      "Crawl-delay of robots.txt counts up to this");
  options.site_requests_max = size_setting(settings, "site_requests_max", options.site_requests_max,
                                           1, 1024, "Requests to one site under way at once");
  options.address_requests_max =
      size_setting(settings, "address_requests_max", options.address_requests_max, 0, 16'384,
                   "Requests to one IP address under way at once, of all sites that lie there; 0: "
                   "no bound");
  options.requests_max = size_setting(settings, "requests_max", options.requests_max, 1, 16'384,
                                      "Requests under way at once, all sites together");
  options.timeout = seconds_setting(settings, "timeout_s", options.timeout, 1, 3600,
                                    "Of one request, from its start to the last byte");
  options.feed_bytes_max = size_setting(settings, "feed_bytes_max", options.feed_bytes_max, 1024,
                                        std::int64_t{1} << 30, "Longest feed or sitemap, decoded");
  options.page_bytes_max = size_setting(settings, "page_bytes_max", options.page_bytes_max, 1024,
                                        std::int64_t{1} << 30, "Longest page, decoded");
  options.spread = seconds_setting(settings, "spread_s", options.spread, 0, kDay_s,
                                   "The first polls of new feeds are spread over this time");
  options.hints_most =
      seconds_setting(settings, "hints_most_s", options.hints_most, 0, 30 * kDay_s,
                      "How far a feed's ttl, max-age and Expires may put off its next poll");
  options.backlog = std::chrono::hours(settings.integer(
      "backlog_h", std::chrono::duration_cast<std::chrono::hours>(options.backlog).count(), 0,
      24 * 36'500, "Entries of a new feed that are older are passed over"));
  read_revisits(settings, options);
  options.keep = std::chrono::hours(
      24 * settings.integer("keep_days", options.keep.count() / 86'400'000, 1, 36'500,
                            "How long a page is remembered that no feed names any more"));
  options.pages_waiting_max =
      size_setting(settings, "pages_waiting_max", options.pages_waiting_max, 100, 100'000'000,
                   "Pages that may wait to be fetched; past it new ones of sitemaps are refused");
  options.seed = static_cast<std::uint64_t>(settings.integer(
      "seed", 0, 0, INT64_MAX, "Of the small chances in the schedule; 0: another at every start"));
}

}  // namespace khabar
