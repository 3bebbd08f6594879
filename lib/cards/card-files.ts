import { createHash } from 'node:crypto';
import { createWeakProcessCache } from '../cache/process-cache';
import type { ContentIndex } from '../content/content-index';
import { getSectionOf, listSections } from '../content/sections';
import { listSpecimenPages } from '../content/specimen-page';
import type { Post } from '../content/types';
import { dayOf, formatDay } from '../dates';
import { getCover } from '../markdown/media/media-list';
import { drawOrnament } from '../site/ornament/draw-ornament';
import type { OrnamentColours } from '../site/ornament/format-ornament';
import { getDrawnColours } from '../site/own-colours';
import { readOwnIcon } from '../site/own-icon';
import { PALETTE } from '../site/palette';
import { formatMessage } from '../site/strings/messages';
import {
  archivePath,
  authorPath,
  cardPath,
  homePath,
  inSection,
  pagePath,
  seriesPath,
  tagPath,
  tagsPath,
} from '../urls';
import type { CoverCard } from './cover-card';
import { type Card, DRAWING_VERSION, type Ground } from './drawing';
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
    | { readonly cover: CoverCard }
    | { readonly ornament: OrnamentImage };
}

/** An ornament for places that take no SVG. */
export interface OrnamentImage extends OrnamentColours {
  readonly name: string;
  /** Absent: that of the engine. */
  readonly paper?: string;
}

/** The card of a post: drawn, or its cover where it has one that is an image. */
export async function toPostCard(post: Post, index: ContentIndex): Promise<CardFile> {
  const cover = await getCover(post);
  if (cover?.width !== undefined) {
    const { title } = post;
    const ground = getOwnGround(index);
    const shown = { file: cover.file, title, site: index.site.title, ...(ground && { ground }) };
    const version = [String(DRAWING_VERSION), getFontsVersion(index.root)];
    const path = cardPath(
      hash('cover', ...version, cover.hash, title, shown.site, ...listColours(ground)),
      'jpg',
    );
    return { path, type: 'image/jpeg', alt: cover.alt || title, source: { cover: shown } };
  }
  return toDrawnCard(post.title, index, {
    // An excerpt is the beginning of the text: not written to stand alone, and changed by most edits.
    description: post.isExcerpt ? '' : post.description,
    notes: toNotes(post, index),
    ornament: post.slug,
  });
}

/**
 * The ornament of a post as an image for feeds; undefined where the settings have none, or a cover stands for the post. Readers
 * of feeds take SVG away, and images within an address, but keep an image at one.
 */
export async function toFeedOrnament(post: Post, index: ContentIndex): Promise<CardFile | undefined> {
  if (!index.site.ornaments || (await getCover(post))) return undefined;
  const { ink, rubric } = getDrawnColours(index, 'light');
  const ground = getOwnGround(index);
  const ornament = { name: post.slug, ink, accent: rubric, ...(ground && { paper: ground.paper }) };
  const path = cardPath(hash('ornament', JSON.stringify([ornament, drawOrnament(post.slug)])), 'png');
  return { path, type: 'image/png', alt: '', source: { ornament } };
}

/** The posts in the feed of the site, latest first. */
export function listFeedPosts({ posts, site }: ContentIndex): readonly Post[] {
  return posts.filter(({ state }) => state === 'published').slice(0, site.postsInFeed);
}

/** The card of a page that is not a post, by its percent-encoded path. */
export function toPageCard(path: string, index: ContentIndex): CardFile | undefined {
  const { whole } = index;
  return getPageCards(index).get(path) ?? (whole && getPageCards(whole).get(path));
}

/** Every card of the site by its address: pages first, then ornaments in the feed, then posts, latest first. */
export async function listCards(index: ContentIndex): Promise<ReadonlyMap<string, CardFile>> {
  return cards.getOrCreate(index, () => collectCards(index));
}

const cards = createWeakProcessCache<ContentIndex, Promise<ReadonlyMap<string, CardFile>>>('cards');
const pageCards = createWeakProcessCache<ContentIndex, ReadonlyMap<string, CardFile>>('cards of pages');

async function collectCards(index: ContentIndex): Promise<ReadonlyMap<string, CardFile>> {
  const sections = listSections(index);
  const all = sections.flatMap((section) => [...getPageCards(section).values()]);
  for (const post of sections.flatMap(listFeedPosts)) {
    const ornament = await toFeedOrnament(post, index);
    if (ornament) all.push(ornament);
  }
  const unlisted = [...index.postsBySlug.values()].filter(({ state }) => state === 'unlisted');
  for (const post of [...index.posts, ...unlisted])
    all.push(await toPostCard(post, getSectionOf(index, post)));
  return new Map(all.map((card) => [card.path, card]));
}

