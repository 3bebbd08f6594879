import type { Resolved } from './resolve';

type Props = Readonly<Record<string, unknown>>;

/** Attributes whose value is an address. */
export const ATTRIBUTES = ['href', 'src', 'poster'];

/**
 * Props with final addresses, and with the size of the file that `src` names and the addresses of what lies beside it.
 * Undefined where a link leads to a post that readers cannot see.
 */
export function addressProps(
  props: Props,
  resolve: (url: string) => Resolved | undefined,
): Props | undefined {
  let result = props;
  for (const name of ATTRIBUTES) {
    const value = props[name];
    const resolved = typeof value === 'string' ? resolve(value) : undefined;
    if (!resolved) continue;
    if (resolved.url === undefined) return undefined;
    const { width, height, companions } = resolved;
    result = {
      ...(name === 'src' && width !== undefined ? { width, height } : {}),
      ...(name === 'src' && companions),
      ...result,
      [name]: resolved.url,
    };
  }
  return result;
}
