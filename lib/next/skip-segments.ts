/**
 * Stands in for Next's module of the same exports in a build. Next decodes the flight data of each page twice and writes it
 * again in segments, for links that its router follows in the browser. No link of this site is one of those, and
 * `lib/finish` removes segments: without them 2,964 outputs took 58 seconds of processor time instead of 80.
 *
 * `/_tree`, `/_full` and one path that ends in `__PAGE__` are what Next goes on to look for.
 */
export async function collectSegmentData(_cacheComponents: boolean, flightData: Buffer) {
  return new Map([
    ['/_tree', Buffer.alloc(0)],
    ['/_full', flightData],
    ['/none/__PAGE__', Buffer.alloc(0)],
  ]);
}

/** What a link of Next's router would know before it is followed: nothing. */
export async function collectPrefetchHints(): Promise<null> {
  return null;
}
