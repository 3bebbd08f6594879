import type { Post } from '../content/types';
import type { Media } from '../markdown/media/media';
import { getCover, getDarkForm } from '../markdown/media/media-list';
import { findRecordedMedia } from '../markdown/media/media-record';
import { type FindVariants, toSourceSets } from '../markdown/media/source-sets';

/**
 * The variants of images, made in builds; functions carry a record of them. In development a page shows the files themselves:
 * nothing is waited for.
 */
export const findVariants: FindVariants | undefined =
  process.env.NODE_ENV === 'production'
    ? async (media) => {
        const { variants } = findRecordedMedia(media.file) ?? {};
        if (variants) return variants.map((variant) => ({ ...variant, file: media.file }));
        return (await import('../markdown/media/variants')).getVariants(media);
      }
    : undefined;

/** An image at the head of a page: the attributes of its element. */
export interface PictureView {
  readonly src: string;
  readonly alt: string;
  readonly width?: number;
  readonly height?: number;
  /** Variants, and the image of the dark theme, as `Picture` takes them. */
  readonly [attribute: `data-${string}`]: string;
}

interface PictureOptions {
  /** Where a file has another address than the one it is published at. */
  readonly toAddress?: (path: string) => string;
  readonly findVariants?: FindVariants | undefined;
}

/** The view of an image. */
export async function viewPicture(
  media: Media,
  alt: string,
  { toAddress = (path) => path, findVariants }: PictureOptions = {},
): Promise<PictureView> {
  const { path, width, height } = media;
  return {
    src: toAddress(path),
    alt,
    ...(width !== undefined && { width }),
    ...(height !== undefined && { height }),
    ...(findVariants && toSourceSets(await findVariants(media))),
  };
}

/** The view of a post's cover; undefined where it has none. */
export async function viewCover(post: Post, options: PictureOptions = {}): Promise<PictureView | undefined> {
  const cover = await getCover(post);
  if (!cover) return undefined;
  const dark = await getDarkForm(cover);
  const { toAddress = (path) => path, findVariants } = options;
  return {
    ...(await viewPicture(cover, cover.alt, options)),
    ...(dark && { 'data-dark': toAddress(dark.path) }),
    ...(dark && findVariants && toSourceSets(await findVariants(dark), 'data-dark')),
  };
}
