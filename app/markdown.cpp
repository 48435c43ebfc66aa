#include "app/markdown.h"

#include "stages/clean/block_markdown.h"

namespace khabar {
namespace {

std::string body_of(const Paragraph& paragraph) {
  return paragraph.markdown.empty() ? escape_markdown(paragraph.text) : paragraph.markdown;
}

std::string prefix_of(const Paragraph& paragraph, int number) {
  switch (paragraph.kind) {
    case ParagraphKind::heading:
      return std::string(std::min<std::size_t>(std::max<std::size_t>(paragraph.level, 2), 6), '#') + ' ';
    case ParagraphKind::list_item: {
      const std::string indent(2 * (paragraph.level > 0 ? paragraph.level - 1u : 0u), ' ');
      return indent + (paragraph.ordered ? std::to_string(number) + ". " : "- ");
    }
    case ParagraphKind::quote: return "> ";
    default: return "";
  }
}

bool is_listed(ParagraphKind kind) {
  return kind == ParagraphKind::list_item || kind == ParagraphKind::table_row;
}

// Cells of one table stand one behind another: a row of two columns is not known here, so that each
// cell is a row of its own.
std::string row_of(const Paragraph& paragraph, bool first) {
  std::string cell = body_of(paragraph);
  for (std::size_t at = cell.find('|'); at != std::string::npos; at = cell.find('|', at + 2)) {
    cell.insert(at, "\\");
  }
  return (first ? "|   |\n|---|\n" : "") + ("| " + cell + " |");
}

}  // namespace

std::string markdown_of(const Document& document) {
  const Article& article = document.article;
  std::string out;
  if (!article.title.empty()) out += "# " + escape_markdown(article.title) + "\n\n";
  std::string credits;
  for (const std::string& author : article.authors) {
    credits += (credits.empty() ? "" : ", ") + escape_markdown(author);
  }
  if (!article.agency.empty()) credits += (credits.empty() ? "" : " · ") + article.agency;
  if (!article.published.empty()) credits += (credits.empty() ? "" : " · ") + article.published;
  if (!credits.empty()) out += "*" + credits + "*\n\n";
  ParagraphKind before = ParagraphKind::paragraph;
  int number = 0;
  for (const Paragraph& paragraph : article.paragraphs) {
    const bool goes_on = is_listed(paragraph.kind) && paragraph.kind == before;
    number = goes_on ? number + 1 : 1;
    if (is_listed(before) && !goes_on) out += '\n';
    if (paragraph.kind == ParagraphKind::table_row) {
      out += row_of(paragraph, !goes_on) + '\n';
    } else if (paragraph.kind == ParagraphKind::preformatted) {
      out += "```\n" + paragraph.text + "\n```\n\n";
    } else {
      out += prefix_of(paragraph, number) + body_of(paragraph);
      out += is_listed(paragraph.kind) ? "\n" : "\n\n";
    }
    before = paragraph.kind;
  }
  while (out.ends_with("\n\n")) out.pop_back();
  return out;
}

}  // namespace khabar
