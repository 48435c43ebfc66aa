// The first view: how much comes and goes, where it waits, where time goes, what became of it.
'use strict';

function figure(label, value, unit, note, kind) {
  return el('div', { class: `figure ${kind ?? ''}` },
    el('span', { class: 'label' }, label),
    el('span', { class: 'value' }, value, unit ? el('small', null, ' ' + unit) : null),
    el('span', { class: 'note' }, note ?? ''));
}

function figures(status) {
  const { documents, rates, process, sources } = status;
  const [stored, stored_unit] = rate(rates.delivered);
  const [read, read_unit] = rate(rates.read);
  const out = [
    figure(word('stored'), stored, stored_unit, whole(documents.delivered), 'good'),
    figure(word('read'), read, read_unit, whole(documents.read)),
    figure(word('dropped'), documents.read ? percent(documents.dropped / documents.read) : '0', '',
      `${whole(documents.dropped)} · ${word('rejected')} ${whole(documents.rejected)}`),
  ];
  if (sources) {
    const counts = sources.counts;
    const trouble = counts.failing + counts.silent + counts.disallowed + counts.retired;
    const all = counts.active + counts.paused + counts.retired;
    out.push(figure(word('watched'), whole(all), '', `${whole(trouble)} ${word('in_trouble')}`, trouble ? 'warn' : ''));
  }
  out.push(figure(word('open'), whole(documents.open), '', `${word('memory')} ${mebibytes(process.resident_bytes)}`));
  return el('div', { class: 'figures' }, out);
}

function throughput(history, width, span) {
  if (history.times.length < 3) return empty(word(span === 'day' ? 'waiting_for_minutes' : 'waiting_for_data'));
  const reach = span === 'day' ? 1 : 10;
  const times = history.times.slice(1);
  const series = [
    { name: 'read', class: 'c-read', values: smooth(rates_of(history, 'read'), reach) },
    { name: 'dropped', class: 'c-dropped', values: smooth(rates_of(history, 'dropped'), reach) },
    { name: 'rejected', class: 'c-rejected', values: smooth(rates_of(history, 'rejected'), reach) },
    { name: 'delivered', class: 'c-stored', filled: true, values: smooth(rates_of(history, 'delivered'), reach) },
  ];
  const legend = el('ul', { class: 'legend' }, [3, 0, 1, 2].map((i) => {
    const one = series[i];
    const last = one.values.at(-1) ?? 0;
    return el('li', null, el('i', { class: one.class }), word(one.name === 'delivered' ? 'stored' : one.name), ' ', el('b', null, rate_text(last)));
  }));
  return [line_chart(width, times, series, span !== 'day'), legend];
}

// Sources stand side by side, and so do sinks: arrows only where documents go on.
const leads_on = (step, next) => next && (step.kind !== next.kind || step.kind === 'stage');

function step_box(step, next, history) {
  const details = [];
  if (history.times.length > 2) {
    const counter = `${step.kind === 'source' ? 'read' : 'done'}:${step.name}`;
    details.push(spark(smooth(rates_of(history, counter), 10)));
  }
  if (step.queue !== undefined) {
    details.push(el('span', { class: 'pair' }, el('span', null, word('waiting')), el('b', null, whole(step.queue))),
      meter(step.queue / (step.queue_max || 1), 'queue', `${step.queue} / ${step.queue_max}`));
  }
  if (step.busy !== undefined) {
    details.push(el('span', { class: 'pair' }, el('span', null, word('busy')), el('b', null, percent(Math.min(1, step.busy)))),
      meter(step.busy, step.busy > 0.9 ? 'busy full' : 'busy', `${step.workers ?? 1} ${word('threads')}`));
  }
  return el('li', { class: `step ${step.kind}${step.failing ? ' failing' : ''}${leads_on(step, next) ? ' leads-on' : ''}` },
    stranger('span', step.name, { class: 'step-name' }),
    el('span', { class: 'step-rate' }, rate(step.rate)[0], el('small', null, ' ' + rate(step.rate)[1])),
    el('span', { class: 'step-count' }, whole(step.documents)),
    step.failing ? el('span', { class: 'badge failing' }, word('unavailable')) : null,
    details);
}

function pipeline(status, history) {
  return el('ol', { class: 'pipeline' }, status.steps.map((step, i) => step_box(step, status.steps[i + 1], history)));
}

