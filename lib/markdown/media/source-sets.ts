import type { Resolved } from '../links/resolve';
import type { Media } from './media';
import type { Variant } from './variants';

/** Gives the variants of an image. */
export type FindVariants = (media: Media) => Promise<readonly Variant[]>;

/**
 * The attributes that name the variants of an image, each the text of a `srcset`: `data-avif` and `data-webp`, or
 * `data-dark-avif` and `data-dark-webp` where it is the form of another for the dark theme.
 */
export function toSourceSets(
  variants: readonly Variant[],
  prefix: 'data' | 'data-dark' = 'data',
): Readonly<Record<string, string>> {
  const sets: Record<string, string> = {};
  for (const { format, path, width } of variants) {
    const name = `${prefix}-${format}`;
    sets[name] = `${sets[name] === undefined ? '' : `${sets[name]}, `}${path} ${width}w`;
  }
  return sets;
}

/** The same addresses, with the variants of every image that is shown beside the image itself. */
export async function addSourceSets(
  resolve: (url: string) => Resolved | undefined,
  shown: readonly Media[],
  findVariants: FindVariants,
): Promise<(url: string) => Resolved | undefined> {
  const found = await Promise.all(
    shown.map(async (media) => [media.path, await findVariants(media)] as const),
  );
  const variants = new Map(found);
  return (url) => {
    const resolved = resolve(url);
    const path = resolved?.url?.replace(/[?#].*$/, '');
    const own = path === undefined ? undefined : variants.get(path);
    if (!resolved || !own) return resolved;
    const dark = variants.get(resolved.companions?.['data-dark'] ?? '') ?? [];
    const companions = { ...resolved.companions, ...toSourceSets(own), ...toSourceSets(dark, 'data-dark') };
    return { ...resolved, companions };
  };
}
