import { appendFileSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';

/** A change of a blog, by its name; it may be undone by what it returns, once the builds have seen it. */
export interface Edit {
  readonly name: string;
  /** The day of the builds from here on. */
  readonly today?: string;
  apply(folder: string): Promise<void> | void;
  undo?(folder: string): void;
}

const FIRST_DAY = Date.UTC(2022, 0, 1);
const TAGS = ['Rust', 'Databases', 'Networks', 'Typography', 'Testing', 'Build tools', 'Maths'];

/** Writes a blog with posts of every kind, a tenth of them with code, a component, a picture, notes or a link to another. */
export async function writeBlog(folder: string, posts: number): Promise<void> {
  for (const name of ['posts', 'pages', 'components'])
    mkdirSync(path.join(folder, name), { recursive: true });
  const write = (name: string, text: string) => writeFileSync(path.join(folder, name), text);
  write('site.ts', formatSettings());
  write('tags.yml', 'Rust:\n  description: On Rust.\nNetworks:\n  description: On what connects.\n');
  write('authors.yml', 'ada:\n  name: Ada\nbob:\n  name: Bob\n');
  write('style.css', ':root { --measure: 64ch; }\n');
  write('components/badge.tsx', formatComponent('One'));
  write('pages/about.md', '---\ntitle: About\ndescription: Us.\n---\n\nWe write.\n');
  for (let number = 0; number < posts; number += 1) write(toFile(number), formatPost(number));
  await writePicture(folder, '#336699');
}

function formatSettings(more = '', description = 'On all.'): string {
  return `export default {\n  title: 'Blog',\n  url: 'https://blog.example',\n  description: '${description}',\n  timeZone: 'UTC',\n${more}};\n`;
}

function formatComponent(word: string): string {
  return `export default function Badge() {\n  return <b>${word}</b>;\n}\n`;
}

const toFile = (number: number) => `posts/post-${number}.${number % 10 === 3 ? 'mdx' : 'md'}`;

function formatPost(number: number, { title = `On number ${number}`, more = '' } = {}): string {
  const date = new Date(FIRST_DAY + number * 4 * 86_400_000).toISOString().slice(0, 10);
  const tags = [TAGS[number % 7], TAGS[(number * 3 + 1) % 7]].filter(
    (tag, at, all) => all.indexOf(tag) === at,
  );
  const fields = [
    ...[`title: ${title}`, `description: What is to be said of ${number}.`, `date: ${date}`],
    ...[`tags: [${tags.join(', ')}]`, `author: ${number % 5 === 0 ? 'bob' : 'ada'}`],
    ...(number % 50 === 1 ? ['series: On numbers'] : []),
    ...(more === '' ? [] : [more]),
  ];
  return `---\n${fields.join('\n')}\n---\n\n${formatBody(number)}\n`;
}

function formatBody(number: number): string {
  const special = [
    `\`\`\`ts\nconst answer: number = ${number};\n\`\`\``,
    `A link to [another](./post-${Math.max(0, number - 1)}.${(number - 1) % 10 === 3 ? 'mdx' : 'md'}).`,
    `![A picture](./picture.png)`,
    `<Badge /> and {1 + ${number}}.`,
    `A note.[^1]\n\n[^1]: Of ${number}.`,
    `| One | Two |\n| --- | --- |\n| ${number} | $x^${number}$ |`,
  ][number % 10];
  const words = Array.from({ length: 120 }, (_, at) => `word${(number * 31 + at * 17) % 997}`).join(' ');
  return `The "text" of ${number}.\n\n## First\n\n${words}.\n\n${special ?? 'Nothing else.'}\n\n## Second\n\n${words}.`;
}

async function writePicture(folder: string, background: string): Promise<void> {
  const create = { width: 900, height: 600, channels: 3 as const, background };
  await sharp({ create })
    .png()
    .toFile(path.join(folder, 'posts', 'picture.png'));
}

const replaceIn = (name: string, from: string, to: string) => (folder: string) => {
  const file = path.join(folder, name);
  const text = readFileSync(file, 'utf8');
  if (!text.includes(from)) throw new Error(`${name} holds no "${from}".`);
  writeFileSync(file, text.replace(from, to));
};

const write = (name: string, text: string) => (folder: string) =>
  writeFileSync(path.join(folder, name), text);

/** A file of the engine, and an edit that changes what pages show. */
const ENGINE_FILE = 'components/page-head.tsx';

/** One edit of each kind that a build has to notice. */
export function listEdits(): readonly Edit[] {
  const engine = readFileSync(ENGINE_FILE, 'utf8');
  return [
    { name: 'an edited body', apply: replaceIn(toFile(50), 'The "text"', 'Another "text"') },
    { name: 'a title', apply: replaceIn(toFile(51), 'On number 51', 'A new title') },
    { name: 'a date', apply: replaceIn(toFile(52), 'date: 2022-07', 'date: 2022-06') },
    { name: 'a tag', apply: replaceIn(toFile(54), 'tags: [', 'tags: [Zig, ') },
    { name: 'the description of a tag', apply: replaceIn('tags.yml', 'On Rust', 'On the language') },
    { name: 'the name of an author', apply: replaceIn('authors.yml', 'name: Bob', 'name: Robert') },
    { name: 'a component', apply: write('components/badge.tsx', formatComponent('Two')) },
    { name: 'a style', apply: write('style.css', ':root { --measure: 60ch; }\n') },
    {
      name: 'a colour of the theme',
      apply: write('style.css', ':root { --measure: 60ch; --accent: #0b5c8a; }\n'),
    },
    {
      name: 'a setting',
      apply: write('site.ts', formatSettings('', 'On more.')),
    },
    { name: 'an option of texts', apply: write('site.ts', formatSettings('  smartPunctuation: false,\n')) },
    { name: 'a string', apply: write('strings.yml', 'subjects: Topics\n') },
    { name: 'an image', apply: (folder) => writePicture(folder, '#993333') },
    { name: 'a new post', apply: write('posts/new.md', formatPost(400, { title: 'New' })) },
    { name: 'a post that is gone', apply: (folder) => rmSync(path.join(folder, toFile(42))) },
    {
      name: 'a post under another name',
      apply: (folder) => renameSync(path.join(folder, toFile(45)), path.join(folder, 'posts/renamed.md')),
    },
    {
      name: 'a scheduled post',
      apply: write(
        'posts/later.md',
        formatPost(1, { title: 'Later' }).replace(/^date: .*$/m, 'date: 2026-02-02'),
      ),
    },
    { name: 'the day on which it is due', today: '2026-02-03', apply: () => undefined },
    { name: 'an alias', apply: replaceIn(toFile(47), 'author:', 'aliases: [/an/old/address]\nauthor:') },
    {
      name: 'a draft',
      apply: write('posts/draft.md', formatPost(2, { title: 'Draft', more: 'draft: true' })),
    },
    {
      name: 'a file of the engine',
      apply: () => appendFileSync(ENGINE_FILE, '\nPageHead.displayName = "Head";\n'),
      undo: () => writeFileSync(ENGINE_FILE, engine),
    },
  ];
}
