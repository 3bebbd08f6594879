import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright/test';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Rules that are off unless asked for; everything else is axe's own choice. */
export const ALL_RULES: RunOptions = { rules: { 'target-size': { enabled: true } } };

/** What may differ between the themes. */
export const COLOUR_RULES: RunOptions = { runOnly: ['color-contrast', 'link-in-text-block'] };

/** What axe objects to: rule, element and reason. */
export async function listViolations(page: Page, options: RunOptions): Promise<string[]> {
  await provideAxe(page);
  const { violations } = await page.evaluate(
    (options) =>
      (Reflect.get(window, 'axe') as { run(options: RunOptions): Promise<AxeResults> }).run(options),
    // What it has nothing against it need not describe: that takes most of its time.
    { ...options, resultTypes: ['violations'] } satisfies RunOptions,
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ target, failureSummary = '' }) =>
        `${id}: ${target.join(' ')} ${failureSummary.replace(/\s+/g, ' ')}`,
    ),
  );
}

/** Through the debugger, since the policy of a page refuses any script that is not its own. */
async function provideAxe(page: Page): Promise<void> {
  if (await page.evaluate(() => Reflect.has(window, 'axe'))) return;
  const client = await page.context().newCDPSession(page);
  await client.send('Runtime.evaluate', { expression: `${AXE};0` });
  await client.detach();
}
