import { SPECIMEN_SLUG } from '../urls';
import type { ContentIndex } from './content-index';

/** The slug of the page of the blog's own type and colours; none where the settings have none, or a page has that name. */
export function listSpecimenPages({ site, pages, broken }: ContentIndex): string[] {
  const isTaken =
    pages.has(SPECIMEN_SLUG) || broken.some(({ kind, slug }) => kind === 'page' && slug === SPECIMEN_SLUG);
  return site.specimen && !isTaken ? [SPECIMEN_SLUG] : [];
}
