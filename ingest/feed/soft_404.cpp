#include "ingest/feed/soft_404.h"

#include <algorithm>
#include <array>
#include <optional>

#include "core/text/ascii.h"
#include "core/text/charset.h"
#include "core/text/fold.h"
#include "core/text/url.h"
#include "core/text/utf8.h"
#include "ingest/feed/entry_text.h"

namespace khabar {
namespace {

// A page with more text than this is not a notice, whatever its title says.
constexpr std::size_t kNoticeCharactersMax = 3000;
// Where a title stands when a page has one; heads with inlined styles run long.
constexpr std::size_t kHeadBytes = std::size_t{128} << 10;

struct Phrase {
  std::string_view folded;
  PageVerdict verdict;
};

// What the titles of such pages say, folded: a part of the title and all of it.
constexpr std::array<Phrase, 77> kPhrases{{
    {"404", PageVerdict::soft_404},
    {"error 404", PageVerdict::soft_404},
    {"http 404", PageVerdict::soft_404},
    {"page not found", PageVerdict::soft_404},
    {"not found", PageVerdict::soft_404},
    {"page cannot be found", PageVerdict::soft_404},
    {"article not found", PageVerdict::soft_404},
    {"nothing found", PageVerdict::soft_404},
    {"page unavailable", PageVerdict::soft_404},
    {"page does not exist", PageVerdict::soft_404},
    {"page not available", PageVerdict::soft_404},
    {"content not found", PageVerdict::soft_404},
    {"story not found", PageVerdict::soft_404},
    {"that page can't be found", PageVerdict::soft_404},
    {"that page can t be found", PageVerdict::soft_404},
    {"page not found at this address", PageVerdict::soft_404},
    {"oops", PageVerdict::soft_404},
    {"الصفحه غير موجوده", PageVerdict::soft_404},
    {"الصفحه غير متوفره", PageVerdict::soft_404},
    {"الصفحه المطلوبه غير موجوده", PageVerdict::soft_404},
    {"الصفحه التي تبحث عنها غير موجوده", PageVerdict::soft_404},
    {"صفحه غير موجوده", PageVerdict::soft_404},
    {"لم يتم العثور علي الصفحه", PageVerdict::soft_404},
    {"لم يتم العثور علي المحتوي", PageVerdict::soft_404},
    {"لم يتم العثور علي الصفحه المطلوبه", PageVerdict::soft_404},
    {"تعذر العثور علي الصفحه", PageVerdict::soft_404},
    {"لا يمكن العثور علي الصفحه", PageVerdict::soft_404},
    {"المحتوي غير موجود", PageVerdict::soft_404},
    {"الخبر غير موجود", PageVerdict::soft_404},
    {"خطا 404", PageVerdict::soft_404},
    {"المحتوي غير متاح", PageVerdict::soft_404},
    {"الصفحه غير متاحه", PageVerdict::soft_404},
    {"صفحه يافت نشد", PageVerdict::soft_404},
    {"صفحه مورد نظر يافت نشد", PageVerdict::soft_404},
    {"صفحہ نہیں ملا", PageVerdict::soft_404},
    {"page introuvable", PageVerdict::soft_404},
    {"page non trouvee", PageVerdict::soft_404},
    {"erreur 404", PageVerdict::soft_404},
    {"pagina no encontrada", PageVerdict::soft_404},
    {"pagina nao encontrada", PageVerdict::soft_404},
    {"pagina non trovata", PageVerdict::soft_404},
    {"errore 404", PageVerdict::soft_404},
    {"seite nicht gefunden", PageVerdict::soft_404},
    {"fehler 404", PageVerdict::soft_404},
    {"pagina niet gevonden", PageVerdict::soft_404},
    {"sidan hittades inte", PageVerdict::soft_404},
    {"siden blev ikke fundet", PageVerdict::soft_404},
    {"strona nie znaleziona", PageVerdict::soft_404},
    {"nie znaleziono strony", PageVerdict::soft_404},
    {"stranka nenalezena", PageVerdict::soft_404},
    {"страница не наидена", PageVerdict::soft_404},
    {"ошибка 404", PageVerdict::soft_404},
    {"сторинку не знаидено", PageVerdict::soft_404},
    {"sayfa bulunamadi", PageVerdict::soft_404},
    {"halaman tidak ditemukan", PageVerdict::soft_404},
    {"khong tim thay trang", PageVerdict::soft_404},
    {"הדף לא נמצא", PageVerdict::soft_404},
    {"העמוד לא נמצא", PageVerdict::soft_404},
    {"पृष्ठ नहीं मिला", PageVerdict::soft_404},
    {"页面不存在", PageVerdict::soft_404},
    {"找不到页面", PageVerdict::soft_404},
    {"找不到網頁", PageVerdict::soft_404},
    {"ページが見つかりません", PageVerdict::soft_404},
    {"페이지를 찾을 수 없습니다", PageVerdict::soft_404},
    {"just a moment", PageVerdict::bot_wall},
    {"attention required", PageVerdict::bot_wall},
    {"access denied", PageVerdict::bot_wall},
    {"access to this page has been denied", PageVerdict::bot_wall},
    {"are you a robot", PageVerdict::bot_wall},
    {"are you a human", PageVerdict::bot_wall},
    {"checking your browser", PageVerdict::bot_wall},
    {"ddos guard", PageVerdict::bot_wall},
    {"security check", PageVerdict::bot_wall},
    {"bot verification", PageVerdict::bot_wall},
    {"before you continue", PageVerdict::consent_wall},
    {"cookie consent", PageVerdict::consent_wall},
    {"your privacy choices", PageVerdict::consent_wall},
}};

bool has_word(std::string_view text, std::string_view word) {
  const auto letter = [](char c) { return is_ascii_lower(c) || is_ascii_digit(c); };
  for (std::size_t at = text.find(word); at != std::string_view::npos;
       at = text.find(word, at + 1)) {
    const std::size_t end = at + word.size();
    if ((at == 0 || !letter(text[at - 1])) && (end == text.size() || !letter(text[end])))
      return true;
  }
  return false;
}

bool has_any_word(std::string_view text, std::initializer_list<std::string_view> words) {
  return std::ranges::any_of(words, [&](std::string_view word) { return has_word(text, word); });
}

// "/", "/index.html", "/ar", "/en-us/", "/home": where a site begins.
bool is_front_page(const Url& url) {
  if (url.query && !url.query->empty()) return false;
  std::string_view path = url.path;
  while (path.starts_with('/')) path.remove_prefix(1);
  while (path.ends_with('/')) path.remove_suffix(1);
  if (path.empty() || path == "home" || path == "default.aspx") return true;
  if (path.starts_with("index.") || path.find('/') != std::string_view::npos) {
    return path.starts_with("index.") && path.find('/') == std::string_view::npos;
  }
  const std::string_view language = path.substr(0, path.find('-'));
  return language.size() == 2 && path.size() <= 5;
}

// Where the redirects led: to a gate, or home.
std::optional<PageJudgement> judge_way(std::string_view asked_text, std::string_view url_text) {
  const auto asked = parse_url(asked_text);
  const auto url = parse_url(url_text);
  if (!asked || !url || asked->href() == url->href()) return std::nullopt;
  const std::string host = lower_ascii(url->host.value_or(""));
  const std::string first = host.substr(0, host.find('.'));
  const std::string path = lower_ascii(url->path), asked_path = lower_ascii(asked->path);
  const auto leads_to = [&](std::initializer_list<std::string_view> words) {
    return has_any_word(path, words) && !has_any_word(asked_path, words);
  };
  const std::string where = "redirected to " + std::string(url_text);
  const bool other_host = host != lower_ascii(asked->host.value_or(""));
  if (other_host && has_any_word(first, {"consent", "cmp", "myprivacy", "privacy", "cookies"})) {
    return PageJudgement{PageVerdict::consent_wall, where};
  }
  if (leads_to({"consent", "collectconsent", "privacy-gate", "cookiewall", "cookie-wall",
                "privacywall"})) {
    return PageJudgement{PageVerdict::consent_wall, where};
  }
  if (leads_to({"login", "signin", "sign-in", "log-in", "paywall", "anmelden", "connexion"}) ||
      (other_host && has_any_word(first, {"login", "auth", "sso", "accounts", "account", "id"}))) {
    return PageJudgement{PageVerdict::login_wall, where};
  }
  if (leads_to({"404", "not-found", "notfound", "page-not-found", "error", "errors"}) ||
      (is_front_page(*url) && !is_front_page(*asked))) {
    return PageJudgement{PageVerdict::soft_404, where};
  }
  return std::nullopt;
}

std::string title_of(std::string_view html, std::string_view content_type) {
  const std::string head = lower_ascii(html.substr(0, kHeadBytes));
  std::size_t open = head.find("<title");
  if (open != std::string::npos) open = head.find('>', open);
  if (open == std::string::npos) return {};
  const std::size_t close = head.find("</title", ++open);
  if (close == std::string::npos || close - open > 2000) return {};
  const std::string_view raw = html.substr(open, close - open);
  if (is_valid_utf8(raw)) return plain_text(raw);
  const ContentType type = parse_content_type(content_type);
  const std::string label =
      type.charset.empty() ? std::string(prescan_charset(html)) : type.charset;
  CharsetHints hints;
  hints.http_charset = label;
  hints.allow_meta_prescan = false;
  CharsetDecoder decoder;
  return plain_text(decoder.decode_to_utf8(raw, hints).text());
}

// Words that stand around the notice and say nothing.
constexpr std::array<std::string_view, 14> kFillers{"error", "erreur", "page", "the",   "this",
                                                    "sorry", "we",     "are",  "عفوا",  "عذرا",
                                                    "خطا",   "http",   "code", "status"};

// The longest of `known` that `text` begins with, whole words only.
template <class Known, class TextOf>
const typename Known::value_type* leading(std::string_view text, const Known& known,
                                          TextOf text_of) {
  const typename Known::value_type* best = nullptr;
  for (const auto& one : known) {
    const std::string_view words = text_of(one);
    const bool fits =
        text.starts_with(words) && (text.size() == words.size() || text[words.size()] == ' ');
    if (fits && (best == nullptr || words.size() > text_of(*best).size())) best = &one;
  }
  return best;
}

// Is this nothing but a notice: "404 not found", "sorry, page not found"? "404 families" is not.
const Phrase* notice_of(std::string_view folded_part) {
  const Phrase* notice = nullptr;
  while (!folded_part.empty()) {
    std::size_t size = 0;
    if (const Phrase* phrase =
            leading(folded_part, kPhrases, [](const Phrase& p) { return p.folded; })) {
      size = phrase->folded.size();
      if (notice == nullptr) notice = phrase;
    } else if (const auto* filler =
                   leading(folded_part, kFillers, [](std::string_view f) { return f; })) {
      size = filler->size();
    } else {
      return nullptr;
    }
    folded_part.remove_prefix(std::min(size + 1, folded_part.size()));
  }
  return notice;
}

// "Page not found | The Daily", "The Daily - 404": one of the parts that bars, dashes and stops
// make is a notice.
const Phrase* notice_in(std::string_view title) {
  const std::string key = folded(title, FoldMarks::keep);
  std::size_t begin = 0;
  while (begin <= key.size()) {
    std::size_t end = key.find_first_of("|:!?.,<>*", begin);
    end = std::min({end, key.find(" - ", begin), key.size()});
    const std::string part = folded(std::string_view(key).substr(begin, end - begin));
    if (const Phrase* notice = notice_of(part)) return notice;
    begin = end + 1;
  }
  return nullptr;
}

}  // namespace

const char* page_verdict_name(PageVerdict verdict) {
  switch (verdict) {
    case PageVerdict::article:
      return "article";
    case PageVerdict::soft_404:
      return "soft_404";
    case PageVerdict::consent_wall:
      return "consent_wall";
    case PageVerdict::login_wall:
      return "login_wall";
    case PageVerdict::bot_wall:
      return "bot_wall";
  }
  return "article";
}

PageJudgement judge_page(std::string_view asked, std::string_view url, std::string_view html,
                         std::string_view content_type) {
  if (auto way = judge_way(asked, url)) return *std::move(way);
  const std::string title = title_of(html, content_type);
  const Phrase* const notice = notice_in(title);
  if (notice == nullptr) return {};
  // Measured only where the title is suspicious: the whole page is read for it.
  const std::string text = plain_text(html);
  const std::size_t characters = is_valid_utf8(text) ? count_code_points(text) : text.size();
  if (characters > kNoticeCharactersMax) return {};
  return {notice->verdict, "titled \"" + title.substr(0, 120) + "\" over " +
                               std::to_string(characters) + " characters"};
}

}  // namespace khabar
