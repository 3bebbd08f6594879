import { findCompanions } from '../media/companions';
import { getMedia, type Media } from '../media/media';
import { splitUrl } from './links';
import type { ResolvedReference } from './resolve';

/** The final form of an address: plain JSON. */
export interface Address {
  /** Null for a link to a post that readers cannot see: its words stay, the link goes. */
  readonly url: string | null;
  /** Of images and videos, in pixels. */
  readonly width?: number;
  readonly height?: number;
  /** Addresses of what is beside the file, and of its variants, by the attribute that names them. */
  readonly companions?: Readonly<Record<string, string>>;
}

/** The final forms of a body's addresses, by the address as its author writes it. What is not in it stays as it is. */
export type Addresses = Readonly<Record<string, Address>>;

export interface AddressesAndMedia {
  readonly addresses: Addresses;
  /** The files that the body names. */
  readonly media: readonly Media[];
  /** Those of them that are shown, not linked to: images, with their forms for the dark theme. */
  readonly shown: readonly Media[];
}

/** The final form of an address in a body; undefined where it stays as it is. */
export function findAddress(addresses: Addresses, url: string): Address | undefined {
  return Object.hasOwn(addresses, url) ? addresses[url] : undefined;
}

/** Reads the files that the addresses of a body name: their final addresses have a hash of the bytes. */
export async function readAddresses(references: readonly ResolvedReference[]): Promise<AddressesAndMedia> {
  const addresses = new Map<string, Address>();
  const media: Media[] = [];
  const shown: Media[] = [];
  for (const { url, kind, target } of references) {
    const { rest } = splitUrl(url);
    if (target.kind === 'page') addresses.set(url, { url: target.path + rest });
    if (target.kind === 'hidden') addresses.set(url, { url: null });
    if (target.kind !== 'file') continue;
    const file = await getMedia(target.file);
    const beside = await getCompanions(target.file);
    const dark = beside.filter(([attribute]) => attribute === 'data-dark');
    media.push(file, ...beside.map(([, other]) => other));
    if (kind === 'file') shown.push(file, ...dark.map(([, other]) => other));
    addresses.set(url, {
      url: file.path + rest,
      ...(file.width !== undefined && file.height !== undefined
        ? { width: file.width, height: file.height }
        : {}),
      companions: Object.fromEntries(beside.map(([attribute, other]) => [attribute, other.path])),
    });
  }
  return { addresses: Object.fromEntries(addresses), media, shown };
}

function getCompanions(file: string): Promise<(readonly [attribute: string, media: Media])[]> {
  const files = Object.entries(findCompanions(file));
  return Promise.all(files.map(async ([attribute, other]) => [attribute, await getMedia(other)] as const));
}
