import { copyFileSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import mime from 'mime-types';
import { listCards } from '../../cards/card-files';
import type { ContentIndex, DocumentText } from '../../content/content-index';
import { isIndexFile, toFormat } from '../../content/document-name';
import { getContentFolder, getFiles, loadContent } from '../../content/posts';
import { toPlainSettings } from '../../content/settings';
import { toCarriedPath } from '../../markdown/compile/carried-texts';
import { getCompiled, getCompiledKey } from '../../markdown/compile/compiled';
import { getMedia } from '../../markdown/media/media';
import { listDocumentMedia } from '../../markdown/media/media-list';
import { MEDIA_RECORD, type RecordedMedia } from '../../markdown/media/media-record';
import { getVariants } from '../../markdown/media/variants';
import { getShareSecret } from '../../share/token';
import { sectionPath } from '../../urls';
import { scaleCover, scalePicture } from './scale-picture';

/** What of the content is read while the site runs. */
export interface RequestContent {
  /** The folder that takes the place of the content folder there, absolute. */
  readonly folder: string;
  /** The paths of sections in further languages, each with a page for what is missing there. */
  readonly sections: readonly string[];
  /** Whether a request can come to something at a route; otherwise all that it could answer is finished. */
  isOpen(route: string): boolean;
  /** Absolute paths of the files in that folder that a route reads. */
  listFiles(route: string): readonly string[];
}

/** A text that code blocks of posts take lines from is rarely as large; pictures nearly always are. */
const MAX_TEXT = 256 * 1024;

/** Of all pictures and films that a function of Vercel can carry, in bytes: it takes 250 MB with the code. */
export const MAX_MEDIA = 100_000_000;

/**
 * Writes into `folder` what requests for the site of an index need of the content: its texts, the covers that cards are cut from, as
 * large as a card, and what shared drafts show. Drafts are among it only where links to them can be made. What is rendered on request,
 * these and the parts of pages, is there in its compiled form as well, and its pictures are measured: requests load nothing that does
 * that. Throws where pictures and films of one kind have more than `maxMedia` bytes.
 */
export async function writeRequestContent(
  index: ContentIndex,
  folder: string,
  maxMedia = Number.POSITIVE_INFINITY,
): Promise<RequestContent> {
  const isSharing = getShareSecret() !== undefined;
  const undrawn = [...(await listCards(index)).values()].slice(index.site.cardsAtBuild);
  const all = loadContent('author');
  const hidden = [...all.postsBySlug.values()].filter(({ slug }) => !index.postsBySlug.has(slug));
  const isHidden = toHiddenTest([...hidden, ...all.broken]);
  rmSync(folder, { recursive: true, force: true });
  const writer = new ContentWriter(folder);
  const texts = listFiles(getContentFolder())
    .filter((file) => (isHidden(file) ? isSharing && !isPicture(file) : !isMedia(file)))
    .map((file) => writer.copy(file));
  const { site } = getFiles();
  // Of all the texts it alone would have to be compiled.
  if (site) writer.overwrite(path.join(getContentFolder(), 'site.ts'), toPlainSettings(site));
  const originals = undrawn.flatMap(({ source }) => ('cover' in source ? source.cover.file : []));
  const covers: string[] = [];
  for (const file of originals) covers.push(await writer.write(file, scaleCover));
  const recorded = await recordPublished(originals, index);
  const parts: string[] = [];
  for (const part of index.parts.values()) parts.push(await writer.compile(part));
  const drafts: string[] = [];
  const shown: string[] = [];
  for (const post of isSharing ? hidden : []) {
    drafts.push(await writer.compile(post));
    // One that cannot be read cannot be shared either.
    const media = await listDocumentMedia(post, all).catch(() => []);
    for (const { file } of media) {
      const carried = await writer.write(file, scalePicture);
      recorded[toName(file)] ??= await measureMedia(carried);
      shown.push(carried);
    }
  }
  texts.push(writer.record(recorded));
  checkSize('cards', covers, maxMedia);
  checkSize('shared drafts', shown, maxMedia);
  return {
    folder,
    sections: index.site.languages.map(({ language }) => sectionPath(language)),
    isOpen: (route) =>
      route.startsWith('/share/') ? isSharing : !route.startsWith('/cards/') || undrawn.length > 0,
    listFiles: (route) => {
      if (route.startsWith('/cards/')) return list(texts, covers);
      return route.startsWith('/share/') ? list(texts, parts, drafts, shown) : list(texts, parts);
    },
  };
}

/** Files of the content, each written once. */
class ContentWriter {
  readonly #folder: string;
  readonly #written = new Set<string>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  copy(file: string): string {
    const { target, isNew } = this.#begin(file);
    if (isNew) copyFileSync(file, target);
    return target;
  }

  overwrite(file: string, text: string): void {
    writeFileSync(this.#begin(file).target, text);
  }

  /** In a form that is lighter, where there is one. */
  async write(file: string, scale: (file: string) => Promise<Buffer | undefined>): Promise<string> {
    const { target, isNew } = this.#begin(file);
    if (!isNew) return target;
    const bytes = await scale(file);
    if (bytes) writeFileSync(target, bytes);
    else copyFileSync(file, target);
    return target;
  }

  async compile(text: DocumentText): Promise<string> {
    return this.#create(toCarriedPath(getCompiledKey(text)), await getCompiled(text));
  }

  record(media: Readonly<Record<string, RecordedMedia>>): string {
    return this.#create(MEDIA_RECORD, media);
  }

  /** A file that no file of the content is the original of. */
  #create(name: string, content: object): string {
    const target = path.join(this.#folder, name);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, JSON.stringify(content));
    return target;
  }

  #begin(file: string): { readonly target: string; readonly isNew: boolean } {
    const target = path.join(this.#folder, path.relative(getContentFolder(), file));
    const isNew = !this.#written.has(target);
    this.#written.add(target);
    mkdirSync(path.dirname(target), { recursive: true });
    return { target, isNew };
  }
}

/** Addresses of cards come from the covers as they were published, and parts of pages show what was. */
async function recordPublished(
  covers: readonly string[],
  index: ContentIndex,
): Promise<Record<string, RecordedMedia>> {
  const recorded: Record<string, RecordedMedia> = {};
  for (const file of covers) recorded[toName(file)] = await measureMedia(file);
  for (const part of index.parts.values()) {
    for (const media of await listDocumentMedia(part, index)) {
      const variants = (await getVariants(media)).map(({ file: _, ...variant }) => variant);
      recorded[toName(media.file)] = { ...(await measureMedia(media.file)), variants };
    }
  }
  return recorded;
}

async function measureMedia(file: string): Promise<RecordedMedia> {
  const { hash, width, height } = await getMedia(file);
  return { hash, ...(width !== undefined && height !== undefined && { width, height }) };
}

function toName(file: string): string {
  return path.relative(getContentFolder(), file).split(path.sep).join('/');
}

function toHiddenTest(documents: readonly { readonly file: string }[]): (file: string) => boolean {
  const places = documents.map(({ file }) => toPlace(file));
  return (file) => places.some((place) => file === place || file.startsWith(place + path.sep));
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
  return isPicture(file) || statSync(file).size > MAX_TEXT;
}

function isPicture(file: string): boolean {
  return /^(image|video|audio|font)\//.test(mime.lookup(file) || '');
}

function list(...files: readonly (readonly string[])[]): string[] {
  return [...new Set(files.flat())].sort();
}

function checkSize(what: 'cards' | 'shared drafts', files: readonly string[], max: number): void {
  const sizes = new Map(files.map((file) => [file, statSync(file).size]));
  const bytes = [...sizes.values()].reduce((sum, size) => sum + size, 0);
  if (bytes <= max) return;
  const [largest = ''] = [...sizes].sort(([, a], [, b]) => b - a)[0] ?? [];
  const remedy =
    what === 'cards'
      ? 'Draw more of the cards during the build: a larger cardsAtBuild in site.ts.'
      : `The largest is ${path.basename(largest)}: make it smaller, or build without SHARE_SECRET.`;
  throw new Error(
    `The pictures for ${what} are ${Math.ceil(bytes / 1e6)} MB, more than the ${max / 1e6} MB that a function can carry. ${remedy}`,
  );
}

function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => path.join(parentPath, name))
    .sort();
}
