#include <cstdio>

#include <unistd.h>

#include "app/commands/commands.h"
#include "app/exit_code.h"
#include "app/explanation.h"

namespace khabar {

int run_explain(const CommonOptions& common, const PageOptions& options) {
  const auto fail = [](const std::string& message) {
    std::fprintf(stderr, "khabar explain: %s\n", message.c_str());
    return kExitFailure;
  };
  CleanOptions clean_options;
  clean_options.trace = true;
  auto one = make_one_document(common, clean_options);
  if (!one) return fail(one.error().message);
  auto document = read_one_document(options);
  if (!document) return fail(document.error().message);
  const auto explanation = explain(*one, std::move(*document));
  if (!explanation) return fail(explanation.error().message);
  if (options.html_out.empty()) {
    const std::string text = explanation_text(*explanation, isatty(STDOUT_FILENO) == 1);
    std::fwrite(text.data(), 1, text.size(), stdout);
    return kExitOk;
  }
  std::FILE* file = std::fopen(options.html_out.c_str(), "wb");
  if (!file) return fail(options.html_out + ": cannot be written");
  const std::string page = explanation_html(*explanation);
  std::fwrite(page.data(), 1, page.size(), file);
  return std::fclose(file) == 0 ? kExitOk : fail(options.html_out + ": cannot be written");
}

}  // namespace khabar
