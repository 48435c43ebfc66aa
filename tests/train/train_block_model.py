#!/usr/bin/env python3
"""Trains the block model of stages/clean from labelled pages and writes its table.

  pip install numpy==2.4.6 catboost==1.2.10
  tests/train/train_block_model.py --dump build/bench/dump_blocks --eval ../shared/eval \
      --table stages/clean/block_model_table.cpp --folds /tmp/folds

Every page's blocks are labelled by the gold body (naeb, wcxb_dev) or the gold segments (traf). The
model is a sum of oblivious trees: each asks the same questions of all blocks, so that it runs over
columns. Two of them: the second sees what the first said of the neighbours. The same data, seed and
libraries give the same table, byte for byte: each model is fitted by one thread from a fixed seed.
The versions are printed first; others may give another table. The figures printed are five-fold by
site, never by page; --folds keeps the tables of the five, for held_out.py, which runs the whole
program with them.
"""
import argparse, atexit, gzip, json, multiprocessing, os, platform, re, shutil, subprocess, sys, tempfile
from collections import Counter, defaultdict

import catboost
import numpy as np
from catboost import CatBoostClassifier, Pool

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from sites import fold_of

WORD = re.compile(r'\w+')
SETS = ('naeb', 'wcxb_dev', 'traf')
THRESHOLD = 0.45  # kStoryFrom of main_text.cpp


def pages_of(path):
    """(record id, url, body) of each response of a WARC whose records are gzip members."""
    data = gzip.open(path, 'rb').read()
    at = 0
    while True:
        at = data.find(b'WARC/1.', at)
        if at < 0:
            return
        end = data.index(b'\r\n\r\n', at)
        head = data[at:end].decode('utf-8', 'replace')
        field = lambda name: re.search(r'(?im)^%s:\s*(.*?)\s*$' % name, head)
        length = int(field('Content-Length').group(1))
        block = data[end + 4:end + 4 + length]
        if field('WARC-Type').group(1) == 'response':
            yield (field('WARC-Record-ID').group(1).strip('<>'), field('WARC-Target-URI').group(1),
                   block[block.index(b'\r\n\r\n') + 4:])
        at = end + 4 + length


def grams(tokens, n):
    return [tuple(tokens[i:i + n]) for i in range(len(tokens) - n + 1)]


def label_by_body(blocks, body):
    """1 where the block is part of the gold body, 0 where not; each gold line may be used once."""
    gold = WORD.findall(body)
    have = {n: set(grams(gold, n)) for n in (1, 2, 3, 4)}
    lines = Counter(' '.join(WORD.findall(line)) for line in body.split('\n'))
    labels, weights = [], []
    total = max(len(gold), 60)
    for text in blocks:
        tokens = WORD.findall(text)
        if not tokens:
            labels.append(0); weights.append(0.0)
            continue
        n = min(4, len(tokens))
        whole = ' '.join(tokens)
        if n < 4:
            yes = lines[whole] > 0
            lines[whole] -= yes
        else:
            mine = grams(tokens, n)
            share = sum(g in have[n] for g in mine) / len(mine)
            yes = share >= 0.5
        labels.append(int(yes))
        weights.append((len(tokens) + 1.5) / total)
    return labels, weights


def squeeze(text):
    return ' '.join(text.split())


def label_by_segments(blocks, keep, drop):
    keep, drop = [squeeze(s) for s in keep or []], [squeeze(s) for s in drop or []]
    labels, weights = [], []
    seen = set()
    for text in blocks:
        flat = squeeze(text)
        hit = [s for s in keep if len(s) > 3 and s in flat]
        out = [s for s in drop if len(s) > 3 and s in flat]
        if hit and not out:
            labels.append(1); weights.append(0.08)
        elif out and not hit:
            first = not all(s in seen for s in out)
            labels.append(0); weights.append(0.08 if first else 0.02)
            seen.update(out)
        else:
            labels.append(0); weights.append(0.0)
    return labels, weights


