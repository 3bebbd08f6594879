import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { createProcessCache } from '../cache/process-cache';

/** An icon that a blog brings along. */
export interface OwnIcon {
  /** Relative to the content folder. */
  readonly file: string;
  /** As SVG, whatever the file is. */
  readonly svg: string;
  /** Changes with the file. */
  readonly hash: string;
}

/** Names in the content folder, the first of which is taken. */
const FILES = ['icon.svg', 'icon.png'];

/** The icon of a blog: `icon.svg` or `icon.png` in its content folder. Undefined where it has none, or none that can be shown. */
export function readOwnIcon(root: string): OwnIcon | undefined {
  const file = findIconFile(root);
  if (file === undefined) return undefined;
  const stats = statSync(path.join(/* turbopackIgnore: true */ root, file));
  const key = `${root} ${file} ${stats.mtimeMs} ${stats.size}`;
  return icons.getOrCreate(key, () =>
    readIcon(file, readFileSync(path.join(/* turbopackIgnore: true */ root, file))),
  );
}

/** The name of a blog's icon in its content folder, whatever is in it. */
export function findIconFile(root: string): string | undefined {
  return FILES.find((file) =>
    statSync(path.join(/* turbopackIgnore: true */ root, file), { throwIfNoEntry: false })?.isFile(),
  );
}

const icons = createProcessCache<string, OwnIcon | undefined>('icons of blogs');

function readIcon(file: string, bytes: Buffer): OwnIcon | undefined {
  const svg = file.endsWith('.png') ? wrapPng(bytes) : bytes.toString('utf8');
  if (!/<svg[\s>]/.test(svg)) return undefined;
  return { file, svg, hash: createHash('sha256').update(bytes).digest('hex').slice(0, 12) };
}

/** Width and height are the first two numbers of a PNG's first chunk (RFC 2083, 11.2.1). */
function wrapPng(bytes: Buffer): string {
  const isPng = bytes.length > 24 && bytes.subarray(1, 4).toString('latin1') === 'PNG';
  if (!isPng) return '';
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  const image = `data:image/png;base64,${bytes.toString('base64')}`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}"><image width="${width}" height="${height}" href="${image}"/></svg>`;
}

/** An icon as part of another drawing, within a square of `size` units at `x` and `y`. */
export function drawOwnIcon({ svg }: Pick<OwnIcon, 'svg'>, x: number, y: number, size: number): string {
  const image = `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
  return `<image x="${x}" y="${y}" width="${size}" height="${size}" href="${image}"/>`;
}
