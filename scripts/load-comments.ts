import { type ChildProcess, fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { LIMITS } from '../lib/readers/limits';
import { makeStamp } from '../lib/readers/stamp';
import { Store } from '../lib/readers/store';
import { exportComments } from '../lib/readers/store-transfer';
import { submitComment } from '../lib/readers/submit-comment';

const PROCESSES = 3;
const SELF = fileURLToPath(import.meta.url);

interface Acknowledged {
  readonly id: string;
  /** Milliseconds. */
  readonly took: number;
}

/**
 * `npx tsx scripts/load-comments.ts 50 60`: so many comments a second for so many seconds, sent by three processes into one
 * file. `npx tsx scripts/load-comments.ts kill 20`: the processes are killed so often at random moments. Either way each comment
 * that was acknowledged has to be there, once.
 */
async function loadComments([first = '50', second = '60']: readonly string[]): Promise<boolean> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'colophon-comments-'));
  process.env.DATABASE_URL = `file:${path.join(folder, 'readers.db')}`;
  const acknowledged: Acknowledged[] = [];
  const isKilling = first === 'kill';
  const gap = isKilling ? 5 : (1000 * PROCESSES) / Number(first);
  const start = () => startWriter(gap, acknowledged);
  const writers = Array.from({ length: PROCESSES }, start);
  if (isKilling) await killOften(writers, Number(second), start);
  else await wait(Number(second) * 1000);
  await Promise.all(writers.map(end));
  const store = await Store.open();
  const kept = (await exportComments(store)).map(({ id }) => id);
  store.close();
  rmSync(folder, { recursive: true, force: true });
  const lost = acknowledged.filter(({ id }) => !kept.includes(id)).length;
  const times = acknowledged.map(({ took }) => took).sort((a, b) => a - b);
  const at = (part: number) => `${times[Math.floor(times.length * part)]?.toFixed(0)} ms`;
  console.info(
    `${acknowledged.length} acknowledged, ${kept.length} kept, ${lost} lost, ${kept.length - new Set(kept).size} twice`,
  );
  console.info(`median ${at(0.5)}, p95 ${at(0.95)}, p99 ${at(0.99)}`);
  return lost === 0 && kept.length === new Set(kept).size;
}

function startWriter(gap: number, acknowledged: Acknowledged[]): ChildProcess {
  const child = fork(SELF, ['write', String(gap)], { execArgv: process.execArgv });
  child.on('message', (message) => acknowledged.push(message as Acknowledged));
  return child;
}

async function killOften(writers: ChildProcess[], times: number, start: () => ChildProcess): Promise<void> {
  for (let number = 0; number < times; number += 1) {
    await wait(600 + Math.random() * 900);
    const place = Math.floor(Math.random() * writers.length);
    writers[place]?.kill('SIGKILL');
    writers[place] = start();
  }
}

function end(child: ChildProcess): Promise<void> {
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.send('end');
  return ended;
}

/** Sends comments as the form does, each from another address. */
async function write(gap: number): Promise<void> {
  let isEnding = false;
  process.on('message', () => {
    isEnding = true;
  });
  const store = await Store.open();
  const part = { store, secret: await store.getSecret() };
  for (let number = 0; !isEnding; number += 1) {
    const begun = performance.now();
    const stamp = makeStamp(part.secret, 'hello', Date.now() - LIMITS.minTime - 1);
    const form = { name: 'Grace', body: `Number **${number}**, \`code\`.`, parent: '', stamp, website: '' };
    const writer = { address: `${process.pid} ${number}`, key: String(process.pid) };
    const sent = await submitComment(part, form, { post: 'hello', trust: false, writer });
    const took = performance.now() - begun;
    if (sent.ok) process.send?.({ id: sent.comment.id, took } satisfies Acknowledged);
    await wait(Math.max(0, gap - took));
  }
  store.close();
  process.disconnect();
}

const [mode, gap = '10'] = process.argv.slice(2);
if (mode === 'write') await write(Number(gap));
else process.exitCode = (await loadComments(process.argv.slice(2))) ? 0 : 1;
