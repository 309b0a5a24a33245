// What enhanced navigation leaves out: the focus on a link within the page, and the top of a page whose query alone has changed.
let here = new URL(location.href);
let byLink = false;

export function startNavigation() {
  window.addEventListener('popstate', () => { byLink = false; });
  window.addEventListener('click', (event) => {
    if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const link = event.target.closest?.('a[href]');
    if (!link) return;
    byLink = true;
    const target = targetOf(link);
    if (!target) return;
    if (link.hasAttribute('data-jump')) {
      // No step in the history: going back would fetch the page anew, without what was typed.
      event.preventDefault();
      event.stopPropagation();
      target.scrollIntoView();
    }
    focus(target);
  }, true);
}

/** After an enhanced navigation: as after a full load, the page starts at its top and its heading. */
export function arrive() {
  const before = here;
  here = new URL(location.href);
  if (!byLink || here.pathname !== before.pathname || here.search === before.search || here.hash) return;
  window.scrollTo(0, 0);
  const heading = document.querySelector('h1');
  if (heading) focus(heading);
}

function targetOf(link) {
  if (!link.hash || link.origin !== location.origin || link.pathname !== location.pathname || link.search !== location.search) return null;
  return document.getElementById(decodeURIComponent(link.hash.slice(1)));
}

function focus(element) {
  if (element.tabIndex < 0 && !element.hasAttribute('tabindex')) element.setAttribute('tabindex', '-1');
  element.focus({ preventScroll: true });
}
