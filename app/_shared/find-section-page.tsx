import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { getShownSection } from '@/lib/views/current-index';
import { viewNotFoundMetadata } from '@/lib/views/not-found';
import { parseSectionPath, type SectionRoute } from '@/lib/views/section-page';
import * as archive from '../posts/page';
import * as furtherArchive from '../posts/page/[page]/page';
import * as search from '../search/page';
import * as series from '../series/[slug]/page';
import * as tag from '../tags/[tag]/page';
import * as furtherTag from '../tags/[tag]/page/[page]/page';
import * as tags from '../tags/page';
import { getSection, type SectionProps } from './get-section';
import { NotFoundPage } from './not-found-page';

interface PageModule {
  default(props: never): ReactNode | Promise<ReactNode>;
  generateMetadata(props: never): Metadata | Promise<Metadata>;
}

const missing: PageModule = {
  default: async (props: SectionProps) => <NotFoundPage section={await getSection(props)} />,
  generateMetadata: async (props: SectionProps) => {
    return viewNotFoundMetadata(await getSection(props));
  },
};

/** The page of a section at a path below that of the section, as the page of the same kind of the main one renders it. */
export function findSectionPage(section: string, path: readonly string[]) {
  const route = getShownSection(section) && parseSectionPath(path);
  if (!route) return undefined;
  const page = findModule(route);
  const props = { params: Promise.resolve({ ...toParams(route), section }) } as never;
  return {
    render: async () => page.default(props),
    getMetadata: async () => page.generateMetadata(props),
  };
}

function findModule(route: SectionRoute): PageModule {
  switch (route.kind) {
    case 'archive':
      return route.page === 1 ? archive : furtherArchive;
    case 'tag':
      return route.page === 1 ? tag : furtherTag;
    case 'tags':
      return tags;
    case 'series':
      return series;
    case 'search':
      return search;
    case 'not-found':
      return missing;
  }
}

function toParams(route: SectionRoute): Readonly<Record<string, string>> {
  return {
    ...('page' in route && { page: String(route.page) }),
    ...('slug' in route && { slug: route.slug, tag: route.slug }),
  };
}
