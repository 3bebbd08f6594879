import type { ContentIndex } from '../content/content-index';
import type { Audience } from '../content/state';
import { yearOf } from '../dates';
import type { Strings } from '../messages';
import { readOwnIcon } from '../site/own-icon';
import type { ShownSite } from '../site/site';

/** What stands around every page. */
export interface FrameView {
  readonly site: Pick<
    ShownSite,
    'url' | 'title' | 'description' | 'language' | 'navigation' | 'rights' | 'repository' | 'analytics'
  > & {
    /** Of the blog's own icon, where it has one: changes with it. */
    readonly icon?: string;
  };
  readonly audience: Audience;
  readonly strings: Strings;
  /** First and last year of publication. */
  readonly years: { readonly from: string; readonly to: string };
}

/** The view of what stands around every page. */
export function viewFrame({ site, strings, audience, posts, today, root }: ContentIndex): FrameView {
  const { url, title, description, language, navigation, rights, repository, analytics } = site;
  const icon = readOwnIcon(root)?.hash;
  const dates = posts.flatMap(({ date, state }) => (state === 'published' && date) || []);
  return {
    site: {
      ...{ url, title, description, language, navigation },
      ...(rights !== undefined && { rights }),
      ...(repository && { repository }),
      ...(analytics && { analytics }),
      ...(icon && { icon }),
    },
    audience,
    strings,
    years: { from: yearOf(dates.at(-1) ?? today), to: yearOf(dates[0] ?? today) },
  };
}
