import os from 'node:os';
import { defineConfig } from 'playwright/test';
import type { SiteOptions } from './e2e/site';
import { BROWSER_FLAGS, findBrowser } from './scripts/browser';
import { DEMO, FIXTURES, type TestSite } from './scripts/test-sites';

/** Projects named on the command line; only their servers are started. */
const named = process.argv.flatMap((argument, index, all) =>
  argument === '--project' ? (all[index + 1] ?? []) : (/^--project=(.*)/.exec(argument)?.[1] ?? []),
);
const isWanted = (project: string) => named.length === 0 || named.includes(project);

const needsBrowser = ['e2e', 'fixtures', 'export', 'commands', 'dev'].some(isWanted);
const executablePath = needsBrowser ? findBrowser('shell') : undefined;

/**
 * A journey runs where it can fail differently. Most depend on neither content nor delivery and run once: on the fixtures
 * (`@fixtures`) or, where they need its posts, on the demo (`@demo`). What content or fonts can break has no tag and runs on
 * both. What depends on how answers are delivered (`@files`) runs on the fixtures as files too, behind a server that knows
 * nothing of Next.
 */
const onDemo = { use: { folder: DEMO.content, baseURL: urlOf(DEMO) }, grepInvert: /@fixtures/ };
const onFixtures = { use: { folder: FIXTURES.content, baseURL: urlOf(FIXTURES) }, grepInvert: /@demo/ };
const EXPORT_URL = 'http://localhost:43120';
const onExport = { use: { folder: FIXTURES.content, baseURL: EXPORT_URL }, grep: /@files/ };

export default defineConfig<object, SiteOptions>({
  testDir: '.',
  outputDir: 'test-results',
  fullyParallel: true,
  // A journey waits for half of its time: for a server, a frame, something that is polled.
  workers: os.availableParallelism() * (needsBrowser ? 2 : 1),
  // A shared machine may stand still for a moment; what fails twice is wrong.
  retries: process.env.CI ? 1 : 0,
  forbidOnly: Boolean(process.env.CI),
  // Limits for what hangs, far beyond what a loaded machine needs: a test waits for what it awaits, not for these.
  timeout: 300_000,
  expect: { timeout: 30_000 },
  reporter: 'list',
  use: {
    launchOptions: { args: BROWSER_FLAGS, ...(executablePath !== undefined && { executablePath }) },
    screenshot: 'only-on-failure',
    // A trace of every test costs more than most tests do: `npm test -- e2e <file> --trace=on` makes one.
    trace: 'on-first-retry',
  },
  projects: [
    {
      name: 'unit',
      testMatch: ['lib/**/*.test.ts', 'components/**/*.test.ts', 'scripts/**/*.test.ts'],
      // Each file is loaded by one worker instead of all.
      fullyParallel: false,
    },
    // What takes long in a row comes first, and the rest fills the other workers meanwhile.
    {
      name: 'dev',
      testMatch: 'e2e/dev/*.spec.ts',
      // All files share one port and one output folder.
      fullyParallel: false,
      workers: 1,
    },
    { name: 'commands', testMatch: 'e2e/commands/*.spec.ts', timeout: 900_000 },
    // Each worker of a project takes seconds to start, and as many tests of other projects run beside it.
    { name: 'e2e', testMatch: 'e2e/*.spec.ts', workers: 2, ...onDemo },
    { name: 'fixtures', testMatch: 'e2e/*.spec.ts', ...onFixtures },
    { name: 'export', testMatch: 'e2e/*.spec.ts', workers: 2, ...onExport },
  ],
  webServer: [
    ...(isWanted('e2e') ? [serve(DEMO)] : []),
    ...(isWanted('fixtures') ? [serve(FIXTURES)] : []),
    ...(isWanted('export') ? [serveExport()] : []),
  ],
});

function serve(site: TestSite) {
  return {
    command: `node --import tsx lib/cli/main.ts start --port ${site.port}`,
    url: urlOf(site),
    env: { ...site.environment, NODE_ENV: 'production' },
    reuseExistingServer: false,
    timeout: 300_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 5_000 } as const,
  };
}

function serveExport() {
  return {
    command: `tsx e2e/serve-files.ts ${FIXTURES.root}/out ${new URL(EXPORT_URL).port}`,
    url: EXPORT_URL,
    reuseExistingServer: false,
    timeout: 300_000,
  };
}

function urlOf({ port }: TestSite): string {
  return `http://localhost:${port}`;
}
