// <p data-countdown="SECONDS" data-running="あと{0}分{1}秒" data-over="…">: lets the time left run. It is counted from when the page arrived,
// so that a wrong clock of the device doesn't matter.
const ends = new WeakMap();
let ticking = 0;

export function startCountdowns() {
  const now = performance.now();
  for (const element of document.querySelectorAll('[data-countdown]')) {
    const known = ends.get(element);
    // An enhanced navigation may reuse the element for another time.
    if (known?.given !== element.dataset.countdown) ends.set(element, { given: element.dataset.countdown, at: now + Number(element.dataset.countdown) * 1000, over: false });
  }
  if (!ticking && document.querySelector('[data-countdown]')) ticking = setInterval(tick, 1000);
}

function tick() {
  const elements = document.querySelectorAll('[data-countdown]');
  if (elements.length === 0) {
    clearInterval(ticking);
    ticking = 0;
  }
  for (const element of elements) {
    const end = ends.get(element);
    if (!end || end.over) continue;
    const left = Math.ceil((end.at - performance.now()) / 1000);
    end.over = left <= 0;
    element.textContent = end.over ? element.dataset.over
      : element.dataset.running.replace('{0}', Math.floor(left / 60)).replace('{1}', left % 60);
    // The end is news; a second's tick isn't.
    if (end.over) document.getElementById('announcer')?.replaceChildren(element.dataset.over);
  }
}
