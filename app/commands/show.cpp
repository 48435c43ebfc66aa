#include <cstdio>
#include <string>

#include <unistd.h>

#include "app/attendant.h"
#include "app/commands/commands.h"
#include "app/exit_code.h"
#include "app/head_fields.h"
#include "core/base/limits.h"
#include "core/io/lines.h"
#include "core/io/member_stream.h"
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

void print_record(const Document& document) {
  const bool colours = isatty(STDOUT_FILENO) == 1;
  const char* strong = colours ? "\033[1m" : "";
  const char* faint = colours ? "\033[90m" : "";
  const char* plain = colours ? "\033[0m" : "";
  std::printf("%s", strong);
  print_wrapped(document.article.title.empty() ? "(no title)" : document.article.title);
  std::printf("%s", plain);
  for (const HeadField& field : head_fields(document)) {
    if (field.name == "title") continue;
    std::printf("  %s%-10s%s %s\n", faint, field.name.c_str(), plain, field.value.c_str());
  }
  for (const Paragraph& paragraph : document.article.paragraphs) {
    std::printf("\n");
    print_wrapped(paragraph.text);
  }
  std::printf("\n");
}

int fail(const std::string& message) {
  std::fprintf(stderr, "khabar show: %s\n", message.c_str());
  return kExitFailure;
}

int show_line(const std::string& path, const Line& line) {
  const std::string where = path + ": line " + std::to_string(line.number) + ": ";
  if (line.too_long) {
    return fail(where + with_commas(line.length) + " bytes exceed " +
                with_commas(limits::kBodyBytesMax));
  }
  const bool is_database = line.number == 1 && line.bytes.starts_with("SQLite format 3");
  if (is_database) return fail(path + ": a database; `khabar search` reads it");
  const auto document = parse_record(line.bytes);
  if (!document) return fail(where + document.error().message);
  print_record(*document);
  return kExitOk;
}

}  // namespace

int run_show(const std::string& path, std::size_t number) {
  const auto stream = open_input(path, {});
  if (!stream) return fail(stream.error().message);
  LineReader lines(**stream, limits::kBodyBytesMax);
  for (;;) {
    const auto line = lines.next();
    if (!line) return fail(line.error().message);
    if (!*line) break;
    if ((*line)->number == number) return show_line(path, **line);
  }
  const std::uint64_t held = lines.number() - 1;
  return fail(path + " has " + with_commas(held) + (held == 1 ? " record" : " records"));
}

}  // namespace khabar
