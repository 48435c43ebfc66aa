"""News that nobody reported: stories for tests that need a stream of them. Story n is always the
same; two stories share hardly a line, so that only what is given out twice is a copy."""

import random

PLACES = {
    "ar": ["المرسى القديم", "وادي السدر", "عين الشمس", "تل الزيتون", "رأس الحجر", "باب البحر", "سهل القمح", "جسر العنبر"],
    "en": ["Harrow Quay", "Millbrook", "Stonefield", "Easter Bay", "Linden Hill", "Northgate", "Alder Cross", "Saltmarsh"],
}
NAMES = {
    "ar": ["سلمى الحداد", "يوسف النجار", "ليلى منصور", "كريم السقا", "هدى البنا", "طارق العطار", "ريم الصباغ", "نبيل الخياط"],
    "en": ["Ruth Calloway", "Peter Lindqvist", "Amara Doyle", "Tom Hargreave", "Ines Falk", "George Mbeki", "Clara Voss", "Hugh Tennant"],
}
HEADLINES = {
    "ar": ["افتتاح مكتبة ليلية في {place} بعد {a} شهرا من العمل", "{place} تحصي طيورها: {b} عشا هذا الربيع",
           "قطار جديد يصل {place} بالجبل في {a} دقيقة", "محصول الزيتون في {place} يبلغ {b} طنا",
           "{name} تفوز بجائزة الحرف في {place}", "ترميم الجسر الحجري في {place} يكلف {b} ألفا",
           "{place} تزرع {b} شجرة على ضفتي القناة", "مئذنة {place} تستعيد ساعتها بعد {a} عاما"],
    "en": ["{place} opens a night library after {a} months of work", "{place} counts its swifts: {b} nests this spring",
           "New train ties {place} to the hills in {a} minutes", "Pear harvest in {place} reaches {b} tonnes",
           "{name} wins the crafts prize of {place}", "Old rope bridge of {place} rebuilt for {b} thousand",
           "{place} plants {b} trees along its canal", "Clock tower of {place} strikes again after {a} years"],
}
SENTENCES = {
    "ar": ["قالت {name} لأهالي {place} إن العمل استغرق {a} شهرا وشارك فيه {b} متطوعا من كل الأعمار.",
           "ووصل إلى الساحة صباح اليوم {b} زائرا، بعضهم مشى {a} كيلومترا من القرى المجاورة.",
           "ويذكر {name} أن أول محاولة من هذا النوع جرت قبل {a} عاما ولم تدم سوى {b} يوما.",
           "وتبلغ الكلفة {b} ألفا، جمع المجلس المحلي منها {a} في المئة من تبرعات التجار.",
           "وعلى الجدار الشرقي نقش الحرفيون {a} اسما، آخرها اسم {name} التي رسمت المخطط الأول.",
           "ويتوقع المهندسون أن يصمد البناء {b} عاما إذا جرت صيانته كل {a} أشهر كما هو مخطط.",
           "وكانت المدرسة القريبة قد أرسلت {b} رسالة كتبها التلاميذ، اختير منها {a} لتقرأ في الحفل.",
           "واشترط {name} أن يبقى الدخول مجانا في {a} أيام من كل شهر على الأقل لسكان {place}.",
           "وبعد الظهر عزفت فرقة من {a} عازفا، وامتدت الموائد على طول {b} مترا قرب الميناء.",
           "ويقول الصيادون إنهم باعوا خلال ساعة {b} سلة، وهو ما يبيعونه عادة في {a} أيام.",
           "وسيصدر تقرير مفصل في {a} صفحة، ترجمته {name} ووزعت منه {b} نسخة على المقاهي.",
           "أما الطريق الضيق فسيغلق {a} ليالي متتالية حتى تمر {b} شاحنة محملة بالحجر الأبيض."],
    "en": ["{name} told the people of {place} that the work took {a} months and {b} volunteers of every age.",
           "By noon {b} visitors had come to the square, some of them after a walk of {a} miles over the downs.",
           "The last attempt of the kind, {name} recalls, was made {a} years ago and was given up after {b} days.",
           "It cost {b} thousand in all, of which {a} per cent came from the market traders themselves.",
           "On the east wall masons have cut {a} names, the last of them that of {name}, who drew the first plan.",
           "Engineers expect it to stand for {b} years if it is looked after every {a} months, as is intended.",
           "The school nearby had sent {b} letters written by its pupils; {a} of them were read aloud.",
           "{name} asked only that entry stay free on {a} days of each month for whoever lives in {place}.",
           "In the afternoon a band of {a} played, and tables stood along {b} yards of the harbour wall.",
           "The fishermen say they sold {b} baskets within the hour, which is what {a} ordinary days bring.",
           "A report of {a} pages, edited by {name}, has been left in {b} copies in the cafes of the town.",
           "The narrow road will be shut for {a} nights running while {b} carts of white stone go through."],
}


def story(n):
    """(language, title, paragraphs) of story n."""
    chance = random.Random(n)
    language = "ar" if n % 2 == 0 else "en"
    place = PLACES[language][n // 2 % 8]

    def filled(text):
        return text.format(place=place, name=chance.choice(NAMES[language]),
                           a=chance.randint(3, 60), b=chance.randint(70, 990))

    title = filled(HEADLINES[language][n // 2 % 8 if n % 3 else chance.randrange(8)])
    return language, title, [filled(line) for line in chance.sample(SENTENCES[language], 6)]


def page(n, house, published):
    """An HTML page of story n with the furniture that real ones have."""
    language, title, text = story(n)
    rtl = ' dir="rtl"' if language == "ar" else ""
    words = {"ar": ("تابعونا على فيسبوك وتويتر", "اقرأ أيضا: ", "الرئيسية", "كتب"),
             "en": ("Follow us on Facebook and Twitter", "Read also: ", "Home", "By")}[language]
    author = NAMES[language][n % 8]
    body = "\n".join(f"<p>{line}</p>" for line in text)
    return f"""<!doctype html><html lang="{language}"{rtl}><head><meta charset="utf-8"><title>{title} | {house}</title>
<meta property="og:title" content="{title}"><meta property="og:site_name" content="{house}">
<meta property="article:published_time" content="{published}"><meta name="author" content="{author}"></head>
<body><nav><ul><li><a href="/">{words[2]}</a></li></ul></nav>
<article><h1>{title}</h1><p class="byline">{words[3]} {author}</p>
{body}
<p>{words[1]}<a href="/n/{n + 2}">{story(n + 2)[1]}</a></p>
<p>{words[0]}</p></article>
<footer><p>© {house}</p></footer></body></html>"""
