// Comfort on top of pages that work without it. Runs again after each enhanced navigation; every part may be run twice.
import { announce } from './announce.js';
import { startCountdowns } from './countdown.js';
import { startCounters } from './counters.js';
import { startDialogs, closeSheets } from './dialogs.js';
import { startDrafts } from './draft.js';
import { forgetJobs } from './forget.js';
import { startFragments } from './fragments.js';
import { startMore } from './more.js';
import { startOptions } from './options.js';
import { startSorts } from './sort.js';
import { startGuard, releaseGuards } from './guard.js';
import { startNavigation, arrive } from './navigation.js';
import { startPicked } from './picked.js';
import { startPrint } from './print.js';
import { startSubmits } from './submits.js';
import { startWaiting } from './waiting.js';

// What few pages need is fetched by those. Once there, it is told of every further page: what it began may end with that.
const fetched = new Map();
function whereNeeded(selector, name, start) {
  if (!fetched.has(name) && !document.querySelector(selector)) return;
  if (!fetched.has(name)) fetched.set(name, import(`./${name}.js`));
  fetched.get(name).then(start).catch(() => fetched.delete(name));
}

const entered = new WeakSet();
function startSuggestions() {
  for (const input of document.querySelectorAll('input[data-suggest]')) {
    if (entered.has(input)) continue;
    entered.add(input);
    const load = () => import('./suggest.js').then(module => module.suggest(input)).catch(() => {});
    if (document.activeElement === input) load();
    else input.addEventListener('focus', load, { once: true });
  }
}

function startRecent() {
  const [seen, region] = ['[data-seen]', '[data-recent]'].map(part => document.querySelector(part));
  if (!seen && !region) return;
  // Before the module has come another page may stand here.
  const title = document.querySelector('h1')?.innerText.trim();
  import('./recent.js').then(({ remember, show }) => {
    if (seen && title) remember(seen.dataset.seen, title);
    if (region) show(region);
  }).catch(() => {});
}

function startCompare() {
  const [list, compared] = ['ul[data-compare]', '[data-compared]'].map(part => document.querySelector(part));
  if (!list && !compared) return;
  import('./compare.js').then(({ offerCompare, choose }) => {
    if (compared) choose(JSON.parse(compared.dataset.compared));
    if (list) offerCompare(list);
  }).catch(() => {});
}

function startParts() {
  startCountdowns();
  startCounters();
  whereNeeded('[data-desk]', 'desk', ({ startDesk }) => startDesk());
  startDialogs();
  startDrafts();
  startFragments();
  startMore();
  startOptions();
  startSorts();
  startSuggestions();
  whereNeeded('input[type=file][data-most]', 'files', ({ startFiles }) => startFiles());
  startCompare();
  whereNeeded('form[data-passkey]', 'passkeys', ({ startPasskeys }) => startPasskeys());
  startPicked();
  startPrint();
}

function enhance() {
  startParts();
  announce();
  startRecent();
  const here = location.pathname + location.search;
  whereNeeded('[data-live-token]', 'live', ({ startLive }) => startLive(startParts, here));
  whereNeeded('dialog[data-session-left]', 'session', ({ startSession }) => startSession());
}

document.addEventListener('submit', event => { if (event.target.hasAttribute?.('data-forget-drafts')) forgetJobs(); });
startGuard();
startNavigation();
startSubmits();
startWaiting();
enhance();

window.Blazor?.addEventListener('enhancedload', () => {
  closeSheets();
  releaseGuards();
  enhance();
  arrive();
});
