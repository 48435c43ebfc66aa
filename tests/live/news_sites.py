"""NewsSites: a private nginx that is as many news sites as a test wants.

    with NewsSites(sites=20) as web:                 # nginx on loopback ports of its own, no root needed
        web.sites[3].publish(2)                      # two new articles, in its feed and as pages
        conf = web.client_settings()                 # what `khabar run` needs to find it: [http] settings

Names are SITE.news.test; the program is led to nginx by `resolve` rules, so URLs look like the web's:
http://site0003.news.test/feed.xml. TLS has a private CA (`ca_file`).

    siteNNNN   feed.xml (RSS, every third Atom), sitemap.xml, robots.txt, /news/N.html; every other in Arabic
               /moved/N.html 301 -> /news/N.html    /found/N.html 302    /gone/ 410    /busy/ 429 + Retry-After
               /error/ 500    /drop/ closes without a word    /cut/ ends in the middle    /silent/ never answers
    gone       its feed is 410        moved    its feed is a 301 to site0000's       busy    429 + Retry-After: 120
    broken     its feed is 500        drop     closes without a word                 silent  accepts, never answers
    loop       redirects to itself    inside   redirects to 127.0.0.2       bomb    128 MB of blanks, gzipped

Everything lies in one temporary folder; nginx dies with stop() or the `with` block.

    news_sites.py SITES ENTRIES     serves until SIGTERM, SIGINT or its parent is gone; says where on stdout
"""
import gzip, os, random, shutil, signal, socket, subprocess, sys, tempfile, threading, time, urllib.request
from email.utils import formatdate

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import news_words

DOMAIN = 'news.test'
INSIDE = '127.0.0.2'   # listens too, but is not allowed: who asks there was led by a site
FEED_ENTRIES = 20   # as many as a front page shows
SITEMAP_ENTRIES = 200
ODD = ('gone', 'moved', 'busy', 'broken', 'drop', 'silent', 'loop', 'inside', 'bomb')


def nginx_path():
    """Where nginx is, or None: unpacked by `./dev live`, or installed; /usr/sbin is not in everybody's PATH."""
    root = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
    folders = os.pathsep.join([os.path.join(root, 'build/live/usr/sbin'), os.environ.get('PATH', ''), '/usr/sbin',
                               '/usr/local/sbin'])
    return shutil.which('nginx', path=folders)


def skip_without_nginx():
    """Ends the process with 77, which ctest reads as skipped, where the sites cannot be played."""
    missing = [name for name, path in (('nginx', nginx_path()), ('openssl', shutil.which('openssl'))) if not path]
    if missing:
        print(f'skipped: no {" and no ".join(missing)}; `./dev live` brings what is missing')
        sys.exit(77)


def escape(text):
    return text.replace('&', '&amp;').replace('<', '&lt;').replace('"', '&quot;')


class Entry:
    def __init__(self, number, url, guid, story, published):
        self.number, self.url, self.guid, self.story, self.published = number, url, guid, story, published


