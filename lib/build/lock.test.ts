import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'playwright/test';
import { lockBuild } from './lock';

test('a second build waits for the first, and prints its process id', async () => {
  const root = test.info().outputPath('root');
  const first = await lockBuild(root, () => undefined);
  const lines: string[] = [];
  let isTaken = false;
  const second = lockBuild(root, (line) => lines.push(line)).then((lock) => {
    isTaken = true;
    return lock;
  });
  await expect
    .poll(() => lines)
    .toEqual([expect.stringContaining(`Process ${process.pid} has been building`)]);
  expect(isTaken).toBe(false);
  first.release();
  (await second).release();
  expect(existsSync(path.join(root, 'build.lock'))).toBe(false);
});

test('what a killed build left is ended, and its lock is taken over', async () => {
  const root = test.info().outputPath('root');
  (await lockBuild(root, () => undefined)).release();
  const left = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { detached: true });
  const dead = spawn(process.execPath, ['-e', '']);
  const ended = toEnd(left);
  await toEnd(dead);
  writeFileSync(
    path.join(root, 'build.lock'),
    JSON.stringify({ pid: dead.pid, next: left.pid, since: 'then' }),
  );
  const lines: string[] = [];
  const lock = await lockBuild(root, (line) => lines.push(line));
  await ended;
  expect(lines).toEqual([]);
  expect(JSON.parse(readFileSync(path.join(root, 'build.lock'), 'utf8'))).toMatchObject({ pid: process.pid });
  lock.release();
});

test('a lock that was cut off while it was written counts as none', async () => {
  const root = test.info().outputPath('root');
  (await lockBuild(root, () => undefined)).release();
  writeFileSync(path.join(root, 'build.lock'), '{"pid": 12');
  (await lockBuild(root, () => undefined)).release();
});

function toEnd(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => child.on('exit', () => resolve()));
}
