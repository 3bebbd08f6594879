import Negotiator from 'negotiator';

export type Encoding = 'br' | 'gzip' | 'identity';

/** In the order of their sizes: it decides where a client has no preference. */
const ENCODINGS: readonly Encoding[] = ['br', 'gzip', 'identity'];

/** Clients send few different headers; hostile ones any number. */
const MAX_KNOWN = 200;

const known = new Map<string, readonly Encoding[]>();

/** The encodings that a client takes by its `Accept-Encoding`, best first. */
export function listEncodings(header: string): readonly Encoding[] {
  const found = known.get(header);
  if (found) return found;
  // Its types know nothing of the option.
  const negotiator: {
    encodings(available: string[], options: { preferred: readonly string[] }): string[];
  } = new Negotiator({ headers: { 'accept-encoding': header } });
  const encodings = negotiator
    .encodings([...ENCODINGS], { preferred: ENCODINGS })
    .filter((name): name is Encoding => (ENCODINGS as readonly string[]).includes(name));
  if (known.size >= MAX_KNOWN) known.clear();
  known.set(header, encodings);
  return encodings;
}
