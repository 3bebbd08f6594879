import path from 'node:path';
import type { ShownSite } from '../site/site';
import { bundleScript } from './bundle-script';

interface Uses {
  readonly site: Pick<ShownSite, 'navigation' | 'readers'>;
  readonly parts: ReadonlyMap<string, unknown>;
}

/** The styles, minified, of what a blog has and others do not: comments, groups of links, words above the footer. */
export function getOptionalStyles({ site, parts }: Uses): string {
  const hasFrameParts = parts.size > 0 || site.navigation.some((entry) => !('href' in entry));
  const files = [...(site.readers ? ['comments.css'] : []), ...(hasFrameParts ? ['frame-parts.css'] : [])];
  return files
    .map((file) => bundleScript({ entryPoints: [path.resolve('components/styles', file)], external: ['*'] }))
    .join('');
}
