import { SEED } from './page-types';
import { listRenderedFonts } from './rendered-fonts';
import { expect, test } from './site';

/** A phone on slow 4G: milliseconds, bytes a second. */
const NETWORK = { offline: false, latency: 400, downloadThroughput: 200_000, uploadThroughput: 90_000 };
const CPU_SLOWDOWN = 4;

test.describe('over a slow network', { tag: '@demo' }, () => {
  test('A reader sees the fonts of the site on a first visit', async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    const client = await page.context().newCDPSession(page);
    await client.send('Network.enable');
    await client.send('Network.emulateNetworkConditions', NETWORK);
    await client.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWDOWN });
    await page.goto(SEED);
    await page.evaluate(() => document.fonts.ready);
    for (const selector of ['h1', '.post-header .text-dek', '.prose > p']) {
      const families = await listRenderedFonts(client, selector);
      expect(families.length, selector).toBeGreaterThan(0);
      for (const family of families)
        expect(family, selector).toEqual({
          familyName: expect.stringMatching(/^Colophon (Serif|Mono)$/),
          isCustomFont: true,
        });
    }
  });
});