def load(args):
    gold, urls, order = {}, {}, []
    work = tempfile.mkdtemp(prefix='khabar-train-')
    atexit.register(shutil.rmtree, work, ignore_errors=True)
    files = []
    for name in SETS:
        for line in open(f'{args.eval}/html/{name}.gold.jsonl', encoding='utf-8'):
            g = json.loads(line)
            gold[g['record_id']] = dict(g, set=name)
        for record_id, url, body in pages_of(f'{args.eval}/html/{name}.warc.gz'):
            path = os.path.join(work, f'{len(files)}.html')
            open(path, 'wb').write(body)
            files.append(path); order.append(record_id); urls[record_id] = url
    prefix = os.path.join(work, 'blocks')
    subprocess.run([args.dump, prefix] + files, check=True)
    texts = [[] for _ in files]
    rows = [[] for _ in files]
    with open(prefix + '.jsonl', encoding='utf-8', errors='replace') as f:
        head = json.loads(next(f))
        names = head['features']
        for number, line in enumerate(f):
            b = json.loads(line)
            texts[b['page']].append(b['text'])
            rows[b['page']].append(number)
    x = np.fromfile(prefix + '.f32', dtype=np.float32).reshape(-1, len(names))
    y = np.zeros(len(x), np.float32)
    w = np.zeros(len(x), np.float32)
    page = np.zeros(len(x), np.int32)
    for i, record_id in enumerate(order):
        g = gold[record_id]
        if g['set'] == 'traf':
            labels, weights = label_by_segments(texts[i], g.get('with'), g.get('without'))
        else:
            labels, weights = label_by_body(texts[i], g['body'])
        y[rows[i]] = labels
        w[rows[i]] = weights
        page[rows[i]] = i
    folds = np.array([fold_of(urls[r]) for r in order])
    return dict(names=names, of_words=head['of_words'], x=x, y=y, w=w, page=page, order=order,
                gold=gold, texts=texts, rows=rows, folds=folds, urls=urls)


def context(p, page):
    """Second model's extra columns: the first one's word on the neighbours. As block_model.cpp."""
    n = len(p)
    out = np.zeros((n, 8), np.float32)
    start = 0
    while start < n:
        end = start
        while end < n and page[end] == page[start]:
            end += 1
        q = p[start:end]
        m = len(q)
        pad = np.concatenate([np.zeros(6, np.float32), q, np.zeros(6, np.float32)])
        total = np.concatenate([[0], np.cumsum(pad)])
        i = np.arange(m) + 6
        out[start:end, 0] = q
        out[start:end, 1] = pad[i - 1]
        out[start:end, 2] = pad[i + 1]
        out[start:end, 3] = pad[i - 2]
        out[start:end, 4] = pad[i + 2]
        out[start:end, 5] = (total[i] - total[i - 6]) / 6
        out[start:end, 6] = (total[i + 7] - total[i + 1]) / 6
        out[start:end, 7] = q.max() if m else 0
        start = end
    return out


HOPELESS_AFTER, HOPELESS_BELOW = 40, -2.3  # trees, log-odds: what the model asks no more of


def training_rows(d):
    """Rows worth learning from, and their weights: plain negatives thinned out, pages kept even."""
    y, w, page = d['y'], d['w'], d['page']
    easy = (y == 0) & (w > 0) & ~(d['x'][:, d['names'].index('in_best')] > 0)
    use = (w > 0) & (~easy | (np.random.default_rng(1).random(len(y)) < 0.25))
    weight = np.where(easy, w / 0.25, w)
    total = np.zeros(page.max() + 1)
    np.add.at(total, page, weight * use)
    weight = weight * np.where(total > 10, 10 / np.maximum(total, 1e-9), 1)[page]
    weight *= np.array([1.3 if d['gold'][r]['set'] == 'naeb' else 1.0 for r in d['order']])[page]
    return use, weight.astype(np.float32)


def fit(x, y, w, trees, rate, depth, ignored=(), baseline=None):
    model = CatBoostClassifier(iterations=trees, depth=depth, learning_rate=rate, l2_leaf_reg=6,
                               random_seed=1, verbose=False, thread_count=1, border_count=48,
                               rsm=0.4, boosting_type='Plain', allow_writing_files=False,
                               random_strength=1, bootstrap_type='Bernoulli', subsample=0.6,
                               ignored_features=list(ignored))
    model.fit(Pool(x, y, weight=w, baseline=baseline))
    return model


class FirstSum:
    """The first sum: its first trees may ask nothing of the words, since the program reads the
    words of those blocks alone that they leave hope for; the others go on from what they said."""

    def __init__(self, x, y, w, trees, rate, depth, of_words):
        self.early = fit(x, y, w, HOPELESS_AFTER, rate, depth, ignored=of_words)
        self.late = fit(x, y, w, trees - HOPELESS_AFTER, rate, depth, baseline=raw(self.early, x))

    def predict(self, x):
        """Probability, and log-odds after the first trees, at which hopeless blocks stay."""
        early = raw(self.early, x)
        odds = np.where(early < HOPELESS_BELOW, early, early + raw(self.late, x))
        return (1 / (1 + np.exp(-odds))).astype(np.float32), early


