#include "stages/clean/clean_stage.h"

#include <algorithm>
#include <utility>

#include "core/base/log.h"
#include "core/text/normalise.h"
#include "core/text/url.h"
#include "stages/clean/claimed_story.h"
#include "stages/clean/page_dump.h"
#include "stages/clean/paragraphs.h"

namespace khabar {
namespace {

constexpr std::size_t kLanguageSampleBytes = 1024;

// Enough of the text to tell its language by. Replaces `sample`.
void take_language_sample(const std::vector<Paragraph>& paragraphs, std::string& sample) {
  sample.clear();
  for (const Paragraph& paragraph : paragraphs) {
    if (sample.size() >= kLanguageSampleBytes) break;
    sample.append(paragraph.text, 0, kLanguageSampleBytes - sample.size());
    sample += '\n';
  }
}

class CleanFactory final : public StageFactory {
 public:
  CleanFactory(std::shared_ptr<const CleanShared> shared, std::string sites_path)
      : shared_(std::move(shared)), sites_path_(std::move(sites_path)) {}

  ~CleanFactory() override {
    if (const Status saved = save(); !saved) log_error("clean", saved.error().message);
  }

  Status save() override {
    const Learning learning = shared_->options.learning;
    if (learning != Learning::count && learning != Learning::both) return {};
    if (!has_worked_) return {};  // only looked at: a check must not write over what a run learned
    return shared_->sites->save(sites_path_);
  }

  Result<std::unique_ptr<Stage>> make_worker() override {
    has_worked_ = true;
    return std::make_unique<CleanStage>(shared_);
  }

