import type { ContentIndex } from '../content/content-index';
import { getSectionOf } from '../content/sections';
import { getLanguage } from '../content/translations';
import { type CardFile, listCards, toPostCard } from './card-files';
import { findUnreadable } from './render-card';
import { findPackage } from './script-packages';

/** Characters on social cards that no font has, by the npm package (`@fontsource/…`) that has them. */
export async function listMissing(index: ContentIndex): Promise<Map<string, Set<string>>> {
  const missing = new Map<string, Set<string>>();
  const add = ({ source }: CardFile, language: string) => {
    for (const text of listTexts(source)) {
      for (const character of findUnreadable(text, index.root).missing) {
        const name = findPackage(character, text, language);
        missing.set(name, (missing.get(name) ?? new Set()).add(character));
      }
    }
  };
  const known = new Set<string>();
  for (const post of index.postsBySlug.values()) {
    const card = await toPostCard(post, getSectionOf(index, post));
    known.add(card.path);
    add(card, getLanguage(index, post));
  }
  const language = getHanLanguage(index);
  for (const card of (await listCards(index)).values()) if (!known.has(card.path)) add(card, language);
  return missing;
}

/** The first language of the site that has Chinese characters, for names that are in no language. */
function getHanLanguage({ site }: ContentIndex): string {
  const languages = [site.language, ...site.languages.map(({ language }) => language)];
  return languages.find((language) => /^(?:zh|ja|ko)\b/i.test(language)) ?? site.language;
}

function listTexts(source: CardFile['source']): string[] {
  if ('ornament' in source) return [];
  if ('cover' in source) return [source.cover.title, source.cover.site];
  const { title, description = '', notes, site } = source.card;
  return [title, description, ...notes, site];
}
