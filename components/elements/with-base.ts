/** The path below which the site is; what bundles the scripts writes it here. */
declare const BASE_PATH: string;

/** The address of a path on the site, for readers' browsers. Where the site has a host of its own nothing of this is left. */
export function withBase(path: string): string {
  return BASE_PATH === '' ? path : BASE_PATH + path;
}
