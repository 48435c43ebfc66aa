// The extract stage: the fields of the record, from what the page or the input said of itself and
// from the text. Parallel: each worker has its own parsers, tables are shared.
#pragma once

#include <memory>
#include <string>

#include "core/flow/catalog.h"
#include "core/text/dates.h"
#include "core/text/words.h"
#include "stages/extract/agency.h"
#include "stages/extract/byline.h"
#include "stages/extract/dateline.h"
#include "stages/extract/head_lines.h"
#include "stages/extract/metadata.h"
#include "stages/extract/place.h"

namespace khabar {

// The tables of conf/, const after loading.
struct ExtractTables {
  Agencies agencies;
  Places places;
  BylineWords byline_words;
  DateWords date_words;
};
Result<std::shared_ptr<const ExtractTables>> load_extract_tables(const std::string& conf_dir);

class ExtractStage final : public Stage {
 public:
  // With `trace`, head and end lines that became fields are listed in Article::removed.
  ExtractStage(std::shared_ptr<const ExtractTables> tables, bool trace);

  Result<Decision> process(Document& document) override;

 private:
  void read_text_head(Document& document);
  void read_page_head(Document& document);
  void read_page_dateline(Article& article);
  void read_signatures(Document& document);
  void finish(Document& document);

  std::shared_ptr<const ExtractTables> tables_;
  Bylines bylines_;
  DateParser dates_;
  DatelineParser datelines_;
  HeadLines head_lines_;
  bool trace_;
  PageMetadata metadata_;
  WordCounter words_;
};

// Reads [extract]. An Error names the faulty table file and line.
Result<std::unique_ptr<StageFactory>> make_extract_stage(Settings& settings,
                                                         const Services& services);

}  // namespace khabar
