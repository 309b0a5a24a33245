// <div data-picked-by="ID"> with children <div data-value="…">: shows the one that belongs to the chosen option.
const started = new WeakSet();

export function startPicked() {
  for (const box of document.querySelectorAll('[data-picked-by]')) {
    const select = document.getElementById(box.dataset.pickedBy);
    if (!select) continue;
    const show = () => {
      for (const part of box.querySelectorAll('[data-value]')) part.hidden = part.dataset.value !== select.value;
    };
    show();
    if (started.has(select)) continue;
    started.add(select);
    // A restored draft sets the value and tells by input.
    select.addEventListener('change', show);
    select.addEventListener('input', show);
  }
}
