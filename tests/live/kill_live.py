#!/usr/bin/env python3
"""kill_live.py KHABAR [KILLS]: `khabar run` over live sites that go on publishing, killed with SIGKILL at KILLS (50)
random moments and started again each time. At the end every entry is stored exactly once, whole and as no copy of
itself, in SQLite and in JSONL. Prints its seed; keeps the folder when something is wrong.
"""
import os, random, shutil, sys, tempfile, threading, time

from khabar_run import KhabarRun, check_stored_once, wait_until
from news_sites import FEED_ENTRIES, NewsSites, skip_without_nginx


class Publisher(threading.Thread):
    """Publishes all the time, but never so much that a site's feed forgets what nobody can have read yet."""

    def __init__(self, web, seed):
        super().__init__(daemon=True)
        self.web, self.rng, self.stopping, self.error = web, random.Random(seed), threading.Event(), None
        self.entries, self.allowance = [], {}
        self.lock = threading.Lock()
        self.refill()

    def refill(self):
        """The program lived long enough to see every feed."""
        with self.lock:
            self.allowance = {site: FEED_ENTRIES // 2 for site in self.web.sites}

    def run(self):
        try:
            while not self.stopping.wait(self.rng.uniform(0, 0.06)):
                site = self.rng.choice(self.web.sites)
                with self.lock:
                    if not self.allowance[site]:
                        continue
                    self.allowance[site] -= 1
                self.entries += site.publish(1)
        except Exception as error:
            self.error = error


def main():
    skip_without_nginx()
    khabar = sys.argv[1]
    kills = int(sys.argv[2]) if len(sys.argv) > 2 else 50
    seed = int(os.environ.get('KHABAR_SEED', time.time_ns() % 1_000_000))
    tls = seed % 2 == 1
    print(f'seed {seed}, {kills} kills, {"https" if tls else "http"}', flush=True)
    rng = random.Random(seed)
    folder = tempfile.mkdtemp(prefix='khabar-kill-')
    with NewsSites(sites=12, seed=seed, tls=tls, access_log=True) as web:
        publisher = Publisher(web, seed + 1)
        publisher.entries += [entry for site in web.sites for entry in site.publish(3)]
        run = KhabarRun(khabar, folder, [site.feed_url for site in web.sites] + web.odd_feeds(), web.client_settings(),
                        jsonl=True,
                        sources={'interval_least_s': 1, 'interval_most_s': 1, 'revisits': []},
                        tables={'pipeline': {'cursor_ms': 50}})
        publisher.start()
        progress, long_lives = [], 0
        for _ in range(kills):
            run.start()
            # Mostly short lives, killed while starting or in the thick of it; now and then one that
            # sees all there is, so that the sites may publish on.
            if rng.random() < 0.3:
                seen = len(publisher.entries)
                wait_until(lambda: run.count() >= seen, 60, run)
                long_lives += 1
                publisher.refill()
            else:
                time.sleep(rng.uniform(0, 0.3) if rng.random() < 0.4 else rng.uniform(0.1, 1.5))
            run.check_alive()
            run.kill()
            progress.append(run.count())
        publisher.stopping.set()
        publisher.join()
        if publisher.error:
            raise publisher.error
        run.start()
        wait_until(lambda: run.count() >= len(publisher.entries), 60, run)
        # What would come twice would come now: entries are polled again, cursors long written.
        time.sleep(2.5)
        status = run.stop()
        print(f'{len(publisher.entries)} entries published; {long_lives} long lives; records held after each kill: {progress}')
        faults = check_stored_once(run, publisher.entries)
        if web.requests_inside():
            faults += 1
            print(f'FAULT {web.requests_inside()} requests to a private address')
        if status != 0 or faults:
            shutil.copytree(os.path.join(web.folder, 'www'), os.path.join(folder, 'www'))
            sys.exit(f'seed {seed}: exit status {status}, {faults} faults; everything is kept in {folder}')
    shutil.rmtree(folder)
    print('every entry is stored exactly once')


if __name__ == '__main__':
    main()
