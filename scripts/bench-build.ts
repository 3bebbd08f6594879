import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { type Bench, type BenchSite, type CorpusPost, loadBench, OURS, toBenchSite } from './bench-sites';
import { type Measured, measureCommand } from './measure-command';

const { values: options } = parseArgs({
  options: {
    bench: { type: 'string', default: '../shared/bench' },
    posts: { type: 'string', default: '1000' },
    sites: { type: 'string', default: 'colophon,hugo,eleventy,astro' },
    phases: { type: 'string', default: 'cold,same,edit,new' },
    reps: { type: 'string', default: '1' },
    work: { type: 'string', default: path.join(os.tmpdir(), 'colophon-bench') },
    prepare: { type: 'boolean', default: false },
  },
});

type Phase = 'cold' | 'same' | 'edit' | 'new';

/** One build. */
interface Run {
  readonly site: string;
  readonly posts: number;
  readonly phase: Phase;
  readonly wall: number;
  readonly cpu: number;
  readonly peak: number;
  readonly stages: readonly Stage[];
}

/** A line of our own build: seconds, and the most memory meanwhile. */
interface Stage {
  readonly name: string;
  readonly seconds: number;
  readonly peak: number;
}

/**
 * `npm run bench`: how long this engine and others take for the same posts. Phases: `cold` (nothing is kept), `same` (nothing
 * changed), `edit` (a sentence more in one post), `new` (one post more, the newest). Each build must show its change.
 */
async function benchBuild(): Promise<void> {
  mkdirSync(options.work, { recursive: true });
  const bench = await loadBench(options.bench);
  const sites = list(options.sites).map((name) => toBenchSite(name, bench, options.work));
  for (const site of sites) prepare(site);
  if (options.prepare) return;
  for (const site of sites) {
    for (const posts of list(options.posts).map(Number)) await benchSite(site, bench, posts);
  }
  printTables();
}

function prepare(site: BenchSite): void {
  if (existsSync(site.folder) && !options.prepare) return;
  console.info(`${site.name}: copied to ${site.folder} …`);
  rmSync(site.folder, { recursive: true, force: true });
  mkdirSync(site.folder, { recursive: true });
  site.prepare();
}

async function benchSite(site: BenchSite, bench: Bench, posts: number): Promise<void> {
  const { linkPrefix } = site;
  const content = path.join(site.folder, site.content);
  mkdirSync(content, { recursive: true });
  for (const name of readdirSync(content)) {
    if (/\.mdx?$/.test(name)) rmSync(path.join(content, name));
  }
  const corpus = bench.writeCorpus({ n: posts, out: content, linkPrefix });
  const added = { ...bench.post(posts + 10, { linkPrefix }), draft: false };
  const newest =
    corpus
      .map(({ date }) => date)
      .sort()
      .at(-1) ?? '';
  for (let rep = 0; rep < Number(options.reps); rep++) {
    for (const phase of list(options.phases) as Phase[]) {
      const change = makeChange(phase, content, { corpus, rep, added, newest });
      if (phase === 'cold') {
        for (const name of site.clean) rmSync(path.join(site.folder, name), { recursive: true, force: true });
      }
      const log = path.join(options.work, `${site.name}-${posts}-${phase}.log`);
      const measured = await measureCommand(site.build, { cwd: site.folder, env: site.env, log });
      checkOutput(site, change);
      record({ site: site.name, posts, phase, ...pick(measured) }, rep);
    }
  }
}

interface Change {
  readonly slug: string;
  /** What the page of the post has to contain. */
  readonly text: string;
}

interface Corpus {
  readonly corpus: readonly CorpusPost[];
  readonly rep: number;
  readonly added: CorpusPost & { readonly source: string };
  readonly newest: string;
}

