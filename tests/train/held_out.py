#!/usr/bin/env python3
"""Scores the whole program on pages of sites that its model never saw.

  tests/train/held_out.py BUILD FOLDS EVAL OUT

BUILD has bench_app_clean_extract and its compile_commands.json; FOLDS the tables that
train_block_model.py --folds wrote. Each page is judged by the model that was trained without its
site. Writes OUT/<set>.jsonl, for score.py and peers.py, and prints the scores.
"""
import json, os, shlex, subprocess, sys, tempfile

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from sites import fold_of

SETS = ('naeb', 'wcxb_dev', 'traf')
BENCH = 'bench_app_clean_extract'
TABLE = 'stages/clean/block_model_table.cpp'


def compile_table(build, source, target):
    for entry in json.load(open(f'{build}/compile_commands.json')):
        if entry['file'].endswith(TABLE):
            words = shlex.split(entry['command'].replace(entry['file'], source))
            words[words.index('-o') + 1] = target
            return subprocess.run(words, check=True, cwd=entry['directory'])
    sys.exit(f'{build}/compile_commands.json does not name {TABLE}')


def link(build, table, target):
    """The bench's own link command with another table, which comes before the library that has one."""
    commands = subprocess.run(['ninja', '-t', 'commands', BENCH], cwd=build, check=True,
                              capture_output=True, text=True).stdout
    words = shlex.split(commands.splitlines()[-1].removeprefix(': && ').removesuffix(' && :'))
    words[words.index('-o') + 1] = target
    first_object = next(i for i, w in enumerate(words) if w.endswith('.o'))
    subprocess.run(words[:first_object] + [table] + words[first_object:], check=True, cwd=build)


def main():
    if len(sys.argv) != 5:
        sys.exit(__doc__)
    build, folds, eval_dir, out = map(os.path.abspath, sys.argv[1:])
    os.makedirs(out, exist_ok=True)
    lines = {s: [] for s in SETS}
    with tempfile.TemporaryDirectory() as work:
        for k in range(5):
            compile_table(build, f'{folds}/table_{k}.cpp', f'{work}/table.o')
            link(build, f'{work}/table.o', f'{work}/bench')
            subprocess.run([f'{work}/bench', '--records', work], check=True, stdout=subprocess.DEVNULL)
            for s in SETS:
                for line in open(f'{work}/{s}.jsonl', encoding='utf-8'):
                    if fold_of(json.loads(line)['url']) == k:
                        lines[s].append(line)
    for s in SETS:
        open(f'{out}/{s}.jsonl', 'w', encoding='utf-8').writelines(lines[s])
        print(s, end=' ', flush=True)
        subprocess.run([sys.executable, f'{eval_dir}/score.py', 'html', f'{eval_dir}/html/{s}.gold.jsonl',
                        f'{out}/{s}.jsonl'], check=True)


if __name__ == '__main__':
    main()
