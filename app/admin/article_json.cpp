#include <optional>

#include "app/admin/json_writer.h"
#include "app/admin/status_json.h"

namespace khabar {
namespace {

const char* kind_name(ParagraphKind kind) {
  switch (kind) {
    case ParagraphKind::heading:
      return "heading";
    case ParagraphKind::list_item:
      return "list_item";
    case ParagraphKind::quote:
      return "quote";
    case ParagraphKind::table_row:
      return "table_row";
    case ParagraphKind::caption:
      return "caption";
    case ParagraphKind::preformatted:
      return "preformatted";
    case ParagraphKind::paragraph:
      break;
  }
  return "paragraph";
}

const char* verdict_name(VerdictKind kind) {
  switch (kind) {
    case VerdictKind::copy:
      return "copy";
    case VerdictKind::version:
      return "version";
    case VerdictKind::fresh:
      break;
  }
  return "fresh";
}

// What the list shows of an article, and its own page too.
void head_fields(const RecentArticle& recent, JsonWriter& json) {
  const Document& document = recent.document;
  const Article& article = document.article;
  json.number("number", recent.number);
  json.number("stored", recent.stored.time_since_epoch().count());
  json.text("title", article.title);
  json.text_if_any("source",
                   document.source.name.empty() ? document.source.host : document.source.name);
  json.text_if_any("host", document.source.host);
  json.text_if_any("language", article.language);
  json.text_if_any("direction", article.direction);
  json.text_if_any("published", article.published);
  json.text_if_any("agency", article.agency);
  json.text("verdict", verdict_name(document.verdict.kind));
  if (document.verdict.revision > 0) json.number("revision", document.verdict.revision);
  json.number("words", article.words);
  json.number("removed_lines", article.removed.size());
}

void more_fields(const RecentArticle& recent, JsonWriter& json) {
  const Document& document = recent.document;
  const Article& article = document.article;
  json.text_if_any("id", document.verdict.id);
  json.text_if_any("subtitle", article.subtitle);
  json.text_if_any("url", document.canonical_url.empty() ? document.url : document.canonical_url);
  json.text_if_any("modified", article.modified);
  json.text_if_any("fetched", document.fetched);
  json.text_if_any("section", article.section);
  json.text_if_any("place", article.dateline.place);
  json.text_if_any("revision_of", document.verdict.revision_of);
  json.text_if_any("duplicate_of", document.verdict.duplicate_of);
  json.text_if_any("origin", document.origin.kind + " " + document.origin.path);
  json.flag("was_cut", recent.was_cut);
  json.array("authors");
  for (const std::string& author : article.authors) json.text({}, author);
  json.end();
}

}  // namespace

std::string articles_json(const RecentArticles& articles, std::size_t most) {
  JsonWriter json;
  json.object();
  json.number("ever", articles.ever());
  json.array("articles");
  for (const auto& recent : articles.newest(most)) {
    json.object();
    head_fields(*recent, json);
    json.end();
  }
  json.end();
  json.end();
  return json.take();
}

std::string article_json(const RecentArticle& recent) {
  const Article& article = recent.document.article;
  JsonWriter json;
  json.object();
  head_fields(recent, json);
  more_fields(recent, json);
  json.array("paragraphs");
  for (const Paragraph& paragraph : article.paragraphs) {
    json.object();
    json.text("kind", kind_name(paragraph.kind));
    json.text("text", paragraph.text);
    json.end();
  }
  json.end();
  json.array("removed");
  for (const Removed& removed : article.removed) {
    json.object();
    json.text("text", removed.text);
    json.text("rule", removed.rule);
    json.text_if_any("where", removed.where);
    json.end();
  }
  json.end();
  json.end();
  return json.take();
}

}  // namespace khabar
