// A new order is taken at once when it was chosen with the pointer. From the keyboard a closed list changes at every arrow key: there the button decides.
const started = new WeakSet();

export function startSorts() {
  for (const select of document.querySelectorAll('.sort select')) {
    if (started.has(select)) continue;
    started.add(select);
    let keyed = false;
    select.addEventListener('keydown', () => { keyed = true; });
    select.addEventListener('pointerdown', () => { keyed = false; });
    select.addEventListener('change', () => { if (!keyed) select.form.requestSubmit(); });
  }
}
