import { spawnSync } from 'node:child_process';
import { getBuildFolder } from '../build/build-folder';
import { readState } from '../build/build-state';
import { buildIndex } from '../content/build-index';
import { listUrls } from '../content/permalinks';
import { getFiles, getToday, loadContent } from '../content/posts';
import type { ContentFiles, DocumentFile } from '../content/read';
import { decodeParam } from '../urls';

/**
 * Addresses of the content, decoded, that readers may have been given: those of what is pushed (or committed, where nothing is
 * pushed), and of the last build here. Where the content is in no repository, what is published counts as seen.
 */
export function listSeenUrls(): string[] {
  const files = getFiles();
  const now = loadContent('public');
  const seen = toCommitted(files);
  const built = Object.keys(readState(getBuildFolder())?.outputs ?? {}).map(decodeParam);
  const urls = listUrls(seen ? buildIndex(seen, getToday(now.site.timeZone), 'public') : now);
  return [...new Set([...urls, ...listUrls(now).filter((url) => built.includes(url))])].sort();
}

/** The texts as the repository has them; undefined where it has none. Those that it lacks are left out. */
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
  if (state === undefined) return undefined;
  const changed = [
    git('diff', '--name-only', '-z', '--relative', state, '--', '.'),
    git('ls-files', '-oz', '--', '.'),
  ];
  const names = new Set(changed.flatMap((list) => list?.split('\0') ?? []));
  const restore = (file: DocumentFile) => {
    if (!names.has(file.file)) return file;
    const source = git('show', `${state}:./${file.file}`);
    return source === undefined
      ? []
      : { ...file, source: source.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n') };
  };
  return { ...files, posts: files.posts.flatMap(restore), pages: files.pages.flatMap(restore) };
}
