import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { findBrowser, provideBrowser } from './browser';
import { buildSite } from './build-test-site';
import { keepNextTypes } from './next-types';
import { runCommand } from './run-command';
import { TEST_SITES, type TestSite } from './test-sites';

/** How many checks of a stage went well, and how many did not. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
}

export interface Stage {
  readonly name: string;
  /** What is being done, for the terminal. */
  readonly what: string;
  /** What to do when it fails. */
  readonly remedy: string;
  /**
   * The stage before it that it runs beside: neither needs the other, and a build alone leaves a processor idle for a third of its
   * time. What it writes is shown when that one has ended.
   */
  readonly beside?: string;
  /** Runs the stage, or the part of it that is in the files named. Its output goes to `write` where that is given. */
  run(files: readonly string[], write?: (text: string) => void): Promise<Tally>;
}

const E2E_PROJECTS = ['e2e', 'fixtures', 'export', 'commands', 'dev'];

/** Everything `npm test` does, in order. */
export const STAGES: readonly Stage[] = [
  {
    name: 'lint',
    what: 'format and lint (biome ci)',
    remedy: 'Run `npm run format`, and fix what it cannot.',
    // Biome colours its report for every CI; a file or a pipe wants words.
    run: () => runAll([['biome', 'ci', ...(process.stdout.isTTY ? [] : ['--colors=off'])]]),
  },
  {
    name: 'types',
    what: 'types (next typegen, tsc)',
    remedy: 'Fix the types above; `npm run types` checks them alone.',
    run: async () => {
      const typegen = await runAll([['next', 'typegen']]);
      return typegen.failed > 0 ? typegen : runAll([['tsc', '--noEmit']]);
    },
  },
  {
    name: 'unit',
    what: 'unit tests',
    remedy: 'Run one file alone with `npm test -- unit <part of its name>`.',
    run: (files) => runPlaywright(['--project=unit', '--reporter=dot,json', ...files]),
  },
  {
    name: 'build',
    what: `production builds (${TEST_SITES.map(({ content }) => content).join(', ')})`,
    remedy: 'Run `npm run check` for the content, or `npm run build` for the whole.',
    beside: 'unit',
    run: (_files, write) => keepNextTypes(() => buildSites(TEST_SITES, write)),
  },
  {
    name: 'e2e',
    what: 'end-to-end tests in a browser',
    remedy:
      'Run one file alone with `npm test -- e2e <part of its name>`; it reads the last builds, and\n' +
      '`npm test -- build e2e` makes new ones. Screenshots are in test-results; `--trace=on` adds traces.',
    run: (files) => keepNextTypes(() => runEndToEnd(files)),
  },
];

async function runEndToEnd(files: readonly string[]): Promise<Tally> {
  if ((await provideBrowser()) === undefined) {
    console.error(
      'There is no browser, and none can be fetched. Install Chromium or Chrome, or name one: CHROMIUM_PATH=…',
    );
    return { passed: 0, failed: 1 };
  }
  console.info(`Browser: ${findBrowser('shell')}`);
  const built = await buildSites(
    TEST_SITES.filter(({ folder }) => !existsSync(path.join(folder, 'BUILD_ID'))),
  );
  if (built.failed > 0) return built;
  const projects = E2E_PROJECTS.map((project) => `--project=${project}`);
  return runPlaywright([...projects, '--reporter=list,json', ...files]);
}

async function buildSites(sites: readonly TestSite[], write?: (text: string) => void): Promise<Tally> {
  let passed = 0;
  for (const site of sites) {
    if ((await buildSite(site, write)) !== 0) return { passed, failed: 1 };
    passed += 1;
  }
  return { passed, failed: 0 };
}

async function runAll(commands: readonly (readonly [string, ...string[]])[]): Promise<Tally> {
  let passed = 0;
  for (const [command, ...args] of commands) {
    if ((await runCommand(command, args)) !== 0) return { passed, failed: 1 };
    passed += 1;
  }
  return { passed, failed: 0 };
}

/** Playwright's own count. A run that breaks before or after its tests counts as one failure. */
async function runPlaywright(
  args: readonly string[],
  environment: Record<string, string> = {},
): Promise<Tally> {
  const file = path.resolve('test-results', 'report.json');
  rmSync(file, { force: true });
  const status = await runCommand('playwright', ['test', ...args], {
    PLAYWRIGHT_JSON_OUTPUT_FILE: file,
    ...environment,
  });
  const { expected, unexpected, flaky } = readCounts(file);
  return { passed: expected + flaky, failed: Math.max(unexpected, status === 0 ? 0 : 1) };
}

function readCounts(file: string): { expected: number; unexpected: number; flaky: number } {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).stats;
  } catch {
    return { expected: 0, unexpected: 1, flaky: 0 };
  }
}
