/** The key of a path, as an author or a browser spells it, in `AddressTable.redirects`. */
export function toRedirectKey(path: string): string {
  const { pathname } = new URL(`http://localhost${path.normalize('NFC')}`);
  return pathname.toLowerCase().replace(/(?<=.)\/$/, '');
}
