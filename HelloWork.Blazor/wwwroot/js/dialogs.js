// command/commandfor for browsers that don't know them, and dialogs that open with the page after an error.
const known = 'commandForElement' in HTMLButtonElement.prototype;

export function startDialogs() {
  for (const dialog of document.querySelectorAll('dialog[data-open]')) {
    dialog.removeAttribute('data-open');
    if (!dialog.open) dialog.showModal();
  }
}

/** A menu or sheet that was open when a link in it was followed. */
export function closeSheets() {
  for (const sheet of document.querySelectorAll('[popover]:popover-open')) sheet.hidePopover();
  for (const dialog of document.querySelectorAll('dialog:modal')) dialog.close();
}

if (!known) {
  document.addEventListener('click', (event) => {
    const button = event.target.closest?.('button[commandfor]');
    const target = button && document.getElementById(button.getAttribute('commandfor'));
    if (!(target instanceof HTMLDialogElement)) return;
    if (button.getAttribute('command') === 'show-modal' && !target.open) target.showModal();
    if (button.getAttribute('command') === 'close') target.close();
  });
}
