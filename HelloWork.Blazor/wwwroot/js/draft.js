// <form data-draft-url data-draft-saved-at>: keeps what is typed on the server, and in this tab until the server has said yes.
// <form data-draft-tab>: keeps it in this tab alone, until the form is sent.
// <form data-discards="…">: throws away what is kept at that data-draft-url, in this tab as well.
const PAUSE = 1000;
const FIRST_RETRY = 2000;
const LAST_RETRY = 60000;
const PREFIX = 'draft:';
const MAY_NOT_KEEP = /^\/(drafts|provider\/guidance\/draft)\//;
const drafts = new Map();

export function startDrafts() {
  const account = document.querySelector('[data-account]')?.dataset.account;
  forgetForeign(account);
  settle(account);
  for (const [form, draft] of drafts) {
    if (form.isConnected && placeOf(form) === draft.place) continue;
    draft.stop();
    drafts.delete(form);
  }
  for (const form of document.querySelectorAll('form[data-draft-url], form[data-draft-tab]')) {
    if (!drafts.has(form) && account) drafts.set(form, new Draft(form, account));
  }
}

class Draft {
  constructor(form, account) {
    this.form = form;
    this.url = form.dataset.draftUrl;
    this.place = placeOf(form);
    this.key = `${PREFIX}${account}:${this.place}`;
    this.state = form.querySelector('[data-draft-state]');
    this.base = form.dataset.draftSavedAt ?? '';
    this.retry = FIRST_RETRY;
    this.leaving = new AbortController();
    const signal = { signal: this.leaving.signal };
    this.restore();
    // On a slow line people type before this script has come.
    if (!this.dirty && isTyped(form)) this.changed();
    // Sent back with errors, it stands in this one answer only: loading anew or another language would lose it.
    // These have no room for a text that is far too long, and the answer does not tell: the tab keeps it too. What the server kept as well goes on the next visit.
    if ((!this.url || MAY_NOT_KEEP.test(this.url)) && form.querySelector('.error-summary')) this.keep();
    form.addEventListener('input', () => this.changed(), signal);
    form.addEventListener('change', () => this.changed(), signal);
    form.addEventListener('focusout', () => this.flush(), signal);
    form.addEventListener('submit', (event) => this.submitted(event), signal);
    window.addEventListener('online', () => this.flush(), signal);
    window.addEventListener('pagehide', () => this.left(), signal);
    window.addEventListener('pageshow', (event) => { if (event.persisted) { this.sent = false; if (read(this.key)) this.changed(); } }, signal);
  }

  /** Takes back what the server never confirmed, unless the server has something newer. */
  restore() {
    const copy = read(this.key);
    if (!copy) return;
    // The page after a submit is the server's answer; only Back shows a page that may have failed to get there.
    const cameBack = performance.getEntriesByType('navigation')[0]?.type === 'back_forward';
    const newer = sameMoment(copy.base, this.base) || copy.at > (Date.parse(this.base) || 0);
    if ((copy.submitted && !cameBack) || !newer || copy.fields === this.fields()) {
      sessionStorage.removeItem(this.key);
      return;
    }
    fill(this.form, new URLSearchParams(copy.fields));
    // For what follows the form, which starts after this.
    queueMicrotask(() => this.form.dispatchEvent(new Event('change')));
    this.say('restored');
    this.changed();
  }

  changed() {
    if (this.sent || this.stopped) return;
    this.dirty = true;
    this.typedOn = true;
    this.keep();
    if (!this.url) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.flush(), PAUSE);
  }

  keep(submitted = false) {
    const copy = { fields: this.fields(), at: Date.now(), base: this.base, submitted };
    try {
      sessionStorage.setItem(this.key, JSON.stringify(copy));
    } catch {
      // Storage is full or forbidden: the server's copy remains.
    }
  }

  async flush() {
    if (!this.url || !this.dirty || this.sending || this.sent || this.stopped) return;
    clearTimeout(this.timer);
    this.dirty = this.typedOn = false;
    this.sending = true;
    const fields = this.fields();
    if (!this.unsent) this.say('saving');
    try {
      const answer = await this.post();
      if (answer.ok) await this.saved(fields, answer);
      else if (answer.status >= 500 || answer.status === 429) this.again('offline');
      else this.refused(answer.status);
    } catch {
      this.again('offline');
    } finally {
      this.sending = false;
    }
    if (this.typedOn) this.changed();
  }

  post(keepalive = false) {
    const body = new URLSearchParams(new FormData(this.form));
    return fetch(this.url, { method: 'POST', body, keepalive, redirect: 'manual', headers: { 'X-Draft': '1' } })
      .then((answer) => (answer.type === 'opaqueredirect' ? { ok: false, status: 401 } : answer));
  }

  async saved(fields, answer) {
    this.retry = FIRST_RETRY;
    const { savedAt: at, whole = true } = await answer.json();
    if (this.discarded) return;
    this.base = at;
    // Typed on meanwhile: the copy of that must stay.
    if (fields === this.fields() && !this.sent) {
      if (whole) sessionStorage.removeItem(this.key);
      else this.keep();
    }
    this.unsent = false;
    this.say('saved', new Date(at));
    this.form.dispatchEvent(new Event('draft:saved'));
  }

  again(state) {
    if (this.stopped) return;
    this.dirty = true;
    // That the form wasn't sent matters more than that its draft wasn't.
    if (!this.unsent) this.say(state);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.flush(), this.retry);
    this.retry = Math.min(this.retry * 2, LAST_RETRY);
  }

  refused(status) {
    this.say(status === 401 || status === 403 || status === 400 ? 'signedOut' : 'refused');
  }

  submitted(event) {
    if (event.defaultPrevented) return;
    // Without a place on the page to say so, the browser says it.
    if (!navigator.onLine && this.state) {
      event.preventDefault();
      this.form.removeAttribute('data-submitting');
      this.unsent = true;
      this.say('unsent');
      this.state.scrollIntoView({ block: 'nearest' });
      return;
    }
    this.sent = true;
    clearTimeout(this.timer);
    if (this.dirty || this.sending || read(this.key)) this.keep(true);
  }

  left() {
    if (this.url && this.dirty && !this.sent && !this.stopped) this.post(true).catch(() => {});
  }

  stop() {
    this.left();
    this.stopped = true;
    clearTimeout(this.timer);
    this.leaving.abort();
  }

  /** Thrown away on purpose: leaving the page mustn't save it once more. */
  discard() {
    this.discarded = true;
    this.dirty = this.typedOn = false;
    this.stop();
  }

  /** The fields as typed, without what the page adds. */
  fields() {
    const fields = new URLSearchParams();
    for (const [name, value] of new FormData(this.form)) {
      if (typeof value === 'string' && !name.startsWith('_')) fields.append(name, value);
    }
    return fields.toString();
  }

  say(state, at) {
    if (!this.state) return;
    const time = at && new Intl.DateTimeFormat('ja-JP', { timeZone: 'Asia/Tokyo', hour: 'numeric', minute: '2-digit', hourCycle: 'h23' })
      .formatToParts(at);
    const part = (type) => time?.find((p) => p.type === type)?.value;
    const words = (this.state.dataset[state] ?? '').replace('{time}', this.state.dataset.clock.replace('{h}', part('hour')).replace('{m}', part('minute')));
    if (this.state.textContent !== words) this.state.textContent = words;
  }
}

