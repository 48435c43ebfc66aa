#!/usr/bin/env python3
"""dedupe_peers.py BUILD EVAL_DIR: datasketch (Python) beside khabar's dedupe in the same run: text to
signature, and the index with look-up before each insert. Processor time of one core. datasketch is
given folded texts (folding is not counted for it), 5-character shingles, 128 permutations and 25 x 5
bands, and keeps everything in memory; khabar folds, verifies every candidate, keeps versions and history,
and writes its log to disk. Prints a Markdown table.
"""
import gzip, json, re, subprocess, sys, tempfile, time, unicodedata

ARTICLES = 3000
WINDOW = 200_000  # documents in khabar's window; datasketch's index holds ARTICLES


def fold(text):
    text = unicodedata.normalize('NFKC', text).casefold()
    return ' '.join(re.findall(r'\w+', ''.join(c for c in text if not unicodedata.combining(c))))


def articles(eval_dir):
    out = []
    for line in gzip.open(f'{eval_dir}/dedupe/ant.dev.jsonl.gz', 'rt', encoding='utf-8'):
        text = json.loads(line)['text']
        if 2000 <= len(text.encode()) <= 5000:
            out.append(fold(text))
        if len(out) == ARTICLES:
            return out
    return out


def datasketch_rates(texts):
    import datasketch
    begin = time.process_time()
    sketches = []
    for text in texts:
        sketch = datasketch.MinHash(num_perm=128)
        sketch.update_batch([text[i:i + 5].encode() for i in range(len(text) - 4)])
        sketches.append(sketch)
    signing = len(texts) / (time.process_time() - begin)
    begin = time.process_time()
    index = datasketch.MinHashLSH(num_perm=128, params=(25, 5))
    for number, sketch in enumerate(sketches):
        index.query(sketch)
        index.insert(number, sketch)
    return signing, len(texts) / (time.process_time() - begin), datasketch.__version__


def khabar_rates(build):
    out = subprocess.run([f'{build}/bench_core_model_signature', '--benchmark_filter=^sign$', '--benchmark_min_time=0.5',
                          '--benchmark_repetitions=3', '--benchmark_format=json'], capture_output=True, text=True, check=True)
    runs = [b for b in json.loads(out.stdout)['benchmarks'] if b.get('run_type') == 'iteration']
    signing = max(b['items_per_second'] for b in runs)
    with tempfile.TemporaryDirectory() as folder:
        out = subprocess.run([f'{build}/bench_stages_dedupe_stage', str(WINDOW), folder], capture_output=True, text=True,
                             check=True).stdout
    return signing, float(re.search(r'full window: .* ([\d.]+) documents/s of processor time', out).group(1))


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    build, eval_dir = sys.argv[1:]
    texts = articles(eval_dir)
    ours = khabar_rates(build)
    theirs = datasketch_rates(texts)
    print(f'\n| dedupe, documents/s of processor time | khabar | datasketch {theirs[2]} | ratio |\n|---|---|---|---|')
    for name, a, b in (('text of 2 to 5 kB to signature', ours[0], theirs[0]),
                       ('index: look up, verify, insert', ours[1], theirs[1])):
        print(f'| {name} | {a:,.0f} | {b:,.0f} | {a / b:,.0f} |')


if __name__ == '__main__':
    main()
