/** Whether the blog has sections in several languages; what bundles the scripts writes it here. */
declare const HAS_SECTIONS: boolean;

/** The path of a list as the section of the page that is shown has it. Nothing of this is left where a blog has no sections. */
export function toOwnSection(path: string): string {
  return HAS_SECTIONS ? (document.body.dataset.section ?? '') + path : path;
}