class Site:
    """One news site. Its feed holds the latest FEED_ENTRIES of `entries`, the newest first."""

    def __init__(self, web, number):
        self.web, self.number = web, number
        self.name = f'site{number:04d}'
        self.host = f'{self.name}.{DOMAIN}'
        self.language = 'ar' if number % 2 else 'en'
        self.base = f'{web.scheme}://{self.host}'
        self.feed_url = f'{self.base}/feed.xml'
        self.folder = os.path.join(web.folder, 'www', self.name)
        self.entries = []
        self.changed = 0   # the feed's Last-Modified: each change is a second of its own
        os.makedirs(os.path.join(self.folder, 'news'))
        self.write('robots.txt', f'User-agent: *\nDisallow: /private/\nSitemap: {self.base}/sitemap.xml\n')

    def write(self, name, text):
        """As sites do: under a new name, then renamed, so that nobody reads half a file."""
        path = os.path.join(self.folder, name)
        with open(path + '.new', 'w', encoding='utf-8') as file:
            file.write(text)
        os.rename(path + '.new', path)
        return path

    def publish(self, count=1):
        """Writes pages and feed of `count` new articles; gives their entries."""
        fresh = []
        for _ in range(count):
            number = len(self.entries) + 1
            url = f'{self.base}/news/{number}.html'
            story = news_words.Story(self.web.rng, self.language, f'{self.number}-{number}')
            entry = Entry(number, url, f'tag:{self.host},2026:{number}', story, time.time())
            links = [(e.url, e.story.title) for e in self.entries[-3:]]
            stamp = time.strftime('%Y-%m-%dT%H:%M:%SZ', time.gmtime(entry.published))
            self.write(f'news/{number}.html', news_words.page(story, url, self.name, stamp, links))
            self.entries.append(entry)
            fresh.append(entry)
        self.write_feed()
        return fresh

    def forget_page(self, number):
        """Deletes a page; its entry must have left the feed."""
        os.unlink(os.path.join(self.folder, 'news', f'{number}.html'))
        self.entries[number - 1].story = None

    def write_feed(self):
        shown = self.entries[:-FEED_ENTRIES - 1:-1]
        path = self.write('feed.xml', self.atom(shown) if self.number % 3 == 2 else self.rss(shown))
        self.changed = max(int(time.time()), self.changed + 1)
        os.utime(path, (self.changed, self.changed))  # nginx makes Last-Modified and ETag of it
        urls = ''.join(f'<url><loc>{e.url}</loc><lastmod>{time.strftime("%Y-%m-%d", time.gmtime(e.published))}'
                       '</lastmod></url>' for e in self.entries[-SITEMAP_ENTRIES:])
        self.write('sitemap.xml', '<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/'
                                  f'schemas/sitemap/0.9">{urls}</urlset>')

    def rss(self, entries):
        items = ''.join(
            f'<item><title>{escape(e.story.title)}</title><link>{e.url}</link><guid isPermaLink="false">{e.guid}</guid>'
            f'<pubDate>{formatdate(e.published)}</pubDate><description>{escape(e.story.paragraphs[0])}</description></item>\n'
            for e in entries)
        return (f'<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0"><channel><title>{self.name}</title>'
                f'<link>{self.base}/</link><description>News</description><language>{self.language}</language>\n'
                f'{items}</channel></rss>\n')

    def atom(self, entries):
        stamp = lambda t: time.strftime('%Y-%m-%dT%H:%M:%SZ', time.gmtime(t))
        items = ''.join(
            f'<entry><title>{escape(e.story.title)}</title><link href="{e.url}"/><id>{e.guid}</id><updated>{stamp(e.published)}'
            f'</updated><summary>{escape(e.story.paragraphs[0])}</summary></entry>\n' for e in entries)
        return (f'<?xml version="1.0" encoding="UTF-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{self.language}">'
                f'<title>{self.name}</title><id>{self.base}/</id><link href="{self.base}/"/><updated>{stamp(time.time())}'
                f'</updated>\n{items}</feed>\n')


