/** Folders of a build that no answer comes from. A post, a tag or a file of the blog may be called the same further down. */
const LEFT_OUT_FOLDERS = /^(cache|dev|diagnostics|types|out|output|standalone)$|\.segments$/;
/** Files likewise, in the folder of the build alone. */
const LEFT_OUT_AT_TOP = /^trace/;
/** Files likewise, anywhere. What Next says of its own pages is kept: it reads that when it finds nothing. */
const LEFT_OUT_FILES = /\.(map|nft\.json)$|(^|\/)(?!_)[^/]*\.(rsc|meta)$/;

/** Whether a server needs a folder of a build, by its path below that, with "/" between names. */
export function isServedFolder(place: string): boolean {
  return !LEFT_OUT_FOLDERS.test(place);
}

/** Whether a server needs a file of a build, by its path below that, with "/" between names. */
export function isServedFile(place: string): boolean {
  return !LEFT_OUT_AT_TOP.test(place) && !LEFT_OUT_FILES.test(place);
}
