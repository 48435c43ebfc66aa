// Which links of a front page are articles: each by its own evidence, then by what the links made
// like it turned out to be, because one desk makes all addresses of a site.
#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/text/url.h"
#include "core/text/utf8.h"
#include "core/web/address_shape.h"
#include "core/web/discovery.h"
#include "core/web/page_links.h"

namespace khabar {
namespace {

// Blanks count words; where a script is written without them, letters do.
double headline_likeness(std::string_view text) {
  if (text.empty()) return 0.3;  // a picture: says nothing
  int words = 0, letters = 0, dense = 0;
  bool in_word = false;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t length = 1;
    while (at + length < text.size() && (text[at + length] & 0xC0) == 0x80) ++length;
    const auto lead = static_cast<unsigned char>(text[at]);
    const bool blank = text[at] == ' ';
    words += !blank && !in_word ? 1 : 0;
    in_word = !blank;
    ++letters;
    dense += lead >= 0xE3 ? 1 : 0;  // kana, Han, Hangul
    at += length;
  }
  words += dense / 2;
  if (words >= 5 || (words >= 4 && letters >= 20)) return letters > 300 ? 0.8 : 1;
  if (words >= 3 && letters >= 15) return 0.65;
  return words >= 3 ? 0.4 : words == 2 ? 0.2 : 0.05;
}

bool is_page_suffix(std::string_view path) {
  constexpr std::array<std::string_view, 22> kOthers = {
      ".jpg", ".jpeg", ".png",  ".gif", ".webp", ".svg", ".pdf", ".zip",  ".mp3", ".mp4", ".m3u8",
      ".xml", ".rss",  ".json", ".css", ".js",   ".apk", ".doc", ".docx", ".xls", ".ico", ".exe"};
  const std::size_t dot = path.rfind('.');
  if (dot == std::string_view::npos) return true;
  return std::find(kOthers.begin(), kOthers.end(), path.substr(dot)) == kOthers.end();
}

struct Candidate {
  ArticleLink link;
  std::string pattern;
  double own = 0;
};

struct Group {
  double sum = 0;
  int members = 0;
};

class Candidates {
 public:
  explicit Candidates(const Url& page)
      : page_(canonical_url(page)),
        path_(page.path),
        site_(registrable_domain(page.host.value_or(""))) {}

  void take(const PageLink& link) {
    if (!link.is_anchor || !is_page_suffix(link.url.path)) return;
    if (registrable_domain(*link.url.host) != site_) return;
    std::string address = canonical_url(link.url);
    if (address == page_) return;
    const AddressShape shape = address_shape(link.url);
    // "?view=grid": the page at hand once more.
    if (link.url.path == path_ && !shape.has_parameter_id) return;
    const double likeness = shape.article_likeness();
    const double own = own_score(link, likeness);
    const auto [at, is_new] = known_.try_emplace(address, found_.size());
    if (is_new) {
      Candidate& added = found_.emplace_back();
      added.link.url = std::move(address);
      added.link.title = link.text;
      added.pattern = shape.pattern;
      added.own = own;
      return;
    }
    // Picture, headline and "read more" of one article: the best evidence of them counts.
    Candidate& candidate = found_[at->second];
    if (headline_likeness(link.text) > headline_likeness(candidate.link.title) ||
        candidate.link.title.empty()) {
      candidate.link.title = link.text;
    }
    candidate.own = std::max(candidate.own, own);
  }

  std::vector<ArticleLink> articles() {
    std::unordered_map<std::string_view, Group> groups;
    for (const Candidate& it : found_) {
      Group& group = groups[it.pattern];
      group.sum += it.own;
      ++group.members;
    }
    std::vector<ArticleLink> out;
    for (Candidate& it : found_) {
      const Group& group = groups[it.pattern];
      // A group of one or two is no custom of the site yet.
      const double usual = (group.sum + 2 * 0.35) / (group.members + 2);
      it.link.score = 0.6 * it.own + 0.4 * usual;
      if (it.link.score < kArticleScoreMin) continue;
      if (out.size() < kArticleLinksMax) out.push_back(std::move(it.link));
    }
    return out;
  }

 private:
  static double own_score(const PageLink& link, double likeness) {
    double score = 0.6 * likeness + 0.4 * headline_likeness(link.text);
    if (link.in_heading) score += 0.15;
    if (link.in_article) score += 0.05;
    if (link.in_navigation) score -= 0.35;
    if (likeness == 0) score = std::min(score, 0.2);
    return std::clamp(score, 0.0, 1.0);
  }

  const std::string page_, path_, site_;
  std::vector<Candidate> found_;
  std::unordered_map<std::string, std::size_t> known_;
};

}  // namespace

std::vector<ArticleLink> find_article_links(std::string_view html, std::string_view url,
                                            std::string_view content_type) {
  const Result<Url> page = parse_url(url);
  if (!page || !page->is_http()) return {};
  Candidates candidates(*page);
  for_each_page_link(html, url, content_type, [&](const PageLink& link) { candidates.take(link); });
  return candidates.articles();
}

}  // namespace khabar
