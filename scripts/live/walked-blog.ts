import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';

/** A content folder in which steps change posts, settings, styles and components, and which can be put back in order. */
export interface WalkedBlog {
  /** Absolute path. */
  readonly root: string;
  /** The sound text of each text file, by the path it began with. */
  readonly texts: ReadonlyMap<string, string>;
  /** Where each file or folder of `PLACES` is now; undefined where it is deleted. */
  readonly places: Map<string, string | undefined>;
  /** Bytes of images, each another. */
  readonly pictures: readonly Buffer[];
  /** Counts what is written, so that every save is another text. */
  count: number;
}

const head = (title: string, more = '') =>
  `---\ntitle: ${title}\ndescription: Changed while it is read.\ndate: 2024-03-04\ntags: [Walk]\nauthors: [ada]\n${more}---\n\n`;

const paragraphs = (count: number) =>
  Array.from({ length: count }, (_, index) => `Paragraph ${index} of this text stands here.\n`).join('\n');

const CHART = `export function Chart({ of }: { of: string }) {\n  return <strong>A chart of {of}.</strong>;\n}\n`;

const COUNTER = `'use client';

import { useState } from 'react';

export function Counter({ start }: { start: number }) {
  const [count, setCount] = useState(start);
  return (
    <button type="button" onClick={() => setCount(count + 1)}>
      Counted to {count}
    </button>
  );
}
`;

const OWN: Readonly<Record<string, string>> = {
  'posts/walk-plain.md': `${head('A plain walk')}Words of the plain one.\n\n${paragraphs(30)}`,
  'posts/walk-folder/index.md': `${head('A walk with a picture')}![A dot](./dot.png)\n\nSee [the plain one](../walk-plain.md).\n`,
  'posts/walk-parts/index.mdx': `${head('A walk with parts')}import { Chart } from './chart';\n\n<Chart of="steps" />\n\n${paragraphs(8)}`,
  'posts/walk-parts/chart.tsx': CHART,
  'posts/walk-count/index.mdx': `${head('A walk that counts')}import { Counter } from './counter';\n\n<Counter start={3} />\n\n${paragraphs(8)}`,
  'posts/walk-count/counter.tsx': COUNTER,
  'posts/walk-year/walk-a.md': `${head('First of the year')}Text.\n`,
  'posts/walk-year/walk-b/index.mdx': `${head('Second of the year')}The sum is {1 + 1}.\n`,
  'posts/walk-draft.md': `${head('A walk not yet taken', 'draft: true\n')}Text.\n`,
  'pages/walk-page.md': '---\ntitle: About walking\ndescription: A page.\n---\n\nA page about walking.\n',
  'parts/after-post.mdx': 'Written below every post.\n',
  'components/walk-sign.tsx': 'export function WalkSign() {\n  return <em>A sign of the blog.</em>;\n}\n',
  'posts/walk-shared.mdx': `${head('A walk by signs')}<WalkSign />\n`,
  'style.css': '.site-title { letter-spacing: 0.01em }\n',
};

/** Shown by the text beside it. */
export const PICTURE = 'posts/walk-folder/dot.png';

const SETTINGS = ['site.ts', 'tags.yml', 'authors.yml'];

/** What is moved, renamed and deleted: files and folders. */
export const PLACES = [
  ...Object.keys(OWN).filter((file) => !file.startsWith('posts/walk-')),
  'posts/walk-plain.md',
  'posts/walk-folder',
  'posts/walk-parts',
  'posts/walk-count',
  'posts/walk-year',
  'posts/walk-draft.md',
  'posts/walk-shared.mdx',
  ...SETTINGS,
];

/** Takes a content folder that has `site.ts`, `tags.yml` and `authors.yml` in hand. */
export async function openBlog(root: string): Promise<WalkedBlog> {
  const settings = SETTINGS.map((file) => [file, readFileSync(path.join(root, file), 'utf8')] as const);
  const texts = new Map([...settings, ...Object.entries(OWN)]);
  const pictures = await Promise.all([10, 20, 30].map(drawDot));
  const blog = { root, texts, pictures, places: new Map(), count: 0 };
  restore(blog);
  return blog;
}

/** Puts everything back as it was, and nothing else into the folder. */
export function restore(blog: WalkedBlog): void {
  for (const at of blog.places.values()) if (at !== undefined) remove(blog, at);
  rmSync(awayFolder(blog), { recursive: true, force: true });
  for (const place of PLACES) blog.places.set(place, place);
  for (const [file, text] of blog.texts) saveWhereNew(path.join(blog.root, file), text);
  saveWhereNew(path.join(blog.root, PICTURE), blog.pictures[0] ?? '');
}

/** Writes the files of a place anew, where they were deleted. */
export function writePlace(blog: WalkedBlog, place: string): void {
  for (const [file, text] of blog.texts)
    if (file === place || file.startsWith(`${place}/`)) saveWhereNew(path.join(blog.root, file), text);
  if (PICTURE.startsWith(place)) saveWhereNew(path.join(blog.root, PICTURE), blog.pictures[0] ?? '');
}

/** Ends the walk: the folder is as it was found. */
export function closeBlog(blog: WalkedBlog): void {
  restore(blog);
  for (const place of PLACES) if (!SETTINGS.includes(place)) remove(blog, place);
}

/** Where a file is now, by the path it began with: relative to the content folder. Undefined where it is not there. */
export function locate(blog: WalkedBlog, file: string): string | undefined {
  const place = PLACES.find((known) => file === known || file.startsWith(`${known}/`));
  if (place === undefined) return file;
  const at = blog.places.get(place);
  return at === undefined || at.startsWith('..') ? undefined : at + file.slice(place.length);
}

/** Writes a text file where it is now; false where it is not there. */
export function save(blog: WalkedBlog, file: string, text: string): boolean {
  const at = locate(blog, file);
  if (at === undefined) return false;
  writeFileSync(path.join(blog.root, at), text);
  return true;
}

/** Moves a file or folder of `PLACES`; `to` is relative to the content folder. */
export function move(blog: WalkedBlog, place: string, to: string): void {
  const at = blog.places.get(place);
  if (at === undefined) return;
  mkdirSync(path.dirname(path.join(blog.root, to)), { recursive: true });
  renameSync(path.join(blog.root, at), path.join(blog.root, to));
  blog.places.set(place, to);
}

/** The path, relative to the content folder, of something that was moved out of it. */
export function awayPath(blog: WalkedBlog, place: string): string {
  return path.relative(blog.root, path.join(awayFolder(blog), place.replaceAll('/', '-')));
}

function awayFolder({ root }: WalkedBlog): string {
  return `${root}-away`;
}

export function remove(blog: WalkedBlog, at: string): void {
  rmSync(path.join(blog.root, at), { recursive: true, force: true });
}

function drawDot(size: number): Promise<Buffer> {
  const dot = sharp({ create: { width: size, height: size, channels: 3, background: '#a91e16' } });
  return dot.png().toBuffer();
}

function saveWhereNew(file: string, content: string | Buffer): void {
  if (existsSync(file) && readFileSync(file).equals(Buffer.from(content))) return;
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, content);
}
