// <form data-guard>: a second press while the first is on its way does nothing, nor does loading its answer anew.
// The buttons stay enabled (a disabled one isn't sent and loses the focus).
import { wait, waited } from './waiting.js';

const RELEASE = 15000;

export function startGuard() {
  // An answer to a form has its entry made a plain visit: loading it anew reads the page, and with it the draft,
  // where the browser would have sent the old fields once more and what was typed since would be lost.
  history.replaceState(history.state, '');
  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || !form.hasAttribute('data-guard')) return;
    if (form.hasAttribute('data-submitting')) {
      event.preventDefault();
      return;
    }
    if (event.defaultPrevented) return;
    form.setAttribute('data-submitting', '');
    wait(event.submitter);
    // A download or a lost connection leaves the page standing.
    setTimeout(() => release(form), RELEASE);
  });
  // Back brings the page from the browser's memory, just as it was left.
  window.addEventListener('pageshow', (event) => { if (event.persisted) releaseGuards(); });
}

export function releaseGuards() {
  document.querySelectorAll('form[data-submitting]').forEach(release);
}

function release(form) {
  waited();
  form.removeAttribute('data-submitting');
}
