import { expect, test } from 'playwright/test';
import { parseFrontMatter } from './front-matter';
import { toScalar } from './front-matter-block';
import { addToList, editFields, removeFromList, splitIntoList } from './front-matter-edit';

const FILE =
  '---\n# first\ntitle: "A"   # kept\ndescription: >\n  folded\n  text\n\ntags:\n  - a # one\n  - b\ndraft: true # soon\n---\n\ndraft: true\n';

test('a new field takes the line of one that goes', () => {
  expect(editFields(FILE, { date: '2026-01-01', draft: undefined })).toBe(
    FILE.replace('draft: true # soon', 'date: 2026-01-01'),
  );
});

test('a new field follows the leading ones, behind a text of several lines', () => {
  expect(editFields(FILE, { date: '2026-01-01' })).toBe(
    FILE.replace('  text\n', '  text\ndate: 2026-01-01\n'),
  );
});

test('a field that is there keeps its place and its comment', () => {
  expect(editFields(FILE, { title: 'B: c' })).toBe(FILE.replace('"A"', '"B: c"'));
});

test('a field without a value gets one', () => {
  expect(editFields('---\ntitle:\ndate: # when\n---\n', { title: 'x', date: '2026-01-01' })).toBe(
    '---\ntitle: x\ndate: 2026-01-01 # when\n---\n',
  );
});

test('a front matter without fields can be given one', () => {
  expect(editFields('---\n---\ntext', { title: 'x' })).toBe('---\ntitle: x\n---\ntext');
});

test('marks and line ends of the file stay', () => {
  const file = '\uFEFF---\r\ntitle: A\r\ndraft: true\r\n---\r\nx';
  expect(editFields(file, { date: '2026-01-01', draft: undefined })).toBe(
    '\uFEFF---\r\ntitle: A\r\ndate: 2026-01-01\r\n---\r\nx',
  );
});

test('items are added to lists of every form', () => {
  expect(addToList('---\ntitle: A\n---\n', 'tags', 'a, b')).toBe('---\ntitle: A\ntags: ["a, b"]\n---\n');
  expect(addToList('---\ntags: [a] # x\n---\n', 'tags', 'b')).toBe('---\ntags: [a, b] # x\n---\n');
  expect(addToList('---\ntags: []\n---\n', 'tags', 'b')).toBe('---\ntags: [b]\n---\n');
  expect(addToList('---\ntags:\n---\n', 'tags', 'b')).toBe('---\ntags: [b]\n---\n');
  expect(addToList(FILE, 'tags', 'c')).toBe(FILE.replace('  - b\n', '  - b\n  - c\n'));
  expect(addToList('---\ntags:\n- a\n---\n', 'tags', 'b')).toBe('---\ntags:\n- a\n- b\n---\n');
});

test('items are taken out of lists of every form', () => {
  const drop = (file: string, item: string) => removeFromList(file, 'tags', (name) => name === item);
  expect(drop('---\ntags: [a, b, c]\n---\n', 'b')).toBe('---\ntags: [a, c]\n---\n');
  expect(drop('---\ntags: [a, b]\n---\n', 'b')).toBe('---\ntags: [a]\n---\n');
  expect(drop('---\ntags: [a]\ntitle: x\n---\n', 'a')).toBe('---\ntitle: x\n---\n');
  expect(drop(FILE, 'a')).toBe(FILE.replace('  - a # one\n', ''));
});

test('a text becomes a list', () => {
  expect(splitIntoList('---\ntags: a, "b"; c # x\n---\n', 'tags')).toBe('---\ntags: [a, b, c] # x\n---\n');
  expect(splitIntoList('---\ntags: [a]\n---\n', 'tags')).toBe('---\ntags: [a]\n---\n');
});

for (const value of [
  'a: b',
  'a #b',
  '# a',
  '- a',
  '"a"',
  "'a",
  '[a',
  '{a}',
  'true',
  '!a',
  '&a',
  '*a',
  '%a',
  '@a',
  'a:',
  ' a ',
  '日本 語',
  'a\\b',
  '5 < 6',
]) {
  test(`the text ${value} is read as it was given`, () => {
    for (const isInFlow of [false, true]) {
      const text = toScalar(value, isInFlow);
      const parsed = parseFrontMatter(`---\ntitle: ${isInFlow ? `[${text}]` : text}\n---\n`);
      expect(parsed.ok && parsed.value.data.title).toEqual(isInFlow ? [value] : value);
    }
  });
}
