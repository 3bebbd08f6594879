import type { Page } from 'playwright';

/** What an author sees of a page: enough to say that two pages are the same. */
export interface Shown {
  readonly title: string;
  readonly header: string;
  readonly main: string;
  readonly footer: string;
  /** The author's bar, problems included. */
  readonly bar: string;
  readonly images: string;
  readonly style: string;
  /** What Next itself lays over the page. */
  readonly overlay: string;
}

export function readShown(page: Page): Promise<Shown> {
  return page.evaluate(collectShown);
}

/** Runs in the page, without anything around it. */
export function collectShown(): Shown {
  const textOf = (selector: string) => {
    const copy = document.querySelector(selector)?.cloneNode(true) as HTMLElement | undefined;
    for (const code of copy?.querySelectorAll('script, style, link, meta, [data-unsettled]') ?? [])
      code.remove();
    return copy?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
  };
  const overlay = document.querySelector('nextjs-portal')?.shadowRoot;
  const dialog = overlay?.querySelector('[data-nextjs-dialog]')?.textContent ?? '';
  return {
    title: document.title,
    header: textOf('body > header'),
    main: textOf('main'),
    footer: textOf('body > footer'),
    bar: textOf('body > .author-bar'),
    images: [...document.querySelectorAll('main img')]
      .map((image) => `${image.getAttribute('src')} ${image.getAttribute('width')}`)
      .join(' '),
    style: [...document.querySelectorAll('head style')]
      .map(({ textContent }) => textContent)
      .filter((text) => !text.includes('__nextjs'))
      .join('\n'),
    overlay: /^(Build|Runtime)/.exec(dialog)?.[0] ?? '',
  };
}

/** Where two pages differ: a line for each part, cut around the first difference. */
export function listDifferences(shown: Shown, wanted: Shown): string[] {
  return (Object.keys(wanted) as (keyof Shown)[])
    .filter((part) => shown[part] !== wanted[part])
    .map((part) => {
      const at = [...wanted[part]].findIndex((letter, index) => shown[part][index] !== letter);
      const from = Math.max((at === -1 ? wanted[part].length : at) - 30, 0);
      const cut = (text: string) => JSON.stringify(text.slice(from, from + 160));
      return `${part}: the open page has ${cut(shown[part])}, a fresh visit ${cut(wanted[part])}`;
    });
}
