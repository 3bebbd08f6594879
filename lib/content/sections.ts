import { createWeakProcessCache } from '../cache/process-cache';
import { findMessages } from '../site/strings/languages';
import { getOwnName, type Strings } from '../site/strings/messages';
import { inSection, sectionPath, seriesPath, tagPath, toSectionSlug } from '../urls';
import { arrangePosts } from './arrange';
import type { ContentIndex, Redirect } from './content-index';
import { listNavigation } from './navigation';
import { PART_NAMES, type Parts } from './parts';
import { getPunctuationLanguage, setPunctuation } from './punctuation';

/**
 * What lists, feeds and the search have of the content, by section: that of the main language first (all that no other section
 * has), then one for each further language of the settings. A blog without further languages has one: the whole.
 */
export function listSections(index: ContentIndex): readonly ContentIndex[] {
  const whole = index.whole ?? index;
  return whole.site.languages.length === 0 ? [whole] : [...getSections(whole).values()];
}

/** The section with a path such as `/de`, by the last part of that; the main one where none is given. */
export function findSection(index: ContentIndex, slug?: string): ContentIndex | undefined {
  const [main, ...others] = listSections(index);
  return slug === undefined ? main : others.find(({ site }) => toSectionSlug(site.language) === slug);
}

/** The section of a text, by its language. */
export function getSectionOf(index: ContentIndex, { lang }: { readonly lang?: string }): ContentIndex {
  const whole = index.whole ?? index;
  return whole.site.languages.length === 0 ? whole : (getSections(whole).get(findTag(whole, lang)) ?? whole);
}

/** Addresses of lists that only a section beside the main one has, from where they are without sections. */
export function listMovedLists(whole: ContentIndex): Redirect[] {
  const [main = whole, ...others] = listSections(whole);
  const find = (kind: 'tags' | 'series', slug: string) =>
    main[kind].has(slug) ? undefined : others.find((section) => section[kind].has(slug));
  const toRedirect = (kind: 'tags' | 'series', slug: string, path: string): Redirect[] => {
    const section = find(kind, slug);
    return section ? [{ from: decodeURI(path), to: inSection(section.strings, path) }] : [];
  };
  return [
    ...[...whole.tags.keys()].flatMap((slug) => toRedirect('tags', slug, tagPath(slug))),
    ...[...whole.series.keys()].flatMap((slug) => toRedirect('series', slug, seriesPath(slug))),
  ];
}

function getSections(whole: ContentIndex): ReadonlyMap<string, ContentIndex> {
  return cache.getOrCreate(whole, () => {
    const { site, posts } = whole;
    const tags = [site.language, ...site.languages.map(({ language }) => language)];
    return new Map(
      tags.map((tag) => {
        const own = posts.filter(({ lang }) => findTag(whole, lang) === tag);
        const { tags, series } = arrangePosts(own, whole.audience);
        const main = { ...whole, posts: own, tags, series, whole };
        return [tag, tag === site.language ? main : toSection(main, tag)];
      }),
    );
  });
}

const cache = createWeakProcessCache<ContentIndex, ReadonlyMap<string, ContentIndex>>('sections');

/** The language of the section for texts in a language: a text in `de-AT` belongs to `de`, unless that has one itself. */
function findTag({ site }: ContentIndex, lang: string = site.language): string {
  const fits = ({ language }: { language: string }) =>
    lang.toLowerCase() === language.toLowerCase() ||
    lang.toLowerCase().startsWith(`${language.toLowerCase()}-`);
  const [longest] = site.languages.filter(fits).sort((a, b) => b.language.length - a.language.length);
  return longest?.language ?? site.language;
}

function toSection(index: ContentIndex, tag: string): ContentIndex {
  const strings: Strings = {
    language: tag,
    messages: findMessages(tag) ?? index.strings.messages,
    section: sectionPath(tag),
  };
  const own = index.site.languages.find(({ language }) => language === tag);
  const title = own?.title ?? index.site.title;
  const site = { ...index.site, language: tag, title };
  const description = own?.description ?? `${title} · ${getOwnName(tag)}`;
  return {
    ...index,
    strings,
    site: {
      ...site,
      description: setPunctuation(description, getPunctuationLanguage({}, site)),
      navigation: own?.navigation ?? listNavigation(strings, hasAbout(index, tag)),
    },
    parts: pickParts(index.parts, toSectionSlug(tag)),
    tags: new Map([...index.tags].map(([slug, { tag, posts }]) => [slug, { tag: withoutWords(tag), posts }])),
  };
}

function hasAbout(index: ContentIndex, tag: string): boolean {
  const about = index.pages.get('about');
  return about !== undefined && findTag(index, about.lang) === tag;
}

function pickParts(parts: Parts, slug: string): Parts {
  return new Map(
    PART_NAMES.flatMap((name) => {
      const part = parts.get(`${name}.${slug}`);
      return part ? [[name, part] as const] : [];
    }),
  );
}

/** `tags.yml` describes in the main language. */
function withoutWords<Described extends { readonly description?: string }>(tag: Described): Described {
  const { description: _, ...rest } = tag;
  return rest as Described;
}
