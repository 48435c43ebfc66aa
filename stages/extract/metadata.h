// Fills a document's article fields from what its page says of itself (PageFacts) and from what the
// input stated. One PageMetadata a worker (it holds a DateParser); tables are shared.
#pragma once

#include "core/model/document.h"
#include "core/text/dates.h"
#include "core/text/url.h"
#include "stages/extract/byline.h"
#include "stages/extract/json_ld.h"
#include "stages/extract/title.h"

namespace khabar {

class PageMetadata {
 public:
  // All must outlive this.
  PageMetadata(const Bylines& bylines, DateParser& dates) : bylines_(bylines), dates_(dates) {}

  // Title, subtitle, authors, agency, dates, image, section, tags and source.name. What the input
  // stated (Document::given) fills what the page left open, and the title where the page's own
  // agrees with it.
  void fill(Document& document);

 private:
  // `headline`: its node, by headline_position(); `host`, `address`: of document.url.
  void fill_dates(Document& document, const StructuredArticle& structured, std::string_view host,
                  std::uint32_t headline);
  void fill_subtitle(Document& document, const StructuredArticle& structured,
                     std::uint32_t headline);
  void fill_image(Document& document, const StructuredArticle& structured,
                  const Result<Url>& address);
  void fill_section_and_tags(Document& document, const StructuredArticle& structured);

  const Bylines& bylines_;
  DateParser& dates_;
};

// What the input stated, for documents without a page: title, authors, published.
void fill_from_given(Document& document, const Bylines& bylines, DateParser& dates);

}  // namespace khabar