function makeChange(phase: Phase, content: string, { corpus, rep, added, newest }: Corpus): Change {
  const published = corpus.filter(({ draft }) => !draft);
  const slug = published[published.length >> 1]?.slug ?? '';
  if (phase === 'edit') {
    const file = path.join(content, `${slug}.md`);
    const text = `Changed in run ${rep}, at ${Date.now()}.`;
    writeFileSync(file, `${readFileSync(file, 'utf8').replace(/\nChanged in run .*\n$/, '')}\n${text}\n`);
    return { slug, text };
  }
  const file = path.join(content, `${added.slug}.md`);
  if (phase === 'new') {
    writeFileSync(
      file,
      added.source.replace(/^date: .*$/m, `date: ${newest}`).replace(/^draft: true\n/m, ''),
    );
    return { slug: added.slug, text: '</html>' };
  }
  if (phase === 'cold') rmSync(file, { force: true });
  return { slug, text: '</html>' };
}

/** Throws where a page of the build does not show the change that the build was made for. */
function checkOutput(site: BenchSite, { slug, text }: Change): void {
  const page = site.out
    .map((name) => path.join(site.folder, name))
    .flatMap((folder) =>
      [`posts/${slug}.html`, `blog/${slug}/index.html`].map((name) => path.join(folder, name)),
    )
    .find((file) => existsSync(file));
  if (page === undefined || !readFileSync(page, 'utf8').includes(text))
    throw new Error(`${site.name}: the page of ${slug} does not show "${text}".`);
}

function pick({ wall, cpu, peak, lines, samples }: Measured) {
  const stages = lines.flatMap(({ text, at }): Stage[] => {
    const [, name, seconds] = /^([a-z]+) +([\d.]+) s {2}/.exec(text) ?? [];
    if (name === undefined) return [];
    const during = samples.filter((sample) => sample.at <= at && sample.at >= at - Number(seconds));
    return [{ name, seconds: Number(seconds), peak: Math.max(0, ...during.map(({ bytes }) => bytes)) }];
  });
  return { wall, cpu, peak, stages };
}

/** Kept in a file, so that sites can be measured in several runs of this script. */
function record(run: Run, rep: number): void {
  const isSame = ({ site, posts, phase }: Run) =>
    site === run.site && posts === run.posts && phase === run.phase;
  const earlier = readRuns().filter((other) => rep > 0 || !isSame(other));
  writeFileSync(getResultsFile(), JSON.stringify([...earlier, run]));
  console.info(
    `${run.site}, ${run.posts} posts, ${run.phase}: ${run.wall.toFixed(2)} s, CPU ${run.cpu.toFixed(1)} s, ${toMiB(run.peak)} MiB`,
  );
}

function readRuns(): Run[] {
  const file = getResultsFile();
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Run[]) : [];
}

function getResultsFile(): string {
  return path.join(options.work, 'results.json');
}

function printTables(): void {
  const runs = readRuns();
  for (const posts of list(options.posts).map(Number)) {
    console.info(`\n${posts} posts: seconds (CPU seconds, MiB at most)`);
    const own = runs.filter((run) => run.posts === posts);
    const names = [...new Set(own.map(({ site }) => site))];
    console.table(
      Object.fromEntries(
        names.map((name) => [
          name,
          Object.fromEntries(
            list(options.phases).map((phase) => [
              phase,
              formatRuns(own.filter((run) => run.site === name && run.phase === phase)),
            ]),
          ),
        ]),
      ),
    );
    for (const run of own.filter(({ site, stages }) => site === OURS && stages.length > 0)) {
      const stages = run.stages.map(
        ({ name, seconds, peak }) => `${name} ${seconds.toFixed(1)} s (${toMiB(peak)} MiB)`,
      );
      console.info(`${run.phase}: ${stages.join(', ')}`);
    }
  }
}

function formatRuns(runs: readonly Run[]): string {
  if (runs.length === 0) return '–';
  const of = (key: 'wall' | 'cpu' | 'peak') => getMedian(runs.map((run) => run[key]));
  return `${of('wall').toFixed(2)} (${of('cpu').toFixed(1)}, ${toMiB(of('peak'))})`;
}

function getMedian(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return ((sorted[(sorted.length - 1) >> 1] ?? 0) + (sorted[sorted.length >> 1] ?? 0)) / 2;
}

function toMiB(bytes: number): number {
  return Math.round(bytes / 2 ** 20);
}

function list(text: string): string[] {
  return text.split(',').filter((part) => part !== '');
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(1));
await benchBuild();
