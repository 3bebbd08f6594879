import { z } from 'zod';
import { isIsoDate } from '../dates';
import { isLanguage } from '../site';
import { isSlug } from './slug';

const text = z.string('must be text').trim().min(1, 'is empty');
const flag = z.enum(['true', 'false'], 'must be true or false').transform((value) => value === 'true');
const date = z.string('must be a date').refine(isIsoDate, { error: (issue) => describeDate(issue.input) });
const list = (item: z.ZodType<string>, error: string) => z.array(item, error);
const path = text.refine((value) => /^\/[^?#\s]+$/.test(value), 'must be a path that starts with "/"');
const webAddress = z.url({ protocol: /^https?$/, error: 'must be an absolute URL' });

/** The front matter of a post, every scalar still text when it comes in. */
export const postSchema = z.object({
  title: text,
  description: text.optional(),
  date: date.optional(),
  updated: date.optional(),
  tags: list(text, 'must be a list').default([]),
  featured: flag.default(false),
  draft: flag.default(false),
  unlisted: flag.default(false),
  slug: text.refine(isSlug, 'has characters that an address cannot hold').optional(),
  aliases: list(path, 'must be a list').default([]),
  series: text.optional(),
  authors: list(text, 'must be a list').optional(),
  cover: z
    .strictObject({ src: text, alt: z.string('must be text').trim() }, { error: describeCover })
    .optional(),
  canonical: webAddress.optional(),
  lang: text.refine(isLanguage, 'must be a language tag').optional(),
});

/** The front matter of a page that is not a post. */
export const pageSchema = postSchema.pick({ title: true, description: true, slug: true, lang: true });

export const POST_FIELDS = Object.keys(postSchema.shape);
export const PAGE_FIELDS = Object.keys(pageSchema.shape);
export const FLAG_FIELDS = ['featured', 'draft', 'unlisted'];

/** How to write each field, for the advice of a problem. */
export const FIELD_ADVICE: Readonly<Record<string, string>> = {
  title: 'Write title: My post.',
  description: 'Write one or two sentences: description: What the post is about.',
  date: 'Write a day of the calendar as 2024-03-15, or with time and offset as 2024-03-15T09:00:00+01:00.',
  updated: 'Write a day of the calendar as 2024-03-15, or with time and offset as 2024-03-15T09:00:00+01:00.',
  tags: 'Write a list: tags: [Python, Web].',
  featured: 'Write featured: true or featured: false, without quotes.',
  draft: 'Write draft: true or draft: false, without quotes.',
  unlisted: 'Write unlisted: true or unlisted: false, without quotes.',
  slug: 'Use letters, numbers and hyphens: slug: my-post.',
  aliases: 'Write a list of old paths: aliases: [/2019/old-address].',
  series: 'Write the name of the series: series: Building a parser.',
  authors: 'Write a list of ids from authors.yml: authors: [ada].',
  cover: 'Write the image and what it shows: cover: { src: ./cover.jpg, alt: A lighthouse at dusk }.',
  canonical: 'Write the whole address: canonical: https://example.com/original.',
  lang: 'Write a BCP 47 language tag: lang: de or lang: pt-BR.',
};

function describeDate(input: unknown): string {
  const day = /^\d{4}-\d{2}-\d{2}/.exec(String(input))?.[0];
  if (day !== undefined && !isIsoDate(day)) return `is not a real date: ${day} does not exist`;
  return 'is not a date this blog can read';
}

function describeCover(issue: { readonly code?: string }): string {
  return issue.code === 'unrecognized_keys'
    ? 'has a field that is not src or alt'
    : 'must name an image and its alt text';
}
