import type { Metadata } from 'next';
import { toPostCard } from '../cards/card-files';
import type { ContentIndex } from '../content/content-index';
import { getLanguage, getTranslations } from '../content/translations';
import type { Post } from '../content/types';
import { toRfc3339 } from '../dates';
import { absoluteUrl, authorPath, markdownPath, postPath } from '../urls';
import { toCreator, toMetadata, toOpenGraphLocale } from './metadata';

/** The metadata of a post. Posts that no list shows ask search engines to stay away. */
export async function toPostMetadata(post: Post, index: ContentIndex): Promise<Metadata> {
  const { site } = index;
  const metadata = toMetadata(index, {
    title: post.title,
    description: post.description,
    canonical: post.canonical ?? postPath(post.slug),
    isHidden: post.state !== 'published',
    language: post.lang,
    card: await toPostCard(post, index),
  });
  const translations = getTranslations(index, post);
  const languageOf = (other: Post) => getLanguage(index, other);
  const known = post.authors.filter(({ count }) => count > 0);
  return {
    ...metadata,
    ...(post.authors.length > 0
      ? {
          authors: post.authors.map(({ id, name, count }) => ({
            name,
            ...(count > 0 && { url: authorPath(id) }),
          })),
        }
      : {}),
    ...toCreator(post.authors),
    alternates: {
      ...metadata.alternates,
      types: { ...metadata.alternates?.types, 'text/markdown': markdownPath(post.slug) },
      ...(translations.length > 0 && { languages: toLanguages(translations, languageOf) }),
    },
    openGraph: {
      ...metadata.openGraph,
      type: 'article',
      url: postPath(post.slug),
      ...(post.date ? { publishedTime: toRfc3339(post.date, site.timeZone) } : {}),
      ...(post.updated ? { modifiedTime: toRfc3339(post.updated, site.timeZone) } : {}),
      tags: post.tags.map(({ label }) => label),
      authors: known.map(({ id }) => absoluteUrl(site.url, authorPath(id))),
      alternateLocale: translations
        .filter((other) => other !== post)
        .map((other) => toOpenGraphLocale(languageOf(other))),
    },
  };
}

/** Every translation by its language, the post itself included, and the original for all other languages. */
function toLanguages(translations: readonly Post[], languageOf: (post: Post) => string) {
  const pairs = translations.map((other) => [languageOf(other), postPath(other.slug)]);
  const original = translations.find(({ translationOf }) => translationOf === undefined);
  return Object.fromEntries([...pairs, ...(original ? [['x-default', postPath(original.slug)]] : [])]);
}
