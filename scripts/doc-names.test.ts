import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'playwright/test';
import { POST_FIELDS } from '../lib/content/fields';
import { listUnknownNames, type Project } from './doc-names';
import { STAGES } from './stages';

const ROOT = path.join(import.meta.dirname, '..');
const MANUAL = readdirSync(path.join(ROOT, 'docs')).filter((name) => name.endsWith('.md'));
const DOCUMENTS = ['README.md', 'CONTRIBUTING.md', ...MANUAL.map((name) => `docs/${name}`)];
/** What somebody may have written, what a build writes, and a value of a setting. */
const EXAMPLES =
  /: (public\/[\da-f]{16}\.txt$|posts\/|tags\/|2026-|chart\.tsx$|out(-servers)?\/|feed\.json$|UTC$)/;
/** Folders of the repository; what an author may add to `content` the fixtures have. */
const AREAS = [
  '.ci',
  '.github',
  'app',
  'components',
  'content',
  'docs',
  'e2e',
  'examples',
  'lib',
  'public',
  'scripts',
];

const VARIABLES = [
  'CACHE_DIR',
  'CHROMIUM_PATH',
  'CONTENT_DIR',
  'DEV_HOSTS',
  'DIST_DIR',
  'SHARE_SECRET',
  'TODAY',
  'WATCH_POLL',
];

const project = readProject();
const baseNames = new Set([...project.files].map((file) => path.basename(file)));

for (const document of DOCUMENTS) {
  test(`${document} names nothing that the project does not have`, () => {
    const unknown = listUnknownNames(read(document), project, path.dirname(document));
    // The manual names files of a blog wherever they are.
    const isNamed = (name: string) =>
      document.startsWith('docs/') && baseNames.has(name.replace(/^\d+: /, ''));
    expect(unknown.filter((name) => !EXAMPLES.test(name) && !isNamed(name))).toEqual([]);
  });
}

test('README.md can be read in a few minutes', () => {
  expect(read('README.md').trimEnd().split('\n').length).toBeLessThanOrEqual(90);
});

test('the manual lists each of its chapters', () => {
  const [index, ...chapters] = MANUAL.sort();
  expect(index).toBe('README.md');
  expect(chapters.filter((name) => !read('docs/README.md').includes(`](${name})`))).toEqual([]);
});

test('the manual describes each field of a post, and none that there is not', () => {
  const rows = read('docs/writing.md').matchAll(/^\| `(\w+)` \|/gm);
  expect([...rows].map(([, name]) => name).sort()).toEqual([...POST_FIELDS].sort());
});

test('each variable of the environment that a person may set is documented', () => {
  const documents = DOCUMENTS.map(read).join('\n');
  expect(
    VARIABLES.filter((name) => !project.variables.has(name) || !documents.includes(`\`${name}`)),
  ).toEqual([]);
});

test('each npm script is documented', () => {
  const documents = DOCUMENTS.map(read).join('\n');
  const missing = [...project.scripts].filter((name) => !new RegExp(`npm (run )?${name}\\b`).test(documents));
  expect(missing).toEqual([]);
});

const PLANTED: readonly (readonly [line: string, unknown: readonly string[]])[] = [
  ['See `lib/urls.ts`, `dates.ts`, `lib/content/*.ts` and `lib/<area>/fonts.ts`.', []],
  ['See `lib/faces` and `lib/url.ts`.', ['1: lib/faces', '1: lib/url.ts']],
  ['`lib/content/state.ts`, `types.ts`, `nowhere.ts`', ['1: nowhere.ts']],
  [
    '[a post](content/posts/none.md), [elsewhere](https://nowhere.example/a.ts)',
    ['1: content/posts/none.md'],
  ],
  ['The address `/posts/my-post`, the endings `.md` and `.mdx`, `draft: true`, `a/b c`.', []],
  ['`npm run check` has `--fix`, `npm run chekc` and `--fixx`.', ['1: --fixx', '1: npm run chekc']],
  ['`npm run new -- "A title" --tags a --mdxx`', ['1: npm run new -- "A title" --tags a --mdxx']],
  ['`npm test -- unit`, `npm test -- units`', ['1: npm test -- units']],
  ['`TODAY=2026-01-01`, `TOMORROW`', ['1: TOMORROW']],
  ['```sh\nnpm ci && npm run biuld # npm run none\n```', ['2: npm run biuld']],
  ['```\nlib/dev   posts.ts, desk.ts\n```', ['2: posts.ts']],
  ['```mdx\n`lib/none.ts`\n```\n`lib/none.ts`', ['4: lib/none.ts']],
  ['````md\n```ts\n`lib/none.ts`\n```\n````\n`lib/none.ts`', ['6: lib/none.ts']],
];
for (const [markdown, unknown] of PLANTED) {
  test(`finds ${unknown.join(' and ') || 'nothing'} in: ${markdown.replaceAll('\n', '⏎')}`, () => {
    expect(listUnknownNames(markdown, project)).toEqual(unknown);
  });
}

function readProject(): Project {
  const files = [...listFiles(''), ...AREAS.flatMap((area) => listFiles(area))];
  const sources = files
    .filter((file) => /^(app|components|lib|scripts)\/.*(?<!\.test)\.tsx?$|^[^/]*\.ts$/.test(file))
    .map(read)
    .join('\n');
  const matchAll = (pattern: RegExp) => [...sources.matchAll(pattern)].map(([, name = '']) => name);
  const destructured = matchAll(/const \{([^}]*)\} = process\.env/g).flatMap(
    (names) => names.match(/\b[A-Z][A-Z_]+\b/g) ?? [],
  );
  const workflows = files.filter((file) => file.startsWith('.github/')).map(read);
  const ofWorkflows = [...workflows.join('\n').matchAll(/\b(?:secrets|vars)\.([A-Z_]+)/g)].map(
    ([, name = '']) => name,
  );
  const ofAuthors = files.map((file) => file.replace(/^e2e\/(content|own)\//, 'content/'));
  return {
    // What the server makes beside the repository, by the paths in its source.
    files: new Set([...files, ...ofAuthors, ...matchAll(/'(\.data\/[\w./-]+)'/g)]),
    scripts: new Set(Object.keys(JSON.parse(read('package.json')).scripts)),
    stages: new Set(STAGES.map(({ name }) => name)),
    options: new Set([
      ...matchAll(/\b'?([a-z-]+)'?: \{ type: '(?:boolean|string)'/g),
      ...matchAll(/'--([a-z-]+)'/g),
      // Custom properties.
      ...[...read('components/styles/theme.css').matchAll(/--([a-z][\w-]*):/g)].map(([, name = '']) => name),
    ]),
    variables: new Set([...matchAll(/\benv\.([A-Z][A-Z_]+)/g), ...destructured, ...ofWorkflows]),
  };
}

function listFiles(folder: string): string[] {
  return readdirSync(path.join(ROOT, folder), { recursive: folder !== '', encoding: 'utf8' })
    .map((name) => path.join(folder, name).split(path.sep).join('/'))
    .filter((file) => statSync(path.join(ROOT, file)).isFile());
}

function read(file: string): string {
  return readFileSync(path.join(ROOT, file), 'utf8');
}