/** Whether a field differs from what the page came with. */
function isTyped(form) {
  return [...form.elements].some((field) => {
    if (!field.name || field.name.startsWith('_') || field.type === 'hidden') return false;
    if (field.type === 'checkbox' || field.type === 'radio') return field.checked !== field.defaultChecked;
    if (field.type === 'select-one') return field.selectedIndex !== Math.max(0, [...field.options].findIndex((o) => o.defaultSelected));
    return field.defaultValue !== undefined && field.value !== field.defaultValue;
  });
}

function placeOf(form) {
  // A draft that is only begun here is the same one afterwards.
  if (form.dataset.draftUrl) return form.dataset.draftUrl.split('?')[0];
  // Whom and what a form is about may stand in the query; the rest of it is how the page is shown.
  const about = new URLSearchParams(location.search);
  for (const name of ['lang', 'done', 'saved']) about.delete(name);
  return `${location.pathname}?${about}#${form.elements.namedItem('_handler')?.value ?? form.id}`;
}

// Databases keep moments more or less exactly.
function sameMoment(a, b) {
  return a === b || Math.abs(Date.parse(a) - Date.parse(b)) < 1000;
}

function fill(form, fields) {
  for (const field of form.elements) {
    if (!field.name || field.name.startsWith('_') || field.type === 'hidden') continue;
    if (field.type === 'checkbox' || field.type === 'radio') field.checked = fields.getAll(field.name).includes(field.value);
    else if (field.tagName !== 'BUTTON' && fields.has(field.name)) field.value = fields.get(field.name);
    field.dispatchEvent(new Event('input'));
  }
}

function read(key) {
  try {
    return JSON.parse(sessionStorage.getItem(key));
  } catch {
    return null;
  }
}

function forget(unless) {
  for (const key of Object.keys(sessionStorage)) {
    if (key.startsWith(PREFIX) && !unless?.(key)) sessionStorage.removeItem(key);
  }
}

let settled = false;

/** What became of what was sent last: the page that came tells. Where it wasn't taken, its copy goes back into the form on the next visit. */
function settle(account) {
  if (settled) return;
  settled = true;
  const { type: way, redirectCount: redirects } = performance.getEntriesByType('navigation')[0] ?? {};
  // Back shows the form itself, which looks after its copy.
  if (way === 'back_forward') return;
  // A sign-in in between, a page that says why not, or a new start after nothing came at all. Some browsers name no referrer: what was taken leads on by a redirect.
  const refused = !account || document.querySelector('[data-way-out]') || (way === 'navigate' && !document.referrer && !redirects);
  for (const key of Object.keys(sessionStorage)) {
    const copy = key.startsWith(PREFIX) && read(key);
    if (!copy?.submitted) continue;
    if (refused) sessionStorage.setItem(key, JSON.stringify({ ...copy, submitted: false }));
    else sessionStorage.removeItem(key);
  }
}

// Another person has signed in in this tab. Nobody signed in: a session may have run out, so the copy waits for its owner.
function forgetForeign(account) {
  if (account) forget((key) => key.startsWith(`${PREFIX}${account}:`));
}

document.addEventListener('submit', (event) => {
  if (!(event.target instanceof HTMLFormElement)) return;
  if (event.target.hasAttribute('data-forget-drafts')) {
    for (const draft of drafts.values()) draft.stop();
    forget();
  }
  const { discards } = event.target.dataset;
  if (!discards) return;
  for (const draft of drafts.values()) if (draft.place === discards) draft.discard();
  forget((key) => !key.endsWith(`:${discards}`));
});
