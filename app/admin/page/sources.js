// The sources, by health: when each last had news, how often it usually has, what is wrong.
'use strict';

const CONDITIONS = ['failing', 'disallowed', 'silent', 'retired', 'new', 'paused', 'well'];

const badge = (condition) => el('span', { class: `badge ${condition}` }, word(condition));

// The error names the address, which stands beside it already.
const bare_error = (feed) => (feed.last_error ?? '').replace(feed.url + ': ', '');

function wrong_with(feed) {
  if (feed.condition === 'failing') return `${bare_error(feed) || feed.status}${feed.failures > 1 ? ` (${whole(feed.failures)} ${word('failures')})` : ''}`;
  if (feed.condition === 'disallowed') return word(feed.carries_text ? 'disallowed_text' : 'disallowed_no_text');
  if (feed.condition === 'retired') return bare_error(feed) || String(feed.status || '');
  return '';
}

function pace(feed) {
  if (!feed.news_per_day) return '–';
  return rate_of_day(feed.news_per_day);
}
const rate_of_day = (per_day) =>
  per_day >= 48 ? `${short(per_day / 24)} ${word('per_hour')}` : `${short(per_day)} ${word('per_day')}`;

function trouble_line(feed, now) {
  const why = feed.condition === 'silent'
    ? `${word('last_news')} ${ago(feed.last_news, now)} · ${pace(feed)}`
    : wrong_with(feed);
  return el('li', { class: 'trouble' }, badge(feed.condition),
    stranger('span', feed.name, { class: 'name' }), stranger('span', why, { class: 'why' }));
}

function source_row(feed, now) {
  const next = !feed.next_due ? '–' : feed.next_due <= now ? word('due') : ago(feed.next_due, now);
  return el('tr', { class: feed.condition },
    el('td', { class: 'source-name' }, stranger('span', feed.name, { class: 'name' }),
      el('bdi', { class: 'address', dir: 'ltr' }, web_link(feed.url, feed.url.replace(/^https?:\/\//, '')))),
    el('td', { 'data-label': word('condition') }, badge(feed.condition)),
    el('td', { 'data-label': word('last_news'), title: exact(feed.last_news) }, ago(feed.last_news, now)),
    el('td', { 'data-label': word('cadence') }, pace(feed)),
    el('td', { 'data-label': word('next'), title: exact(feed.next_due) }, next),
    el('td', { 'data-label': word('interval') }, feed.interval_ms ? span_of(feed.interval_ms) : '–'),
    stranger('td', wrong_with(feed), { class: 'why' }));
}

const sources = {
  needs: ['status', 'sources'],
  period_ms: 5000,
  condition: 'all',
  query: '',
  ROWS_MAX: 300,

  mount(root) {
    this.chips = el('div', { class: 'chips' });
    this.body = el('tbody');
    this.rest = el('p', { class: 'muted' });
    this.search = el('input', {
      type: 'search', placeholder: word('filter'), 'aria-label': word('filter'), value: this.query, dir: 'auto',
      on: { input: () => { this.query = this.search.value; this.draw(); } },
    });
    const heads = ['name', 'condition', 'last_news', 'cadence', 'next', 'interval', 'error'];
    this.figures = el('div');
    this.fates = el('div');
    this.fates_panel = panel(word('pages'), this.fates);
    root.append(this.figures, el('section', { class: 'panel' },
      el('div', { class: 'panel-head' }, el('h2', null, word('sources')), this.search), this.chips,
      el('div', { class: 'table-box' },
        el('table', { class: 'sources' }, el('thead', null, el('tr', null, heads.map((name) => el('th', null, word(name))))), this.body)),
      this.rest), this.fates_panel);
  },

  update(answers) {
    this.answers = answers;
    this.draw();
  },

  draw_pages(counts) {
    this.figures.replaceChildren(el('div', { class: 'figures' },
      ['pages_waiting', 'pages_to_revisit', 'pages_known'].map((name) => figure(word(name), whole(counts[name]), '', ''))));
    this.figures.hidden = this.fates_panel.hidden = !this.answers.status.sources;
    this.fates.replaceChildren(counts.fates.length
      ? bars(counts.fates.slice(0, 12).map((fate) => ({ name: word(fate.name), title: fate.name, value: fate.count, class: fate.name === 'delivered' ? 'b-good' : 'b-dim' })))
      : empty(word('none_yet')));
  },

  draw() {
    const { status, sources: known } = this.answers;
    this.draw_pages(known.counts);
    const counts = new Map();
    for (const feed of known.feeds) counts.set(feed.condition, (counts.get(feed.condition) ?? 0) + 1);
    const names = ['all', ...CONDITIONS.filter((name) => counts.has(name))];
    this.chips.replaceChildren(...names.map((name) =>
      el('button', { type: 'button', 'aria-pressed': String(this.condition === name), on: { click: () => { this.condition = name; this.draw(); } } },
        word(name), ' ', el('b', null, whole(name === 'all' ? known.feeds.length : counts.get(name))))));
    const query = this.query.trim().toLocaleLowerCase();
    const rows = known.feeds.filter((feed) =>
      (this.condition === 'all' || feed.condition === this.condition) &&
      (!query || `${feed.name} ${feed.url} ${feed.group ?? ''}`.toLocaleLowerCase().includes(query)));
    this.body.replaceChildren(...rows.slice(0, this.ROWS_MAX).map((feed) => source_row(feed, status.now)));
    const more = rows.length - this.ROWS_MAX;
    this.rest.textContent = !status.sources ? word('no_feeds') : !rows.length ? word('no_match')
      : more > 0 ? `+ ${whole(more)} ${word('more_rows')}` : known.error ?? '';
  },
};
