"""KhabarRun: one `khabar run` over live sites, watched from outside: its files, /proc, its exit."""
import atexit, json, os, re, signal, sqlite3, subprocess, time


def toml(value):
    return json.dumps(value) if not isinstance(value, bool) else ('true' if value else 'false')


class KhabarRun:
    """A folder with a configuration, state, records.db and (jsonl=True) records.jsonl. Started and killed at will."""

    def __init__(self, khabar, folder, feeds, client, jsonl=False, sources=None, tables=None):
        """`client`: NewsSites.client_settings(). `sources`, `tables`: more settings of [sources.live] and of others."""
        self.khabar, self.folder, self.process = os.path.abspath(khabar), folder, None
        self.db, self.jsonl = os.path.join(folder, 'records.db'), os.path.join(folder, 'records.jsonl')
        with open(os.path.join(folder, 'feeds.txt'), 'w') as file:
            file.write('\n'.join(feeds) + '\n')
        live = {'type': 'feeds', 'lists': ['feeds.txt'], 'fetch_pages': 'always', 'politeness': False, 'spread_s': 0,
                'delay_ms': 0, 'contact': 'https://khabar.example/bot', **client, **(sources or {})}
        sinks = {'sinks.sqlite': {'path': self.db}, 'sinks.dead_letter': {'path': os.path.join(folder, 'dead.jsonl')}}
        if jsonl:
            sinks['sinks.jsonl'] = {'path': self.jsonl}
        # Copies are marked, not dropped, so that one made by a crash is seen.
        everything = {'admin': {'port': 0}, 'dedupe': {'duplicates': 'mark'}, **sinks, 'sources.live': live}
        for name, more in (tables or {}).items():
            everything[name] = {**everything.get(name, {}), **more}
        atexit.register(self.kill)  # a scenario that fails leaves nobody behind
        self.conf = os.path.join(folder, 'live.toml')
        with open(self.conf, 'w') as file:
            for name, table in everything.items():
                file.write(f'[{name}]\n' + ''.join(f'{k} = {toml(v)}\n' for k, v in table.items()))

    def start(self):
        with open(os.path.join(self.folder, 'khabar.log'), 'ab') as log:
            self.process = subprocess.Popen([self.khabar, '--log-format', 'text', 'run', self.conf, '--state',
                                             os.path.join(self.folder, 'state'), '-q'],
                                            cwd=self.folder, stderr=log, stdout=log, stdin=subprocess.DEVNULL)

    def kill(self):
        if self.process and self.process.poll() is None:
            self.process.send_signal(signal.SIGKILL)
            self.process.wait()

    def stop(self, patience=60):
        """SIGTERM; gives the exit status."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            try:
                self.process.wait(patience)
            except subprocess.TimeoutExpired:
                self.kill()
                raise AssertionError(f'still running {patience} s after SIGTERM: {self.last_words()}')
        return self.process.returncode

    def check_alive(self):
        assert self.process.poll() is None, f'khabar ended with {self.process.returncode}: {self.last_words()}'

    def last_words(self, bytes_=3000):
        with open(os.path.join(self.folder, 'khabar.log'), 'rb') as log:
            return log.read()[-bytes_:].decode('utf-8', 'replace')

    # What it holds

    def count(self):
        """Rows of records.db; 0 while there is no table."""
        try:
            with self.open_db() as db:
                return db.execute('SELECT count(*) FROM articles').fetchone()[0]
        except sqlite3.OperationalError:
            return 0

    def open_db(self):
        return sqlite3.connect(f'file:{self.db}?mode=ro', uri=True, timeout=30)

    def urls(self):
        """URL of each row, in the order of the rows."""
        with self.open_db() as db:
            return [row[0] for row in db.execute('SELECT url FROM articles ORDER BY rowid')]

    def records(self):
        """The JSONL file, finished or not."""
        path = self.jsonl if os.path.exists(self.jsonl) else self.jsonl + '.partial'
        with open(path, encoding='utf-8') as file:
            return [json.loads(line) for line in file]

    # What it costs

    def sample(self):
        """(resident MiB, open descriptors, threads)"""
        with open(f'/proc/{self.process.pid}/status') as file:
            status = file.read()
        return (int(re.search(r'VmRSS:\s+(\d+)', status)[1]) / 1024, len(os.listdir(f'/proc/{self.process.pid}/fd')),
                int(re.search(r'Threads:\s+(\d+)', status)[1]))

    def cpu_seconds(self):
        with open(f'/proc/{self.process.pid}/stat') as file:
            fields = file.read().rsplit(')', 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf('SC_CLK_TCK')


def wait_until(what, patience, run, every=0.1):
    """Until what() is true; AssertionError when the run ends or `patience` seconds pass."""
    deadline = time.monotonic() + patience
    while not what():
        run.check_alive()
        assert time.monotonic() < deadline, f'nothing after {patience} s; the log ends with: {run.last_words()}'
        time.sleep(every)


def check_stored_once(run, entries):
    """Every entry is stored exactly once, whole, and as itself. Gives the number of faults, and prints the first."""
    wanted = {entry.url: entry for entry in entries}
    faults = []
    places = [('SQLite', run.urls())]
    if os.path.exists(run.jsonl) or os.path.exists(run.jsonl + '.partial'):
        records = run.records()
        places.append(('JSONL', [record['url'] for record in records]))
        for record in records:
            entry = wanted.get(record['url'])
            if entry is None:
                faults.append(f"{record['url']} was never published")
            elif not all(p in record['text'] for p in entry.story.paragraphs):
                faults.append(f"{record['url']}: the text lacks a paragraph")
            elif record.get('duplicate_of'):
                faults.append(f"{record['url']} is marked as a copy of {record['duplicate_of']}")
    for place, urls in places:
        seen = set()
        for url in urls:
            if url in seen:
                faults.append(f'{place}: {url} is stored twice')
            seen.add(url)
        faults += [f'{place}: {url} is missing' for url in sorted(wanted.keys() - seen)]
    for fault in faults[:10]:
        print('FAULT', fault)
    return len(faults)
