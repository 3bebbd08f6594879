import { z } from 'zod';
import { isIsoDate } from '../dates';
import { isLanguage } from '../site/site';
import { toIsoDate } from './iso-date';
import { findSlugFault } from './slug';

const text = z.string('must be text').trim().min(1, 'is empty');
/** YAML has more words for both, and Jekyll reads all of them. */
const flag = z
  .preprocess(toFlagWord, z.enum(['true', 'false'], 'must be true or false'))
  .transform((value) => value === 'true');

function toFlagWord(value: unknown): unknown {
  const word = typeof value === 'string' ? value.toLowerCase() : value;
  if (word === 'yes' || word === 'on') return 'true';
  return word === 'no' || word === 'off' ? 'false' : word;
}

const date = z
  .string('must be a date')
  .transform(toIsoDate)
  .refine(isIsoDate, { error: (issue) => describeDate(issue.input) });
function splitItems(text: string): string[] {
  const items = text.split(',').map((item) => item.trim());
  // A comma may end the last.
  return items.at(-1) === '' ? items.slice(0, -1) : items;
}

/** A list, or its items in one text with commas between them. */
const list = <Item extends z.ZodType>(item: Item) =>
  z.preprocess(
    (value) => (typeof value === 'string' && value.trim() !== '' ? splitItems(value) : value),
    z.array(item, 'must be a list'),
  );
const name = text.transform((value) => value.normalize('NFC'));
/** Docusaurus and Medium write `/my-post`. */
const slug = name
  .transform((value) => /^\/([^/]+)\/?$/.exec(value)?.[1] ?? value)
  .refine((value) => findSlugFault(value) === undefined, {
    error: (issue) => findSlugFault(String(issue.input)) ?? '',
  });
const path = text.refine(
  (value) => /^\/(?!\/)[^?#\s\\]*$/.test(value),
  'must be a path such as /old/address, without spaces, "?" and "#"',
);
const webAddress = z.url({ protocol: /^https?$/, error: 'must be an absolute URL' });

/** The front matter of a post, every scalar still text when it comes in. */
export const postSchema = z.object({
  title: text,
  description: text.optional(),
  date: date.optional(),
  updated: date.optional(),
  revisions: z
    .array(z.strictObject({ date, change: text }, 'must be a date and a change'), 'must be a list')
    .default([]),
  tags: list(text).default([]),
  featured: flag.default(false),
  draft: flag.default(false),
  unlisted: flag.default(false),
  comments: flag.default(true),
  slug: slug.optional(),
  aliases: list(path).default([]),
  series: name.optional(),
  authors: list(name).optional(),
  author: list(name).optional(),
  cover: z
    .strictObject({ src: text, alt: z.string('must be text').trim() }, 'must name an image and its alt text')
    .optional(),
  numberFigures: flag.optional(),
  canonical: webAddress.optional(),
  lang: text.refine(isLanguage, 'must be a language tag').optional(),
  translationOf: name.optional(),
  id: text.optional(),
});

/** The front matter of a page that is not a post. */
export const pageSchema = postSchema.pick({
  title: true,
  description: true,
  slug: true,
  lang: true,
  numberFigures: true,
});

export const POST_FIELDS = Object.keys(postSchema.shape);
export const PAGE_FIELDS = Object.keys(pageSchema.shape);
export const FLAG_FIELDS = ['featured', 'draft', 'unlisted', 'comments', 'numberFigures'];

/** How to write each field, for the remedy of a problem. */
export const FIELD_REMEDIES: Readonly<Record<string, string>> = {
  title: 'Write title: My post.',
  description: 'Write one or two sentences: description: What the post is about.',
  date: 'Write a day of the calendar as 2024-03-15, or with time and offset as 2024-03-15T09:00:00+01:00.',
  updated: 'Write a day of the calendar as 2024-03-15, or with time and offset as 2024-03-15T09:00:00+01:00.',
  revisions:
    'Write a list of days and what was changed: revisions: [{ date: 2024-05-01, change: The second table is complete. }].',
  tags: 'Write a list: tags: [Python, Web].',
  featured: 'Write featured: true or featured: false, without quotes.',
  comments: 'Write comments: false where nobody may answer, without quotes.',
  draft: 'Write draft: true or draft: false, without quotes.',
  unlisted: 'Write unlisted: true or unlisted: false, without quotes.',
  slug: 'Use letters, numbers and hyphens: slug: my-post.',
  aliases: 'Write a list of old paths: aliases: [/2019/old-address].',
  series: 'Write the name of the series: series: Building a parser.',
  authors: 'Write a list of ids from authors.yml: authors: [ada].',
  author: 'Write an id from authors.yml: author: ada.',
  cover: 'Write the image and what it shows: cover: { src: ./cover.jpg, alt: A lighthouse at dusk }.',
  numberFigures: 'Write numberFigures: true or numberFigures: false, without quotes.',
  canonical: 'Write the whole address: canonical: https://example.com/original.',
  lang: 'Write a BCP 47 language tag: lang: de or lang: pt-BR.',
  translationOf: 'Write the slug of the original post: translationOf: hello-world.',
  id: 'Write a word that no other post has, and never change it: id: hello-world.',
};

/** What other blogs call our fields, in lower case without separators, for "did you mean". */
export const SYNONYMS: Readonly<Record<string, string>> = {
  name: 'title',
  headline: 'title',
  summary: 'description',
  excerpt: 'description',
  abstract: 'description',
  subtitle: 'description',
  publishedat: 'date',
  pubdate: 'date',
  pubdatetime: 'date',
  created: 'date',
  modified: 'updated',
  moddatetime: 'updated',
  lastmod: 'updated',
  lastmodified: 'updated',
  updatedat: 'updated',
  errata: 'revisions',
  erratum: 'revisions',
  corrections: 'revisions',
  changelog: 'revisions',
  changes: 'revisions',
  history: 'revisions',
  categories: 'tags',
  category: 'tags',
  keywords: 'tags',
  topics: 'tags',
  tag: 'tags',
  pinned: 'featured',
  sticky: 'featured',
  permalink: 'slug',
  redirectfrom: 'aliases',
  redirects: 'aliases',
  by: 'authors',
  image: 'cover',
  coverimage: 'cover',
  heroimage: 'cover',
  ogimage: 'cover',
  images: 'cover',
  thumbnail: 'cover',
  canonicalurl: 'canonical',
  language: 'lang',
  locale: 'lang',
  guid: 'id',
  uuid: 'id',
  uid: 'id',
};

/** Fields of other engines that are one or two edits away from ours and mean something else. */
export const FOREIGN_FIELDS: ReadonlySet<string> = new Set([
  ...[
    'data',
    'rate',
    'dates',
    'title_tag',
    'titles',
    'type',
    'tag',
    'image',
    'images',
    'over',
    'series_order',
    'serie',
  ],
  ...[
    'layout',
    'link',
    'links',
    'long',
    'slugs',
    'url',
    'urls',
    'ids',
    'idx',
    'toc',
    'math',
    'rating',
    'draw',
    'craft',
  ],
]);

function describeDate(input: unknown): string {
  const day = /^\d{4}-\d{2}-\d{2}/.exec(String(input))?.[0];
  if (day !== undefined && !isIsoDate(day)) return `is not a real date: ${day} does not exist`;
  return 'is not a date of the form YYYY-MM-DD';
}
