#include "app/admin/recent_articles.h"

#include <algorithm>
#include <string>
#include <utility>

#include "core/text/utf8.h"

namespace khabar {
namespace {

// Cuts `text` to at most `bytes_max`, not within a character; true where it was longer.
bool cut(std::string& text, std::size_t bytes_max) {
  if (text.size() <= bytes_max) return false;
  text.resize(beginning_of(text, bytes_max).size());
  text.shrink_to_fit();
  return true;
}

// Takes texts until their budget is spent.
struct Budget {
  std::size_t bytes = RecentArticles::kTextBytesMax;
  bool was_cut = false;

  std::string take(const std::string& text, std::size_t most) {
    std::string out = text.substr(0, std::min({bytes, most, text.size()}) + 4);
    cut(out, std::min(bytes, most));
    was_cut = was_cut || out.size() < text.size();
    bytes -= out.size();
    return out;
  }
};

constexpr std::size_t kField = RecentArticles::kFieldBytesMax;

void take_fields(const Document& from, Document& to, Budget& budget) {
  to.key = from.key;
  to.origin = {from.origin.kind, from.origin.path,      from.origin.offset,
               from.origin.line, from.origin.record_id, {}};
  to.url = from.url;
  to.canonical_url = from.canonical_url;
  to.source = from.source;
  to.fetched = from.fetched;
  to.verdict = from.verdict;
  const Article& a = from.article;
  Article& b = to.article;
  b.title = a.title;
  b.subtitle = a.subtitle;
  b.authors.assign(a.authors.begin(),
                   a.authors.begin() + std::min<std::ptrdiff_t>(20, std::ssize(a.authors)));
  b.agency = a.agency;
  b.dateline = a.dateline;
  b.published = a.published;
  b.modified = a.modified;
  b.language = a.language;
  b.direction = a.direction;
  b.section = a.section;
  b.words = a.words;
  for (std::string* field :
       {&to.origin.kind, &to.origin.path, &to.origin.record_id, &to.url, &to.canonical_url,
        &to.source.id, &to.source.name, &to.source.host, &to.fetched, &b.title, &b.subtitle,
        &b.agency, &b.dateline.place, &b.dateline.agency, &b.published, &b.modified, &b.language,
        &b.direction, &b.section}) {
    budget.was_cut = cut(*field, kField) || budget.was_cut;
  }
  for (std::string& author : b.authors) budget.was_cut = cut(author, kField) || budget.was_cut;
}

}  // namespace

std::unique_ptr<RecentArticle> RecentArticles::excerpt(const Document& document) {
  auto out = std::make_unique<RecentArticle>();
  Budget budget;
  take_fields(document, out->document, budget);
  const Article& article = document.article;
  for (const Paragraph& paragraph : article.paragraphs) {
    if (out->document.article.paragraphs.size() >= kPiecesMax || budget.bytes == 0) {
      budget.was_cut = true;
      break;
    }
    out->document.article.paragraphs.push_back({paragraph.kind,
                                                paragraph.level,
                                                paragraph.ordered,
                                                paragraph.blank_lines_before,
                                                budget.take(paragraph.text, kTextBytesMax),
                                                {}});
  }
  for (const Removed& removed : article.removed) {
    if (out->document.article.removed.size() >= kPiecesMax || budget.bytes == 0) {
      budget.was_cut = true;
      break;
    }
    out->document.article.removed.push_back({budget.take(removed.text, kField),
                                             budget.take(removed.rule, kField),
                                             budget.take(removed.where, kField)});
  }
  out->was_cut = budget.was_cut;
  return out;
}

void RecentArticles::add(std::unique_ptr<RecentArticle> article) {
  const TimePoint now = clock_.now();
  const std::lock_guard lock(mutex_);
  article->number = ++ever_;
  article->stored = now;
  articles_.push_back(std::move(article));
  if (articles_.size() > kArticlesMax) articles_.pop_front();
}

std::vector<std::shared_ptr<const RecentArticle>> RecentArticles::newest(std::size_t most) const {
  const std::lock_guard lock(mutex_);
  const auto count = static_cast<std::ptrdiff_t>(std::min(most, articles_.size()));
  return {articles_.rbegin(), articles_.rbegin() + count};
}

std::shared_ptr<const RecentArticle> RecentArticles::find(std::uint64_t number) const {
  const std::lock_guard lock(mutex_);
  if (articles_.empty() || number < articles_.front()->number || number > ever_) return nullptr;
  return articles_[static_cast<std::size_t>(number - articles_.front()->number)];
}

std::uint64_t RecentArticles::ever() const {
  const std::lock_guard lock(mutex_);
  return ever_;
}

namespace {

class Tap final : public Stage {
 public:
  Tap(RecentArticles& articles, bool strip_removed)
      : articles_(articles), strip_removed_(strip_removed) {}

  Result<Decision> process(Document& document) override {
    // std::function wants to copy what it holds.
    auto held = std::make_shared<std::unique_ptr<RecentArticle>>(RecentArticles::excerpt(document));
    if (strip_removed_) document.article.removed.clear();
    Decision decision = Decision::keep();
    decision.on_settled = [this_articles = &articles_, held = std::move(held)](Fate fate) {
      if (fate == Fate::delivered) this_articles->add(std::move(*held));
    };
    return decision;
  }

 private:
  RecentArticles& articles_;
  const bool strip_removed_;
};

class TapFactory final : public StageFactory {
 public:
  TapFactory(RecentArticles& articles, bool strip_removed)
      : articles_(articles), strip_removed_(strip_removed) {}
  Result<std::unique_ptr<Stage>> make_worker() override {
    return std::make_unique<Tap>(articles_, strip_removed_);
  }

 private:
  RecentArticles& articles_;
  const bool strip_removed_;
};

}  // namespace

std::unique_ptr<StageFactory> make_recent_articles_tap(RecentArticles& articles,
                                                       bool strip_removed) {
  return std::make_unique<TapFactory>(articles, strip_removed);
}

}  // namespace khabar
