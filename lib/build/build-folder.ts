import path from 'node:path';

/** Where a build works and what it leaves, absolute paths. */
export interface BuildFolders {
  /** `DIST_DIR` or `.next`: holds all others. */
  readonly root: string;
  /** Where Next builds. */
  readonly stage: string;
  /** The published build: complete at every moment. */
  readonly site: string;
  /** The published build of before, while another takes its place. */
  readonly before: string;
  /** What the next build starts from. Hosts keep `.next/cache` between builds and nothing else. */
  readonly kept: string;
}

/** The folders of builds. Vercel takes what Next built from `.next` itself; nothing serves from there meanwhile. */
export function getBuildFolders(): BuildFolders {
  const root = path.resolve(process.env.DIST_DIR || '.next');
  const isTaken = Boolean(process.env.VERCEL);
  return {
    root,
    stage: isTaken ? root : path.join(root, 'stage'),
    site: isTaken ? root : path.join(root, 'site'),
    before: path.join(root, 'site.old'),
    kept: path.join(root, 'cache', 'build'),
  };
}

/** Absolute path of the build that is served. */
export function getBuildFolder(): string {
  return getBuildFolders().site;
}
