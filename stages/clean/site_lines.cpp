#include "stages/clean/site_lines.h"

#include <algorithm>
#include <charconv>
#include <cstdio>

#include "core/io/file.h"
#include "core/text/digest.h"
#include "core/text/fold.h"
#include "core/text/utf8.h"

namespace khabar {
namespace {

constexpr std::string_view kHeader = "khabar-site-lines 1";
constexpr std::size_t kFileBytesMax = std::size_t{1} << 30;

std::string hex16(std::uint64_t value) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string out(16, '0');
  for (int i = 15; i >= 0; --i, value >>= 4) out[static_cast<std::size_t>(i)] = kDigits[value & 15];
  return out;
}

bool parse_hex(std::string_view text, std::uint64_t& out) {
  if (text.size() != 16) return false;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out, 16);
  return error == std::errc() && end == text.data() + text.size();
}

// 0 for a line of marks alone.
std::uint64_t line_key(std::string_view text, std::string& key) {
  if (text.size() > SiteLines::kLineBytesMax) return 0;
  fold(text, FoldMarks::drop, key);
  return key.size() < 3 ? 0 : hash64(key);
}

std::string sample_of(std::string_view text) {
  std::string out(beginning_of(text, SiteLines::kSampleBytes));
  std::replace_if(
      out.begin(), out.end(), [](unsigned char c) { return c < 0x20; }, ' ');
  return out;
}

