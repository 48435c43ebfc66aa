// The tables of conf/ with a parser of each kind over them, for tests.
#pragma once

#include <cstdlib>
#include <memory>
#include <string>

#include <gtest/gtest.h>

#include "core/base/check.h"
#include "core/base/result.h"
#include "core/text/dates.h"
#include "stages/extract/agency.h"
#include "stages/extract/byline.h"
#include "stages/extract/dateline.h"
#include "stages/extract/place.h"

namespace khabar {

inline std::string eval_dir() {
  const char* set = std::getenv("KHABAR_EVAL_DIR");
  return set != nullptr ? set : KHABAR_SOURCE_DIR "/../shared/eval";
}

// Out of line: inlined, GCC 12 sees a freed Error where there is none (-Wfree-nonheap-object).
template <class T>
[[gnu::noinline]] T loaded(Result<T> table) {
  if (!table) check_failed(__FILE__, __LINE__, "table", table.error().message);
  return std::move(*table);
}

struct TestTables {
  Agencies agencies = loaded(Agencies::load(KHABAR_SOURCE_DIR "/conf/agencies.toml"));
  Places places = loaded(Places::load(KHABAR_SOURCE_DIR "/conf/places.toml"));
  BylineWords words = loaded(BylineWords::load(KHABAR_SOURCE_DIR "/conf/bylines.toml"));
  DateWords date_words;
  Bylines bylines{words, agencies};
  DateParser dates{date_words};
  DatelineParser datelines{places, bylines, dates};
};

// Reads the tables once a suite.
class TablesTest : public ::testing::Test {
 protected:
  static void SetUpTestSuite() { tables_ = std::make_unique<TestTables>(); }
  static void TearDownTestSuite() { tables_.reset(); }

  inline static std::unique_ptr<TestTables> tables_;
};

}  // namespace khabar
