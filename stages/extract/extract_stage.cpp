#include "stages/extract/extract_stage.h"

#include <algorithm>
#include <string>
#include <utility>

#include "core/model/record_id.h"
#include "core/text/fold.h"
#include "core/text/language.h"
#include "stages/extract/page_head_lines.h"
#include "stages/extract/page_tail_lines.h"

namespace khabar {
namespace {

constexpr std::size_t kHeadParagraphs = 3;  // where a title may stand again, or a dateline

class ExtractFactory final : public StageFactory {
 public:
  ExtractFactory(std::shared_ptr<const ExtractTables> tables, bool trace)
      : tables_(std::move(tables)), trace_(trace) {}
  Result<std::unique_ptr<Stage>> make_worker() override {
    return std::make_unique<ExtractStage>(tables_, trace_);
  }

 private:
  std::shared_ptr<const ExtractTables> tables_;
  bool trace_;
};

// The headline standing again as the first lines of the text.
void drop_repeated_title(Article& article, std::vector<Removed>* removed) {
  const std::string title = folded(article.title);
  if (title.empty()) return;
  auto& paragraphs = article.paragraphs;
  for (std::size_t i = 0; i < std::min(paragraphs.size(), kHeadParagraphs); ++i) {
    if (paragraphs.size() > 1 && folded(paragraphs[i].text) == title) {
      if (removed != nullptr) removed->push_back({paragraphs[i].text, "head:title", "head"});
      paragraphs.erase(paragraphs.begin() + static_cast<std::ptrdiff_t>(i));
      return;
    }
  }
}

}  // namespace

ExtractStage::ExtractStage(std::shared_ptr<const ExtractTables> tables, bool trace)
    : tables_(std::move(tables)),
      bylines_(tables_->byline_words, tables_->agencies),
      dates_(tables_->date_words),
      datelines_(tables_->places, bylines_, dates_),
      head_lines_(bylines_, datelines_, dates_),
      trace_(trace),
      metadata_(bylines_, dates_) {}

Result<Decision> ExtractStage::process(Document& document) {
  if (document.payload.kind == PayloadKind::html) {
    read_page_head(document);
  } else {
    read_text_head(document);
  }
  read_signatures(document);
  finish(document);
  return Decision::keep();
}

void ExtractStage::read_page_head(Document& document) {
  metadata_.fill(document);
  std::vector<Removed>* removed = trace_ ? &document.article.removed : nullptr;
  drop_repeated_title(document.article, removed);
  take_page_head_lines(document.article, bylines_, dates_, removed);
  take_page_tail_lines(document.article, bylines_, removed);
  read_page_dateline(document.article);
}

// A page's dateline stays in its text, as readers saw it, unless it has a line to itself.
void ExtractStage::read_page_dateline(Article& article) {
  auto& paragraphs = article.paragraphs;
  for (std::size_t i = 0; i < std::min<std::size_t>(paragraphs.size(), 2); ++i) {
    if (paragraphs[i].kind == ParagraphKind::heading) continue;
    const auto match = datelines_.parse(paragraphs[i].text);
    if (!match) continue;
    article.dateline = {match->place, match->agency};
    if (article.agency.empty()) article.agency = match->agency;
    if (article.authors.empty() && !match->reporter.empty()) {
      article.authors = bylines_.split_author_list(match->reporter);
    }
    if (match->whole_line && paragraphs.size() > 1) {
      if (trace_) article.removed.push_back({paragraphs[i].text, "head:dateline", "head"});
      paragraphs.erase(paragraphs.begin() + static_cast<std::ptrdiff_t>(i));
    }
    return;
  }
}

void ExtractStage::read_text_head(Document& document) {
  Article& article = document.article;
  fill_from_given(document, bylines_, dates_);
  HeadContext context;
  context.language = article.language;
  context.given_title = article.title;
  context.cut_inline_dateline = false;  // docs/decisions/005
  if (!document.fetched.empty()) context.now = parse_machine_date(document.fetched);
  HeadFields fields =
      head_lines_.take(article.paragraphs, context, trace_ ? &article.removed : nullptr);
  if (article.title.empty()) article.title = std::move(fields.title);
  if (article.authors.empty()) article.authors = std::move(fields.authors);
  if (article.agency.empty()) article.agency = std::move(fields.agency);
  if (article.published.empty()) article.published = std::move(fields.published);
  if (article.modified.empty()) article.modified = std::move(fields.modified);
  if (article.image.caption.empty()) article.image.caption = std::move(fields.caption);
  article.dateline = std::move(fields.dateline);
  drop_repeated_title(article, trace_ ? &article.removed : nullptr);
}

// What stood under the story and was taken out: "سيريانيوز", "(QNA)", "المصدر: رويترز".
void ExtractStage::read_signatures(Document& document) {
  for (const std::string& signature : document.facts.signatures) {
    if (!document.article.agency.empty()) return;
    std::string name = signature;
    if (const std::size_t colon = name.rfind(':'); colon != std::string::npos) {
      name.erase(0, colon + 1);
    }
    const std::string_view marks = " ()[]/-–.";
    name.erase(0, std::min(name.find_first_not_of(marks), name.size()));
    while (!name.empty() && marks.find(name.back()) != std::string_view::npos) name.pop_back();
    if (bylines_.agencies().named_by(name) != nullptr) document.article.agency = name;
  }
}

void ExtractStage::finish(Document& document) {
  Article& article = document.article;
  document.facts = PageFacts{};
  article.words = 0;
  for (const Paragraph& paragraph : article.paragraphs) {
    article.words += static_cast<std::uint32_t>(words_.count(paragraph.text));
  }
  if (!article.language.empty()) {
    article.direction = direction_name(direction_of(article.language));
  }
  if (document.verdict.id.empty()) document.verdict.id = record_id(document);
}

Result<std::shared_ptr<const ExtractTables>> load_extract_tables(const std::string& conf_dir) {
  auto tables = std::make_shared<ExtractTables>();
  auto agencies = Agencies::load(conf_dir + "/agencies.toml");
  if (!agencies) return tl::unexpected(agencies.error());
  tables->agencies = std::move(*agencies);
  auto places = Places::load(conf_dir + "/places.toml");
  if (!places) return tl::unexpected(places.error());
  tables->places = std::move(*places);
  auto words = BylineWords::load(conf_dir + "/bylines.toml");
  if (!words) return tl::unexpected(words.error());
  tables->byline_words = std::move(*words);
  return std::shared_ptr<const ExtractTables>(std::move(tables));
}

Result<std::unique_ptr<StageFactory>> make_extract_stage(Settings& settings,
                                                         const Services& services) {
  const bool trace =
      settings.flag("trace", false, "List the head and end lines that became fields");
  auto tables = load_extract_tables(services.conf_dir);
  if (!tables) return tl::unexpected(tables.error());
  return std::make_unique<ExtractFactory>(std::move(*tables), trace);
}

}  // namespace khabar
