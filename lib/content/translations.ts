import { createWeakProcessCache } from '../cache/process-cache';
import type { ContentIndex } from './content-index';
import type { ParsedPost } from './post';
import type { Problem } from './problems';
import { suggest } from './suggest';
import type { Post } from './types';

/** A post and its translations that search engines may show, the original first; empty where there is only the post. */
export function getTranslations(index: ContentIndex, post: Post): readonly Post[] {
  const whole = index.whole ?? index;
  const known = cache.getOrCreate(whole, () => groupTranslations(whole));
  const group = known.get(post.translationOf ?? post.slug) ?? [];
  return group.includes(post) && group.length > 1 ? group : [];
}

/** The language of a post, whatever section is shown. */
export function getLanguage(index: ContentIndex, { lang }: Pick<Post, 'lang'>): string {
  return lang ?? (index.whole ?? index).site.language;
}

const cache = createWeakProcessCache<ContentIndex, ReadonlyMap<string, readonly Post[]>>('translations');

function groupTranslations({ posts }: ContentIndex): ReadonlyMap<string, readonly Post[]> {
  const groups = new Map<string, Post[]>();
  for (const post of posts.filter(({ translationOf }) => translationOf !== undefined)) {
    const original = post.translationOf ?? '';
    groups.set(original, [...(groups.get(original) ?? []), post]);
  }
  for (const post of posts) {
    const group = groups.get(post.slug);
    if (group && post.translationOf === undefined) groups.set(post.slug, [post, ...group]);
  }
  return groups;
}

/** Translations of what is not there, of other translations, and two of one post in the same language. */
export function checkTranslations(
  posts: readonly ParsedPost[],
  originals: readonly ParsedPost[],
  language: string,
): Problem[] {
  const bySlug = new Map(originals.map((post) => [post.slug, post]));
  const seen = new Map<string, ParsedPost>();
  return posts.flatMap((post) => {
    const { translationOf, lang = language } = post.values;
    if (translationOf === undefined) return [];
    const report = (message: string, remedy: string) =>
      post.reportAt(['translationOf'], 'error', message, remedy);
    const original = bySlug.get(translationOf);
    if (!original) {
      const close = suggest(translationOf, bySlug.keys());
      const guess = close === undefined ? '' : ` Did you mean "${close}"?`;
      const message = `There is no post "${translationOf}" that this could translate.${guess}`;
      return report(message, 'Write the slug of the original, the last part of its address.');
    }
    if (original === post || original.values.translationOf !== undefined) {
      const message = `"${translationOf}" is a translation itself.`;
      return report(message, 'Name the post that all of them translate.');
    }
    const other =
      (original.values.lang ?? language) === lang ? original : seen.get(`${translationOf} ${lang}`);
    seen.set(`${translationOf} ${lang}`, post);
    if (!other) return [];
    const message = `This translation has the language "${lang}", as has ${other.file.file}.`;
    return report(message, 'Say the language of this text: lang: de.');
  });
}
