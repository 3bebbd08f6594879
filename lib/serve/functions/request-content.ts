import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import mime from 'mime-types';
import { listCards } from '../../cards/card-files';
import type { ContentIndex } from '../../content/content-index';
import { isIndexFile, toFormat } from '../../content/document-name';
import { getContentFolder, loadContent } from '../../content/posts';
import { listDocumentMedia } from '../../markdown/media/media-list';
import { getShareSecret } from '../../share/token';
import { sectionPath } from '../../urls';

/** What of the content is read while the site runs. */
export interface RequestContent {
  /** Absolute paths of the files, sorted. */
  readonly files: readonly string[];
  /** The paths of sections in further languages, each with a page for what is missing there. */
  readonly sections: readonly string[];
  /** Whether a request can come to something at a route; otherwise all that it could answer is finished. */
  isOpen(route: string): boolean;
}

/** A text that code blocks of posts take lines from is rarely as large; pictures nearly always are. */
const MAX_TEXT = 256 * 1024;

/**
 * What requests for the site of an index need of the content: its texts, and of pictures and other media only what shared
 * drafts show and cards are cut from. Drafts are among it only where links to them can be made.
 */
export async function listRequestContent(index: ContentIndex): Promise<RequestContent> {
  const isSharing = getShareSecret() !== undefined;
  const undrawn = [...(await listCards(index)).values()].slice(index.site.cardsAtBuild);
  const all = loadContent('author');
  const hidden = [...all.postsBySlug.values()].filter(({ slug }) => !index.postsBySlug.has(slug));
  const places = [...hidden, ...all.broken].map(({ file }) => toPlace(file));
  const isHidden = (file: string) =>
    places.some((place) => file === place || file.startsWith(place + path.sep));
  const wanted = new Set(undrawn.flatMap(({ source }) => ('cover' in source ? source.cover.file : [])));
  if (isSharing) {
    for (const post of hidden) {
      // One that cannot be read cannot be shared either.
      const media = await listDocumentMedia(post, all).catch(() => []);
      for (const { file } of media) wanted.add(file);
    }
  }
  const isWanted = (file: string) => wanted.has(file) || (isHidden(file) ? isSharing : !isMedia(file));
  return {
    files: listFiles(getContentFolder()).filter(isWanted),
    sections: index.site.languages.map(({ language }) => sectionPath(language)),
    isOpen: (route) =>
      route.startsWith('/share/') ? isSharing : !route.startsWith('/cards/') || undrawn.length > 0,
  };
}

/** The file of a document, or the folder that belongs to it. */
function toPlace(file: string): string {
  const place = path.resolve(getContentFolder(), file);
  return isIndexFile(path.basename(place)) ? path.dirname(place) : place;
}

/** Beside posts and pages; what else is in the content folder belongs to the site. */
function isMedia(file: string): boolean {
  const [kind] = path.relative(getContentFolder(), file).split(path.sep);
  if ((kind !== 'posts' && kind !== 'pages') || toFormat(file)) return false;
  const type = mime.lookup(file) || '';
  return /^(image|video|audio|font)\//.test(type) || statSync(file).size > MAX_TEXT;
}

function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => path.join(parentPath, name))
    .sort();
}
