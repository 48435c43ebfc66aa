#!/usr/bin/env python3
"""Makes the bundled sample in tests/data/demo. Standard library only; the same bytes at every run.

The stories, outlets and people are invented here. They show what real input looks like: pages in
old charsets, social footers, copies under another headline, a corrected version, broken records.
"""
import gzip, html, json, os, uuid

HERE = os.path.join(os.path.dirname(os.path.abspath(__file__)), 'demo')

# slug: (lang, headline, [paragraphs])
STORIES = {
    'ar-bridge': ('ar', 'افتتاح جسر المشاة الجديد فوق نهر الوادي بعد عامين من الأعمال', [
        'افتتح محافظ المدينة صباح اليوم جسر المشاة الجديد فوق نهر الوادي، بعد عامين من الأعمال التي تأخرت مرتين بسبب الفيضانات الربيعية.',
        'وقال المحافظ في كلمة أمام مئات الأهالي إن الجسر يختصر الطريق بين الحي القديم والسوق المركزي من أربعين دقيقة إلى خمس دقائق فقط، مؤكداً أن الكلفة النهائية بلغت ثلاثة ملايين ومئتي ألف.',
        'وأوضحت المهندسة المشرفة ريم العلي أن الجسر يتحمل عبور ألفي شخص في الساعة، وأنه مزود بإنارة تعمل بالطاقة الشمسية ومسار خاص للكراسي المتحركة.',
        'وأعرب أصحاب المحال في السوق عن أملهم بأن تعود الحركة إلى الشارع التجاري الذي خلا من الزبائن منذ إغلاق الجسر القديم.',
    ]),
    'ar-wheat': ('ar', 'مزارعو السهل الشرقي يتوقعون موسم قمح أفضل بعد أمطار آذار', [
        'يتوقع مزارعو السهل الشرقي أن يرتفع محصول القمح هذا العام بنحو الربع، بعد أمطار غزيرة هطلت في النصف الثاني من آذار وأنقذت الحقول البعلية.',
        'وذكر رئيس جمعية الفلاحين سامر الحداد أن المساحة المزروعة وصلت إلى 48 ألف هكتار، وأن آفة الصدأ لم تظهر إلا في ثلاث قرى.',
        'وطالب المزارعون بتثبيت سعر الشراء قبل بداية الحصاد، وبزيادة عدد مراكز الاستلام التي لم تتجاوز خمسة مراكز في العام الماضي.',
    ]),
    'ar-library': ('ar', 'مكتبة متنقلة تصل إلى عشرين قرية جبلية خلال الصيف', [
        'انطلقت من ساحة البلدية حافلة حُوّلت إلى مكتبة متنقلة تحمل ثلاثة آلاف كتاب، لتزور عشرين قرية جبلية خلال أشهر الصيف.',
        'وبينت أمينة المكتبة هدى منصور أن الفكرة بدأت بعد أن لاحظ المعلمون أن أطفال القرى لا يجدون ما يقرؤونه بعد انتهاء العام الدراسي.',
        'وستقف الحافلة في كل قرية يومين، مع أمسية لقراءة القصص، ويمكن للأطفال استعارة كتابين وإعادتهما في الزيارة التالية.',
    ]),
    'en-ferry': ('en', 'Island ferry returns after engine repair, two days ahead of plan', [
        'The island ferry went back into service on Tuesday morning after engineers replaced a cracked drive shaft, two days earlier than the operator had promised.',
        'About 1,400 residents had relied on a small relief boat for eleven days, and the island’s only supermarket had begun to ration fresh milk and bread.',
        '“We are tired, but the engine sounds better than it has in years,” said the chief engineer, Marta Lindqvist, as the first cars rolled off the ramp.',
        'The operator said passengers who had booked during the outage would get a full refund within two weeks. A public inquiry into why no spare shaft was held in stock will start in May.',
    ]),
    'en-owls': ('en', 'Barn owls settle in church tower as builders wait', [
        'Repairs to the tower of St Brannoc’s have been put off until August because a pair of barn owls has raised four chicks behind the clock face.',
        'The parish council had hired scaffolders for 90 days, but wildlife rules forbid work near an active nest. “Nobody minds,” said the churchwarden, Peter Hale. “The clock has been wrong since 1987.”',
        'A camera lent by a local school now streams the nest, and collections for the roof fund have doubled since the first chick hatched.',
    ]),
    'fr-tram': ('fr', 'Le tramway prolongé jusqu’au lycée dès la rentrée', [
        'La ligne de tramway sera prolongée jusqu’au lycée des Coteaux dès la rentrée de septembre, a annoncé lundi la métropole après dix-huit mois de chantier.',
        'Trois nouvelles stations desserviront un quartier de neuf mille habitants. Les élèves, qui mettaient près d’une heure en autobus, gagneront vingt-cinq minutes par trajet.',
        '« Nous avons tenu le budget de 41 millions d’euros malgré la hausse du prix de l’acier », s’est félicitée l’élue chargée des transports, Hélène Garrec.',
    ]),
    'fr-fromage': ('fr', 'Une fromagerie de montagne rouvre grâce aux habitants', [
        'Fermée depuis quatre ans, la fromagerie du village de Saint-Aubin a rouvert samedi après que deux cent trente habitants ont acheté chacun une part de cent euros.',
        'Deux jeunes fromagers, Élise et Théo Marchand, produiront d’abord une tomme au lait cru, puis un bleu à partir de l’hiver prochain.',
    ]),
    'ru-museum': ('ru', 'Музей часов открыл зал с механизмами XVIII века', [
        'Городской музей часов открыл в пятницу новый зал, где впервые показаны сорок два механизма XVIII века, собранные местными мастерами.',
        'По словам хранителя коллекции Анны Беловой, часть часов десять лет пролежала в ящиках, потому что для них не было ни витрин, ни реставраторов.',
        'Все экспонаты ходят и бьют каждый час, поэтому смотрители попросили выдать им беруши. Выставка продлится до конца ноября.',
    ]),
    'ru-bakery': ('ru', 'Пекарня на вокзале будет отдавать непроданный хлеб бесплатно', [
        'Пекарня на железнодорожном вокзале с понедельника отдаёт хлеб, не проданный к девяти вечера, всем желающим бесплатно.',
        'Владелец Игорь Соколов рассказал, что раньше в конце дня выбрасывали до тридцати батонов. Теперь у входа стоит полка, и к закрытию она пустеет.',
    ]),
    'tr-zeytin': ('tr', 'Zeytin üreticileri hasada erken başladı', [
        'Körfez ilçesinde zeytin üreticileri, sıcak geçen sonbahar nedeniyle hasada bu yıl iki hafta erken başladı.',
        'Üretici birliği başkanı Ayşe Güneş, rekoltenin geçen yıla göre yüzde on beş artarak 12 bin tona ulaşmasını beklediklerini söyledi.',
        'Üreticiler, işçi bulmakta zorlandıklarını ve soğuk hava depolarının yetersiz kaldığını dile getirdi.',
    ]),
    'fa-garden': ('fa', 'باغ گیاه‌شناسی شهر پس از بازسازی به روی مردم باز شد', [
        'باغ گیاه‌شناسی شهر پس از هجده ماه بازسازی، روز پنجشنبه بار دیگر به روی مردم باز شد و صدها خانواده از نخستین ساعت‌ها در آن قدم زدند.',
        'مدیر باغ، خانم نرگس رستمی، گفت که بیش از شش هزار گونهٔ گیاهی در این مجموعه نگهداری می‌شود و گلخانهٔ کاکتوس‌ها برای نخستین بار قابل بازدید است.',
        'ورود برای دانش‌آموزان تا پایان مهرماه رایگان خواهد بود.',
    ]),
}

