#!/usr/bin/env python3
"""kill_and_resume.py KHABAR [KILLS]: a batch killed with SIGKILL at random moments and resumed each time
gives the same JSONL and the same SQLite rows as one left alone. The archives are invented here, with
copies, versions, faults and two kinds of file. Prints its seed; exit 0 when all is the same.
"""
import gzip, hashlib, json, os, random, signal, sqlite3, subprocess, sys, tempfile, time

WORDS = ('minister bridge river council market harvest museum ferry school storm price tower garden '
         'وزير جسر نهر مجلس سوق حصاد متحف عبّارة مدرسة عاصفة سعر برج حديقة افتتاح إعلان لقاء').split()


def story(rng, number):
    sentences = [' '.join(rng.choice(WORDS) for _ in range(rng.randint(9, 16))).capitalize() + '.'
                 for _ in range(rng.randint(6, 14))]
    return f'Story {number} of the {rng.choice(WORDS)}', sentences


def make_archives(folder, rng, documents):
    texts, records, lines = [], [], []
    for number in range(documents):
        kind = rng.random()
        url = f'https://site{number % 7}.example/{number}'
        if kind < 0.1 and texts:
            title, sentences = rng.choice(texts)                      # a copy elsewhere
        elif kind < 0.2 and texts:
            at = rng.randrange(len(texts))                            # a new version at its address
            title, sentences = texts[at]
            url, sentences = f'https://site{at % 7}.example/{at}', sentences + story(rng, number)[1][:2]
        else:
            title, sentences = story(rng, number)
        texts.append((title, sentences))
        if number % 3:
            body = (f'<!doctype html><title>{title}</title><nav><a href=/>Home</a></nav><article><h1>{title}'
                    f'</h1>{"".join(f"<p>{s}" for s in sentences)}</article>').encode()
            http = b'HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n' + body
            length = len(http) + (5000 if number % 97 == 1 else 0)    # some lengths lie
            records.append(gzip.compress((f'WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\n'
                f'WARC-Record-ID: <urn:uuid:{number}>\r\nWARC-Date: 2026-01-{1 + number * 27 // documents:02d}T00:00:00Z\r\n'
                f'Content-Length: {length}\r\n\r\n').encode() + http + b'\r\n\r\n', 1, mtime=0))
        else:
            lines.append(json.dumps({'id': f'd{number}', 'url': url, 'title': title, 'text': '\n'.join(sentences),
                                     'published': f'2026-01-{1 + number * 27 // documents:02d}'})
                         if number % 83 else '{"broken": ')
    open(os.path.join(folder, 'a.warc.gz'), 'wb').write(b''.join(records))
    open(os.path.join(folder, 'b.jsonl'), 'w').write('\n'.join(lines) + '\n')


def command(khabar, folder, out):
    return [khabar, 'batch', 'a.warc.gz', 'b.jsonl', '-q', '-o', f'{out}.jsonl', '-o', f'{out}.db',
            '--state', f'{out}.state', '--set', 'dedupe.duplicates=mark', '--set', 'pipeline.cursor_ms=20']


def outcome(folder, out):
    """The bytes of the file, and every row of every table of ours, in order of its key."""
    data = hashlib.sha256(open(os.path.join(folder, f'{out}.jsonl'), 'rb').read()).hexdigest()
    db = sqlite3.connect(os.path.join(folder, f'{out}.db'))
    tables = [r[0] for r in db.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '%fts%' "
                                       "AND name NOT LIKE '%index%' AND name NOT LIKE 'sqlite_%' ORDER BY name")]
    rows = {t: sorted(map(repr, db.execute(f'SELECT * FROM "{t}"'))) for t in tables}
    rejected = sorted(open(os.path.join(folder, f'{out}.rejected.jsonl'), 'rb').read().splitlines())
    return data, {t: len(r) for t, r in rows.items()}, hashlib.sha256(repr(rows).encode()).hexdigest(), len(rejected), rejected


def main():
    khabar = os.path.abspath(sys.argv[1])
    kills = int(sys.argv[2]) if len(sys.argv) > 2 else 50
    seed = int(os.environ.get('KHABAR_SEED', time.time_ns() % 1_000_000))
    documents = int(os.environ.get('KHABAR_DOCUMENTS', 6000))
    print(f'seed {seed}, {documents} documents, {kills} kills', flush=True)
    rng = random.Random(seed)
    with tempfile.TemporaryDirectory() as folder:
        make_archives(folder, rng, documents)
        started = time.monotonic()
        code = subprocess.run(command(khabar, folder, 'alone'), cwd=folder).returncode
        whole = time.monotonic() - started
        assert code in (0, 3), f'the run left alone ended with {code}'
        killed = finished = 0
        progress = []  # records held after each kill
        while killed < kills and finished < 1:
            run = subprocess.Popen(command(khabar, folder, 'killed'), cwd=folder, stderr=subprocess.PIPE)
            # Short lives, so that many fit into one pass over the input; sometimes a long one.
            life = rng.uniform(0.0, 3 * whole / kills) if rng.random() < 0.9 else rng.uniform(0, whole / 4)
            try:
                run.wait(life + 0.04)
                finished += 1
                assert run.returncode in (0, 3), run.stderr.read().decode()
            except subprocess.TimeoutExpired:
                run.send_signal(signal.SIGKILL)
                run.wait()
                killed += 1
                held = os.path.join(folder, 'killed.jsonl.partial')
                progress.append(open(held, 'rb').read().count(b'\n') if os.path.exists(held) else 0)
        if not finished:
            last = subprocess.run(command(khabar, folder, 'killed'), cwd=folder, stderr=subprocess.PIPE)
            assert last.returncode in (0, 3), last.stderr.decode()
        a, b = outcome(folder, 'alone'), outcome(folder, 'killed')
        print(f'{whole:.2f} s alone; killed {killed} times, at records {progress}; rows {a[1]}; rejected {a[3]} and {b[3]}')
        for what, x, y in zip(('JSONL bytes', 'row counts', 'rows', 'rejected', 'dead letters'), a, b):
            if x != y:
                keep = tempfile.mkdtemp(prefix='khabar-crash-')
                subprocess.run(f'cp -r {folder}/* {keep}', shell=True)
                sys.exit(f'seed {seed}: {what} differ; both runs are kept in {keep}')
    print('the same')


if __name__ == '__main__':
    main()
