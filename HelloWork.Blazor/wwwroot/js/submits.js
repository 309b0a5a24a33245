// <a data-submits> within a form: with scripts it sends the form at once; without, it leads to a page with the button.
export function startSubmits() {
  document.addEventListener('click', (event) => {
    if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const link = event.target.closest?.('a[data-submits]');
    const form = link?.closest('form');
    if (!form) return;
    event.preventDefault();
    event.stopPropagation();
    form.requestSubmit();
  }, true);
}
