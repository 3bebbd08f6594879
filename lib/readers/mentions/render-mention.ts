import type { Element, Text } from 'hast';
import { toHtml } from 'hast-util-to-html';
import type { MentionKind } from './mention';

interface Rendered {
  readonly kind: MentionKind;
  /** Plain text. */
  readonly body: string;
  readonly url: string;
}

/** The text of a mention as HTML that can be put into any page: what was answered, or the title of the page as a link to it. */
export function renderMention({ kind, body, url }: Rendered): string {
  if (body === '') return '';
  const text: Text = { type: 'text', value: body };
  const link: Element = {
    type: 'element',
    tagName: 'a',
    properties: { href: url, rel: ['nofollow', 'ugc', 'noopener'], referrerPolicy: 'no-referrer' },
    children: [text],
  };
  return toHtml({
    type: 'element',
    tagName: 'p',
    properties: {},
    children: [kind === 'mention' ? link : text],
  });
}
