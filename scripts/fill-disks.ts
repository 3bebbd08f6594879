import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, statfsSync } from 'node:fs';
import path from 'node:path';
import { type ServedBlog, serveBlog, toEnd } from './served-blog';

/**
 * Proves that a site survives its disk: builds on a disk that is full at random moments, and with a cache that cannot be
 * written to, while a crawler asks a running `npm start` for every page. Linux, as root, since it mounts a small disk in
 * memory. `npx tsx scripts/fill-disks.ts [builds]`; 12 by default.
 */
const BUILDS = Number(process.argv[2] ?? 12);
const DISK = path.resolve('.next-disk');
const FILLER = path.join(DISK, 'filler');
/** MiB. */
const SIZE = 800;
const MIB = 2 ** 20;

function mountDisk(): void {
  mkdirSync(DISK, { recursive: true });
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${SIZE}m`, 'tmpfs', DISK]);
}

/** Leaves so many bytes free. */
function fill(left: number): void {
  rmSync(FILLER, { force: true });
  const { bavail, bsize } = statfsSync(DISK);
  const bytes = Math.max(0, bavail * bsize - left);
  execFileSync('fallocate', ['-l', String(Math.max(1, Math.floor(bytes))), FILLER]);
}

/** What a build needs of free space, about: measured on the first one. */
function measureNeed(): number {
  const { blocks, bavail, bsize } = statfsSync(DISK);
  return (blocks - bavail) * bsize;
}

async function buildOnFullDisks(blog: ServedBlog): Promise<void> {
  const need = measureNeed();
  for (let number = 1; number <= BUILDS; number += 1) {
    const slug = blog.slugs[number % blog.slugs.length] ?? '';
    blog.write(slug, number);
    // Nothing at all left now and then; else any part of what a build takes.
    const left = number % 4 === 0 ? 0 : Math.random() * need;
    fill(left);
    const { code, output } = await toEnd(blog.build(number % 3 === 0 ? ['--full'] : []));
    console.info(
      `${number}: ${(left / MIB).toFixed(1)} MiB left, ${code === 0 ? 'built' : 'failed'}: ${lastLine(output)}`,
    );
    if (code !== 0) expectReason(blog, output);
    rmSync(FILLER, { force: true });
    const next = await toEnd(blog.build());
    if (next.code !== 0) blog.faults.push(`The build with space again failed: ${next.output}`);
    await blog.settle(slug, number);
  }
}

/** A failure has a reason that a person can act on, and no stack of ours. */
function expectReason(blog: ServedBlog, output: string): void {
  if (!output.includes('The disk is full')) blog.faults.push(`No word of the disk: ${lastLines(output, 12)}`);
  if (/^\s+at .+\/lib\/.+:\d+:\d+\)?/m.test(output)) blog.faults.push(`A stack: ${lastLines(output, 12)}`);
}

async function buildWithoutCache(blog: ServedBlog): Promise<void> {
  const cache = path.resolve('.next-disk-cache');
  for (const [index, [name, options]] of Object.entries({
    'a read-only cache': 'size=1m,ro',
    'a full cache': 'size=64k',
  }).entries()) {
    const version = BUILDS + 1 + index;
    const slug = blog.slugs[0] ?? '';
    mkdirSync(cache, { recursive: true });
    execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', cache]);
    try {
      blog.write(slug, version);
      const { code, output } = await toEnd(blog.build(['--full'], { CACHE_DIR: cache }));
      const remarks = output.split('\n').filter((line) => line.includes('cache could not be written'));
      console.info(
        `${name}: ${code === 0 ? 'built' : 'failed'}, ${remarks.length} lines: ${remarks[0] ?? ''}`,
      );
      if (code !== 0) blog.faults.push(`With ${name} the build failed: ${lastLines(output, 12)}`);
      if (remarks.length !== 1) blog.faults.push(`With ${name} ${remarks.length} lines say so`);
      await blog.settle(slug, version);
    } finally {
      execFileSync('umount', [cache]);
      rmSync(cache, { recursive: true, force: true });
    }
  }
}

function lastLine(output: string): string {
  return lastLines(output, 1);
}

function lastLines(output: string, number: number): string {
  return output.trim().split('\n').slice(-number).join('\n');
}

async function prove(): Promise<void> {
  mountDisk();
  try {
    const root = path.join(path.relative('.', DISK), 'next');
    const blog = await serveBlog({
      posts: 12,
      port: 43191,
      root,
      environment: { CACHE_DIR: path.join(DISK, 'cache') },
    });
    await buildOnFullDisks(blog);
    await buildWithoutCache(blog);
    await blog.end();
    console.info(`${BUILDS} builds, ${blog.countAnswers()} answers, ${blog.faults.length} faults`);
    for (const fault of [...new Set(blog.faults)].slice(0, 20)) console.info(fault);
    process.exitCode = blog.faults.length === 0 ? 0 : 1;
  } finally {
    execFileSync('umount', [DISK]);
    rmSync(DISK, { recursive: true, force: true });
  }
}

await prove();
