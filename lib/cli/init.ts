import { existsSync, mkdirSync, readdirSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { toScalar } from '../content/front-matter-block';
import { getContentFolder } from '../content/posts';
import { toSlug } from '../content/slug';
import { siteSchema } from '../site/site';
import { type Arguments, readArguments, refuse, type Usage } from './arguments';
import { listShowcase } from './showcase';
import { askAll, canAsk, EXIT, type Terminal, writeError, writeLine } from './terminal';

const USAGE: Usage = {
  example: 'npm run init -- --title "Ada writes" --url https://ada.example --author "Ada Marlowe"',
  what: 'Puts an empty blog in the place of the showcase. What you wrote or changed stays.',
  help: [
    ['--title "…"', 'the name of the blog'],
    ['--url https://…', 'its address'],
    ['--author "…"', 'the name of who writes it'],
    ['--language de', 'its language, a tag such as en or pt-BR; without it en'],
    [
      '--time-zone Europe/Berlin',
      'the time zone that decides which day it is; without it that of this computer',
    ],
  ],
  options: {
    title: { type: 'string' },
    url: { type: 'string' },
    author: { type: 'string' },
    language: { type: 'string' },
    'time-zone': { type: 'string' },
  },
  needed: [],
  atMost: 0,
};

interface Wanted {
  readonly title: string;
  readonly url: string;
  readonly author: string;
  readonly language: string;
  readonly timeZone: string;
}

/** `npm run init`: the first command of a new blog. Asks for what is missing where somebody can answer. */
export async function init(args: readonly string[], terminal: Terminal): Promise<number> {
  const read = readArguments(args, USAGE, terminal);
  if (typeof read === 'number') return read;
  const root = getContentFolder();
  const showcase = listShowcase(root);
  if (existsSync(path.join(root, 'site.ts')) && !showcase.includes('site.ts')) {
    writeError(
      terminal,
      'This blog is set up already: its settings are not those of the showcase. Nothing was changed.',
    );
    return EXIT.failed;
  }
  const wanted = await readWanted(read, terminal);
  const missing = (['title', 'url', 'author'] as const).find((name) => wanted[name] === '');
  if (missing !== undefined) return refuse(`--${missing} is missing.`, USAGE, terminal);
  const fault = findFault(wanted);
  if (fault !== undefined) {
    writeError(terminal, fault);
    return EXIT.failed;
  }
  for (const file of showcase) removeFile(root, file);
  for (const [file, text] of Object.entries(formatFiles(wanted))) writeNew(path.join(root, file), text);
  writeLine(
    terminal,
    `${path.relative(process.cwd(), root)}: ${showcase.length} files of the showcase removed, your blog begun.`,
  );
  writeLine(
    terminal,
    'Next: npm run dev, then edit posts/first-post/index.md there. npm run new makes another post.',
  );
  return EXIT.done;
}

async function readWanted(read: Arguments, terminal: Terminal): Promise<Wanted> {
  const given = (name: string) => read.text(name)?.replace(/\s+/g, ' ').trim();
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const answers = canAsk(terminal)
    ? await askAll<'title' | 'url' | 'author' | 'language' | 'time-zone'>(terminal, {
        ...(given('title') === undefined && { title: 'Name of the blog: ' }),
        ...(given('url') === undefined && { url: 'Address, such as https://ada.example: ' }),
        ...(given('author') === undefined && { author: 'Your name: ' }),
        ...(given('language') === undefined && { language: 'Language [en]: ' }),
        ...(given('time-zone') === undefined && { 'time-zone': `Time zone [${zone}]: ` }),
      })
    : {};
  const get = (name: keyof typeof answers, fallback = '') => given(name) || answers[name] || fallback;
  return {
    title: get('title'),
    url: get('url'),
    author: get('author'),
    language: get('language', 'en'),
    timeZone: get('time-zone', zone),
  };
}

function findFault({ author, ...settings }: Wanted): string | undefined {
  const result = siteSchema.safeParse(settings);
  if (!result.success) {
    const [issue] = result.error.issues;
    const name = String(issue?.path[0]);
    return `${name === 'timeZone' ? '--time-zone' : `--${name}`} is not right: "${settings[name as keyof typeof settings]}". ${REMEDIES[name] ?? ''}`;
  }
  return toSlug(author) === '' ? `No id can be made from the name "${author}".` : undefined;
}

const REMEDIES: Readonly<Record<string, string>> = {
  url: 'Write the whole address: https://ada.example.',
  language: 'Write a language tag such as en or pt-BR.',
  timeZone: 'Write an IANA time zone such as Europe/Berlin.',
};

/** Characters of the id that is made of a name. */
const MAX_ID = 60;

function formatFiles({ title, url, author, language, timeZone }: Wanted): Record<string, string> {
  // A longer one is no key of YAML.
  const id = [...toSlug(author)].slice(0, MAX_ID).join('').replace(/-$/, '');
  const settings = {
    title,
    description: `${title}: notes by ${author}.`,
    url,
    author: id,
    language,
    timeZone,
  };
  const lines = Object.entries(settings).map(([name, value]) => `  ${name}: ${toLiteral(value)},`);
  return {
    'site.ts': [
      "import type { SiteSettings } from '@/lib/site';",
      '',
      'export default {',
      ...lines,
      '} satisfies SiteSettings;',
      '',
    ].join('\n'),
    'authors.yml': `${id}:\n  name: ${toScalar(author)}\n`,
    'posts/first-post/index.md': [
      '---',
      'title: A first post',
      'description: One or two sentences on what it is about.',
      'draft: true',
      '---',
      '',
      'Write here. `npm run publish -- first-post` publishes it.',
      '',
    ].join('\n'),
  };
}

function toLiteral(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&').replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029')}'`;
}

/** A file of the author's own stays as it is. */
function writeNew(file: string, text: string): void {
  if (existsSync(file)) return;
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text, { flag: 'wx' });
}

/** With the folders that are empty without it. */
function removeFile(root: string, file: string): void {
  rmSync(path.join(root, file));
  for (let folder = path.dirname(file); folder !== '.' && folder !== 'posts'; folder = path.dirname(folder)) {
    if (readdirSync(path.join(root, folder)).length > 0) return;
    rmdirSync(path.join(root, folder));
  }
}