std::vector<std::string_view> split(std::string_view text, char at) {
  std::vector<std::string_view> parts;
  for (;;) {
    const std::size_t end = text.find(at);
    parts.push_back(text.substr(0, end));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

}  // namespace

StoryLines story_lines(const std::vector<Paragraph>& paragraphs) {
  StoryLines out;
  std::string key;
  // The least hash of any paragraph of prose: versions share most paragraphs, and so most often
  // the least one (min-wise hashing, Broder 1997, with one permutation).
  std::uint64_t least = ~std::uint64_t{0}, all = 0;
  for (const Paragraph& paragraph : paragraphs) {
    const std::string_view text = paragraph.text;
    if (text.size() >= SiteLines::kProseBytes) {
      fold(std::string_view(text).substr(0, 4 * SiteLines::kProseBytes), FoldMarks::drop, key);
      least = std::min(least, hash64(key));
    } else {
      all = hash64(text) + all * 31;
    }
  }
  out.story = least == ~std::uint64_t{0} ? all : least;
  for (std::size_t i = SiteLines::counted_from(paragraphs); i < paragraphs.size(); ++i) {
    const std::uint64_t line = line_key(paragraphs[i].text, key);
    if (line != 0) out.lines.emplace_back(line, sample_of(paragraphs[i].text));
  }
  std::sort(out.lines.begin(), out.lines.end());
  const auto same = [](const auto& a, const auto& b) { return a.first == b.first; };
  out.lines.erase(std::unique(out.lines.begin(), out.lines.end(), same), out.lines.end());
  return out;
}

std::size_t SiteLines::counted_from(const std::vector<Paragraph>& paragraphs) {
  std::size_t prose = 0;
  while (prose < paragraphs.size() && paragraphs[prose].text.size() < kProseBytes) ++prose;
  const std::size_t tail = paragraphs.size() > kTailLines ? paragraphs.size() - kTailLines : 0;
  return std::max(prose + 1, tail);
}

void SiteLines::take_back(const Story& story) {
  for (const std::uint64_t key : story.lines) {
    const auto at = lines_.find(key);
    if (at != lines_.end() && --at->second.stories == 0) lines_.erase(at);
  }
}

void SiteLines::add(const StoryLines& story) {
  Story fresh;
  for (const auto& line : story.lines) fresh.lines.push_back(line.first);
  std::string keys;
  for (const std::uint64_t key : fresh.lines) keys += hex16(key);
  fresh.tie_break = hash64(keys);
  if (const auto at = stories_.find(story.story); at != stories_.end()) {
    if (at->second.tie_break <= fresh.tie_break) return;
    take_back(at->second);
    stories_.erase(at);
  }
  if (stories_.size() == kStoriesMax) {
    const auto greatest = std::prev(stories_.end());
    if (story.story > greatest->first) return;
    take_back(greatest->second);
    stories_.erase(greatest);
  }
  for (const auto& [key, text] : story.lines) {
    LearnedLine& line = lines_[key];
    line.key = key;
    ++line.stories;
    if (line.stories >= 2 && (line.sample.empty() || text < line.sample)) line.sample = text;
  }
  stories_.emplace(story.story, std::move(fresh));
}

const LearnedLine* SiteLines::find(std::string_view text) const {
  std::string key;
  const auto at = lines_.find(line_key(text, key));
  return at == lines_.end() ? nullptr : &at->second;
}

bool SiteLines::is_boilerplate(const LearnedLine& line) const {
  return line.stories >= kVotesMin && line.stories * 100 >= stories_.size() * kSharePercentMin;
}

std::string SiteLines::rule_name(const LearnedLine& line) const {
  return "learned/" + host_ + "/" + hex16(line.key) + " (" + std::to_string(line.stories) + " of " +
         std::to_string(stories_.size()) + " stories)";
}

std::vector<LearnedLine> SiteLines::lines() const {
  std::vector<LearnedLine> out;
  for (const auto& [key, line] : lines_)
    if (line.stories >= 2) out.push_back(line);
  std::sort(out.begin(), out.end(), [](const LearnedLine& a, const LearnedLine& b) {
    return std::pair(b.stories, a.key) < std::pair(a.stories, b.key);
  });
  return out;
}

void SiteLinesStore::add(const std::string& host, const StoryLines& story) {
  if (host.empty()) return;
  const std::scoped_lock lock(mutex_);
  std::shared_ptr<Site>& site = sites_[host];
  if (!site) {
    site = std::make_shared<Site>(SiteLines(host));
    if (sites_.size() > kSitesMax) {
      const auto greater = [](const auto& a, const auto& b) {
        return hash64(a.first) < hash64(b.first);
      };
      const auto last = std::max_element(sites_.begin(), sites_.end(), greater);
      const bool itself = last->first == host;
      sites_.erase(last);
      if (itself) return;
    }
  }
  if (site->readers.load(std::memory_order_acquire) > 0) {
    site = std::make_shared<Site>(SiteLines(site->lines));
  }
  site->lines.add(story);
}

std::shared_ptr<const SiteLines> SiteLinesStore::snapshot(const std::shared_ptr<Site>& site) {
  site->readers.fetch_add(1, std::memory_order_relaxed);
  return {&site->lines,
          [site](const SiteLines*) { site->readers.fetch_sub(1, std::memory_order_release); }};
}

std::shared_ptr<const SiteLines> SiteLinesStore::find(const std::string& host) const {
  const std::scoped_lock lock(mutex_);
  const auto at = sites_.find(host);
  return at == sites_.end() ? nullptr : snapshot(at->second);
}

bool SiteLinesStore::forget(const std::string& host) {
  const std::scoped_lock lock(mutex_);
  return sites_.erase(host) > 0;
}

std::vector<std::string> SiteLinesStore::hosts() const {
  const std::scoped_lock lock(mutex_);
  std::vector<std::string> out;
  for (const auto& entry : sites_) out.push_back(entry.first);
  return out;
}

// One record a line, fields parted by tabs; lines of a site follow its "site":
//   site  example.com
//   story 9f86d081884c7d65 60303ae22b998861 2c26b46b68ffc68f,fcde2b2edba56bf4
//   line  2c26b46b68ffc68f sample text
Status SiteLinesStore::save(const std::string& path) const {
  std::string out(kHeader);
  out += '\n';
  // Of a snapshot: nobody waits for the disk, and who adds meanwhile adds to a copy.
  const auto sites = [this] {
    std::vector<std::shared_ptr<const SiteLines>> all;
    const std::scoped_lock lock(mutex_);
    for (const auto& entry : sites_) all.push_back(snapshot(entry.second));
    return all;
  }();
  for (const auto& site : sites) {
    out += "site\t" + site->host_ + "\n";
    for (const auto& [key, story] : site->stories_) {
      out += "story\t" + hex16(key) + "\t" + hex16(story.tie_break) + "\t";
      for (std::size_t i = 0; i < story.lines.size(); ++i)
        out += (i == 0 ? "" : ",") + hex16(story.lines[i]);
      out += '\n';
    }
    for (const LearnedLine& line : site->lines())
      out += "line\t" + hex16(line.key) + "\t" + line.sample + "\n";
  }
  return write_file_atomically(path, out);
}

Result<std::unique_ptr<SiteLinesStore>> SiteLinesStore::load(const std::string& path) {
  auto store = std::make_unique<SiteLinesStore>();
  std::FILE* probe = std::fopen(path.c_str(), "rb");
  if (probe == nullptr) return store;
  std::fclose(probe);
  auto text = read_file(path, kFileBytesMax);
  if (!text) return tl::unexpected(text.error());
  if (Status read = store->read(*text, path); !read) return tl::unexpected(read.error());
  return store;
}

Status SiteLinesStore::read(std::string_view text, const std::string& path) {
  std::size_t number = 0;
  SiteLines* site = nullptr;
  const auto fault = [&](const std::string& what) {
    return invalid(path + ":" + std::to_string(number) + ": " + what);
  };
  for (const std::string_view row : split(text, '\n')) {
    if (++number == 1) {
      if (row != kHeader) return fault("not '" + std::string(kHeader) + "'");
      continue;
    }
    if (row.empty()) continue;
    const std::vector<std::string_view> fields = split(row, '\t');
    std::uint64_t key = 0;
    if (fields[0] == "site" && fields.size() == 2) {
      const std::string host(fields[1]);
      site = &(sites_[host] = std::make_shared<Site>(SiteLines(host)))->lines;
      continue;
    }
    if (site == nullptr || fields.size() < 3 || !parse_hex(fields[1], key))
      return fault("not a record of a site");
    if (fields[0] == "story" && fields.size() == 4) {
      SiteLines::Story story;
      if (!parse_hex(fields[2], story.tie_break)) return fault("bad hash");
      for (const std::string_view part : split(fields[3], ',')) {
        if (part.empty()) continue;
        std::uint64_t line = 0;
        if (!parse_hex(part, line)) return fault("bad hash");
        story.lines.push_back(line);
        site->lines_[line].key = line;
        ++site->lines_[line].stories;
      }
      site->stories_[key] = std::move(story);
    } else if (fields[0] == "line" && fields.size() == 3) {
      if (const auto at = site->lines_.find(key); at != site->lines_.end())
        at->second.sample = std::string(fields[2]);
    } else {
      return fault("neither site, story nor line");
    }
  }
  return {};
}

}  // namespace khabar
