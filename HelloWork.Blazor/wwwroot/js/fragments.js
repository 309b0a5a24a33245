// <form data-fragment-url data-fragment="ID">: the region with that id is made anew by the server, after each saving of the form's draft
// or, in a form without one, after each change.
const PAUSE = 250;
// Not a mark in the DOM: an enhanced navigation may reuse the element and strip the mark.
const started = new WeakSet();

export function startFragments() {
  scroll(document);
  for (const form of document.querySelectorAll('form[data-fragment-url]')) {
    if (started.has(form)) continue;
    started.add(form);
    const region = new Region(form);
    form.addEventListener(form.dataset.draftUrl ? 'draft:saved' : 'change', () => region.later());
  }
}

class Region {
  constructor(form) {
    this.form = form;
    this.asked = 0;
  }

  later() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.ask(), this.form.dataset.draftUrl ? 0 : PAUSE);
  }

  async ask() {
    const { fragmentUrl, fragment, draftUrl } = this.form.dataset;
    const number = ++this.asked;
    const how = draftUrl ? {} : { method: 'POST', body: new URLSearchParams(new FormData(this.form)) };
    const answer = await fetch(fragmentUrl, { ...how, redirect: 'manual' }).catch(() => null);
    if (!answer?.ok) return;
    const html = await answer.text();
    const target = document.getElementById(fragment);
    // A later question's answer may have come first.
    if (!target || number !== this.asked) return;
    const before = words(target);
    target.innerHTML = html;
    scroll(target);
    const now = words(target);
    const announcer = document.getElementById('announcer');
    if (announcer && now && now !== before) announcer.textContent = now;
  }
}

// <div data-scroll-to="ID">: a box with a scroll bar of its own opens at this part.
function scroll(within) {
  for (const box of within.querySelectorAll('[data-scroll-to]')) {
    const part = document.getElementById(box.dataset.scrollTo);
    if (part) box.scrollTop = part.offsetTop;
  }
}

function words(target) {
  return target.querySelector('[data-say]')?.textContent.trim() ?? '';
}
