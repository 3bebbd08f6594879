import { expect, test } from 'playwright/test';
import { parseFrontMatter } from './front-matter';
import { indexContent } from './write-content';

function parse(fields: string, body = 'Words.\n') {
  const result = parseFrontMatter(`+++\n${fields}\n+++\n${body}`);
  if (!result.ok) throw new Error(result.problems.map(({ message }) => message).join(' '));
  return result.value;
}

test('scalars of TOML stay the text they are', () => {
  const { data } = parse(
    'a = 2024-02-31\nb = true\nc = 1.50\nd = 07:32:00\ne = "é\\u00e9"\nf = 0x1F\ng = ["1", 2, [true]]\nh = 2024-01-01 10:00:00+02:00 # when\n',
  );
  expect(data).toEqual({
    a: '2024-02-31',
    b: 'true',
    c: '1.50',
    d: '07:32:00',
    e: 'éé',
    f: '0x1F',
    g: ['1', '2', ['true']],
    h: '2024-01-01 10:00:00+02:00',
  });
});

test('tables, inline tables and lists of tables are fields with parts', () => {
  const { data } = parse(
    'a.b = "1"\n[extra]\n"x y" = 1\nc = { d = "e", f = [1] }\n[[revisions]]\ndate = 2024-01-01\n[[revisions]]\ndate = 2024-02-30\n[revisions.more]\nx = 1979-05-27\n',
  );
  expect(data).toEqual({
    a: { b: '1' },
    extra: { 'x y': '1', c: { d: 'e', f: ['1'] } },
    revisions: [{ date: '2024-01-01' }, { date: '2024-02-30', more: { x: '1979-05-27' } }],
  });
});

test('places are those of the file', () => {
  const { yaml, body, bodyLine } = parse(
    'title = "A"\ntags = [\n  "one", # a remark with ] in it\n  \'two\',\n]\ntext = """\n[no.table]\n"""\n[extra]\n  x.y = { z = 1 }\n[[list]]\n[[list]]\nq = 1',
  );
  expect(yaml.place(['title'])).toEqual({ line: 2, column: 9 });
  expect(yaml.place(['title'], 'key')).toEqual({ line: 2, column: 1 });
  expect(yaml.place(['tags', 0])).toEqual({ line: 4, column: 3 });
  expect(yaml.place(['tags', 1])).toEqual({ line: 5, column: 3 });
  expect(yaml.place(['tags', 7])).toEqual({ line: 3, column: 8 });
  expect(yaml.place(['extra'], 'key')).toEqual({ line: 10, column: 1 });
  expect(yaml.place(['extra', 'x', 'y', 'z'])).toEqual({ line: 11, column: 15 });
  expect(yaml.place(['list', 1, 'q'], 'key')).toEqual({ line: 14, column: 1 });
  expect(yaml.isQuoted(['title'])).toBe(true);
  expect(yaml.isQuoted(['list', 1, 'q'])).toBe(false);
  expect([body, bodyLine]).toEqual(['Words.\n', 16]);
});

test('the tags of Zola are tags', () => {
  const { data, yaml } = parse('title = "A"\n[taxonomies]\ntags = ["one", "two"]\ncategories = ["three"]\n');
  expect(data).toEqual({ title: 'A', tags: ['one', 'two'], taxonomies: { categories: ['three'] } });
  expect(yaml.place(['tags', 1])).toEqual({ line: 4, column: 16 });
});

test('a post with TOML is a post, a draft with broken TOML a draft', () => {
  const fields = 'title = "Hello"\ndescription = "A post."\ndate = 2024-03-15T10:00:00+01:00';
  const { posts, problems } = indexContent({ 'posts/hello.md': `+++\n${fields}\n+++\n\nWords.\n` });
  expect(problems).toEqual([]);
  expect(posts.map(({ slug, title, date }) => [slug, title, date])).toEqual([
    ['hello', 'Hello', '2024-03-15T10:00:00+01:00'],
  ]);
  const broken = parseFrontMatter('+++\ntitle = Hello\ndraft = true\n+++\n');
  expect(broken.ok ? undefined : [broken.isDraft, broken.problems.length]).toEqual([true, 1]);
});

test('whatever is between the delimiters, there is an answer', () => {
  const pieces = [
    '[',
    ']',
    '{',
    '}',
    '"',
    "'",
    '"""',
    '=',
    '.',
    ',',
    '#',
    '\n',
    'a',
    '1',
    ' ',
    '\\',
    '2024-01-01',
  ];
  let seed = 7;
  const next = () => {
    seed = (seed * 16807) % 2147483647;
    return seed;
  };
  const nowhere: string[] = [];
  for (let count = 0; count < 5000; count++) {
    const text = Array.from({ length: next() % 12 }, () => pieces[next() % pieces.length]).join('');
    const result = parseFrontMatter(`+++\n${text}\n+++\n`);
    const places = result.ok ? [result.value.yaml.place(['a'])] : result.problems;
    if (places.some(({ line, column }) => !(line > 0 && column > 0))) nowhere.push(text);
  }
  expect(nowhere).toEqual([]);
});
