import { createDiskCache } from '../../cache/disk-cache';
import type { ContentIndex } from '../../content/content-index';
import type { Post } from '../../content/types';
import { dayOf } from '../../dates';
import { getCompiledKey } from '../../markdown/compile/compiled';
import { formatMessage, type Strings } from '../../site/strings/messages';
import { postPath } from '../../urls';
import { LEVELS, type TextPost, type TextSection } from '../index-format';
import { type SectionTerms, toSectionTerms } from './levels';
import { readSections } from './sections';

/** What a post contributes to the index. */
export interface PostPart {
  /** The post as results show it, as JSON. */
  readonly text: string;
  /** The terms of each section: for each level those that have it, with spaces between. */
  readonly terms: readonly (readonly string[])[];
}

/** Changes with all that the part of a post is made from besides the engine. */
export function getPostPartKey(post: Post, { site, strings }: ContentIndex): string {
  const { slug, title, description, date, lang } = post;
  const tags = post.tags.map(({ label }) => label);
  return JSON.stringify([
    getCompiledKey(post),
    slug,
    title,
    description,
    tags,
    date,
    lang === site.language ? undefined : lang,
    toMark(post, strings),
  ]);
}

/** What a post contributes to the index, made once for each state of the post. */
export async function getPostPart(key: string, post: Post, index: ContentIndex): Promise<PostPart> {
  const known = disk.read(key);
  if (known) return JSON.parse(known.toString('utf8'));
  const sections = await readSections(post, index);
  const part = {
    text: JSON.stringify(toTextPost(post, sections, index)),
    terms: toSectionTerms(post, sections).map(groupByLevel),
  };
  disk.write(key, JSON.stringify(part));
  return part;
}

const disk = createDiskCache('search-posts', 'lib/search/build/post-part.ts');

function toTextPost(post: Post, sections: readonly TextSection[], { site, strings }: ContentIndex): TextPost {
  const mark = toMark(post, strings);
  const [lead, ...others] = sections;
  return {
    path: postPath(post.slug),
    title: post.title,
    ...(post.date === undefined ? {} : { date: dayOf(post.date) }),
    ...(post.lang === undefined || post.lang === site.language ? {} : { lang: post.lang }),
    ...(mark === undefined ? {} : { mark }),
    tags: post.tags.map(({ label }) => label),
    sections: [
      {
        id: '',
        heading: '',
        lines: [...(post.description === '' ? [] : [post.description]), ...(lead?.lines ?? [])],
      },
      ...others,
    ],
  };
}

/** What the author reads beside a post that readers do not find. */
function toMark({ state }: Post, strings: Strings): string | undefined {
  return state === 'published' ? undefined : formatMessage(strings, state);
}

function groupByLevel(terms: SectionTerms): string[] {
  const groups: string[][] = Array.from({ length: LEVELS }, () => []);
  for (const [term, level] of terms) groups[level]?.push(term);
  return groups.map((group) => group.join(' '));
}
