// <textarea data-counter="ID">, <p id="ID" data-max="1000" data-over="…{0}…{1}" data-left="…{0}…"><span data-count>
const QUIET = 1000;
// Not a mark in the DOM: an enhanced navigation may reuse the element and strip the mark.
const started = new WeakSet();
const figures = new Intl.NumberFormat('ja-JP');

export function startCounters() {
  for (const area of document.querySelectorAll('textarea[data-counter]')) {
    show(area);
    if (started.has(area)) continue;
    started.add(area);
    let pause;
    area.addEventListener('input', () => {
      show(area);
      clearTimeout(pause);
      pause = setTimeout(() => say(area), QUIET);
    });
  }
}

function parts(area) {
  const counter = document.getElementById(area.dataset.counter);
  const max = Number(counter?.dataset.max);
  return { counter, max, length: area.value.length };
}

function show(area) {
  const { counter, max, length } = parts(area);
  const count = counter?.querySelector('[data-count]');
  if (!count) return;
  count.textContent = figures.format(length);
  counter.classList.toggle('counter--over', length > max);
}

// Only near the end, and only after a pause: a number at each key would drown the typing echo.
function say(area) {
  const { counter, max, length } = parts(area);
  const region = document.getElementById('announcer');
  if (!counter || !region || length < max * 0.9) return;
  region.textContent = length > max
    ? counter.dataset.over.replace('{0}', figures.format(length - max)).replace('{1}', figures.format(max))
    : counter.dataset.left.replace('{0}', figures.format(max - length));
}
