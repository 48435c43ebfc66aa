#include "stages/clean/class_words.h"

#include <algorithm>
#include <array>
#include <bit>

namespace khabar {
namespace {

struct Word {
  std::string_view text;
  ClassGroup group;
  bool prefix;  // "comment" also opens "commentlist"; else the whole word must match
};

using enum ClassGroup;

// Lower case. Whole words where the prefix would mean something else ("ad" in "address").
// clang-format off
constexpr Word kWords[] = {
    {"content", content, true}, {"contenu", content, true}, {"contenido", content, true},
    {"conteudo", content, true}, {"contenuto", content, true}, {"inhalt", content, true},
    {"entry", content, true}, {"text", content, false}, {"texte", content, true},
    {"texto", content, true}, {"testo", content, true}, {"body", content, true},
    {"richtext", content, true}, {"bodytext", content, true}, {"prose", content, true},
    {"cuerpo", content, true}, {"corpo", content, true}, {"corps", content, false},
    {"paragraph", content, true}, {"details", content, false}, {"detail", content, false},
    {"icerik", content, true}, {"metin", content, true}, {"matn", content, true},
    {"wysiwyg", content, true}, {"markdown", content, true}, {"copy", content, false},
    {"tresc", content, true}, {"konten", content, true}, {"description", content, true},

    {"article", article, true}, {"artikel", article, true}, {"articulo", article, true},
    {"articolo", article, true}, {"artigo", article, true}, {"artykul", article, true},
    {"post", article, false}, {"posts", listing, false}, {"postbody", content, true},
    {"story", article, true}, {"blog", article, false}, {"news", article, false},
    {"noticia", article, true}, {"nota", article, false}, {"haber", article, true},
    {"makale", article, true}, {"beitrag", article, true}, {"statya", article, true},
    {"khabar", article, true}, {"main", article, false}, {"primary", article, false},
    {"single", article, false}, {"hentry", article, false}, {"page", article, false},

    {"title", title, true}, {"headline", title, true}, {"titre", title, true},
    {"titulo", title, true}, {"titolo", title, true}, {"heading", title, true},
    {"baslik", title, true}, {"onvan", title, true}, {"uberschrift", title, true},

    {"lead", lede, false}, {"lede", lede, true}, {"intro", lede, true},
    {"summary", lede, true}, {"standfirst", lede, true}, {"subtitle", lede, true},
    {"subheadline", lede, true}, {"chapo", lede, true}, {"dek", lede, false},
    {"teasertext", lede, true}, {"excerpt", lede, true}, {"abstract", lede, true},
    {"spot", lede, false}, {"vorspann", lede, true}, {"entradilla", lede, true},
    {"bajada", lede, true}, {"kicker", lede, true}, {"deck", lede, false},

    {"comment", comment, true}, {"kommentar", comment, true}, {"comentario", comment, true},
    {"commentaire", comment, true}, {"yorum", comment, true}, {"disqus", comment, true},
    {"reply", comment, true}, {"respond", comment, true}, {"discussion", comment, true},
    {"livefyre", comment, true}, {"forum", comment, false}, {"reaction", comment, true},
    {"nazar", comment, true}, {"coral", comment, false}, {"review", comment, false},

    {"related", related, true}, {"relacionad", related, true}, {"recommend", related, true},
    {"empfohlen", related, true}, {"recirc", related, true}, {"readmore", related, true},
    {"more", related, false}, {"morefrom", related, true}, {"teaser", related, false},
    {"teasers", related, false}, {"popular", related, true}, {"trending", related, true},
    {"latest", related, true}, {"mostread", related, true}, {"next", related, false},
    {"prev", related, true}, {"previous", related, true}, {"suggest", related, true},
    {"similar", related, true}, {"outbrain", related, true}, {"taboola", related, true},
    {"also", related, false}, {"seealso", related, true}, {"upnext", related, true},
    {"crosslink", related, true}, {"weiterlesen", related, true}, {"ilgili", related, true},
    {"onward", related, true}, {"yarpp", related, true}, {"zergnet", related, true},
    {"moretopics", related, true}, {"jp", related, false}, {"further", related, false},

    {"share", share, true}, {"sharing", share, true}, {"social", share, true},
    {"sociable", share, true}, {"follow", share, true}, {"facebook", share, true},
    {"twitter", share, true}, {"whatsapp", share, true}, {"telegram", share, true},
    {"addthis", share, true}, {"addtoany", share, true}, {"sharedaddy", share, true},
    {"teilen", share, true}, {"partage", share, true}, {"compartir", share, true},
    {"paylas", share, true}, {"likes", share, false}, {"like", share, false},

    {"author", author, true}, {"autor", author, true}, {"auteur", author, true},
    {"byline", author, true}, {"bio", author, false}, {"biography", author, true},
    {"profile", author, true}, {"avatar", author, true}, {"contributor", author, true},
    {"writer", author, true}, {"yazar", author, true}, {"vcard", author, true},
    {"reporter", author, true}, {"person", author, false}, {"about", author, false},

    {"nav", navigation, false}, {"navi", navigation, false}, {"navbar", navigation, true},
    {"navigation", navigation, true}, {"menu", navigation, true}, {"breadcrumb", navigation, true},
    {"pagination", navigation, true}, {"pager", navigation, true}, {"topbar", navigation, true},
    {"toolbar", navigation, true}, {"toc", navigation, false}, {"tabs", navigation, false},
    {"skip", navigation, false}, {"jump", navigation, false}, {"sitemap", navigation, true},
    {"dropdown", navigation, true}, {"search", navigation, true}, {"drawer", navigation, true},

    {"ad", advert, false}, {"ads", advert, false}, {"adv", advert, false},
    {"advert", advert, true}, {"adsense", advert, true}, {"adbox", advert, true},
    {"promo", advert, true}, {"sponsor", advert, true}, {"banner", advert, true},
    {"affiliate", advert, true}, {"shop", advert, true}, {"product", advert, true},
    {"cta", advert, false}, {"donate", advert, true}, {"donation", advert, true},
    {"reklam", advert, true}, {"werbung", advert, true}, {"anzeige", advert, true},
    {"publicidad", advert, true}, {"publicite", advert, true}, {"dfp", advert, false},
    {"gpt", advert, false}, {"commerce", advert, true}, {"deal", advert, true},
    {"price", advert, true}, {"buy", advert, false}, {"button", advert, true},
    {"btn", advert, true}, {"disclosure", advert, true},

    {"caption", caption, true}, {"credit", caption, true}, {"photo", caption, true},
    {"image", caption, true}, {"img", caption, false}, {"gallery", caption, true},
    {"galerie", caption, true}, {"video", caption, true}, {"player", caption, true},
    {"media", caption, true}, {"figure", caption, true}, {"slideshow", caption, true},
    {"carousel", related, true}, {"slider", related, true}, {"swiper", related, true},
    {"bildunterschrift", caption, true}, {"legende", caption, true}, {"copyright", footer, true},
    {"picture", caption, true}, {"thumbnail", listing, true}, {"audio", caption, true},

    {"meta", meta, true}, {"tag", meta, false}, {"tags", meta, false}, {"taglist", meta, true},
    {"category", meta, true}, {"categories", meta, true}, {"label", meta, true},
    {"info", meta, false}, {"topic", meta, true}, {"keyword", meta, true},
    {"etiket", meta, true}, {"schlagwort", meta, true}, {"section", meta, false},
    {"rubric", meta, true}, {"eyebrow", meta, true}, {"source", meta, true},

    {"newsletter", newsletter, true}, {"subscribe", newsletter, true},
    {"subscription", newsletter, true}, {"signup", newsletter, true},
    {"signin", newsletter, true}, {"login", newsletter, true}, {"register", newsletter, true},
    {"paywall", newsletter, true}, {"mailchimp", newsletter, true}, {"abonn", newsletter, true},
    {"membership", newsletter, true}, {"optin", newsletter, true}, {"form", newsletter, false},
    {"regwall", newsletter, true}, {"piano", newsletter, false}, {"email", newsletter, true},

    {"date", date, true}, {"datum", date, true}, {"time", date, false},
    {"timestamp", date, true}, {"published", date, true}, {"updated", date, true},
    {"posted", date, true}, {"fecha", date, true}, {"tarih", date, true}, {"data", date, false},

    {"sidebar", sidebar, true}, {"aside", sidebar, true}, {"rail", sidebar, true},
    {"secondary", sidebar, true}, {"tertiary", sidebar, true}, {"side", sidebar, false},
    {"rightcol", sidebar, true}, {"leftcol", sidebar, true}, {"seitenleiste", sidebar, true},

    {"footer", footer, true}, {"foot", footer, false}, {"legal", footer, true},
    {"disclaimer", footer, true}, {"contact", footer, true}, {"imprint", footer, true},
    {"impressum", footer, true}, {"colophon", footer, true}, {"bottom", footer, true},
    {"correction", footer, true}, {"footnote", footer, true}, {"terms", footer, false},

    {"modal", overlay, true}, {"popup", overlay, true}, {"popover", overlay, true},
    {"cookie", overlay, true}, {"consent", overlay, true}, {"gdpr", overlay, true},
    {"notice", overlay, true}, {"notification", overlay, true}, {"alert", overlay, true},
    {"overlay", overlay, true}, {"lightbox", overlay, true}, {"tooltip", overlay, true},
    {"offcanvas", overlay, true}, {"toast", overlay, true}, {"dialog", overlay, true},

    {"hidden", hidden, true}, {"hide", hidden, false}, {"sr", hidden, false},
    {"visually", hidden, true}, {"screenreader", hidden, true}, {"screen", hidden, false},
    {"invisible", hidden, true}, {"printonly", hidden, true}, {"noprint", hidden, true},
    {"print", hidden, false}, {"offscreen", hidden, true},

    {"quote", quote, true}, {"blockquote", quote, true}, {"pullquote", quote, true},
    {"zitat", quote, true}, {"citation", quote, true}, {"tweet", quote, true},

    {"widget", widget, true}, {"module", widget, true}, {"box", widget, false},
    {"block", widget, false}, {"component", widget, true}, {"embed", widget, true},
    {"infobox", widget, true}, {"factbox", widget, true}, {"panel", widget, true},
    {"container", widget, true}, {"wrapper", widget, true}, {"callout", widget, true},

    {"list", listing, true}, {"item", listing, true}, {"card", listing, true},
    {"grid", listing, true}, {"feed", listing, true}, {"archive", listing, true},
    {"index", listing, true}, {"thumb", listing, true}, {"loop", listing, false},
    {"tile", listing, true}, {"row", listing, false}, {"results", listing, true},

    {"header", header, true}, {"head", header, false}, {"masthead", header, true},
    {"logo", header, true}, {"brand", header, true}, {"hero", header, true},
    {"top", header, false}, {"cabecera", header, true}, {"kopf", header, true},
};
// clang-format on

// The words in a table by the three letters with which they begin; 0 stands behind those of two.
// Made at compile time. Most words of classes are none of them, and most meet an empty row.
constexpr std::size_t kRows = 1024;
constexpr std::size_t row_of(std::uint64_t head) {
  constexpr std::uint32_t kFactor = 0x9E3779B1;
  return static_cast<std::uint32_t>(head & 0xFFFFFF) * kFactor >> 22;
}

// Sixteen bytes, as all of a page's stages take turns in the caches.
struct Known {
  std::uint64_t head = 0;  // its first eight bytes
  ClassGroups group = 0;
  std::uint16_t word = 0;     // of kWords
  std::uint8_t compared = 0;  // bytes of the head; of a whole word with the end behind it
  bool goes_on = false;       // past those
};

struct Vocabulary {
  std::array<std::uint16_t, kRows + 1> begin{};  // of a row's words
  std::array<Known, std::size(kWords)> words{};
};

constexpr std::uint64_t head_of(std::string_view word) {
  std::uint64_t head = 0;
  for (std::size_t i = 0; i < word.size() && i < 8; ++i) {
    head |= std::uint64_t{static_cast<unsigned char>(word[i])} << (8 * i);
  }
  return head;
}

constexpr Vocabulary vocabulary() {
  Vocabulary out;
  for (const Word& word : kWords) ++out.begin[row_of(head_of(word.text)) + 1];
  for (std::size_t row = 0; row < kRows; ++row) {
    out.begin[row + 1] = static_cast<std::uint16_t>(out.begin[row + 1] + out.begin[row]);
  }
  auto next = out.begin;
  for (std::size_t w = 0; w < std::size(kWords); ++w) {
    const Word& word = kWords[w];
    const std::uint64_t head = head_of(word.text);
    const std::size_t compared = word.text.size() + (word.prefix ? 0 : 1);
    out.words[next[row_of(head)]++] = {head, bit_of(word.group), static_cast<std::uint16_t>(w),
                                       static_cast<std::uint8_t>(compared < 8 ? compared : 8),
                                       compared > 8};
  }
  return out;
}
constexpr Vocabulary kVocabulary = vocabulary();
static_assert(std::all_of(std::begin(kWords), std::end(kWords), [](const Word& word) {
  return word.text.size() > 2 || (word.text.size() == 2 && !word.prefix);
}));

bool goes_on_as(const Word& known, const char* word, std::size_t size) {
  const std::size_t length = known.text.size();
  if (known.prefix ? size < length : size != length) return false;
  return length <= 8 || std::equal(known.text.begin() + 8, known.text.end(), word + 8);
}

}  // namespace

ClassGroups class_groups(const ClassText& text) {
  ClassGroups groups = 0;
  for (std::size_t chunk = 0; chunk < text.chunks(); ++chunk) {
    for (std::uint64_t begins = text.begins(chunk); begins != 0; begins &= begins - 1) {
      const std::size_t begin = chunk * 64 + static_cast<std::size_t>(std::countr_zero(begins));
      const char* const word = text.lower() + begin;
      const std::size_t size = text.word_size(begin);
      const std::uint64_t head = eight_bytes(word) & first_bytes_mask(size);
      const std::size_t row = row_of(head);
      for (std::size_t w = kVocabulary.begin[row]; w < kVocabulary.begin[row + 1]; ++w) {
        const Known& known = kVocabulary.words[w];
        if ((head & first_bytes_mask(known.compared)) != known.head) continue;
        if (!known.goes_on || goes_on_as(kWords[known.word], word, size)) groups |= known.group;
      }
    }
  }
  return groups;
}

ClassGroups class_groups(std::string_view value) {
  return class_groups(ClassText(value));
}

}  // namespace khabar
