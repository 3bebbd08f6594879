import path from 'node:path';
import type { ContentIndex } from '../content/content-index';
import type { Document, Post } from '../content/types';
import { getCompiled } from './cache';
import { getMedia, type Media } from './media';
import { resolveReferences } from './resolve';

/** Every file that a visible document shows or links to, by address. Files that none names are not published. */
export async function listMedia(index: ContentIndex): Promise<Map<string, Media>> {
  const media = new Map<string, Media>();
  for (const document of [...index.postsBySlug.values(), ...index.pages.values()]) {
    for (const file of await listDocumentMedia(document, index)) media.set(file.path, file);
  }
  return media;
}

/** The cover of a post, with address and size. */
export async function getCover(post: Post): Promise<(Media & { readonly alt: string }) | undefined> {
  if (post.cover === undefined) return undefined;
  return { ...(await getMedia(path.resolve(post.folder, post.cover.src))), alt: post.cover.alt };
}

export async function listDocumentMedia(document: Document, index: ContentIndex): Promise<readonly Media[]> {
  const { references } = await getCompiled(document);
  const { media } = await resolveReferences(references, document, index);
  const cover = 'cover' in document ? await getCover(document) : undefined;
  return cover ? [...media, cover] : media;
}
