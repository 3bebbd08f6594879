import type { ParsedDocument, PostFields } from './post';
import type { Problem } from './problems';

type Addressed = ParsedDocument<Partial<Pick<PostFields, 'slug' | 'aliases'>>>;

/** Reserved slugs, slugs used twice (case and Unicode form do not count) and aliases that lead nowhere good. */
export function checkAddresses(
  documents: readonly Addressed[],
  reserved: readonly string[],
  pathOf: (slug: string) => string,
): Problem[] {
  const problems: Problem[] = [];
  const owners = new Map<string, Addressed>();
  for (const document of documents) {
    const key = document.slug.normalize('NFC').toLowerCase();
    const other = owners.get(key);
    if (reserved.includes(key)) problems.push(reportReserved(document));
    if (other) problems.push(reportTwice(document, other), reportTwice(other, document));
    else owners.set(key, document);
  }
  return [...problems, ...checkAliases(documents, pathOf)];
}

function checkAliases(documents: readonly Addressed[], pathOf: (slug: string) => string): Problem[] {
  const problems: Problem[] = [];
  const taken = new Map(documents.map((document) => [decodeURIComponent(pathOf(document.slug)), document]));
  for (const document of documents) {
    for (const [index, alias] of (document.fields?.aliases ?? []).entries()) {
      const path = alias.replace(/\/+$/, '') || '/';
      const other = taken.get(path);
      const report = (message: string, advice: string) =>
        problems.push(document.reportAt(['aliases', index], 'error', message, advice));
      if (path === '/') report('The home page cannot be an alias.', 'Name an old path of this post.');
      else if (other === document) report(`The alias "${alias}" is the post's own address.`, 'Remove it.');
      else if (other)
        report(
          `The address "${alias}" is already used by ${other.file.file}.`,
          'Remove the alias from one of the two.',
        );
      else taken.set(path, document);
    }
  }
  return problems;
}

function reportReserved(document: Addressed): Problem {
  const message = `The slug "${document.slug}" is reserved: the site uses this address itself.`;
  return document.reportAt(
    placeOfSlug(document),
    'error',
    message,
    'Choose another slug, or rename the file or folder.',
  );
}

function reportTwice(document: Addressed, other: Addressed): Problem {
  const message = `The slug "${document.slug}" is also used by ${other.file.file}.`;
  return document.reportAt(
    placeOfSlug(document),
    'error',
    message,
    'Rename one of the two, or give it another slug.',
  );
}

function placeOfSlug(document: Addressed): string[] {
  return document.fields?.slug === undefined ? [] : ['slug'];
}