FOOTERS = {
    'ar': ['تابعوا آخر الأخبار عبر قناتنا على تيليغرام:', 'https://t.me/nahr_news_demo', 'للاشتراك في خدمة واتساب أرسل كلمة اشتراك إلى الرقم 0900000000', 'اقرأ أيضاً'],
    'en': ['Follow us on Telegram and WhatsApp', 'Sign up to our daily newsletter', 'Read more'],
    'fr': ['Suivez-nous sur Telegram', 'À lire aussi'],
    'ru': ['Подписывайтесь на наш канал в Telegram', 'Читайте также'],
    'tr': ['Bizi Telegram\'dan takip edin', 'İlgili haberler'],
    'fa': ['ما را در تلگرام دنبال کنید', 'بیشتر بخوانید'],
}
NAV = {'ar': ['الرئيسية', 'سياسة', 'اقتصاد', 'رياضة', 'ثقافة'], 'en': ['Home', 'World', 'Business', 'Sport'],
       'fr': ['Accueil', 'Monde', 'Économie'], 'ru': ['Главная', 'Мир', 'Экономика'],
       'tr': ['Anasayfa', 'Dünya', 'Ekonomi'], 'fa': ['خانه', 'جهان', 'اقتصاد']}


def page(slug, site, date, charset, author='', headline=None, body=None, meta=True, json_ld=False):
    lang, title, paragraphs = STORIES[slug]
    title, paragraphs = headline or title, body or paragraphs
    e = html.escape
    direction = ' dir="rtl"' if lang in ('ar', 'fa') else ''
    head = [f'<meta charset="{charset}">', f'<title>{e(title)} | {e(site)}</title>']
    if meta:
        head += [f'<meta property="og:title" content="{e(title)}">', f'<meta property="og:site_name" content="{e(site)}">',
                 f'<meta property="article:published_time" content="{date}">',
                 f'<meta property="og:image" content="/media/{slug}.jpg">']
        if author:
            head.append(f'<meta name="author" content="{e(author)}">')
    if json_ld:
        graph = {'@context': 'https://schema.org', '@graph': [{'@type': 'NewsArticle', 'headline': title, 'datePublished': date,
                 'author': [{'@type': 'Person', 'name': author}] if author else [], 'image': f'/media/{slug}.jpg'}]}
        head.append('<script type="application/ld+json">' + json.dumps(graph, ensure_ascii=False) + '</script>')
    nav = ''.join(f'<li><a href="/{i}">{e(n)}</a></li>' for i, n in enumerate(NAV[lang]))
    text = ''.join(f'<p>{e(p)}</p>\n' for p in paragraphs)
    footer = ''.join(f'<p>{e(f)}</p>\n' if not f.startswith('http') else f'<p><a href="{f}">{f}</a></p>\n' for f in FOOTERS[lang])
    teasers = ''.join(f'<li><a href="/story/{s}">{e(t[1])}</a></li>' for s, t in STORIES.items() if t[0] == lang and s != slug)
    byline = f'<div class="byline"><a rel="author" href="/staff">{e(author)}</a> <time datetime="{date}">{date[:10]}</time></div>' if author else ''
    return f'''<!doctype html>
<html lang="{lang}"{direction}><head>{"".join(head)}
<script>window.ads = ["<p>not text</p>"];</script><style>p {{ margin: 0 }}</style></head>
<body><header><nav><ul>{nav}</ul></nav></header>
<main><article><h1>{e(title)}</h1>{byline}
<figure><img src="/media/{slug}.jpg" alt=""></figure>
{text}{footer}<ul class="related">{teasers}</ul></article></main>
<aside><h3>{e(NAV[lang][0])}</h3><ul>{teasers}</ul></aside>
<footer>© 2026 {e(site)}</footer></body></html>
'''


