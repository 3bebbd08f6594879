import { expect, test } from 'playwright/test';
import { formatSheet, listDecidingClasses, parseSheet } from './page-rules';

function select(css: string, ...classes: string[]): string {
  return formatSheet(parseSheet(css), (name) => classes.includes(name));
}

test('a rule stays where all classes of one of its selectors are given', () => {
  const css = '.a{top:0}.a .b,.c>p{left:0}p{margin:0}';
  expect(select(css, 'a')).toBe('.a{top:0}p{margin:0}');
  expect(select(css, 'a', 'b')).toBe('.a{top:0}.a .b{left:0}p{margin:0}');
  expect(select(css, 'a', 'b', 'c')).toBe(css);
  expect(select(css)).toBe('p{margin:0}');
});

test('what is not asked of the page itself decides nothing', () => {
  for (const kept of [
    'a:not(.b){top:0}',
    ':is(.a,.b) p{top:0}',
    'p:has(+:is(.a,.b)){top:0}',
    '[class*=".a"]{top:0}',
    'a[title=".b,.c"]{top:0}',
    'li:nth-last-child(1 of :not(.a,script)){top:0}',
    '@keyframes a{0%{top:0}99.9%{top:1px}}',
    '@font-face{font-family:a.b}',
    '.\\31 st{top:0}',
  ])
    expect(select(kept)).toBe(kept);
  for (const left of ['p:has(.a){top:0}', ':where(.a:has(img,svg)){top:0}', '.a:not(.b){top:0}'])
    expect(select(left)).toBe('');
  expect(select('.a:not(.b)::after{top:0}', 'a')).toBe('.a:not(.b)::after{top:0}');
});

test('escaped names are classes like others', () => {
  const css = '.sm\\:top-0:hover{top:0}.w-\\[10px\\,\\(a\\)\\]{left:0}';
  expect([...listDecidingClasses(parseSheet(css))]).toEqual(['sm:top-0', 'w-[10px,(a)]']);
  expect(select(css, 'sm:top-0', 'w-[10px,(a)]')).toBe(css);
  expect(select(css)).toBe('');
});

test('a condition goes with the last of its rules', () => {
  const css =
    '@layer a,b;@layer a{@media (width>=40rem){@supports (x:y){.a{top:0}}.b{top:0}}p{top:0}}@page{margin:0;@top-left{top:0}}';
  expect(select(css, 'b')).toBe(css.replace('@supports (x:y){.a{top:0}}', ''));
  expect(select(css)).toBe('@layer a,b;@layer a{p{top:0}}@page{margin:0;@top-left{top:0}}');
  expect(select(css, 'a', 'b')).toBe(css);
});
