// While an answer is long in coming: a bar at the top of the page, a turning mark in the button that was pressed, and words for who listens.
import { hush, say } from './announce.js';

const PATIENCE = 400;
// On a dead line nobody tells that nothing will come.
const LONGEST = 15000;
let timer, pressed;

export function startWaiting() {
  window.Blazor?.addEventListener('enhancednavigationstart', () => wait());
  window.Blazor?.addEventListener('enhancednavigationend', waited);
}

export function wait(button) {
  waited();
  pressed = button;
  timer = setTimeout(() => {
    const page = document.documentElement;
    page.setAttribute('data-waiting', '');
    pressed?.setAttribute('aria-busy', 'true');
    say(page.dataset.wait);
    timer = setTimeout(waited, LONGEST);
  }, PATIENCE);
}

export function waited() {
  clearTimeout(timer);
  const page = document.documentElement;
  if (page.hasAttribute('data-waiting')) hush();
  page.removeAttribute('data-waiting');
  pressed?.removeAttribute('aria-busy');
  pressed = null;
}
