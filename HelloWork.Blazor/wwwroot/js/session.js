// <dialog data-session-left="SECONDS">: some minutes before the sign-in ends by itself, says so and lets one stay. The open tabs tell each other by
// localStorage; before it says anything the server is asked, since another tab or a saved draft may have gone on meanwhile.
import { say } from './announce.js';
import { forgetJobs } from './forget.js';

const WARN = 5 * 60 * 1000;
const LONGEST_TIMER = 60 * 1000;
// A server that can't say is asked again, until this little is left by one's own reckoning.
const ASK_AGAIN = 15 * 1000;
const WARN_WITHOUT_ANSWER = 2 * 60 * 1000;
const KEY = 'session-ends:';

let dialog;
let ends = 0;
let timer;
let over = false;

export function startSession() {
  const found = document.querySelector('dialog[data-session-left]');
  clearTimeout(timer);
  if (found !== dialog && found) prepare(found);
  dialog = found;
  if (!dialog) return;
  over = false;
  goOn(Number(dialog.dataset.sessionLeft));
  // So that tests know when to turn the clock.
  dialog.dataset.watched = '';
}

function prepare(it) {
  it.querySelector('[data-session-form]').addEventListener('submit', stay);
  it.querySelector('[data-session-close]').addEventListener('click', () => it.close());
  // Escape means: I am here.
  it.addEventListener('cancel', (event) => {
    if (over || !('sessionStay' in it.dataset)) return;
    event.preventDefault();
    stay(event);
  });
}

function place() {
  return KEY + (document.querySelector('[data-account]')?.dataset.account ?? '');
}

/** The sign-in lasts so many seconds more. */
function goOn(seconds) {
  ends = Date.now() + seconds * 1000;
  try {
    localStorage.setItem(place(), String(ends));
  } catch {
    // Forbidden: each tab asks for itself.
  }
  wait();
}

// By the clock and in short steps: a sleeping device's timers stand still.
function wait() {
  clearTimeout(timer);
  if (!dialog) return;
  const left = ends - Date.now() - WARN;
  timer = setTimeout(left > 0 ? wait : ask, Math.min(Math.max(left, 0), LONGEST_TIMER));
}

async function ask() {
  const answer = await fetch(dialog.dataset.sessionUrl, { headers: { 'X-Live': '1' }, redirect: 'manual', cache: 'no-store' })
    .then(said).catch(() => undefined);
  if (!dialog) return;
  if (answer) {
    ends = Date.now() + answer.left * 1000;
    dialog.toggleAttribute('data-session-stay', Boolean(answer.canStay));
    if (answer.left * 1000 > WARN) {
      wait();
      return;
    }
  } else if (!dialog.open && ends - Date.now() > WARN_WITHOUT_ANSWER) {
    clearTimeout(timer);
    timer = setTimeout(ask, ASK_AGAIN);
    return;
  }
  if (!dialog.open) {
    show('sessionGo', 'sessionStay' in dialog.dataset);
    show('sessionClose', !('sessionStay' in dialog.dataset));
    show('sessionLogin', false);
    dialog.showModal();
  }
  tick();
}

// A server in trouble, or one that is asked too often, says nothing of the sign-in; any other refusal says that it is over.
function said(answer) {
  if (answer.ok) return answer.json();
  return answer.status >= 500 || answer.status === 429 ? undefined : { left: 0 };
}

function tick() {
  clearTimeout(timer);
  if (!dialog?.open || over) return;
  const left = ends - Date.now();
  if (left <= 0) {
    finish();
    return;
  }
  const minutes = Math.ceil(left / 60000);
  const words = (minutes === 1 ? dialog.dataset.one : dialog.dataset.many).replace('{0}', minutes);
  tell('sessionStay' in dialog.dataset ? words : `${words} ${dialog.dataset.longest}`);
  timer = setTimeout(tick, 1000);
}

// What is typed stays where it is: signing in happens in another tab.
function finish() {
  over = true;
  forgetJobs();
  tell(dialog.dataset.over);
  show('sessionGo', false);
  show('sessionLogin', true);
  show('sessionClose', true);
  if (!dialog.open) dialog.showModal();
}

async function stay(event) {
  event.preventDefault();
  const form = dialog.querySelector('[data-session-form]');
  const answer = await fetch(form.action, { method: 'POST', body: new URLSearchParams(new FormData(form)), redirect: 'manual' })
    .then(said).catch(() => undefined);
  if (!answer) {
    tell(dialog.dataset.offline);
    clearTimeout(timer);
    timer = setTimeout(tick, 5000);
    return;
  }
  if (answer.left === 0) {
    finish();
    return;
  }
  dialog.close();
  say(dialog.dataset.stayed);
  goOn(answer.left);
}

// Another tab has gone on, or signed in again.
window.addEventListener('storage', (event) => {
  if (!dialog || event.key !== place() || !(Number(event.newValue) > ends)) return;
  ends = Number(event.newValue);
  if (dialog.open) {
    say(over ? dialog.dataset.back : dialog.dataset.stayed);
    dialog.close();
  }
  over = false;
  wait();
});

document.addEventListener('visibilitychange', () => { if (!document.hidden && dialog && !dialog.open) wait(); });

function tell(words) {
  const place = dialog.querySelector('[data-session-say]');
  if (place.textContent !== words) place.textContent = words;
}

function show(part, yes) {
  dialog.querySelector(`[data-${part.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`)}]`).hidden = !yes;
}
