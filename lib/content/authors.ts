import { z } from 'zod';
import type { ParsedPost } from './post';
import { createReporter, type Problem, placeAt } from './problems';
import { parseRegistry, type Registry } from './registry';
import { isSlug } from './slug';
import type { TextFile } from './text-file';
import type { DeclaredAuthor } from './types';

const text = z.string('must be text').trim().min(1, 'is empty');
const webAddress = z.url({ protocol: /^https?$/, error: 'must be an absolute URL' });

const authorSchema = z.strictObject({
  name: text,
  bio: text.optional(),
  portrait: text
    .refine((name) => !/(^|\/)\.\.?\/|^\/|^[a-z]+:/i.test(name), 'must be a file beside authors.yml')
    .optional(),
  url: webAddress.optional(),
  email: z.email('must be an e-mail address').optional(),
  fediverse: z
    .string('must be text')
    .regex(
      /^@[\w.-]+@[\p{L}\p{N}.-]+\.[\p{L}\p{N}-]{2,}$/u,
      'must be an account with its server: @ada@social.example',
    )
    .optional(),
  links: z
    .array(z.strictObject({ label: text, url: webAddress }), 'must be a list of label and url')
    .default([]),
});

const REMEDY =
  'Write an author as  ada:  with name, bio, portrait, url, email, fediverse and links (label and url) below it.';

/** The authors of `authors.yml` by id. Never throws. */
export function parseAuthors(file: TextFile | undefined): Registry<DeclaredAuthor> {
  return parseRegistry(file, authorSchema, REMEDY, (name, fields, report) => {
    const id = name.normalize('NFC');
    if (isSlug(id)) return { id, ...fields } as DeclaredAuthor;
    report(`The id "${id}" has characters that an address cannot hold.`, 'Use letters, numbers and hyphens.');
    return undefined;
  });
}

/** The author of an id, or of a name as readers see it. */
export function findAuthor(
  idOrName: string,
  { entries }: Registry<DeclaredAuthor>,
): DeclaredAuthor | undefined {
  const name = idOrName.toLowerCase();
  return entries.get(idOrName) ?? [...entries.values()].find((author) => author.name.toLowerCase() === name);
}

/**
 * Authors of a post that `authors.yml` does not declare: in `author`, as other engines write it, any name is permitted, and where
 * nobody is declared so it is in `authors`.
 */
export function checkAuthors(
  { values, reportAt }: ParsedPost,
  registry: Registry<DeclaredAuthor>,
): Problem[] {
  const known = [...registry.entries.keys()];
  const remedy =
    known.length > 0 ? `Known authors: ${known.join(', ')}.` : 'Declare the author in authors.yml.';
  const field = values.authors ? 'authors' : 'author';
  const isMistake = field === 'authors' && known.length > 0;
  return (values[field] ?? []).flatMap((name, index) => {
    if (findAuthor(name, registry)) return [];
    const path = field === 'authors' ? [field, index] : [field];
    const message = `There is no author "${name}" in authors.yml`;
    if (isMistake) return [reportAt(path, 'error', `${message}.`, remedy)];
    const problem = reportAt(path, 'warning', `${message}: the post names no author.`, remedy);
    return [{ ...problem, group: `author ${name}` }];
  });
}

/** The author that the settings name, where `authors.yml` does not declare one. */
export function checkSiteAuthor(
  id: string | undefined,
  registry: Registry<DeclaredAuthor>,
  settings: TextFile | undefined,
): Problem[] {
  if (id === undefined || registry.entries.has(id)) return [];
  const source = settings?.source ?? '';
  const offset = Math.max(source.search(/\bauthor\s*:/), 0);
  const report = createReporter(settings?.file ?? 'site.ts', source);
  const remedy = 'Declare the author in authors.yml, or remove the setting.';
  return [report(placeAt(source, offset), 'error', `There is no author "${id}" in authors.yml.`, remedy)];
}
