// <form data-passkey="URL" [data-passkey-create]>: asks the URL for a challenge, the browser for its answer, and posts that. The form shows itself
// only where the browser knows passkeys.
const started = new WeakSet();

export function startPasskeys() {
  if (!window.PublicKeyCredential?.parseRequestOptionsFromJSON) return;
  for (const form of document.querySelectorAll('form[data-passkey]')) {
    form.hidden = false;
    if (started.has(form)) continue;
    started.add(form);
    form.addEventListener('submit', async (event) => {
      if (form.elements.credential.value) return;
      event.preventDefault();
      const message = form.querySelector('[role=alert]');
      message.className = message.textContent = '';
      try {
        form.elements.credential.value = JSON.stringify(await answer(form));
        form.submit();
      } catch {
        // Cancelled, timed out or no passkey of this portal: all the same to the person.
        message.className = 'field-error';
        message.textContent = form.dataset.failed;
      }
    });
  }
}

async function answer(form) {
  const response = await fetch(form.dataset.passkey, { method: 'POST', body: new FormData(form) });
  if (!response.ok) throw new Error(`${response.status}`);
  const options = await response.json();
  return 'passkeyCreate' in form.dataset
    ? navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
    : navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
}
