#!/usr/bin/env bash
# run.sh BUILD_DIR [--peers [HELD_OUT]]: every benchmark, then the whole program over the labelled
# pages. HELD_OUT holds what tests/train/held_out.py wrote: scores on sites never seen, a row more.
# Figures of one run are comparable with each other; across runs the machine counts too.
set -euo pipefail
build=$1
shift
here=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
eval_dir=${KHABAR_EVAL_DIR:-$here/../shared/eval}
for bench in "$build"/bench_*; do
  [ -f "$bench" ] && [ -x "$bench" ] || continue
  printf '\n== %s\n' "${bench##*/bench_}"
  "$bench" || echo "(ended with $?)"
done
if [ -d "$eval_dir/html" ]; then
  printf '\n== khabar batch over the labelled pages, end to end\n'
  out=$(mktemp -d)
  trap 'rm -rf "$out"' EXIT
  bytes=$(cat "$eval_dir"/html/*.warc.gz | gzip -dc | wc -c)
  for workers in 1 2; do
    begin=$(date +%s.%N)
    "$build/khabar" batch "$eval_dir"/html/*.warc.gz --no-dedupe -q --workers "$workers" \
      -o "$out/$workers.jsonl"
    end=$(date +%s.%N)
    awk -v b="$bytes" -v s="$(echo "$end $begin" | awk '{print $1-$2}')" -v w="$workers" \
      'BEGIN { printf "%d worker(s): %.2f s, %.0f MB/s of HTML\n", w, s, b / 1e6 / s }'
  done
  if [ "${1:-}" = --peers ]; then
    venv=$build/peers
    [ -x "$venv/bin/python" ] || python3 -m venv "$venv"
    "$venv/bin/pip" -q install -U pip  # Debian's fails on the extras of lxml
    "$venv/bin/pip" -q install trafilatura resiliparse readability-lxml datasketch
    "$venv/bin/python" "$here/tests/bench/peers.py" "$build/bench_app_clean_extract" "$eval_dir" \
      ${2:+--held-out "$2"}
    "$venv/bin/python" "$here/tests/bench/dedupe_peers.py" "$build" "$eval_dir"
  fi
fi
