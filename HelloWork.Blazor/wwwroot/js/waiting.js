// While an answer is long in coming: a bar at the top of the page, a turning mark in the button that was pressed, and words for who listens.
import { say } from './announce.js';

const PATIENCE = 400;
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
  }, PATIENCE);
}

export function waited() {
  clearTimeout(timer);
  document.documentElement.removeAttribute('data-waiting');
  pressed?.removeAttribute('aria-busy');
  pressed = null;
}
