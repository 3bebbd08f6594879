import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** A post of the corpus. */
export interface CorpusPost {
  readonly slug: string;
  readonly date: string;
  readonly draft: boolean;
}

/** What the folder of the benchmark brings along: the posts that all sites build, and the other engines. */
export interface Bench {
  readonly folder: string;
  readonly peers: Readonly<Record<string, Peer>>;
  /** Writes `n` posts, the same ones for every number, and returns them. */
  writeCorpus(options: { n: number; out: string; linkPrefix: string }): CorpusPost[];
  /** The post of a number, as a file. */
  post(number: number, options: { linkPrefix: string }): CorpusPost & { readonly source: string };
}

/** Another engine with the same pages; paths are relative to its folder. */
interface Peer {
  readonly content: string;
  readonly css?: string;
  readonly install: string;
  readonly build: string;
  /** What a cold build must not find. */
  readonly clean: readonly string[];
  /** Where its pages are. */
  readonly out: readonly string[];
  readonly node22?: boolean;
}

/** A site that is built over and over, in a folder of its own. */
export interface BenchSite extends Peer {
  readonly name: string;
  readonly folder: string;
  readonly linkPrefix: string;
  /** Copies the site and installs what it takes. */
  prepare(): void;
  readonly env: NodeJS.ProcessEnv;
}

/** The name of this engine among the sites. */
export const OURS = 'colophon';

/** Reads the folder of the benchmark. Throws where it is not there. */
export async function loadBench(folder: string): Promise<Bench> {
  const load = (file: string) => import(pathToFileURL(path.resolve(folder, file)).href);
  if (!existsSync(path.join(folder, 'corpus.mjs')))
    throw new Error(`${folder} is not the folder of the benchmark: name it with --bench.`);
  const [{ writeCorpus, post }, { PEERS }] = await Promise.all([load('corpus.mjs'), load('peers/peers.mjs')]);
  return { folder: path.resolve(folder), peers: PEERS, writeCorpus, post };
}

/** A site by its name, to be built below `work`. */
export function toBenchSite(name: string, bench: Bench, work: string): BenchSite {
  const folder = path.join(work, name);
  if (name === OURS) {
    return {
      ...{ name, folder, linkPrefix: '/posts/', content: 'content/posts' },
      ...{ install: '', build: 'npm run --silent build', clean: ['.next'] },
      out: ['.next/site/server/app'],
      env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1' },
      prepare: () => copyEngine(folder),
    };
  }
  const peer = bench.peers[name];
  if (!peer)
    throw new Error(`There is no site "${name}": ${[OURS, ...Object.keys(bench.peers)].join(', ')}.`);
  const node22 = path.join(work, 'node22', 'node_modules', '.bin');
  const newer = peer.node22 === true && Number(process.versions.node.split('.')[0]) < 22;
  const env = {
    ...process.env,
    ASTRO_TELEMETRY_DISABLED: '1',
    NEXT_TELEMETRY_DISABLED: '1',
    ...(newer && { PATH: `${node22}:${process.env.PATH}` }),
  };
  return {
    ...peer,
    ...{ name, folder, linkPrefix: '/blog/', env },
    prepare() {
      if (newer && !existsSync(node22))
        run('npm install --no-audit --no-fund --prefix node22 node@22', work, process.env);
      cpSync(path.join(bench.folder, 'peers', name), folder, { recursive: true });
      run(`chmod -R u+w ${JSON.stringify(folder)}`, work, env);
      if (peer.css !== undefined) {
        mkdirSync(path.join(folder, path.dirname(peer.css)), { recursive: true });
        cpSync(path.join(bench.folder, 'peers/site.css'), path.join(folder, peer.css));
        run(`chmod u+w ${JSON.stringify(peer.css)}`, folder, env);
      }
      run(peer.install, folder, env);
    },
  };
}

/** This engine as it is in the working tree, with the settings of the demo and none of its documents. */
function copyEngine(folder: string): void {
  const names = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    encoding: 'utf8',
  });
  for (const name of names.split('\0')) {
    if (name !== '' && existsSync(name)) cpSync(name, path.join(folder, name));
  }
  for (const name of ['posts', 'pages', 'permalinks.json'])
    rmSync(path.join(folder, 'content', name), { recursive: true, force: true });
  run(`cp -al ${JSON.stringify(path.resolve('node_modules'))} node_modules`, folder, process.env);
}

function run(command: string, cwd: string, env: NodeJS.ProcessEnv): void {
  execFileSync('sh', ['-c', command], { cwd, env, stdio: ['ignore', 'ignore', 'inherit'] });
}
