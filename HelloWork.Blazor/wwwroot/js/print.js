// A page made for paper: its button prints it. Without scripts the button isn't there, and the browser's own command does.
export function startPrint() {
  for (const button of document.querySelectorAll('[data-print]')) {
    button.hidden = false;
    button.onclick = () => print();
  }
}