class NewsSites:
    def __init__(self, sites=10, seed=None, tls=False, access_log=False, workers=1):
        self.rng = random.Random(time.time_ns() if seed is None else seed)
        self.scheme = 'https' if tls else 'http'
        self.access_log, self.workers = access_log, workers
        self.folder = tempfile.mkdtemp(prefix='khabar-news-')
        self.nginx = None
        self.odd_port = self.asked = 0
        try:
            os.makedirs(os.path.join(self.folder, 'temp'))
            self.sites = [Site(self, number) for number in range(sites)]
            self.make_bomb()
            self.make_certificates()
        except BaseException:
            shutil.rmtree(self.folder)
            raise

    def __enter__(self):
        self.start()
        return self

    def __exit__(self, *_):
        self.stop()

    # What the tests ask for

    def client_settings(self):
        """Options of the program's HTTP client, by their names in the configuration."""
        settings = {'resolve': [f'*.{DOMAIN}:80=127.0.0.1:{self.http_port}', f'*.{DOMAIN}:443=127.0.0.1:{self.https_port}'],
                    'allowed_networks': ['127.0.0.1']}
        if self.scheme == 'https':
            settings['ca_file'] = self.ca_file
        return settings

    def odd_feeds(self):
        return [f'{self.scheme}://{name}.{DOMAIN}/feed.xml' for name in ODD]

    def requests(self):
        """(host, path, status, time of its end) of each request so far; needs access_log=True."""
        with open(os.path.join(self.folder, 'access.log'), encoding='utf-8') as log:
            return [(host, path, int(status), float(end)) for host, path, status, end in
                    (line.split(' ') for line in log.read().splitlines())]

    def requests_inside(self):
        """How many requests came where nobody may lead the program; needs access_log=True."""
        return sum(host == INSIDE for host, *_ in self.requests())

    def requests_served(self):
        """How many requests nginx has answered since it started, without a log."""
        with urllib.request.urlopen(f'http://127.0.0.1:{self.status_port}/', timeout=10) as reply:
            self.asked += 1
            return int(reply.read().split()[9]) - self.asked

    # Files that are made once

    def make_bomb(self):
        """128 MB of blanks in 130 kB."""
        os.makedirs(os.path.join(self.folder, 'www', 'bomb'))
        with gzip.open(os.path.join(self.folder, 'www', 'bomb', 'feed.xml'), 'wb', compresslevel=6) as file:
            for _ in range(8):
                file.write(b' ' * (1 << 24))

    def make_certificates(self):
        self.ca_file = os.path.join(self.folder, 'ca.pem')
        run = lambda *words: subprocess.run(['openssl', *words], cwd=self.folder, check=True, capture_output=True)
        key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '30']
        run('req', '-x509', *key, '-keyout', 'ca.key', '-out', 'ca.pem', '-subj', '/CN=khabar test CA')
        run('req', *key, '-keyout', 'site.key', '-out', 'site.csr', '-subj', f'/CN=*.{DOMAIN}')
        with open(os.path.join(self.folder, 'names'), 'w') as file:
            file.write(f'subjectAltName=DNS:*.{DOMAIN}\n')
        run('x509', '-req', '-in', 'site.csr', '-CA', 'ca.pem', '-CAkey', 'ca.key', '-CAcreateserial', '-days', '30',
            '-extfile', 'names', '-out', 'site.pem')

    # nginx

    def start(self):
        ports = [socket.create_server(('127.0.0.1', 0)) for _ in range(3)]
        self.http_port, self.https_port, self.status_port = (p.getsockname()[1] for p in ports)
        for p in ports:
            p.close()
        self.odd = socket.create_server(('127.0.0.1', 0), backlog=512)
        self.odd_port = self.odd.getsockname()[1]
        threading.Thread(target=self.be_odd, daemon=True).start()
        conf = os.path.join(self.folder, 'nginx.conf')
        with open(conf, 'w') as file:
            file.write(self.configuration())
        # In a session of its own, so that a Ctrl-C reaches this process first, and stop() its workers.
        self.nginx = subprocess.Popen([nginx_path(), '-p', self.folder, '-c', conf, '-e', 'error.log'],
                                      stdin=subprocess.DEVNULL, start_new_session=True)
        for _ in range(200):
            if self.nginx.poll() is not None:
                break
            try:
                socket.create_connection(('127.0.0.1', self.http_port), 1).close()
                return
            except OSError:
                time.sleep(0.02)
        with open(os.path.join(self.folder, 'error.log')) as log:
            errors = log.read()
        self.stop()
        raise RuntimeError(f'nginx did not start: {errors}')

    def stop(self):
        if self.nginx:
            try:
                os.killpg(self.nginx.pid, signal.SIGTERM)
            except ProcessLookupError:
                pass
            self.nginx.wait()
            self.nginx = None
            self.odd.close()
        shutil.rmtree(self.folder, ignore_errors=True)

    def be_odd(self):
        """Behind nginx: /cut gives half of what it promises, everything else is never answered."""
        held = []
        while True:
            try:
                connection = self.odd.accept()[0]
            except OSError:
                return
            head = connection.recv(4096)
            if b'/cut/' in head:
                connection.sendall(b'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 9999\r\n\r\n<p>The first half')
                connection.close()
            else:
                held = held[-400:] + [connection]

    def configuration(self):
        log = 'access_log access.log short' if self.access_log else 'access_log off'
        odd_feeds = {'gone': 'return 410;', 'moved': f'return 301 {self.scheme}://site0000.{DOMAIN}/feed.xml;',
                     'busy': 'add_header Retry-After 120 always; return 429;', 'broken': 'return 500;', 'drop': 'return 444;',
                     'silent': f'proxy_pass http://127.0.0.1:{self.odd_port};', 'loop': 'return 302 /feed.xml;',
                     'inside': f'return 302 http://{INSIDE}:{self.http_port}/feed.xml;',
                     'bomb': 'root www/bomb; gzip off; add_header Content-Encoding gzip;'}
        listen = f'listen 127.0.0.1:{self.http_port} backlog=4096; listen 127.0.0.1:{self.https_port} ssl http2 backlog=4096;'
        plain = listen.replace(' backlog=4096', '')
        servers = ''.join(f'server {{ {plain} server_name {name}.{DOMAIN};\n  location = /feed.xml {{ {what} }}\n'
                          '  location / { return 404; } }\n' for name, what in odd_feeds.items())
        return f'''daemon off; worker_processes {self.workers}; pid nginx.pid; {'user root;' if os.getuid() == 0 else ''}
worker_rlimit_nofile 16384;
events {{ worker_connections 8000; }}
http {{
  log_format short '$host $request_uri $status $msec'; {log}; error_log error.log;
  client_body_temp_path temp; proxy_temp_path temp; fastcgi_temp_path temp; uwsgi_temp_path temp; scgi_temp_path temp;
  types {{ text/html html; application/rss+xml xml; text/plain txt; }} charset utf-8; charset_types application/rss+xml text/plain;
  keepalive_requests 100000; reset_timedout_connection on; port_in_redirect off; server_names_hash_max_size 4096;
  gzip on; gzip_types application/rss+xml; gzip_min_length 1000; gzip_comp_level 2; proxy_buffering off;
  ssl_certificate site.pem; ssl_certificate_key site.key; ssl_session_cache shared:tls:10m;
  server {{ {listen.replace(';', ' default_server;')} server_name ~^(?<site>[a-z0-9-]+)[.]news[.]test$;
    root www/$site;
    location ~ ^/moved/(.*)$ {{ return 301 /news/$1; }}
    location ~ ^/found/(.*)$ {{ return 302 /news/$1; }}
    location /gone/ {{ return 410; }}
    location /busy/ {{ add_header Retry-After 2 always; return 429; }}
    location /error/ {{ return 500; }}
    location /drop/ {{ return 444; }}
    location /cut/ {{ proxy_pass http://127.0.0.1:{self.odd_port}; }}
    location /silent/ {{ proxy_pass http://127.0.0.1:{self.odd_port}; }}
  }}
  server {{ listen {INSIDE}:{self.http_port}; return 200 inside; }}
  server {{ listen 127.0.0.1:{self.status_port}; access_log off; stub_status; }}
{servers}}}
'''


def main():
    sites, entries = (int(word) for word in sys.argv[1:3])
    skip_without_nginx()
    parent = os.getppid()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    with NewsSites(sites=sites, seed=1) as web:
        for site in web.sites:
            site.publish(entries)
        print(f'pid {os.getpid()}\nhttp {web.http_port}\nhttps {web.https_port}\nca {web.ca_file}\nready', flush=True)
        try:
            while os.getppid() == parent:
                time.sleep(0.2)
        except KeyboardInterrupt:
            pass


if __name__ == '__main__':
    main()
