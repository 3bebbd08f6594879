import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { serveBlog, toEnd } from './served-blog';

/**
 * Proves that a site is whole at every moment: kills builds at random moments, with all processes they started, while a
 * crawler asks a running `npm start` for every page. `npx tsx scripts/kill-builds.ts [kills]`; 40 kills by default.
 */
const KILLS = Number(process.argv[2] ?? 40);
const DIST_DIR = '.next-kills';
/** Every so many builds make everything anew. */
const FULL_EVERY = 5;

/** Kills a process and all that it started, as a machine that loses its power does. */
function killTree(pid: number): void {
  const table = execFileSync('ps', ['-eo', 'pid=,ppid='], { encoding: 'utf8' });
  const rows = table
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number));
  const tree = [pid];
  for (const parent of tree) tree.push(...rows.flatMap(([own = 0, of]) => (of === parent ? [own] : [])));
  for (const own of tree) {
    try {
      process.kill(own, 'SIGKILL');
    } catch {
      // It has ended by itself.
    }
  }
}

async function prove(): Promise<void> {
  const blog = await serveBlog({ posts: 12, port: 43190, root: DIST_DIR });
  let longest = 20_000;
  for (let kill = 1; kill <= KILLS; kill += 1) {
    const slug = blog.slugs[kill % blog.slugs.length] ?? '';
    blog.write(slug, kill);
    const child = blog.build(kill % FULL_EVERY === 0 ? ['--full'] : []);
    const ended = toEnd(child);
    const after = Math.random() * longest;
    const timer = setTimeout(() => child.pid !== undefined && killTree(child.pid), after);
    const { code } = await ended;
    clearTimeout(timer);
    console.info(
      `${kill}: ${code === 0 ? 'ended before it was killed' : `killed after ${Math.round(after)} ms`}`,
    );
    if (kill % FULL_EVERY !== 0) continue;
    const start = Date.now();
    const whole = await toEnd(blog.build());
    if (whole.code !== 0) blog.faults.push(`The build after kill ${kill} failed: ${whole.output}`);
    longest = Math.max(3000, Date.now() - start);
    await blog.settle(slug, kill);
  }
  await blog.end();
  rmSync(DIST_DIR, { recursive: true, force: true });
  console.info(`${KILLS} kills, ${blog.countAnswers()} answers, ${blog.faults.length} faults`);
  for (const fault of [...new Set(blog.faults)].slice(0, 20)) console.info(fault);
  process.exitCode = blog.faults.length === 0 ? 0 : 1;
}

await prove();
