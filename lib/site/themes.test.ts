import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'playwright/test';
import { checkStyle } from '../checks/check-style';
import { minifyStyle } from './own-style';
import { findWeakPairs } from './token-contrast';

const FOLDER = 'examples/themes';
const ENGINE = readFileSync('components/styles/theme.css', 'utf8');

for (const name of readdirSync(FOLDER)) {
  test(`the theme ${name} can be used as it is`, () => {
    const source = readFileSync(`${FOLDER}/${name}`, 'utf8');
    const style = { file: 'style.css', source, problems: [] };
    expect(checkStyle({ files: { style } as never })).toEqual([]);
    expect(minifyStyle(source).css.length).toBeGreaterThan(300);
  });
}

test('the tokens that the manual names are those of the engine', () => {
  const named = readFileSync('docs/customizing.md', 'utf8').matchAll(/`(--[a-z][\w-]*)`/g);
  const tokens = new Set([...ENGINE.matchAll(/^\s*(--[\w-]+):/gm)].map(([, name]) => name));
  const names = [...named].map(([, name = '']) => name).filter((name) => name !== '--line-height');
  expect(names.filter((name) => !tokens.has(name))).toEqual([]);
  expect(names.length).toBeGreaterThan(30);
});

test('a style sheet cannot end the element that it is written into', () => {
  expect(minifyStyle('a::after { content: "</style><script>x</script>" }').css).not.toContain('</style');
});

test('two colours that cannot be distinguished are a pair, in the theme where it is so', () => {
  expect(findWeakPairs(ENGINE, ':root { --color-ink: light-dark(#000, #222) }')).toContainEqual(
    expect.objectContaining({ theme: 'dark', front: 'ink', ground: 'paper' }),
  );
  expect(findWeakPairs(ENGINE, ':root { --color-ink: light-dark(#000, #fff) }')).toEqual([]);
});
