// One document through clean and extract, without a pipeline: what `extract` and `explain` do.
// Main thread; may block on the file.
#pragma once

#include <memory>
#include <string>

#include "app/commands/commands.h"
#include "core/base/result.h"
#include "core/model/document.h"
#include "stages/clean/clean_stage.h"
#include "stages/extract/extract_stage.h"

namespace khabar {

// The input as a source would give it: kind by what the bytes look like, unless told.
Result<Document> read_one_document(const PageOptions& options);

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
