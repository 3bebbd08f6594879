import type { ContentIndex } from '../content/content-index';
import { findSection, getSectionOf } from '../content/sections';
import type { Post } from '../content/types';
import { formatDay } from '../dates';
import { renderMailHtml } from '../markdown/plain/mail-html';
import { renderMarkdownText } from '../markdown/plain/markdown-export';
import { formatList, formatMessage } from '../site/strings/messages';
import { absoluteUrl, homePath, inSection, postPath, toSectionSlug } from '../urls';
import type { Mail } from './send-mail';
import type { Subscriber } from './subscriber';

/** A post as a mail, but for whom it goes to. */
export interface Newsletter {
  /** Id of the post. */
  readonly post: string;
  readonly subject: string;
  /** The section that the post belongs to, by its part of the address; empty for the main one. */
  readonly section: string;
  /** `unsubscribe` is the absolute address that ends the subscription of whoever gets it. */
  format(unsubscribe: string): Pick<Mail, 'html' | 'text' | 'list'>;
}

/** A post as a mail: as HTML, from what feeds have of it, and as plain text, which is its Markdown. */
export async function buildNewsletter(post: Post, whole: ContentIndex): Promise<Newsletter> {
  const index = getSectionOf(whole, post);
  const { site, strings } = index;
  const [body, text] = [await renderMailHtml(post, index), await renderMarkdownText(post, index)];
  const url = absoluteUrl(site.url, postPath(post.slug));
  const home = absoluteUrl(site.url, inSection(strings, homePath));
  const say = (name: 'readOnSite' | 'whyMail' | 'unsubscribe') =>
    formatMessage(strings, name, { site: site.title });
  const day = post.date && formatDay(post.date, strings.language);
  const authors = formatList(
    post.authors.map(({ name }) => name),
    strings.language,
  );
  const facts = [day, authors].filter(Boolean).join(' · ');
  const language = post.lang ?? site.language;
  return {
    ...{ post: post.id, subject: post.title.replace(/\s+/g, ' '), section: toOwnSlug(index) },
    format: (unsubscribe) => ({
      list: { id: toListId(site.url, toOwnSlug(index)), name: site.title },
      text: `${text.trimEnd()}\n\n-- \n${say('readOnSite')}: ${url}\n${say('whyMail')}\n${say('unsubscribe')}: ${unsubscribe}\n`,
      html: [
        `<!DOCTYPE html><html lang="${escapeHtml(language)}"><head><meta charset="utf-8">`,
        '<meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark">',
        `<title>${escapeHtml(post.title)}</title></head><body style="margin:0">`,
        `<div dir="auto" style="max-width:38em;margin:0 auto;padding:24px 16px;font:17px/1.6 Georgia,'Times New Roman',serif">`,
        `<p style="${SMALL}">${formatLink(home, site.title)}</p>`,
        `<h1 style="margin:0 0 .3em;font-size:1.8em;line-height:1.15">${formatLink(url, post.title)}</h1>`,
        `<p style="${SMALL}">${escapeHtml(facts)}</p>\n${body}\n<hr style="${RULE}">`,
        `<p style="${SMALL}">${formatLink(url, say('readOnSite'))}</p>`,
        `<p style="${SMALL}">${escapeHtml(say('whyMail'))} ${formatLink(unsubscribe, say('unsubscribe'))}</p>`,
        '</div></body></html>\n',
      ].join(''),
    }),
  };
}

const SMALL = 'margin:0 0 1em;font-size:.85em';
const RULE = 'margin:2em 0 1em;border:0;border-top:1px solid #b9ae9a';

/** Who gets a post: the confirmed subscribers of its section, and of those who chose a subject the ones of its own. */
export function toRecipients(
  subscribers: readonly Subscriber[],
  post: Post,
  whole: ContentIndex,
): Subscriber[] {
  const section = toOwnSlug(getSectionOf(whole, post));
  const tags = new Set(post.tags.map(({ slug }) => slug));
  return subscribers.filter((subscriber) => {
    // Of a section that is not there any more the posts are in the main one.
    const own = findSection(whole, subscriber.section || undefined) ? subscriber.section : '';
    const isOfSubject = subscriber.tag === undefined || tags.has(subscriber.tag);
    return subscriber.state === 'confirmed' && own === section && isOfSubject;
  });
}

/** `de.notes.ada.example` for the German section of `https://ada.example/notes`. */
function toListId(address: string, section: string): string {
  const { hostname, pathname } = new URL(address);
  const labels = [section, ...pathname.split('/').reverse()].map((label) =>
    label.replace(/[^a-z\d]+/gi, '-'),
  );
  return [...labels.filter((label) => /[a-z\d]/i.test(label)), hostname].join('.');
}

function toOwnSlug({ site, strings }: ContentIndex): string {
  return strings.section === undefined ? '' : toSectionSlug(site.language);
}

function formatLink(href: string, text: string): string {
  return `<a href="${escapeHtml(href)}">${escapeHtml(text)}</a>`;
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
