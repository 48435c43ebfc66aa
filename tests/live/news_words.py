"""Invented news in English and Arabic: stories that read like stories, each unlike the others."""
import html

EN = {
    'who': '''the regional water board|harbour officials|the mayor of Greyford|a committee of engineers|the coastal
        ferry company|teachers at three schools|the agriculture ministry|organisers of the spring festival|the city
        library|rail workers|the fisheries council|a team of surveyors|residents of the old quarter|the museum's
        trustees|the grid operator|volunteers from six villages|the provincial court|the hospital's director'''.split('|'),
    'did': '''approved a plan to rebuild|postponed the reopening of|agreed to share the cost of|presented a report
        on|asked for more time to study|finished the first stage of|voted narrowly against|began an inspection
        of|published the accounts of|promised to keep open|denied having sold|will move to new premises beside|took
        over the care of|opened a public hearing about|ordered repairs to'''.split('|'),
    'what': '''the stone bridge over the Lenn|the covered market|a tram line to the northern suburbs|the disused grain
        store|the lighthouse at Cape Orrin|two flood barriers|the winter shelter|a wholesale fish hall|the botanical
        garden|the narrow-gauge railway|a solar field near the quarry|the archive of the old port|the municipal
        swimming baths|the mountain road to Tessaly|a reservoir in the upper valley'''.split('|'),
    'when': '''on Monday evening|after a meeting that lasted four hours|before the end of the harvest|early on
        Thursday|despite heavy rain|in a session closed to the press|following months of talks|at the start of the
        season|two days ahead of the deadline|for the first time in a decade'''.split('|'),
    'detail': '''The work is expected to cost {n} million crowns and to take {m} months|Some {n} households will
        be affected, according to figures shown to reporters|"We counted {n} cracks where there should have been
        none," said one of those present|A similar attempt failed {m} years ago when money ran out|The decision can
        be challenged within {m} days|Trade in the district fell by {m} per cent over the same period|Nearly {n} people
        signed a petition, and {m} of them spoke|The last survey, made {m} years ago, listed {n} objects in need of
        care|Engineers measured {n} points along the bank and found {m} of them sinking'''.split('|'),
    'join': ['', 'Meanwhile, ', 'Separately, ', 'Earlier, ', 'In the same week ', 'By contrast, ', 'Officials add that '],
}
AR = {
    'who': '''مجلس مياه الإقليم|إدارة ميناء الصيادين|رئيس بلدية تل الزهور|لجنة من المهندسين|شركة العبّارات الساحلية|معلمو
        ثلاث مدارس|وزارة الزراعة|منظمو مهرجان الربيع|مكتبة المدينة العامة|عمال السكك الحديدية|هيئة الثروة السمكية|فريق من
        المسّاحين|سكان الحي القديم|أمناء المتحف|مشغل شبكة الكهرباء|متطوعون من ست قرى|محكمة المحافظة|مدير المستشفى'''.split('|'),
    'did': '''وافق على خطة لإعادة بناء|أرجأ افتتاح|اتفق على تقاسم كلفة|عرض تقريراً عن|طلب مهلة إضافية لدراسة|أنهى المرحلة
        الأولى من|صوّت بفارق ضئيل ضد|بدأ تفتيشاً شاملاً في|نشر حسابات|تعهد بإبقاء أبواب|نفى بيع|سينتقل إلى مقر جديد قرب|تسلم
        رعاية|فتح جلسة عامة حول|أمر بترميم'''.split('|'),
    'what': '''الجسر الحجري على نهر اللوز|السوق المسقوف|خط الترام المتجه إلى الضواحي الشمالية|صومعة الحبوب المهجورة|منارة
        رأس العين|حاجزي السيول|ملجأ الشتاء|سوق السمك بالجملة|الحديقة النباتية|سكة الحديد الجبلية|حقل الطاقة الشمسية قرب
        المقلع|أرشيف الميناء القديم|المسبح البلدي|الطريق الجبلي إلى وادي السنديان|خزان المياه في أعلى الوادي'''.split('|'),
    'when': '''مساء الاثنين|بعد اجتماع دام أربع ساعات|قبل نهاية موسم الحصاد|فجر الخميس|رغم الأمطار الغزيرة|في جلسة مغلقة أمام
        الصحافة|عقب أشهر من المباحثات|مع بداية الموسم|قبل يومين من انتهاء المهلة|للمرة الأولى منذ عشر سنوات'''.split('|'),
    'detail': '''ومن المتوقع أن تبلغ الكلفة {n} مليون ليرة وأن يستغرق العمل {m} شهراً|وسيتأثر بالقرار نحو {n} أسرة بحسب
        أرقام عُرضت على الصحفيين|وقال أحد الحاضرين: «أحصينا {n} شقاً حيث لا ينبغي أن يكون أي شق»|وكانت محاولة مشابهة قد
        فشلت قبل {m} عاماً بعد نفاد المال|ويمكن الطعن في القرار خلال {m} يوماً|وتراجعت حركة البيع في المنطقة بنسبة {m} في
        المئة خلال الفترة نفسها|ووقّع نحو {n} شخص عريضة وتحدث {m} منهم|وأحصى آخر مسح أُجري قبل {m} عاماً نحو {n} قطعة تحتاج
        إلى عناية|وقاس المهندسون {n} نقطة على الضفة وتبين أن {m} منها آخذة في الهبوط'''.split('|'),
    'join': ['', 'وفي سياق متصل ', 'ومن جهة أخرى ', 'وفي وقت سابق ', 'وفي الأسبوع نفسه ', 'وبالمقابل ', 'وأضافت المصادر أن '],
}
for words in (EN, AR):
    for key, phrases in words.items():
        words[key] = [' '.join(p.split()) if key != 'join' else p for p in phrases]


