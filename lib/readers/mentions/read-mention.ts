import { mf2 } from 'microformats-parser';
import { LIMITS } from '../limits';
import type { MentionKind } from './mention';
import type { ScannedPage } from './scan-page';

type Item = ReturnType<typeof mf2>['items'][number];
type Value = Item['properties'][string][number];

/** What a page says of a post that it links to. */
export interface ReadMention {
  readonly kind: MentionKind;
  readonly name: string;
  readonly website?: string;
  readonly url: string;
  /** Plain text: what was answered, or the title of the page; nothing of one that only likes it or posts it again. */
  readonly text: string;
}

/** The first of these that an entry has with the address of the post decides. */
const PROPERTIES: readonly (readonly [property: string, kind: MentionKind])[] = [
  ['in-reply-to', 'reply'],
  ['repost-of', 'repost'],
  ['like-of', 'like'],
  ['bookmark-of', 'mention'],
];

/** How much of a text is shown; the rest is where it was written. */
const MAX_TEXT = 600;

interface Places {
  /** Where the page was fetched from in the end. */
  readonly pageUrl: string;
  /** The address of the post that it links to. */
  readonly target: string;
}

/** What a page that links to a post says about it: as its microformats say, or else that it mentions it. */
export function readMention(page: ScannedPage, { pageUrl, target }: Places): ReadMention {
  const items = readItems(page, pageUrl);
  const entries = items.filter(({ type }) => type?.includes('h-entry') || type?.includes('h-cite'));
  const found = findStatement(entries, target);
  const entry =
    found?.entry ?? entries.find(({ properties }) => properties.content !== undefined) ?? entries[0];
  const kind = found?.kind ?? 'mention';
  const title = clean(page.title, LIMITS.name * 2);
  const text = entry ? clean(getText(entry, 'content', 'summary'), MAX_TEXT) : '';
  const name = entry ? clean(getText(entry, 'name'), LIMITS.name * 2) : '';
  // The name of a note without a title is its whole text.
  const hasTitle = name !== '' && !text.startsWith(name.replace(/…$/, '').trim());
  const { author, website } = readAuthor(
    entry ?? items.find(({ type }) => type?.includes('h-card')),
    pageUrl,
  );
  const texts = { like: '', repost: '', reply: text || name, mention: hasTitle ? name : title || name };
  return {
    ...{ kind, name: author || new URL(pageUrl).host, text: texts[kind] },
    url: (entry && toAddress(entry.properties.url?.[0], pageUrl)) ?? pageUrl,
    ...(website !== undefined && { website }),
  };
}

function readItems({ microformats }: ScannedPage, baseUrl: string): Item[] {
  // The parser refuses a page without elements.
  return microformats.includes('<') ? mf2(microformats, { baseUrl }).items.flatMap(flatten) : [];
}

/** An item and all those in it, in the order of the page. */
function flatten(item: Item): Item[] {
  const inner = Object.values(item.properties)
    .flat()
    .filter((value): value is Item => typeof value === 'object' && 'properties' in value);
  return [item, ...[...inner, ...(item.children ?? [])].flatMap(flatten)];
}

function findStatement(entries: readonly Item[], target: string) {
  for (const entry of entries)
    for (const [property, kind] of PROPERTIES)
      if (entry.properties[property]?.some((value) => listAddresses(value).includes(target)))
        return { entry, kind };
  return undefined;
}

/** The addresses that a value is: its own, or those of the item that is cited. */
function listAddresses(value: Value): string[] {
  const texts = [
    toText(value),
    ...('properties' in Object(value) ? ((value as Item).properties.url ?? []) : []),
  ];
  return texts.flatMap((one) => {
    const text = toText(one);
    return URL.canParse(text) ? [new URL(text).href] : [];
  });
}

function readAuthor(item: Item | undefined, pageUrl: string): { author: string; website?: string } {
  const isCard = item?.type?.includes('h-card') ?? false;
  const [given] = isCard ? [item] : (item?.properties.author ?? []);
  if (given === undefined) return { author: '' };
  const card = typeof given === 'object' && 'properties' in given ? given : undefined;
  const text = toText(given);
  const website = toAddress(card ? card.properties.url?.[0] : given, pageUrl);
  const author = clean(card ? getText(card, 'name') || text : website === undefined ? text : '', LIMITS.name);
  return { author, ...(website !== undefined && { website }) };
}

function getText(item: Item, ...properties: readonly string[]): string {
  for (const property of properties) {
    const text = toText(item.properties[property]?.[0]).trim();
    if (text !== '') return text;
  }
  return '';
}

function toText(value: Value | undefined): string {
  if (value === undefined || typeof value === 'string') return value ?? '';
  return typeof value.value === 'string' ? value.value : '';
}

/** An address that readers may be sent to; nothing else is a link. */
function toAddress(value: Value | undefined, base: string): string | undefined {
  const text = toText(value).trim();
  if (!/^(https?:|\/)/i.test(text) || !URL.canParse(text, base)) return undefined;
  const { protocol, href, username, password } = new URL(text, base);
  return /^https?:$/.test(protocol) && username + password === '' && href.length <= MAX_URL
    ? href
    : undefined;
}

const MAX_URL = 2000;

/** On one line, without what turns the direction of the text around it, and no longer than `max`. */
export function clean(text: string, max: number): string {
  const line = text.replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\s]+/gu, ' ').trim();
  const characters = [...line];
  if (characters.length <= max) return line;
  const start = characters.slice(0, max - 1).join('');
  return `${start.replace(/\s+\S{0,30}$/, '').trimEnd()}…`;
}
