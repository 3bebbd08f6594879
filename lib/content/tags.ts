import { z } from 'zod';
import { createProcessCache } from '../cache/process-cache';
import { tagPath } from '../urls';
import type { ParsedPost } from './post';
import type { Problem } from './problems';
import { parseRegistry, type Registry } from './registry';
import { isSlug, toSlug } from './slug';
import type { TextFile } from './text-file';

export interface DeclaredTag {
  readonly label: string;
  readonly slug: string;
  readonly description?: string;
  readonly aliases: readonly string[];
  /** Names of related tags. */
  readonly see: readonly string[];
}

/** A tag before its posts are counted. */
export interface ResolvedTag {
  readonly label: string;
  readonly slug: string;
  readonly description?: string;
  /** Slugs of related tags. */
  readonly see?: readonly string[];
}

const text = z.string('must be text').trim().min(1, 'is empty');

const tagSchema = z.strictObject({
  slug: text
    .transform((value) => value.normalize('NFC'))
    .refine(isSlug, 'has characters that an address cannot hold')
    .optional(),
  description: text.optional(),
  aliases: z.array(text, 'must be a list').default([]),
  see: z.array(text, 'must be a list').default([]),
});

const REMEDY =
  'Write a tag as  JavaScript:  with slug, description, aliases ([JS]) and see ([Web]) below it; all may be left out.';

/** The tags of `tags.yml` by label. Never throws. */
export function parseTags(file: TextFile | undefined): Registry<DeclaredTag> {
  return parseRegistry(file, tagSchema, REMEDY, (label, fields, report) => {
    const slug = fields.slug ?? toSlug(label);
    if (slug !== '') return { ...fields, label, slug } as DeclaredTag;
    report(
      `No address can be made from the tag "${label}".`,
      'Give it a slug of letters, numbers and hyphens.',
    );
    return undefined;
  });
}

/** Two spellings that differ in case or white space only are one tag. */
export function tagKey(name: string): string {
  return keys.getOrCreate(name, () => name.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase());
}

/** A few names are used thousands of times. */
const keys = createProcessCache<string, string>('keys of tags', { max: 10_000 });

export interface ResolvedTags {
  /** The tag a post means by a name. */
  resolve(name: string): ResolvedTag | undefined;
  /** Addresses of aliases that no tag has, with the slug of the tag they mean. */
  readonly redirects: readonly { readonly from: string; readonly to: string }[];
  /** The slugs of all tags. */
  readonly slugs: readonly string[];
  readonly problems: readonly Problem[];
  /** All that `resolve` goes by, as plain data. */
  readonly facts: unknown;
}

interface Owner {
  readonly tag: ResolvedTag;
  readonly where: string;
  readonly report: (message: string, remedy: string) => Problem;
}

/**
 * Decides label and slug of every tag that is declared or used. Aliases, case variants and spellings with one slug become one
 * tag; two declared tags with one slug are an error. The label of an undeclared tag is its most frequent spelling.
 */
export function resolveTags(registry: Registry<DeclaredTag>, posts: readonly ParsedPost[]): ResolvedTags {
  const problems: Problem[] = [];
  const byKey = new Map<string, ResolvedTag>();
  const bySlug = new Map<string, Owner>();
  const claim = (key: string, owner: Owner) => {
    const address = owner.tag.slug.toLowerCase();
    const other = bySlug.get(address);
    if (other && other.tag !== owner.tag) problems.push(reportCollision(owner, other));
    else bySlug.set(address, owner);
    byKey.set(key, owner.tag);
  };
  for (const declared of registry.entries.values()) claimDeclared(declared, registry, byKey, claim, problems);
  for (const { key, owner } of findUses(posts, byKey)) {
    const other = bySlug.get(owner.tag.slug.toLowerCase());
    if (!other) claim(key, owner);
    else {
      byKey.set(key, other.tag);
      problems.push(reportSpelling(owner, other));
    }
  }
  problems.push(...findNameless(posts, byKey));
  const related = relate(registry, byKey, problems);
  return {
    resolve: (name) => {
      const tag = byKey.get(tagKey(name));
      const see = tag && related.get(tag.slug);
      return tag && see ? { ...tag, see } : tag;
    },
    slugs: [...bySlug.values()].map(({ tag }) => tag.slug),
    redirects: toRedirects(registry, bySlug),
    problems,
    facts: [[...byKey], [...related]],
  };
}

