import { showOutcome } from './show-outcome';

/** What is not part of the code: prompts, output, removed lines. `lib/markdown/code` writes these elements. */
const notCode = '.p, samp, del';

/** A block of code: its Copy button copies what a reader would type. Without a clipboard the button stays hidden. */
export class CodeElement extends HTMLElement {
  connectedCallback(): void {
    const button = this.querySelector<HTMLButtonElement>('.code-copy');
    const code = this.querySelector('code');
    if (!button || !code || !navigator.clipboard) return;
    button.hidden = false;
    button.addEventListener('click', () => copy(code, button));
  }
}

async function copy(code: Element, button: HTMLElement): Promise<void> {
  try {
    await navigator.clipboard.writeText(toText(code));
    showOutcome(button, 'copied');
  } catch {
    // Refused: the text is at least selected for the keys that copy.
    getSelection()?.selectAllChildren(code);
    showOutcome(button, 'notCopied');
  }
}

/** A recording of nothing but output is copied whole. */
function toText(code: Element): string {
  const copied = code.cloneNode(true) as Element;
  for (const element of copied.querySelectorAll(notCode)) element.remove();
  return (copied.textContent || code.textContent || '').replace(/\n$/, '');
}