function getPageCards(index: ContentIndex): ReadonlyMap<string, CardFile> {
  return pageCards.getOrCreate(index, () => listPageCards(index));
}

function listPageCards(index: ContentIndex): ReadonlyMap<string, CardFile> {
  const { site, strings, tags, authors, series } = index;
  const subjects = formatMessage(strings, 'subjects');
  const author = authors.get(site.author ?? '')?.author.name;
  const card = (path: string, title: string, facts: Facts): [string, CardFile] => [
    path,
    toDrawnCard(title, index, { ornament: path, ...facts }),
  ];
  const lists: [string, CardFile][] = [
    card(inSection(strings, homePath), site.title, {
      description: site.description,
      notes: author === undefined ? [] : [author],
      // The title is the name already.
      site: new URL(site.url).host,
    }),
    card(inSection(strings, archivePath()), formatMessage(strings, 'archive'), {
      description: formatMessage(strings, 'archiveDescription', { site: site.title }),
    }),
    card(inSection(strings, tagsPath()), subjects, {
      description: formatMessage(strings, 'subjectsDescription', { site: site.title }),
    }),
  ];
  const subjectCards = [...tags.values()].map(({ tag: { slug, label, description } }) =>
    card(inSection(strings, tagPath(slug)), label, {
      description: description ?? formatMessage(strings, 'notesOn', { subject: label, site: site.title }),
      notes: [subjects],
    }),
  );
  const seriesCards = [...series.values()].map(({ slug, name, posts }) =>
    card(inSection(strings, seriesPath(slug)), name, {
      description: posts.map(({ title }) => title).join(' · '),
      notes: [formatMessage(strings, 'series')],
    }),
  );
  const ownPages = strings.section === undefined ? listOwnPages(index, card) : { pages: [], authors: [] };
  return new Map([...lists, ...ownPages.pages, ...subjectCards, ...ownPages.authors, ...seriesCards]);
}

/** Of pages that are in no section: those of the blog, and those of authors. */
function listOwnPages(
  index: ContentIndex,
  card: (path: string, title: string, facts: Facts) => [string, CardFile],
) {
  const { site, strings, pages, authors } = index;
  return {
    pages: [
      ...[...pages.values()].map(({ slug, title, description }) =>
        card(pagePath(slug), title, { description }),
      ),
      ...listSpecimenPages(index).map((slug) =>
        card(pagePath(slug), formatMessage(strings, 'colophon'), {
          description: formatMessage(strings, 'colophonDescription', { site: site.title }),
        }),
      ),
    ],
    authors: [...authors.values()].map(({ author: { id, name, bio } }) =>
      card(authorPath(id), name, {
        description: bio ?? formatMessage(strings, 'notesBy', { name, site: site.title }),
        // As at the head of their page.
        ornament: id,
      }),
    ),
  };
}

type Facts = Partial<Pick<Card, 'description' | 'notes' | 'ornament' | 'site'>>;

function toDrawnCard(title: string, index: ContentIndex, facts: Facts): CardFile {
  const { site, root } = index;
  const ground = getOwnGround(index);
  const { description, notes = [], ornament = title } = facts;
  const icon = readOwnIcon(root)?.svg;
  const card: Card = {
    ...{ title, notes, site: facts.site ?? site.title, accent: getDrawnColours(index, 'light').rubric },
    ...(description && { description }),
    ...(site.ornaments && { ornament }),
    ...(icon !== undefined && { icon }),
    ...(ground && { ground }),
  };
  const version = hash(String(DRAWING_VERSION), getFontsVersion(root), JSON.stringify(card));
  return { path: cardPath(version, 'png'), type: 'image/png', alt: title, source: { card } };
}

/** Undefined for paper and ink of the engine: what such a blog shows keeps its address. */
function getOwnGround(index: ContentIndex): Ground | undefined {
  const { paper, ink, 'ink-2': ink2 } = getDrawnColours(index, 'light');
  const engine = PALETTE.light;
  if (paper === engine.paper && ink === engine.ink && ink2 === engine['ink-2']) return undefined;
  return { paper, ink, 'ink-2': ink2 };
}

function listColours(ground: Ground | undefined): string[] {
  return ground ? [ground.paper, ground.ink, ground['ink-2']] : [];
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
