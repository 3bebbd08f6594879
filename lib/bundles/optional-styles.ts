import path from 'node:path';
import type { ShownSite } from '../site/site';
import { bundleScript } from './bundle-script';

interface Written {
  readonly lang?: string;
}

interface Uses {
  readonly site: Pick<ShownSite, 'language' | 'languages' | 'navigation' | 'readers'>;
  readonly parts: ReadonlyMap<string, unknown>;
  readonly postsBySlug: ReadonlyMap<string, Written>;
  readonly pages: ReadonlyMap<string, Written>;
}

const WITHOUT_ITALICS = /^(zh|ja|ko|ar|he)\b/i;

/** The styles, minified, of what a blog has and others do not: comments, groups of links, parts of pages, languages without italics. */
export function getOptionalStyles({ site, parts, postsBySlug, pages }: Uses): string {
  const hasGroups = [site, ...site.languages].some(({ navigation = [] }) =>
    navigation.some((entry) => !('href' in entry)),
  );
  // With three languages the switch between them is a group.
  const hasFrameParts = parts.size > 0 || hasGroups || site.languages.length > 1;
  const languages = [...postsBySlug.values(), ...pages.values()].flatMap(({ lang }) => lang ?? []);
  const files = [
    ...(site.readers ? ['comments.css'] : []),
    ...(hasFrameParts ? ['frame-parts.css'] : []),
    ...([site.language, ...site.languages.map(({ language }) => language), ...languages].some((language) =>
      WITHOUT_ITALICS.test(language),
    )
      ? ['no-italics.css']
      : []),
  ];
  return files
    .map((file) => bundleScript({ entryPoints: [path.resolve('components/styles', file)], external: ['*'] }))
    .join('');
}
