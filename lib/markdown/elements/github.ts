import type { Root } from 'mdast';
import type { Extension } from 'mdast-util-from-markdown';
import type { Construct, ConstructRecord } from 'micromark-util-types';
import remarkGfm from 'remark-gfm';
import type { Processor } from 'unified';
import { EXIT, visit } from '../compile/visit';
import { endAtWidePunctuation, hasCjk } from './cjk';

/**
 * Remark plugin: remark-gfm without its searches for bare addresses (`www.example.com`, `me@example.com`) that a text
 * cannot contain. The tree is the same. remark-gfm searches each word of a text and four times its whole tree: with
 * it, checking a post takes 1.3 to 1.4 times as long (`scripts/bench-markdown.ts`).
 */
export function readGitHub(this: Processor, { source }: { source: string }) {
  remarkGfm.call(this);
  const data = this.data();
  const absent = BARE_LINKS.filter(([, needed]) => !needed.test(source)).map(([name]) => name);
  const { text, ...syntax } = data.micromarkExtensions?.pop() ?? {};
  data.micromarkExtensions?.push({ ...syntax, text: endWithin(without(absent, text), source) });
  const nodes = data.fromMarkdownExtensions?.pop() ?? [];
  data.fromMarkdownExtensions?.push([nodes].flat().map(searchWhereNeeded));
}

/** The names of remark-gfm's searches in the source, and the characters that each of them needs to find anything. */
const BARE_LINKS: readonly (readonly [name: string, needed: RegExp])[] = [
  ['emailAutolink', /[\w+.-]@/],
  ['protocolAutolink', /https?:/i],
  ['wwwAutolink', /www\./i],
];

/** The constructs by the character code they start with, without those named. */
function without(names: readonly string[], constructs: ConstructRecord = {}): ConstructRecord {
  const isWanted = ({ name = '' }: Construct) => !names.includes(name);
  return Object.fromEntries(
    Object.entries(constructs).map(([code, atCode]) => [code, [atCode ?? []].flat().filter(isWanted)]),
  );
}

/** The searches for addresses, which in a text with characters of full width end at punctuation of that width. */
function endWithin(constructs: ConstructRecord, source: string): ConstructRecord {
  if (!hasCjk(source)) return constructs;
  const end = (construct: Construct) =>
    BARE_LINKS.some(([name]) => name === construct.name) ? endAtWidePunctuation(construct) : construct;
  return Object.fromEntries(
    Object.entries(constructs).map(([code, atCode]) => [code, [atCode ?? []].flat().map(end)]),
  );
}

/** The tree is searched in its own right: character references are resolved in it (`me&#64;example.com`). */
function searchWhereNeeded(extension: Extension): Extension {
  const { transforms, ...rest } = extension;
  if (!transforms) return extension;
  return {
    ...rest,
    transforms: transforms.map((search) => (tree) => (couldHaveLink(tree) ? search(tree) : undefined)),
  };
}

function couldHaveLink(tree: Root): boolean {
  let isFound = false;
  visit(tree, 'text', ({ value }) => {
    if (!/@|www\.|https?:/i.test(value)) return undefined;
    isFound = true;
    return EXIT;
  });
  return isFound;
}
