#!/usr/bin/env python3
"""soak.py KHABAR [SECONDS [PAGES_A_SECOND]]: `khabar run` for SECONDS (3,600) over sites that publish
PAGES_A_SECOND (50) in all, with sites that fail in every way beside them. Watches memory, descriptors and threads
from outside. Fails when
  - memory grows after the warm-up by more than is meant to be remembered, or descriptors or threads at all,
  - no record comes for KHABAR_STALL_S (15) seconds,
  - the 99th percentile from the poll that shows an entry to its stored record exceeds KHABAR_P99_S (1),
  - an entry is not stored exactly once and whole, or a site has led the program to a private address.
Writes soak.tsv: seconds, MiB, descriptors, threads, records, MiB of the frontier that may be cached.
"""
import bisect, collections, json, os, shutil, statistics, sys, tempfile, threading, time

from khabar_run import KhabarRun
from news_sites import NewsSites, skip_without_nginx

PAGES_KEPT = 200          # of a site; older pages are deleted, as disks are not the subject
BYTES_A_RECORD = 500      # text, URL and near copies that dedupe remembers, far below its bounds
FRONTIER_CACHE_MIB = 64   # of its database, as far as that has grown


class Publisher(threading.Thread):
    def __init__(self, web, rate):
        super().__init__(daemon=True)
        self.web, self.rate = web, rate
        self.open, self.published, self.error, self.stopping = {}, 0, None, threading.Event()

    def run(self):
        try:
            began = time.monotonic()
            while not self.stopping.wait(max(0, began + self.published / self.rate - time.monotonic())):
                site = self.web.sites[self.web.rng.randrange(len(self.web.sites))]
                entry = site.publish(1)[0]
                self.open[entry.url] = entry
                entry.shown = time.time()   # the feed names it from now on
                self.published += 1
                if len(site.entries) > PAGES_KEPT:
                    site.forget_page(len(site.entries) - PAGES_KEPT)
        except Exception as error:
            self.error = error


class Tail:
    """Whole lines of records-000001.jsonl.partial and its followers, as they are written; finished files are
    deleted once read."""

    def __init__(self, folder):
        self.folder, self.number, self.file, self.rest = folder, 1, None, b''

    def lines(self):
        while True:
            finished = os.path.join(self.folder, f'records-{self.number:06d}.jsonl')
            is_finished = os.path.exists(finished)   # asked before reading: what comes later comes later
            if self.file is None:
                try:
                    self.file = open(finished if is_finished else finished + '.partial', 'rb')
                except FileNotFoundError:
                    return
            *whole, self.rest = (self.rest + self.file.read()).split(b'\n')
            yield from whole
            if not is_finished:
                return
            self.file.close()
            os.unlink(finished)
            self.number, self.file = self.number + 1, None


class Book:
    """What was stored, when, and how long it took."""

    def __init__(self, publisher):
        self.publisher, self.stored, self.faults, self.times = publisher, 0, [], []
        self.done = set()

    def take(self, line):
        record = json.loads(line)
        entry = self.publisher.open.pop(record['url'], None)
        self.stored += 1
        if entry is None:
            self.faults.append(f"{record['url']}: stored {'twice' if record['url'] in self.done else 'but never published'}")
            return
        self.done.add(entry.url)
        if not all(paragraph in record['text'] for paragraph in entry.story.paragraphs):
            self.faults.append(f'{entry.url}: the text lacks a paragraph')
        if record.get('duplicate_of'):
            self.faults.append(f"{entry.url}: marked as a copy of {record['duplicate_of']}")
        self.times.append((entry.url.split('/')[2], entry.shown, time.time()))

    def latencies(self, log):
        """Seconds from the end of the first poll that showed an entry to its record; by nginx's log of feeds."""
        polls = collections.defaultdict(list)
        with open(log, encoding='utf-8') as file:
            for line in file:
                host, path, status, when = line.split()
                if path == '/feed.xml' and status == '200':
                    polls[host].append(float(when))
        out = []
        for host, shown, stored in self.times:
            at = bisect.bisect_left(polls[host], shown)
            if at < len(polls[host]):
                out.append(stored - polls[host][at])
        return out


def growth(samples, column):
    """From the median of the second quarter to the median of the last."""
    quarter = len(samples) // 4
    middle = lambda rows: statistics.median(row[column] for row in rows)
    return middle(samples[-quarter:]) - middle(samples[quarter:2 * quarter])


