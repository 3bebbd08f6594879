/** A file of a content folder, by its path. */
export type Files = Readonly<Record<string, string>>;

const BASE: Files = {
  'site.ts': "export default { title: 'T', url: 'https://blog.example', timeZone: 'UTC' };\n",
  'tags.yml': 'JavaScript:\n  aliases: [JS]\n',
  'authors.yml': 'ada:\n  name: Ada\n',
  'posts/one.md': write(
    ['title: One', 'description: On one.', 'date: 2024-01-01', 'tags: [JS, Testing]'],
    'Words.',
  ),
  'posts/two/index.mdx': write(
    ['title: Two', 'description: On two.', 'date: 2024-02-01', 'authors: [ada]', 'aliases: [/old]'],
    "import { Chart } from './chart'\n\n## Part\n\nWords and {1 + 1} <Chart />.\n\n![p](./p.svg)",
  ),
  'posts/two/chart.tsx': 'export const Chart = () => <b />;\n',
  'posts/two/p.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>',
  'posts/draft.mdx': write(['title: Draft', 'draft: true'], 'See [two](./two#part) and [one](/posts/one).'),
  'posts/later.md': write(
    ['title: Later', 'description: On later.', 'date: 2999-01-01'],
    '[Draft](./draft.mdx)',
  ),
  'pages/about.md': write(['title: About', 'description: Us.'], 'Words.'),
};

const LINES = {
  fields: [
    'draft: true',
    'draft: yes',
    'date: 2999-01-01',
    'date: 2024-02-31',
    'title: One: two',
    'title: One',
    'description: On one.',
    'slug: two',
    'aliases: [/posts/one]',
    'tags: [Testings, javascript]',
    'authors: [nobody]',
    'fetured: true',
    'cover: { src: ./gone.png, alt: x }',
    'series: "!!!"',
    'translationOf: none',
    'revisions: [{ date: 2024-02-31 }, later]',
    '---',
  ],
  body: [
    'Less <5 and {oops.',
    '![x](./gone.png)',
    '[a](/posts/none) [b](/elsewhere) [c](#nowhere) [d](/posts/two#Part) [e](/old)',
    '[a](./draft.mdx) [b](./later.md) [c](http://site.dev)',
    "import { X } from './x'",
    "import Chart from './chart'",
    '<Nothing /> <Figure src="./gone.png" alt="" />',
    '{missing.value}',
    '```nosuch {9}\nx // [!code focsu]\n```',
    '##### Deep',
    'A note[^a].\n\n[^b]: Not this.',
    '> [!WARNNG]\n> Words.',
    'export default 1',
    'A formula $\\frac{$ and <style>a</style>.',
    '```dot\ndigraph {\n```',
    '<script>x()</script>',
  ],
} as const;

/** A small content folder in which three things were changed; the same ones for the same seed. */
export function mutateContent(seed: number): Files {
  const random = createRandom(seed);
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T;
  const files: Record<string, string> = { ...BASE };
  const documents = Object.keys(BASE).filter((name) => /\.mdx?$/.test(name));
  for (let change = 0; change < 3; change++) {
    const name = pick(documents);
    const lines = (files[name] ?? '').split('\n');
    const at = Math.floor(random() * lines.length);
    const kind = pick(['field', 'body', 'body', 'remove', 'swap'] as const);
    if (kind === 'field') lines.splice(1, 0, pick(LINES.fields));
    if (kind === 'body') lines.push('', pick(LINES.body), '');
    if (kind === 'remove') lines.splice(at, 1);
    if (kind === 'swap') lines[at] = [...(lines[at] ?? '')].reverse().join('');
    files[name] = lines.join('\n');
  }
  return files;
}

function write(fields: readonly string[], body: string): string {
  return `---\n${fields.join('\n')}\n---\n\n${body}\n`;
}

/** Numbers from 0 to 1, by the method of mulberry32. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
