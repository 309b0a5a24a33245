// A role=status that stands in the page from its load on is read by no one: say it once in a region that was empty before.
export function announce() {
  const region = document.getElementById('announcer');
  const words = [...document.querySelectorAll('[data-announce]')].map((e) => e.textContent.trim()).filter(Boolean).join(' ');
  if (!region || !words) return;
  region.textContent = '';
  setTimeout(() => { region.textContent = words; }, 300);
  setTimeout(() => { region.textContent = ''; }, 8000);
}
