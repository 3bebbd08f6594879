import { decodeParam, postPath, RESERVED_PAGE_SLUGS } from '../urls';
import type { ParsedDocument, ParsedPost } from './post';
import type { Problem } from './problems';

type Named = ParsedDocument<{ slug?: string | undefined }>;

/** Reserved slugs, and slugs used twice: case and Unicode form do not count. */
export function checkSlugs(documents: readonly Named[], reserved: readonly string[]): Problem[] {
  const problems: Problem[] = [];
  const owners = new Map<string, Named>();
  for (const document of documents.filter(({ isReadable }) => isReadable)) {
    const key = document.slug.normalize('NFC').toLowerCase();
    const other = owners.get(key);
    if (reserved.includes(key)) problems.push(reportReserved(document));
    if (other) problems.push(reportTwice(document, other), reportTwice(other, document));
    else owners.set(key, document);
  }
  return problems;
}

/** Aliases that would hide a page of the site, and aliases that two posts claim. `taken` holds encoded paths. */
export function checkAliases(posts: readonly ParsedPost[], taken: readonly string[]): Problem[] {
  const pages = new Set(taken.map(decodeURIComponent));
  const slugs = new Map(posts.map((post) => [decodeURIComponent(postPath(post.slug)), post]));
  const claimed = new Map<string, ParsedPost>();
  return posts.flatMap((post) =>
    (post.values.aliases ?? []).flatMap((alias, index) => {
      const path = decodeParam(alias.replace(/\/+$/, ''));
      const report = (message: string, remedy: string) =>
        post.reportAt(['aliases', index], 'error', message, remedy);
      const owner = slugs.get(path) ?? claimed.get(path);
      if (slugs.get(path) === post)
        return report(`The alias "${alias}" is the post's own address.`, 'Remove it.');
      if (owner === post) return report(`The alias "${alias}" is given twice.`, 'Remove one of the two.');
      if (owner) {
        const message = `The address "${alias}" is already used by ${owner.file.file}.`;
        return report(message, 'Remove the alias from one of the two.');
      }
      if (pages.has(path) || isOfSite(path)) {
        return report(`The address "${alias}" is a page of this site.`, 'Name an old address of this post.');
      }
      claimed.set(path, post);
      return [];
    }),
  );
}

/** True for paths that belong to routes of the site: `/`, `/tags`, `/posts/page/2`, `/_next/…`, `/feed.xml`. */
function isOfSite(path: string): boolean {
  const [first = '', second] = path.split('/').slice(1);
  if (first === 'posts') return second === undefined || second === 'page';
  if (first === 'tags' || first === 'series') return second === undefined;
  return first === '' || RESERVED_PAGE_SLUGS.includes(first);
}

function reportReserved(document: Named): Problem {
  const message = `The slug "${document.slug}" is reserved: the site uses this address itself.`;
  const remedy = 'Choose another slug, or rename the file or folder.';
  return document.reportAt(placeOfSlug(document), 'error', message, remedy);
}

function reportTwice(document: Named, other: Named): Problem {
  const message =
    document.slug === other.slug
      ? `The slug "${document.slug}" is also used by ${other.file.file}.`
      : `The slug "${document.slug}" differs from "${other.slug}" of ${other.file.file} in case only.`;
  const remedy = 'Rename one of the two, or give it another slug.';
  return document.reportAt(placeOfSlug(document), 'error', message, remedy);
}

function placeOfSlug(document: Named): string[] {
  return document.values.slug === undefined ? [] : ['slug'];
}
