import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';

/** What a new build goes on with; a dev server may be at work in its folder. */
const SHARED = ['cache', 'dev'];

/** Puts the last build aside, so that a failing one cannot spoil it. Finishes what an interrupted build left. */
export function keepPreviousBuild(folder: string): void {
  if (existsSync(aside(folder))) restorePreviousBuild(folder);
  mkdirSync(aside(folder), { recursive: true });
  move(folder, aside(folder));
}

/** Brings the last build back in place of a failed one. */
export function restorePreviousBuild(folder: string): void {
  for (const name of listOwn(folder)) rmSync(path.join(folder, name), { recursive: true, force: true });
  move(aside(folder), folder);
  dropPreviousBuild(folder);
}

/** Forgets the last build once a new one is complete. */
export function dropPreviousBuild(folder: string): void {
  rmSync(aside(folder), { recursive: true, force: true });
}

function aside(folder: string): string {
  return `${folder}.previous`;
}

function move(from: string, to: string): void {
  for (const name of listOwn(from)) renameSync(path.join(from, name), path.join(to, name));
}

function listOwn(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder).filter((name) => !SHARED.includes(name)) : [];
}
