import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'playwright/test';
import { checkNextOutput } from './check-next-output';

test("refuses Next's own outputs, which have pages that are not finished, and names another way", () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'colophon-'));
  const write = (config: object) =>
    writeFileSync(path.join(folder, 'required-server-files.json'), JSON.stringify({ config }));
  write({ distDir: '.next' });
  expect(() => checkNextOutput(folder)).not.toThrow();
  write({ output: 'standalone' });
  expect(() => checkNextOutput(folder)).toThrow('npm run pack');
  write({ output: 'export' });
  expect(() => checkNextOutput(folder)).toThrow('content/site.ts');
  rmSync(folder, { recursive: true, force: true });
});
