"""News sites on one local port, told apart by their names: each has a feed that grows while one
watches, and pages. Some are in trouble, as some always are."""

import http.server, math, threading, time
from email.utils import formatdate
from xml.sax.saxutils import escape

import invented_news as news

HOUSES = {  # host: (name, language, stories a minute, status of its feed)
    "sahil": ("جريدة الساحل", "ar", 14, 200), "manara": ("المنارة", "ar", 9, 200),
    "wadi": ("أخبار الوادي", "ar", 20, 200), "qamar": ("مجلة القمر", "ar", 4, 200),
    "midan": ("الميدان", "ar", 11, 200), "barq": ("وكالة البرق", "ar", 26, 200),
    "quay": ("The Quay Gazette", "en", 12, 200), "stone": ("Stonefield Post", "en", 8, 200),
    "linden": ("Linden Hill Weekly", "en", 3, 200), "north": ("Northgate Courier", "en", 16, 200),
    "salt": ("Saltmarsh Echo", "en", 7, 200), "alder": ("Alder Cross Times", "en", 10, 200),
    "dawn": ("صدى الفجر", "ar", 6, 503), "lantern": ("The Lantern", "en", 5, 410),
    "mirror": ("مرآة المدينة", "ar", 5, 200),
}
CLOSED = {"mirror"}  # robots.txt forbids their pages; their entries carry some text
BACKLOG = 4  # stories that each house has to begin with


class Newsroom(http.server.ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Pages)
        self.port = self.server_address[1]
        self.began = time.time()
        threading.Thread(target=self.serve_forever, daemon=True).start()

    def config(self):
        """The [sources.feeds] that watches all of it."""
        out = [f'[sources.feeds]\ncontact = "https://tests.example/"\nallow_private_addresses = true\n'
               f'resolve = ["*.example:80=127.0.0.1:{self.port}"]\nfetch_pages = "always"\nspread_s = 0\n'
               f'interval_least_s = 1\ninterval_most_s = 2\ndelay_ms = 0\nsite_requests_max = 8\n']
        for host, (name, language, _, _) in HOUSES.items():
            out.append(f'[[sources.feeds.feed]]\nurl = "http://www.{host}.example/feed.xml"\n'
                       f'name = "{name}"\nlanguage = "{language}"\n')
        out.append('[[sources.feeds.feed]]\nurl = "http://www.harvest.example/feed.xml"\n'
                   'name = "Harvest Notes"\npaused = true\n')
        return "\n".join(out)

    def stories(self, host):
        """Numbers of the stories of a house so far, newest first, with the second of each."""
        name, language, per_minute, _ = HOUSES[host]
        place = list(HOUSES).index(host)
        passed = time.time() - self.began
        passed += 9 * math.sin(passed / 10)  # news comes in waves
        count = BACKLOG + int(max(0, passed) * 2 * per_minute / 60)
        for i in range(count - 1, max(-1, count - 40), -1):
            number = 2 * (place * 10_000 + i) + (language == "en")
            if i % 9 == 4:  # what the agency gave to every house of that language
                number = 2 * (900_000 + i) + (language == "en")
            yield number, self.began + (i - BACKLOG) * 30 / per_minute


class Pages(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        host = self.headers.get("Host", "").split(":")[0].split(".")[-2:][0]
        if self.path == "/robots.txt" and host in CLOSED:
            return self.answer(200, "text/plain", "User-agent: *\nDisallow: /n/\n")
        if self.path == "/robots.txt" or host not in HOUSES:
            return self.answer(404, "text/plain", "")
        name, _, _, status = HOUSES[host]
        if self.path == "/feed.xml":
            return self.answer(status, "application/rss+xml", self.feed(host, name) if status == 200 else "")
        number = int(self.path.rsplit("/", 1)[1])
        published = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(self.server.began))
        return self.answer(200, "text/html; charset=utf-8", news.page(number, name, published))

    def feed(self, host, name):
        told = "<description>" + "سطر مما جاء في الخبر كما يرويه الموجز. " * 8 + "</description>" if host in CLOSED else ""
        items = "".join(
            f"<item>{told}<title>{escape(news.story(n)[1])}</title><link>http://www.{host}.example/n/{n}</link>"
            f"<guid>http://www.{host}.example/n/{n}</guid><pubDate>{formatdate(second)}</pubDate></item>"
            for n, second in self.server.stories(host))
        return f'<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>{name}</title>{items}</channel></rss>'

    def answer(self, status, content_type, body):
        bytes_ = body.encode()
        self.send_response(status)
        self.send_header("Content-Type", content_type)
        self.send_header("Content-Length", str(len(bytes_)))
        self.end_headers()
        self.wfile.write(bytes_)

    def log_message(self, *_):
        pass
