#include <cstdio>
#include <fstream>
#include <string>

#include <unistd.h>

#include "app/commands/commands.h"
#include "app/exit_code.h"
#include "core/model/document_json.h"

namespace khabar {
namespace {

constexpr std::size_t kColumns = 96;

// Bytes that begin a character, which is near enough to columns for laying out.
std::size_t characters(std::string_view text) {
  std::size_t count = 0;
  for (const char c : text) count += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  return count;
}

void print_wrapped(std::string_view text) {
  std::size_t column = 0;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    const std::string_view word = text.substr(0, end);
    const std::size_t width = characters(word);
    if (column > 0 && column + 1 + width > kColumns) {
      std::printf("\n");
      column = 0;
    }
    std::printf("%s%.*s", column == 0 ? "  " : " ", static_cast<int>(word.size()), word.data());
    column += width + 1;
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  std::printf("\n");
}

void print_field(const char* label, const std::string& value, const char* faint,
                 const char* plain) {
  if (!value.empty()) std::printf("  %s%-10s%s %s\n", faint, label, plain, value.c_str());
}

void print_record(const Document& document) {
  const bool colours = isatty(STDOUT_FILENO) == 1;
  const char* strong = colours ? "\033[1m" : "";
  const char* faint = colours ? "\033[90m" : "";
  const char* plain = colours ? "\033[0m" : "";
  const Article& article = document.article;
  std::printf("%s", strong);
  print_wrapped(article.title.empty() ? "(no title)" : article.title);
  std::printf("%s", plain);
  std::string authors;
  for (const std::string& author : article.authors) {
    authors += (authors.empty() ? "" : ", ") + author;
  }
  print_field("by", authors, faint, plain);
  print_field("agency", article.agency, faint, plain);
  print_field("from", article.dateline.place, faint, plain);
  print_field("published", article.published, faint, plain);
  print_field("source", document.source.name, faint, plain);
  print_field("url", document.url, faint, plain);
  print_field("language", article.language, faint, plain);
  if (document.verdict.revision > 0) {
    print_field("version", std::to_string(document.verdict.revision) + " of " +
                               document.verdict.revision_of, faint, plain);
  }
  print_field("copy of", document.verdict.duplicate_of, faint, plain);
  for (const Paragraph& paragraph : article.paragraphs) {
    std::printf("\n");
    print_wrapped(paragraph.text);
  }
  std::printf("\n");
}

}  // namespace

int run_show(const std::string& path, std::size_t number) {
  std::ifstream file(path, std::ios::binary);
  if (!file) {
    std::fprintf(stderr, "khabar show: %s: cannot be opened\n", path.c_str());
    return kExitFailure;
  }
  std::size_t at = 0;
  for (std::string line; std::getline(file, line);) {
    if (++at != number) continue;
    const auto document = parse_record(line);
    if (!document) {
      std::fprintf(stderr, "khabar show: %s: line %zu: %s\n", path.c_str(), at,
                   document.error().message.c_str());
      return kExitFailure;
    }
    print_record(*document);
    return kExitOk;
  }
  std::fprintf(stderr, "khabar show: %s has %zu records\n", path.c_str(), at);
  return kExitFailure;
}

}  // namespace khabar
