// What happens to a form on its way.
export function startSubmits() {
  // <a data-submits> within a form: with scripts it sends the form at once; without, it leads to a page with the button.
  document.addEventListener('click', (event) => {
    if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const link = event.target.closest?.('a[data-submits]');
    const form = link?.closest('form');
    if (!form) return;
    event.preventDefault();
    event.stopPropagation();
    form.requestSubmit();
  }, true);
  // Filters nobody touched only make an address long that people keep and pass on. A list stands at its usual choice first.
  document.addEventListener('formdata', ({ target, formData }) => {
    if (!target.matches('form.filters')) return;
    for (const name of new Set(formData.keys())) {
      const field = target.elements.namedItem(name);
      const chosen = formData.getAll(name).filter(value => value !== '' && !(field instanceof HTMLSelectElement && field.selectedIndex === 0));
      formData.delete(name);
      chosen.forEach(value => formData.append(name, value));
    }
  });
}
