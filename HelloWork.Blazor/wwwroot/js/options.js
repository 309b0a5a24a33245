// <select data-options-url data-options-for="ID">: the other select offers what belongs to the chosen value; URL/value answers [{code, name}].
const started = new WeakSet();

export function startOptions() {
  for (const select of document.querySelectorAll('select[data-options-url]')) {
    if (started.has(select)) continue;
    started.add(select);
    select.addEventListener('change', () => offer(select));
  }
}

async function offer(select) {
  const other = document.getElementById(select.dataset.optionsFor);
  if (!other) return;
  other.length = 1;
  if (!select.value) return;
  const chosen = select.value;
  const answer = await fetch(`${select.dataset.optionsUrl}/${encodeURIComponent(chosen)}`, { redirect: 'manual' }).catch(() => null);
  if (!answer?.ok || select.value !== chosen) return;
  other.length = 1;
  for (const { code, name } of await answer.json()) other.add(new Option(name, code));
}
