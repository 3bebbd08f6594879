import { spawn } from 'node:child_process';
import { createWriteStream, readdirSync, readFileSync } from 'node:fs';

/** What a command took. */
export interface Measured {
  /** Seconds by the clock, and of all cores together. */
  readonly wall: number;
  readonly cpu: number;
  /** Bytes that all of its processes had in memory at once, at most. Pages that several share count for each. */
  readonly peak: number;
  /** What it printed, line by line, and when: seconds since its start. */
  readonly lines: readonly { readonly text: string; readonly at: number }[];
  /** The memory of all processes over time. */
  readonly samples: readonly { readonly at: number; readonly bytes: number }[];
}

/** Milliseconds between two looks at the processes. */
const PERIOD = 100;
/** Of Linux: bytes of a page of memory, and ticks of a second, in `/proc`. */
const PAGE = 4096;
const TICKS = 100;

interface Options {
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  /** File for what it prints. */
  readonly log: string;
}

/**
 * Runs a shell command to its end and measures it with all processes that it starts. Takes Linux. Throws, with the end of what it printed, where it fails.
 */
export async function measureCommand(command: string, { cwd, env, log }: Options): Promise<Measured> {
  const start = performance.now();
  const getSeconds = () => (performance.now() - start) / 1000;
  const child = spawn('sh', ['-c', command], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  // It leads a group of its own, so that ending it ends all that it started.
  const end = () => process.kill(-(child.pid ?? 0), 'SIGKILL');
  process.once('exit', end);
  const lines: { text: string; at: number }[] = [];
  const file = createWriteStream(log);
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      file.write(text);
      for (const line of text.split('\n')) if (line !== '') lines.push({ text: line, at: getSeconds() });
    });
  }
  const samples: { at: number; bytes: number }[] = [];
  const cpu = new Map<number, number>();
  const timer = setInterval(() => {
    const processes = listFamily(child.pid ?? 0, cpu);
    for (const { pid, seconds } of processes) cpu.set(pid, seconds);
    samples.push({ at: getSeconds(), bytes: processes.reduce((sum, { bytes }) => sum + bytes, 0) });
  }, PERIOD);
  const code = await new Promise((resolve) => child.once('close', (...how) => resolve(how[0] ?? how[1])));
  const wall = getSeconds();
  clearInterval(timer);
  process.off('exit', end);
  file.end();
  if (code !== 0) {
    const end = lines.slice(-20).map(({ text }) => text);
    throw new Error(`${command} ended with ${code}.\n${end.join('\n')}`);
  }
  return {
    wall,
    cpu: [...cpu.values()].reduce((sum, seconds) => sum + seconds, 0),
    peak: Math.max(0, ...samples.map(({ bytes }) => bytes)),
    lines,
    samples,
  };
}

interface RunningProcess {
  readonly pid: number;
  readonly parent: number;
  readonly session: number;
  readonly seconds: number;
  readonly bytes: number;
}

/** The processes that one started, and those that they started: of its session, of sessions of their own, and orphans. */
function listFamily(root: number, known: ReadonlyMap<number, number>): RunningProcess[] {
  const running = readdirSync('/proc').flatMap((name) => (/^\d+$/.test(name) ? readProcess(name) : []));
  const family = new Set([root, ...known.keys()]);
  const isOf = ({ pid, parent, session }: RunningProcess) =>
    family.has(pid) || family.has(parent) || family.has(session);
  // A process may be listed before its parent.
  for (let size = 0; size !== family.size; ) {
    size = family.size;
    for (const process of running) if (isOf(process)) family.add(process.pid);
  }
  return running.filter(({ pid }) => family.has(pid));
}

function readProcess(pid: string): RunningProcess | [] {
  const fields = readStat(pid).map(Number);
  const [, parent = 0, , session = 0] = fields;
  if (fields.length === 0) return [];
  const [user = 0, system = 0, pages = 0] = [fields[11], fields[12], fields[21]];
  return { pid: Number(pid), parent, session, seconds: (user + system) / TICKS, bytes: pages * PAGE };
}

/** The fields of `/proc/…/stat` after the name of the command; none where the process has ended meanwhile. */
function readStat(pid: string): string[] {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return [];
  }
}
