#include "stages/extract/json_ld.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <unordered_map>

#include <rapidjson/document.h>
#include <rapidjson/memorystream.h>

#include "core/html/entities.h"
#include "core/text/ascii.h"
#include "stages/extract/ascii_blanks.h"
#include "stages/extract/json_ld_salvage.h"

namespace khabar {
namespace {

using Json = rapidjson::Value;
using JsonDocument = rapidjson::Document;

constexpr std::size_t kNodesMax = 4096;
constexpr int kValuesMax = 16;  // of one script, one behind the other
constexpr unsigned kParseFlags = rapidjson::kParseIterativeFlag | rapidjson::kParseCommentsFlag |
                                 rapidjson::kParseTrailingCommasFlag |
                                 rapidjson::kParseStopWhenDoneFlag;

// What writers of JSON-LD get wrong most: raw line breaks inside strings, <!-- --> or CDATA around
// the script, a semicolon behind it. Line breaks outside strings are blanks anyway.
std::string mended(std::string_view script) {
  std::string text(script);
  // Escaped once too often: what a template took for text.
  if (text.find('"') == std::string::npos && text.find("&quot;") != std::string::npos) {
    std::string decoded;
    decode_entities(text, decoded);
    text = std::move(decoded);
  }
  for (char& c : text) c = static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
  const std::size_t begin = text.find_first_of("{[");
  if (begin == std::string::npos) return {};
  // "//<![CDATA[": its bracket is no array.
  constexpr std::string_view kCdata = "CDATA[";
  const std::size_t cdata =
      std::string_view(text).substr(0, begin + 15 + kCdata.size()).find(kCdata);
  if (cdata != std::string_view::npos) {
    const std::size_t after = text.find_first_of("{[", cdata + 6);
    text.erase(0, std::min(after, text.size()));
    return text;
  }
  text.erase(0, begin);
  return text;
}

std::string_view string_of(const Json& value) {
  return value.IsString() ? std::string_view{value.GetString(), value.GetStringLength()}
                          : std::string_view{};
}

const Json* member(const Json& object, const char* name) {
  if (!object.IsObject()) return nullptr;
  const auto found = object.FindMember(name);
  return found == object.MemberEnd() ? nullptr : &found->value;
}

std::string clean(std::string_view text) {
  std::string decoded;
  decode_entities(text, decoded);
  return with_single_blanks(decoded);
}

// The first string in a string, array, or {"@value"}, {"name"}, {"url"} object.
std::string first_text(const Json* value, int depth = 0) {
  if (!value || depth > 4) return {};
  if (value->IsString()) return clean(string_of(*value));
  if (value->IsArray()) {
    for (const Json& item : value->GetArray()) {
      std::string text = first_text(&item, depth + 1);
      if (!text.empty()) return text;
    }
  }
  for (const char* key : {"@value", "name", "url", "contentUrl", "@id"}) {
    std::string text = first_text(member(*value, key), depth + 1);
    if (!text.empty()) return text;
  }
  return {};
}

// "http://schema.org/NewsArticle" is NewsArticle.
std::string_view type_name(std::string_view said) {
  return said.substr(said.rfind('/') + 1);  // npos + 1 is 0
}

bool is_type(std::string_view said, std::string_view wanted) {
  return equals_ignoring_case(type_name(said), wanted);
}

bool has_type(const Json& node, std::string_view wanted) {
  const Json* type = member(node, "@type");
  if (!type) return false;
  if (type->IsString()) return is_type(string_of(*type), wanted);
  if (!type->IsArray()) return false;
  for (const Json& one : type->GetArray()) {
    if (is_type(string_of(one), wanted)) return true;
  }
  return false;
}

// How surely a node of this type is the page's story. 0: it is not one.
int article_rank(const Json& node) {
  struct Ranked {
    std::string_view type;
    int rank;
  };
  static constexpr std::array<Ranked, 23> kTypes{{{"NewsArticle", 10},
                                                  {"ReportageNewsArticle", 10},
                                                  {"OpinionNewsArticle", 10},
                                                  {"AnalysisNewsArticle", 10},
                                                  {"BackgroundNewsArticle", 10},
                                                  {"ReviewNewsArticle", 10},
                                                  {"LiveBlogPosting", 9},
                                                  {"Article", 9},
                                                  {"BlogPosting", 9},
                                                  {"TechArticle", 8},
                                                  {"ScholarlyArticle", 8},
                                                  {"Report", 8},
                                                  {"AdvertiserContentArticle", 8},
                                                  {"SocialMediaPosting", 6},
                                                  {"DiscussionForumPosting", 6},
                                                  {"MedicalScholarlyArticle", 6},
                                                  {"Recipe", 5},
                                                  {"HowTo", 5},
                                                  {"CreativeWork", 3},
                                                  {"ItemPage", 1},
                                                  {"MedicalWebPage", 1},
                                                  {"Review", 4},
                                                  {"WebPage", 1}}};
  int best = 0;
  const auto see = [&best](std::string_view said) {
    const std::string_view name = type_name(said);
    for (const Ranked& ranked : kTypes) {
      if (ranked.rank > best && equals_ignoring_case(name, ranked.type)) best = ranked.rank;
    }
  };
  const Json* type = member(node, "@type");
  if (type && type->IsString()) see(string_of(*type));
  if (type && type->IsArray()) {
    for (const Json& one : type->GetArray()) see(string_of(one));
  }
  return best;
}

class Graph {
 public:
  void add(const Json& root) {
    std::vector<const Json*> todo{&root};
    while (!todo.empty() && nodes_.size() < kNodesMax) {
      const Json* value = todo.back();
      todo.pop_back();
      if (value->IsArray()) {
        for (auto item = value->End(); item != value->Begin();) todo.push_back(&*--item);
        continue;
      }
      if (!value->IsObject()) continue;
      nodes_.push_back(value);
      if (const Json* id = member(*value, "@id");
          id && id->IsString() && value->MemberCount() > 1) {
        by_id_.emplace(string_of(*id), value);
      }
      for (auto at = value->MemberEnd(); at != value->MemberBegin();) {
        --at;
        if (at->value.IsObject() || at->value.IsArray()) todo.push_back(&at->value);
      }
    }
  }

