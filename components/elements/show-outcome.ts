import { announce, showLater } from './announce';
import { readString } from './strings';

/** How long a button says what it did, in milliseconds. */
const shownFor = 2000;

/** Announces whether something was copied, and shows it for a while on the button that was pressed, once or often. */
export function showOutcome(button: HTMLElement, name: 'copied' | 'notCopied'): void {
  button.dataset.label ??= button.textContent ?? '';
  const { label } = button.dataset;
  button.textContent = readString(name);
  announce(readString(name));
  showLater(button, label, shownFor);
}
