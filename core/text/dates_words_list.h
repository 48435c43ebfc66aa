// The hand-kept lists of dates_words.cpp. Names are as the press writes them and are folded when
// loaded, so that one spelling stands for all its hamza, ya, kaf and accent variants.
// '|' separates entries, '/' the names of one month.
#pragma once

#include <array>
#include <string_view>

#include "core/text/dates_words.h"

namespace khabar {

struct MonthNames {
  DateCalendar calendar;
  std::string_view list;
};

inline constexpr std::array kMonthNames = std::to_array<MonthNames>({
    // Egypt, Sudan, the Gulf.
    {DateCalendar::gregorian,
     "يناير/ينائر|فبراير/فبرائر/فيبراير|مارس|أبريل/إبريل|مايو|يونيو/يونيه|يوليو/يوليه|أغسطس/أغسطوس|"
     "سبتمبر/سيبتمبر|أكتوبر/اكتوبر/أوكتوبر|نوفمبر|ديسمبر"},
    // Syria, Lebanon, Iraq, Jordan, Palestine.
    {DateCalendar::gregorian,
     "كانون الثاني/كانون ثاني/كانون ثان|شباط|آذار/اذار|نيسان|أيار/آيار/مايس|حزيران|تموز|آب|أيلول|"
     "تشرين الأول/تشرين أول/تشرين اول|تشرين الثاني/تشرين ثاني/تشرين ثان|كانون الأول/كانون أول"},
    // Tunisia, Algeria.
    {DateCalendar::gregorian,
     "جانفي|فيفري/فيفيري|مارس|أفريل/افريل|ماي|جوان|جويلية/جويليا|أوت|سبتمبر|أكتوبر|نوفمبر|ديسمبر"},
    // Morocco, Mauritania.
    {DateCalendar::gregorian,
     "يناير|فبراير/فبرابر|مارس|أبريل|ماي/مايو|يونيو/يونيوز|يوليوز/يوليو|غشت/أغشت|شتنبر/شتمبر|"
     "أكتوبر|نونبر/نوفنبر|دجنبر/دجمبر"},
    // Persian and Dari, Pashto.
    {DateCalendar::gregorian,
     "ژانویه/جنوری|فوریه/فبروری|مارس/مارچ|آوریل/آپریل|مه/می/مئی|ژوئن/ژوئين/جون|"
     "ژوئیه/ژوییه/جولای|اوت/آگوست/آگست/اگست|سپتامبر/سپتمبر|اکتبر/اکتوبر|نوامبر/نومبر|دسامبر/دسمبر"},
    // Urdu.
    {DateCalendar::gregorian,
     "جنوری|فروری|مارچ|اپریل|مئی|جون|جولائی|اگست|ستمبر|اکتوبر|نومبر|دسمبر"},
    {DateCalendar::gregorian,
     "january/jan|february/feb/febr|march/mar|april/apr|may|june/jun|july/jul|august/aug|"
     "september/sep/sept|october/oct|november/nov|december/dec"},
    {DateCalendar::gregorian,
     "janvier/janv/jan|février/févr/fév|mars|avril/avr|mai|juin|juillet/juil|août/aout|"
     "septembre/sept|octobre/oct|novembre/nov|décembre/déc"},
    {DateCalendar::gregorian,
     "januar/jänner/jan|februar/feber/feb|märz/mär/mrz/maerz|april|mai|juni|juli|august|"
     "september/sept|oktober/okt|november|dezember/dez"},
    {DateCalendar::gregorian,
     "enero/ene|febrero/feb|marzo|abril/abr|mayo|junio|julio|agosto/ago|septiembre/setiembre/set|"
     "octubre|noviembre|diciembre/dic"},
    {DateCalendar::gregorian,
     "gennaio/gen|febbraio|marzo|aprile|maggio/mag|giugno/giu|luglio/lug|agosto|settembre/sett|"
     "ottobre/ott|novembre|dicembre/dic"},
    {DateCalendar::gregorian,
     "janeiro|fevereiro/fev|março|abril|maio|junho|julho|agosto|setembro/set|outubro/out|"
     "novembro|dezembro"},
    {DateCalendar::gregorian,
     "januari|februari|maart/mrt|april|mei|juni|juli|augustus|september|oktober|november|december"},
    {DateCalendar::gregorian,
     "stycznia/styczeń/sty|lutego/luty/lut|marca/marzec|kwietnia/kwiecień/kwi|maja/maj|"
     "czerwca/czerwiec/cze|lipca/lipiec/lip|sierpnia/sierpień/sie|września/wrzesień/wrz|"
     "października/październik/paź|listopada/listopad/lis|grudnia/grudzień/gru"},
    {DateCalendar::gregorian,
     "januari|februari|maret|april|mei|juni|juli|agustus/agu/agt/ags|september|oktober|november|"
     "desember/des"},
    {DateCalendar::gregorian,
     "ocak/oca|şubat/şub/subat|mart|nisan/nis|mayıs/mayis|haziran/haz|temmuz/tem|"
     "ağustos/ağu/agustos|eylül/eyl/eylul|ekim/eki|kasım/kas/kasim|aralık/ara/aralik"},
    {DateCalendar::gregorian,
     "января/январь/янв|февраля/февраль/фев/февр|марта/март/мар|апреля/апрель/апр|мая/май|"
     "июня/июнь/июн|июля/июль/июл|августа/август/авг|сентября/сентябрь/сен/сент|"
     "октября/октябрь/окт|ноября/ноябрь/ноя/нояб|декабря/декабрь/дек"},
    {DateCalendar::gregorian,
     "січня/січень/січ|лютого/лютий/лют|березня/березень/бер|квітня/квітень/кві|травня/травень/тра|"
     "червня/червень/чер|липня/липень/лип|серпня/серпень/сер|вересня/вересень/вер|"
     "жовтня/жовтень/жов|листопада/листопад/лис|грудня/грудень/гру"},
    {DateCalendar::gregorian,
     "ינואר/בינואר|פברואר/בפברואר|מרץ/במרץ/מרס/במרס|אפריל/באפריל|מאי/במאי|יוני/ביוני|יולי/ביולי|"
     "אוגוסט/באוגוסט|ספטמבר/בספטמבר|אוקטובר/באוקטובר|נובמבר/בנובמבר|דצמבר/בדצמבר"},
    {DateCalendar::hijri,
     "محرم/المحرم/محرم الحرام/muharram|صفر/صفر الخير/صفر المظفر/safar|"
     "ربيع الأول/ربيع أول/ربیع‌الاول/ربيعالاول|"
     "ربيع الآخر/ربيع الثاني/ربيع ثاني/ربیع‌الثانی/ربيعالثاني|"
     "جمادى الأولى/جمادى الأول/جماد الأول/جماد أول/جمادى أول/جمادی‌الاول/جمادي الاوله|"
     "جمادى الآخرة/جمادى الثانية/جمادى الثاني/جماد الثاني/جماد الآخر/جمادى الآخر/جماد ثاني/"
     "جمادی‌الثانی|رجب/رجب الفرد/rajab|شعبان/شعبان المعظم/shaban|"
     "رمضان/رمضان المبارك/ramadan/ramazan|شوال/شوال المكرم/shawwal|"
     "ذو القعدة/ذي القعدة/ذوالقعدة/ذیقعده/ذي قعدة/ذی‌القعده/ذيالقعده/ذى القعده/ذو قعدة|"
     "ذو الحجة/ذي الحجة/ذوالحجة/ذیحجه/ذي حجة/ذی‌الحجه/ذيالحجه/ذو حجة"},
    {DateCalendar::jalali,
     "فروردین/farvardin|اردیبهشت/ordibehesht|خرداد/khordad|تیر/tir|مرداد/امرداد/mordad|"
     "شهریور/shahrivar|مهر/mehr|آبان/aban|آذر/azar|دی/dey|بهمن/bahman|اسفند/esfand"},
    // Afghanistan counts the same months by the zodiac.
    {DateCalendar::jalali,
     "حمل|ثور|جوزا|سرطان|اسد|سنبله|میزان|عقرب|قوس|جدی|دلو|حوت"},
});

// Sunday to Saturday.
inline constexpr std::array kWeekdayNames = std::to_array<std::string_view>({
    "الأحد|الاثنين|الثلاثاء|الأربعاء|الخميس|الجمعة|السبت",
    "أحد|الأثنين|الثلثاء|الاربعا|خميس|جمعة|سبت",
    "يوم الأحد|يوم الاثنين|يوم الثلاثاء|يوم الأربعاء|يوم الخميس|يوم الجمعة|يوم السبت",
    "یکشنبه|دوشنبه|سه‌شنبه|چهارشنبه|پنجشنبه|آدینه|شنبه",
    "یک شنبه|دو شنبه|سه شنبه|چهار شنبه|پنج شنبه|جمعه|شنبه",
    "اتوار|پیر|منگل|بدھ|جمعرات|جمعہ|ہفتہ",
    "sunday|monday|tuesday|wednesday|thursday|friday|saturday",
    "sun|mon|tues|wed|thurs|fri|sat",
    "pazar|pazartesi|salı|çarşamba|perşembe|cuma|cumartesi",
    "pazar|pazartesi|sali|carsamba|persembe|cuma|cumartesi",
    "воскресенье|понедельник|вторник|среда|четверг|пятница|суббота",
    "воскресенья|понедельника|вторника|среду|четверга|пятницу|субботу",
    "вс|пн|вт|ср|чт|пт|сб",
    "неділя|понеділок|вівторок|середа|четвер|п'ятниця|субота",
    "יום ראשון|יום שני|יום שלישי|יום רביעי|יום חמישי|יום שישי|שבת",
    "ראשון|שני|שלישי|רביעי|חמישי|שישי|יום שבת",
});

struct RoleWords {
  std::uint32_t role;
  std::string_view list;
};

inline constexpr std::array kRoleWords = std::to_array<RoleWords>({
    {DateTerm::filler,
     "يوم|في|بتاريخ|تاريخ|التاريخ|من|شهر|لعام|عام|سنة|de|del|of|the|on|le|la|el|den|der|am|vom|il|"
     "em|op|dia|día|w|dnia|pada|tanggal|в|во|от|від|у|о|об|של|ב|ל|מיום|date|datum|fecha|data|дата|"
     "tarih|tarihi|تاریخ|مورخ|روز|كو|t"},
    {DateTerm::at_time,
     "at|الساعة|ساعة النشر|عند الساعة|في الساعة|على الساعة|um|à|a las|las|alle|alle ore|ore|às|"
     "om|o godzinie|godz|в|saat|saati|pukul|jam|ساعت|ساعت انتشار|kl|klo|בשעה|שעה|time|um die|"
     "التوقيت|الوقت|وقت النشر|час|بوقت"},
    {DateTerm::hour_mark, "h|hs|hrs|u|uur|uhr|uur|ч|год|часов|время|saat"},
    {DateTerm::ago_before,
     "منذ|قبل|vor|il y a|hace|há|ha|לפני|about|approximately|ca|etwa|حوالي|نحو"},
    {DateTerm::ago_after,
     "ago|назад|тому|тому назад|önce|once|fa|پیش|قبل|geleden|temu|lalu|yang lalu|atrás|atras|"
     "پہلے|قبل از این|مضت|для"},
    {DateTerm::hijri_mark,
     "هـ|ه|هجري|هجرية|هجريا|للهجرة|هجری|ah|ق|ه ق|هـ ق|قمری|ھ|هجری قمری"},
    {DateTerm::gregorian_mark, "م|ميلادي|ميلادية|ميلاديا|للميلاد|میلادی|ad|ce|عیسوی"},
    {DateTerm::jalali_mark, "ش|ه ش|هـ ش|هش|خورشیدی|شمسی|هجری شمسی"},
    {DateTerm::equals,
     "الموافق|الموافق لـ|موافق|الموافقة|الموافق ل|المصادف|المصادف ل|برابر با|مطابق|مصادف|بمطابق"},
    {DateTerm::to, "إلى|الى|حتى|لغاية|to|until|till|through|bis|au|jusqu au|al|hasta|до|по|تا|"
                   "עד|do|tot|hingga|sampai|s d|ile|kadar|alle|ate|até"},
    {DateTerm::conjunction, "و|and|und|et|y|e|и|та|і|ve|en|dan|oraz|או"},
    {DateTerm::published,
     "تم نشره|تم النشر|تم نشرها|نشر|نُشر|نشرت|نشر في|نُشر في|نشر بتاريخ|نشر يوم|تاريخ النشر|"
     "تاريخ ووقت النشر|نشر الخبر|أضيف|أضيف في|اضيف بتاريخ|كتب في|صدر في|منشور|تم النشر في|"
     "تم النشر بتاريخ|النشر|وقت النشر|الإصدار|تاريخ الاضافة|تاريخ الإضافة|تاريخ الإنشاء|"
     "published|published on|first published|originally published|date published|publication date|"
     "posted|posted on|posted at|created|issued|released|publish date|publishing date|pub date|"
     "release date|submitted|date posted|"
     "publié|publié le|publiée le|paru le|mis en ligne le|posté le|date de publication|publication|"
     "veröffentlicht|veröffentlicht am|erstellt|erstellt am|erschienen|erschienen am|"
     "erstveröffentlichung|veröffentlichung|publiziert|publiziert am|veröffentlichungsdatum|"
     "publicado|publicado el|publicada|publicado em|fecha de publicación|publicada el|"
     "pubblicato|pubblicato il|pubblicata|data di pubblicazione|data de publicação|"
     "gepubliceerd|gepubliceerd op|geplaatst|geplaatst op|"
     "opublikowano|opublikowany|data publikacji|dodano|utworzono|"
     "dipublikasikan|diterbitkan|terbit|tayang|"
     "опубликовано|опубликована|опубликован|дата публикации|размещено|создано|"
     "опубліковано|дата публікації|"
     "yayınlanma|yayınlanma tarihi|yayın tarihi|yayımlanma tarihi|yayinlanma|yayinlanma tarihi|"
     "giriş tarihi|giriş|eklenme|eklenme tarihi|oluşturulma tarihi|oluşturulma|yayınlandı|"
     "انتشار|تاریخ انتشار|زمان انتشار|منتشر شده|منتشر شده در|تاریخ درج|درج|"
     "تاریخ اشاعت|شائع|اشاعت|פורסם|פורסם ב|תאריך פרסום|פורסם בתאריך"},
    {DateTerm::updated,
     "آخر تحديث|اخر تحديث للخبر|آخر تحديث في|آخر تعديل|تم التحديث|تم تحديثه|تحديث|محدثة|محدث|حدث|"
     "حُدّث|حدث في|حدثت|التحديث|عدل|عُدّل|معدل|جرى تحديثه|تاريخ التحديث|تاريخ التعديل|"
     "updated|updated on|updated at|last updated|last update|last modified|modified|modified on|"
     "last reviewed|revised|edited|update|date modified|"
     "mis à jour|mis à jour le|mise à jour|mise à jour le|modifié|modifié le|modifiée le|"
     "actualisé le|actualisé|dernière mise à jour|dernière modification|"
     "aktualisiert|aktualisiert am|zuletzt aktualisiert|zuletzt aktualisiert am|stand|"
     "aktualisierung|letzte aktualisierung|geändert|zuletzt geändert|bearbeitet|"
     "actualizado|actualizado el|actualizada|actualizado a|última actualización|actualización|"
     "modificado|aggiornato|aggiornato il|aggiornamento|ultimo aggiornamento|ultima modifica|"
     "atualizado|atualizado em|atualizada|última atualização|"
     "bijgewerkt|laatst bijgewerkt|gewijzigd|laatste update|geüpdatet|geupdatet|"
     "aktualizacja|zaktualizowano|ostatnia aktualizacja|diperbarui|pembaruan|"
     "обновлено|обновлен|обновлена|изменено|дата обновления|последнее обновление|оновлено|"
     "güncelleme|güncelleme tarihi|güncellenme|güncellenme tarihi|son güncelleme|güncellendi|"
     "guncelleme|guncelleme tarihi|son guncelleme|"
     "به روز رسانی|بروزرسانی|به‌روزرسانی|آخرین به روز رسانی|آخرین بروزرسانی|به روز شده|"
     "آخرین به‌روزرسانی|ویرایش|آخری اپ ڈیٹ|اپ ڈیٹ|עודכן|עודכן ב|עדכון אחרון|עדכון|עודכן לאחרונה"},
    {DateTerm::other_label,
     "copyright|born|died|expires|deadline|accessed|retrieved|archived|valid until|event date|"
     "established|founded|مواليد|من مواليد|ولد|ولدت|ولد في|توفي|تأسست|تأسس|تاريخ الميلاد|"
     "تاريخ الانتهاء|آخر موعد|né le|née le|geboren|nacido|архив|родился|doğum"},
    {DateTerm::zone_prefix,
     "بتوقيت|بالتوقيت|توقيت|حسب توقيت|وفق توقيت|بحسب توقيت|heure de|hora de|ora di|به وقت|"
     "по времени|по"},
    {DateTerm::zone_suffix, "time|saatiyle|saati|zeit|время|времени|heure"},
    {DateTerm::local_time,
     "المحلي|محلي|بالتوقيت المحلي|local time|local|ortszeit|heure locale|hora local|"
     "местного времени|по местному времени"},
    {DateTerm::ordinal, "st|nd|rd|th|er|re|e|eme|ème|º|ª|o|a|го|е|й"},
    {DateTerm::year_mark, "г|года|год|р|року|рік|ء|年|년|yılı|yil|roku|r|yil"},
    {DateTerm::month_sign, "月|월"},
    {DateTerm::day_sign, "日|일|号"},
    {DateTerm::half, "نصف|half an|half a|demi|une demi|einer halben|media|пол|yarım"},
    {DateTerm::quarter, "ربع"},
});

struct UnitWords {
  DateUnit unit;
  bool dual;
  std::string_view list;
};

inline constexpr std::array kUnitWords = std::to_array<UnitWords>({
    {DateUnit::second, false,
     "ثانية|ثواني|ثوان|second|seconds|sec|secs|sekunde|sekunden|seconde|secondes|segundo|segundos|"
     "secondi|secondo|секунд|секунды|секунду|saniye|ثانیه|שניות|detik|sekund|sekundy"},
    {DateUnit::second, true, "ثانيتين|ثانيتان"},
    {DateUnit::minute, false,
     "دقيقة|دقائق|دقايق|minute|minutes|min|mins|minuten|minuto|minutos|minuti|minuut|минут|минуты|"
     "минуту|мин|хвилин|хвилини|хвилину|dakika|dk|دقیقه|دقائق|منٹ|דקות|דקה|menit|minut|minuty"},
    {DateUnit::minute, true, "دقيقتين|دقيقتان"},
    {DateUnit::hour, false,
     "ساعة|ساعات|ساعه|hour|hours|hr|hrs|h|stunde|stunden|std|heure|heures|hora|horas|ora|ore|uur|"
     "uren|час|часа|часов|годин|години|годину|saat|ساعت|گھنٹے|گھنٹہ|گھنٹوں|שעות|שעה|jam|godzin|"
     "godziny|godzinę"},
    {DateUnit::hour, true, "ساعتين|ساعتان|שעתיים"},
    {DateUnit::day, false,
     "يوم|أيام|يوما|day|days|d|tag|tage|tagen|jour|jours|día|días|dia|dias|giorno|giorni|dag|dagen|"
     "день|дня|дней|дні|днів|gün|gun|روز|دن|ימים|יום|hari|dni|dzień|dzien"},
    {DateUnit::day, true, "يومين|يومان|יומיים"},
    {DateUnit::week, false,
     "أسبوع|أسابيع|week|weeks|woche|wochen|semaine|semaines|semana|semanas|settimana|settimane|"
     "weken|неделю|недели|недель|тиждень|тижні|hafta|هفته|ہفتے|שבוע|שבועות|minggu|tydzień|tygodnie"},
    {DateUnit::week, true, "أسبوعين|أسبوعان|שבועיים"},
    {DateUnit::month, false,
     "شهر|أشهر|شهور|month|months|monat|monate|monaten|mois|mes|meses|mese|mesi|месяц|месяца|"
     "месяцев|ay|ماه|חודש|חודשים|bulan"},
    {DateUnit::month, true, "شهرين|شهران|חודשיים"},
    {DateUnit::year, false,
     "سنة|سنوات|عام|أعوام|year|years|jahr|jahre|jahren|an|ans|année|années|año|años|anno|anni|"
     "год|года|лет|yıl|yil|سال|שנה|שנים|tahun"},
    {DateUnit::year, true, "سنتين|سنتان|عامين|عامان|שנתיים"},
});

struct NumberWords {
  std::int8_t number;
  std::string_view list;
};

inline constexpr std::array kNumberWords = std::to_array<NumberWords>({
    {1, "واحدة|واحد|a|an|one|ein|eine|einem|einer|einen|un|une|una|uno|um|uma|een|один|одну|одна|bir|"
        "یک|ایک|אחת|אחד"},
    {2, "اثنين|اثنتين|two|zwei|deux|dos|due|dois|duas|twee|два|две|дві|iki|دو"},
    {3, "ثلاث|ثلاثة|three|drei|trois|tres|tre|três|drie|три|üç|سه|שלוש"},
    {4, "أربع|أربعة|four|vier|quatre|cuatro|quattro|quatro|четыре|dört|چهار|ארבע"},
    {5, "خمس|خمسة|five|fünf|cinq|cinco|cinque|vijf|пять|beş|پنج|חמש"},
    {6, "ست|ستة|six|sechs|seis|sei|zes|шесть|altı|شش|שש"},
    {7, "سبع|سبعة|seven|sieben|sept|siete|sette|sete|zeven|семь|yedi|هفت|שבע"},
    {8, "ثماني|ثمان|ثمانية|eight|acht|huit|ocho|otto|oito|восемь|sekiz|هشت|שמונה"},
    {9, "تسع|تسعة|nine|neun|neuf|nueve|nove|negen|девять|dokuz|נه|תשע"},
    {10, "عشر|عشرة|ten|zehn|dix|diez|dieci|dez|tien|десять|on|ده|עשר"},
});

struct DayWords {
  std::int8_t days_back;
  std::string_view list;
};

inline constexpr std::array kDayWords = std::to_array<DayWords>({
    {0, "اليوم|today|heute|aujourd hui|hoy|oggi|hoje|vandaag|сегодня|сьогодні|bugün|bugun|امروز|آج|"
        "היום|hari ini|dziś|dzisiaj|dnes|idag"},
    {1, "أمس|امس|البارحة|بالأمس|يوم أمس|yesterday|gestern|hier|ayer|ieri|ontem|gisteren|вчера|учора|"
        "вчора|dün|دیروز|گزشتہ روز|אתמול|kemarin|wczoraj"},
    {2, "أول أمس|أول من أمس|قبل أمس|vorgestern|avant hier|anteayer|l altro ieri|anteontem|"
        "eergisteren|позавчера|позавчора|پریروز|שלשום|przedwczoraj"},
});

struct PartWords {
  DayPart part;
  std::string_view list;
};

inline constexpr std::array kPartWords = std::to_array<PartWords>({
    {DayPart::am,
     "ص|صباحا|صباحاً|صباح|فجرا|فجراً|am|a m|قبل الظهر|ق ظ|صبح|בבוקר|утра|öö|в утро|בוקר|ق ظہر"},
    {DayPart::pm,
     "م|مساء|مساءً|مساءا|pm|p m|عصرا|عصراً|بعد الظهر|بعد الظہر|ب ظ|ös|вечера|дня|עصر|בערב|"
     "بعد ظهر|بعدازظهر|عصر|شام|אחר הצהריים|אחה צ"},
    {DayPart::night, "ليلا|ليلاً|ночи|بعد منتصف الليل"},
    {DayPart::noon, "ظهرا|ظهراً|ظهر|noon"},
});

struct ZoneWords {
  std::string_view zone;
  std::string_view list;
};

// Understood behind a zone prefix ("بتوقيت دمشق") or before a suffix ("Moscow time"), but for the
// upper half of the list, which are names of zones by themselves. "عمان" is Amman or Oman: absent.
inline constexpr std::array kZoneWords = std::to_array<ZoneWords>({
    {"Etc/GMT", "غرينتش|غرينيتش|جرينتش|جرينيتش|كرينتش|كرينيتش|قرينتش|غرينتش العالمي|العالمي|"
                "العالمي الموحد|ت غ|تغ|ج ر ن|greenwich|گرینویچ|гринвичу|الدولي|العالمي المنسق"},
    {"Asia/Riyadh", "مكة|مكة المكرمة|السعودية|المملكة|الرياض|ت م|mecca|makkah|riyadh|saudi|"
                    "saudi arabia|جدة|العربية السعودية|المملكة العربية السعودية"},
    {"Asia/Jerusalem", "القدس|القدس المحتلة|jerusalem|israel|فلسطين|فلسطين المحتلة|تل أبيب|"
                       "israeli|رام الله"},
    {"Asia/Gaza", "غزة|gaza"},
    {"Asia/Damascus", "دمشق|سوريا|سورية|damascus|syria|حلب"},
    {"Asia/Beirut", "بيروت|لبنان|beirut|lebanon"},
    {"Africa/Cairo", "القاهرة|مصر|cairo|egypt"},
    {"Asia/Baghdad", "بغداد|العراق|baghdad|iraq|أربيل"},
    {"Asia/Tehran", "طهران|إيران|تهران|ایران|tehran|iran"},
    {"Asia/Dubai", "أبوظبي|أبو ظبي|الإمارات|دبي|abu dhabi|dubai|uae|دولة الإمارات"},
    {"Asia/Qatar", "الدوحة|قطر|doha|qatar"},
    {"Asia/Kuwait", "الكويت|kuwait"},
    {"Asia/Amman", "عمّان الأردن|الأردن|amman|jordan"},
    {"Asia/Bahrain", "المنامة|البحرين|bahrain|manama"},
    {"Asia/Muscat", "مسقط|سلطنة عمان|muscat|oman"},
    {"Asia/Aden", "صنعاء|عدن|اليمن|sanaa|yemen"},
    {"Africa/Tunis", "تونس|tunis|tunisia"},
    {"Africa/Algiers", "الجزائر|algiers|algeria"},
    {"Africa/Casablanca", "الرباط|المغرب|الدار البيضاء|rabat|morocco"},
    {"Africa/Tripoli", "طرابلس ليبيا|ليبيا|libya|بنغازي"},
    {"Africa/Khartoum", "الخرطوم|السودان|khartoum|sudan"},
    {"Africa/Nouakchott", "نواكشوط|موريتانيا"},
    {"Africa/Mogadishu", "مقديشو|الصومال|mogadishu"},
    {"Europe/Moscow", "موسكو|moscow|мск|москве|московскому|московское|روسيا"},
    {"Europe/Kyiv", "كييف|kyiv|kiev|киеву|києвом|киевскому|київським|أوكرانيا"},
    {"Europe/Istanbul", "إسطنبول|أنقرة|تركيا|istanbul|ankara|türkiye|turkey|tsi|tsİ"},
    {"Europe/London", "لندن|london|بريطانيا|uk"},
    {"Europe/Paris", "باريس|paris|فرنسا"},
    {"Europe/Berlin", "برلين|berlin|ألمانيا|deutsche"},
    {"Europe/Madrid", "peninsular|madrid|مدريد"},
    {"Europe/Rome", "roma|rome|روما"},
    {"America/New_York", "نيويورك|واشنطن|new york|washington|eastern|et|شرق الولايات المتحدة"},
    {"America/Chicago", "central|ct|شيكاغو"},
    {"America/Los_Angeles", "pacific|pt|لوس أنجلوس"},
    {"Asia/Kolkata", "india|indian standard|نيودلهي|الهند"},
    {"Asia/Karachi", "pakistan|إسلام آباد|باكستان"},
    {"Asia/Kabul", "كابل|كابول|kabul|أفغانستان|افغانستان"},
    {"Asia/Shanghai", "بكين|beijing|الصين"},
    {"Asia/Tokyo", "طوكيو|tokyo|اليابان"},
});

}  // namespace khabar
