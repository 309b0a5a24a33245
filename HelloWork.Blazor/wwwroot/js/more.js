// A part of a form that is left out until it is asked for: <button name="more" value="PART"> in an element with the id more-PART. Fetched with what
// is chosen by now, and put in place; where that fails the form is sent as it would be without a script.
const started = new WeakSet();

export function startMore() {
  for (const button of document.querySelectorAll('button[name="more"]')) {
    if (started.has(button)) continue;
    started.add(button);
    button.addEventListener('click', event => {
      if (button.dataset.plain) return;
      event.preventDefault();
      fill(button);
    });
  }
}

async function fill(button) {
  const { form, value } = button;
  const asked = new URLSearchParams(new FormData(form));
  asked.append('more', value);
  button.setAttribute('aria-busy', 'true');
  const answer = await fetch(`${form.action}?${asked}`).catch(() => null);
  const page = answer?.ok ? new DOMParser().parseFromString(await answer.text(), 'text/html') : null;
  const part = page?.getElementById(`more-${value}`);
  const here = document.getElementById(`more-${value}`);
  if (!part || !here || part.querySelector('button[name="more"]')) {
    button.dataset.plain = 'true';
    form.requestSubmit(button);
    return;
  }
  here.replaceWith(part);
  // It stays open where a condition is taken away, at another size, and after a job was saved.
  for (const link of document.querySelectorAll('a.chip--filter, .sizes a')) link.href = opened(link.href, value);
  const back = document.querySelector('#saving input[name="back"]');
  if (back) back.value = opened(back.value, value);
  part.querySelector('summary, input:not([type=hidden]), select')?.focus();
}

function opened(address, part) {
  const url = new URL(address, document.baseURI);
  url.searchParams.append('more', part);
  return url.pathname + url.search;
}
