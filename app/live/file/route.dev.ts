import { readFile } from 'node:fs/promises';
import { getElementsBundle, LATEST_ELEMENTS } from '@/lib/bundles/elements-bundle';
import { findAsset } from '@/lib/dev/find-asset';
import { type LiveFile, matchFile } from '@/lib/dev/live-routes';
import { mediaTypeOf } from '@/lib/markdown/media/media-type';
import { decodeParam } from '@/lib/urls';
import * as sectionAtom from '../../[page]/atom.xml/route.languages';
import * as sectionJson from '../../[page]/feed.json/route.languages';
import * as sectionRss from '../../[page]/feed.xml/route.languages';
import * as sectionSearch from '../../[page]/search/[piece]/route.languages';
import * as sectionTagAtom from '../../[page]/tags/[tag]/atom.xml/route.languages';
import * as sectionTagJson from '../../[page]/tags/[tag]/feed.json/route.languages';
import * as sectionTagRss from '../../[page]/tags/[tag]/feed.xml/route.languages';
import * as authorAtom from '../../authors/[id]/atom.xml/route';
import * as authorJson from '../../authors/[id]/feed.json/route';
import * as authorRss from '../../authors/[id]/feed.xml/route';
import * as card from '../../cards/[file]/route';
import * as elements from '../../elements/[name]/route';
import * as markdown from '../../markdown/[slug]/route';
import * as search from '../../search/[piece]/route';
import * as tagAtom from '../../tags/[tag]/atom.xml/route';
import * as tagJson from '../../tags/[tag]/feed.json/route';
import * as tagRss from '../../tags/[tag]/feed.xml/route';
import { runForViewer } from '../run-for-viewer';

export const dynamic = 'force-dynamic';

interface FileModule {
  GET(request: Request, context: never): Promise<Response>;
}

const MODULES: Readonly<Record<LiveFile, FileModule>> = {
  '/elements/:name': { GET: getElements },
  '/media/:hash/:name': { GET: getMediaFile },
  '/cards/:file': card,
  '/posts/:slug.md': markdown,
  '/search/:piece': search,
  '/tags/:tag/feed.xml': tagRss,
  '/tags/:tag/atom.xml': tagAtom,
  '/tags/:tag/feed.json': tagJson,
  '/authors/:id/feed.xml': authorRss,
  '/authors/:id/atom.xml': authorAtom,
  '/authors/:id/feed.json': authorJson,
  '/:page/search/:piece': sectionSearch,
  '/:page/feed.xml': sectionRss,
  '/:page/atom.xml': sectionAtom,
  '/:page/feed.json': sectionJson,
  '/:page/tags/:tag/feed.xml': sectionTagRss,
  '/:page/tags/:tag/atom.xml': sectionTagAtom,
  '/:page/tags/:tag/feed.json': sectionTagJson,
};

/** A file that a page shows or links to, made when it is asked for. Development only. */
export async function GET(request: Request) {
  // The address as it was asked for, not as it was rewritten.
  const file = matchFile(new URL(request.url).pathname);
  if (!file) return new Response('There is no such file.', { status: 404 });
  const { pattern, params } = file;
  return runForViewer(() => MODULES[pattern].GET(request, { params: Promise.resolve(params) } as never));
}

async function getElements(request: Request, context: RouteContext<'/elements/[name]'>) {
  const { name } = await context.params;
  if (name !== `${LATEST_ELEMENTS}.js`) return elements.GET(request, context);
  return new Response(getElementsBundle().code, {
    headers: { 'Content-Type': 'text/javascript; charset=utf-8' },
  });
}

async function getMediaFile(_request: Request, { params }: RouteContext<'/media/[hash]/[name]'>) {
  const { hash, name } = await params;
  const media = await findAsset(hash, decodeParam(name));
  if (!media) return new Response('There is no such file.', { status: 404 });
  return new Response(await readFile(media.file), { headers: { 'Content-Type': mediaTypeOf(media.name) } });
}
