#include "ingest/feed/entry_text.h"

#include <algorithm>
#include <array>

#include "core/html/entities.h"
#include "core/html/escape.h"
#include "core/text/ascii.h"
#include "core/text/fold.h"
#include "core/text/utf8.h"

namespace khabar {
namespace {

bool starts_with_tag(std::string_view html, std::string_view name) {
  return html.size() > name.size() && starts_ignoring_case(html, name) &&
         !is_ascii_letter(html[name.size()]);
}

// Behind the tag, comment or script that begins at html[0] == '<'; 1 when it is a mere '<'.
std::size_t markup_size(std::string_view html) {
  if (html.starts_with("<!--")) {
    const std::size_t end = html.find("-->", 4);
    return end == std::string_view::npos ? html.size() : end + 3;
  }
  const char next = html.size() > 1 ? html[1] : ' ';
  if (!is_ascii_letter(next) && next != '/' && next != '!' && next != '?') return 1;
  std::size_t end = html.find('>');
  if (end == std::string_view::npos) return html.size();
  for (const std::string_view raw : {"script", "style"}) {
    if (!starts_with_tag(html.substr(1), raw)) continue;
    for (std::size_t close = html.find("</", end); close != std::string_view::npos;
         close = html.find("</", close + 2)) {
      if (!starts_with_tag(html.substr(close + 2), raw)) continue;
      end = html.find('>', close);
      return end == std::string_view::npos ? html.size() : end + 1;
    }
    return html.size();
  }
  return end + 1;
}

std::string joined_blanks(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  bool blank = true;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    if (is_blank(point.value)) {
      if (!blank) out += ' ';
      blank = true;
    } else {
      out.append(text, at, point.size);
      blank = false;
    }
    at += point.size;
  }
  if (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

// What stands behind the beginning of a story that goes on elsewhere, folded.
constexpr std::array<std::string_view, 34> kGoesOnElsewhere{"read more",
                                                            "continue reading",
                                                            "read the full story",
                                                            "read full article",
                                                            "full story",
                                                            "read the rest",
                                                            "more",
                                                            "keep reading",
                                                            "the post appeared first on",
                                                            "اقرا المزيد",
                                                            "اقرا ايضا",
                                                            "المزيد",
                                                            "تابع القراءه",
                                                            "للمزيد",
                                                            "التفاصيل",
                                                            "قراءه المزيد",
                                                            "lire la suite",
                                                            "lire l article",
                                                            "en savoir plus",
                                                            "suite",
                                                            "leer mas",
                                                            "seguir leyendo",
                                                            "sigue leyendo",
                                                            "leia mais",
                                                            "continue lendo",
                                                            "weiterlesen",
                                                            "mehr lesen",
                                                            "zum artikel",
                                                            "continua a leggere",
                                                            "leggi tutto",
                                                            "devamini oku",
                                                            "читать далее",
                                                            "ادامه مطلب",
                                                            "مزيد پڑھیں"};

bool is_cut_off(std::string_view text) {
  std::size_t begin = text.size() > 160 ? text.size() - 160 : 0;
  while (begin < text.size() && (static_cast<unsigned char>(text[begin]) & 0xC0) == 0x80) ++begin;
  const std::string_view end = text.substr(begin);
  for (const std::string_view mark :
       {"...", "…", "[…]", "[...]", "(...)", "&hellip;", "»…", "…»"}) {
    if (end.ends_with(mark)) return true;
  }
  const std::string key = folded(end);
  return std::ranges::any_of(kGoesOnElsewhere, [&](std::string_view phrase) {
    return key.ends_with(phrase) &&
           (key.size() == phrase.size() || key[key.size() - phrase.size() - 1] == ' ');
  });
}

std::string paragraphs_of(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string line = joined_blanks(text.substr(0, end));
    if (!line.empty()) out += "<p>" + escaped_html(line) + "</p>\n";
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return out;
}

}  // namespace

std::string plain_text(std::string_view html) {
  std::string bare;
  bare.reserve(html.size());
  while (!html.empty()) {
    const std::size_t tag = std::min(html.find('<'), html.size());
    bare.append(html.substr(0, tag));
    html.remove_prefix(tag);
    if (html.empty()) break;
    const std::size_t size = markup_size(html);
    bare += size == 1 ? '<' : ' ';
    html.remove_prefix(size);
  }
  std::string decoded;
  decode_entities(bare, decoded);
  return joined_blanks(decoded);
}

std::string plain_text(const FeedText& text) {
  return text.type == "text/plain" ? joined_blanks(text.value) : plain_text(text.value);
}

const FeedText* longest_content(const FeedEntry& entry) {
  const FeedText* best = nullptr;
  std::size_t most = 0;
  const auto weigh = [&](const FeedText& text) {
    const std::size_t size = plain_text(text).size();
    if (size > most) {
      most = size;
      best = &text;
    }
  };
  for (const FeedText& content : entry.contents) weigh(content);
  if (best == nullptr) weigh(entry.summary);
  return best;
}

bool carries_full_text(const FeedEntry& entry) {
  const FeedText* content = longest_content(entry);
  if (content == nullptr) return false;
  const std::string text = plain_text(*content);
  return count_code_points(text) >= kFullTextCharacters && !is_cut_off(text);
}

bool carries_text(const FeedEntry& entry) {
  const FeedText* content = longest_content(entry);
  return content != nullptr && count_code_points(plain_text(*content)) >= kTextCharacters;
}

std::string entry_page(const FeedEntry& entry, std::string_view language) {
  const std::string title = escaped_html(plain_text(entry.title));
  const FeedText* content = longest_content(entry);
  std::string out = "<!doctype html>\n<html";
  if (!language.empty()) out += " lang=\"" + escaped_html(language) + "\"";
  out += "><head><meta charset=\"utf-8\"><title>" + title + "</title>\n";
  const std::string& base =
      content != nullptr && !content->base.empty() ? content->base : entry.url;
  if (!base.empty()) out += "<base href=\"" + escaped_html(base) + "\">\n";
  out += "<meta property=\"og:type\" content=\"article\">\n";
  if (!entry.images.empty()) {
    out += "<meta property=\"og:image\" content=\"" + escaped_html(entry.images[0].url) + "\">\n";
  }
  for (const std::string& tag : entry.tags) {
    out += "<meta property=\"article:tag\" content=\"" + escaped_html(tag) + "\">\n";
  }
  out += "</head><body><article>\n<h1>" + title + "</h1>\n";
  if (content != nullptr) {
    out += content->type == "text/plain" ? paragraphs_of(content->value) : content->value;
  }
  return out + "\n</article></body></html>\n";
}

}  // namespace khabar
