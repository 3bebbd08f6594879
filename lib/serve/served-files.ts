/** Folders of a build that no answer comes from. */
const LEFT_OUT_FOLDERS = /^(cache|dev|diagnostics|types|out|output|standalone)$|\.segments$/;
/** Files likewise. What Next says of its own pages is kept: it reads that when it finds nothing. */
const LEFT_OUT_FILES = /^trace|\.(map|nft\.json)$|^(?!_).*\.(rsc|meta)$/;

/** Whether a server needs a folder of a build, by its name. */
export function isServedFolder(name: string): boolean {
  return !LEFT_OUT_FOLDERS.test(name);
}

/** Whether a server needs a file of a build, by its name. */
export function isServedFile(name: string): boolean {
  return !LEFT_OUT_FILES.test(name);
}
