#include "app/head_fields.h"

namespace khabar {

std::vector<HeadField> head_fields(const Document& document) {
  const Article& article = document.article;
  std::string authors;
  for (const std::string& author : article.authors) {
    authors += (authors.empty() ? "" : ", ") + author;
  }
  const Verdict& verdict = document.verdict;
  std::vector<HeadField> fields{
      {"title", article.title},
      {"by", authors},
      {"agency", article.agency},
      {"from", article.dateline.place},
      {"published", article.published},
      {"modified", article.modified},
      {"section", article.section},
      {"source", document.source.name.empty() ? document.source.host : document.source.name},
      {"url", document.url},
      {"language", article.language},
  };
  if (verdict.revision > 0) {
    fields.push_back({"version", std::to_string(verdict.revision) + " of " + verdict.revision_of});
  }
  fields.push_back({"copy of", verdict.duplicate_of});
  if (document.fault) fields.push_back({"rejected", document.fault->reason});
  if (document.fault) fields.push_back({"detail", document.fault->detail});
  std::erase_if(fields, [](const HeadField& field) { return field.value.empty(); });
  return fields;
}

}  // namespace khabar
