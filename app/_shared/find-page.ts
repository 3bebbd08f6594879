import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { LIVE_PAGES, type LivePage, type LiveQuery } from '@/lib/dev/live-routes';
import * as section from '../[page]/[...path]/page.languages';
import * as contentPage from '../[page]/page';
import * as author from '../authors/[id]/page';
import * as home from '../page';
import * as post from '../posts/[slug]/page';
import * as archive from '../posts/page';
import * as furtherArchive from '../posts/page/[page]/page';
import * as series from '../series/[slug]/page';
import * as tag from '../tags/[tag]/page';
import * as furtherTag from '../tags/[tag]/page/[page]/page';
import * as tags from '../tags/page';

interface PageModule {
  default(props: never): ReactNode | Promise<ReactNode>;
  generateMetadata(props: never): Metadata | Promise<Metadata>;
}

const MODULES: Readonly<Record<LivePage, PageModule>> = {
  '/': home,
  '/posts': archive,
  '/posts/page/:page': furtherArchive,
  '/posts/:slug': post,
  '/tags': tags,
  '/tags/:tag': tag,
  '/tags/:tag/page/:page': furtherTag,
  '/authors/:id': author,
  '/series/:slug': series,
  '/:page': contentPage,
  '/:path*': section,
};

/** The page that a query of `listLiveRewrites` asks for: its nodes, and its metadata. Undefined where it is none. */
export function findPage({ pattern, ...params }: LiveQuery) {
  const module = MODULES[LIVE_PAGES[Number(pattern)] ?? ('' as LivePage)];
  if (!module) return undefined;
  const { path = '' } = params;
  const [page = '', ...below] = String(path).split('/');
  const named = module === section ? { page, path: below } : params;
  const props = { params: Promise.resolve(named), searchParams: Promise.resolve({}) } as never;
  return {
    render: async () => module.default(props),
    getMetadata: async () => module.generateMetadata(props),
  };
}
