// What must hold of any page, however broken: for the mutating test and the fuzz target. One
// thread.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "core/model/document_json.h"
#include "core/text/partial_time.h"
#include "core/text/utf8.h"
#include "stages/clean/clean_stage.h"
#include "stages/extract/extract_stage.h"

namespace khabar {

class PageChecks {
 public:
  // `conf_dir` holds the shipped rules. Aborts the test by `failure()` when they cannot be read.
  explicit PageChecks(const std::string& conf_dir) {
    CleanOptions options;
    options.markdown = true;
    auto shared = make_clean_shared(options, conf_dir);
    auto tables = load_extract_tables(conf_dir);
    if (!shared || !tables) {
      failure_ = shared ? tables.error().message : shared.error().message;
      return;
    }
    clean_ = std::make_unique<CleanStage>(*shared);
    extract_ = std::make_unique<ExtractStage>(*tables, true);
  }

  const std::string& failure() const { return failure_; }

  // Empty, or what is wrong with the record made of `document` whose body is `html`.
  std::string fault_of(const Document& document, std::string_view html) {
    const std::string line = record_of(document, html);
    if (line != record_of(document, html)) return "the same page gave another record";
    if (line.empty()) return {};
    const auto record = parse_record(line);
    if (!record) return "the record cannot be read: " + record.error().message;
    const Article& article = record->article;
    std::size_t bytes = article.title.size() + article.subtitle.size();
    bool valid = is_valid_utf8(line);
    for (const Paragraph& paragraph : article.paragraphs) bytes += paragraph.text.size();
    if (!valid) return "the record is not UTF-8";
    // Characters grow to three bytes at most, cells get a border of three.
    if (bytes > 6 * html.size() + 64) return "more text than the page holds";
    if (article.authors.size() > 24 || article.tags.size() > 32) return "a list without bound";
    return fault_of_dates(document, article);
  }

 private:
  std::string record_of(const Document& document, std::string_view html) {
    Document copy = document;
    copy.payload.body = html;
    const auto decision = clean_->process(copy);
    if (!decision || !decision->why_dropped.empty()) return {};
    if (!extract_->process(copy)) return {};
    std::string line;
    append_record(copy, line);
    return line;
  }

  static std::string fault_of_dates(const Document& document, const Article& article) {
    if (article.published.empty()) return {};
    const auto published = parse_machine_date(article.published);
    if (!published || !published->has_date()) return "published is no date: " + article.published;
    const auto fetched = parse_machine_date(document.fetched);
    if (!fetched) return {};
    const auto at = published->earliest(), limit = fetched->latest();
    if (at && limit && *at > *limit + std::chrono::hours(24)) return "published after the fetch";
    return {};
  }

  std::string failure_;
  std::unique_ptr<CleanStage> clean_;
  std::unique_ptr<ExtractStage> extract_;
};

}  // namespace khabar
