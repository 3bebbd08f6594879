import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { FIELD_REMEDIES, PAGE_FIELDS, POST_FIELDS } from '../lib/content/fields';
import { SAME_FIELDS } from '../lib/content/read-synonyms';

/** The tables of `docs/messages.md` by their names: what a file of the documentation has between two comments. */
export const TABLES: Readonly<Record<string, () => string>> = {
  fields: toFieldTable,
  synonyms: toSynonymTable,
  errors: () => toMessageTable('error'),
  warnings: () => toMessageTable('warning'),
};

/** A text with its tables made anew: what stands between `<!-- name -->` and `<!-- end -->`. */
export function writeTables(text: string): string {
  return Object.entries(TABLES).reduce((written, [name, make]) => {
    const place = new RegExp(`(<!-- ${name} -->\n)[\\s\\S]*?(\n<!-- end -->)`);
    if (!place.test(written)) throw new Error(`There is no place for the table "${name}".`);
    return written.replace(place, (_, open: string, close: string) => `${open}\n${make()}\n${close}`);
  }, text);
}

function toFieldTable(): string {
  const rows = POST_FIELDS.map((field) => [
    `\`${field}\``,
    PAGE_FIELDS.includes(field) ? 'posts, pages' : 'posts',
    FIELD_REMEDIES[field] ?? '',
  ]);
  return toTable(['Field', 'Of', 'How to write it'], rows);
}

function toSynonymTable(): string {
  const names = new Map<string, string[]>();
  for (const [name, field] of Object.entries(SAME_FIELDS))
    names.set(field, [...(names.get(field) ?? []), `\`${name}\``]);
  const rows = [...names].map(([field, all]) => [`\`${field}\``, all.join(', ')]);
  return toTable(['Field', 'Read as it, in any case and with separators'], rows);
}

const FIXTURES = 'lib/checks/fixtures';

/** Every kind of message that the fixtures of checks have, with its remedy. What differs from case to case is `…`. */
function toMessageTable(severity: string): string {
  const messages = new Map<string, string>();
  for (const name of readdirSync(FIXTURES)) {
    const expected = readFileSync(path.join(FIXTURES, name, 'expected.txt'), 'utf8');
    for (const problem of expected.split(/\n\n(?=\S.*?:\d+:\d+ (?:error|warning): )/)) {
      const [first = '', ...rest] = problem.trimEnd().split('\n');
      const [, found, message = ''] = /^\S.*?:\d+:\d+ (error|warning): (.*)$/.exec(first) ?? [];
      const kind = toKind(message);
      if (found === severity && !messages.has(kind)) messages.set(kind, rest.at(-1)?.trim() ?? '');
    }
  }
  const rows = [...messages].sort(([a], [b]) => (a < b ? -1 : 1));
  return toTable(
    ['Message', 'For example, do this'],
    rows.map(([kind, remedy]) => [kind, toShort(remedy)]),
  );
}

/** A message without the names and numbers of its case. */
function toKind(message: string): string {
  return (
    message
      // What a message begins with may have quotes of its own.
      .replace(/^".*"(?= is (?:an? |the |emphasis ))/, '"…"')
      .replace(/"[^"]*"|“[^”]*”/g, '"…"')
      .replace(/ Did you mean .*$/, '')
      .replace(/<\/?[A-Za-z][^>]*>/g, '<…>')
      .replace(/\[\^?!?[^\]]+\]/g, '[…]')
      .replace(/https?:\S+/g, '…')
      .replace(/(?<=^| |\()[\w./-]*\/[\w./-]+\b/g, '…')
      .replace(/\d[\d,.:–-]*(?=[\s)]|\.?$)/g, '…')
  );
}

function toShort(remedy: string): string {
  return remedy.replace(/(Known fields: )[\w, ]+/, '$1…');
}

function toTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const toRow = (cells: readonly string[]) => `| ${cells.map(escapeCell).join(' | ')} |`;
  return [toRow(head), `| ${head.map(() => '---').join(' | ')} |`, ...rows.map(toRow)].join('\n');
}

/** Characters that Markdown would read, but for code. */
function escapeCell(cell: string): string {
  return /^`/.test(cell) ? cell : cell.replace(/[\\|<>*_`[\]{}$~]|(?<=\])\(/g, '\\$&');
}
