#!/usr/bin/env python3
"""peers.py BENCH EVAL_DIR [--held-out FOLDER]: trafilatura, resiliparse and readability-lxml beside
khabar, on the same pages in the same run. BENCH is bench_app_clean_extract. One thread each, pages in
memory, bytes in and text with metadata out; processor time. Prints a Markdown table.

FOLDER holds <set>.jsonl, records by models that never saw the site of the page
(tests/train/train_block_model.py --held-out), scored as a row of its own.
"""
import gzip, json, re, subprocess, sys, tempfile, time

SETS = ('naeb', 'wcxb_dev', 'traf')


def pages_of(path):
    data, at = gzip.open(path, 'rb').read(), 0
    while (at := data.find(b'WARC/1.', at)) >= 0:
        end = data.index(b'\r\n\r\n', at)
        head = data[at:end].decode('utf-8', 'replace')
        field = lambda name: re.search(r'(?im)^%s:\s*(.*?)\s*$' % name, head).group(1)
        length = int(field('Content-Length'))
        block = data[end + 4:end + 4 + length]
        if field('WARC-Type') == 'response':
            yield field('WARC-Record-ID').strip('<>'), field('WARC-Target-URI'), block[block.index(b'\r\n\r\n') + 4:]
        at = end + 4 + length


def trafilatura_tool():
    import trafilatura
    def extract(body, url):
        d = trafilatura.bare_extraction(body, url=url, with_metadata=True)
        if d is None:
            return {}
        d = d if isinstance(d, dict) else d.as_dict()
        authors = [a.strip() for a in (d.get('author') or '').split(';') if a.strip()]
        return {'text': d.get('text'), 'title': d.get('title'), 'authors': authors, 'published': d.get('date')}
    return extract


def resiliparse_tool():
    from resiliparse.extract.html2text import extract_plain_text
    from resiliparse.parse.encoding import detect_encoding
    from resiliparse.parse.html import HTMLTree
    def extract(body, url):
        tree = HTMLTree.parse_from_bytes(body, detect_encoding(body))
        return {'text': extract_plain_text(tree, main_content=True), 'title': tree.title}
    return extract


def readability_tool():
    import lxml.html
    from readability import Document
    def extract(body, url):
        d = Document(body.decode('utf-8', 'replace'))
        return {'text': lxml.html.fromstring(d.summary()).text_content(), 'title': d.short_title()}
    return extract


def score(eval_dir, name, records):
    out = subprocess.run([sys.executable, f'{eval_dir}/score.py', 'html', f'{eval_dir}/html/{name}.gold.jsonl', records],
                         capture_output=True, text=True, check=True).stdout
    return json.loads(out.splitlines()[-1])


def khabar_tool(bench, folder):
    """(seconds, worst page in seconds); the records lie in `folder` afterwards."""
    out = subprocess.run([bench, '--records', folder], capture_output=True, text=True, check=True).stdout
    found = re.search(r'all +([\d.]+) MB/s +([\d.]+) ms a page, worst ([\d.]+) ms', out)
    count = int(re.match(r'(\d+) pages', out).group(1))
    return float(found.group(2)) / 1e3 * count, float(found.group(3)) / 1e3


def run_peer(extract, sets, eval_dir, folder):
    """(seconds, worst page in seconds, pages that raised, scores)"""
    spent, worst, failed, scores = 0, 0, 0, {}
    for s in SETS:
        with open(f'{folder}/peer.jsonl', 'w') as out:
            for record_id, url, body in sets[s]:
                begin = time.process_time()
                try:
                    record = extract(body, url)
                except Exception:
                    record = {}
                    failed += 1
                page = time.process_time() - begin
                spent += page
                worst = max(worst, page)
                fields = {k: v for k, v in record.items() if v}
                out.write(json.dumps({'origin': {'record_id': record_id}, **fields}) + '\n')
        scores[s] = score(eval_dir, s, f'{folder}/peer.jsonl')
    return spent, worst, failed, scores


def cells_of(scores):
    for s in SETS:
        for key in ('f1' if s != 'traf' else 'segments_f1', 'title', 'date', 'authors'):
            value = scores[s].get(key)
            yield f'{value:.3f}'.lstrip('0') if value else ''  # a tool that gives no dates scores none


def main():
    bench, eval_dir = sys.argv[1], sys.argv[2]
    held_out = sys.argv[4] if len(sys.argv) > 4 and sys.argv[3] == '--held-out' else None
    sets = {s: list(pages_of(f'{eval_dir}/html/{s}.warc.gz')) for s in SETS}
    size = sum(len(b) for pages in sets.values() for _, _, b in pages)
    count = sum(map(len, sets.values()))
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        spent, worst = khabar_tool(bench, folder)
        scores = {s: score(eval_dir, s, f'{folder}/{s}.jsonl') for s in SETS}
        rows.append(('khabar', spent, worst, scores))
        if held_out:
            scores = {s: score(eval_dir, s, f'{held_out}/{s}.jsonl') for s in SETS}
            rows.append(('khabar, sites held out', None, None, scores))
        for name, make in (('trafilatura', trafilatura_tool), ('resiliparse', resiliparse_tool),
                           ('readability-lxml', readability_tool)):
            try:
                extract = make()
            except ImportError as error:
                print(f'{name}: {error}', file=sys.stderr)
                continue
            spent, worst, failed, scores = run_peer(extract, sets, eval_dir, folder)
            if failed:
                print(f'{name}: raised on {failed} pages, counted as empty', file=sys.stderr)
            rows.append((name, spent, worst, scores))
    print(f'\n{count} pages, {size / 1e6:.0f} MB of HTML, one thread, pages in memory\n')
    print('| tool | MB/s | ms a page | worst | naeb f1 | title | date | authors '
          '| wcxb f1 | title | date | authors | traf f1 | title | date | authors |')
    print('|---|' + '---|' * 15)
    for name, spent, worst, scores in rows:
        speed = ['', '', ''] if spent is None else [f'{size / 1e6 / spent:.0f}',
                                                    f'{spent / count * 1e3:.2f}',
                                                    f'{worst * 1e3:.0f}']
        print(f'| {name} | ' + ' | '.join(speed + list(cells_of(scores))) + ' |', flush=True)


if __name__ == '__main__':
    main()
