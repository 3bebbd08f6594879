import { expect, test } from 'playwright/test';
import { parseFrontMatter } from './front-matter';
import { addToList, editFields, editList, removeFromList, splitIntoList } from './front-matter-edit';

const FILE =
  '+++\n# first\ntitle = "A"   # kept\ndescription = """\nof two\nlines"""\n\ntags = [\n  "a", # one\n  \'b\',\n]\ndraft = true # soon\n\n[extra]\ndraft = true\n+++\n\ndraft = true\n';

test('a new field of TOML takes the line of one that goes, and no table loses its own', () => {
  expect(editFields(FILE, { date: '2026-01-01', draft: undefined })).toBe(
    FILE.replace('draft = true # soon', 'date = 2026-01-01'),
  );
});

test('a new field follows the leading ones, above the first table', () => {
  expect(editFields(FILE, { slug: '2026-01-01' })).toBe(
    FILE.replace('lines"""\n', 'lines"""\nslug = "2026-01-01"\n'),
  );
  expect(editFields('+++\n[extra]\nx = 1\n+++\n', { title: 'A "B"' })).toBe(
    '+++\ntitle = "A \\"B\\""\n[extra]\nx = 1\n+++\n',
  );
});

test('a field that is there keeps its place and its comment', () => {
  expect(editFields(FILE, { title: 'B # c' })).toBe(FILE.replace('"A"', '"B # c"'));
  expect(editFields(FILE, { description: 'one' })).toBe(FILE.replace('"""\nof two\nlines"""', '"one"'));
});

test('marks and line ends of the file stay', () => {
  const file = '\uFEFF+++\r\ntitle = "A"\r\ndraft = true\r\n+++\r\nx';
  expect(editFields(file, { date: '2026-01-01', draft: undefined })).toBe(
    '\uFEFF+++\r\ntitle = "A"\r\ndate = 2026-01-01\r\n+++\r\nx',
  );
});

test('items are added to lists and taken out, also where each has a line', () => {
  expect(addToList('+++\ntitle = "A"\n+++\n', 'aliases', '/a')).toBe(
    '+++\ntitle = "A"\naliases = ["/a"]\n+++\n',
  );
  const added = addToList(FILE, 'tags', 'c');
  expect(added).toBe(FILE.replace("'b',", '\'b\', "c",'));
  const result = parseFrontMatter(added);
  expect(result.ok && result.value.data.tags).toEqual(['a', 'b', 'c']);
  const drop = (item: string) => removeFromList(FILE, 'tags', (name) => name === item);
  expect(drop('a')).toBe(FILE.replace('"a", # one\n  ', ''));
  const last = parseFrontMatter(drop('b'));
  expect(last.ok && last.value.data.tags).toEqual(['a']);
  expect(removeFromList(FILE, 'tags', () => true)).not.toContain('tags');
});

test('tags are spelled anew, also in the table where Zola keeps them', () => {
  const file = '+++\ntitle = "A"\n[taxonomies]\ntags = ["go lang", "b"]\n+++\n';
  const spell = (name: string) => (name === 'go lang' ? 'Go' : name);
  expect(editList(file, 'tags', spell)).toBe(file.replace('go lang', 'Go'));
  expect(splitIntoList('+++\ntags = "a, b" # x\n+++\n', 'tags')).toBe('+++\ntags = ["a", "b"] # x\n+++\n');
});
