import { lookup } from 'node:dns/promises';
import { isPublicAddress } from './is-public-address';

export interface Network {
  /** The addresses of a host. */
  resolve(host: string): Promise<readonly { readonly address: string; readonly family: number }[]>;
  /** Whether a connection to an address may be made. */
  permits(address: string, port: number): boolean;
}

const PORTS = [80, 443];

/** Where pages of strangers are fetched from: the public web. No setting makes it wider; tests bring one of their own. */
export const PUBLIC_NETWORK: Network = {
  resolve: (host) => lookup(host, { all: true }),
  permits: (address, port) => PORTS.includes(port) && isPublicAddress(address),
};
