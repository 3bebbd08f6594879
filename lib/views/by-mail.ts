import type { ContentIndex } from '../content/content-index';
import { toSectionSlug } from '../urls';

export interface ByMailView {
  /** The section whose posts are meant, by its part of the address; empty for the main one. */
  readonly section: string;
  /** What a reader can choose among, by label. */
  readonly subjects: readonly { readonly slug: string; readonly label: string }[];
}

/** What readers of a section can subscribe to; undefined where they cannot. */
export function viewByMail({ site, strings, tags }: ContentIndex): ByMailView | undefined {
  if (!site.readers?.subscriptions) return undefined;
  const order = new Intl.Collator(site.language);
  return {
    section: strings.section === undefined ? '' : toSectionSlug(site.language),
    subjects: [...tags.values()]
      .map(({ tag: { slug, label } }) => ({ slug, label }))
      .sort((a, b) => order.compare(a.label, b.label)),
  };
}
