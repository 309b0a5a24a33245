// Brings an element up to date with what the server shows now. Elements stay the ones they are, so that the focus, what is open and what
// is typed stay too; a form that is being filled in and an open dialog aren't touched at all.
const TYPED = 'input:not([type=hidden]), textarea, select';
const OURS = new Set(['open', 'tabindex', 'data-submitting', 'data-open']);

export function merge(part, now) {
  const focused = part.contains(document.activeElement) ? document.activeElement : null;
  update(part, now);
  if (focused && !focused.isConnected) {
    part.setAttribute('tabindex', '-1');
    part.focus({ preventScroll: true });
  }
}

/** Something in it isn't as the server sent it, or is being typed. */
export function isEdited(form) {
  if (form.hasAttribute('data-submitting')) return true;
  return [...form.elements].some(isChanged) || (form.contains(document.activeElement) && document.activeElement.matches(TYPED));
}

function isChanged(field) {
  if (field.type === 'hidden') return false;
  if (field.type === 'checkbox' || field.type === 'radio') return field.checked !== field.defaultChecked;
  if (field instanceof HTMLSelectElement) {
    const first = [...field.options].findIndex((option) => option.defaultSelected);
    return field.selectedIndex !== Math.max(first, 0);
  }
  return (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) && field.value !== field.defaultValue;
}

function isKept(node) {
  if (!(node instanceof Element)) return false;
  return node.matches('dialog[open]') || (node instanceof HTMLFormElement && isEdited(node)) || (!node.form && node.matches(TYPED) && isChanged(node));
}

function holdsKept(node) {
  return isKept(node) || (node instanceof Element && [...node.querySelectorAll(`form, dialog[open], ${TYPED}`)].some(isKept));
}

function update(here, now) {
  if (isKept(here)) return;
  for (const { name } of [...here.attributes]) {
    if (!now.hasAttribute(name) && !OURS.has(name)) here.removeAttribute(name);
  }
  for (const { name, value } of now.attributes) {
    if (here.getAttribute(name) !== value && !OURS.has(name)) here.setAttribute(name, value);
  }
  if (here instanceof HTMLTextAreaElement && here.defaultValue === now.defaultValue) return;
  updateChildren(here, now);
}

function updateChildren(here, now) {
  const known = new Map();
  for (const child of here.children) {
    const key = keyOf(child);
    if (key && !known.has(key)) known.set(key, child);
  }
  const wanted = new Set([...now.children].map(keyOf));
  let next = here.firstChild;
  for (const fresh of [...now.childNodes]) {
    while (next && keyOf(next) && !wanted.has(keyOf(next))) next = drop(next);
    const key = keyOf(fresh);
    const match = key ? known.get(key) : findAlike(next, fresh);
    if (match && !key) while (next !== match) next = drop(next);
    if (!match || !isAlike(match, fresh)) {
      here.insertBefore(document.importNode(fresh, true), next);
      continue;
    }
    known.delete(key);
    if (match === next) next = next.nextSibling;
    else here.insertBefore(match, next);
    if (match instanceof Element) update(match, fresh);
    else if (match.nodeValue !== fresh.nodeValue) match.nodeValue = fresh.nodeValue;
  }
  while (next) next = drop(next);
}

/** The next one like it, not beyond what has a place of its own. */
function findAlike(next, fresh) {
  if (fresh.nodeType !== Node.ELEMENT_NODE) return next && isAlike(next, fresh) ? next : null;
  for (let node = next; node && !keyOf(node); node = node.nextSibling) {
    if (isAlike(node, fresh)) return node;
  }
  return null;
}

/** @returns The node behind it. */
function drop(node) {
  const behind = node.nextSibling;
  if (!holdsKept(node)) node.remove();
  return behind;
}

function isAlike(a, b) {
  return a.nodeType === b.nodeType && a.nodeName === b.nodeName && (a.id ?? '') === (b.id ?? '');
}

/** Rows and items are told by what they are about, not by where they stand. */
function keyOf(node) {
  if (node.nodeType !== Node.ELEMENT_NODE) return '';
  if (node.id) return `#${node.id}`;
  if (node.matches('form')) return node.querySelector('input[name=_handler]')?.value ?? '';
  if (!node.matches('tr, li')) return '';
  const inner = node.querySelector('[id]');
  return inner ? `#${inner.id}` : node.querySelector('a[href]')?.getAttribute('href') ?? '';
}