function claimDeclared(
  declared: DeclaredTag,
  registry: Registry<DeclaredTag>,
  byKey: ReadonlyMap<string, ResolvedTag>,
  claim: (key: string, owner: Owner) => void,
  problems: Problem[],
): void {
  const { aliases, see: _see, ...tag } = declared;
  const report = (message: string, remedy: string) => registry.reportAt(declared.label, message, remedy);
  for (const name of [declared.label, ...aliases]) {
    const taken = byKey.get(tagKey(name));
    if (taken) {
      problems.push(
        report(`The name "${name}" already means the tag "${taken.label}".`, 'Keep it with one of the two.'),
      );
    } else {
      claim(tagKey(name), { tag, where: registry.file, report });
    }
  }
}

/** Slugs of the tags that declared ones ask to be seen with, by their own slug. */
function relate(
  registry: Registry<DeclaredTag>,
  byKey: ReadonlyMap<string, ResolvedTag>,
  problems: Problem[],
): ReadonlyMap<string, readonly string[]> {
  const related = new Map<string, readonly string[]>();
  for (const { label, slug, see } of registry.entries.values()) {
    const slugs = see.flatMap((name) => byKey.get(tagKey(name))?.slug ?? []);
    if (slugs.length > 0)
      related.set(
        slug,
        [...new Set(slugs)].filter((other) => other !== slug),
      );
    for (const name of see.filter((name) => !byKey.has(tagKey(name)))) {
      const message = `"${label}" says to see "${name}", a tag that no post has.`;
      const problem = registry.reportAt(label, message, 'Correct the name, or take it out.');
      // A tag of drafts is one that no reader can see yet.
      problems.push({ ...problem, severity: 'warning' });
    }
  }
  return related;
}

function findUses(posts: readonly ParsedPost[], known: ReadonlyMap<string, ResolvedTag>) {
  const uses = new Map<string, { spellings: Map<string, number>; post: ParsedPost; index: number }>();
  for (const post of posts) {
    for (const [index, name] of (post.values.tags ?? []).entries()) {
      const key = tagKey(name);
      if (known.has(key)) continue;
      const use = uses.get(key) ?? { spellings: new Map<string, number>(), post, index };
      const spelling = name.normalize('NFC').trim().replace(/\s+/g, ' ');
      use.spellings.set(spelling, (use.spellings.get(spelling) ?? 0) + 1);
      uses.set(key, use);
    }
  }
  const count = ({ spellings }: { spellings: ReadonlyMap<string, number> }) =>
    [...spellings.values()].reduce((sum, number) => sum + number, 0);
  return [...uses]
    .sort(([, a], [, b]) => count(b) - count(a))
    .map(([key, { spellings, post, index }]) => {
      const label = [...spellings].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0] ?? key;
      const report = (message: string, remedy: string) =>
        post.reportAt(['tags', index], 'warning', message, remedy);
      return { key, owner: { tag: { label, slug: toSlug(label) }, where: post.file.file, report } };
    })
    .filter(({ owner }) => owner.tag.slug !== '');
}

function findNameless(posts: readonly ParsedPost[], known: ReadonlyMap<string, ResolvedTag>): Problem[] {
  return posts.flatMap((post) =>
    (post.values.tags ?? []).flatMap((name, index) =>
      known.has(tagKey(name))
        ? []
        : post.reportAt(
            ['tags', index],
            'error',
            `No address can be made from the tag "${name}".`,
            'Use a letter or a number, or declare the tag with a slug in tags.yml.',
          ),
    ),
  );
}

/** Two spellings of a tag that no file declares. */
function reportSpelling(owner: Owner, other: Owner): Problem {
  const message = `The tag "${owner.tag.label}" is read as "${other.tag.label}" (${other.where}): both have the address ${decodeURIComponent(tagPath(owner.tag.slug))}.`;
  return owner.report(message, 'Spell them alike, or declare one as an alias of the other in tags.yml.');
}

function reportCollision(owner: Owner, other: Owner): Problem {
  const place = tagPath(owner.tag.slug);
  const message = `The tags "${owner.tag.label}" and "${other.tag.label}" (${other.where}) would share the address ${decodeURIComponent(place)}.`;
  return owner.report(message, 'Spell them alike, or declare one as an alias of the other in tags.yml.');
}

function toRedirects(registry: Registry<DeclaredTag>, bySlug: ReadonlyMap<string, Owner>) {
  return [...registry.entries.values()].flatMap((tag) =>
    tag.aliases
      .map((alias) => ({ from: toSlug(alias), to: tag.slug }))
      .filter(({ from, to }) => from !== '' && from !== to && !bySlug.has(from)),
  );
}
