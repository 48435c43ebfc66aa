// The clean stage: raw bytes to paragraphs of the story, and what extract needs to know of the
// page. Parallel: each worker has its own parser, decoder and scratch memory; rules are shared.
#pragma once

#include <memory>
#include <string>

#include "core/flow/catalog.h"
#include "core/html/parser.h"
#include "core/text/charset.h"
#include "core/text/language.h"
#include "stages/clean/boilerplate.h"
#include "stages/clean/main_text.h"
#include "stages/clean/page_elements.h"
#include "stages/clean/page_facts_collector.h"
#include "stages/clean/rules.h"
#include "stages/clean/site_lines.h"

namespace khabar {

enum class Learning : std::uint8_t {
  off,
  count,  // count each site's lines, remove none of them: the first pass of `batch --learn`
  use,    // remove what was learned, count nothing: the second pass
  both,   // as a continuous run does
};

struct CleanOptions {
  bool trace = false;
  bool markdown = false;
  bool quoted_posts = true;
  bool strip_boilerplate = true;
  bool drop_tatweel = false;
  bool keep_encoding = false;
  Learning learning = Learning::off;
};

// What all workers share; const but for the store, which guards itself.
struct CleanShared {
  CleanOptions options;
  BoilerplateRules rules;
  std::unique_ptr<SiteLinesStore> sites;  // null without learning
};

class CleanStage final : public Stage {
 public:
  explicit CleanStage(std::shared_ptr<const CleanShared> shared);

  // Drops a document without a line of text as "no_text".
  Result<Decision> process(Document& document) override;

  // Of the last page, for `explain`.
  const MainText& main_text() const { return main_text_; }

 private:
  void clean_page(Document& document);
  void clean_text(Document& document);
  void settle_language(Document& document);
  static void settle_address(Document& document);
  void normalise_paragraphs(Document& document);
  void strip(Document& document);

  std::shared_ptr<const CleanShared> shared_;
  CharsetDecoder decoder_;
  HtmlParser parser_;
  PageElements elements_;
  PageFactsCollector facts_;
  MainText main_text_;
  BoilerplateCleaner boilerplate_;
  Signer signer_;
  std::string scratch_;
  // Of the document in work.
  bool stray_forms_ = false;
  bool normal_for_none_ = false;  // its lines were normalised before its language was known
};

// Reads [clean]. An Error names every fault of every rule file.
Result<std::unique_ptr<StageFactory>> make_clean_stage(Settings& settings,
                                                       const Services& services);

// The same from options, for one document at a time. `conf_dir` holds boilerplate/.
Result<std::shared_ptr<const CleanShared>> make_clean_shared(const CleanOptions& options,
                                                             const std::string& conf_dir);

}  // namespace khabar
