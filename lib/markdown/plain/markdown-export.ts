import type { Root } from 'hast';
import { toMdast } from 'hast-util-to-mdast';
import type { Nodes } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown } from 'mdast-util-to-markdown';
import { stringify } from 'yaml';
import type { ContentIndex } from '../../content/content-index';
import { toPlainPunctuation } from '../../content/punctuation';
import type { Post } from '../../content/types';
import { absoluteUrl, postPath } from '../../urls';
import { visit } from '../compile/visit';
import { getPlainTree } from './plain-tree';

/**
 * A post as one Markdown file that is complete without this site: its facts as front matter, its text with absolute
 * addresses, components and expressions as what they show.
 */
export async function renderMarkdownExport(post: Post, index: ContentIndex): Promise<string> {
  const url = absoluteUrl(index.site.url, postPath(post.slug));
  return `---\n${formatFacts(post, index, url)}---\n\n${await renderMarkdownText(post, index)}`;
}

/** The same without the facts: its title and its text. */
export async function renderMarkdownText(post: Post, index: ContentIndex): Promise<string> {
  const tree = toMdast(liftCaptions(await getPlainTree(post, index)));
  visit(tree, 'text', (node) => {
    node.value = toPlainPunctuation(node.value);
  });
  const text = toMarkdown(tree, {
    extensions: [gfmToMarkdown({ tablePipeAlign: false })],
    bullet: '-',
    emphasis: '_',
    fences: true,
    rule: '-',
  });
  return `# ${toHeading((post.plain ?? post).title)}\n\n${unescapeCallouts(decodeWords(text, tree))}`;
}

/** Tables of Markdown have no captions: each is a paragraph above its table. */
function liftCaptions<Parent extends { children: readonly Node[] }>(parent: Parent): Parent {
  return { ...parent, children: parent.children.flatMap(liftCaption) };
}

type Node = Root['children'][number];

function liftCaption(node: Node): Node[] {
  if (node.type !== 'element') return [node];
  const lifted = liftCaptions(node);
  const caption = node.tagName === 'table' ? lifted.children.find(isCaption) : undefined;
  if (caption?.type !== 'element') return [lifted];
  const rest = lifted.children.filter((child) => child !== caption);
  return [
    { ...caption, tagName: 'p' },
    { ...lifted, children: rest },
  ];
}

function isCaption(node: Node): boolean {
  return node.type === 'element' && node.tagName === 'caption';
}

/**
 * Characters beside emphasis are written as references where CommonMark would not see the emphasis otherwise. In scripts without
 * spaces that is half of all emphasis, and readers of such text do without: what it says comes first.
 */
function decodeWords(text: string, tree: Nodes): string {
  const code: string[] = [];
  visit(tree, 'code', ({ value }) => void code.push(value));
  visit(tree, 'inlineCode', ({ value }) => void code.push(value));
  return text.replace(/(?<!\\)&#x([0-9A-F]+);/g, (reference, digits: string) => {
    const letter = String.fromCodePoint(Number.parseInt(digits, 16));
    const isWritten = code.some((value) => value.includes(reference));
    return WITHOUT_SPACES.test(letter) && !isWritten ? letter : reference;
  });
}

const WITHOUT_SPACES = /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Hang}\p{scx=Thai}]/u;

function formatFacts(post: Post, { site }: ContentIndex, url: string): string {
  const { title, description, revisions } = post.plain ?? post;
  const { date, updated, tags, authors, lang, canonical } = post;
  return stringify(
    {
      title,
      description,
      url,
      ...(canonical && { canonical }),
      ...(date && { date }),
      ...(updated && { updated }),
      ...(revisions.length > 0 && { revisions }),
      ...(authors.length > 0 && { authors: authors.map(({ name }) => name) }),
      ...(tags.length > 0 && { tags: tags.map(({ label }) => label) }),
      lang: lang ?? site.language,
    },
    { lineWidth: 0 },
  );
}

function toHeading(title: string): string {
  return title.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>]/g, '\\$&');
}

/** GitHub reads a callout only where its mark is not escaped. */
function unescapeCallouts(text: string): string {
  return text.replace(/^((?:> ?)+)\\\[!(NOTE|TIP|IMPORTANT|WARNING|CAUTION)]/gm, '$1[!$2]');
}
