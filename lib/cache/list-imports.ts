import path from 'node:path';

/** A source file of the engine: path from the root of the repository, with forward slashes. */
export interface SourceFile {
  readonly file: string;
  readonly text: string;
}

export interface Import {
  /** Path without ending for files of the repository (`lib/urls`), else the package or a part of it. */
  readonly target: string;
  readonly isOwn: boolean;
  readonly isType: boolean;
}

const IMPORT =
  /^(?:import|export)\s+(type\s)?(?:[^'";]*?\sfrom\s+)?'([^']+)'|\b(?:import|require)\(\s*'([^']+)'|\bnew URL\(\s*'(\.[^']+)',\s*import\.meta\.url/gm;

/** The imports of a file, types and scripts of threads included. */
export function listImports({ file, text }: SourceFile): Import[] {
  return [...text.matchAll(IMPORT)].map(([, type, from, called, script]) => {
    const specifier = from ?? called ?? script?.replace(/\.tsx?$/, '') ?? '';
    const isOwn = /^(@\/|\.)/.test(specifier);
    const target = specifier.startsWith('@/')
      ? specifier.slice(2)
      : path.posix.join(path.posix.dirname(file), specifier);
    return { target: isOwn ? target : specifier, isOwn, isType: type !== undefined };
  });
}