def raw(model, x):
    return model.predict(x, prediction_type='RawFormulaVal')


def predict(model, x):
    return model.predict_proba(x)[:, 1].astype(np.float32)


def doubtful_labels(d, p):
    """What a model that never saw the site is sure of and the gold leaves out, on pages where it
    leaves out half: there the gold breaks off, or holds one story of many. 1 where in doubt."""
    body = np.array([d['gold'][r]['set'] != 'traf' for r in d['order']])
    missing = np.zeros(d['page'].max() + 1)
    np.add.at(missing, d['page'], d['w'] * (1 - d['y']) * (p >= 0.5))
    return (d['y'] == 0) & (p > 0.8) & ((missing > 0.5) & body)[d['page']]


def fit_jobs(fit_one, x, d, use, weight):
    """Six models, two at a time: of all rows (-1), and without each of the five folds of sites."""
    fold = d['folds'][d['page']]
    global JOB  # the workers are forked: they see it without a copy
    JOB = lambda k: fit_one(*(a[use & (fold != k)] for a in (x, d['y'], weight)))
    with multiprocessing.get_context('fork').Pool(2) as pool:
        return dict(zip(range(-1, 5), pool.map(run_job, range(-1, 5), chunksize=1)))


def run_job(k):
    return JOB(k)


def train(d, args):
    """({fold: (first, second)}, p): models without each fold and of all pages (-1), and what models
    that never saw a block's site say of it. The second stage learns from out-of-fold words of the
    first, as it will see them on new pages; those of the other folds have seen the site that is
    left out, but only as labels of their own first stage."""
    use, weight = training_rows(d)
    x, page, fold = d['x'], d['page'], d['folds'][d['page']]
    firsts = fit_jobs(lambda *rows: FirstSum(*rows, args.trees, 0.065, args.depth, d['of_words']),
                      x, d, use, weight)
    p, early = np.zeros(len(x), np.float32), np.zeros(len(x), np.float32)
    for k in range(5):
        p[fold == k], early[fold == k] = firsts[k].predict(x[fold == k])
    hopeful = early >= HOPELESS_BELOW
    print(f'hopeful: {hopeful.mean():.3f} of the blocks, {weight[hopeful & (d["y"] > 0)].sum() / weight[d["y"] > 0].sum():.4f} of the story')
    print('first stage alone', shingle_f1(d, p, THRESHOLD), flush=True)
    doubtful = doubtful_labels(d, p)
    print(f'{doubtful.sum()} labels in doubt', flush=True)
    weight = np.where(doubtful, 0.15 * weight, weight).astype(np.float32)
    wide = np.hstack([x, context(p, page)])
    seconds = fit_jobs(lambda *rows: fit(*rows, args.trees2, 0.06, args.depth), wide, d,
                       use & hopeful, weight)
    for k in range(5):
        rows = (fold == k) & hopeful
        p[rows] = predict(seconds[k], wide[rows])
    return {k: (firsts[k], seconds[k]) for k in firsts}, p


def shingle_f1(d, p, threshold):
    """Mean precision and recall of 4-token shingles over naeb and wcxb, and traf's segment F1."""
    res = defaultdict(list)
    tp = fp = fn = 0
    for i, record_id in enumerate(d['order']):
        g = d['gold'][record_id]
        kept, seen = [], set()
        for r, t in zip(d['rows'][i], d['texts'][i]):
            if p[r] >= threshold and (len(t) < 40 or t not in seen):
                kept.append(t); seen.add(t)
        if g['set'] == 'traf':
            flat = squeeze('\n'.join(kept))
            a = sum(squeeze(s) in flat for s in g.get('with') or [])
            b = sum(squeeze(s) in flat for s in g.get('without') or [])
            tp += a; fp += b; fn += len(g.get('with') or []) - a
            continue
        def shingles(text):
            t = WORD.findall(text)
            return Counter(tuple(t[j:j + 4]) for j in range(max(1, len(t) - 3)) if t)
        A, B = shingles(g['body']), shingles('\n\n'.join(kept))
        hit = sum((A & B).values())
        if B: res[g['set'], 'p'].append(hit / sum(B.values()))
        if A: res[g['set'], 'r'].append(hit / sum(A.values()))
    out = {}
    for s in SETS[:2]:
        a, b = np.mean(res[s, 'p']), np.mean(res[s, 'r'])
        out[s] = tuple(round(float(v), 4) for v in (2 * a * b / (a + b), a, b))
    out['traf'] = (round(2 * tp / (2 * tp + fp + fn), 4), round(tp / max(1, tp + fp), 4), round(tp / max(1, tp + fn), 4))
    return out