class Warc:
    def __init__(self):
        self.members = []

    def record(self, kind, url, date, content_type, body, length=None):
        number = len(self.members)
        record_id = uuid.uuid5(uuid.NAMESPACE_URL, f'khabar-demo-{number}')
        lines = ['WARC/1.1', f'WARC-Type: {kind}', f'WARC-Record-ID: <urn:uuid:{record_id}>', f'WARC-Date: {date}']
        if url:
            lines.append(f'WARC-Target-URI: {url}')
        if content_type:
            lines.append(f'Content-Type: {content_type}')
        lines.append(f'Content-Length: {len(body) if length is None else length}')
        self.members.append(gzip.compress('\r\n'.join(lines).encode() + b'\r\n\r\n' + body + b'\r\n\r\n', 9, mtime=0))

    def response(self, url, date, text, charset, header_charset=True, status='200 OK', chunked=False, length=None):
        body = text.encode(charset, 'xmlcharrefreplace')
        headers = [f'HTTP/1.1 {status}', 'Content-Type: text/html' + (f'; charset={charset}' if header_charset else '')]
        if chunked:
            headers.append('Transfer-Encoding: chunked')
            half = len(body) // 2
            body = b''.join(b'%x\r\n' % len(c) + c + b'\r\n' for c in (body[:half], body[half:])) + b'0\r\n\r\n'
        self.record('response', url, date, 'application/http; msgtype=response',
                    '\r\n'.join(headers).encode() + b'\r\n\r\n' + body, length)


