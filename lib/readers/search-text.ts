import { LIMITS } from './limits';

/** Mail addresses, addresses of pages, and words so long that they may be a key. */
const PRIVATE = /@|:\/\/|\S{41}/;

/** Fewer are no telephone number, nor one of an account. */
const MAX_DIGITS = 6;

/** What somebody searched for, on one line, as it is kept; undefined for what may say who they are, and for what is no search. */
export function toSearchText(text: string): string | undefined {
  const search = text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim();
  const { length } = [...search];
  if (length < 2 || length > LIMITS.search || PRIVATE.test(search)) return undefined;
  return (search.match(/\p{Nd}/gu)?.length ?? 0) > MAX_DIGITS ? undefined : search;
}
