import type { Address, Addresses } from '../links/addresses';
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
  addresses: Addresses,
  shown: readonly Media[],
  findVariants: FindVariants,
): Promise<Addresses> {
  const found = await Promise.all(
    shown.map(async (media) => [media.path, await findVariants(media)] as const),
  );
  const variants = new Map(found);
  const withSets = (address: Address): Address => {
    const own = variants.get(address.url?.replace(/[?#].*$/, '') ?? '');
    if (!own) return address;
    const dark = variants.get(address.companions?.['data-dark'] ?? '') ?? [];
    const companions = { ...address.companions, ...toSourceSets(own), ...toSourceSets(dark, 'data-dark') };
    return { ...address, companions };
  };
  return Object.fromEntries(Object.entries(addresses).map(([url, address]) => [url, withSets(address)]));
}
