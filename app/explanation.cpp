#include "app/explanation.h"

#include <cstdio>
#include <map>

#include "app/head_fields.h"
#include "core/html/escape.h"
#include "core/html/tag.h"

namespace khabar {
namespace {

std::string probability_text(float p) {
  char text[16];
  std::snprintf(text, sizeof text, "%.2f", static_cast<double>(p));
  return text;
}

constexpr std::size_t kReasonColumns = 26;

// What the model said of each block, with the rules' word on those it kept: boilerplate of the
// clean stage, bylines and dates that the extract stage took for fields.
void explain_blocks(const MainText& main, const Document& document,
                    std::vector<ExplainedLine>& lines) {
  std::map<std::string, std::string> rules;
  for (const Removed& removed : document.article.removed) rules[removed.text] = removed.rule;
  const std::vector<Block>& blocks = main.page().blocks();
  for (std::size_t b = 0; b < blocks.size(); ++b) {
    ExplainedLine line;
    line.text = main.page().text_of(blocks[b]);
    line.element = known_tag_name(blocks[b].tag);
    line.kept = main.fates()[b] == BlockFate::kept;
    line.reason = std::string(block_fate_name(main.fates()[b])) + " " +
                  probability_text(main.probabilities()[b]);
    if (const auto rule = rules.find(line.text); line.kept && rule != rules.end()) {
      line.kept = false;
      line.reason = rule->second;
    }
    lines.push_back(std::move(line));
  }
}

}  // namespace

Result<Explanation> explain(OneDocument& one, Document document) {
  Explanation out;
  const bool page = document.payload.kind == PayloadKind::html;
  const auto cleaned = one.clean->process(document);
  if (!cleaned) return tl::unexpected(cleaned.error());
  if (cleaned->why_dropped.empty()) {
    if (const auto extracted = one.extract->process(document); !extracted) {
      return tl::unexpected(extracted.error());
    }
  }
  if (page) {
    explain_blocks(one.clean->main_text(), document, out.lines);
  } else {
    for (const Paragraph& paragraph : document.article.paragraphs) {
      out.lines.push_back({true, "text", paragraph.text, {}});
    }
    for (const Removed& removed : document.article.removed) {
      out.lines.push_back({false, removed.rule + " (" + removed.where + ")", removed.text, {}});
    }
  }
  out.document = std::move(document);
  return out;
}

std::string explanation_summary(const Explanation& explanation) {
  std::size_t kept = 0;
  std::map<std::string, std::size_t> reasons;
  for (const ExplainedLine& line : explanation.lines) {
    kept += line.kept;
    if (line.kept) continue;
    // Without the probability, which is a line's own.
    const std::size_t number = line.reason.find_first_of("0123456789");
    const bool judged = number != std::string::npos && number > 0 && line.reason[number - 1] == ' ';
    ++reasons[line.reason.substr(0, judged ? number - 1 : line.reason.size())];
  }
  std::string out =
      std::to_string(kept) + " of " + std::to_string(explanation.lines.size()) + " kept";
  const char* comma = "; ";
  for (const auto& [reason, count] : reasons) {
    out += comma + reason + " " + std::to_string(count);
    comma = ", ";
  }
  return out;
}

std::string explanation_text(const Explanation& explanation, bool colours) {
  std::string out;
  for (const ExplainedLine& line : explanation.lines) {
    const char* colour = line.kept ? "\033[32m" : "\033[90m";
    if (colours) out += colour;
    out += line.kept ? "+ " : "- ";
    std::string reason = line.reason;
    reason.resize(std::max(reason.size(), kReasonColumns), ' ');
    out += reason + " " + line.text;
    if (colours) out += "\033[0m";
    out += '\n';
  }
  out += '\n';
  for (const HeadField& field : head_fields(explanation.document)) {
    std::string label = field.name;
    label.resize(std::max(label.size(), kReasonColumns + 2), ' ');
    out += label + " " + field.value + '\n';
  }
  std::string label = "blocks";
  label.resize(kReasonColumns + 2, ' ');
  return out + label + " " + explanation_summary(explanation) + '\n';
}

std::string explanation_html(const Explanation& explanation) {
  const Article& article = explanation.document.article;
  std::string out =
      "<!doctype html><html lang=\"" + escaped_html(article.language) + "\" dir=\"" +
      escaped_html(article.direction.empty() ? "ltr" : article.direction) +
      "\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">"
      "<title>" +
      escaped_html(article.title) +
      "</title><style>"
      "body{font:16px/1.6 sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;"
      "color-scheme:light dark}p{margin:.2rem 0;padding:.1rem .6rem;border-inline-start:.3rem "
      "solid}"
      ".k{border-color:#2a2}.r{border-color:#c55;opacity:.55}#all:not(:checked)~.r{display:none}"
      ".h{font-weight:bold}"
      "small{font:12px monospace;opacity:.8;margin-inline-end:.6rem}"
      "dl{display:grid;grid-template-columns:max-content 1fr;gap:.2rem 1rem}dd{margin:0}"
      "</style></head><body><h1>" +
      escaped_html(article.title) + "</h1><dl>";
  for (const HeadField& field : head_fields(explanation.document)) {
    out += "<dt>" + field.name + "</dt><dd>" + escaped_html(field.value) + "</dd>";
  }
  out += "<dt>blocks</dt><dd>" + escaped_html(explanation_summary(explanation)) + "</dd></dl>";
  out +=
      "<input type=\"checkbox\" id=\"all\" checked><label for=\"all\">what was taken out, "
      "too</label>\n";
  for (const ExplainedLine& line : explanation.lines) {
    const bool heading = line.element.size() == 2 && line.element[0] == 'h';
    out += std::string("<p dir=\"auto\" class=\"") + (line.kept ? "k" : "r") +
           (heading ? " h\"><small>" : "\"><small>") + escaped_html(line.element) +
           (line.element.empty() ? "" : " ") + escaped_html(line.reason) + "</small>" +
           escaped_html(line.text) + "</p>\n";
  }
  return out + "</body></html>\n";
}

}  // namespace khabar
