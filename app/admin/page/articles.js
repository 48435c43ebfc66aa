// The latest articles, each in its own direction, and one with its removed lines and their rules.
'use strict';

const verdict_badge = (article) =>
  article.verdict === 'fresh' ? null
    : el('span', { class: `badge ${article.verdict}` }, word(article.verdict), article.revision ? ` ${whole(article.revision)}` : '');

function article_list(articles, now) {
  return el('ul', { class: 'articles' }, articles.map((article) =>
    el('li', null,
      stranger('a', article.title || word('untitled'), { class: 'title', href: `#/articles/${article.number}`, lang: article.language }),
      el('p', { class: 'meta' },
        article.source ? stranger('bdi', article.source) : null,
        article.agency ? stranger('bdi', article.agency) : null,
        article.language ? el('span', { class: 'tag' }, article.language) : null,
        verdict_badge(article),
        el('span', { title: exact(article.stored) }, ago(article.stored, now))))));
}

const articles = {
  needs: ['status', 'articles'],

  mount(root) {
    this.list = el('div');
    root.append(el('section', { class: 'panel' }, el('h2', null, word('latest')), this.list));
  },

  update({ status, articles: latest }) {
    // The list stands still while nobody has stored anything, so that a reader keeps his place.
    const stamp = `${latest.ever} ${Math.floor(status.now / 30000)}`;
    if (this.list.dataset.stamp === stamp) return;
    this.list.dataset.stamp = stamp;
    this.list.replaceChildren(latest.articles.length ? article_list(latest.articles, status.now) : empty(word('no_articles')));
  },
};

const TAGS = { heading: 'h3', list_item: 'li', quote: 'blockquote', preformatted: 'pre', caption: 'figcaption' };

function story_of(article) {
  const story = el('div', { class: 'story', dir: article.direction ?? 'auto', lang: article.language });
  let list = null;
  for (const paragraph of article.paragraphs) {
    const node = stranger(TAGS[paragraph.kind] ?? 'p', paragraph.text);
    if (paragraph.kind === 'list_item') {
      if (!list) story.append(list = el('ul'));
      list.append(node);
    } else {
      list = null;
      story.append(node);
    }
  }
  return story;
}

function facts_of(article) {
  const rows = [
    ['by', article.authors.join(language === 'ar' ? '، ' : ', ')], ['agency', article.agency], ['place', article.place],
    ['published', article.published], ['modified', article.modified], ['fetched', article.fetched],
    ['section', article.section], ['language', article.language],
    ['words', article.words ? whole(article.words) : ''], ['verdict', word(article.verdict)],
    ['revision_of', article.revision_of], ['duplicate_of', article.duplicate_of], ['origin', article.origin],
  ].filter(([, value]) => value);
  return el('dl', { class: 'facts' },
    rows.map(([name, value]) => [el('dt', null, word(name)), stranger('dd', value)]),
    article.url ? [el('dt', null, word('address')), el('dd', null, el('bdi', { dir: 'ltr' }, web_link(article.url, article.url)))] : []);
}

function removed_of(article) {
  if (!article.removed.length) return empty(word('removed_none'));
  return el('ol', { class: 'removed' }, article.removed.map((line) =>
    el('li', null, stranger('p', line.text),
      el('bdi', { class: 'rule', dir: 'ltr', title: line.where }, line.rule, line.where ? ` · ${line.where}` : ''))));
}

const one_article = {
  needs: ['article'],

  mount(root) {
    this.root = root;
    this.shown = null;
  },

  update({ article }) {
    if (this.shown === (article?.number ?? 0)) return;  // it does not change while one reads
    this.shown = article?.number ?? 0;
    const back = el('a', { class: 'back', href: '#/articles' }, word('back'));
    if (!article) {
      this.root.replaceChildren(back, el('section', { class: 'panel' }, empty(word('gone_article'))));
      return;
    }
    this.root.replaceChildren(back, el('article', { class: 'one' },
      el('section', { class: 'panel paper' },
        stranger('h1', article.title || word('untitled'), { lang: article.language }),
        article.subtitle ? stranger('p', article.subtitle, { class: 'subtitle', lang: article.language }) : null,
        story_of(article),
        article.was_cut ? el('p', { class: 'muted' }, word('was_cut')) : null),
      el('div', { class: 'aside' },
        el('section', { class: 'panel' }, facts_of(article)),
        el('section', { class: 'panel' }, el('h2', null, word('removed'), ' ', el('small', null, whole(article.removed.length))), removed_of(article)))));
  },
};
