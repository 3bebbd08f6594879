import path from 'node:path';
import { test as base } from 'playwright/test';
import { buildIndex } from '@/lib/content/build-index';
import type { ContentIndex } from '@/lib/content/content-index';
import { getToday } from '@/lib/content/posts';
import { readContent } from '@/lib/content/read';
import { parseSettings } from '@/lib/content/settings';
import type { Audience } from '@/lib/content/state';

export interface SiteOptions {
  /** Content folder of the site under test, relative to the project. */
  folder: string;
}

interface SiteFixtures extends SiteOptions {
  /** The content of the site under test as its readers get it: what every expectation is computed from. */
  index: ContentIndex;
}

/** A test on one of the built sites. */
export const test = base.extend<object, SiteFixtures>({
  folder: ['', { option: true, scope: 'worker' }],
  index: [
    async ({ folder }, use) => {
      await use(readIndex(folder, 'public'));
    },
    { scope: 'worker' },
  ],
});

export { expect } from 'playwright/test';

/** The index of a content folder as it is on the disk now. */
export function readIndex(folder: string, audience: Audience): ContentIndex {
  const files = readContent(path.resolve(folder));
  const { site } = parseSettings(files.site);
  return buildIndex(files, getToday(site.timeZone), audience);
}
