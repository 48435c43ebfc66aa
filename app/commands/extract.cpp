#include <cstdio>

#include "app/commands/commands.h"
#include "app/exit_code.h"
#include "app/markdown.h"
#include "app/one_document.h"
#include "core/model/document_json.h"

namespace khabar {

int run_extract(const CommonOptions& common, const PageOptions& options) {
  const auto fail = [](const std::string& message) {
    std::fprintf(stderr, "khabar extract: %s\n", message.c_str());
    return kExitFailure;
  };
  CleanOptions clean_options;
  clean_options.trace = options.trace;
  clean_options.markdown = options.format == "markdown";
  auto one = make_one_document(common, clean_options);
  if (!one) return fail(one.error().message);
  auto document = read_one_document(options);
  if (!document) return fail(document.error().message);
  const auto cleaned = one->clean->process(*document);
  if (!cleaned) return fail(cleaned.error().message);
  if (!cleaned->why_dropped.empty()) {
    return fail(input_name(options) + ": no text of a story found");
  }
  if (const auto extracted = one->extract->process(*document); !extracted) {
    return fail(extracted.error().message);
  }
  std::string out;
  if (options.format == "markdown") {
    out = markdown_of(*document);
  } else if (options.format == "text") {
    out = joined_text(document->article.paragraphs) + '\n';
  } else {
    append_record(*document, out);
    out += '\n';
  }
  std::fwrite(out.data(), 1, out.size(), stdout);
  return std::fflush(stdout) == 0 ? kExitOk : kExitFailure;
}

}  // namespace khabar