def watch(run, publisher, book, tail, seconds, stall):
    """Until `seconds` have passed; gives the samples."""
    began = last_news = next_sample = time.monotonic()
    samples = []
    while time.monotonic() < began + seconds:
        before = book.stored
        for line in tail.lines():
            book.take(line)
        now = time.monotonic()
        if book.stored > before:
            last_news = now
        run.check_alive()
        if publisher.error:
            raise publisher.error
        assert now - last_news < stall, f'no record for {stall} s: {run.last_words()}'
        if now >= next_sample:
            next_sample += max(1.0, seconds / 1800)
            frontier = os.path.join(run.folder, 'state', 'frontier-live.db')
            cached = os.path.getsize(frontier) / 2**20 if os.path.exists(frontier) else 0
            samples.append((now - began, *run.sample(), book.stored, min(cached, FRONTIER_CACHE_MIB)))
            if len(samples) % 60 == 1:
                print('%5.0f s  %4.0f MiB  %3d descriptors  %2d threads  %d records, %d open'
                      % (*samples[-1][:5], len(publisher.open)), flush=True)
        time.sleep(0.02)
    return samples


def main():
    skip_without_nginx()
    khabar = sys.argv[1]
    seconds = float(sys.argv[2]) if len(sys.argv) > 2 else 3600
    rate = float(sys.argv[3]) if len(sys.argv) > 3 else 50
    stall = float(os.environ.get('KHABAR_STALL_S', 15))
    folder = tempfile.mkdtemp(prefix='khabar-soak-')
    try:
        with NewsSites(sites=50, seed=1, access_log=True) as web:
            for site in web.sites:
                site.publish(1)
            publisher = Publisher(web, rate)
            publisher.open = {entry.url: entry for site in web.sites for entry in site.entries}
            for entry in publisher.open.values():
                entry.shown = entry.published
            run = KhabarRun(khabar, folder, [site.feed_url for site in web.sites] + web.odd_feeds(),
                            web.client_settings(), jsonl=True,
                            sources={'interval_least_s': 1, 'interval_most_s': 2, 'revisits': [], 'timeout_s': 10,
                                     'connections_max': 64},
                            # Dedupe's tables have all the memory they ever will before long, not after a month.
                            tables={'sinks.jsonl': {'rotate_mebibytes': 16},
                                    'dedupe': {'window_documents_max': 1000, 'exact_documents_max': 1 << 20}})
            run.start()
            publisher.start()
            book, tail = Book(publisher), Tail(folder)
            samples = watch(run, publisher, book, tail, seconds, stall)
            publisher.stopping.set()
            publisher.join()
            deadline = time.monotonic() + 30
            while publisher.open and time.monotonic() < deadline:
                for line in tail.lines():
                    book.take(line)
                time.sleep(0.05)
            status = run.stop()
            book.faults += [f'{web.requests_inside()} requests to a private address'] if web.requests_inside() else []
            latencies = sorted(book.latencies(os.path.join(web.folder, 'access.log')))
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    with open('soak.tsv', 'w') as file:
        file.writelines('\t'.join(f'{value:.1f}' for value in row) + '\n' for row in samples)
    report(samples, book, publisher, latencies, seconds, status)


def report(samples, book, publisher, latencies, seconds, status):
    percentile = lambda p: latencies[min(len(latencies) - 1, int(len(latencies) * p))]
    p99_most = float(os.environ.get('KHABAR_P99_S', 1))
    grown = [growth(samples, column) for column in range(1, 6)]
    memory_most = 8 + grown[3] * BYTES_A_RECORD / 2**20 + grown[4]
    print(f'{book.stored} records in {seconds:.0f} s; from poll to record: p50 {percentile(.5):.2f} s, '
          f'p90 {percentile(.9):.2f} s, p99 {percentile(.99):.2f} s, most {latencies[-1]:.2f} s')
    print(f'second to last quarter: memory {grown[0]:+.1f} MiB (at most {memory_most:+.1f}), '
          f'descriptors {grown[1]:+.0f}, threads {grown[2]:+.0f}')
    wrong = book.faults[:10]
    wrong += [f'{url} is missing' for url in sorted(publisher.open)[:10]]
    if status != 0:
        wrong.append(f'exit status {status}')
    if grown[0] > memory_most:
        wrong.append(f'memory grows by {grown[0]:.1f} MiB')
    if grown[1] > 8 or grown[2] > 2:
        wrong.append(f'descriptors grow by {grown[1]:.0f}, threads by {grown[2]:.0f}')
    if percentile(.99) > p99_most:
        wrong.append(f'p99 of {percentile(.99):.2f} s exceeds {p99_most:.2f} s')
    if wrong:
        sys.exit('\n'.join(wrong))
    print('nothing grew, nothing stalled, every entry is stored exactly once')


if __name__ == '__main__':
    main()
