import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'playwright/test';
import { checkContent } from '../lib/checks/check-content';
import { buildIndex } from '../lib/content/build-index';
import { formatProblem } from '../lib/content/problems';
import { readContent } from '../lib/content/read';
import { parseSettings } from '../lib/content/settings';
import { siteSchema } from '../lib/site/site';
import { fillSettings, readSettings, SETTINGS_DOCUMENT } from './settings-table';
import { listExamples, writeManualBlog } from './write-manual-blog';

test('the manual is content without a problem, and so is each of its examples', async () => {
  const root = mkdtempSync(path.join(os.tmpdir(), 'colophon-manual-'));
  try {
    mkdirSync(path.join(root, 'posts'));
    const examples = writeManualBlog(root);
    expect(examples.length).toBeGreaterThan(30);
    const index = buildIndex(readContent(root), '2026-12-31', 'public');
    expect((await checkContent(index)).map(formatProblem).join('\n')).toBe('');
    expect(index.pages.size).toBeGreaterThan(8);
  } finally {
    rmSync(root, { recursive: true });
  }
});

const settings = listExamples().filter(({ title }) => title === 'content/site.ts');

test('the manual has examples of settings', () => {
  expect(settings.length).toBeGreaterThan(5);
});

for (const { place, code } of settings) {
  test(`the settings in ${place} are accepted`, () => {
    const source = code.includes('export default') ? code : `export default {\n${code}};\n`;
    expect(parseSettings({ file: 'site.ts', source, problems: [] }).problems).toEqual([]);
  });
}

test('the table of settings is that of their type', () => {
  const document = readFileSync(SETTINGS_DOCUMENT, 'utf8');
  expect(document, 'npx tsx scripts/settings-table.ts writes it anew').toBe(fillSettings(document));
});

test('each setting is in the table, with the value that it has when it is left out', () => {
  const rows = readSettings(readFileSync('lib/site/site.ts', 'utf8'));
  expect(rows.map(({ name }) => name).sort()).toEqual(Object.keys(siteSchema.shape).sort());
  const defaults: Record<string, unknown> = siteSchema.parse({});
  for (const { name, absent } of rows) {
    const value = defaults[name];
    if (value === undefined || Array.isArray(value)) continue;
    const words = absent.replace(/[`"]/g, '').split(',')[0];
    expect(words, name).toBe(String(value).replace(/\.$/, ''));
  }
});
