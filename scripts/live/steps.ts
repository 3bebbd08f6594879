import { writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import {
  awayPath,
  locate,
  move,
  PICTURE,
  PLACES,
  remove,
  save,
  type WalkedBlog,
  writePlace,
} from './walked-blog';

/** One change of a content folder, as data: which kind, on which of the files it fits, in which of its ways. */
export interface Step {
  readonly kind: keyof typeof KINDS;
  readonly which: number;
  readonly how: number;
}

/** A walk: the page that is open, and what happens to the content meanwhile. */
export interface Sequence {
  readonly open: string;
  readonly steps: readonly Step[];
}

const OPEN = [
  '/',
  '/posts',
  '/tags/walk',
  '/desk',
  '/authors/ada',
  '/walk-page',
  '/posts/walk-plain',
  '/posts/walk-folder',
  '/posts/walk-parts',
  '/posts/walk-count',
  '/posts/walk-b',
  '/posts/walk-shared',
  '/posts/walk-draft',
  '/posts/walk-plain-moved',
  '/posts/walk-parts-moved',
  '/no-such-page',
];

/** The same sequences for the same seed. Most steps are taken on what the open page shows. */
export function listSequences(seed: number, count: number, length: number): Sequence[] {
  const step = fc.record({
    kind: fc.constantFrom(...(Object.keys(KINDS) as (keyof typeof KINDS)[])),
    which: fc.nat(1000),
    how: fc.nat(1000),
  });
  const sequence = fc.record({
    open: fc.constantFrom(...OPEN),
    steps: fc.array(step, { minLength: length, maxLength: length, size: 'max' }),
  });
  return fc.sample(sequence, { seed, numRuns: count });
}

/** Sequences whose steps go through all kinds again and again, in an order that the seed decides. */
export function listSequencesOfAllKinds(seed: number, count: number, length: number): Sequence[] {
  const kinds = Object.keys(KINDS) as (keyof typeof KINDS)[];
  const [order = []] = fc.sample(fc.shuffledSubarray(kinds, { minLength: kinds.length }), {
    seed,
    numRuns: 1,
  });
  return listSequences(seed, count, length).map(({ open, steps }, place) => ({
    open,
    steps: steps.map((step, at) => ({
      ...step,
      kind: order[(place * length + at) % order.length] ?? step.kind,
    })),
  }));
}

/** Changes the content; what was done, or undefined where the step does not fit what is there now. */
export function takeStep(blog: WalkedBlog, open: string, { kind, which, how }: Step): string | undefined {
  blog.count += 1;
  const done = KINDS[kind](blog, { open, which, how });
  return done && `${kind}: ${done}`;
}

interface Choice {
  readonly open: string;
  readonly which: number;
  readonly how: number;
}

const pick = <T>(list: readonly T[], number: number): T => list[number % list.length] as T;

/** Two of three choices fall on what the open page is made of, where it is of one file. */
function choose(files: readonly string[], { open, which }: Choice): string {
  const name = /(walk-[a-z]+)/.exec(open)?.[1];
  const own = name === undefined ? [] : files.filter((file) => file.includes(name));
  return own.length > 0 && which % 3 > 0 ? pick(own, which) : pick(files, which);
}

const TEXTS = [
  'posts/walk-plain.md',
  'posts/walk-folder/index.md',
  'posts/walk-parts/index.mdx',
  'posts/walk-count/index.mdx',
  'posts/walk-year/walk-a.md',
  'posts/walk-year/walk-b/index.mdx',
  'posts/walk-draft.md',
  'posts/walk-shared.mdx',
  'pages/walk-page.md',
  'parts/after-post.mdx',
];
const PROGRAMS = TEXTS.filter((file) => file.endsWith('.mdx'));
const MATTER = TEXTS.filter((file) => !file.startsWith('parts/'));
const COMPONENTS = ['posts/walk-parts/chart.tsx', 'posts/walk-count/counter.tsx', 'components/walk-sign.tsx'];

/** Saves a changed text and says so; undefined where its file is not there. */
function rewrite(blog: WalkedBlog, file: string, change: (text: string) => string): string | undefined {
  const text = change(blog.texts.get(file) ?? '');
  return save(blog, file, text)
    ? `${locate(blog, file)} is now ${JSON.stringify(text.slice(-160))}`
    : undefined;
}

const BROKEN_TEXT = ['<Chart', 'A {brace', '</div>', '<b>never closed', '{undefined.name}', '<NoSuchPart />'];
const BROKEN_MARKDOWN = [
  '![Gone](./gone.png)',
  '[Nowhere](./nowhere.md)',
  '<script>alert(1)</script>',
  '<!-- open',
];

const BROKEN_MATTER: readonly ((text: string) => string)[] = [
  (text) => text.replace('date: 2024-03-04', 'date: 2024-02-31'),
  (text) => text.replace(/title: .*/, 'title: "never closed'),
  (text) => text.replace('tags:', 'tgas:'),
  (text) => text.replace('[ada]', '[nobody]'),
  (text) => text.replace(/\n---\n/, '\n'),
  (text) => text.replace(/title: .*\n/, ''),
  (text) => text.replace('tags: [Walk]', 'tags: [Walk'),
];

const BROKEN_SITE: readonly ((text: string) => string)[] = [
  (text) => text.replace("'en',", "'en'"),
  (text) => text.replace("language: 'en'", 'langauge: 5'),
  (text) => text.replace("author: 'ada'", "author: 'nobody'"),
  () => 'export default {',
  () => '',
  (text) => `${text}\nthrow new Error('from the settings');\n`,
];

const BROKEN_LISTS: readonly ((text: string) => string)[] = [
  (text) => `${text}\nWalk: [\n`,
  () => '- a list\n',
  () => ': :\n\t- x\n',
  (text) => text.replace(/^ada:$/m, 'adam:').replace(/^Proofs:$/m, 'Walk:'),
];

const BROKEN_COMPONENTS: readonly ((text: string) => string)[] = [
  (text) => text.replace('return', 'retrun <'),
  (text) => text.replace('export function', 'function'),
  (text) => `import { x } from './not-there';\n${text}`,
  (text) => text.replace('return', "throw new Error('The component is broken.');\n  return"),
  () => '',
];

const KINDS = {
  'edit a text': (blog: WalkedBlog, choice: Choice) =>
    rewrite(blog, choose(TEXTS, choice), (text) => `${text}\nAdded as number ${blog.count}.\n`),
  'edit in its middle': (blog: WalkedBlog, choice: Choice) =>
    rewrite(blog, choose(TEXTS, choice), (text) => text.replace(/ stands /, ` ${blog.count} stands `)),
  'break a program': (blog: WalkedBlog, choice: Choice) =>
    rewrite(blog, choose(PROGRAMS, choice), (text) => `${text}\n${pick(BROKEN_TEXT, choice.how)}\n`),
  'break a text': (blog: WalkedBlog, choice: Choice) =>
    rewrite(blog, choose(TEXTS, choice), (text) => `${text}\n${pick(BROKEN_MARKDOWN, choice.how)}\n`),
  'import what is missing': (blog: WalkedBlog, choice: Choice) =>
    rewrite(
      blog,
      choose(PROGRAMS, choice),
      (text) => `${text}\nimport { Gone } from './gone';\n\n<Gone />\n`,
    ),
  'import a wrong name': (blog: WalkedBlog, choice: Choice) =>
    rewrite(blog, choose(PROGRAMS.slice(0, 2), choice), (text) =>
      text.replace('{ C', '{ Wrong, C').replace(/(<C\w+)/, '<Wrong />\n\n$1'),
    ),
  'break front matter': (blog: WalkedBlog, choice: Choice) =>
    rewrite(blog, choose(MATTER, choice), pick(BROKEN_MATTER, choice.how)),
  'type half of it': (blog: WalkedBlog, choice: Choice) =>
    rewrite(blog, choose(TEXTS, choice), (text) => text.slice(0, choice.how % text.length)),
  'empty a file': (blog: WalkedBlog, choice: Choice) => rewrite(blog, choose(TEXTS, choice), () => ''),
  'make it a draft': (blog: WalkedBlog, choice: Choice) =>
    rewrite(blog, choose(MATTER, choice), (text) => text.replace('date:', 'draft: true\ndate:')),
  'date it ahead': (blog: WalkedBlog, choice: Choice) =>
    rewrite(blog, choose(MATTER, choice), (text) => text.replace('2024-03-04', '2990-03-04')),
  'change its title': (blog: WalkedBlog, choice: Choice) =>
    rewrite(blog, choose(MATTER, choice), (text) => text.replace(/title: (.*)/, `title: $1 ${blog.count}`)),
  'break the settings': (blog: WalkedBlog, { how }: Choice) =>
    rewrite(blog, 'site.ts', pick(BROKEN_SITE, how)),
  'change the settings': (blog: WalkedBlog) =>
    rewrite(blog, 'site.ts', (text) => text.replace("title: '", `title: '${blog.count} `)),
  'break tags or authors': (blog: WalkedBlog, { which, how }: Choice) =>
    rewrite(blog, pick(['tags.yml', 'authors.yml'], which), pick(BROKEN_LISTS, how)),
  'change the style': (blog: WalkedBlog, { how }: Choice) =>
    rewrite(blog, 'style.css', () =>
      pick([`.walk { top: ${blog.count}px }`, '.walk { top:', '@import "x";'], how),
    ),
  'change a component': (blog: WalkedBlog, choice: Choice) =>
    rewrite(blog, choose(COMPONENTS, choice), (text) =>
      text.replace(/(A chart|Counted|A sign)/, `$1 ${blog.count}`),
    ),
  'break a component': (blog: WalkedBlog, choice: Choice) =>
    rewrite(blog, choose(COMPONENTS, choice), pick(BROKEN_COMPONENTS, choice.how)),
  'change a picture': (blog: WalkedBlog, { how }: Choice) => {
    const at = locate(blog, PICTURE);
    if (at === undefined) return undefined;
    const file = path.join(blog.root, at);
    if (how % 3 === 0) remove(blog, at);
    else writeFileSync(file, how % 3 === 1 ? 'no picture' : pick(blog.pictures, blog.count));
    return `${at}, ${pick(['gone', 'text', 'another'], how)}`;
  },
  'add a post': (blog: WalkedBlog, { how }: Choice) => {
    const text = blog.texts.get('posts/walk-year/walk-a.md') ?? '';
    const at = locate(blog, `posts/walk-year/walk-new-${how % 3}.md`);
    if (at === undefined) return undefined;
    writeFileSync(path.join(blog.root, at), text.replace('First', `Number ${blog.count}`));
    return at;
  },
  'move away': (blog: WalkedBlog, choice: Choice) => {
    const place = choose(PLACES, choice);
    if (locate(blog, place) === undefined) return undefined;
    move(blog, place, awayPath(blog, place));
    return place;
  },
  'bring back': (blog: WalkedBlog) => {
    const away = PLACES.filter((place) => blog.places.get(place) !== place);
    for (const place of away) putBack(blog, place);
    return away.join(', ') || undefined;
  },
  rename: (blog: WalkedBlog, choice: Choice) => {
    const place = choose(
      PLACES.filter((name) => name.startsWith('posts/')),
      choice,
    );
    if (locate(blog, place) !== place) return undefined;
    const to = place.replace(/(\.mdx?)?$/, '-moved$1');
    move(blog, place, to);
    return to;
  },
  delete: (blog: WalkedBlog, choice: Choice) => {
    const place = choose(PLACES, choice);
    const at = locate(blog, place);
    if (at === undefined) return undefined;
    remove(blog, at);
    blog.places.set(place, undefined);
    return at;
  },
  'fix one': (blog: WalkedBlog, choice: Choice) =>
    rewrite(blog, choose([...blog.texts.keys()], choice), (text) => text),
  'fix all': (blog: WalkedBlog) => {
    for (const [file, text] of blog.texts) save(blog, file, text);
    return 'all texts';
  },
  'fix all of them': (blog: WalkedBlog) => {
    for (const place of PLACES) putBack(blog, place);
    for (const [file, text] of blog.texts) save(blog, file, text);
    return 'all texts, at their places';
  },
} satisfies Record<string, (blog: WalkedBlog, choice: Choice) => string | undefined>;

function putBack(blog: WalkedBlog, place: string): void {
  const at = blog.places.get(place);
  if (at === place) return;
  if (at !== undefined) move(blog, place, place);
  else {
    blog.places.set(place, place);
    writePlace(blog, place);
  }
}
