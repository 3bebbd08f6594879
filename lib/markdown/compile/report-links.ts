import type { Root } from 'hast';
import type { Root as MdastRoot } from 'mdast';
import type { Report } from './report';
import { visit } from './visit';

/** Remark plugin: reports `[text][name]` without a definition of the name, which is shown as it is written. */
export function reportUndefinedReferences({ source, report }: { source: string; report: Report }) {
  return (tree: MdastRoot) => {
    visit(tree, 'text', ({ position }) => {
      if (!position) return;
      const written = source.slice(position.start.offset, position.end.offset);
      for (const match of written.matchAll(REFERENCE)) {
        const [, backslash = '', named, itself = ''] = match;
        const name = named ?? itself;
        if (backslash !== '') continue;
        const before = written.slice(0, match.index).split('\n');
        const line = position.start.line + before.length - 1;
        const column =
          before.length === 1 ? position.start.column + match.index : (before.at(-1)?.length ?? 0) + 1;
        const message = `[${name}] is not defined, so that this link is shown as text.`;
        const remedy = `Add a line [${name}]: https://…, or write \\[ for a bracket that is text.`;
        report({ line, column }, 'warning', message, remedy);
      }
    });
  };
}

/** Two pairs of brackets side by side, of which code such as `a[1][2]` has a word character before it; `[name][]` names itself. */
const REFERENCE =
  /(?<![\w\]])(\\?)\[(?:[^[\]\\]*[^[\]\\\s][^[\]\\]*\]\[([^[\]\\^]*\p{L}[^[\]\\]*)|([^[\]\\^]*\p{L}[^[\]\\]*)\]\[)\]/gu;

/**
 * Remark plugin: reports what looks like a remark, `[TODO]: later`, and is the target of a link that is not there, which no page
 * shows; and targets that are given twice.
 */
export function reportLostDefinitions({ source, report }: { source: string; report: Report }) {
  return (tree: MdastRoot) => {
    const used = new Set<string>();
    for (const kind of ['linkReference', 'imageReference'] as const)
      visit(tree, kind, ({ identifier }) => void used.add(identifier));
    const given = new Set<string>();
    visit(tree, 'definition', ({ identifier, label, url, position }) => {
      if (!position) return;
      const isUsed = used.has(identifier);
      if (isUsed && given.has(identifier))
        report(
          position.start,
          'warning',
          `There are two targets for [${label}]; only the first is used.`,
          'Rename one of the two, or remove it.',
        );
      given.add(identifier);
      if (isUsed || ADDRESS.test(url)) return;
      const written = source.slice(position.start.offset, position.end.offset).split('\n')[0] ?? '';
      const message = `"${written}" is read as the target of a link, and is not shown.`;
      report(position.start, 'warning', message, `Write \\${written} if it is text, or remove it.`);
    });
  };
}

/** Nothing, as comments have it, or what a link can lead to. */
const ADDRESS = /^$|[/#:@?]|\w\.\w/;

/** Rehype plugin: reports links without words, links within links, and addresses of files of the author's machine. */
export function reportLinks({ report }: { report: Report }) {
  return (tree: Root) => {
    let place = { line: 1, column: 1 };
    visit(tree, (node) => {
      place = node.position?.start ?? place;
      const link = toLink(node);
      if (!link) return;
      if (/^file:/i.test(link.href.trim())) {
        const remedy = 'Put the file beside the post and link to it: ./notes.pdf.';
        report(place, 'error', `"${link.href}" is a file of one machine: readers cannot open it.`, remedy);
      }
      if (!hasContent(link.element)) {
        const message = `The link to "${link.href}" has no words: nobody can see it.`;
        report(place, 'warning', message, 'Write words between its brackets, or remove it.');
      }
      if (containsLink(link.element)) {
        const message = 'This link contains another link, which browsers take apart.';
        report(place, 'warning', message, 'End the first link before the second one.');
      }
    });
  };
}

interface Link {
  readonly href: string;
  readonly element: Parent;
}

interface Parent {
  readonly type: string;
  readonly children: readonly Child[];
}

type Child = Root['children'][number];

function toLink(node: Root | Child): Link | undefined {
  if (node.type === 'element' && node.tagName === 'a' && typeof node.properties.href === 'string') {
    return { href: node.properties.href, element: node as Parent };
  }
  if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') return undefined;
  if (node.name !== 'a') return undefined;
  const href = node.attributes.find((attribute) => 'name' in attribute && attribute.name === 'href')?.value;
  return typeof href === 'string' ? { href, element: node as unknown as Parent } : undefined;
}

/** Whatever is no text may show something: images, components, expressions. */
function hasContent({ children }: Parent): boolean {
  return children.some((child) => {
    if (child.type === 'text') return child.value.trim() !== '';
    if (child.type !== 'element') return child.type !== 'comment';
    return /^(?:img|svg|video|audio|picture|input|code)$/.test(child.tagName) || hasContent(child as Parent);
  });
}

function containsLink({ children }: Parent): boolean {
  return children.some(
    (child) => toLink(child) !== undefined || ('children' in child && containsLink(child as Parent)),
  );
}
