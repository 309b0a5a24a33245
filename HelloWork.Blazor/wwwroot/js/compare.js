// Boxes on the cards of a list of jobs, and a link to compare what is chosen. Chosen jobs stay while one leafs through pages, in this tab alone.
// Without a script jobs are compared from their own pages and from the saved ones.
const KEY = 'compare-jobs';
const MOST = 4;

export function offerCompare(list) {
  const { compare, compareGo } = list.dataset;
  const boxes = new Map();
  const bar = document.createElement('p');
  bar.className = 'compare-bar no-print';
  const link = document.createElement('a');
  link.className = 'btn btn--primary';
  bar.append(link);
  list.after(bar);

  for (const title of list.querySelectorAll('article h3 a')) {
    const number = title.pathname.split('/').pop();
    const label = document.createElement('label');
    const box = document.createElement('input');
    const words = document.createElement('span');
    label.className = 'check no-print';
    box.type = 'checkbox';
    // Named by its words and the job, which has no id to point to.
    box.setAttribute('aria-label', `${compare} ${title.textContent}`);
    words.textContent = compare;
    label.append(box, words);
    title.closest('article').lastElementChild.append(label);
    boxes.set(number, box);
    box.addEventListener('change', () => {
      write(box.checked ? [...read(), number] : read().filter(chosen => chosen !== number));
      show();
    });
  }

  function show() {
    const chosen = read();
    for (const [number, box] of boxes) {
      box.checked = chosen.includes(number);
      box.disabled = chosen.length >= MOST && !box.checked;
    }
    bar.hidden = chosen.length === 0;
    link.href = `/jobs/compare?${chosen.map(number => `n=${number}`).join('&')}`;
    link.textContent = compareGo.replace('{0}', chosen.length);
  }

  show();
}

function read() {
  try {
    const kept = JSON.parse(sessionStorage.getItem(KEY));
    return Array.isArray(kept) ? kept.filter(number => /^\d{5}-\d{1,8}$/.test(number)).slice(0, MOST) : [];
  } catch {
    return [];
  }
}

function write(chosen) {
  try { sessionStorage.setItem(KEY, JSON.stringify(chosen.slice(0, MOST))); } catch { /* Storage is shut: the boxes do nothing. */ }
}
