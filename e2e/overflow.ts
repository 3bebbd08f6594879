import type { Page } from 'playwright/test';

/** What reaches beyond the edge of the screen, where that makes the page wider. */
export async function listOverflow(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= innerWidth) return [];
    const beyond = [...document.querySelectorAll('body *')].filter((element) => {
      // What scrolls on its own may be as wide as it likes.
      if (element.closest('pre > *, [role=group] > *')) return false;
      const { left, right } = element.getBoundingClientRect();
      return right > clientWidth + 0.5 || left < -0.5;
    });
    return [`${scrollWidth} px`, ...beyond.slice(0, 5).map(({ outerHTML }) => outerHTML.slice(0, 120))];
  });
}
