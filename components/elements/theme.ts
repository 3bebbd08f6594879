import { onRecall, recall, remember } from './memory';

type Theme = 'light' | 'dark' | 'system';

const root = document.documentElement;

/** Buttons that choose a theme by their `value`: `light`, `dark`, `system`, or `toggle` for the other one of two. */
export class ThemeElement extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener('click', ({ target }) => {
      const button = (target as Element).closest('button');
      if (button) choose(button.value);
    });
    show(current());
  }
}

/** Follows a choice made on another page. */
export function watchTheme(): void {
  onRecall(() => {
    const stored = recall('theme');
    if (stored !== undefined) show(toTheme(stored));
  });
}

function choose(value: string): void {
  const theme = value === 'toggle' ? opposite() : toTheme(value);
  remember('theme', theme === 'system' ? null : theme);
  show(theme);
}

function show(theme: Theme): void {
  if (theme === 'system') delete root.dataset.theme;
  else root.dataset.theme = theme;
  for (const button of document.querySelectorAll<HTMLButtonElement>('colophon-theme [aria-pressed]')) {
    button.ariaPressed = String(button.value === theme);
  }
  answerMedia(theme);
}

/** What asks for the system's theme where CSS has no say: the colour of the browser's bars, pictures for the dark. */
function answerMedia(theme: Theme): void {
  for (const element of document.querySelectorAll<HTMLMetaElement | HTMLSourceElement>('meta, source')) {
    if (!element.media) continue;
    element.dataset.media ??= element.media;
    element.media = element.dataset.media.replace(/\(prefers-color-scheme: (\w+)\)/, (query, asked) =>
      theme === 'system' ? query : theme === asked ? '(width >= 0)' : '(width < 0)',
    );
  }
}

function current(): Theme {
  return toTheme(root.dataset.theme);
}

function opposite(): Theme {
  const theme = current();
  const isDark = theme === 'system' ? matchMedia('(prefers-color-scheme: dark)').matches : theme === 'dark';
  return isDark ? 'light' : 'dark';
}

function toTheme(value: string | null | undefined): Theme {
  return value === 'light' || value === 'dark' ? value : 'system';
}
