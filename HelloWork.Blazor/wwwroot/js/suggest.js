// Suggestions below a text field while one types: the last word may name a place or an occupation. The field stays a textbox (its name and role are
// relied on) that says by aria-activedescendant what is chosen; Enter without a choice searches as ever. Loaded when such a field is first entered.
import { say } from './announce.js';

const WAIT = 150;
let lists = 0;

export function suggest(input) {
  const list = document.createElement('ul');
  list.id = `suggest-${++lists}`;
  list.className = 'suggest';
  list.setAttribute('role', 'listbox');
  list.hidden = true;
  attach();

  let timer, asked = null, active = -1;
  const options = () => [...list.children];

  // An enhanced navigation keeps the field and takes away what was added to it.
  function attach() {
    input.parentElement.classList.add('has-suggest');
    if (input.nextElementSibling !== list) input.after(list);
    input.setAttribute('aria-autocomplete', 'list');
    input.setAttribute('aria-controls', list.id);
  }

  function close() {
    clearTimeout(timer);
    asked?.abort();
    list.hidden = true;
    mark(-1);
  }

  function mark(at) {
    active = at;
    options().forEach((option, i) => option.setAttribute('aria-selected', String(i === at)));
    const chosen = options()[at];
    if (chosen) {
      input.setAttribute('aria-activedescendant', chosen.id);
      chosen.scrollIntoView({ block: 'nearest' });
    } else input.removeAttribute('aria-activedescendant');
  }

  async function ask() {
    const word = lastWord(input.value);
    asked?.abort();
    if (!word) return close();
    asked = new AbortController();
    const about = new URLSearchParams({ q: word, in: document.documentElement.dataset.language });
    const answer = await fetch(`/jobs/suggest?${about}`, { signal: asked.signal }).catch(() => null);
    const found = answer?.ok ? await answer.json().catch(() => null) : null;
    if (!found || document.activeElement !== input || lastWord(input.value) !== word) return;
    if (found.items.length === 0) return close();
    list.setAttribute('aria-label', found.label);
    list.replaceChildren(...found.items.map((item, i) => {
      const option = document.createElement('li');
      option.id = `${list.id}-${i}`;
      option.setAttribute('role', 'option');
      option.textContent = item.text;
      Object.assign(option.dataset, { field: item.field, code: item.code });
      return option;
    }));
    attach();
    list.hidden = false;
    mark(-1);
    say(found.say);
  }

  function take(option) {
    const { field, code } = option.dataset;
    input.value = input.value.slice(0, input.value.length - lastWord(input.value).length).trim();
    const form = input.form;
    const name = field === 'city' ? 'pref' : field;
    // Fields elsewhere in the page may belong to the form.
    const chooser = [...form.elements].find(one => one instanceof HTMLSelectElement && one.name === name);
    const value = field === 'city' ? code.slice(0, 2) : code;
    // In place of what was chosen of the same kind, beside which it would widen the search.
    const replaced = other => field === 'occ' ? other.name === 'occ' : other.name === 'pref' || (other.name === 'city' && (field === 'city' || !other.value.startsWith(code)));
    for (const other of form.elements) {
      if (other === chooser || !(other instanceof HTMLInputElement || other instanceof HTMLSelectElement) || !replaced(other)) continue;
      if (other instanceof HTMLSelectElement) other.value = '';
      else if (other.type === 'checkbox') other.checked = false;
      else other.disabled = true;
    }
    if (chooser && [...chooser.options].some(o => o.value === value)) {
      // A municipality narrows its own prefecture; beside another it would be passed over.
      if (field !== 'city' || chooser.value) chooser.value = value;
      if (field !== 'city') return submit(form);
    } else if (chooser) chooser.value = '';
    const hidden = document.createElement('input');
    Object.assign(hidden, { type: 'hidden', name: field, value: code });
    form.append(hidden);
    submit(form);
  }

  function submit(form) {
    close();
    form.requestSubmit();
  }

  input.addEventListener('input', () => { clearTimeout(timer); timer = setTimeout(ask, WAIT); });
  input.addEventListener('blur', close);
  // Typed before this module had come.
  if (document.activeElement === input && input.value !== input.defaultValue) timer = setTimeout(ask, WAIT);
  window.Blazor?.addEventListener('enhancedload', close);
  input.addEventListener('keydown', event => {
    // Keys belong to the kana converter while it is at work.
    if (event.isComposing || list.hidden) return;
    const last = options().length - 1;
    if (event.key === 'ArrowDown') mark(active < last ? active + 1 : -1);
    else if (event.key === 'ArrowUp') mark(active < 0 ? last : active - 1);
    else if (event.key === 'Escape') close();
    else if (event.key === 'Enter' && active >= 0) take(options()[active]);
    else return;
    event.preventDefault();
  });
  // The field keeps the focus, or the list would close before the click. A finger that moves the list chooses nothing.
  list.addEventListener('mousedown', event => event.preventDefault());
  list.addEventListener('click', event => {
    const option = event.target.closest('[role=option]');
    if (option) take(option);
  });
}

function lastWord(typed) {
  return /\S*$/.exec(typed)[0];
}
