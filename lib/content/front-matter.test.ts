import { expect, test } from 'playwright/test';
import { parseFrontMatter } from './front-matter';

function parse(source: string) {
  const result = parseFrontMatter(source);
  if (!result.ok) throw new Error(result.problems.map(({ message }) => message).join(' '));
  return result.value;
}

test('scalars stay the text they are', () => {
  const { data } = parse('---\na: 2024-02-31\nb: no\nc: 1.0\nd: 1:30\ne: null\nf: 0x1F\ng: [1, true]\n---\n');
  expect(data).toEqual({
    a: '2024-02-31',
    b: 'no',
    c: '1.0',
    d: '1:30',
    e: 'null',
    f: '0x1F',
    g: ['1', 'true'],
  });
});

test('the body is kept byte for byte, and its first line is known', () => {
  const body = '\n  indented\n\n---\n\ntitle: not a field\n---\nend without line break\t ';
  const { body: found, bodyLine } = parse(`---\ntitle: A\n---\n${body}`);
  expect(found).toBe(body);
  expect(bodyLine).toBe(4);
});

test('line ends of any kind are line ends', () => {
  for (const end of ['\r\n', '\r']) {
    const { data, body, bodyLine } = parse(['---', 'title: A', 'date: B', '---', 'One', 'Two'].join(end));
    expect(data).toEqual({ title: 'A', date: 'B' });
    expect(body).toBe('One\nTwo');
    expect(bodyLine).toBe(5);
  }
});

test('white space behind the hyphens changes neither places nor body', () => {
  const { yaml, body, bodyLine } = parse('--- \ntitle: A\n---\t\nOne\n');
  expect(yaml.place(['title'])).toEqual({ line: 2, column: 8 });
  expect(body).toBe('One\n');
  expect(bodyLine).toBe(4);
});

test('a file may end with its front matter', () => {
  expect(parse('---\ntitle: A\n---').body).toBe('');
  expect(parse('---\ntitle: A\n---\n').body).toBe('');
  expect(parse('---\n---\nWords').data).toEqual({});
});

test('block scalars keep their lines, folded ones their paragraphs', () => {
  const { data } = parse('---\na: |\n  one\n  --- two\nb: >-\n  three\n  four\n---\n');
  expect(data).toEqual({ a: 'one\n--- two\n', b: 'three four' });
});

test('a field may have any name', () => {
  const { data } = parse('---\n__proto__: a\nconstructor: b\ntoString: c\n---\n');
  expect(Object.keys(data)).toEqual(['__proto__', 'constructor', 'toString']);
});

test('places are those of the file', () => {
  const { yaml } = parse(
    '---\n# remark\ntitle: "A"\ntags:\n  - one\n  - two\ncover: { src: x }\nlast:\n---\n',
  );
  expect(yaml.place(['title'])).toEqual({ line: 3, column: 8 });
  expect(yaml.place(['tags', 1])).toEqual({ line: 6, column: 5 });
  expect(yaml.place(['tags'], 'key')).toEqual({ line: 4, column: 1 });
  expect(yaml.place(['cover', 'src'])).toEqual({ line: 7, column: 15 });
  expect(yaml.place(['cover', 'alt'])).toEqual({ line: 7, column: 8 });
  expect(yaml.place(['last'])).toEqual({ line: 8, column: 1 });
  expect(yaml.isQuoted(['title'])).toBe(true);
});

test('a file that failed once fails again: nothing is remembered by its text', () => {
  const source = '---\ntitle: a: b\n---\n';
  expect(parseFrontMatter(source).ok).toBe(false);
  expect(parseFrontMatter(source).ok).toBe(false);
});

test('no front matter is run as code', () => {
  Reflect.deleteProperty(globalThis, 'hasRun');
  for (const opening of [
    '---js',
    '---JS',
    '---javascript',
    '--- js',
    '---json',
    '---constructor',
    '---coffee',
  ]) {
    const result = parseFrontMatter(`${opening}\n{ title: globalThis.hasRun = true }\n---\n`);
    expect(result.ok, opening).toBe(false);
  }
  expect('hasRun' in globalThis).toBe(false);
});

test('a few lines of aliases cannot grow into gigabytes', () => {
  const lines = Array.from(
    { length: 30 },
    (_, n) => `a${n}: &a${n} [${n === 0 ? 'x' : `*a${n - 1}, *a${n - 1}`}]`,
  );
  expect(parseFrontMatter(`---\n${lines.join('\n')}\n---\n`).ok).toBe(false);
});

test('a broken block that says it is a draft is known to be one', () => {
  const parseDraft = (line: string) => parseFrontMatter(`---\ntitle: a: b\n${line}\n---\n`);
  expect(parseDraft('draft: true')).toMatchObject({ ok: false, isDraft: true });
  expect(parseDraft('draft: true # soon')).toMatchObject({ ok: false, isDraft: true });
  expect(parseDraft('draft: false')).toMatchObject({ ok: false, isDraft: false });
  expect(parseDraft('description: not a draft: true')).toMatchObject({ ok: false, isDraft: false });
});

test('JSON between hyphens is YAML, as the remedy for JSON without them says', () => {
  const result = parseFrontMatter(
    '---\n{\n\t"title": "A: b",\n\t"date": "2018-02-02",\n\t"tags": ["a", "b"]\n}\n---\n\nWords.\n',
  );
  expect(result.ok && result.value.data).toEqual({ title: 'A: b', date: '2018-02-02', tags: ['a', 'b'] });
  const bare = parseFrontMatter('{\n  "title": "A"\n}\n\nWords.\n');
  expect(bare.ok ? [] : bare.problems.map(({ remedy }) => remedy).join()).toContain('JSON is YAML too');
});
