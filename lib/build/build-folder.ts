import path from 'node:path';

/** Where a build works and what it leaves, absolute paths. */
export interface BuildFolders {
  /** `DIST_DIR` or `.next`: contains all others. */
  readonly root: string;
  /** Where Next builds. */
  readonly stage: string;
  /** The published build: complete at every moment. */
  readonly site: string;
  /** The previous published build, while another replaces it. */
  readonly before: string;
  /** The last finished build, from which the next one starts. Hosts keep `.next/cache` between builds and nothing else. */
  readonly kept: string;
}

/** The folders of builds. Vercel deploys `.next` itself, and nothing is served from there meanwhile. */
export function getBuildFolders(): BuildFolders {
  const root = path.resolve(process.env.DIST_DIR || '.next');
  const isDeployed = Boolean(process.env.VERCEL);
  return {
    root,
    stage: isDeployed ? root : path.join(root, 'stage'),
    site: isDeployed ? root : path.join(root, 'site'),
    before: path.join(root, 'site.old'),
    kept: path.join(root, 'cache', 'build'),
  };
}

/** Absolute path of the build that is served. */
export function getBuildFolder(): string {
  return getBuildFolders().site;
}
