import { readFile } from 'node:fs/promises';
import path from 'node:path';
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
import * as appleIcon from '../../apple-icon.png/route';
import * as atom from '../../atom.xml/route';
import * as authorAtom from '../../authors/[id]/atom.xml/route';
import * as authorJson from '../../authors/[id]/feed.json/route';
import * as authorRss from '../../authors/[id]/feed.xml/route';
import * as card from '../../cards/[file]/route';
import * as elements from '../../elements/[name]/route';
import * as feedJson from '../../feed.json/route';
import * as feed from '../../feed.xml/route';
import * as icon from '../../icon.svg/route';
import * as llms from '../../llms.txt/route';
import manifest from '../../manifest';
import * as markdown from '../../markdown/[slug]/route';
import * as nearest from '../../nearest.json/route';
import * as robots from '../../robots.txt/route';
import * as search from '../../search/[piece]/route';
import * as sitemap from '../../sitemap.xml/route';
import * as tagAtom from '../../tags/[tag]/atom.xml/route';
import * as tagJson from '../../tags/[tag]/feed.json/route';
import * as tagRss from '../../tags/[tag]/feed.xml/route';
import { runForViewer } from '../run-for-viewer';

export const dynamic = 'force-dynamic';

interface FileModule {
  GET(request: Request, context: never): Response | Promise<Response>;
}

const MODULES: Readonly<Record<LiveFile, FileModule>> = {
  '/apple-icon.png': appleIcon,
  '/atom.xml': atom,
  '/feed.json': feedJson,
  '/feed.xml': feed,
  '/icon.svg': icon,
  '/llms.txt': llms,
  '/manifest.webmanifest': { GET: getManifest },
  '/nearest.json': nearest,
  '/robots.txt': robots,
  '/sitemap.xml': sitemap,
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
  const own = pattern.includes(':') ? undefined : await readPublicFile(pattern);
  if (own) return own;
  return runForViewer(async () =>
    MODULES[pattern].GET(request, { params: Promise.resolve(params) } as never),
  );
}

/** A file of `public` at an address of which Next has a route. */
async function readPublicFile(address: string): Promise<Response | undefined> {
  const bytes = await readFile(path.join('public', address)).catch(() => undefined);
  return bytes && new Response(new Uint8Array(bytes), { headers: { 'Content-Type': mediaTypeOf(address) } });
}

function getManifest() {
  return Response.json(manifest(), { headers: { 'Content-Type': 'application/manifest+json' } });
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
