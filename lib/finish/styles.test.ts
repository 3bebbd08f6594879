import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'playwright/test';
import { parseHtmlPage } from './html-page';
import { PageEditor } from './page-editor';
import { ADDED_CLASSES, inlineStyles } from './styles';

const WITH_FONTS = '<p class="w3V_className w3V_variable text-meta leading-none">';

function inline(css: string, body = WITH_FONTS): string {
  const head = '<head><link rel="stylesheet" href="/_next/a.css"/></head>';
  const page = `<!DOCTYPE html><html lang="en">${head}<body>${body}</body></html>`;
  const editor = new PageEditor(parseHtmlPage(page));
  inlineStyles(editor, () => Buffer.from(css));
  return /<style>(.*)<\/style>/s.exec(editor.toString())?.[1] ?? '';
}

test('classes of a font that no rule declares are left out, and those of others stay', () => {
  const face = (family: string) => `@font-face{font-family:${family};src:url(/x.woff2)format("woff2")}`;
  const classes = (name: string) =>
    `.w3V_className{font-family:${name};font-style:normal}.w3V_variable{--font-x:"${name}"}\n`;
  expect(inline(`${face('Colophon Serif')}${classes('roman')}p{margin:0}`)).toBe(
    `${face('Colophon Serif')}p{margin:0}`,
  );
  const used = `${face('"inter"')}${classes('inter')}p{margin:0}`;
  expect(inline(used)).toBe(used);
  // A class of a component that happens to have the name.
  const own = '.w3V_className{color:red}.w3V_variable{margin:0}';
  expect(inline(own)).toBe(own);
});

test('a mixed colour is no question to browsers, and what else is asked of them stays', () => {
  const ask = (rule: string) => `@supports (color:color-mix(in lab, red, red)){${rule}}`;
  const mix = 'a{color:color-mix(in oklab, red 60%, transparent)}';
  expect(inline(`a{color:#f00}${ask(mix)}b{margin:0}${ask(mix)}`)).toBe(`${mix}b{margin:0}${mix}`);
  for (const kept of [`@supports (animation-timeline:scroll()){${mix}}`, ask(`@media print{${mix}}`)])
    expect(inline(kept)).toBe(kept);
});

test('a property is not said again with a prefix, unless nothing else says it', () => {
  const mask = 'mask-image:linear-gradient(#000 calc(100% - 3 * var(--line)),#0003);';
  expect(inline(`a{color:red;-webkit-${mask}-webkit-${mask}${mask}margin:0}`)).toBe(
    `a{color:red;${mask}margin:0}`,
  );
  for (const kept of [
    `a{-webkit-${mask}margin:0}`,
    `a{-webkit-text-decoration-color:red;text-decoration-color:blue;}`,
    'a{-webkit-user-select:none;user-select:none;}',
  ])
    expect(inline(kept)).toBe(kept);
});

test('neighbours with one selector are one rule, and others stay apart', () => {
  expect(inline('@media print{b{margin:0}a{color:red}a{top:0}a{left:0}}')).toBe(
    '@media print{b{margin:0}a{color:red;top:0;left:0}}',
  );
  for (const kept of [
    'b a{color:red}a{top:0}',
    'a{color:red}b a{top:0}',
    'a{color:red}@media print{a{top:0}}a{left:0}',
    'p{text-align:right;text-align:-webkit-right}',
    '@font-face{font-family:a}p{margin:0}@font-face{font-family:b}',
  ])
    expect(inline(kept)).toBe(kept);
  // Each is a font of its own.
  const faces = '@font-face{font-family:a}@font-face{font-family:b}';
  expect(inline(faces)).toBe(faces);
});

test('a leading that no class sets is no question', () => {
  const size = (leading: string) => `.text-meta{line-height:${leading}}`;
  const asked = size('var(--tw-leading,var(--text-meta--line-height))');
  expect(inline(asked)).toBe(size('var(--text-meta--line-height)'));
  const set = `.leading-none{--tw-leading:1}${asked}`;
  expect(inline(set)).toBe(set);
});

test('a page gets the rules for what it has, and for what its scripts add', () => {
  const css = '.callout{top:0}.beside-1{top:0}.beside-2{top:0}.k{top:0}.code{top:0}.zoom img{top:0}';
  const added = '.zoom img{top:0}';
  expect(inline(css, '<p>')).toBe(added);
  expect(inline(css, '<p class="wide callout">')).toBe(`.callout{top:0}${added}`);
  expect(inline(css, '<p class="beside-2">')).toBe(`.beside-1{top:0}.beside-2{top:0}${added}`);
  expect(inline(css, '<b class="s">')).toBe(`.k{top:0}${added}`);
  expect(inline(css, '<colophon-comments>')).toBe(`.k{top:0}.code{top:0}${added}`);
});

test('every class that a script of the pages gives is known', () => {
  const folder = 'components/elements';
  const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(path.join(folder, name), 'utf8'));
  const given = sources.flatMap((source) => [
    ...source.matchAll(/(?:className(?: =|:) |classList\.(?:add|toggle)\()'([^']+)'/g),
  ]);
  const names = new Set(given.flatMap(([, names = '']) => names.split(' ')));
  // The search brings its own style sheet along; the mark of a draft is in no index for readers.
  const own = [...names].filter((name) => !/^search\b|^state-mark$/.test(name));
  expect(new Set(own)).toEqual(new Set(ADDED_CLASSES));
});
