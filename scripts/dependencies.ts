import { listImports, type SourceFile } from '../lib/cache/list-imports';

/** The parts of package.json that name packages. */
export interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}

/** Files that no production build runs: tests, scripts, and what only `npm run dev` loads. */
const DEVELOPMENT =
  /\.(test|spec|d)\.tsx?$|\.dev\.tsx?$|^(playwright\.config|(scripts|e2e|lib\/dev|components\/dev)\/)/;

/** The alias under which the bundler offers the components of posts. */
const ALIASES = ['@post-components'];

/** Packages that a file imports and package.json does not declare, types included, one sentence each. */
export function findUndeclared(source: SourceFile, { dependencies, devDependencies }: Manifest): string[] {
  return listImports(source).flatMap(({ target, isOwn, isType }) => {
    const name = toPackage(target);
    if (isOwn || name.startsWith('node:') || ALIASES.includes(name) || name in dependencies) return [];
    const isDevelopment = isType || DEVELOPMENT.test(source.file);
    if (isDevelopment && (name in devDependencies || toTypes(name) in devDependencies)) return [];
    const list = isDevelopment ? 'devDependencies' : 'dependencies';
    return [`${source.file} imports ${name}, which is not in the ${list} of package.json.`];
  });
}

function toPackage(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

function toTypes(name: string): string {
  return `@types/${name.replace(/^@(.+)\//, '$1__')}`;
}
