import path from 'node:path';

/** A production build that the end-to-end tests read, and the server in front of it. */
export interface TestSite {
  readonly name: string;
  /** Content folder, relative to the project. */
  readonly content: string;
  /** Where it is built: `DIST_DIR`. */
  readonly root: string;
  /** The published build. */
  readonly folder: string;
  /** Where it is built and moved from: a folder with what the bundler keeps. */
  readonly workshop: string;
  readonly port: number;
  readonly environment: Readonly<Record<string, string>>;
}

/**
 * Sites with the same routes are built in this folder and moved from there to their own: what the bundler keeps helps in the folder
 * alone that it was made in, and it takes half of the time for each site but the first. Another site, with routes of its own, gains
 * nothing there, and would spoil it for the builds of the tests.
 */
export const WORKSHOP = '.next-tests';

/** Each site is built and served in a time zone far from the other's: no date may show it. */
export const DEMO = toTestSite('demo', 'content', 43117, 'America/Los_Angeles');
export const FIXTURES = toTestSite('fixtures', 'e2e/content', 43118, 'Pacific/Auckland', {
  // The other site has none: there nothing is shared.
  SHARE_SECRET: 'known to everybody, for tests alone',
});

/** A blog that replaces what it can of the engine's. */
export const OWN = { ...toTestSite('own', 'e2e/own', 43124, 'UTC'), workshop: '.next-own' };

/** A blog whose readers answer; each run of its tests begins with an empty database. */
export const READERS = {
  ...toTestSite('readers', 'e2e/readers', 43125, 'UTC', {
    DATABASE_URL: `file:${path.resolve('.next-readers/data/readers.db')}`,
    OUTBOX: path.resolve('.next-readers/data/outbox'),
  }),
  workshop: '.next-readers',
};

export const TEST_SITES: readonly TestSite[] = [DEMO, FIXTURES, OWN, READERS];

function toTestSite(
  name: string,
  content: string,
  port: number,
  timeZone: string,
  further: Readonly<Record<string, string>> = {},
): TestSite {
  const root = `.next-${name}`;
  return {
    name,
    content,
    root,
    folder: `${root}/site`,
    workshop: WORKSHOP,
    port,
    environment: { CONTENT_DIR: content, DIST_DIR: root, TZ: timeZone, ...further },
  };
}
