import { createHash } from 'node:crypto';
import { createWeakProcessCache } from '../cache/process-cache';
import type { ContentIndex } from '../content/content-index';
import type { Post } from '../content/types';
import { dayOf, formatDay } from '../dates';
import { getCover } from '../markdown/media/media-list';
import { formatMessage } from '../messages';
import { drawOrnament } from '../site/ornament/draw-ornament';
import type { OrnamentColours } from '../site/ornament/format-ornament';
import { readOwnIcon } from '../site/own-icon';
import { accentOf, PALETTE } from '../site/palette';
import {
  archivePath,
  authorPath,
  cardPath,
  homePath,
  pagePath,
  seriesPath,
  tagPath,
  tagsPath,
} from '../urls';
import { type Card, DRAWING_VERSION } from './drawing';
import { getFontsVersion } from './font-files';

/** The image that stands for a page where it is shared: drawn, or cut from a post's cover. */
export interface CardFile {
  /** Address that changes with what it shows. */
  readonly path: string;
  readonly type: 'image/png' | 'image/jpeg';
  /** What it shows, in words. */
  readonly alt: string;
  readonly source:
    | { readonly card: Card }
    | { readonly cover: string }
    | { readonly ornament: OrnamentImage };
}

/** An ornament for places that take no SVG. */
export interface OrnamentImage extends OrnamentColours {
  readonly name: string;
}

/** The card of a post. A cover that is an image takes the place of a drawn one. */
export async function toPostCard(post: Post, index: ContentIndex): Promise<CardFile> {
  const cover = await getCover(post);
  if (cover?.width !== undefined) {
    const path = cardPath(hash('cover', cover.hash), 'jpg');
    return { path, type: 'image/jpeg', alt: cover.alt || post.title, source: { cover: cover.file } };
  }
  return toDrawnCard(post.title, toNotes(post, index), index);
}

/**
 * The ornament of a post as an image for feeds; undefined where the settings have none, or a cover stands for the post. Readers
 * of feeds take SVG away, and images within an address, but keep an image at one.
 */
export async function toFeedOrnament(post: Post, { site }: ContentIndex): Promise<CardFile | undefined> {
  if (!site.ornaments || (await getCover(post))) return undefined;
  const ornament = {
    name: post.slug,
    ink: PALETTE.light.ink,
    accent: accentOf(site.accent, 'light'),
  };
  const path = cardPath(hash('ornament', JSON.stringify([ornament, drawOrnament(post.slug)])), 'png');
  return { path, type: 'image/png', alt: '', source: { ornament } };
}

/** The posts in the feed of the site, latest first. */
export function listFeedPosts({ posts, site }: ContentIndex): readonly Post[] {
  return posts.filter(({ state }) => state === 'published').slice(0, site.postsInFeed);
}

/** The card of a page that is not a post, by its percent-encoded path. */
export function toPageCard(path: string, index: ContentIndex): CardFile | undefined {
  return getPageCards(index).get(path);
}

/** Every card of the site by its address: pages first, then ornaments in the feed, then posts, latest first. */
export async function listCards(index: ContentIndex): Promise<ReadonlyMap<string, CardFile>> {
  return cards.getOrCreate(index, () => collectCards(index));
}

const cards = createWeakProcessCache<ContentIndex, Promise<ReadonlyMap<string, CardFile>>>('cards');
const pageCards = createWeakProcessCache<ContentIndex, ReadonlyMap<string, CardFile>>('cards of pages');

async function collectCards(index: ContentIndex): Promise<ReadonlyMap<string, CardFile>> {
  const all = [...getPageCards(index).values()];
  for (const post of listFeedPosts(index)) {
    const ornament = await toFeedOrnament(post, index);
    if (ornament) all.push(ornament);
  }
  const unlisted = [...index.postsBySlug.values()].filter(({ state }) => state === 'unlisted');
  for (const post of [...index.posts, ...unlisted]) all.push(await toPostCard(post, index));
  return new Map(all.map((card) => [card.path, card]));
}

function getPageCards(index: ContentIndex): ReadonlyMap<string, CardFile> {
  return pageCards.getOrCreate(index, () => listPageCards(index));
}

function listPageCards(index: ContentIndex): ReadonlyMap<string, CardFile> {
  const { site, strings, tags, authors, series, pages } = index;
  const subjects = formatMessage(strings, 'subjects');
  const author = authors.get(site.author ?? '')?.author.name;
  const draw = (title: string, notes: readonly string[] = []) => toDrawnCard(title, notes, index);
  return new Map([
    [homePath, draw(site.title, author === undefined ? [] : [author])],
    [archivePath(), draw(formatMessage(strings, 'archive'))],
    [tagsPath(), draw(subjects)],
    ...[...pages.values()].map(({ slug, title }): [string, CardFile] => [pagePath(slug), draw(title)]),
    ...[...tags.values()].map(({ tag }): [string, CardFile] => [
      tagPath(tag.slug),
      draw(tag.label, [subjects]),
    ]),
    ...[...authors.values()].map(({ author: { id, name } }): [string, CardFile] => [
      authorPath(id),
      draw(name),
    ]),
    ...[...series.values()].map(({ slug, name }): [string, CardFile] => [
      seriesPath(slug),
      draw(name, [formatMessage(strings, 'series')]),
    ]),
  ]);
}

function toDrawnCard(title: string, notes: readonly string[], { site, root }: ContentIndex): CardFile {
  const accent = accentOf(site.accent, 'light');
  const icon = readOwnIcon(root)?.svg;
  const card: Card = { title, notes, site: site.title, accent, ...(icon !== undefined && { icon }) };
  const facts = hash(String(DRAWING_VERSION), getFontsVersion(root), JSON.stringify(card));
  return { path: cardPath(facts, 'png'), type: 'image/png', alt: title, source: { card } };
}

/** Who wrote a post and when; then less, for scripts that the fonts lack. */
function toNotes({ authors, date }: Post, { site }: ContentIndex): string[] {
  const names = authors.map(({ name }) => name).join(', ');
  const days = date === undefined ? [] : [formatDay(date, site.language), dayOf(date)];
  return [...(names ? days.map((day) => `${names} · ${day}`) : []), ...days, ...(names ? [names] : [])];
}

function hash(...parts: string[]): string {
  return createHash('sha256').update(parts.join('\0')).digest('hex').slice(0, 16);
}
