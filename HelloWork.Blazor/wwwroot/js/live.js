// <div data-live-token data-live-what>: what this page may hear of. On a change the page is fetched anew and its [data-live="name"] parts are
// brought up to date. Only while it is looked at: a browser has six connections per host over HTTP/1.1.
import { merge, isEdited } from './merge.js';
import { say } from './announce.js';

const TOGETHER = 60;
const FIRST_RETRY = 1000;
const LAST_RETRY = 60000;

let source;
let connected;
// While an enhanced navigation is under way the address is the next page's already.
let here = '';
let retry = FIRST_RETRY;
let timer;
let fetching = false;
let again = false;
let refresh = () => {};

/**
 * @param enhance What the new parts of a page need.
 * @param address Of the page that stands here.
 */
export function startLive(enhance, address) {
  refresh = enhance;
  here = address;
  reconnect();
}

document.addEventListener('visibilitychange', () => (document.hidden ? disconnect() : connect()));
window.addEventListener('pagehide', disconnect);
window.addEventListener('pageshow', (event) => { if (event.persisted) connect(); });
window.addEventListener('online', () => { retry = FIRST_RETRY; disconnect(); connect(); });

function addressNow() {
  return location.pathname + location.search;
}

function mark() {
  return document.querySelector('[data-live-token]');
}

function wantedNow() {
  const it = mark();
  return it ? `${here} ${it.dataset.liveWhat}` : undefined;
}

function connect() {
  const it = mark();
  if (!it || source || document.hidden) return;
  connected = wantedNow();
  source = new EventSource(`/live?t=${encodeURIComponent(it.dataset.liveToken)}`);
  source.addEventListener('beat', () => { retry = FIRST_RETRY; });
  source.addEventListener('changed', () => soon(TOGETHER));
  source.addEventListener('ended', () => { disconnect(); update(); });
  // Whatever it was, asking for the page tells: signed out, gone, offline, or nothing the matter.
  source.onerror = () => { disconnect(); later(); };
}

/** After the page has become another one, or shows something else. */
function reconnect() {
  if (source && connected === wantedNow()) return;
  disconnect();
  connect();
}

function disconnect() {
  clearTimeout(timer);
  timer = undefined;
  source?.close();
  source = undefined;
}

function soon(pause) {
  clearTimeout(timer);
  timer = setTimeout(update, pause);
}

function later() {
  soon(retry * (0.75 + Math.random() / 2));
  retry = Math.min(retry * 2, LAST_RETRY);
}

async function update() {
  if (document.hidden) return;
  if (fetching) {
    again = true;
    return;
  }
  fetching = true;
  again = false;
  const address = here;
  try {
    const answer = await fetch(address, { headers: { 'X-Live': '1' }, redirect: 'manual', cache: 'no-store' });
    const text = answer.ok ? await answer.text() : '';
    if (address !== here || address !== addressNow() || document.hidden) return;
    if (answer.ok) take(new DOMParser().parseFromString(text, 'text/html'));
    else if (answer.type === 'opaqueredirect' || answer.status === 401) signedOut();
    else if (answer.status === 403 || answer.status === 404) location.reload();
    else later();
  } catch {
    later();
  } finally {
    fetching = false;
    if (again) soon(TOGETHER);
  }
}

function take(page) {
  // What the page showed may not be seen any more, and the answer only says why (PV-08): nothing of it stays, whatever parts it had.
  if (page.querySelector('[data-live-gone]') && !document.querySelector('[data-live-gone]')) {
    location.reload();
    return;
  }
  const words = [];
  for (const part of document.querySelectorAll('[data-live]')) {
    const now = page.querySelector(`[data-live="${CSS.escape(part.dataset.live)}"]`);
    if (!now) continue;
    const sentence = now.dataset.liveSay;
    if (sentence && sentence !== part.dataset.liveSay) words.push(sentence);
    merge(part, now);
  }
  const [old, next] = [mark(), page.querySelector('[data-live-token]')];
  if (old && next) old.replaceWith(document.importNode(next, true));
  else old?.remove();
  if (words.length > 0) say(words.join(' '));
  refresh();
  reconnect();
}

/** The page would be somebody else's now, or nobody's. What is typed where no draft is kept stays to be copied. */
function signedOut() {
  const typed = [...document.forms].some((form) => isEdited(form) && !form.hasAttribute('data-draft-url'));
  if (!typed) location.reload();
}
