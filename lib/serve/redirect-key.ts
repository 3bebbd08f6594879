/** A path, as an author or a browser spells it, in the form in which browsers ask for it. */
export function toRequestPath(path: string): string {
  return new URL(`http://localhost${path.normalize('NFC')}`).pathname;
}

/** The key of such a path in `AddressTable.redirects`. */
export function toRedirectKey(path: string): string {
  return toRequestPath(path)
    .toLowerCase()
    .replace(/(?<=.)\/$/, '');
}
