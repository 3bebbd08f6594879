import { expect, test } from 'playwright/test';
import { type CitedWork, escapeTex, formatBibtex } from './bibtex';

const WORK: CitedWork = {
  slug: 'on-engines',
  title: 'On the Analytical Engine',
  authors: ['Ada Lovelace', 'Charles Babbage'],
  date: '2024-03-05T09:00:00+01:00',
  site: 'Notes',
  url: 'https://notes.example/posts/on-engines',
};

test('an entry has what a bibliography asks for', () => {
  expect(formatBibtex(WORK)).toBe(
    [
      '@misc{lovelace2024-on-engines,',
      '  author = {Ada Lovelace and Charles Babbage},',
      '  title = {{On the Analytical Engine}},',
      '  howpublished = {Notes},',
      '  year = 2024,',
      '  month = mar,',
      '  day = 5,',
      '  url = {https://notes.example/posts/on-engines},',
      '}',
    ].join('\n'),
  );
});

const ESCAPED: Readonly<Record<string, string>> = {
  'C# & F#: 100 % of $_GET': 'C\\# \\& F\\#: 100 \\% of \\$\\_GET',
  'a\\b': 'a\\textbackslash{}b',
  '~/x^2': '\\textasciitilde{}/x\\textasciicircum{}2',
  '}{': '\\textbraceright{}\\textbraceleft{}',
  '<T>': '\\textless{}T\\textgreater{}',
  'two\n  lines': 'two lines',
  '「引用」': '「引用」',
};

for (const [text, escaped] of Object.entries(ESCAPED)) {
  test(`${JSON.stringify(text)} is printed as it is`, () => expect(escapeTex(text)).toBe(escaped));
}

test('braces are balanced and no command is begun, whatever the words are', () => {
  const hostile = ['}', '{{{', '\\', '\\input{/etc/passwd}', '%', '}} @misc{x,', '"', '\\}', '日本{語}'];
  for (const text of hostile) {
    const entry = formatBibtex({
      ...WORK,
      title: text,
      site: text,
      authors: [text],
      url: `https://a.example/${text}`,
    });
    let depth = 0;
    const characters = [...entry];
    const closed = characters.flatMap((character, at) => {
      if (character === '{') depth += 1;
      if (character === '}') depth -= 1;
      return depth > 0 || at < 5 ? [] : at;
    });
    expect(closed, entry).toEqual([characters.length - 1]);
    expect(depth, entry).toBe(0);
    const commands = entry.match(/\\(?:[a-z]+|.)/g) ?? [];
    expect(commands.filter((command) => !/^\\(text[a-z]+|[$&#_%])$/.test(command))).toEqual([]);
  }
});

test('a name that is none of a person stays in one piece', () => {
  const authorsOf = (...authors: string[]) => /author = (.*),/.exec(formatBibtex({ ...WORK, authors }))?.[1];
  expect(authorsOf('Smith and Sons', 'Ada Lovelace')).toBe('{{Smith and Sons} and Ada Lovelace}');
  expect(authorsOf('Engines, Inc.')).toBe('{{Engines, Inc.}}');
  expect(authorsOf('Alexander Sandberg')).toBe('{Alexander Sandberg}');
  expect(authorsOf()).toBeUndefined();
});

test('a key has letters that every program takes', () => {
  const keyOf = (work: Partial<CitedWork>) => /{(.*),/.exec(formatBibtex({ ...WORK, ...work }))?.[1];
  expect(keyOf({ authors: ['Zoë Müller'], slug: 'chào-thế-giới' })).toBe('muller2024-chao-the-gioi');
  expect(keyOf({ authors: ['山田太郎'], slug: '日本語で書く' })).toBe('2024');
  expect(keyOf({ authors: [], slug: 'a.b_c' })).toBe('2024-abc');
});
