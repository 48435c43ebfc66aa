#include "app/markdown.h"

#include <algorithm>
#include <string_view>

#include "stages/clean/block_markdown.h"

namespace khabar {
namespace {

std::string body_of(const Paragraph& paragraph) {
  return paragraph.markdown.empty() ? escape_markdown(paragraph.text) : paragraph.markdown;
}

std::string prefix_of(const Paragraph& paragraph, int number) {
  switch (paragraph.kind) {
    case ParagraphKind::heading:
      return std::string(std::min<std::size_t>(std::max<std::size_t>(paragraph.level, 2), 6), '#') +
             ' ';
    case ParagraphKind::list_item: {
      const std::string indent(2 * (paragraph.level > 0 ? paragraph.level - 1u : 0u), ' ');
      return indent + (paragraph.ordered ? std::to_string(number) + ". " : "- ");
    }
    case ParagraphKind::quote:
      return "> ";
    default:
      return "";
  }
}

bool is_listed(ParagraphKind kind) {
  return kind == ParagraphKind::list_item || kind == ParagraphKind::table_row;
}

// Clean joins the cells of a row by " | " and escapes the pipes inside them. A GitHub table wants
// as many columns in its head, which is empty here: not every table has one.
std::string row_of(const Paragraph& paragraph, bool first) {
  const std::string cells = body_of(paragraph);
  std::string head = "|", line = "|";
  for (std::size_t at = 0; first && at != std::string::npos;) {
    head += "   |";
    line += "---|";
    at = cells.find(" | ", at);
    if (at != std::string::npos) at += 3;
  }
  return (first ? head + '\n' + line + '\n' : "") + ("| " + cells + " |");
}

// A paragraph that opens like a heading, a list or a quote must not become one.
std::string escaped_opening(const std::string& text) {
  const std::size_t digits = std::min(text.find_first_not_of("0123456789"), text.size());
  const char sign = digits < text.size() ? text[digits] : '\0';
  const bool blank_next = digits + 1 < text.size() && text[digits + 1] == ' ';
  const bool numbers = digits > 0 && digits < 10 && blank_next && (sign == '.' || sign == ')');
  const bool marks =
      digits == 0 && (sign == '#' || sign == '>' || (blank_next && (sign == '-' || sign == '+')));
  if (!numbers && !marks) return text;
  return text.substr(0, digits) + '\\' + text.substr(digits);
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
      out += prefix_of(paragraph, number) + escaped_opening(body_of(paragraph));
      out += is_listed(paragraph.kind) ? "\n" : "\n\n";
    }
    before = paragraph.kind;
  }
  while (out.ends_with("\n\n")) out.pop_back();
  return out;
}

}  // namespace khabar
