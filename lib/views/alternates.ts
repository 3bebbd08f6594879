import type { ContentIndex } from '../content/content-index';
import { listSections } from '../content/sections';
import { inSection } from '../urls';

/** A list in each section that has it: paths by language. Undefined where there is one only. */
export function listAlternates(
  index: ContentIndex,
  path: string,
  hasList: (section: ContentIndex) => boolean = () => true,
): Readonly<Record<string, string>> | undefined {
  const sections = listSections(index).filter(hasList);
  if (sections.length < 2) return undefined;
  const [main] = sections;
  return {
    ...Object.fromEntries(sections.map(({ site, strings }) => [site.language, inSection(strings, path)])),
    ...(main && main.strings.section === undefined && { 'x-default': path }),
  };
}
