// A role=status that stands in the page from its load on is read by no one: say it once in a region that was empty before.
export function announce() {
  say([...document.querySelectorAll('[data-announce]')].map((e) => e.textContent.trim()).filter(Boolean).join(' '));
}

let timers = [];

/** What was to be said, or stands there, has become untrue. */
export function hush() {
  timers.forEach(clearTimeout);
  const region = document.getElementById('announcer');
  if (region) region.textContent = '';
}

export function say(words) {
  const region = document.getElementById('announcer');
  if (!region || !words) return;
  region.textContent = '';
  timers.forEach(clearTimeout);
  timers = [
    setTimeout(() => { region.textContent = words; }, 300),
    setTimeout(() => { region.textContent = ''; }, 8000),
  ];
}
