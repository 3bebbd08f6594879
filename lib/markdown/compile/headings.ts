import GithubSlugger, { slug } from 'github-slugger';
import type { Element, Root } from 'hast';
import { toString as toText } from 'hast-util-to-string';
import { readHeadingText } from './heading-text';
import type { Report } from './report';
import { SKIP, visit } from './visit';

export interface Heading {
  /** 2 to 6. */
  readonly depth: number;
  readonly id: string;
  readonly text: string;
}

interface Options {
  readonly title: string;
  readonly report: Report;
  readonly found: (heading: Heading) => void;
}

/**
 * Rehype plugin: leaves a page with the one h1 that is its title. A first heading 1 that repeats the title is
 * dropped; any other heading 1 moves all headings one level down. Gives every heading an id and lists them.
 */
export function arrangeHeadings({ title, report, found }: Options) {
  return (tree: Root) => {
    dropTitle(tree, title);
    const shift = hasHeadingOne(tree) ? 1 : 0;
    const slugger = new GithubSlugger();
    for (const id of [...IDS_OF_PAGE, ...listIds(tree)]) slugger.occurrences[id] = 0;
    const taken = new Set<string>();
    visit(tree, (node) => {
      const name = nameOf(node);
      const level = /^h([1-6])$/.exec(name ?? '')?.[1];
      if (level === undefined) return;
      const depth = Math.min(Number(level) + shift, 6);
      rename(node as Element, `h${depth}`);
      if (node.type !== 'element') return;
      const text = readHeadingText(node);
      const own = node.properties.id;
      const words = slug(readHeadingText(node, 'TeX'));
      const isNew = typeof own === 'string' && own !== '' && !taken.has(own);
      const id = isNew ? own : slugger.slug((typeof own === 'string' && own) || words || 'section');
      if (typeof own === 'string' && taken.has(own) && node.position)
        report(node.position.start, 'warning', `A heading above has the id "${own}" too.`, SAME_REMEDY);
      taken.add(id);
      node.properties.id = id;
      if (text !== '') found({ depth, id, text });
      else if (node.position && node.children.length === 0)
        report(node.position.start, 'warning', EMPTY, EMPTY_REMEDY);
      return SKIP;
    });
  };
}

const EMPTY = 'This heading has no words, so that the contents do not list it.';
const EMPTY_REMEDY = 'Write words after its number signs, or remove it.';

const SAME_REMEDY = 'Give one of the two another id: links with it lead to the first.';

/** Ids that the page around a text has. */
const IDS_OF_PAGE = ['main', 'series', 'related'];

/** Ids that authors gave to elements, and those that code blocks will get. */
function listIds(tree: Root): string[] {
  const ids: string[] = [];
  let blocks = 0;
  visit(tree, 'element', (node) => {
    if (typeof node.properties.id === 'string') ids.push(node.properties.id);
    if (node.tagName === 'pre') ids.push(`code-${++blocks}`);
  });
  return ids;
}

function dropTitle(tree: Root, title: string): void {
  const index = tree.children.findIndex(
    (node) => node.type === 'element' || node.type === 'mdxJsxFlowElement',
  );
  const first = tree.children[index];
  if (first && nameOf(first) === 'h1' && isSame(toText(first), title)) tree.children.splice(index, 1);
}

function hasHeadingOne(tree: Root): boolean {
  let isFound = false;
  visit(tree, (node) => {
    isFound ||= nameOf(node) === 'h1';
  });
  return isFound;
}

interface Named {
  readonly type: string;
  readonly tagName?: string;
  readonly name?: string | null;
}

function nameOf(node: Named): string | undefined {
  return node.tagName ?? node.name ?? undefined;
}

function rename(node: { tagName?: string; name?: string | null }, name: string): void {
  if (node.tagName === undefined) node.name = name;
  else node.tagName = name;
}

function isSame(a: string, b: string): boolean {
  const plain = (text: string) =>
    text
      .normalize('NFKC')
      .replace(/[\p{Pi}\p{Pf}„‚"']/gu, "'")
      .replace(/\p{Pd}+/gu, '-')
      .replace(/\s+/g, ' ')
      .trim()
      .toLowerCase();
  return plain(a) === plain(b);
}
