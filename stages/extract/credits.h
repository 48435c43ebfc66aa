// Who wrote a page's story, and which agency it credits. Pure functions; any thread.
#pragma once

#include <string>
#include <vector>

#include "core/model/document.h"
#include "core/model/page_facts.h"
#include "stages/extract/byline.h"
#include "stages/extract/json_ld.h"
#include "stages/extract/title.h"

namespace khabar {

struct Credits {
  std::vector<std::string> authors;  // in page order
  std::string agency;                // as written; empty when none is credited
};

// Each source (JSON-LD, meta tags, rel=author, links to authors' pages, microdata, byline blocks,
// lines that say "by") gives a list of names and votes for it with the weight of how often such
// sources are right; lists that overlap support each other. Who is named in the page's margins, the
// site itself and its "staff" count only where nobody else is named. `headline`: its node, by
// headline_position().
Credits choose_credits(const Article& article, const PageFacts& facts, std::uint32_t headline,
                       const StructuredArticle& structured, const SiteNames& names,
                       const Bylines& bylines);

}  // namespace khabar
