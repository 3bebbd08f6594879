import { listImports, type SourceFile } from '../lib/cache/list-imports';

/** Circles of imports that run code, each as the list of its files; types make none, since they are gone at run time. */
export function findCircles(sources: readonly SourceFile[]): string[][] {
  const files = new Map(sources.map((source) => [toName(source.file), source]));
  const graph = new Map(
    [...files].map(([name, source]) => [
      name,
      listImports(source).flatMap(({ target, isType }) => (isType ? [] : (resolveFile(target, files) ?? []))),
    ]),
  );
  const circles: string[][] = [];
  const done = new Set<string>();
  const visit = (name: string, path: readonly string[]) => {
    const start = path.indexOf(name);
    if (start >= 0) circles.push([...path.slice(start), name]);
    if (start >= 0 || done.has(name)) return;
    for (const next of graph.get(name) ?? []) visit(next, [...path, name]);
    done.add(name);
  };
  for (const name of graph.keys()) visit(name, []);
  return circles;
}

function resolveFile(target: string, files: ReadonlyMap<string, SourceFile>): string | undefined {
  return [target, `${target}/index`].find((name) => files.has(name));
}

function toName(file: string): string {
  return file.replace(/\.tsx?$/, '');
}
