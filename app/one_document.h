// One document through clean and extract, without a pipeline: what `extract` and `explain` do.
// Main thread; may block on the file or, for an address, on the network.
#pragma once

#include <memory>
#include <string>

#include "app/commands/commands.h"
#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/io/http_client.h"
#include "core/model/document.h"
#include "stages/clean/clean_stage.h"
#include "stages/extract/extract_stage.h"

namespace khabar {

// The input as a source would give it: kind by what the bytes look like, unless told. An input that
// begins with http:// or https:// is fetched, robots.txt unasked: a person wants this one page.
Result<Document> read_one_document(const PageOptions& options);

// The page at the address options.input, by `client`. Its url is that of the last redirect, unless
// options.url names another; options.content_type overrules the server's.
Result<Document> fetch_one_document(const PageOptions& options, HttpClient& client, TimePoint now);

struct OneDocument {
  std::shared_ptr<const CleanShared> shared;
  std::unique_ptr<CleanStage> clean;
  std::unique_ptr<ExtractStage> extract;
};
Result<OneDocument> make_one_document(const CommonOptions& common, const CleanOptions& options);

// "page.html" or "standard input", for messages.
std::string input_name(const PageOptions& options);

// Whole file or standard input, up to limits::kBodyBytesMax.
Result<std::string> read_whole(const std::string& path);

}  // namespace khabar
