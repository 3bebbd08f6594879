import { readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { build, type Message, type Metafile, type Plugin } from 'esbuild';
import { findStop, type Stop } from '../bundles/lost-imports';
import { createWeakProcessCache } from '../cache/process-cache';
import type { ContentIndex, DocumentText } from '../content/content-index';
import { type Place, type ProblemInFile, placeAt } from '../content/problems';
import type { ComponentImport } from '../markdown/compile/imports';
import { describeMissingExport, findFile } from '../markdown/render/load-imports';

/** Components that a document imports and no build can use: their file has an error, or does not export them. */
export async function checkImports(
  imports: readonly ComponentImport[],
  document: DocumentText,
  index: ContentIndex,
): Promise<ProblemInFile[]> {
  const problems: ProblemInFile[] = [];
  const failed = new Set<string>();
  const { root } = index;
  for (const { source, exported, line, column } of imports) {
    const file = findFile(source, document, root);
    // A file that is not there is reported with the body.
    if (file === undefined || failed.has(file)) continue;
    if (isOutside(root) && runsInBrowsers(path.join(root, file)))
      problems.push(reportOutside(source, { line, column }));
    const isShared = !source.startsWith('.');
    const found = await (isShared
      ? readShared(path.join(root, file), index)
      : readExports(path.join(root, file)));
    if ('error' in found) {
      failed.add(file);
      const problem = describeError(source, found.error, { line, column }, root);
      problems.push(isShared ? { ...problem, group: `component ${source}` } : problem);
    } else if (!found.names.includes(exported)) {
      problems.push({ line, column, ...describeMissingExport(source, exported, found.names) });
    }
  }
  return problems;
}

/** The bundler reaches files of the project alone; of others it gets what only the server runs (`lib/next/post-components.ts`). */
function isOutside(root: string): boolean {
  const relative = path.relative(process.cwd(), root);
  return relative.startsWith('..') || path.isAbsolute(relative);
}

function runsInBrowsers(file: string): boolean {
  return /^\s*(?:\/\*[\s\S]*?\*\/\s*|\/\/.*\s*)*['"]use client['"]/.test(readFileSync(file, 'utf8'));
}

function reportOutside(source: string, place: Place): ProblemInFile {
  const message = `"${source}" runs in browsers, and the content folder is outside of the project.`;
  const remedy = "Move the content folder into the folder of the project, or remove 'use client'.";
  return { ...place, severity: 'error', message, remedy };
}

type Exports = { readonly names: readonly string[] } | { readonly error: Message };

/** The same for a component of all texts, read once for them. */
function readShared(file: string, index: ContentIndex): Promise<Exports> {
  const key = `${file} ${statSync(file).mtimeMs}`;
  const ofIndex = shared.getOrCreate(index, () => new Map());
  const known = ofIndex.get(key) ?? readExports(file);
  ofIndex.set(key, known);
  return known;
}

const shared = createWeakProcessCache<ContentIndex, Map<string, Promise<Exports>>>(
  'exports of shared components',
);

/** What a file of components exports, itself and through the files that it imports; or the first error in them. */
async function readExports(file: string): Promise<Exports> {
  try {
    const { metafile } = await build({
      entryPoints: [file],
      bundle: true,
      write: false,
      metafile: true,
      format: 'esm',
      platform: 'node',
      jsx: 'automatic',
      plugins: [PACKAGES],
      // What the bundler of Next makes of these is not known here.
      loader: Object.fromEntries(OPAQUE.map((ending) => [`.${ending}`, 'empty'])),
      tsconfig: path.resolve('tsconfig.json'),
      logLevel: 'silent',
    });
    const stop = Object.keys(metafile.inputs)
      .map((input) => path.resolve(input))
      .filter((input) => /\.[jt]sx?$/.test(input))
      .flatMap((input) => findStop(input) ?? [])[0];
    if (stop) return { error: toMessage(stop) };
    const misplaced = findServerHook(path.relative('', file), metafile.inputs);
    if (misplaced) return { error: misplaced };
    return { names: Object.values(metafile.outputs).flatMap((output) => output.exports) };
  } catch (error) {
    const [first] = (error as { errors?: Message[] }).errors ?? [];
    if (!first) throw error;
    return { error: first };
  }
}

function toMessage({ file, line, text }: Stop): Message {
  const location = {
    file,
    line,
    column: 0,
    lineText: readFileSync(file, 'utf8').split('\n')[line - 1] ?? '',
    length: 0,
    namespace: 'file',
    suggestion: '',
  };
  return { id: '', pluginName: '', text, location, notes: [], detail: undefined };
}

/** A hook of browsers in a file that only the server runs: in none that begins with 'use client', or is imported by such a one. */
function findServerHook(entry: string, inputs: Metafile['inputs']): Message | undefined {
  const seen = new Set<string>();
  const pending = [entry.split(path.sep).join('/')];
  for (let name = pending.pop(); name !== undefined; name = pending.pop()) {
    if (seen.has(name) || !/\.[jt]sx?$/.test(name) || runsInBrowsers(name)) continue;
    seen.add(name);
    const found = findHook(name);
    if (found) return found;
    pending.push(...(inputs[name]?.imports ?? []).filter(({ external }) => !external).map((one) => one.path));
  }
  return undefined;
}

function findHook(file: string): Message | undefined {
  const source = readFileSync(file, 'utf8');
  for (const statement of source.matchAll(/^import\s[^'"]*?\{([^}]*)\}\s*from\s*['"]react['"]/gm)) {
    const hook = HOOKS.exec(statement[1] ?? '');
    if (!hook) continue;
    const { line, column } = placeAt(source, statement.index + statement[0].indexOf(hook[0]));
    const lineText = source.split('\n')[line - 1] ?? '';
    const location = { file, line, column: column - 1, lineText } as Message['location'];
    const text = `${hook[0]} works in browsers only, and this file does not begin with 'use client'`;
    return { text, location } as Message;
  }
  return undefined;
}

/** What React has for browsers alone. */
const HOOKS =
  /\b(?:use(?:State|Effect|EffectEvent|LayoutEffect|InsertionEffect|Reducer|Ref|Context|ImperativeHandle|SyncExternalStore|Transition|DeferredValue|Optimistic|ActionState)|createContext)\b/;

const OPAQUE = [
  'css',
  'module.css',
  'scss',
  'sass',
  'svg',
  'png',
  'jpg',
  'jpeg',
  'gif',
  'webp',
  'avif',
  'woff2',
];

/** Packages are not bundled, but have to be installed. `@/` is a path of the project. */
const PACKAGES: Plugin = {
  name: 'packages',
  setup: ({ onResolve }) => {
    onResolve({ filter: /^[^./]/ }, ({ path: name, resolveDir, kind }) => {
      if (name.startsWith('@/') || kind === 'entry-point') return undefined;
      return [process.cwd(), resolveDir].some((folder) => isInstalled(name, folder))
        ? { external: true }
        : { errors: [{ text: `There is no "${name}"` }] };
    });
  },
};

function isInstalled(name: string, folder: string): boolean {
  try {
    createRequire(path.join(folder, 'index.js')).resolve(name);
    return true;
  } catch (error) {
    // Packages for `import` alone are found, and refused.
    return (error as { code?: string }).code !== 'MODULE_NOT_FOUND';
  }
}

/** At its place in the file of the components, or what these import; at that of the import where it is out of the content folder. */
function describeError(
  source: string,
  { text, location }: Message,
  place: Place,
  root: string,
): ProblemInFile {
  const file = location && path.relative(root, path.resolve(location.file)).split(path.sep).join('/');
  const isOutsideRoot = !file || file.startsWith('../') || path.isAbsolute(file);
  const where = isOutsideRoot && location ? ` (${location.file}, line ${location.line})` : '';
  const message = `The components of "${source}" cannot be used: ${text.replace(/\.$/, '')}${where}.`;
  if (isOutsideRoot) return { ...place, severity: 'error', message, remedy: 'Correct that file.' };
  const { line, column, lineText: frame } = location;
  const elsewhere = { file, frame };
  return {
    ...{ line, column: column + 1, severity: 'error', message, elsewhere },
    remedy: /'use client'/.test(text)
      ? "Write 'use client'; as the first line of this file."
      : 'Correct it there: a text imports this file.',
  };
}
