import { readFileSync, writeFileSync } from 'node:fs';

const SOURCE = 'lib/site/site.ts';

/** The document with the table of settings, between two comments. */
export const SETTINGS_DOCUMENT = 'docs/settings.md';

const [BEGIN, END] = ['<!-- settings -->', '<!-- /settings -->'];

/** `npx tsx scripts/settings-table.ts`: writes the table of settings into the manual, from their type and its comments. */
export function fillSettings(document: string): string {
  const [before = '', rest = ''] = document.split(BEGIN);
  const after = rest.split(END)[1] ?? '';
  return `${before}${BEGIN}\n\n${formatTable(readSettings(readFileSync(SOURCE, 'utf8')))}\n\n${END}${after}`;
}

interface Setting {
  readonly name: string;
  /** As TypeScript writes it, on one line. */
  readonly type: string;
  readonly description: string;
  readonly absent: string;
}

/** The members of `SiteSettings`, as the formatter lays them out; each has a comment that says what its absence means. */
export function readSettings(source: string): Setting[] {
  const [, members = ''] = /^export interface SiteSettings \{\n(.*?)^\}/ms.exec(source) ?? [];
  return [...members.matchAll(MEMBER)].map(([, comment = '', name = '', type = '']) => {
    const words = toLine(comment.replace(/^\s*\*/gm, ''));
    const [sentence, absent] = /\s*Absent: (.+?)\.(?=\s|$)/.exec(words) ?? [];
    if (sentence === undefined || absent === undefined)
      throw new Error(`${SOURCE}: the comment on ${name} does not say what its absence means.`);
    return { name, type: toLine(type), description: words.replace(sentence, '').trim(), absent };
  });
}

const MEMBER = /^ {2}\/\*\*(.*?)\*\/\n {2}(\w+)\?: (.*?);\n(?= {2}\/\*\*|$(?![\s\S]))/gms;

/** Without comments inside it. */
function toLine(text: string): string {
  return text
    .replace(/\/\*\*.*?\*\//gs, '')
    .replace(/\s+/g, ' ')
    .replaceAll('; }', ' }')
    .trim();
}

function formatTable(settings: readonly Setting[]): string {
  const rows = settings.map(({ name, type, description, absent }) =>
    [`\`${name}\``, formatType(type), description, absent].map((cell) => cell.replaceAll('|', '\\|')),
  );
  return [
    ['Setting', 'What it takes', 'What it does', 'When it is left out'],
    ['---', '---', '---', '---'],
    ...rows,
  ]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
}

const WORDS: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  boolean: '`true` or `false`',
};

function formatType(type: string): string {
  return WORDS[type] ?? `\`${type}\``;
}

if (process.argv[1]?.endsWith('settings-table.ts'))
  writeFileSync(SETTINGS_DOCUMENT, fillSettings(readFileSync(SETTINGS_DOCUMENT, 'utf8')));