 private:
  std::shared_ptr<const CleanShared> shared_;
  std::string sites_path_;
  bool has_worked_ = false;
};

}  // namespace

CleanStage::CleanStage(std::shared_ptr<const CleanShared> shared)
    : shared_(std::move(shared)), boilerplate_(shared_->rules) {}

Result<Decision> CleanStage::process(Document& document) {
  normal_for_none_ = document.payload.kind != PayloadKind::html;
  if (document.payload.kind == PayloadKind::html) {
    clean_page(document);
  } else {
    clean_text(document);
  }
  document.payload.body = std::string();  // the tree and the bytes die here
  settle_address(document);
  settle_language(document);
  normalise_paragraphs(document);
  strip(document);
  if (document.article.paragraphs.empty()) return Decision::drop("no_text");
  document.signature = signer_.sign(document.article.paragraphs);
  return Decision::keep();
}

void CleanStage::clean_page(Document& document) {
  const ContentType type = parse_content_type(document.payload.content_type);
  CharsetHints hints;
  hints.http_charset = document.payload.is_utf8 ? std::string_view{"utf-8"} : type.charset;
  const DecodedText decoded = decoder_.decode_to_utf8(document.payload.body, hints);
  stray_forms_ = forms_are_stray(decoded.text());
  const Tree& tree = parser_.parse(decoded.text());
  elements_.read(tree);
  facts_.collect_head(tree, elements_, document.facts);
  MainTextOptions options;
  options.markdown = shared_->options.markdown;
  options.quoted_posts = shared_->options.quoted_posts;
  const StoryClaims claims = story_claims(document.facts);
  main_text_.extract(tree, elements_, claims, options, document.article.paragraphs);
  take_claimed_story(claims.body, document.article.paragraphs);
  document.facts.body_position = main_text_.first_position();
  document.facts.body_end_position = main_text_.last_position();
  facts_.collect_marks(elements_, document.facts);
}

void CleanStage::clean_text(Document& document) {
  CharsetHints hints;
  const ContentType type = parse_content_type(document.payload.content_type);
  hints.http_charset = document.payload.is_utf8 ? std::string_view{"utf-8"} : type.charset;
  hints.allow_meta_prescan = false;
  const DecodedText decoded = decoder_.decode_to_utf8(document.payload.body, hints);
  ParagraphOptions options;
  options.keep_tatweel = !shared_->options.drop_tatweel;
  options.keep_encoding = shared_->options.keep_encoding;
  options.keep_forms = stray_forms_ = forms_are_stray(decoded.text());
  split_paragraphs(decoded.text(), options, document.article.paragraphs);
  if (shared_->options.strip_boilerplate && is_page_dump(document.article.paragraphs)) {
    keep_story(document.article.paragraphs,
               shared_->options.trace ? &document.article.removed : nullptr);
  }
}

void CleanStage::settle_language(Document& document) {
  const std::string_view declared = document.given.language.empty()
                                        ? std::string_view{document.facts.html_lang}
                                        : std::string_view{document.given.language};
  take_language_sample(document.article.paragraphs, scratch_);
  document.article.language = detect_language(scratch_, declared).tag;
}

// The page's own word on its address counts where it stays on its site and does not send every
// story to the front page, as broken templates do.
void CleanStage::settle_address(Document& document) {
  if (document.url.empty()) return;
  const auto own = parse_url(document.url);
  if (!own) return;
  document.canonical_url = canonical_url(*own);
  if (document.facts.canonical_link.empty()) return;
  const auto linked = parse_url(document.facts.canonical_link, &*own);
  if (!linked || !linked->is_http()) return;
  const auto site_of = [](const Url& url) { return registrable_domain(url.host.value_or("")); };
  const bool same_site = linked->host == own->host || site_of(*linked) == site_of(*own);
  const bool front_page = linked->path.size() <= 1 && !linked->query;
  if (same_site && (!front_page || own->path.size() <= 1)) {
    document.canonical_url = canonical_url(*linked);
  }
}

void CleanStage::normalise_paragraphs(Document& document) {
  const NormaliseOptions options{document.article.language, true, !shared_->options.drop_tatweel,
                                 shared_->options.keep_encoding, stray_forms_};
  const auto in_place = [&](std::string& text) {
    if (normal_for_none_ && !may_depend_on_language(text)) return;
    if (is_surely_normal(text, options)) return;
    normalise(text, options, scratch_);
    text.swap(scratch_);
  };
  std::vector<Paragraph>& paragraphs = document.article.paragraphs;
  for (Paragraph& paragraph : paragraphs) {
    in_place(paragraph.text);
    in_place(paragraph.markdown);
  }
  std::erase_if(paragraphs, [](const Paragraph& one) { return one.text.empty(); });
}

void CleanStage::strip(Document& document) {
  const CleanOptions& options = shared_->options;
  std::vector<Paragraph>& paragraphs = document.article.paragraphs;
  const std::string& host = document.source.host;
  const bool knows_site = shared_->sites != nullptr && !host.empty();
  if (knows_site && (options.learning == Learning::count || options.learning == Learning::both)) {
    shared_->sites->add(host, story_lines(paragraphs));
  }
  if (!options.strip_boilerplate) return;
  std::shared_ptr<const SiteLines> learned;
  if (knows_site && (options.learning == Learning::use || options.learning == Learning::both)) {
    learned = shared_->sites->find(host);
  }
  boilerplate_.clean(paragraphs, document.article.language, learned.get(), options.trace,
                     document.article.removed);
  document.facts.signatures = boilerplate_.credits();
}

Result<std::shared_ptr<const CleanShared>> make_clean_shared(const CleanOptions& options,
                                                             const std::string& conf_dir) {
  auto rules = BoilerplateRules::load(conf_dir + "/boilerplate");
  if (!rules) return tl::unexpected(rules.error());
  auto shared = std::make_shared<CleanShared>();
  shared->options = options;
  shared->rules = std::move(*rules);
  return std::shared_ptr<const CleanShared>(std::move(shared));
}

Result<std::unique_ptr<StageFactory>> make_clean_stage(Settings& settings,
                                                       const Services& services) {
  CleanOptions options;
  options.trace = settings.flag("trace", false, "List every removed line, with its rule");
  options.strip_boilerplate =
      settings.flag("strip_boilerplate", true, "Take out follow-us, read-also and like lines");
  options.quoted_posts = settings.flag(
      "quoted_posts", true, "Keep what posts (X, Instagram ...) say that a page's story quotes");
  options.drop_tatweel = settings.flag(
      "drop_tatweel", false, "Take the stretching out of words (الميدانيـة); keys never hold it");
  options.keep_encoding = settings.flag(
      "keep_encoding", false,
      "Publish presentation forms (ﻻ) and zero-width blanks as they came; keys never hold them");
  const std::string learning =
      settings.one_of("learning", {"off", "count", "use", "both"}, "off",
                      "Boilerplate learned of each site: count it, use what was counted, or both");
  options.learning = learning == "count"  ? Learning::count
                     : learning == "use"  ? Learning::use
                     : learning == "both" ? Learning::both
                                          : Learning::off;
  const std::string sites_path =
      settings.text("sites", services.state_dir.empty() ? "" : services.state_dir + "/sites.jsonl",
                    "File of what was learned; default: in the state folder");
  auto shared = make_clean_shared(options, services.conf_dir);
  if (!shared) return tl::unexpected(shared.error());
  if (options.learning != Learning::off) {
    if (sites_path.empty()) {
      return invalid("clean.learning needs clean.sites or a state folder to keep what it learns");
    }
    auto sites = SiteLinesStore::load(sites_path);
    if (!sites) return tl::unexpected(sites.error());
    std::const_pointer_cast<CleanShared>(*shared)->sites = std::move(*sites);
  }
  return std::make_unique<CleanFactory>(std::move(*shared), sites_path);
}

}  // namespace khabar
