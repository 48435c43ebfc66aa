#include "core/web/address_shape.h"

#include <algorithm>
#include <array>

#include "core/text/ascii.h"
#include "core/text/url_host.h"
#include "core/text/utf8.h"

namespace khabar {
namespace {

constexpr std::size_t kSegmentsMax = 16;

bool is_letter_byte(char c) {
  return is_ascii_letter(c) || static_cast<unsigned char>(c) >= 0x80;
}

std::string plain_segment(std::string_view written) {
  return lower_ascii(percent_decode(written));
}

template <std::size_t N>
bool is_one_of(std::string_view word, const std::array<std::string_view, N>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// Of lists, people and service pages, in the languages that sites name them in.
bool is_listing_word(std::string_view word) {
  constexpr std::array<std::string_view, 78> kWords = {"tag",
                                                       "tags",
                                                       "topic",
                                                       "topics",
                                                       "category",
                                                       "categories",
                                                       "section",
                                                       "sections",
                                                       "cat",
                                                       "author",
                                                       "authors",
                                                       "writer",
                                                       "writers",
                                                       "user",
                                                       "users",
                                                       "profile",
                                                       "page",
                                                       "search",
                                                       "login",
                                                       "signin",
                                                       "register",
                                                       "account",
                                                       "about",
                                                       "about-us",
                                                       "aboutus",
                                                       "contact",
                                                       "contact-us",
                                                       "contactus",
                                                       "privacy",
                                                       "privacy-policy",
                                                       "terms",
                                                       "terms-of-use",
                                                       "cookies",
                                                       "cookie-policy",
                                                       "advertise",
                                                       "advertising",
                                                       "subscribe",
                                                       "subscription",
                                                       "newsletter",
                                                       "newsletters",
                                                       "rss",
                                                       "feed",
                                                       "feeds",
                                                       "sitemap",
                                                       "archive",
                                                       "archives",
                                                       "jobs",
                                                       "careers",
                                                       "help",
                                                       "faq",
                                                       "shop",
                                                       "store",
                                                       "share",
                                                       "print",
                                                       "wp-login.php",
                                                       "wp-admin",
                                                       "apps",
                                                       "وسم",
                                                       "وسوم",
                                                       "تصنيف",
                                                       "قسم",
                                                       "أقسام",
                                                       "كاتب",
                                                       "كتاب",
                                                       "الكاتب",
                                                       "بحث",
                                                       "من-نحن",
                                                       "اتصل-بنا",
                                                       "سياسة-الخصوصية",
                                                       "شروط-الاستخدام",
                                                       "أرشيف",
                                                       "autor",
                                                       "autoren",
                                                       "etiqueta",
                                                       "mot-cle"};
  return is_one_of(word, kWords);
}

bool is_article_word(std::string_view word) {
  constexpr std::array<std::string_view, 27> kWords = {
      "article",  "articles",  "news",       "story",  "stories", "post",    "posts",
      "blog",     "report",    "details",    "detail", "read",    "خبر",     "أخبار",
      "اخبار",    "مقال",      "مقالات",     "تقرير",  "قصة",     "artikel", "noticia",
      "noticias", "actualite", "actualites", "haber",  "novosti", "a"};
  return is_one_of(word, kWords);
}

struct Segment {
  int digits_most = 0;  // longest run
  int digits = 0, letters = 0, words = 0;
};

Segment measure(std::string_view text) {
  Segment out;
  int run = 0;
  bool in_word = false;
  for (const char c : text) {
    run = is_ascii_digit(c) ? run + 1 : 0;
    out.digits += is_ascii_digit(c) ? 1 : 0;
    out.digits_most = std::max(out.digits_most, run);
    const bool letter = is_letter_byte(c);
    out.letters += letter && (static_cast<unsigned char>(c) & 0xC0) != 0x80 ? 1 : 0;
    out.words += letter && !in_word ? 1 : 0;
    in_word = letter || (in_word && (is_ascii_digit(c) || c == '\''));
  }
  return out;
}

int number_of(std::string_view digits) {
  int value = 0;
  for (const char c : digits) {
    if (!is_ascii_digit(c) || value > 100'000'000) return -1;
    value = value * 10 + (c - '0');
  }
  return digits.empty() ? -1 : value;
}

bool is_year(std::string_view text) {
  return text.size() == 4 && number_of(text) >= 1990 && number_of(text) <= 2099;
}

bool is_short_number(std::string_view text) {
  return text.size() <= 2 && number_of(text) >= 1 && number_of(text) <= 31;
}

// "2026-11-23", "20261123" and "2026_11" somewhere in it; `length` of what was matched at `i`.
std::size_t date_length(std::string_view text, std::size_t i) {
  if (i > 0 && is_ascii_digit(text[i - 1])) return 0;
  if (!is_year(text.substr(i, 4))) return 0;
  std::size_t run = i;
  while (run < text.size() && is_ascii_digit(text[run])) ++run;
  if (run - i == 8) {
    const int month = number_of(text.substr(i + 4, 2)), day = number_of(text.substr(i + 6, 2));
    return month >= 1 && month <= 12 && day >= 1 && day <= 31 ? 8 : 0;
  }
  if (run - i != 4 || run + 2 >= text.size()) return 0;
  if (text[run] != '-' && text[run] != '_') return 0;
  const int month = number_of(text.substr(run + 1, 2));
  if (month < 1 || month > 12) return 0;
  const bool has_day = run + 5 < text.size() && text[run + 3] == text[run] &&
                       number_of(text.substr(run + 4, 2)) >= 1;
  return has_day ? 10 : run + 3 == text.size() ? 7 : 0;
}

// Takes the dates out of a segment, so that their digits are no id.
bool take_dates(std::string& segment) {
  for (std::size_t i = 0; i + 7 <= segment.size(); ++i) {
    if (const std::size_t length = date_length(segment, i); length > 0) {
      segment.replace(i, length, "-");
      return true;
    }
  }
  return false;
}

// Letters and digits mixed without a blank: keys of databases, not words.
bool is_token(std::string_view text, const Segment& it) {
  return text.size() >= 8 && it.digits >= 2 && it.letters >= 2 &&
         text.find_first_of("-_+ .") == std::string_view::npos;
}

// A suffix of pages: "html" of "a.html".
std::string take_suffix(std::string& segment) {
  const std::size_t dot = segment.rfind('.');
  if (dot == std::string::npos || dot == 0 || segment.size() - dot > 6) return {};
  const std::string suffix = segment.substr(dot + 1);
  if (!std::all_of(suffix.begin(), suffix.end(), is_ascii_lower)) {
    return {};
  }
  segment.resize(dot);
  return suffix;
}

class ShapeReader {
 public:
  AddressShape read(const Url& url) {
    std::string_view path = url.path;
    std::size_t segments = 0;
    int plain_words = 0;
    std::string suffix;
    while (!path.empty() && segments < kSegmentsMax) {
      const std::size_t end = std::min(path.find('/'), path.size());
      std::string segment = plain_segment(path.substr(0, end));
      path.remove_prefix(std::min(end + 1, path.size()));
      if (segment.empty()) continue;
      ++segments;
      if (path.empty()) suffix = take_suffix(segment);
      const char kind = kind_of(segment);
      plain_words += kind == 'W' || kind == 'X' ? 1 : 0;
      out_.pattern += kind;
      last_ = segment;
    }
    if (!suffix.empty()) out_.pattern += '.' + suffix;
    read_query(url.query.value_or(""));
    const bool is_index = last_ == "index" || last_ == "default" || last_ == "home";
    out_.is_front =
        !out_.has_parameter_id &&
        (segments == 0 || (segments == 1 && plain_words == 1 && !out_.has_date) || is_index);
    return std::move(out_);
  }

 private:
  char kind_of(std::string& segment) {
    if (is_listing_word(segment)) {
      out_.is_listing = true;
      return 'X';
    }
    out_.names_articles |= is_article_word(segment);
    if (is_date_part(segment)) return 'D';
    const bool dated = take_dates(segment);
    out_.has_date |= dated;
    const Segment it = measure(segment);
    out_.id_digits = std::max(out_.id_digits, it.digits_most);
    if (it.letters == 0) return dated ? 'D' : 'N';
    if (is_token(segment, it)) {
      out_.has_token = true;
      return 'S';
    }
    out_.slug_words = std::max(out_.slug_words, it.words);
    return it.words >= 3 || it.digits_most >= 4 ? 'S' : 'W';
  }

  // /2026/11/23/: a year, then what may be its month and day.
  bool is_date_part(std::string_view segment) {
    if (is_year(segment)) {
      date_parts_ = 1;
      return true;
    }
    if (date_parts_ == 0 || date_parts_ > 2 || !is_short_number(segment)) {
      date_parts_ = 0;
      return false;
    }
    ++date_parts_;
    out_.has_date = true;
    return true;
  }

  // "?p=123", "?id=77": where the address of many an Arabic paper keeps its article.
  void read_query(std::string_view query) {
    for (int i = 0; i < 8 && !query.empty(); ++i) {
      const std::size_t end = std::min(query.find('&'), query.size());
      const std::string_view pair = query.substr(0, end);
      const std::size_t equals = std::min(pair.find('='), pair.size());
      const std::string_view value = pair.substr(std::min(equals + 1, pair.size()));
      out_.pattern += '?';
      out_.pattern += pair.substr(0, std::min<std::size_t>(equals, 24));
      if (const Segment it = measure(value); it.letters == 0 && it.digits >= 3) {
        out_.id_digits = std::max(out_.id_digits, it.digits_most);
        out_.has_parameter_id = true;
      }
      query.remove_prefix(std::min(end + 1, query.size()));
    }
  }

  AddressShape out_;
  std::string last_;
  int date_parts_ = 0;
};

}  // namespace

AddressShape address_shape(const Url& url) {
  return ShapeReader().read(url);
}

double AddressShape::article_likeness() const {
  if (is_front) return 0;
  double likeness = 0.1;
  if (has_date) likeness += 0.5;
  likeness += id_digits >= 5 ? 0.4 : id_digits >= 3 ? 0.25 : 0;
  likeness += slug_words >= 5 ? 0.55 : slug_words == 4 ? 0.45 : slug_words == 3 ? 0.3 : 0;
  if (has_token) likeness += 0.45;
  if (names_articles) likeness += 0.1;
  if (is_listing) likeness -= 0.6;
  return std::clamp(likeness, 0.0, 1.0);
}

}  // namespace khabar
