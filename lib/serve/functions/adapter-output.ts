import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { replaceFile } from '../../cache/replace-file';
import { getContentFolder } from '../../content/posts';
import { isBelow, isManifest, isTraceable, type TrimmedEntry, toPosix } from './entry-files';
import { createLoadedTest, isOfLauncher } from './loaded-files';
import type { RequestContent } from './request-content';

interface FunctionConfig {
  /** Paths in the function, and where their files are in the project. */
  readonly filePathMap?: Readonly<Record<string, string>>;
  /** The host recognises by them which files it has already. */
  readonly fileHashes?: Readonly<Record<string, string>>;
}

/**
 * Trims the functions that Vercel's adapter wrote into `output` before the build was finished; none where there is no adapter.
 * `content` says what open routes read.
 */
export function trimAdapterOutput(
  distFolder: string,
  entries: readonly TrimmedEntry[],
  content: RequestContent,
): void {
  for (const file of listConfigs(distFolder)) {
    const config = JSON.parse(readFileSync(file, 'utf8')) as FunctionConfig;
    const entry = entries.find(({ file: name }) => findEntry(config, distFolder, name) !== undefined);
    if (!entry) continue;
    const trimmed = entry.isOpen
      ? withContent(config, {
          isLoaded: createLoadedTest(entry.route, distFolder),
          content: content.listFiles(entry.route),
        })
      : closeFunction(config, distFolder, entry.file);
    replaceFile(file, JSON.stringify(trimmed, null, 2));
  }
}

function listConfigs(distFolder: string): string[] {
  const folder = path.join(distFolder, 'output', 'functions');
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => path.basename(file) === '.vc-config.json')
    .map((file) => path.join(folder, file));
}

/** The name of an entry in a function. */
function findEntry({ filePathMap = {} }: FunctionConfig, distFolder: string, entry: string) {
  const name = toPosix(path.join(path.relative(process.cwd(), distFolder), entry));
  return filePathMap[name] === undefined ? undefined : name;
}

interface Needs {
  isLoaded(file: string): boolean;
  readonly content: readonly string[];
}

function withContent(config: FunctionConfig, { isLoaded, content }: Needs): FunctionConfig {
  const added = content.filter(isTraceable).map((file) => toPosix(path.relative(process.cwd(), file)));
  const filePathMap = {
    ...pick(config.filePathMap, (name) => {
      const place = path.resolve(name);
      return isLoaded(place) && !isBelow(place, getContentFolder());
    }),
    ...Object.fromEntries(added.map((name) => [name, name])),
  };
  const hashes = added.map((name) => [name, toHash(name)]);
  return withHashes({ ...config, filePathMap }, Object.fromEntries(hashes));
}

function closeFunction(config: FunctionConfig, distFolder: string, entry: string): FunctionConfig {
  const server = path.join(distFolder, 'server');
  const own = findEntry(config, distFolder, entry);
  const isNeeded = (name: string) => {
    const place = path.resolve(name);
    if (name === own || isOfLauncher(place) || isManifest(place, distFolder)) return true;
    return isBelow(place, distFolder) && !isBelow(place, path.join(distFolder, 'node_modules'))
      ? !/^(app|chunks)\//.test(toPosix(path.relative(server, place)))
      : false;
  };
  const filePathMap = pick(config.filePathMap, isNeeded);
  return withHashes({ ...config, filePathMap }, own === undefined ? {} : { [own]: toHash(own) });
}

function toHash(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex');
}

/** Keeps the hashes of files that a function still has. */
function withHashes(config: FunctionConfig, changed: Readonly<Record<string, string>>): FunctionConfig {
  const { filePathMap = {}, fileHashes } = config;
  if (!fileHashes) return config;
  const isKept = (name: string) => filePathMap[name] !== undefined || name.startsWith('___');
  return { ...config, fileHashes: { ...pick(fileHashes, isKept), ...changed } };
}

function pick(
  map: Readonly<Record<string, string>> = {},
  isWanted: (name: string) => boolean,
): Record<string, string> {
  return Object.fromEntries(Object.entries(map).filter(([name]) => isWanted(name)));
}
