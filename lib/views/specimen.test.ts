import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'playwright/test';
import { buildIndex } from '../content/build-index';
import { readContent } from '../content/read';
import { listSitemapEntries } from '../syndication/sitemap';
import { SPECIMEN_SLUG } from '../urls';
import { listParams } from './route-params';
import { viewSpecimen } from './specimen';

const files = readContent(path.resolve('e2e/content'));
const build = (changes: Partial<typeof files> = {}) =>
  buildIndex({ ...files, ...changes }, '2026-11-26', 'public');
const toFile = (file: string, source: string) => ({ file, source, problems: [] });
const hasRoute = async (index: ReturnType<typeof build>) =>
  (await listParams('/[page]', index)).some(({ page }) => page === SPECIMEN_SLUG);

test('the page of type and colours has every token, in both themes', async () => {
  const index = build();
  const view = viewSpecimen(index, SPECIMEN_SLUG);
  const find = (name: string) =>
    [...(view?.colours ?? []), ...(view?.roles ?? [])].find(({ token }) => token === name);
  expect(view?.types.every(({ size, lineHeight, text }) => size && lineHeight && text)).toBe(true);
  expect(view?.types[0]).toMatchObject({ token: 'title', size: '2–2.75rem', lineHeight: '2.3125–3.125rem' });
  expect(view?.types.find(({ token }) => token === 'meta')?.size).toBe('1rem');
  expect(view?.roles).toHaveLength(8);
  expect(find('ink')).toEqual({
    token: 'ink',
    light: { value: 'oklch(0.235 0.008 60)', contrast: 15.9 },
    dark: { value: 'oklch(0.89 0.008 85)', contrast: 13.4 },
  });
  // The accent of the settings.
  expect(find('rubric')?.light.value).toBe(index.site.accent?.light);
  expect(find('selection')?.dark.value).toContain('33%');
  expect(view?.ornaments.length).toBe(12);
  expect(await hasRoute(index)).toBe(true);
  expect(listSitemapEntries(index).map(({ path }) => path)).toContain('/colophon');
  expect(viewSpecimen(index, 'about')).toBeUndefined();
});

test("a blog's own style sheet is what the page shows", () => {
  const source =
    ':root { --color-ink: #123456; --text-title: 3rem; --color-line: light-dark(#eee, rgb(40 40 40)) }';
  const view = viewSpecimen(build({ style: toFile('style.css', source) }), SPECIMEN_SLUG);
  const find = (name: string) => view?.colours.find(({ token }) => token === name);
  expect(find('ink')?.light.value).toBe('#123456');
  expect(find('ink')?.dark.value).toBe('#123456');
  expect(find('line')).toEqual({ token: 'line', light: { value: '#eee' }, dark: { value: 'rgb(40 40 40)' } });
  expect(view?.types[0]).toMatchObject({ token: 'title', size: '3rem' });
});

test('there is none where the settings say so, or a page has its name', async () => {
  const root = mkdtempSync(path.join(os.tmpdir(), 'colophon-specimen-'));
  const read = (name: string, text: string) => {
    mkdirSync(path.join(root, path.dirname(name)), { recursive: true });
    writeFileSync(path.join(root, name), text);
    return buildIndex(readContent(root), '2026-11-26', 'public');
  };
  const off = read('site.ts', 'export default { specimen: false };\n');
  expect(viewSpecimen(off, SPECIMEN_SLUG)).toBeUndefined();
  expect(await hasRoute(off)).toBe(false);
  expect(listSitemapEntries(off).map(({ path }) => path)).not.toContain('/colophon');
  expect(viewSpecimen(read('site.ts', 'export default {};\n'), SPECIMEN_SLUG)).toBeDefined();
  const own = read('pages/colophon.md', '---\ntitle: By hand\ndescription: Ours.\n---\n\nText.\n');
  expect(viewSpecimen(own, SPECIMEN_SLUG)).toBeUndefined();
  expect(await hasRoute(own)).toBe(true);
  expect(listSitemapEntries(own).filter(({ path }) => path === '/colophon')).toHaveLength(1);
  // One with an error is still the blog's own.
  const broken = read('pages/colophon.md', '---\ntitle: [\n---\n');
  expect(viewSpecimen(broken, SPECIMEN_SLUG)).toBeUndefined();
  rmSync(root, { recursive: true });
});
