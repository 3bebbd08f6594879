import type { ContentIndex } from '../content/content-index';
import { listSections } from '../content/sections';
import type { Audience } from '../content/state';
import { yearOf } from '../dates';
import { readOwnIcon } from '../site/own-icon';
import type { ShownSite } from '../site/site';
import { getOwnName, type Strings } from '../site/strings/messages';
import { homePath, inSection } from '../urls';

/** A section by the name that its language has in itself. */
export interface SectionLink {
  readonly language: string;
  readonly label: string;
  readonly href: string;
}

/** What stands around every page. */
export interface FrameView {
  readonly site: Pick<
    ShownSite,
    'url' | 'title' | 'description' | 'language' | 'navigation' | 'rights' | 'repository' | 'analytics'
  > & {
    /** Of the blog's own icon, where it has one: changes with it. */
    readonly icon?: string;
  };
  /** The sections of the blog, where there are several. */
  readonly sections?: readonly SectionLink[];
  readonly audience: Audience;
  readonly strings: Strings;
  /** First and last year of publication. */
  readonly years: { readonly from: string; readonly to: string };
}

/** The view of what stands around every page. */
export function viewFrame(index: ContentIndex): FrameView {
  const { site, strings, audience, posts, today, root } = index;
  const sections = listSections(index);
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
    ...(sections.length > 1 && { sections: sections.map(toSectionLink) }),
    audience,
    strings,
    years: { from: yearOf(dates.at(-1) ?? today), to: yearOf(dates[0] ?? today) },
  };
}

function toSectionLink({ site: { language }, strings }: ContentIndex): SectionLink {
  return { language, label: getOwnName(language), href: inSection(strings, homePath) };
}
