// Boxes on the cards of a list of jobs, and a bar to compare what is chosen or to give it up. Chosen jobs stay while one leafs through pages, in this
// tab alone; where they are compared, what stands there is what is chosen. Without a script jobs are compared from their own pages and the saved ones.
import { say } from './announce.js';

const KEY = 'compare-jobs';
const MOST = 4;

/** May be called again at any time: after an enhanced navigation the same list has other cards, and what was added to it is gone. */
export function offerCompare(list) {
  for (const article of list.querySelectorAll('article')) offer(list, article);
  if (!barOf(list)) list.after(makeBar(list));
  show(list);
}

export function choose(jobs) {
  try { sessionStorage.setItem(KEY, JSON.stringify(jobs.slice(0, MOST))); } catch { /* Storage is shut: the boxes do nothing. */ }
}

function offer(list, article) {
  let box = article.querySelector('[data-pick]');
  if (!box) {
    const label = document.createElement('label');
    const words = document.createElement('span');
    box = document.createElement('input');
    label.className = 'check no-print';
    box.type = 'checkbox';
    box.dataset.pick = '';
    words.textContent = list.dataset.compare;
    label.append(box, words);
    article.lastElementChild.append(label);
    box.addEventListener('change', () => {
      const job = jobOf(article);
      const others = chosen().filter(one => one.number !== job.number);
      choose(box.checked ? [...others, job] : others);
      show(list);
      const [link, , names] = barOf(list).children;
      say(`${link.textContent} ${names.textContent}`);
    });
  }
  // Named by its words and the job, which has no id to point to.
  box.setAttribute('aria-label', `${list.dataset.compare} ${jobOf(article).title}`);
}

function jobOf(article) {
  const link = article.querySelector('h3 a');
  return { number: link.pathname.split('/').pop(), title: link.textContent };
}

function barOf(list) {
  return list.nextElementSibling?.matches('.compare-bar') ? list.nextElementSibling : null;
}

function makeBar(list) {
  const [bar, link, clear, names] = ['div', 'a', 'button', 'p'].map(name => document.createElement(name));
  bar.className = 'compare-bar no-print';
  link.className = 'btn btn--primary';
  clear.className = 'btn btn--text';
  clear.type = 'button';
  clear.textContent = list.dataset.compareClear;
  names.className = 'small muted';
  clear.addEventListener('click', () => {
    choose([]);
    show(list);
    // The button has gone from under the focus.
    list.querySelector('[data-pick]')?.focus();
  });
  bar.append(link, clear, names);
  return bar;
}

function show(list) {
  const jobs = chosen();
  for (const article of list.querySelectorAll('article')) {
    const box = article.querySelector('[data-pick]');
    box.checked = jobs.some(job => job.number === jobOf(article).number);
    box.disabled = jobs.length >= MOST && !box.checked;
  }
  const bar = barOf(list);
  const [link, , names] = bar.children;
  bar.hidden = jobs.length === 0;
  link.href = `/jobs/compare?${jobs.map(job => `n=${job.number}`).join('&')}`;
  link.textContent = list.dataset.compareGo.replace('{0}', jobs.length);
  names.textContent = jobs.map(job => job.title).join(' / ');
}

function chosen() {
  try {
    const kept = JSON.parse(sessionStorage.getItem(KEY));
    return Array.isArray(kept) ? kept.filter(job => /^\d{5}-\d{1,8}$/.test(job?.number) && typeof job.title === 'string').slice(0, MOST) : [];
  } catch {
    return [];
  }
}