  const std::vector<const Json*>& nodes() const { return nodes_; }

  // {"@id": "#x"} stands for the node that carries that id.
  const Json& resolved(const Json& value) const {
    if (!value.IsObject() || value.MemberCount() != 1) return value;
    const Json* id = member(value, "@id");
    if (!id || !id->IsString()) return value;
    const auto found = by_id_.find(string_of(*id));
    return found == by_id_.end() ? value : *found->second;
  }

 private:
  std::vector<const Json*> nodes_;
  std::unordered_map<std::string_view, const Json*> by_id_;
};

void read_people(const Graph& graph, const Json* value, StructuredArticle& out, int depth = 0) {
  if (!value || depth > 3 || out.authors.size() >= 24) return;
  if (value->IsArray()) {
    for (const Json& one : value->GetArray()) read_people(graph, &one, out, depth + 1);
    return;
  }
  if (value->IsString()) {
    std::string name = clean(string_of(*value));
    if (!name.empty()) out.authors.push_back(std::move(name));
    return;
  }
  const Json& who = graph.resolved(*value);
  const Json* name = member(who, "name");
  if (name && name->IsArray()) {
    for (const Json& one : name->GetArray()) read_people(graph, &one, out, depth + 1);
    return;
  }
  std::string text = first_text(name);
  if (text.empty()) return;
  const bool organization = has_type(who, "Organization") || has_type(who, "NewsMediaOrganization");
  (organization ? out.organizations : out.authors).push_back(std::move(text));
}

std::vector<std::string> read_keywords(const Json* value) {
  std::vector<std::string> out;
  const auto add_parts = [&out](std::string_view text) {
    while (!text.empty() && out.size() < 64) {
      const std::size_t comma = std::min(text.find(','), text.size());
      std::string part = clean(text.substr(0, comma));
      // "type:value" is a site's own taxonomy.
      if (!part.empty() && part.size() < 100 && part.find(':') == std::string::npos) {
        out.push_back(std::move(part));
      }
      text.remove_prefix(std::min(comma + 1, text.size()));
    }
  };
  if (!value) return out;
  if (value->IsString()) add_parts(string_of(*value));
  if (value->IsArray()) {
    for (const Json& one : value->GetArray()) add_parts(string_of(one));
  }
  return out;
}

std::string_view without_scheme_and_query(std::string_view url) {
  if (const auto scheme = url.find("://"); scheme != std::string_view::npos) {
    url.remove_prefix(scheme + 3);
  }
  url = url.substr(0, url.find_first_of("?#"));
  while (url.ends_with('/')) url.remove_suffix(1);
  return url;
}

int score_of(const Json& node, std::string_view page_url) {
  const int rank = article_rank(node);
  if (rank == 0) return 0;
  int score = rank * 10;
  for (const char* key : {"headline", "author", "datePublished", "articleBody", "image"}) {
    score += member(node, key) ? 3 : 0;
  }
  if (page_url.empty()) return score;
  for (const char* key : {"url", "mainEntityOfPage", "@id"}) {
    const std::string url = first_text(member(node, key));
    if (url.empty() || url.find("://") == std::string::npos) continue;
    const bool same = without_scheme_and_query(url) == without_scheme_and_query(page_url);
    score += same ? 25 : (std::strcmp(key, "url") == 0 ? -15 : 0);
  }
  return score;
}

void read_article(const Graph& graph, const Json& node, StructuredArticle& out) {
  const auto text = [&node](const char* key) { return first_text(member(node, key)); };
  const auto fill = [](std::string& field, std::string value) {
    if (field.empty()) field = std::move(value);
  };
  fill(out.type, first_text(member(node, "@type")));
  if (article_rank(node) > 1) {
    fill(out.headline, text("headline"));
    fill(out.headline, text("name"));
  }
  fill(out.alternative_headline, text("alternativeHeadline"));
  fill(out.description, text("description"));
  fill(out.published, text("datePublished"));
  fill(out.published, text("dateCreated"));
  fill(out.modified, text("dateModified"));
  fill(out.section, text("articleSection"));
  fill(out.language, text("inLanguage"));
  fill(out.url, text("url"));
  if (const Json* image = member(node, "image")) {
    const Json& one = graph.resolved(image->IsArray() && !image->Empty() ? (*image)[0] : *image);
    const Json* url = member(one, "url");
    fill(out.image, first_text(url ? url : &one));
  }
  if (out.keywords.empty()) out.keywords = read_keywords(member(node, "keywords"));
  if (out.authors.empty() && out.organizations.empty()) {
    read_people(graph, member(node, "author"), out);
    if (out.authors.empty() && out.organizations.empty()) {
      read_people(graph, member(node, "creator"), out);
    }
  }
  if (const Json* publisher = member(node, "publisher")) {
    fill(out.publisher, first_text(member(graph.resolved(*publisher), "name")));
  }
}

// "{...}{...}" and "{...}; {...}" are one value behind the other. What is no JSON ends them.
void read_values(std::string_view text, std::vector<JsonDocument>& out) {
  for (int values = 0; values < kValuesMax; ++values) {
    const std::size_t begin = text.find_first_of("{[");
    if (begin == std::string_view::npos) return;
    text.remove_prefix(begin);
    rapidjson::MemoryStream stream(text.data(), text.size());
    JsonDocument document;
    document.ParseStream<kParseFlags>(stream);
    if (document.HasParseError() || stream.Tell() == 0) return;
    text.remove_prefix(std::min(stream.Tell(), text.size()));
    out.push_back(std::move(document));
  }
}

}  // namespace

StructuredArticle read_json_ld(const std::vector<std::string>& scripts, std::string_view page_url) {
  StructuredArticle out;
  std::vector<JsonDocument> documents;
  Graph graph;
  for (const std::string& script : scripts) {
    const std::string text = mended(script);
    if (text.empty()) continue;
    const std::size_t before = documents.size();
    read_values(text, documents);
    for (const auto rescue : {unwrapped_json, salvaged_json}) {
      if (documents.size() == before) read_values(rescue(text), documents);
    }
  }
  for (const JsonDocument& document : documents) graph.add(document);
  std::vector<std::pair<int, const Json*>> ranked;
  for (const Json* node : graph.nodes()) {
    const int score = score_of(*node, page_url);
    if (score > 0) ranked.emplace_back(score, node);
  }
  std::stable_sort(ranked.begin(), ranked.end(),
                   [](const auto& a, const auto& b) { return a.first > b.first; });
  // The best node speaks; a WebPage node may fill what it left out (Yoast's graphs do so).
  if (!ranked.empty()) read_article(graph, *ranked.front().second, out);
  for (std::size_t i = 1; i < ranked.size(); ++i) {
    if (article_rank(*ranked[i].second) == 1 && ranked.size() <= 8) {
      read_article(graph, *ranked[i].second, out);
    }
  }
  return out;
}

}  // namespace khabar
