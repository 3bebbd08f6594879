import { notFound } from 'next/navigation';
import type { ContentIndex } from '@/lib/content/content-index';
import { getShownSection } from '@/lib/views/current-index';

/** What a page of a section is given: `section` is that of a further language, by its part of the address. */
export interface SectionProps<Params = object> {
  params: Promise<Params & { section?: string }>;
}

/** The section that a page shows; the main one where its address names none. */
export async function getSection(props?: SectionProps): Promise<ContentIndex> {
  return getShownSection((await props?.params)?.section) ?? notFound();
}
