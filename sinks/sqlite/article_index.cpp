#include "sinks/sqlite/article_index.h"

#include <algorithm>
#include <array>

#include "core/text/fold.h"
#include "core/text/utf8.h"

namespace khabar {
namespace {

bool is_written_without_blanks(char32_t c) {
  const Script script = script_of(c);
  return script == Script::han || script == Script::kana || script == Script::southeast;
}

struct Term {
  std::string folded;
  bool quoted = false;
  bool excluded = false;
  bool or_before = false;  // an alternative to the term before
};

bool is_quote(char32_t c) {
  return c == '"' || c == U'\u00AB' || c == U'\u00BB' || (c >= U'\u201C' && c <= U'\u201F');
}

// Cuts a query into terms. Quotes need no partner: an open one ends with the query.
class TermReader {
 public:
  explicit TermReader(std::string_view query) : query_(query) {}

  std::vector<Term> read() {
    std::vector<Term> terms;
    bool or_before = false;
    while (skip_blanks() && terms.size() < kQueryTermsMax) {
      Term term;
      term.excluded = take_minus();
      term.quoted = take_quote();
      const std::string_view written = take_until_end(term.quoted);
      if (!term.quoted && !term.excluded && written == "OR") {
        or_before = !terms.empty();
        continue;
      }
      term.folded = folded(written);
      if (term.folded.empty()) continue;  // punctuation alone
      term.or_before = or_before && !term.excluded && !terms.back().excluded;
      or_before = false;
      terms.push_back(std::move(term));
    }
    return terms;
  }

 private:
  bool skip_blanks() {
    while (at_ < query_.size()) {
      const CodePoint point = code_point_at(query_, at_);
      if (!is_blank(point.value)) return true;
      at_ += point.size;
    }
    return false;
  }
  bool take_minus() {
    if (query_[at_] != '-' || at_ + 1 == query_.size()) return false;
    if (is_blank(code_point_at(query_, at_ + 1).value)) return false;
    ++at_;
    return true;
  }
  bool take_quote() {
    const CodePoint point = code_point_at(query_, at_);
    if (is_quote(point.value)) at_ += point.size;
    return is_quote(point.value);
  }
  std::string_view take_until_end(bool quoted) {
    const std::size_t begin = at_;
    while (at_ < query_.size()) {
      const CodePoint point = code_point_at(query_, at_);
      const bool quote = is_quote(point.value);
      if (quote || (!quoted && is_blank(point.value))) {
        const std::string_view written = query_.substr(begin, at_ - begin);
        if (quote && quoted) at_ += point.size;
        return written;
      }
      at_ += point.size;
    }
    return query_.substr(begin);
  }

  std::string_view query_;
  std::size_t at_ = 0;
};

bool is_arabic_word(std::string_view word) {
  for (std::size_t at = 0; at < word.size();) {
    const CodePoint point = code_point_at(word, at);
    if (script_of(point.value) != Script::arabic) return false;
    at += point.size;
  }
  return !word.empty();
}

// Wright, A Grammar of the Arabic Language, I 356 ff: the one-letter particles and the article are
// written as one with the word behind them; ل and the article join to لل.
std::vector<std::string> written_forms(const Term& term) {
  constexpr std::array<std::string_view, 11> kBefore{"ال",  "و",   "ف",   "ب",   "ك", "ل",
                                                     "وال", "فال", "بال", "كال", "لل"};
  constexpr std::string_view kArticle = "ال";
  constexpr std::size_t kStemBytesLeast = 6;  // three letters: shorter stems match by chance
  std::vector<std::string> forms{term.folded};
  if (term.quoted || !is_arabic_word(term.folded)) return forms;
  std::string_view stem = term.folded;
  if (stem.starts_with(kArticle) && stem.size() >= kArticle.size() + kStemBytesLeast) {
    stem.remove_prefix(kArticle.size());
    forms.emplace_back(stem);
  }
  if (stem.size() < kStemBytesLeast) return forms;
  for (const std::string_view before : kBefore) {
    std::string form = std::string(before).append(stem);
    if (form != term.folded) forms.push_back(std::move(form));
  }
  return forms;
}

// index_words() leaves no quotation mark, so a string of FTS5 needs no escapes.
std::string any_of(const std::vector<std::string>& forms) {
  std::string expression;
  for (const std::string& form : forms) {
    if (!expression.empty()) expression += " OR ";
    expression += '"' + index_words(form) + '"';
  }
  return expression;
}

void join(std::string& expression, std::string_view with, const std::string& more) {
  if (!expression.empty()) expression += with;
  expression += more;
}

}  // namespace

std::string index_words(std::string_view display) {
  const std::string key = folded(display);
  std::string words;
  words.reserve(key.size());
  for (std::size_t at = 0; at < key.size();) {
    const CodePoint point = code_point_at(key, at);
    const bool alone = point.value >= 0x80 && is_written_without_blanks(point.value);
    if (alone && !words.empty() && words.back() != ' ') words += ' ';
    words.append(key, at, point.size);
    at += point.size;
    if (alone && at < key.size() && key[at] != ' ') words += ' ';
  }
  return words;
}

Result<SearchQuery> parse_search_query(std::string_view query) {
  if (query.size() > kQueryBytesMax) {
    return invalid("query: " + std::to_string(query.size()) + " bytes exceed " +
                   std::to_string(kQueryBytesMax));
  }
  SearchQuery parsed;
  std::string wanted, group, excluded;
  const std::vector<Term> terms = TermReader(query).read();
  for (const Term& term : terms) {
    const std::vector<std::string> forms = written_forms(term);
    if (term.excluded) {
      join(excluded, " OR ", any_of(forms));
      continue;
    }
    parsed.sought.insert(parsed.sought.end(), forms.begin(), forms.end());
    if (!term.or_before && !group.empty()) {
      join(wanted, " AND ", "(" + group + ")");
      group.clear();
    }
    join(group, " OR ", any_of(forms));
  }
  if (!group.empty()) join(wanted, " AND ", "(" + group + ")");
  if (wanted.empty()) {
    return invalid(excluded.empty() ? "query: no word to search for"
                                    : "query: says only what must not occur");
  }
  parsed.expression = excluded.empty() ? wanted : "(" + wanted + ") NOT (" + excluded + ")";
  return parsed;
}

}  // namespace khabar
