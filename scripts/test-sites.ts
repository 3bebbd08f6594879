/** A production build that the end-to-end tests read, and the server in front of it. */
export interface TestSite {
  readonly name: string;
  /** Content folder, relative to the project. */
  readonly content: string;
  readonly folder: string;
  readonly port: number;
  readonly environment: Readonly<Record<string, string>>;
}

/** Each site is built and served in a time zone far from the other's: no date may show it. */
export const DEMO = toTestSite('demo', 'content', 43117, 'America/Los_Angeles');
export const FIXTURES = toTestSite('fixtures', 'e2e/content', 43118, 'Pacific/Auckland', {
  // The other site has none: there nothing is shared.
  SHARE_SECRET: 'known to everybody, for tests alone',
});

export const TEST_SITES: readonly TestSite[] = [DEMO, FIXTURES];

function toTestSite(
  name: string,
  content: string,
  port: number,
  timeZone: string,
  further: Readonly<Record<string, string>> = {},
): TestSite {
  const folder = `.next-${name}`;
  return {
    name,
    content,
    folder,
    port,
    environment: { CONTENT_DIR: content, DIST_DIR: folder, TZ: timeZone, ...further },
  };
}