class Story:
    """`title` and `paragraphs` (texts without markup) in `language` 'en' or 'ar'."""

    def __init__(self, rng, language, number):
        self.language = language
        words = AR if language == 'ar' else EN
        random = rng.random  # choice() is five times slower, and pages are made by the ten thousand
        pick = lambda key: words[key][int(random() * len(words[key]))]
        self.title = f"{pick('who')} {pick('did')} {pick('what')}"
        self.title = self.title[0].upper() + self.title[1:] + f' ({number})'
        self.paragraphs = []
        for _ in range(4 + int(random() * 5)):
            sentences = []
            for _ in range(2 + int(random() * 3)):
                lead = f"{pick('join')}{pick('who')} {pick('did')} {pick('what')} {pick('when')}."
                sentences.append(lead[0].upper() + lead[1:])
                sentences.append(pick('detail').format(n=11 + int(random() * 99999), m=2 + int(random() * 95)) + '.')
            self.paragraphs.append(' '.join(sentences))


PAGE = '''<!doctype html>
<html lang="{lang}" dir="{dir}"><head><meta charset="utf-8">
<title>{title} - {site}</title>
<link rel="canonical" href="{url}">
<meta property="og:title" content="{title}">
<meta property="article:published_time" content="{time}">
<style>body{{margin:2em auto;max-width:40em;font-family:serif}}nav a{{margin:.5em}}</style></head>
<body><header><nav><a href="/">{home}</a><a href="/politics/">{politics}</a><a href="/sport/">{sport}</a></nav></header>
<main><article><h1>{title}</h1><p class="meta"><time datetime="{time}">{time}</time></p>
{body}
</article><aside><h2>{more}</h2><ul>{links}</ul></aside></main>
<footer><p>{foot}</p></footer></body></html>
'''
LABELS = {
    'en': dict(dir='ltr', home='Home', politics='Politics', sport='Sport', more='Most read', foot='All rights reserved.'),
    'ar': dict(dir='rtl', home='الرئيسية', politics='سياسة', sport='رياضة', more='الأكثر قراءة', foot='جميع الحقوق محفوظة.'),
}


def page(story, url, site, time, links):
    """The article page of a story, as a site of its language shows it."""
    body = '\n'.join(f'<p>{html.escape(p)}</p>' for p in story.paragraphs)
    listed = ''.join(f'<li><a href="{u}">{html.escape(t)}</a></li>' for u, t in links)
    return PAGE.format(lang=story.language, title=html.escape(story.title), site=html.escape(site), url=url,
                       time=time, body=body, links=listed, **LABELS[story.language])
