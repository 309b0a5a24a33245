// The desk by single keys (WCAG 2.1.4: [data-desk=off] switches them off, for the account). The focus itself walks from row to row, so that
// Enter, Space and Tab do what they do anywhere. Everything has a link or a button as well; this only presses it.
import { say } from './announce.js';

const TYPED = 'input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable]';
const HERE = 'desk-row';
let started = false;
let last = null;

export function startDesk() {
  const desk = document.querySelector('[data-desk]');
  if (!desk) return;
  for (const button of desk.querySelectorAll('[data-desk-all]')) button.hidden = false;
  showPicked();
  comeBack();
  desk.setAttribute('data-desk-ready', '');
  if (started) return;
  started = true;
  document.addEventListener('keydown', press);
  document.addEventListener('focusin', (event) => { last = rowOf(event.target) ?? last; });
  document.addEventListener('change', (event) => { if (event.target.matches?.('[data-pick]')) showPicked(); });
  document.addEventListener('reset', () => setTimeout(showPicked));
  document.addEventListener('click', (event) => {
    if (event.target.closest?.('[data-desk-all]')) pickAll();
    // Whoever takes an item goes on from its row.
    if (event.target.closest?.('[data-row-key=a]')) sessionStorage.setItem(HERE, rowOf(event.target)?.querySelector('a[id]')?.id ?? '');
  });
}

function press(event) {
  const desk = document.querySelector('[data-desk]');
  if (desk?.dataset.desk !== 'on' || event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.closest?.(TYPED) || document.querySelector('dialog:modal, [popover]:popover-open')) return;
  const key = event.key.toLowerCase();
  if (event.repeat && key !== 'j' && key !== 'k') return;
  const act = key === 'j' ? () => walk(1) : key === 'k' ? () => walk(-1) : rowAct(key) ?? pageAct(desk, key);
  if (!act) return;
  event.preventDefault();
  act();
}

function rows() {
  return [...document.querySelectorAll('[data-desk-rows] tbody tr')];
}

function rowOf(element) {
  return element.closest?.('[data-desk-rows] tbody tr') ?? null;
}

function current() {
  return rowOf(document.activeElement) ?? (last?.isConnected ? last : null);
}

function walk(by) {
  const all = rows();
  const at = all.indexOf(current());
  const row = all[at < 0 ? 0 : Math.min(Math.max(at + by, 0), all.length - 1)];
  row?.querySelector('a[id]')?.focus();
}

function rowAct(key) {
  const row = current();
  if (!row || (key !== 'x' && key !== 'a')) return null;
  const control = row.querySelector(`[data-row-key=${key}]`);
  if (control) return () => control.click();
  return () => say(row.closest('[data-desk-rows]').dataset.taken);
}

function pageAct(desk, key) {
  const control = key === '?' ? desk.querySelector('[commandfor=keys]') : [...desk.querySelectorAll('[data-key]')].find((c) => c.dataset.key === key);
  if (!control) return null;
  return control.matches(TYPED) ? () => { control.focus(); control.select?.(); } : () => control.click();
}

function picks() {
  return [...document.querySelectorAll('[data-pick]')];
}

function pickAll() {
  for (const box of picks()) box.checked = true;
  showPicked();
}

function showPicked() {
  const count = document.querySelector('[data-desk-picked]');
  if (!count) return;
  const picked = picks().filter((box) => box.checked).length;
  count.dataset.how ??= count.textContent;
  const words = picked > 0 ? count.dataset.deskPicked.replace('{0}', picked) : count.dataset.how;
  if (count.textContent !== words) count.textContent = words;
}

function comeBack() {
  const here = sessionStorage.getItem(HERE);
  if (here === null) return;
  sessionStorage.removeItem(HERE);
  (document.getElementById(here) ?? rows()[0]?.querySelector('a[id]'))?.focus();
}
