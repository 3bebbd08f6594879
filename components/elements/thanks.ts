import { announce } from './announce';

/** Sends thanks without leaving the page. What goes wrong is what a form without a script shows. */
export function watchThanks(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>('form.thanks'))
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      send(form).catch(() => form.submit());
    });
}

async function send(form: HTMLFormElement): Promise<void> {
  const headers = { Accept: 'text/plain' };
  const response = await fetch(form.action, { method: 'POST', headers, body: new URLSearchParams() });
  if (!response.ok) throw new Error();
  const [count, sentence] = form.querySelectorAll('span');
  if (count) count.textContent = await response.text();
  form.classList.add('sent');
  announce(sentence?.textContent ?? '');
}
