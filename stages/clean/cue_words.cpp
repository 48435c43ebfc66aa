#include "stages/clean/cue_words.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "stages/clean/word_hashes.h"

namespace khabar {
namespace {

struct CueWords {
  Cue cue;
  std::string_view words;  // lower case in ASCII; other scripts as most often written
};

constexpr CueWords kCueWords[] = {
    {Cue::related,
     "read more also related recommended see watch next previous latest trending popular top "
     "stories topics tags categories filed continue reading click here view all lire aussi "
     "suite leer lea más también noticias relacionadas leia mais também saiba veja lesen mehr "
     "auch weiterlesen thema themen leggi anche altri articoli lees ook meer läs mer även czytaj "
     "także więcej číst více přečtěte čtěte читайте также ещё подробнее материалы теме новости "
     "читайте також більше okuyun devamı ilgili haberler haber baca juga artikel terkait xem thêm "
     "đọc اقرأ أيضا أيضاً ايضا المزيد إقرأ شاهد مواضيع ذات صلة متعلقة التالي السابق بیشتر بخوانید "
     "مطالب مرتبط مزید پڑھیں עוד קרא קראו पढ़ें और भी διαβάστε επίσης περισσότερα 関連 記事 関連記事 "
     "あわせて読みたい 相关阅读 相关新闻 延伸阅读 推荐阅读 相關新聞 相關報導 延伸閱讀 관련기사 "
     "관련뉴스"},
    {Cue::share,
     "share tweet follow us facebook twitter instagram whatsapp telegram linkedin pinterest "
     "youtube reddit tiktok email print copy link bookmark partager suivez síguenos seguir "
     "compartir compartilhe compartilhar siga teilen folgen drucken condividi seguici delen volg "
     "dela följ udostępnij sdílet поделиться подписывайтесь телеграм поділитися paylaş takip "
     "bagikan ikuti شارك مشاركة تابعونا تابعنا فيسبوك تويتر واتساب تلغرام تيليغرام طباعة انسخ "
     "الرابط قناتنا اشتراک שתפו कमेंट शेयर κοινοποίηση シェア"},
    {Cue::newsletter,
     "newsletter newsletters subscribe subscribed subscriber subscribers subscription sign signup "
     "inbox register login account donate support membership abonnez abonnieren abonnement "
     "suscríbete suscribirse boletín assine inscreva iscriviti aanmelden nieuwsbrief prenumerera "
     "подпишитесь подписка abone bülten اشترك النشرة البريدية بريدك الإلكتروني خبرنامه"},
    {Cue::rights,
     "copyright rights reserved © terms privacy policy disclaimer reproduced republished "
     "permission droits réservés derechos reservados direitos reservados rechte vorbehalten "
     "diritti riservati права защищены hakları saklıdır الحقوق محفوظة جميع حقوق"},
    {Cue::picture,
     "photo photos photograph image images picture pictured credit credits courtesy getty "
     "afp ap reuters shutterstock istock unsplash pexels flickr video gallery caption crédit "
     "crédits imagen foto fotos bild bilder imago dpa immagine fotoğraf görsel фото видео "
     "fotografia zdroj صورة صور الصورة الصور تصوير فيديو عکس תמונה צילום फोटो 写真"},
    {Cue::comment,
     "comment comments reply replies respond discussion conversation leave logged commented "
     "commentaire commentaires comentario comentarios comentários kommentar kommentare "
     "commenti reacties komentarze komentáře комментарии комментарий коментарі yorum yorumlar "
     "komentar تعليق تعليقات التعليقات التعليق اترك تعليقك نظرات دیدگاه נגובות תגובות コメント"},
    {Cue::author,
     "by author editor editors edited writer writers written reporter reporting reported "
     "correspondent journalist contributor contributed columnist staff biography bio contact "
     "posted par auteur auteure journaliste rédaction por autor autora redacción redação "
     "periodista von redaktion redakteur journalistin autore redazione door redactie autorka "
     "redakce автор редактор корреспондент журналист yazar editör muhabir penulis بقلم كتب "
     "كتبت الكاتب المحرر تحرير إعداد مراسل صحفي صحافي نویسنده کاتب"},
    {Cue::advert,
     "advertisement advertisements advertising sponsored sponsor promoted promotion affiliate "
     "commission purchase buy shop deal deals price discount offer coupon amazon publicité "
     "publicidad publicidade anzeige werbung pubblicità advertentie annons reklama реклама "
     "reklam iklan إعلان اعلان إعلانات الإعلان آگهی פרסומת"},
    {Cue::date,
     "published updated posted modified ago min minutes hours hour days date time am pm est gmt "
     "utc january february march april june july august september october november december jan "
     "feb mar apr jun jul aug sep sept oct nov dec publié mis jour publicado actualizado "
     "atualizado veröffentlicht aktualisiert pubblicato aggiornato опубликовано обновлено "
     "güncelleme yayınlanma diterbitkan نشر نُشر تحديث آخر التحديث دقيقة ساعة منذ تاريخ النشر "
     "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر"},
    {Cue::menu,
     "home menu search login log skip navigation content main about contact cookies cookie "
     "accept close toggle open accueil recherche inicio buscar menú suche startseite cerca zoeken "
     "поиск главная ara anasayfa beranda الرئيسية القائمة بحث ابحث اتصل حول من نحن جستجو"},
    {Cue::consent,
     "cookie cookies consent consents gdpr ccpa optout personalise personalised personalized "
     "profiling tracking trackers vendors advertisers datenschutz einwilligung zustimmung "
     "einwilligen zustimmen zwecke verarbeitung consentement témoins traceurs consentimiento "
     "consentimento consenso toestemming samtycke samtykke zgoda zgody súhlas souhlas ciasteczka "
     "куки файлы согласие çerez çerezler çerezleri kişisel kuki evästeet cookiemelding الارتباط "
     "كوكيز الخصوصية موافقتك کوکی עוגיות クッキー 쿠키"},
};

constexpr std::size_t kSlots = 2048;  // a power of two, four times the words
constexpr std::size_t kWordsMax = 24;

// Nearly all words are no cues: few bits, which stay in the first cache, tell so.
constexpr std::size_t kHints = 1 << 14;

struct CueTable {
  std::array<std::uint64_t, kHints / 64> hints{};
  std::array<std::uint64_t, kSlots> keys{};
  std::array<std::uint16_t, kSlots> cues{};
};

constexpr std::size_t slot_of(std::uint64_t hash) {
  return (hash ^ hash >> 32) & (kSlots - 1);
}

constexpr std::size_t hint_of(std::uint64_t hash) {
  return hash >> 40 & (kHints - 1);
}

CueTable make_table() {
  CueTable table;
  for (const CueWords& group : kCueWords) {
    const std::string_view words = group.words;
    for (std::size_t begin = 0; begin < words.size(); ++begin) {
      const std::size_t end = end_of_word(words, begin);
      if (end == begin) continue;
      const std::uint64_t hash = hash_of_folded_word(words, begin, end);
      table.hints[hint_of(hash) / 64] |= std::uint64_t{1} << hint_of(hash) % 64;
      std::size_t at = slot_of(hash);
      while (table.keys[at] != 0 && table.keys[at] != hash) at = (at + 1) & (kSlots - 1);
      table.keys[at] = hash;
      table.cues[at] =
          static_cast<std::uint16_t>(table.cues[at] | 1u << static_cast<unsigned>(group.cue));
      begin = end;
    }
  }
  return table;
}

}  // namespace

Cues cues_of(std::string_view text) {
  WordHashes hashes;
  return cues_of(hashes.first_words(text, kWordsMax));
}

Cues cues_of(std::span<const std::uint64_t> words) {
  static const CueTable kTable = make_table();
  Cues cues = 0;
  for (const std::uint64_t hash : words.first(std::min(words.size(), kWordsMax))) {
    if ((kTable.hints[hint_of(hash) / 64] >> hint_of(hash) % 64 & 1) == 0) continue;
    std::size_t at = slot_of(hash);
    while (kTable.keys[at] != 0 && kTable.keys[at] != hash) at = (at + 1) & (kSlots - 1);
    if (kTable.keys[at] == hash) cues |= kTable.cues[at];
  }
  return cues;
}

}  // namespace khabar
