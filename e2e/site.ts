import path from 'node:path';
import { type APIRequestContext, type BrowserContext, test as base } from 'playwright/test';
import { buildIndex } from '@/lib/content/build-index';
import type { ContentIndex } from '@/lib/content/content-index';
import { getToday } from '@/lib/content/posts';
import { readContent } from '@/lib/content/read';
import { parseSettings } from '@/lib/content/settings';
import type { Audience } from '@/lib/content/state';
import { address } from './addresses';

export interface SiteOptions {
  /** Content folder of the site under test, relative to the project. */
  folder: string;
}

interface SiteFixtures extends SiteOptions {
  /** The content of the site under test as its readers get it: what every expectation is computed from. */
  index: ContentIndex;
}

/** A test on one of the built sites. Addresses that begin with a slash are those of the site, whatever path that is below. */
export const test = base.extend<object, SiteFixtures>({
  context: async ({ context }, use) => {
    await use(moveBelow(context));
  },
  request: async ({ request }, use) => {
    moveRequests(request);
    await use(request);
  },
  folder: ['', { option: true, scope: 'worker' }],
  index: [
    async ({ folder }, use) => {
      await use(readIndex(folder, 'public'));
    },
    { scope: 'worker' },
  ],
});

export { expect } from 'playwright/test';

/** Requests of a context go below the path of the site, and so do visits of all its pages. */
function moveBelow(context: BrowserContext): BrowserContext {
  moveRequests(context.request);
  const newPage = context.newPage.bind(context);
  context.newPage = async () => {
    const page = await newPage();
    const goto = page.goto.bind(page);
    page.goto = (url, options) => goto(address(url), options);
    return page;
  };
  return context;
}

function moveRequests(request: APIRequestContext): void {
  for (const method of ['get', 'head', 'post'] as const) {
    const ask = request[method].bind(request);
    request[method] = (url, options) => ask(address(url), options);
  }
}

/** The index of a content folder as it is on the disk now. */
export function readIndex(folder: string, audience: Audience): ContentIndex {
  const files = readContent(path.resolve(folder));
  const { site } = parseSettings(files.site);
  return buildIndex(files, getToday(site.timeZone), audience);
}
