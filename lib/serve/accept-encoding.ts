import Negotiator from 'negotiator';

export type Encoding = 'br' | 'gzip' | 'identity';

/** In the order of their sizes: it decides where a client has no preference. */
const ENCODINGS: readonly Encoding[] = ['br', 'gzip', 'identity'];

/** Clients send few different headers; hostile ones any number. */
const MAX_KNOWN = 200;

/** What clients take by their `Accept-Encoding`, worked out once for each form of it. */
export class AcceptedEncodings {
  readonly #known = new Map<string, readonly Encoding[]>();

  /** The encodings that a header allows, best first. */
  list(header: string): readonly Encoding[] {
    const known = this.#known.get(header);
    if (known) return known;
    const encodings = listEncodings(header);
    if (this.#known.size >= MAX_KNOWN) this.#known.clear();
    this.#known.set(header, encodings);
    return encodings;
  }
}

function listEncodings(header: string): readonly Encoding[] {
  // Its types know nothing of the option.
  const negotiator: {
    encodings(available: string[], options: { preferred: readonly string[] }): string[];
  } = new Negotiator({ headers: { 'accept-encoding': header } });
  return negotiator
    .encodings([...ENCODINGS], { preferred: ENCODINGS })
    .filter((name): name is Encoding => (ENCODINGS as readonly string[]).includes(name));
}
