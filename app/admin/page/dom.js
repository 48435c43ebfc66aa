// Elements, numbers and times. Text becomes text nodes, never markup.
'use strict';

function fill(node, attributes, children) {
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (value === null || value === undefined || value === false) continue;
    if (name === 'on') {
      for (const [event, act] of Object.entries(value)) node.addEventListener(event, act);
    } else if (name === 'css') {
      for (const [property, to] of Object.entries(value)) node.style.setProperty(property, to);
    } else {
      node.setAttribute(name, value === true ? '' : value);
    }
  }
  node.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined));
  return node;
}

const el = (tag, attributes, ...children) => fill(document.createElement(tag), attributes, children);
const svg = (tag, attributes, ...children) =>
  fill(document.createElementNS('http://www.w3.org/2000/svg', tag), attributes, children);

// Strangers' text: in its own direction, whatever the page's.
const stranger = (tag, text, attributes) => el(tag, { dir: 'auto', ...attributes }, text);

// Words of the page inside what runs from left to right in either language: curves.
const isolated = (text) => (language === 'ar' ? `\u2067${text}\u2069` : text);

// Latin digits in both languages: the figures stand beside addresses and rules.
const locale = () => (language === 'ar' ? 'ar-u-nu-latn' : 'en');
const whole = (n) => new Intl.NumberFormat(locale(), { maximumFractionDigits: 0 }).format(n);
const short = (n) =>
  new Intl.NumberFormat(locale(), { notation: n < 10000 ? 'standard' : 'compact', maximumFractionDigits: n < 10 ? 1 : n < 10000 ? 0 : 1 }).format(n);
const percent = (share) =>
  new Intl.NumberFormat(locale(), { style: 'percent', maximumFractionDigits: share < 0.1 ? 1 : 0 }).format(share);

// A rate in the unit in which it is a number one can read: 3.2 /s, 14 /min, 6 /h.
function rate(per_second) {
  if (per_second >= 1) return [short(per_second), word('per_second')];
  if (per_second * 60 >= 1 || per_second === 0) return [short(per_second * 60), word('per_minute')];
  return [short(per_second * 3600), word('per_hour')];
}
const rate_text = (per_second) => rate(per_second).join(' ');

const UNITS = [['day', 86400], ['hour', 3600], ['minute', 60], ['second', 1]];
function unit_of(seconds) {
  const [unit, size] = UNITS.find(([, s]) => Math.abs(seconds) >= s * (s === 1 ? 0 : 1.5)) ?? UNITS[3];
  return [Math.round(seconds / size), unit];
}
// "3 min. ago", "in 5 min."
function ago(ms, now) {
  if (!ms) return word('never');
  const [n, unit] = unit_of((ms - now) / 1000);
  return new Intl.RelativeTimeFormat(locale(), { style: 'short', numeric: 'always' }).format(n, unit);
}
function span_of(ms) {
  const [n, unit] = unit_of(ms / 1000);
  return new Intl.NumberFormat(locale(), { style: 'unit', unit, unitDisplay: 'short' }).format(n);
}
const clock = (ms, with_seconds) =>
  new Intl.DateTimeFormat(locale(), { hour: '2-digit', minute: '2-digit', second: with_seconds ? '2-digit' : undefined, hour12: false }).format(ms);
const exact = (ms) => (ms ? new Date(ms).toISOString().replace('T', ' ').slice(0, 19) + ' UTC' : '');
// Figures with Latin units keep their order within Arabic: U+2066, left-to-right isolate.
const ltr = (text) => `\u2066${text}\u2069`;
const mebibytes = (bytes) => ltr(`${short(bytes / 1048576)} MiB`);

const panel = (title, ...children) => el('section', { class: 'panel' }, el('h2', null, title), ...children);
const empty = (text) => el('p', { class: 'empty' }, text);

// Only the web's addresses are followed: a page may claim any address as its own.
function web_link(url, text, attributes) {
  const is_web = /^https?:\/\//i.test(url);
  return is_web
    ? el('a', { href: url, target: '_blank', rel: 'noopener noreferrer', ...attributes }, text)
    : el('span', attributes, text);
}
