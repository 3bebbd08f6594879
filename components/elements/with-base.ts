/** The path below which the site is; what bundles the scripts writes it here. */
declare const BASE_PATH: string;

/** The address of a path on the site, for readers' browsers. */
export function withBase(path: string): string {
  return BASE_PATH + path;
}
