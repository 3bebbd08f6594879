import path from 'node:path';
import type { ContentIndex, DocumentText } from '../../content/content-index';
import type { Document, Post } from '../../content/types';
import { getAddresses, getBody } from '../render/body';
import { findCompanions } from './companions';
import { getMedia, type Media } from './media';
import { listPortraits } from './portraits';
import type { Variant } from './variants';

/** Every file that a visible document shows or links to, by address. Files that none names are not published. */
export async function listMedia(index: ContentIndex): Promise<Map<string, Media>> {
  const media = new Map<string, Media>();
  for (const document of listDocuments(index)) {
    for (const file of await listDocumentMedia(document, index)) media.set(file.path, file);
  }
  for (const portrait of await listPortraits(index)) media.set(portrait.path, portrait);
  return media;
}

/** The cover of a post, with address and size. */
export async function getCover(post: Post): Promise<(Media & { readonly alt: string }) | undefined> {
  if (post.cover === undefined) return undefined;
  return { ...(await getMedia(path.resolve(post.folder, post.cover.src))), alt: post.cover.alt };
}

/** The same image for the dark theme, if one lies beside it. */
export async function getDarkForm({ file }: Media): Promise<Media | undefined> {
  const { 'data-dark': dark } = findCompanions(file);
  return dark === undefined ? undefined : getMedia(dark);
}

async function listCoverFiles(document: Document | DocumentText): Promise<readonly Media[]> {
  const cover = 'cover' in document ? await getCover(document) : undefined;
  const dark = cover && (await getDarkForm(cover));
  return [cover, dark].filter((media) => media !== undefined);
}

/** The variants of every image that a visible document shows, by address; made where they are not yet. */
export async function listVariants(index: ContentIndex): Promise<Map<string, Variant>> {
  const images = new Map<string, Media>();
  for (const document of listDocuments(index)) {
    for (const image of await listImages(document, index)) images.set(image.path, image);
  }
  for (const portrait of await listPortraits(index)) images.set(portrait.path, portrait);
  // Loaded here: requests ask for media where nothing that scales them is.
  const { getVariants } = await import('./variants');
  const variants = await Promise.all([...images.values()].map(getVariants));
  return new Map(variants.flat().map((variant) => [variant.path, variant]));
}

/** What a document shows: the images of its text, with their forms for the dark theme, and its cover. */
async function listImages(document: Document | DocumentText, index: ContentIndex): Promise<readonly Media[]> {
  const { shown } = await getAddresses(await getBody(document, index));
  return [...shown, ...(await listCoverFiles(document))];
}

function listDocuments({ postsBySlug, pages, parts }: ContentIndex): readonly (Document | DocumentText)[] {
  return [...postsBySlug.values(), ...pages.values(), ...parts.values()];
}

export async function listDocumentMedia(
  document: Document | DocumentText,
  index: ContentIndex,
): Promise<readonly Media[]> {
  const { media } = await getAddresses(await getBody(document, index));
  return [...media, ...(await listCoverFiles(document))];
}
