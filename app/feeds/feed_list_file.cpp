#include "app/feeds/feed_list_file.h"

#include <algorithm>
#include <filesystem>
#include <set>

#include "core/io/file.h"
#include "core/text/url.h"
#include "core/text/utf8.h"
#include "core/web/web_format.h"

namespace khabar {
namespace {

// Kindred addresses are one feed: canonical, and http or https all the same.
std::string key_of(std::string_view url) {
  const Result<std::string> canonical = canonical_url(url);
  if (!canonical) return std::string(url);
  return canonical->substr(canonical->find(':') + 1);
}

std::vector<OpmlFeed> parse_lines(std::string_view text, std::vector<std::string>* faults) {
  std::vector<OpmlFeed> feeds;
  for (std::size_t number = 1; !text.empty(); ++number) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = trim_blanks(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.empty() || line.starts_with('#')) continue;
    const std::size_t blank = std::min(line.find_first_of(" \t"), line.size());
    const Result<Url> url = parse_url(line.substr(0, blank));
    if (!url || !url->is_http()) {
      if (faults && faults->size() < 20) {
        faults->push_back("line " + std::to_string(number) + ": no http(s) address: passed over");
      }
      continue;
    }
    OpmlFeed feed;
    feed.url = url->href();
    feed.title = trim_blanks(line.substr(blank));
    feeds.push_back(std::move(feed));
  }
  return feeds;
}

// The outlines of `feeds` alone, as they stand in a file of their own.
std::string outlines_of(const std::vector<OpmlFeed>& feeds) {
  const std::string whole = write_opml(feeds, "");
  const std::size_t begin = whole.find("<body>\n") + 7;
  return whole.substr(begin, whole.rfind("  </body>") - begin);
}

Result<std::string> with_outlines(std::string_view bytes, std::string_view path,
                                  const std::vector<OpmlFeed>& feeds) {
  if (bytes.empty()) return write_opml(feeds, "khabar");
  if (!is_valid_utf8(bytes)) {
    return invalid(std::string(path) + ": is not in UTF-8: convert it first");
  }
  const std::size_t end = bytes.rfind("</body>");
  if (end == std::string_view::npos) {
    return invalid(std::string(path) + ": has no </body> to add before: mend it first");
  }
  // Before the blanks that indent </body>.
  std::size_t at = end;
  while (at > 0 && (bytes[at - 1] == ' ' || bytes[at - 1] == '\t')) --at;
  const bool own_line = at > 0 && bytes[at - 1] == '\n';
  std::string out(bytes.substr(0, own_line ? at : end));
  if (!own_line) out += '\n';
  out += outlines_of(feeds);
  out += bytes.substr(own_line ? at : end);
  return out;
}

Result<std::string> with_lines(std::string_view bytes, std::string_view path,
                               const std::vector<OpmlFeed>& feeds) {
  std::string out(bytes);
  if (!out.empty() && out.back() != '\n') out += '\n';
  for (const OpmlFeed& feed : feeds) {
    if (!feed.settings.empty()) {
      const auto& [name, value] = feed.settings.front();
      return invalid(std::string(path) + ": a text list cannot say that " + feed.url + " has " +
                     name + " = " + value + "; an OPML list can");
    }
    std::string title;
    collapse_blanks(feed.title, title);
    out += feed.url + (title.empty() ? "" : " " + title) + "\n";
  }
  return out;
}

}  // namespace

bool is_opml_path(std::string_view path) {
  return path.ends_with(".opml") || path.ends_with(".xml");
}

Result<std::vector<OpmlFeed>> parse_feed_list(std::string_view bytes, std::string_view path,
                                              std::vector<std::string>* faults) {
  const WebFormat format = web_format_of(bytes);
  if (format == WebFormat::opml) return parse_opml(bytes, path, faults);
  if (format == WebFormat::text_sitemap || format == WebFormat::empty ||
      (format == WebFormat::text && !is_opml_path(path))) {
    return parse_lines(bytes, faults);
  }
  return invalid(std::string(path) + ": no list of feeds: this is " + web_format_name(format));
}

Result<ListAddition> add_to_list(std::string_view bytes, std::string_view path,
                                 const std::vector<OpmlFeed>& feeds) {
  const bool is_opml = is_opml_path(path);
  std::set<std::string> keys;
  if (!bytes.empty()) {
    const auto known = is_opml ? parse_opml(bytes, path) : parse_feed_list(bytes, path, nullptr);
    if (!known) return tl::unexpected(known.error());
    for (const OpmlFeed& feed : *known) keys.insert(key_of(feed.url));
  }
  ListAddition addition;
  std::vector<OpmlFeed> fresh;
  for (const OpmlFeed& feed : feeds) {
    const bool is_new = keys.insert(key_of(feed.url)).second;
    (is_new ? addition.added : addition.known).push_back(feed.url);
    if (is_new) fresh.push_back(feed);
  }
  if (fresh.empty()) {
    addition.bytes = bytes;
  } else {
    auto added = is_opml ? with_outlines(bytes, path, fresh) : with_lines(bytes, path, fresh);
    if (!added) return tl::unexpected(added.error());
    addition.bytes = *std::move(added);
  }
  return addition;
}

Result<ListAddition> add_to_list_file(const std::string& path, const std::vector<OpmlFeed>& feeds) {
  std::string bytes;
  std::error_code ignored;
  if (std::filesystem::exists(path, ignored)) {
    auto read = read_file(path, kOpmlBytesMax);
    if (!read) return tl::unexpected(read.error());
    bytes = *std::move(read);
  }
  auto addition = add_to_list(bytes, path, feeds);
  if (!addition || addition->added.empty()) return addition;
  if (const Status written = write_file_atomically(path, addition->bytes); !written) {
    return tl::unexpected(written.error());
  }
  return addition;
}

}  // namespace khabar
