"""News that nobody reported: texts for tests that need a stream of articles. Deterministic."""

ARABIC_PLACES = ["المرسى القديم", "وادي السدر", "عين الشمس", "تل الزيتون", "رأس الحجر", "باب البحر"]
ARABIC_MATTERS = [
    ("افتتاح مكتبة عامة", "تضم المكتبة ثلاثين ألف كتاب وقاعات للقراءة ومرسما للأطفال"),
    ("موسم زيتون وفير", "بلغ المحصول ضعف ما كان عليه في العام الماضي بعد أمطار غزيرة في الشتاء"),
    ("ترميم الجسر الحجري", "استغرقت أعمال الترميم عامين وأعادت فتح الطريق أمام المشاة والدراجات"),
    ("مهرجان للحرف اليدوية", "يشارك فيه مئة وعشرون حرفيا من صناع الفخار والنسيج والنحاس"),
    ("محطة جديدة لتحلية المياه", "تكفي المحطة حاجة أربعين ألف نسمة وتعمل بالطاقة الشمسية"),
    ("قطار يربط الساحل بالجبل", "تستغرق الرحلة خمسين دقيقة ويتوقف القطار في تسع محطات"),
]
ENGLISH_PLACES = ["Harrow Quay", "Millbrook", "Stonefield", "Easter Bay", "Linden Hill", "Northgate"]
ENGLISH_MATTERS = [
    ("opens its first night library", "The reading rooms stay lit until two in the morning and hold forty thousand books"),
    ("counts its swifts again", "Volunteers on the roofs counted nine hundred birds, more than in any year since the count began"),
    ("rebuilds the old rope bridge", "The bridge had been closed for eleven years after a flood took two of its anchors"),
    ("tries buses on demand", "Passengers call the bus by telephone and wait no longer than a quarter of an hour"),
    ("plants a thousand pear trees", "The trees stand along the canal and belong to whoever picks the fruit"),
    ("reopens its tide mill", "The mill grinds flour for three bakeries whenever the tide runs out"),
]


def arabic(n):
    place = ARABIC_PLACES[n % 6]
    matter, detail = ARABIC_MATTERS[(n // 6 + n) % 6]
    title = f"{matter} في {place}"
    text = [
        f"شهدت بلدة {place} صباح اليوم {matter}، في احتفال حضره أهالي البلدة وعدد من الضيوف من القرى المجاورة رقم {n}.",
        f"{detail}، بحسب ما قاله رئيس المجلس المحلي الذي شكر كل من شارك في العمل خلال الأشهر الماضية وعددهم {n + 20} متطوعا.",
        f"وأضاف أن المجلس يعتزم مواصلة مشاريعه في العام المقبل، وأن سكان {place} سيختارون بأنفسهم ما يبدأ به أولا.",
    ]
    return title, text


def english(n):
    place = ENGLISH_PLACES[n % 6]
    matter, detail = ENGLISH_MATTERS[(n // 6 + n) % 6]
    title = f"{place} {matter}"
    text = [
        f"{place} {matter} this week, the town council said on Monday after a meeting that {n + 31} residents attended.",
        f"{detail}, according to the report that was read aloud in the hall and will be printed in the parish paper.",
        f"The council now wants to ask the people of {place} what should come next, and it has set aside {n + 3} evenings for the talks.",
    ]
    return title, text


def article(n):
    """(language, title, paragraphs) of article n."""
    return ("ar", *arabic(n)) if n % 2 == 0 else ("en", *english(n))


def page(n, host, published):
    """An HTML page with the furniture that real ones have."""
    language, title, text = article(n)
    rtl = ' dir="rtl"' if language == "ar" else ""
    follow = "تابعونا على فيسبوك وتويتر" if language == "ar" else "Follow us on Facebook and Twitter"
    also = "اقرأ أيضا: " if language == "ar" else "Read also: "
    other = article(n + 2)[1]
    body = "\n".join(f"<p>{line}</p>" for line in text)
    return f"""<!doctype html><html lang="{language}"{rtl}><head><meta charset="utf-8"><title>{title} | {host}</title>
<meta property="og:title" content="{title}"><meta property="article:published_time" content="{published}"></head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li></ul></nav>
<article><h1>{title}</h1>
{body}
<p>{also}<a href="/n/{n + 2}">{other}</a></p>
<p>{follow}</p></article>
<footer><p>© {host}</p></footer></body></html>"""
