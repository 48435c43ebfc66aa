#!/usr/bin/env python3
"""poll_rate.py KHABAR [SITES [ENTRIES]]: how fast `khabar run` reads local nginx as SITES (2,000) news sites with
politeness switched off. First every site is new: robots.txt, feed, ENTRIES (5) pages each become records. Then,
after a restart, nothing is new: all are due each second, and answer 304. Fails below KHABAR_PAGES_RATE (400) records/s or
KHABAR_POLL_RATE (1,500) polls/s, or when an entry is not stored exactly once. Two cores, shared with nginx.
"""
import os, sys, tempfile, time

from khabar_run import KhabarRun, check_stored_once, wait_until
from news_sites import NewsSites, skip_without_nginx


def main():
    skip_without_nginx()
    khabar = sys.argv[1]
    sites = int(sys.argv[2]) if len(sys.argv) > 2 else 2000
    per_site = int(sys.argv[3]) if len(sys.argv) > 3 else 5
    window = float(os.environ.get('KHABAR_WINDOW_S', 10))
    print(f'{sites} sites, {per_site} entries each', flush=True)
    with NewsSites(sites=sites, seed=1) as web, tempfile.TemporaryDirectory() as folder:
        entries = [entry for site in web.sites for entry in site.publish(per_site)]
        def start(interval_s):
            sources = {'interval_least_s': interval_s, 'interval_most_s': interval_s, 'revisits': [],
                       'requests_max': 512, 'connections_max': 512}
            feeds = [site.feed_url for site in web.sites]
            started = KhabarRun(khabar, folder, feeds, web.client_settings(), sources=sources)
            started.start()
            return started
        run = start(3600)
        began, counts = time.monotonic(), []
        patience = 30 + len(entries) / 50

        def all_stored():
            counts.append((time.monotonic() - began, run.count()))
            return counts[-1][1] >= len(entries)
        wait_until(all_stored, patience, run, every=0.2)
        took, cpu = counts[-1][0], run.cpu_seconds()
        pages_rate = len(entries) / took
        # Without the start: from a tenth of the records to nine tenths.
        inner = [c for c in counts if 0.1 * len(entries) <= c[1] <= 0.9 * len(entries)]
        steady = (inner[-1][1] - inner[0][1]) / (inner[-1][0] - inner[0][0]) if len(inner) > 1 else pages_rate
        print(f'{len(entries)} records in {took:.1f} s: {pages_rate:.0f}/s from the start, {steady:.0f}/s at work; '
              f'{cpu:.1f} s of CPU', flush=True)

        assert run.stop() == 0, run.last_words()
        run = start(1)
        time.sleep(3)
        cpu, began, polled = run.cpu_seconds(), time.monotonic(), web.requests_served()
        time.sleep(window)
        run.check_alive()
        seconds = time.monotonic() - began
        polls = web.requests_served() - polled
        poll_rate = polls / seconds
        cpu = run.cpu_seconds() - cpu
        print(f'{polls} polls in {seconds:.1f} s: {poll_rate:.0f}/s; {cpu / polls * 1e6:.0f} us of CPU each, '
              f'{cpu / seconds:.2f} cores', flush=True)
        rss, descriptors, threads = run.sample()
        print(f'{rss:.0f} MiB, {descriptors} descriptors, {threads} threads')
        status = run.stop()
        assert status == 0, f'exit status {status}: {run.last_words()}'
        faults = check_stored_once(run, entries)
        limits = [(pages_rate, float(os.environ.get('KHABAR_PAGES_RATE', 400)), 'records'),
                  (poll_rate, float(os.environ.get('KHABAR_POLL_RATE', 1500)), 'polls')]
        slow = [f'{rate:.0f} {what}/s is less than {least:.0f}' for rate, least, what in limits if rate < least]
        if slow or faults:
            sys.exit('; '.join(slow + ([f'{faults} entries are not stored once'] if faults else [])))


if __name__ == '__main__':
    main()
