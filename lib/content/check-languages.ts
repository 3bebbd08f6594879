import type { Site } from '../site/site';
import { findMessages, LANGUAGES } from '../site/strings/languages';
import { toSectionSlug } from '../urls';
import { createReporter, type Problem, placeAt } from './problems';
import { suggest } from './suggest';
import type { TextFile } from './text-file';

/** Sections in languages that the interface is not in, or that are there already. */
export function checkLanguages(
  { language: main, languages }: Pick<Site, 'language' | 'languages'>,
  settings: TextFile | undefined,
): Problem[] {
  const source = settings?.source ?? '';
  const report = createReporter(settings?.file ?? 'site.ts', source);
  const place = placeAt(source, Math.max(source.search(/\blanguages\b['"]?\s*:/), 0));
  const taken = new Set([toSectionSlug(main)]);
  return languages.flatMap(({ language }) => {
    if (findMessages(language) === undefined) {
      const close = suggest(language, Object.keys(LANGUAGES));
      const guess = close === undefined ? '' : ` Did you mean "${close}"?`;
      const remedy = `Name one of these: ${Object.keys(LANGUAGES).join(', ')}.`;
      return [report(place, 'error', `The interface is not in the language "${language}".${guess}`, remedy)];
    }
    if (!taken.has(toSectionSlug(language))) {
      taken.add(toSectionSlug(language));
      return [];
    }
    const isMain = toSectionSlug(language) === toSectionSlug(main);
    const message = isMain
      ? `"${language}" is the main language of the blog, which needs no section.`
      : `There are two sections for the language "${language}".`;
    return [report(place, 'error', message, 'Remove it from the languages.')];
  });
}
