import type { Root } from 'mdast';
import type { Extension } from 'mdast-util-from-markdown';
import type { Construct, ConstructRecord } from 'micromark-util-types';
import remarkGfm from 'remark-gfm';
import type { Processor } from 'unified';
import { EXIT, visit } from '../compile/visit';

/**
 * Remark plugin: what remark-gfm does, sooner. That one looks at each word of a text, and four times at its whole
 * tree, for addresses without brackets (`www.example.com`, `me@example.com`), a quarter of the time of parsing. Here a
 * text is searched only for those that it could have; what comes of it is the same.
 */
export function readGitHub(this: Processor, { source }: { source: string }) {
  remarkGfm.call(this);
  const data = this.data();
  const absent = BARE_LINKS.filter(([, sign]) => !sign.test(source)).map(([name]) => name);
  const { text, ...syntax } = data.micromarkExtensions?.pop() ?? {};
  data.micromarkExtensions?.push({ ...syntax, text: without(absent, text) });
  const nodes = data.fromMarkdownExtensions?.pop() ?? [];
  data.fromMarkdownExtensions?.push([nodes].flat().map(searchWhereNeeded));
}

/** The names of remark-gfm's searches in what an author typed, and what each of them cannot do without. */
const BARE_LINKS: readonly (readonly [name: string, sign: RegExp])[] = [
  ['emailAutolink', /[\w+.-]@/],
  ['protocolAutolink', /https?:/i],
  ['wwwAutolink', /www\./i],
];

/** The constructs that start at each sign, without those named. */
function without(names: readonly string[], constructs: ConstructRecord = {}): ConstructRecord {
  const isWanted = ({ name = '' }: Construct) => !names.includes(name);
  return Object.fromEntries(
    Object.entries(constructs).map(([sign, atSign]) => [sign, [atSign ?? []].flat().filter(isWanted)]),
  );
}

/** In the tree references are resolved (`me&#64;example.com`), so that what was typed does not tell. */
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
