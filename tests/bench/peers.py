#!/usr/bin/env python3
"""peers.py KHABAR EVAL_DIR: trafilatura, resiliparse and readability-lxml beside khabar, on the same
pages in the same run. One core each, pages in memory; khabar's time is that of the whole program with
one worker, reading, decompressing and writing included. Prints a Markdown table.
"""
import gzip, json, os, re, subprocess, sys, tempfile, time

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


def main():
    khabar, eval_dir = sys.argv[1], sys.argv[2]
    sets = {s: list(pages_of(f'{eval_dir}/html/{s}.warc.gz')) for s in SETS}
    size = sum(len(b) for pages in sets.values() for _, _, b in pages)
    count = sum(map(len, sets.values()))
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        spent = 0
        scores = {}
        for s in SETS:
            begin = time.monotonic()
            subprocess.run([khabar, 'batch', f'{eval_dir}/html/{s}.warc.gz', '--no-dedupe', '-q', '--workers', '1',
                            '-o', f'{folder}/khabar.jsonl'], check=True)
            spent += time.monotonic() - begin
            scores[s] = score(eval_dir, s, f'{folder}/khabar.jsonl')
        rows.append(('khabar', spent, scores))
        for name, make in (('trafilatura', trafilatura_tool), ('resiliparse', resiliparse_tool),
                           ('readability-lxml', readability_tool)):
            try:
                extract = make()
            except ImportError as error:
                print(f'{name}: {error}', file=sys.stderr)
                continue
            spent, scores = 0, {}
            for s in SETS:
                with open(f'{folder}/peer.jsonl', 'w') as out:
                    for record_id, url, body in sets[s]:
                        begin = time.monotonic()
                        try:
                            record = extract(body, url)
                        except Exception:
                            record = {}
                        spent += time.monotonic() - begin
                        out.write(json.dumps({'origin': {'record_id': record_id}, **{k: v for k, v in record.items() if v}}) + '\n')
                scores[s] = score(eval_dir, s, f'{folder}/peer.jsonl')
            rows.append((name, spent, scores))
    print(f'\n{count} pages, {size / 1e6:.0f} MB of HTML\n')
    print('| tool | MB/s | pages/s | naeb f1 | title | date | authors | wcxb f1 | title | date | authors | traf segments f1 | title | date | authors |')
    print('|---|' + '---|' * 14)
    for name, spent, scores in rows:
        cells = [f'{size / 1e6 / spent:.0f}', f'{count / spent:.0f}']
        for s in SETS:
            for key in ('f1' if s != 'traf' else 'segments_f1', 'title', 'date', 'authors'):
                value = scores[s].get(key)
                cells.append('' if value is None else f'{value:.3f}'.lstrip('0'))
        print(f'| {name} | ' + ' | '.join(cells) + ' |')


if __name__ == '__main__':
    main()
