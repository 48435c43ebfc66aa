#include "stages/extract/json_ld_salvage.h"

#include <algorithm>
#include <cstddef>

namespace khabar {
namespace {

constexpr std::size_t kValueBytesMax = 300;
constexpr std::size_t kAuthorBytesMax = 400;

// The string behind `"key":`, in either kind of quotes, still escaped; empty for other values and
// for strings that do not end soon or not well.
std::string_view string_behind(std::string_view script, std::string_view key) {
  for (std::size_t at = script.find(key); at != std::string_view::npos;
       at = script.find(key, at + key.size())) {
    const std::size_t end = at + key.size();
    const bool whole = at > 0 && end < script.size() && script[at - 1] == '"' && script[end] == '"';
    if (!whole) continue;
    const std::size_t colon = script.find_first_not_of(" \t\r\n", end + 1);
    if (colon == std::string_view::npos || script[colon] != ':') continue;
    const std::size_t open = script.find_first_not_of(" \t\r\n", colon + 1);
    if (open == std::string_view::npos) return {};
    const char quote = script[open];
    if (quote != '"' && quote != '\'') continue;
    const std::string_view rest = script.substr(open + 1, kValueBytesMax);
    // A mark that ends the string has a comma, a bracket or the end behind it.
    for (std::size_t close = rest.find(quote); close != std::string_view::npos;
         close = rest.find(quote, close + 1)) {
      const std::size_t next = rest.find_first_not_of(" \t\r\n", close + 1);
      const bool ends = next == std::string_view::npos || rest[next] == ',' || rest[next] == '}' ||
                        rest[next] == ']';
      if (ends && (close == 0 || rest[close - 1] != '\\')) return rest.substr(0, close);
    }
    return {};
  }
  return {};
}

void append_field(std::string_view key, std::string_view value, std::string& out) {
  if (value.empty()) return;
  out += out.size() > 1 ? ", \"" : "\"";
  out += key;
  out += "\": \"";
  for (std::size_t i = 0; i < value.size(); ++i) {
    const auto c = static_cast<unsigned char>(value[i]);
    if (c == '\\' && i + 1 < value.size()) {
      out += value[i++];
      out += value[i];
    } else if (c == '"' || c == '\\') {
      out += '\\';
      out += static_cast<char>(c);
    } else {
      out += c < 0x20 ? ' ' : static_cast<char>(c);
    }
  }
  out += '"';
}

}  // namespace

std::string unwrapped_json(std::string_view script) {
  const std::size_t begin = script.find_first_not_of(" \t\r\n\"");
  if (begin == std::string_view::npos || !script.substr(begin).starts_with("{\\\"")) return {};
  std::string out;
  out.reserve(script.size());
  for (std::size_t i = begin; i < script.size(); ++i) {
    const bool escaped = script[i] == '\\' && i + 1 < script.size() &&
                         (script[i + 1] == '"' || script[i + 1] == '\\' || script[i + 1] == '/');
    out += script[escaped ? ++i : i];
  }
  return out;
}

std::string salvaged_json(std::string_view script) {
  const std::string_view type = string_behind(script, "@type");
  if (type.find("Article") == std::string_view::npos && type.find("Posting") == type.npos)
    return {};
  const bool says_more =
      !string_behind(script, "headline").empty() || !string_behind(script, "datePublished").empty();
  if (!says_more) return {};
  std::string out = "{";
  append_field("@type", type, out);
  for (const std::string_view key :
       {"headline", "datePublished", "dateModified", "articleSection"}) {
    append_field(key, string_behind(script, key), out);
  }
  const std::size_t author = script.find("\"author\"");
  if (author != std::string_view::npos) {
    const std::string_view who = script.substr(author, kAuthorBytesMax);
    const std::string_view object = who.substr(0, std::min(who.find('}'), who.size()));
    const std::string_view name = string_behind(object, "name");
    append_field("author", name.empty() ? string_behind(object, "author") : name, out);
  }
  out += '}';
  return out;
}

}  // namespace khabar
