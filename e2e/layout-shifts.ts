import type { Page } from 'playwright/test';

/** Share of the screen that may move while a page loads, as fonts of the system are replaced: https://web.dev/articles/cls */
export const MAX_SHIFT = 0.02;

/** What moved on a page since it was opened: the sum, and each shift for a message. Needs `watchShifts` as an init script. */
export async function readShifts(page: Page): Promise<{ sum: number; shifts: string }> {
  const shifts = await page.evaluate(() => Reflect.get(window, 'shifts') as { value: number }[]);
  return { sum: shifts.reduce((total, { value }) => total + value, 0), shifts: JSON.stringify(shifts) };
}

/** Runs in the page, before anything else of it. */
export function watchShifts(): void {
  const shifts: object[] = [];
  Object.assign(window, { shifts });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const { value, hadRecentInput, sources } = entry as PerformanceEntry & {
        value: number;
        hadRecentInput: boolean;
        sources: { node: Element | null; previousRect: DOMRect; currentRect: DOMRect }[];
      };
      const moved = sources.map(({ node, previousRect, currentRect }) => ({
        element: node?.className || node?.nodeName,
        from: [previousRect.y, previousRect.height],
        to: [currentRect.y, currentRect.height],
      }));
      if (!hadRecentInput) shifts.push({ value, moved });
    }
  }).observe({ type: 'layout-shift', buffered: true });
}