// Seconds of work of each step over the last minute of the history.
function time_by_step(history) {
  const last = history.times.length - 1;
  if (last < 1) return [];
  let first = last;
  while (first > 0 && history.times[last] - history.times[first] < 60000) --first;
  const elapsed = (history.times[last] - history.times[first]) / 1000;
  return history.names.flatMap((name, column) => {
    if (!name.startsWith('busy:') || name === 'busy:recent') return [];
    const spent = (history.values[last][column] ?? 0) - (history.values[first][column] ?? 0);
    return spent > 0 ? [{ name: name.slice(5), spent, elapsed }] : [];
  }).sort((a, b) => b.spent - a.spent);
}

function where_time_goes(history) {
  const steps = time_by_step(history);
  const total = steps.reduce((sum, step) => sum + step.spent, 0);
  if (!total) return empty(word('idle'));
  const shares = el('div', { class: 'stack' }, steps.map((step, i) =>
    el('i', { class: `s${i % 6}`, title: step.name, css: { 'flex-grow': String(step.spent / total) } })));
  const list = el('ul', { class: 'legend rows' }, steps.map((step, i) =>
    el('li', null, el('i', { class: `s${i % 6}` }), step.name, el('b', null, percent(step.spent / total)),
      el('span', { class: 'muted' }, ltr(`${short((step.spent / step.elapsed) * 1000)} ms/s`)))));
  return [el('p', { class: 'sub' }, word('time_note')), shares, list];
}

function what_became(status) {
  const rows = [
    ...status.verdicts.filter((v) => v.name !== 'copy').map((v) => ({ ...v, class: 'b-good' })),
    ...status.dropped.map((v) => ({ ...v, class: 'b-dim' })),
    ...status.rejected.map((v) => ({ ...v, class: 'b-bad' })),
  ].filter((v) => v.count > 0).slice(0, 12);
  if (!rows.length) return empty(word('none_yet'));
  return bars(rows.map((v) => ({ name: word(v.name), title: v.name, value: v.count, class: v.class })));
}

const overview = {
  span: 'minutes',
  needs: ['status', 'history', 'trouble', 'articles'],

  mount(root) {
    this.figures = el('div');
    this.chart = el('div', { class: 'chart-box' });
    this.flow = el('div');
    this.time = el('div');
    this.fates = el('div');
    this.trouble = el('div');
    this.latest = el('div');
    this.spans = el('div', { class: 'switch' }, ['minutes', 'day'].map((span) =>
      el('button', { type: 'button', 'data-span': span, on: { click: () => { this.span = span; app.refresh(); } } },
        word(span === 'day' ? 'last_day' : 'last_minutes'))));
    const flow = el('section', { class: 'panel wide' }, el('div', { class: 'panel-head' }, el('h2', null, word('throughput')), this.spans), this.chart);
    root.append(this.figures, el('div', { class: 'grid' },
      flow,
      el('section', { class: 'panel wide' }, el('h2', null, word('pipeline')), this.flow),
      panel(word('time'), this.time),
      panel(word('fates'), this.fates),
      this.trouble_panel = panel(word('trouble'), this.trouble),
      this.latest_panel = panel(word('latest'), this.latest)));
  },

  update({ status, history, trouble, articles }) {
    this.figures.replaceChildren(figures(status));
    for (const button of this.spans.children) {
      button.setAttribute('aria-pressed', String(button.dataset.span === this.span));
    }
    this.chart.replaceChildren(...[throughput(history, Math.max(280, this.chart.clientWidth), this.span)].flat());
    this.flow.replaceChildren(pipeline(status, history));
    this.time.replaceChildren(...[where_time_goes(history)].flat());
    this.fates.replaceChildren(what_became(status));
    this.trouble_panel.hidden = !status.sources;
    this.latest_panel.classList.toggle('wide', !status.sources);
    this.trouble.replaceChildren(trouble.feeds.length
      ? el('ul', { class: 'plain' }, trouble.feeds.slice(0, 6).map((feed) => trouble_line(feed, status.now)))
      : empty(word('trouble_none')));
    if (trouble.feeds.length > 6) this.trouble.append(el('a', { class: 'more', href: '#/sources' }, `${word('more')} (${whole(trouble.feeds.length)})`));
    this.latest.replaceChildren(articles.articles.length
      ? article_list(articles.articles.slice(0, 6), status.now)
      : empty(word('no_articles')));
    if (articles.articles.length > 6) this.latest.append(el('a', { class: 'more', href: '#/articles' }, word('more')));
  },
};
