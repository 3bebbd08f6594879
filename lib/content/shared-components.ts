import path from 'node:path';
import { htmlTagNames } from 'html-tag-names';
import { createProcessCache } from '../cache/process-cache';
import { listFolder } from './folder';
import { createReporter, type Problem, placeAt } from './problems';
import { type ReadCache, readText, type TextFile } from './text-file';

/** A component that every text can use by its name. */
export interface SharedComponent {
  /** `Chart`, or that of an HTML element which it stands for: `table`. */
  readonly name: string;
  /** What its file exports it as: `default`, or a name. */
  readonly exported: string;
  /** Relative to the content folder: `components/chart.tsx`. */
  readonly file: string;
}

export interface SharedComponents {
  /** The same object while nothing in it changed. */
  readonly list: readonly SharedComponent[];
  readonly problems: readonly Problem[];
}

/**
 * The components in the folder `components` of a content folder: what its `.tsx` and `.jsx` files export under the name of a component
 * or of an HTML element. A default export has the name of its file: `line-chart.tsx` is `LineChart`, `table.tsx` the element. Files
 * in folders below are parts of these.
 */
export function readSharedComponents(root: string, cache: ReadCache): SharedComponents {
  // Not to be traced: the bundler takes the name for that of the engine's own folder.
  const files = listFolder(path.join(/* turbopackIgnore: true */ root, FOLDER))
    .filter(({ name, isFolder }) => !isFolder && /\.[jt]sx$/.test(name))
    .map(({ name }) => readText(root, `${FOLDER}/${name}`, cache));
  const owners = new Map<string, SharedComponent>();
  const problems: Problem[] = [];
  for (const file of files) {
    problems.push(...file.problems);
    for (const component of listExported(file)) {
      const owner = owners.get(component.name);
      if (owner) problems.push(reportTwice(file, component, owner));
      else owners.set(component.name, component);
    }
  }
  const list = [...owners.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  return { list: lists.getOrCreate(JSON.stringify(list), () => list), problems };
}

const FOLDER = 'components';

const lists = createProcessCache<string, readonly SharedComponent[]>('lists of shared components');

function listExported({ file, source }: TextFile): SharedComponent[] {
  const code = source.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
  const named = [...code.matchAll(/^export\s+(?:async\s+)?(?:function\*?|const|let|class)\s+([\w$]+)/gm)];
  const listed = [...code.matchAll(/^export\s*\{([^}]*)\}/gm)].flatMap(([, names = '']) => names.split(','));
  const all = [
    ...named.map(([, name = '']) => name),
    ...listed.map((name) => (/(?:\bas\s+)?([\w$]+)\s*$/.exec(name)?.[1] ?? '').trim()),
    ...(/^export\s+default\b/m.test(code) ? ['default'] : []),
  ];
  return [...new Set(all)].flatMap((exported) => {
    const name = exported === 'default' ? toComponentName(file) : exported;
    return isComponentName(name) ? [{ name, exported, file }] : [];
  });
}

function toComponentName(file: string): string {
  const stem = path.posix.basename(file).replace(/\.[jt]sx$/, '');
  if (htmlTagNames.includes(stem)) return stem;
  return stem.replace(/(?:^|[-_.\s]+)(\w)/g, (_, letter: string) => letter.toUpperCase());
}

function isComponentName(name: string): boolean {
  return /^\p{Lu}[\w$]*$/u.test(name) || htmlTagNames.includes(name);
}

function reportTwice({ file, source }: TextFile, { name }: SharedComponent, owner: SharedComponent): Problem {
  const place = placeAt(source, Math.max(source.search(new RegExp(`\\b${name}\\b`)), 0));
  const message = `The component "${name}" is exported by ${owner.file} too.`;
  return createReporter(file, source)(place, 'error', message, 'Rename one of the two.');
}
