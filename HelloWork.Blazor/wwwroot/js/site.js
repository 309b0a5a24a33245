// Comfort on top of pages that work without it. Runs again after each enhanced navigation; every part may be run twice.
import { announce } from './announce.js';
import { startCountdowns } from './countdown.js';
import { startCounters } from './counters.js';
import { startDesk } from './desk.js';
import { startDialogs, closeSheets } from './dialogs.js';
import { startDrafts } from './draft.js';
import { forgetJobs } from './forget.js';
import { startFragments } from './fragments.js';
import { startMore } from './more.js';
import { startOptions } from './options.js';
import { startSorts } from './sort.js';
import { startLive } from './live.js';
import { startGuard, releaseGuards } from './guard.js';
import { startNavigation, arrive } from './navigation.js';
import { startPasskeys } from './passkeys.js';
import { startPicked } from './picked.js';
import { startPrint } from './print.js';
import { startSession } from './session.js';
import { startSubmits } from './submits.js';
import { startWaiting } from './waiting.js';

// Fetched by those who need it.
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

function startFiles() {
  const inputs = document.querySelectorAll('input[type=file][data-most]');
  if (inputs.length > 0) import('./files.js').then(({ watchFiles }) => inputs.forEach(watchFiles)).catch(() => {});
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
  startDesk();
  startDialogs();
  startDrafts();
  startFragments();
  startMore();
  startOptions();
  startSorts();
  startSuggestions();
  startFiles();
  startCompare();
  startPasskeys();
  startPicked();
  startPrint();
}

function enhance() {
  startParts();
  announce();
  startRecent();
  startLive(startParts);
  startSession();
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
