import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'playwright/test';
import { checkFonts } from '../checks/check-fonts';
import { buildIndex } from '../content/build-index';
import { readContent } from '../content/read';
import { readFontFiles } from './font-files';
import { formatSiteStyle } from './site-style';

const OWN = path.resolve('app/_shared/fonts');
const site = {
  accent: { light: '#1d5aa0', dark: '#86b4f0' },
  fonts: {
    text: { name: 'Press', regular: 'roman.woff2', italic: 'italic.woff2' },
    code: 'Menlo, ui-monospace',
  },
};
let root = '';

test.beforeAll(() => {
  root = mkdtempSync(path.join(tmpdir(), 'colophon-fonts-'));
  mkdirSync(path.join(root, 'fonts'));
  copyFileSync(path.join(OWN, 'colophon-serif-roman.woff2'), path.join(root, 'fonts/roman.woff2'));
  copyFileSync(path.join(OWN, 'colophon-serif-italic.woff2'), path.join(root, 'fonts/italic.woff2'));
  copyFileSync(path.join(OWN, 'colophon-mono.woff2'), path.join(root, 'fonts/mono.woff2'));
});

test.afterAll(() => rmSync(root, { recursive: true }));

test('a font file has its weights and how tall it is', () => {
  const { files, failures } = readFontFiles(
    { fonts: { ...site.fonts, code: { name: 'Press Mono', regular: 'mono.woff2' } } },
    root,
  );
  expect(failures).toEqual([]);
  const reported = files.map(({ weights, xHeight = 0, path }) => ({
    weights,
    xHeight: xHeight.toFixed(3),
    path,
  }));
  expect(reported).toEqual([
    {
      weights: [400, 600],
      xHeight: '0.475',
      path: expect.stringMatching(/^\/media\/[\da-f]{12}\/roman\.woff2$/),
    },
    { weights: undefined, xHeight: '0.475', path: expect.stringMatching(/italic\.woff2$/) },
    { weights: undefined, xHeight: '0.516', path: expect.stringMatching(/mono\.woff2$/) },
  ]);
});

test('a blog without an accent and fonts of its own has no further style sheet', () => {
  expect(formatSiteStyle({}, root)).toBe('');
});

test('an accent and fonts take the place of those of the engine, in the layer of the tokens', () => {
  const all = formatSiteStyle(site, root).replace(/\/media\/[\da-f]{12}/g, '/media/x');
  const fallback = /@font-face\{font-family:"Press Fallback[^}]*\}/g;
  const css = all.replace(fallback, '');
  expect(css).toBe(
    '@font-face{font-family:"Press";src:url(/media/x/roman.woff2)format("woff2");font-weight:400 600;size-adjust:100%;font-display:swap}' +
      '@font-face{font-family:"Press";src:url(/media/x/italic.woff2)format("woff2");font-style:italic;size-adjust:100%;font-display:swap}' +
      '@layer theme{html:root{--color-rubric:light-dark(#1d5aa0,#86b4f0);--font-serif:"Press",' +
      '"Press Fallback Georgia","Press Fallback Noto","Press Fallback Times",Georgia,serif;' +
      '--font-mono:"Menlo",ui-monospace,ui-monospace,Menlo,Consolas,"DejaVu Sans Mono",monospace}}' +
      '@layer base{html body{font-synthesis:style weight}' +
      'html :is(:lang(zh),:lang(ja),:lang(ko),:lang(ar),:lang(he)){font-synthesis:weight}}' +
      '@layer base{html :is(code,pre,kbd,samp){font-size-adjust:0.516}}',
  );
  // Georgia, Noto and Times, each regular, bold and italic, scaled to the measures of the files.
  const rules = all.match(fallback) ?? [];
  expect(rules).toHaveLength(9);
  expect(rules[0]).toMatch(/src:local\("Georgia"\),.*size-adjust:10[01]/);
  expect(formatSiteStyle({ fonts: { code: 'Menlo' } }, root)).not.toContain('font-synthesis');
});

test('a font that is missing, damaged or of another kind is an error at its name', () => {
  writeFileSync(path.join(root, 'fonts/other.woff2'), 'OTTO'.repeat(20));
  const bytes = Buffer.alloc(200);
  bytes.write('wOF2');
  writeFileSync(path.join(root, 'fonts/damaged.woff2'), bytes);
  const text = { name: 'Press', regular: 'other.woff2', italic: 'damaged.woff2', bold: 'none.woff2' };
  writeFileSync(path.join(root, 'site.ts'), `export default {\n  fonts: ${JSON.stringify({ text })},\n};`);
  const index = buildIndex(readContent(root), '2026-11-22', 'author');
  expect(checkFonts(index).map(({ file, line, message }) => `${file}:${line} ${message}`)).toEqual([
    'site.ts:2 The font "fonts/other.woff2" cannot be used: it is no WOFF2 file.',
    'site.ts:2 The font "fonts/damaged.woff2" cannot be used: its bytes are damaged.',
    'site.ts:2 The font "fonts/none.woff2" cannot be used: there is no such file.',
  ]);
});
