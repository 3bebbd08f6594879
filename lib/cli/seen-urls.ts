import { spawnSync } from 'node:child_process';
import { getBuildFolder } from '../build/build-folder';
import { readState } from '../build/build-state';
import { buildIndex } from '../content/build-index';
import { listUrls, readPermalinks } from '../content/permalinks';
import { getFiles, getToday, loadContent } from '../content/posts';
import type { ContentFiles } from '../content/read';
import type { TextFile } from '../content/text-file';
import { decodeParam } from '../urls';

/**
 * Addresses of the content, decoded, that readers may have been given: those of what is pushed (or committed, where nothing is
 * pushed), and of the last build here. Where the content is in no repository, was never built here and keeps no list of its
 * addresses, what is published counts as seen.
 */
export function listSeenUrls(): string[] {
  const files = getFiles();
  const index = loadContent('public');
  const now = listUrls(index);
  const committed = toCommitted(files);
  const outputs = new Set(Object.keys(readState(getBuildFolder())?.outputs ?? {}).map(decodeParam));
  const built = now.filter((url) => outputs.has(url));
  if (committed) {
    const seen = listUrls(buildIndex(committed, getToday(index.site.timeZone), 'public'));
    return [...new Set([...seen, ...built])].sort();
  }
  return built.length > 0 || readPermalinks(files.root).isKept ? built : now;
}

/** The texts as the repository has them; undefined where they are in none. Those that it lacks are left out. */
function toCommitted(files: ContentFiles): ContentFiles | undefined {
  const { root } = files;
  const git = (...args: string[]) => {
    const { status, stdout } = spawnSync('git', ['-C', root, ...args], {
      encoding: 'utf8',
      maxBuffer: 2 ** 28,
    });
    return status === 0 ? stdout : undefined;
  };
  if (!git('ls-files', '-z', '--', '.')) return undefined;
  const state = ['@{upstream}', 'HEAD'].find(
    (name) => git('rev-parse', '--verify', '--quiet', name) !== undefined,
  );
  if (state === undefined) return { ...files, posts: [], pages: [], tags: undefined, authors: undefined };
  const changed = [
    git('diff', '--name-only', '-z', '--relative', state, '--', '.'),
    git('ls-files', '-oz', '--', '.'),
  ];
  const names = new Set(changed.flatMap((list) => list?.split('\0') ?? []));
  const restore = <File extends TextFile>(file: File | undefined): File | undefined => {
    if (!file || !names.has(file.file)) return file;
    const source = git('show', `${state}:./${file.file}`);
    return source === undefined
      ? undefined
      : { ...file, source: source.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n') };
  };
  return {
    ...files,
    posts: files.posts.flatMap((file) => restore(file) ?? []),
    pages: files.pages.flatMap((file) => restore(file) ?? []),
    tags: restore(files.tags),
    authors: restore(files.authors),
    site: restore(files.site),
  };
}
