// Curves and bars, drawn as SVG and boxes. Time runs from left to right in either language.
'use strict';

// Differences of counters, a second: `values[i]` of sample i, null where it is not known.
function rates_of(history, name) {
  const column = history.names.indexOf(name);
  const out = [];
  for (let i = 1; i < history.times.length; ++i) {
    const seconds = (history.times[i] - history.times[i - 1]) / 1000;
    const before = history.values[i - 1][column] ?? 0;
    const after = history.values[i][column];
    out.push(column < 0 || after === undefined || seconds <= 0 ? null : Math.max(0, (after - before) / seconds));
  }
  return out;
}

// Each value becomes the mean of the `reach` before it: single documents make combs of curves.
function smooth(values, reach) {
  return values.map((_, i) => {
    const near = values.slice(Math.max(0, i - reach + 1), i + 1).filter((v) => v !== null);
    return near.length ? near.reduce((a, b) => a + b, 0) / near.length : null;
  });
}

// A number whose half is easily read too, at least `most`.
function nice_ceiling(most) {
  const power = 10 ** Math.floor(Math.log10(most || 1));
  return [1, 1.2, 1.6, 2, 3, 4, 5, 6, 8, 10].map((n) => n * power).find((n) => n >= most);
}

function path_of(values, x, y) {
  let path = '', is_down = false;
  values.forEach((value, i) => {
    if (value === null) { is_down = false; return; }
    path += `${is_down ? 'L' : 'M'}${x(i).toFixed(1)} ${y(value).toFixed(1)}`;
    is_down = true;
  });
  return path;
}

// `series`: [{name, values, class, filled}]; `times`: ms of each value; `scale`: units a second.
function line_chart(width, times, series, with_seconds) {
  const height = 190, left = 44, right = 8, top = 10, bottom = 24;
  const most = Math.max(...series.flatMap((s) => s.values.filter((v) => v !== null)), 1e-9);
  const factor = most >= 1 ? 1 : most * 60 >= 1 ? 60 : 3600;
  const unit = { 1: 'per_second', 60: 'per_minute', 3600: 'per_hour' }[factor];
  const ceiling = nice_ceiling(most * factor);
  const x = (i) => left + (width - left - right) * (times.length < 2 ? 1 : i / (times.length - 1));
  const y = (value) => top + (height - top - bottom) * (1 - (value * factor) / ceiling);
  const chart = svg('svg', { class: 'chart', width, height, viewBox: `0 0 ${width} ${height}`, role: 'img', 'aria-label': word('throughput') });
  for (const part of [0, 0.5, 1]) {
    const at = y((ceiling * part) / factor);
    chart.append(svg('line', { class: 'grid', x1: left, x2: width - right, y1: at, y2: at }),
      svg('text', { class: 'tick', x: left - 6, y: at + 4, 'text-anchor': 'end' }, short(ceiling * part)));
  }
  chart.append(svg('text', { class: 'tick', x: left - 6, y: height - 6, 'text-anchor': 'end' }, isolated(word(unit))));
  const labels = width < 460 ? 3 : 5;
  for (let n = 0; n < labels && times.length > 1; ++n) {
    const i = Math.round((n * (times.length - 1)) / (labels - 1));
    const anchor = n === 0 ? 'start' : n === labels - 1 ? 'end' : 'middle';
    chart.append(svg('text', { class: 'tick', x: x(i), y: height - 6, 'text-anchor': anchor }, clock(times[i], with_seconds)));
  }
  for (const one of series) {
    const line = path_of(one.values, x, y);
    if (one.filled && line) {
      const first = one.values.findIndex((v) => v !== null);
      chart.append(svg('path', { class: `area ${one.class}`, d: `${line}L${x(one.values.length - 1)} ${y(0)}L${x(first)} ${y(0)}Z` }));
    }
    chart.append(svg('path', { class: `line ${one.class}`, d: line }));
  }
  return chart;
}

// A curve without axes, as wide as its box: the shape of the last minutes.
function spark(values) {
  const most = Math.max(...values.filter((v) => v !== null), 1e-9);
  const x = (i) => (values.length < 2 ? 100 : (100 * i) / (values.length - 1));
  const y = (value) => 19 - 17 * (value / most);
  return svg('svg', { class: 'spark', viewBox: '0 0 100 20', preserveAspectRatio: 'none', 'aria-hidden': 'true' },
    svg('path', { d: path_of(values, x, y), 'vector-effect': 'non-scaling-stroke' }));
}

// Rows of {name, value, class, note}: the longest bar is the greatest value.
function bars(rows) {
  const most = Math.max(...rows.map((row) => row.value), 1);
  return el('ul', { class: 'bars' }, rows.map((row) =>
    el('li', { title: row.title },
      el('span', { class: 'bar-name' }, row.name),
      el('span', { class: 'bar-track' }, el('i', { class: row.class, css: { width: `${Math.max(0.6, (row.value / most) * 100)}%` } })),
      el('span', { class: 'bar-value' }, row.text ?? whole(row.value)))));
}

const meter = (share, kind, title) =>
  el('span', { class: `meter ${kind}`, title, role: 'meter', 'aria-valuenow': Math.round(share * 100) },
    el('i', { css: { width: `${Math.min(100, Math.max(0, share * 100))}%` } }));
