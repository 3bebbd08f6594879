import { type Addresses, findAddress } from './addresses';

type Props = Readonly<Record<string, unknown>>;

/** Attributes whose value is an address. */
export const ATTRIBUTES = ['href', 'src', 'poster'];

/**
 * Props with final addresses, and with the size of the file that `src` names and the addresses of what is beside it.
 * Undefined where a link leads to a post that readers cannot see.
 */
export function addressProps(props: Props, addresses: Addresses): Props | undefined {
  let result = props;
  for (const name of ATTRIBUTES) {
    const value = props[name];
    const address = typeof value === 'string' ? findAddress(addresses, value) : undefined;
    if (!address) continue;
    if (address.url === null) return undefined;
    const { width, height, companions } = address;
    result = {
      ...(name === 'src' && width !== undefined ? { width, height } : {}),
      ...(name === 'src' && companions),
      ...result,
      [name]: address.url,
    };
  }
  return result;
}
