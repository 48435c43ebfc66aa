#include "app/standard_catalog.h"

#include "ingest/archive/archive_source.h"
#include "ingest/feed/feed_source.h"
#include "sinks/blackhole/blackhole_sink.h"
#include "sinks/dead_letter/dead_letter_sink.h"
#include "sinks/jsonl/jsonl_sink.h"
#include "sinks/sqlite/sqlite_sink.h"
#include "stages/clean/clean_stage.h"
#include "stages/dedupe/dedupe_stage.h"
#include "stages/extract/extract_stage.h"

namespace khabar {

Catalog standard_catalog() {
  Catalog catalog;
  catalog.add_source("archive", make_archive_source);
  catalog.add_source("feeds", [](Settings& settings, const Services& services) {
    return make_feed_source(settings, services);
  });
  catalog.add_stage("clean", make_clean_stage);
  catalog.add_stage("dedupe", [](Settings& settings, const Services& services) {
    return make_dedupe_stage(settings, services);
  });
  catalog.add_stage("extract", make_extract_stage);
  catalog.add_sink("jsonl", make_jsonl_sink);
  catalog.add_sink("sqlite", make_sqlite_sink);
  catalog.add_sink("dead_letter", make_dead_letter_sink);
  catalog.add_sink("blackhole", make_blackhole_sink);
  return catalog;
}

}  // namespace khabar
