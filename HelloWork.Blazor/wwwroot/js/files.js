// <input type="file" data-most="BYTES" data-over="…{0}…" data-most-all="BYTES" data-over-all="…">: what is too large is said before it is sent for minutes, and everything typed stays.
const watched = new WeakSet();

export function startFiles() {
  document.querySelectorAll('input[type=file][data-most]').forEach(watch);
}

function watch(input) {
  if (watched.has(input)) return;
  watched.add(input);
  input.addEventListener('change', () => say(input, fault(input)));
  // Before the guard and the draft take the form for sent.
  input.form?.addEventListener('submit', (event) => {
    const words = fault(input);
    // Taking a file off may be just what helps.
    if (!words || event.submitter?.formNoValidate) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    say(input, words);
    // Only said once: a field that can't be emptied by hand would lock the form.
    input.value = '';
    input.focus();
  }, { capture: true });
  say(input, fault(input));
}

function fault(input) {
  if (!input.isConnected) return '';
  const { most, over, mostAll, overAll } = input.dataset;
  const large = [...input.files].find((file) => file.size > Number(most));
  if (large) return over.replace('{0}', large.name);
  const sum = [...input.files].reduce((all, file) => all + file.size, 0);
  return mostAll && sum > Number(mostAll) ? overAll : '';
}

function say(input, words) {
  const id = `${input.id}-large`;
  let place = document.getElementById(id);
  if (!place) {
    if (!words) return;
    place = document.createElement('p');
    place.id = id;
    place.className = 'field-error';
    place.setAttribute('role', 'alert');
    // Refused by the server before: it stays so until the form is sent again.
    place.dataset.refused = input.getAttribute('aria-invalid') ?? '';
    input.after(place);
    input.setAttribute('aria-describedby', `${input.getAttribute('aria-describedby') ?? ''} ${id}`.trim());
  }
  place.textContent = words;
  place.hidden = !words;
  const invalid = Boolean(words || place.dataset.refused);
  input.setAttribute('aria-invalid', String(invalid));
  input.closest('.field')?.classList.toggle('field--error', invalid);
}
