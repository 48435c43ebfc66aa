#include "ingest/feed/entry_intake.h"

#include <algorithm>
#include <map>
#include <unordered_set>

#include "core/text/digest.h"
#include "core/text/url.h"
#include "core/text/utf8.h"
#include "core/web/entry_identity.h"
#include "ingest/feed/entry_text.h"

namespace khabar {
namespace {

constexpr Milliseconds kTouchEvery{86'400'000};
constexpr std::size_t kTouchedMax = 100'000;
constexpr Milliseconds kFormsKept{std::int64_t{30} * 86'400'000};
constexpr std::size_t kSummaryBytesMax = 4000;
constexpr std::size_t kTitleBytesMax = 1000;
constexpr std::size_t kUrlBytesMax = 4096;
// Of one poll that are fetched at once; the others of a large backlog are spread out, so that the
// news of the same site is not behind them.
constexpr std::size_t kAtOnce = 50;

// Dates before the web's feeds, and those of a clock gone wrong, say nothing.
std::optional<TimePoint> plausible(const std::optional<PartialTime>& time, TimePoint now) {
  static constexpr TimePoint kFirst{Milliseconds{946'684'800'000}};  // 2000-01-01
  const auto instant = time ? time->instant() : std::nullopt;
  if (!instant || *instant < kFirst || *instant > now + kTouchEvery) return std::nullopt;
  return std::min(*instant, now);
}

std::string cut(std::string text, std::size_t bytes_max) {
  text.resize(beginning_of(text, bytes_max).size());
  return text;
}

// An address that can be that of an article: not the site's front page.
bool names_a_page(const std::string& text) {
  if (text.empty() || text.size() > kUrlBytesMax) return false;
  const auto url = parse_url(text);
  return url && url->is_http() && (url->path.size() > 1 || url->query);
}

std::uint64_t url_key(const std::string& url) {
  FeedEntry entry;
  entry.url = url;
  return keys_of(entry).url;
}

std::uint64_t entry_page_id(const std::string& feed_url, std::uint64_t identity) {
  return std::max<std::uint64_t>(1, hash64(feed_url, identity));
}

Given given_of(const FeedEntry& entry, const Feed& feed, const FeedSpec& spec) {
  Given given;
  given.title = cut(plain_text(entry.title), kTitleBytesMax);
  given.published = entry.published_text.empty() ? entry.updated_text : entry.published_text;
  for (const FeedPerson& person : entry.authors) {
    if (!person.name.empty()) given.authors.push_back(cut(person.name, kTitleBytesMax));
  }
  for (std::string& name : given.authors) std::ranges::replace(name, '\n', ' ');
  for (const std::string* language :
       {&entry.language, &entry.title.language, &spec.language, &feed.language}) {
    if (given.language.empty()) given.language = *language;
  }
  given.summary = cut(plain_text(entry.summary), kSummaryBytesMax);
  return given;
}

}  // namespace

// One poll of a feed.
class EntryIntake::Poll {
 public:
  Poll(EntryIntake& intake, const FeedRow& row, const FeedSpec& spec, const Feed& feed,
       TimePoint now)
      : intake_(intake), row_(row), spec_(spec), feed_(feed), now_(now) {}

  Result<Taken> take() {
    const std::size_t count = std::min(feed_.entries.size(), kEntriesMax);
    if (count < feed_.entries.size()) {
      intake_.meters_.entry("beyond_bound", feed_.entries.size() - count);
    }
    for (std::size_t i = 0; i < count; ++i) keys_.push_back(keys_of(feed_.entries[i]));
    auto forms = intake_.frontier_.forms(row_.id);
    if (!forms) return tl::unexpected(forms.error());
    std::vector<KnownEntry> known;
    for (const EntryForm& form : *forms) {
      known.push_back(form.known);
      EntryForm& latest = forms_[form.known.identity];
      if (!latest.seen || *latest.seen <= *form.seen) latest = form;
    }
    entries_ = identify_entries(keys_, known);
    count_urls();
    for (std::size_t i = 0; i < count; ++i) {
      if (Status done = take_entry(i); !done) return tl::unexpected(done.error());
    }
    if (intake_.touches(row_.id, now_)) {
      intake_.frontier_.forget_forms(row_.id, now_ - kFormsKept);
    }
    Taken taken;
    taken.carry_text = 2 * with_text_ > news_.size();
    intake_.add(row_, spec_, std::move(news_), now_, taken);
    return taken;
  }

 private:
  // An address that several entries share is nobody's article.
  void count_urls() {
    std::map<std::uint64_t, std::uint64_t> owner;
    for (std::size_t i = 0; i < entries_.size(); ++i) {
      const auto [at, first] = owner.emplace(keys_[i].url, entries_[i].identity);
      if (!first && at->second != entries_[i].identity) shared_urls_.insert(keys_[i].url);
    }
  }

  Status take_entry(std::size_t i) {
    const IdentifiedEntry& entry = entries_[i];
    if (entry.repeats) return {};
    const std::uint64_t version = version_of(feed_.entries[i]);
    const auto known = forms_.find(entry.identity);
    EntryForm form;
    form.feed = row_.id;
    form.known = {entry.identity, keys_[i]};
    form.version = version;
    if (entry.is_new || known == forms_.end()) {
      const auto page = meet(i);
      if (!page) return tl::unexpected(page.error());
      form.page = *page;
      intake_.frontier_.save_form(form, now_);
      return {};
    }
    form.page = known->second.page;
    const bool is_edited = known->second.version != version;
    if (entry.remember) intake_.frontier_.save_form(form, now_);
    if (is_edited || now_ - *known->second.seen >= kTouchEvery) {
      intake_.frontier_.touch_form(form, now_);
      intake_.frontier_.touch_page(form.page, now_);
    }
    if (!is_edited || form.page == 0) return {};
    intake_.meters_.entry("edited");
    return intake_.pages_.edited(form.page, page_row(i, form.page).page);
  }

  // An entry that was never seen. Gives its page, 0 when it is passed over.
  Result<std::uint64_t> meet(std::size_t i) {
    const FeedEntry& entry = feed_.entries[i];
    const auto published = date_of(entry);
    const bool first_poll = !row_.last_ok;
    const Milliseconds oldest =
        first_poll ? intake_.options_->backlog : std::max(intake_.options_->backlog, kLateMost);
    if (published && now_ - *published > oldest) {
      intake_.meters_.entry("too_old");
      return 0;
    }
    const bool own_url = has_own_url(i);
    const std::uint64_t id = own_url ? keys_[i].url : entry_page_id(row_.url, entries_[i].identity);
    const auto known = intake_.frontier_.resolve(id);
    if (!known) return tl::unexpected(known.error());
    const bool in_this_poll = !pages_.insert(id).second;
    if (*known != 0 || in_this_poll) {
      intake_.meters_.entry("known_elsewhere");
      return *known != 0 ? *known : id;
    }
    News news = page_row(i, id);
    news.published = published;
    if (news.page.url.empty() && news.page.content.empty()) {
      intake_.meters_.entry("no_text");
      return 0;
    }
    with_text_ += carries_text(entry) ? 1 : 0;
    news_.push_back(std::move(news));
    return id;
  }

  News page_row(std::size_t i, std::uint64_t id) const {
    const FeedEntry& entry = feed_.entries[i];
    const bool own_url = has_own_url(i);
    News out;
    PageRow& page = out.page;
    page.id = id;
    page.url = own_url ? entry.url : "";
    page.record_id = cut(!entry.id.empty()   ? entry.id
                         : !page.url.empty() ? page.url
                                             : hex(entries_[i].identity),
                         kUrlBytesMax);
    page.given = given_of(entry, feed_, spec_);
    const FetchPages fetch = spec_.policy.fetch_pages;
    const bool whole = !own_url || fetch == FetchPages::never ||
                       (fetch == FetchPages::when_short && carries_full_text(entry));
    if (whole && longest_content(entry) != nullptr) {
      page.content = entry_page(entry, page.given.language);
    }
    if (whole && fetch == FetchPages::never && page.content.empty()) page.url.clear();
    return out;
  }

  bool has_own_url(std::size_t i) const {
    return keys_[i].url != 0 && !shared_urls_.contains(keys_[i].url) &&
           names_a_page(feed_.entries[i].url);
  }

  std::optional<TimePoint> date_of(const FeedEntry& entry) const {
    const auto published = plausible(entry.published, now_);
    return published ? published : plausible(entry.updated, now_);
  }

  EntryIntake& intake_;
  const FeedRow& row_;
  const FeedSpec& spec_;
  const Feed& feed_;
  const TimePoint now_;
  std::vector<EntryKeys> keys_;
  std::vector<IdentifiedEntry> entries_;
  std::unordered_map<std::uint64_t, EntryForm> forms_;  // by identity, the one last seen
  std::unordered_set<std::uint64_t> shared_urls_, pages_;
  std::vector<News> news_;
  std::size_t with_text_ = 0;  // of news_
};

Result<EntryIntake::Taken> EntryIntake::take(const FeedRow& row, const FeedSpec& spec,
                                             const Feed& feed, TimePoint now) {
  return Poll(*this, row, spec, feed, now).take();
}

Result<bool> EntryIntake::is_known(std::uint64_t page, TimePoint now, bool touches) {
  const auto known = frontier_.resolve(page);
  if (!known) return tl::unexpected(known.error());
  if (*known != 0 && touches) frontier_.touch_page(*known, now);
  return *known != 0;
}

bool EntryIntake::touches(std::int64_t feed, TimePoint now) {
  // Sitemaps of indexes come and go: those of long ago are not kept in mind.
  if (touched_.size() >= kTouchedMax) {
    std::erase_if(touched_, [&](const auto& one) { return now - one.second >= kTouchEvery; });
  }
  TimePoint& last = touched_[feed];
  if (last != TimePoint{} && now - last < kTouchEvery) return false;
  last = now;
  return true;
}

Result<EntryIntake::Taken> EntryIntake::take(const FeedRow& row, const FeedSpec& spec,
                                             const Sitemap& sitemap, TimePoint now) {
  const bool touch = touches(row.id, now);
  // A list that was not read for so long that its pages may be forgotten is met anew.
  const bool first_sight = !row.last_whole || now - *row.last_whole > options_->keep / 2;
  std::vector<News> news;
  std::unordered_set<std::uint64_t> seen;
  for (const SitemapUrl& url : sitemap.urls) {
    const auto modified = plausible(url.modified, now);
    const auto published = url.published ? plausible(url.published, now) : modified;
    if (published && now - *published > options_->backlog) {
      continue;  // sitemaps name a site's whole past: not even counted
    }
    const std::uint64_t id = names_a_page(url.url) ? url_key(url.url) : 0;
    if (id == 0 || !seen.insert(id).second) continue;
    const auto known = is_known(id, now, touch);
    if (!known) return tl::unexpected(known.error());
    if (*known) continue;
    News one;
    one.published = published;
    one.page.id = id;
    one.page.url = url.url;
    one.page.record_id = url.url;
    one.page.given.title = cut(plain_text(url.title), kTitleBytesMax);
    one.page.given.published = url.published_text;
    one.page.given.language = url.language.empty() ? spec.language : url.language;
    if (!published && first_sight) one.page.fate = "first_sight";
    news.push_back(std::move(one));
  }
  Taken taken;
  add(row, spec, std::move(news), now, taken);
  return taken;
}

Result<EntryIntake::Taken> EntryIntake::take(const FeedRow& row, const FeedSpec& spec,
                                             const std::vector<ArticleLink>& links, TimePoint now) {
  Sitemap list;  // a page's links are a sitemap without dates
  for (const ArticleLink& link : links) {
    if (link.score < kArticleScoreLeast) continue;
    SitemapUrl& url = list.urls.emplace_back();
    url.url = link.url;
    url.title = link.title;
  }
  return take(row, spec, list, now);
}

// Newest first; what is over the site's fair share of one poll is spread over the time after.
void EntryIntake::add(const FeedRow& row, const FeedSpec& spec, std::vector<News> news,
                      TimePoint now, Taken& taken) {
  std::ranges::stable_sort(news, [](const News& a, const News& b) {
    return a.published.value_or(TimePoint::max()) > b.published.value_or(TimePoint::max());
  });
  std::size_t wanted = 0;
  for (News& one : news) {
    PageRow& page = one.page;
    page.first_seen = page.seen = now;
    // A sitemap that an index named comes and goes; its pages are the index's.
    page.feed = row.parent != 0 ? row.parent : row.id;
    page.key = PageDesk::document_key(spec.url, page.id, 0);
    const bool is_passed_over = !page.fate.empty();
    if (!is_passed_over && pages_.waiting() >= options_->pages_waiting_max) {
      meters_.entry("frontier_full");
      continue;
    }
    if (!is_passed_over) {
      const auto late = static_cast<std::int64_t>(wanted < kAtOnce ? 0 : wanted - kAtOnce);
      page.due = now + late * 2 * spec.policy.delay * (options_->politeness ? 1 : 0);
      ++wanted;
      taken.published.push_back(one.published.value_or(now));
    }
    meters_.entry(is_passed_over ? "first_sight" : "new");
    pages_.add(std::move(page));
  }
  taken.news = wanted;
}

std::uint64_t EntryIntake::digest(const Feed& feed) {
  Hasher128 hasher;
  for (const FeedEntry& entry : feed.entries) {
    const EntryKeys keys = keys_of(entry);
    hasher.part(hex(keys.guid)).part(hex(keys.url)).part(hex(version_of(entry)));
  }
  return std::max<std::uint64_t>(1, hasher.digest().low);
}

std::uint64_t EntryIntake::digest(const Sitemap& sitemap) {
  Hasher128 hasher;
  for (const SitemapUrl& url : sitemap.urls) hasher.part(url.url).part(url.modified_text);
  return std::max<std::uint64_t>(1, hasher.digest().low);
}

std::uint64_t EntryIntake::digest(const std::vector<ArticleLink>& links) {
  Hasher128 hasher;
  for (const ArticleLink& link : links) hasher.part(link.url);
  return std::max<std::uint64_t>(1, hasher.digest().low);
}

}  // namespace khabar
