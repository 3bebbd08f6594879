import { readFileSync } from 'node:fs';
import { expect, test } from 'playwright/test';
import { loadContent } from '../content/posts';
import { viewFeedStyle } from './feed-style';

const { site, root, files } = loadContent('public');
const plainFiles = { ...files, style: undefined };

test('the page of a feed has the colours of the other pages', () => {
  const theme = readFileSync('components/styles/theme.css', 'utf8');
  const tokens = [
    ...viewFeedStyle({ site, root, files: plainFiles }).matchAll(/(--color-[\w-]+):(light-dark\(.*?\)\))/g),
  ];
  expect(tokens.length).toBe(6);
  for (const [, name = '', value] of tokens) expect(theme).toContain(`${name}: ${value};`);
});

test('the page of a feed has the font and the accent that the settings name', () => {
  const { fonts: _, ...plain } = site;
  expect(viewFeedStyle({ site: plain, root, files: plainFiles })).toContain(
    '@font-face{font-family:"Colophon Serif"',
  );
  const own = viewFeedStyle({
    site: { ...site, fonts: { text: 'Charter, Georgia' }, accent: { light: '#123456', dark: '#abcdef' } },
    root,
    files: plainFiles,
  });
  expect(own).not.toContain('@font-face');
  expect(own).not.toContain('html:root');
  expect(own).toContain(':root{--color-rubric:light-dark(#123456,#abcdef)');
  expect(own.indexOf('--font-serif:"Charter"')).toBeGreaterThan(own.indexOf('--font-serif:"Colophon Serif"'));
});

test('the page of a feed has the colours and the font of the style sheet of the blog', () => {
  const dress = (source: string) =>
    viewFeedStyle({ site, root, files: { ...files, style: { file: 'style.css', source, problems: [] } } });
  const [night, mono] = ['night', 'mono'].map((name) =>
    dress(readFileSync(`examples/themes/${name}.css`, 'utf8')),
  );
  expect(night).toMatch(/:root\{--color-paper:light-dark\(#fdf8ef, #16130e\);[^}]*color-scheme:dark\}$/);
  expect(night).toContain('@font-face');
  expect(mono).toMatch(/--font-serif:"Colophon Mono", [^;}]*\}$/);
  expect(mono).not.toContain('@font-face');
  expect(dress('p { margin: 0 }')).toBe(viewFeedStyle({ site, root, files: plainFiles }));
});