def oblivious(model):
    """[(features, borders, leaf values)], scale and bias folded into the first tree's leaves."""
    with tempfile.NamedTemporaryFile(suffix='.json') as file:
        model.save_model(file.name, format='json')
        j = json.load(open(file.name))
    scale, bias = j.get('scale_and_bias', [1, [0]])
    bias = bias[0] if isinstance(bias, list) else bias
    index = [f['flat_feature_index'] for f in j['features_info']['float_features']]
    trees = []
    for t in j['oblivious_trees']:
        trees.append(([index[s['float_feature_index']] for s in t['splits']],
                      [s['border'] for s in t['splits']], [v * scale for v in t['leaf_values']]))
    if trees:
        trees[0] = (trees[0][0], trees[0][1], [v + bias for v in trees[0][2]])
    return trees


def number(value, digits):
    text = f'{value:.{digits}g}'
    return text + ('f' if '.' in text or 'e' in text else '.0f')


def write_table(path, models, names, args, figures):
    out = ['// Made by tests/train/train_block_model.py; do not edit. Out-of-site figures of the training:',
           f'// {figures}', '#include "stages/clean/block_model.h"', '', 'namespace khabar {', 'namespace {', '',
           '// clang-format off']
    for name, model in zip(('kFirst', 'kSecond'), models):
        parts = (model.early, model.late) if isinstance(model, FirstSum) else (model,)
        trees = [tree for part in parts for tree in oblivious(part)]
        splits, leaves = [], []
        for features, borders, values in trees:
            pad = args.depth - len(features)
            features, borders = features + [0] * pad, borders + [1e30] * pad
            splits += [f'{{{f}, {number(b, 9)}}}' for f, b in zip(features, borders)]
            values = values + [0.0] * ((1 << args.depth) - len(values))
            leaves += [number(v, 5) for v in values]
        for kind, items, suffix in (('BlockSplit', splits, 'Splits'), ('float', leaves, 'Leaves')):
            out.append(f'constexpr {kind} {name}{suffix}[] = {{')
            line = ''
            for item in items:
                if len(line) + len(item) + 2 > 98:
                    out.append(line); line = ''
                line += item + ', '
            out += [line, '};']
    out += ['// clang-format on', '', '}  // namespace', '',
            f'const BlockModelTable kBlockModelTable{{{args.depth}, {len(names)},',
            '                                        kFirstSplits, kFirstLeaves,',
            '                                        kSecondSplits, kSecondLeaves,',
            f'                                        {HOPELESS_AFTER}, {HOPELESS_BELOW}f}};', '',
            '}  // namespace khabar', '']
    open(path, 'w').write('\n'.join(out))


def main():
    a = argparse.ArgumentParser()
    a.add_argument('--dump', required=True)
    a.add_argument('--eval', default='../shared/eval')
    a.add_argument('--table')
    a.add_argument('--folds', help='folder for the tables without each fold: table_0.cpp ...')
    a.add_argument('--trees', type=int, default=400)
    a.add_argument('--trees2', type=int, default=260)
    a.add_argument('--depth', type=int, default=6)
    args = a.parse_args()
    print(f'python {platform.python_version()}, numpy {np.__version__}, catboost {catboost.__version__}')
    d = load(args)
    print(f"{len(d['order'])} pages, {len(d['x'])} blocks, {len(d['names'])} features; positive {d['y'].mean():.3f}")
    models, p = train(d, args)
    figures = f'threshold {THRESHOLD}: {shingle_f1(d, p, THRESHOLD)}'
    print(figures)
    print('oracle', shingle_f1(d, d['y'], 0.5))
    if args.table:
        write_table(args.table, models[-1], d['names'], args, figures)
    for k in range(5) if args.folds else ():
        write_table(f'{args.folds}/table_{k}.cpp', models[k], d['names'], args, f'without fold {k}')


if __name__ == '__main__':
    main()
