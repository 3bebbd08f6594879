import path from 'node:path';
import { defineConfig } from 'playwright/test';
import { BROWSER_FLAGS, findBrowser } from '../scripts/browser';

/** The journeys of a reader, on a server that runs already: `runJourneys` says which one. */
const executablePath = findBrowser('shell');

export default defineConfig({
  testDir: path.resolve('e2e'),
  // Not the folders below: those start what they need themselves.
  testMatch: /[\\/]e2e[\\/][^\\/]+\.spec\.ts$/,
  outputDir: path.resolve('test-results'),
  fullyParallel: true,
  workers: 2,
  timeout: 120_000,
  expect: { timeout: 30_000 },
  reporter: 'list',
  use: {
    baseURL: process.env.JOURNEYS_URL,
    folder: process.env.JOURNEYS_CONTENT,
    launchOptions: { args: BROWSER_FLAGS, ...(executablePath !== undefined && { executablePath }) },
  } as object,
});
