import type { Element, Root } from 'hast';
import { toMdast } from 'hast-util-to-mdast';
import { Parser } from 'htmlparser2';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown } from 'mdast-util-to-markdown';

export interface ConvertedHtml {
  readonly markdown: string;
  /** Names of elements that became something less: `img`, a link; `iframe`, nothing; `u`, its text. */
  readonly lost: readonly string[];
}

/** What Markdown has a form for. */
const KEPT =
  /^(a|b|blockquote|br|code|del|div|em|h[1-6]|hr|i|li|ol|p|pre|s|span|strike|strong|tt|ul|table|thead|tbody|tr|th|td)$/;

/** What goes with all that is in it. */
const DROPPED =
  /^(script|style|template|noscript|noembed|noframes|iframe|object|embed|video|audio|canvas|svg|math|select|textarea|head|title)$/;

const EMPTY = /^(br|hr|img|embed)$/;

/** What is nested more deeply is shown without its elements: those who convert it call themselves for each level. */
const MAX_DEPTH = 40;

/** Further ones too: some of what converts them takes time in proportion to the cube of how many there are. */
const MAX_ELEMENTS = 1000;

/** The HTML of a comment as Markdown that shows the same, as far as comments here can. */
export function htmlToMarkdown(html: string): ConvertedHtml {
  const lost: string[] = [];
  const tree = toMdast(toTree(html, lost), { document: true });
  const markdown = toMarkdown(tree, {
    extensions: [gfmToMarkdown({ tablePipeAlign: false })],
    ...{ bullet: '-', emphasis: '_', fences: true, rule: '-' },
  });
  return { markdown: markdown.trim(), lost };
}

function toTree(html: string, lost: string[]): Root {
  const root: Root = { type: 'root', children: [] };
  const open: (Root | Element | undefined)[] = [root];
  let [depth, elements] = [0, 0];
  let dropped = 0;
  const current = () => open.findLast((one) => one !== undefined) ?? root;
  const parser = new Parser({
    onopentag(name, attributes) {
      const isDropped = DROPPED.test(name);
      if (isDropped && !EMPTY.test(name)) dropped += 1;
      const isShown = dropped === 0 && depth < MAX_DEPTH && elements < MAX_ELEMENTS;
      if (isDropped || name === 'img' || !(KEPT.test(name) || dropped > 0)) lost.push(name);
      // A link in a link is none; it takes twice the time with each level, too.
      const isLink = name === 'a' && open.some((one) => one?.type === 'element' && one.tagName === 'a');
      const element = isShown && KEPT.test(name) && !isLink ? toElement(name, attributes) : undefined;
      if (isShown && name === 'img') current().children.push(toImage(attributes));
      if (element) current().children.push(element);
      if (element) {
        depth += 1;
        elements += 1;
      }
      open.push(element);
    },
    ontext(value) {
      if (dropped === 0) addText(current(), value);
    },
    onclosetag(name) {
      const element = open.length > 1 ? open.pop() : undefined;
      if (element?.type === 'element') {
        depth -= 1;
        if (isEmptyInline(element)) {
          current().children.pop();
          addText(current(), ' ');
        }
      }
      if (DROPPED.test(name) && !EMPTY.test(name)) dropped -= 1;
    },
  });
  parser.end(html);
  return root;
}

/** One text in the place of many: thousands in a row take long, too. */
function addText({ children }: Root | Element, value: string): void {
  const last = children.at(-1);
  if (last?.type === 'text') last.value += value;
  else children.push({ type: 'text', value });
}

/** What shows nothing; thousands of them in a row take minutes to write as Markdown. */
function isEmptyInline({ tagName, children }: Element): boolean {
  const isEmpty = children.every((child) => child.type === 'text' && child.value.trim() === '');
  return isEmpty && /^(a|b|code|del|em|i|s|span|strike|strong|tt)$/.test(tagName);
}

function toElement(tagName: string, attributes: Readonly<Record<string, string>>): Element {
  const [, language] = /(?:^|\s)lang(?:uage)?-([\w+#.-]{1,30})/.exec(attributes.class ?? '') ?? [];
  return {
    ...{ type: 'element', tagName, children: [] },
    properties: {
      ...(tagName === 'a' && attributes.href !== undefined && { href: toTarget(attributes.href) }),
      ...(tagName === 'ol' &&
        /^\d{1,9}$/.test(attributes.start ?? '') && { start: Number(attributes.start) }),
      ...(tagName === 'code' && language !== undefined && { className: [`language-${language}`] }),
    },
  };
}

function toImage({ src = '', alt = '' }: Readonly<Record<string, string>>): Element {
  const children: Element['children'] = [{ type: 'text', value: alt.trim() || src }];
  return { type: 'element', tagName: 'a', properties: { href: src }, children };
}

/** Disqus lets each link pass through a counter of its own. */
function toTarget(href: string): string {
  const { host, pathname, searchParams } = URL.canParse(href) ? new URL(href) : new URL('about:blank');
  const target = host === 'disq.us' && pathname === '/url' ? searchParams.get('url') : null;
  return target?.replace(/:[\w-]{20,}$/, '') ?? href;
}
