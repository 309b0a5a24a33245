// Jobs that were looked at: in this browser alone, never sent anywhere, gone with «clear» and with a sign-out (computers of an office are shared).
const KEY = 'recent-jobs';
const MOST = 20;

export function forget() {
  try { localStorage.removeItem(KEY); } catch { /* Storage is shut: nothing was kept. */ }
}

export function remember(number, title) {
  write([{ number, title }, ...read().filter(job => job.number !== number)].slice(0, MOST));
}

export function show(region) {
  const jobs = read();
  const list = region.querySelector('ul');
  region.hidden = jobs.length === 0;
  document.querySelector('[data-recent-none]').hidden = jobs.length > 0;
  list.replaceChildren(...jobs.map(job => {
    const [item, link, number] = ['li', 'a', 'span'].map(name => document.createElement(name));
    link.href = `/jobs/${job.number}`;
    link.textContent = job.title;
    number.className = 'small muted';
    number.textContent = ` ${job.number}`;
    item.append(link, number);
    return item;
  }));
  region.querySelector('button').onclick = () => {
    forget();
    show(region);
    document.querySelector('h1')?.focus();
  };
}

function read() {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY));
    return Array.isArray(kept) ? kept.filter(job => /^\d{5}-\d{1,8}$/.test(job?.number) && typeof job.title === 'string') : [];
  } catch {
    return [];
  }
}

function write(jobs) {
  try { localStorage.setItem(KEY, JSON.stringify(jobs)); } catch { /* Full or shut: the list is a comfort. */ }
}
