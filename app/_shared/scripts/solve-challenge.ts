import { solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2';

/** Solves the challenge of a form, and sends it. Where it cannot be solved the form is sent by whoever presses its button. */
async function solve(form: HTMLFormElement): Promise<void> {
  const [challenge, solution] = ['challenge', 'solution'].map((name) => form.elements.namedItem(name));
  const button = form.querySelector<HTMLButtonElement>('button[value="send"]');
  if (!(challenge instanceof HTMLInputElement && solution instanceof HTMLInputElement && button)) return;
  button.disabled = true;
  try {
    const found = await solveChallenge({ challenge: JSON.parse(challenge.value), deriveKey });
    if (found) solution.value = JSON.stringify({ counter: found.counter, derivedKey: found.derivedKey });
  } finally {
    button.disabled = false;
  }
  if (solution.value !== '') form.requestSubmit(button);
}

for (const form of document.querySelectorAll<HTMLFormElement>('#write form'))
  solve(form).catch(() => undefined);