def main():
    os.makedirs(HERE, exist_ok=True)
    w = Warc()
    day = '2026-03-{:02d}T{:02d}:00:00Z'.format
    w.record('warcinfo', None, day(1, 0), 'application/warc-fields', b'software: khabar demo\r\n')
    w.response('https://nahr-news.example/ar/bridge', day(3, 9), page('ar-bridge', 'أخبار النهر', '2026-03-03T08:30:00+03:00', 'windows-1256', 'ليلى درويش'), 'windows-1256', header_charset=False)
    w.response('https://sahl-press.example/2026/wheat', day(3, 11), page('ar-wheat', 'صحافة السهل', '2026-03-03T10:15:00+03:00', 'utf-8', 'كريم نصار', json_ld=True), 'utf-8', chunked=True)
    # the bridge story again, under another outlet's headline
    w.response('https://sahl-press.example/2026/bridge', day(3, 13), page('ar-bridge', 'صحافة السهل', '2026-03-03T12:40:00+03:00', 'utf-8', headline='جسر جديد للمشاة يربط الحي القديم بالسوق'), 'utf-8')
    w.record('request', 'https://sahl-press.example/2026/bridge', day(3, 13), 'application/http; msgtype=request', b'GET /2026/bridge HTTP/1.1\r\n\r\n')
    w.response('https://coast-herald.example/news/ferry', day(4, 8), page('en-ferry', 'Coast Herald', '2026-03-04T07:05:00Z', 'utf-8', 'Tom Ashby'), 'utf-8')
    w.response('https://coast-herald.example/news/owls', day(4, 9), page('en-owls', 'Coast Herald', '2026-03-04T08:20:00Z', 'iso-8859-1', 'Ruth Ellery', meta=False), 'windows-1252', header_charset=False)
    w.response('https://metropole-info.example/tram', day(5, 6), page('fr-tram', 'Métropole Info', '2026-03-05T06:10:00+01:00', 'iso-8859-15', 'Julien Maret'), 'iso-8859-15')
    w.response('https://vecher.example/museum', day(5, 7), page('ru-museum', 'Вечерний город', '2026-03-05T09:00:00+03:00', 'windows-1251', 'Олег Таранов'), 'windows-1251')
    w.response('https://vecher.example/bakery', day(5, 8), page('ru-bakery', 'Вечерний город', '2026-03-05T10:30:00+03:00', 'koi8-r'), 'koi8-r', header_charset=False)
    w.response('https://korfez.example/zeytin', day(6, 6), page('tr-zeytin', 'Körfez Postası', '2026-03-06T08:45:00+03:00', 'iso-8859-9', 'Mehmet Yalın'), 'iso-8859-9')
    w.response('https://bagh.example/garden', day(6, 7), page('fa-garden', 'خبر باغ', '2026-03-06T11:00:00+03:30', 'utf-8', 'مینا کاظمی', json_ld=True), 'utf-8')
    # the ferry story, corrected by its own outlet the next day
    lang, title, body = STORIES['en-ferry']
    corrected = body[:3] + ['Correction: the operator said passengers who had booked during the outage would get a refund within four weeks, not two. A public inquiry into why no spare shaft was held in stock will start in May.']
    w.response('https://coast-herald.example/news/ferry?utm_source=mail', day(5, 9), page('en-ferry', 'Coast Herald', '2026-03-04T07:05:00Z', 'utf-8', 'Tom Ashby', body=corrected), 'utf-8')
    w.response('https://coast-herald.example/news/gone', day(5, 9), '<p>Not found</p>', 'utf-8', status='404 Not Found')
    w.record('revisit', 'https://vecher.example/museum', day(6, 8), 'application/http; msgtype=response', b'HTTP/1.1 304 Not Modified\r\n\r\n')
    # a record whose length lies: a real reader reports it and finds the next one
    w.response('https://vecher.example/broken', day(6, 9), '<p>cut short</p>', 'utf-8', length=99999)
    w.response('https://metropole-info.example/fromage', day(6, 10), page('fr-fromage', 'Métropole Info', '2026-03-06T09:50:00+01:00', 'utf-8', json_ld=True), 'utf-8')
    with open(os.path.join(HERE, 'pages.warc.gz'), 'wb') as f:
        f.write(b''.join(w.members))

    lines = []
    for number, slug in enumerate(('ar-library', 'en-owls', 'tr-zeytin', 'fa-garden')):
        lang, title, paragraphs = STORIES[slug]
        lines.append(json.dumps({'id': f'wire-{number}', 'url': f'https://wire.example/{slug}', 'title': title,
                                 'text': '\n'.join(paragraphs + FOOTERS[lang]), 'published': f'2026-03-07T0{number}:00:00Z',
                                 'source': 'wire'}, ensure_ascii=False))
    lines.insert(2, '{"id": "wire-broken", "text": "a line that was cut in the mid')
    lines.append(json.dumps({'id': 'wire-empty', 'url': 'https://wire.example/empty', 'title': 'No body'}))
    with open(os.path.join(HERE, 'wire.jsonl'), 'w', encoding='utf-8') as f:
        f.write('\n'.join(lines) + '\n')

    lang, title, paragraphs = STORIES['ar-wheat']
    with open(os.path.join(HERE, 'wheat.txt'), 'w', encoding='utf-8') as f:
        f.write('\n'.join([title, '', 'دمشق-سانا', ''] + paragraphs + [''] + FOOTERS['ar']) + '\n')
    lang, title, paragraphs = STORIES['ru-museum']
    with open(os.path.join(HERE, 'museum.txt'), 'wb') as f:
        f.write(('\r\n\r\n'.join([title] + paragraphs + FOOTERS['ru']) + '\r\n').encode('windows-1251'))


if __name__ == '__main__':
    main()
