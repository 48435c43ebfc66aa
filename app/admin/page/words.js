// The page's own words, and in which language it speaks: ?lang=, else what was chosen here before,
// else the browser's Accept-Language. Runs before the body is read, so that nothing flips.
'use strict';

const WORDS = {
  en: {
    overview: 'Overview', sources: 'Sources', articles: 'Articles', other_language: 'عربي',
    opening: 'opening', running: 'running', stopping: 'stopping', gone: 'no answer', for_time: 'for',
    stored: 'Stored', read: 'Read', dropped: 'Dropped', rejected: 'Rejected', lost: 'Lost',
    open: 'In the pipeline', memory: 'Memory', per_second: '/s', per_minute: '/min',
    per_hour: '/h', per_day: '/day',
    throughput: 'Throughput', last_minutes: '5 min', last_day: '24 h',
    waiting_for_data: 'The curve begins in a few seconds.', waiting_for_minutes: 'The curve begins in a few minutes.',
    pipeline: 'Pipeline', busy: 'busy', waiting: 'waiting', threads: 'threads',
    unavailable: 'unavailable',
    time: 'Where time goes', time_note: 'time at work over the last minute, all threads together',
    idle: 'All steps are waiting for documents.',
    fates: 'What became of documents', none_yet: 'Nothing yet.',
    trouble: 'Sources that need a look', trouble_none: 'Every source is well.',
    latest: 'Latest articles', all: 'all', more: 'Show all',
    watched: 'Sources', in_trouble: 'need a look',
    name: 'Source', condition: 'State', last_news: 'Last news', cadence: 'Usual pace',
    next: 'Next poll', interval: 'Every', error: 'What is wrong', filter: 'Filter by name or address',
    well: 'well', failing: 'failing', silent: 'silent', disallowed: 'disallowed', new: 'new', paused: 'paused',
    disallowed_text: 'robots.txt forbids its pages; its entries carry text: fetch_pages = "never" takes that',
    disallowed_no_text: 'robots.txt forbids its pages',
    retired: 'retired', never: 'never', due: 'due', no_feeds: 'This run has no live sources.',
    no_match: 'None.', more_rows: 'more; narrow the filter', pages_waiting: 'pages waiting',
    no_articles: 'No article has been stored since the start.', words: 'words',
    untitled: '(no title)', removed: 'Removed lines', removed_none: 'No line was removed.',
    back: 'Back to the list', by: 'By', agency: 'Agency', place: 'Place', published: 'Published',
    modified: 'Changed', fetched: 'Fetched', language: 'Language', section: 'Section',
    verdict: 'Verdict', address: 'Address', origin: 'From', was_cut: 'Shortened for this page.',
    gone_article: 'This article is no longer among the last 200.',
    fresh: 'new', copy: 'copy', version: 'version', revision_of: 'Version of',
    duplicate_of: 'Copy of', failures: 'failures', not_ready: 'Not ready',
    reload_ok: 'Configuration read again', reload_bad: 'The configuration has faults; the old one is in force',
    copy_exact: 'exact copy', copy_near: 'near copy', version_unchanged: 'unchanged',
    version_empty: 'emptied', no_text: 'no text found', http_status: 'HTTP status', not_text: 'not text',
    empty_body: 'empty', sink_rejected: 'refused by a sink', stage_error: 'error in a stage',
    http_bad_encoding: 'damaged coding', jsonl_syntax: 'no JSON', jsonl_no_body: 'no text or page', text_damaged: 'damaged text', pages: 'What became of pages', pages_known: 'pages known',
    pages_to_revisit: 'to be looked at again', delivered: 'stored', not_found: 'not found',
    processor: 'processor', files: 'files open',
  },
  ar: {
    overview: 'نظرة عامة', sources: 'المصادر', articles: 'المقالات', other_language: 'English',
    opening: 'يبدأ', running: 'يعمل', stopping: 'يتوقف', gone: 'لا يجيب', for_time: 'منذ',
    stored: 'حُفظ', read: 'قُرئ', dropped: 'استُبعد', rejected: 'رُفض', lost: 'فُقد',
    open: 'قيد المعالجة', memory: 'الذاكرة', per_second: '/ثانية', per_minute: '/دقيقة',
    per_hour: '/ساعة', per_day: '/يوم',
    throughput: 'التدفق', last_minutes: '٥ دقائق', last_day: '٢٤ ساعة',
    waiting_for_data: 'يبدأ المنحنى بعد ثوان.', waiting_for_minutes: 'يبدأ المنحنى بعد دقائق.',
    pipeline: 'مراحل المعالجة', busy: 'مشغول', waiting: 'في الانتظار', threads: 'خيوط',
    unavailable: 'غير متاح',
    time: 'أين يذهب الوقت', time_note: 'زمن العمل خلال الدقيقة الأخيرة، كل الخيوط معا',
    idle: 'جميع المراحل تنتظر وثائق.',
    fates: 'مصير الوثائق', none_yet: 'لا شيء بعد.',
    trouble: 'مصادر تحتاج إلى نظر', trouble_none: 'جميع المصادر بخير.',
    latest: 'أحدث المقالات', all: 'الكل', more: 'عرض الكل',
    watched: 'المصادر', in_trouble: 'تحتاج إلى نظر',
    name: 'المصدر', condition: 'الحالة', last_news: 'آخر خبر', cadence: 'الوتيرة المعتادة',
    next: 'الزيارة التالية', interval: 'كل', error: 'المشكلة', filter: 'تصفية بالاسم أو العنوان',
    well: 'بخير', failing: 'متعثر', silent: 'صامت', disallowed: 'محظور', new: 'جديد', paused: 'موقوف',
    disallowed_text: 'يمنع robots.txt صفحاته، وفي مداخله نص: اضبط \u2066fetch_pages = "never"\u2069 لأخذه',
    disallowed_no_text: 'يمنع robots.txt صفحاته',
    retired: 'مغلق', never: 'لم يحدث', due: 'الآن', no_feeds: 'ليس لهذا التشغيل مصادر حية.',
    no_match: 'لا شيء.', more_rows: 'أخرى؛ ضيّق التصفية', pages_waiting: 'صفحات في الانتظار',
    no_articles: 'لم يُحفظ أي مقال منذ البدء.', words: 'كلمة',
    untitled: '(بلا عنوان)', removed: 'الأسطر المحذوفة', removed_none: 'لم يُحذف أي سطر.',
    back: 'العودة إلى القائمة', by: 'بقلم', agency: 'الوكالة', place: 'المكان', published: 'نُشر',
    modified: 'عُدّل', fetched: 'جُلب', language: 'اللغة', section: 'القسم',
    verdict: 'التصنيف', address: 'العنوان', origin: 'المنشأ', was_cut: 'اختُصر لهذه الصفحة.',
    gone_article: 'لم يعد هذا المقال بين آخر ٢٠٠ مقال.',
    fresh: 'جديد', copy: 'نسخة', version: 'إصدار', revision_of: 'إصدار من',
    duplicate_of: 'نسخة من', failures: 'إخفاقات', not_ready: 'غير جاهز',
    reload_ok: 'أُعيدت قراءة الإعدادات', reload_bad: 'في الإعدادات أخطاء؛ القديمة ما زالت سارية',
    copy_exact: 'نسخة مطابقة', copy_near: 'نسخة قريبة', version_unchanged: 'لم يتغير',
    version_empty: 'أُفرغ', no_text: 'لا نص فيها', http_status: 'حالة HTTP', not_text: 'ليست نصا',
    empty_body: 'فارغة', sink_rejected: 'رفضها المخزن', stage_error: 'خطأ في مرحلة',
    http_bad_encoding: 'ترميز تالف', jsonl_syntax: 'ليست JSON', jsonl_no_body: 'بلا نص ولا صفحة', text_damaged: 'نص تالف', pages: 'مصير الصفحات', pages_known: 'صفحات معروفة',
    pages_to_revisit: 'تُزار مرة أخرى', delivered: 'حُفظ', not_found: 'غير موجودة',
    processor: 'المعالج', files: 'ملفات مفتوحة',
  },
};

function chosen_language() {
  const asked = new URLSearchParams(location.search).get('lang');
  if (asked in WORDS) return asked;
  try {
    const kept = localStorage.getItem('khabar-language');
    if (kept in WORDS) return kept;
  } catch { /* storage is forbidden: the browser's language then */ }
  for (const tag of navigator.languages) {
    const primary = tag.split('-')[0].toLowerCase();
    if (primary in WORDS) return primary;
  }
  return 'en';
}

let language = chosen_language();

function speak(tag) {
  language = tag;
  document.documentElement.lang = tag;
  document.documentElement.dir = tag === 'ar' ? 'rtl' : 'ltr';
}
speak(language);

// A word of the page; a name that is none of its words (a drop reason of a component) as it is.
function word(name) {
  const found = Object.hasOwn(WORDS[language], name) ? WORDS[language][name] : null;
  return found ?? String(name).replaceAll('_', ' ');
}
