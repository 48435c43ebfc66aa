// Which view is shown, and the asking: every few seconds, one round of the answers a view needs.
'use strict';

const PATHS = {
  status: () => '/api/status',
  history: () => `/api/history?span=${overview.span}`,
  trouble: () => '/api/sources?only=trouble',
  sources: () => '/api/sources',
  articles: () => (app.view === overview ? '/api/articles?most=7' : '/api/articles'),
  article: () => `/api/articles/${app.number}`,
};

async function ask(name) {
  const answer = await fetch(PATHS[name](), { cache: 'no-store' });
  if (answer.status === 404) return null;
  if (!answer.ok) throw new Error(`${answer.status}`);
  return answer.json();
}

const app = {
  PERIOD_MS: 2000,
  view: null,
  number: 0,
  round: 0,

  // "#/sources", "#/articles/17"; anything else is the overview.
  route() {
    const [name, number] = location.hash.replace(/^#\//, '').split('/');
    this.number = /^\d+$/.test(number ?? '') ? number : 0;
    const view = name === 'sources' ? sources : name !== 'articles' ? overview : this.number ? one_article : articles;
    this.view = view;
    const root = document.getElementById('view');
    root.replaceChildren();
    root.className = '';
    view.mount(root);
    this.draw_frame(name);
    window.scrollTo(0, 0);
    this.refresh();
  },

  draw_frame(name) {
    const tabs = [['', 'overview'], ['sources', 'sources'], ['articles', 'articles']];
    document.getElementById('tabs').replaceChildren(...tabs.map(([path, label]) =>
      el('a', { href: `#/${path}`, 'aria-current': path === (name || '') ? 'page' : null }, word(label))));
    document.getElementById('language').textContent = word('other_language');
    document.getElementById('language').lang = language === 'ar' ? 'en' : 'ar';
  },

  async refresh() {
    const round = ++this.round;
    const view = this.view;
    clearTimeout(this.timer);
    try {
      const names = [...new Set(['status', ...view.needs])];
      const answers = Object.fromEntries(await Promise.all(names.map(async (name) => [name, await ask(name)])));
      if (round !== this.round) return;  // somebody has turned to another view meanwhile
      this.draw_state(answers.status);
      view.update(answers);
      document.body.dataset.ready = 'yes';
    } catch (error) {
      if (round !== this.round) return;
      this.draw_state(null);
      console.error(error);
    }
    this.timer = setTimeout(() => this.refresh(), (document.hidden ? 5 : 1) * (view.period_ms ?? this.PERIOD_MS));
  },

  draw_state(status) {
    const state = document.getElementById('state');
    const notice = document.getElementById('notice');
    const phase = status?.phase ?? 'gone';
    state.className = `state ${status?.complaint && phase === 'running' ? 'warn' : phase}`;
    state.replaceChildren(el('i'), word(phase),
      ...(status ? [' ', el('span', { class: 'muted' }, `${word('for_time')} ${span_of(status.now - status.started)}`)] : []));
    const complaint = phase === 'running' && status.complaint ? `${word('not_ready')}: ${status.complaint}` : '';
    const reload = status?.reload && status.now - status.reload.at < 120000
      ? `${word(status.reload.in_force ? 'reload_ok' : 'reload_bad')}: ${status.reload.lines.slice(0, 5).join('; ')}` : '';
    notice.textContent = complaint || reload;
    notice.hidden = !notice.textContent;
    notice.classList.toggle('calm', !complaint && Boolean(status?.reload?.in_force));
    if (!status) return;
    document.getElementById('foot').replaceChildren(
      el('bdi', { dir: 'ltr' }, `khabar ${status.version}`), ' · ', stranger('bdi', status.configuration), ' · ',
      `${word('processor')} ${span_of(status.process.processor_seconds * 1000)} · ${word('memory')} ${mebibytes(status.process.resident_bytes)} · ${whole(status.process.open_files)} ${word('files')}`);
  },
};

document.getElementById('language').addEventListener('click', () => {
  speak(language === 'ar' ? 'en' : 'ar');
  try { localStorage.setItem('khabar-language', language); } catch { /* asked again next time */ }
  app.route();
});
window.addEventListener('hashchange', () => app.route());
window.addEventListener('resize', () => app.view === overview && app.refresh());
document.addEventListener('visibilitychange', () => !document.hidden && app.refresh());
app.route();
