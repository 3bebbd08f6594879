import { createHash } from 'node:crypto';
import { expect, test } from 'playwright/test';
import sharp from 'sharp';
import { drawOrnament } from './draw-ornament';
import { FAMILIES } from './families';
import { formatOrnamentFile } from './format-ornament';
import { createChoices } from './random';

const COLOURS = { ink: '#211d1a', accent: '#a91e16' };
const NAMES = Array.from({ length: 2000 }, (_, index) => `post-${index}`);
const HOSTILE = [
  '',
  'a',
  '-',
  'x'.repeat(10_000),
  '日本語で書く',
  'שלום',
  '"><script>',
  'e\u0301',
  '\u{1f389}',
];

const toFile = (name: string) => formatOrnamentFile(drawOrnament(name), COLOURS);
const toHash = (name: string) =>
  createHash('sha256')
    .update(JSON.stringify(drawOrnament(name)))
    .digest('hex')
    .slice(0, 12);

test('the ornament of a name is the same for ever', () => {
  // A post keeps its ornament through all versions of the engine: these never change.
  expect(Object.fromEntries(RECORDED.map(([name]) => [name, toHash(name)]))).toEqual(
    Object.fromEntries(RECORDED),
  );
});

function isSound(file: string): boolean {
  const colours = [...file.matchAll(/(?:fill|stroke)="(#\w+)"/g)].map(([, colour]) => colour);
  return (
    file.length <= 1024 &&
    /^<svg [^<>]+>(?:<path [^<>]+>)+<\/svg>$/.test(file) &&
    !/NaN|Infinity|undefined/.test(file) &&
    [...new Set(colours)].sort().join() === '#211d1a,#a91e16'
  );
}

test('an ornament is at most 1 kB of SVG, in two colours and within its box', async () => {
  expect([...NAMES, ...HOSTILE].filter((name) => !isSound(toFile(name)))).toEqual([]);
  for (const name of [...NAMES.slice(0, 24), ...HOSTILE]) {
    // Drawn with as much room again around it, nothing is in the outer part.
    const larger = toFile(name).replace('-320 -320 640 640', '-640 -640 1280 1280');
    const { info } = await sharp(Buffer.from(larger), { density: 18 })
      .trim()
      .toBuffer({ resolveWithObject: true });
    expect(info.width, name).toBeLessThanOrEqual(164);
    expect(info.height, name).toBeLessThanOrEqual(164);
    expect(Math.min(info.width, info.height), name).toBeGreaterThan(100);
  }
});

test('posts have different ornaments, of every family', () => {
  const drawn = NAMES.map(toFile);
  expect(new Set(drawn).size).toBeGreaterThan(500);
  for (let first = 0; first + 10 <= 200; first += 10)
    expect(new Set(drawn.slice(first, first + 10)).size, `from ${first}`).toBeGreaterThanOrEqual(9);
  const families = NAMES.map((name) => createChoices(name).pick(FAMILIES));
  for (const family of FAMILIES) {
    const share = families.filter((other) => other === family).length / NAMES.length;
    expect(share, family.name).toBeGreaterThan(0.5 / FAMILIES.length);
  }
});

test('a name has one ornament however its letters are composed', () => {
  expect(drawOrnament('caf\u00e9')).toEqual(drawOrnament('cafe\u0301'));
});

const RECORDED: readonly (readonly [name: string, hash: string])[] = [
  ['hello-world', '38ef9b3003e2'],
  ['building-scalable-microservices-with-python-and-fastapi', '0a58108183ce'],
  ['a-year-of-colophon', 'd31950fbc870'],
  ['writing-a-post', 'f7bdd057361e'],
  ['code-blocks', 'f55eaf8ff1da'],
  ['found-and-followed', '966ce8cd81a7'],
  ['deploying', '47294d14c7e4'],
  ['tags-authors-and-series', '5c3044e70864'],
  ['drafts-and-scheduling', '82351583a84d'],
  ['everything-a-post-can-contain', '113c5220ebed'],
  ['notes-for-a-next-post', '81523cab05a5'],
  ['ada', '38ef9b3003e2'],
  ['日本語で書く', '712af1086a29'],
  ['a', '29427c006322'],
  ['parsers', '991d47575591'],
  ['post-1', '8869ed443ef7'],
  ['post-2', '10d173ef509f'],
  ['post-3', 'd1f1d0061a49'],
];
