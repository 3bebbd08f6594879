import type { Page } from 'playwright/test';
import { homePath, postPath, searchPath, tagsPath } from './addresses';
import { MISSING, SEED, settle } from './page-types';
import { expect, test } from './site';

const EVERYWHERE = [homePath, searchPath, tagsPath(), MISSING];

/** Everything the Tab key is to reach; arrows lead to the other radio buttons of a group and lines of a block. */
const CONTROLS = [
  'a[href]:not([tabindex="-1"])',
  'button',
  'summary',
  'select',
  'input:not([type=radio]):not([type=hidden])',
  'input[type=radio]:checked',
  'audio[controls]',
  'video[controls]',
  '[tabindex="0"]',
].join();

/** On a phone and on a wide screen other things are folded, so that other posts are worth the way. */
const POSTS = {
  390: ['code-with-controls', 'three-parts-2'],
  1440: ['everything-a-post-can-contain', 'code-blocks', 'code-with-controls'],
};

for (const [width, posts] of Object.entries(POSTS)) {
  test(`A reader reaches every control of a page with the Tab key, ${width} px wide`, async ({
    page,
    index,
  }) => {
    await page.setViewportSize({ width: Number(width), height: 900 });
    const paths = [SEED, ...posts.map(postPath)].filter((path) =>
      [...index.postsBySlug.keys()].some((slug) => postPath(slug) === path),
    );
    for (const path of [...EVERYWHERE, ...paths]) {
      await page.goto(path);
      await settle(page);
      const { missed, unmarked, cut } = await tabThrough(page);
      expect.soft(missed, `controls of ${path} that the keys do not reach`).toEqual([]);
      expect.soft(unmarked, `controls of ${path} that do not show the focus`).toEqual([]);
      expect.soft(cut, `controls of ${path} whose mark is cut off`).toEqual([]);
    }
  });
}

/** Presses Tab from the head of the page to its end. */
async function tabThrough(page: Page): Promise<{ missed: string[]; unmarked: string[]; cut: string[] }> {
  const count = await page.evaluate((selector) => {
    const isShown = (element: Element) =>
      element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true }) &&
      !element.closest('[inert], :disabled');
    const controls = new Set([...document.querySelectorAll(selector)].filter(isShown));
    const unmarked: Element[] = [];
    const cut: Element[] = [];
    Object.assign(window, { controls, unmarked, cut });
    /** Whether a mark around an element reaches beyond something that cuts it off, or beyond the screen. */
    const isCut = (element: Element): boolean => {
      const { outlineStyle, outlineWidth, outlineOffset } = getComputedStyle(element);
      if (outlineStyle === 'none') return false;
      const reach = Number.parseFloat(outlineWidth) + Number.parseFloat(outlineOffset) - 0.5;
      const { left, right } = element.getBoundingClientRect();
      for (let around = element.parentElement; around; around = around.parentElement) {
        if (around !== document.documentElement && getComputedStyle(around).overflowX === 'visible') continue;
        const edge =
          around === document.documentElement
            ? { left: 0, right: innerWidth }
            : around.getBoundingClientRect();
        const isInside = left >= edge.left - 0.5 && right <= edge.right + 0.5;
        if (isInside && (left - reach < edge.left || right + reach > edge.right)) return true;
      }
      return false;
    };
    addEventListener('focusin', ({ target }) => {
      const element = target as Element;
      controls.delete(element);
      // A radio button without a face of its own leaves the mark to its label.
      const marks = [element, element.closest('label')].flatMap((marked) =>
        marked ? getComputedStyle(marked) : [],
      );
      const isMarked = marks.some(
        ({ outlineStyle, outlineWidth, boxShadow }) =>
          (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1) || boxShadow !== 'none',
      );
      if (!isMarked) unmarked.push(element);
      if (isCut(element)) cut.push(element);
    });
    return controls.size;
  }, CONTROLS);
  // Players have more than one stop each.
  for (let presses = 1; presses < count + 40; presses += 1) {
    await page.keyboard.press('Tab');
    if (presses % 20 > 0 && presses < count) continue;
    if (await page.evaluate(() => (Reflect.get(window, 'controls') as Set<Element>).size === 0)) break;
  }
  return page.evaluate(() => {
    const describe = (elements: Iterable<Element>) =>
      [...elements].map(({ outerHTML }) => outerHTML.slice(0, 120));
    return {
      missed: describe(Reflect.get(window, 'controls') as Set<Element>),
      unmarked: describe(Reflect.get(window, 'unmarked') as Element[]),
      cut: describe(Reflect.get(window, 'cut') as Element[]),
    };
  });
}
