import { readFileSync } from 'node:fs';
import { expect, test } from 'playwright/test';
import sharp from 'sharp';
import { toIco } from './to-ico';

test('the icon of tabs holds an image of every size that is asked for', async () => {
  const images = listImages(readFileSync('public/favicon.ico'));
  expect(images.map(({ edge }) => edge)).toEqual([16, 32, 48]);
  for (const { edge, png } of images) {
    const { format, width, height, hasAlpha, isPalette } = await sharp(png).metadata();
    expect([format, width, height, hasAlpha, isPalette]).toEqual(['png', edge, edge, true, false]);
  }
});

test('an image of 256 pixels has 0 for its edge, and every byte is where the directory says', async () => {
  const pngs = await Promise.all([16, 256].map(drawSquare));
  const ico = toIco(pngs);
  const images = listImages(ico);
  expect(images.map(({ edge }) => edge)).toEqual([16, 0]);
  expect(images.map(({ png }) => png)).toEqual(pngs);
  expect(ico.length).toBe(6 + 2 * 16 + pngs.reduce((sum, { length }) => sum + length, 0));
});

/** By the format's description, not by `toIco`. */
function listImages(ico: Buffer) {
  expect([ico.readUInt16LE(0), ico.readUInt16LE(2)]).toEqual([0, 1]);
  return Array.from({ length: ico.readUInt16LE(4) }, (_, index) => {
    const entry = ico.subarray(6 + 16 * index, 22 + 16 * index);
    const [bytes, offset] = [entry.readUInt32LE(8), entry.readUInt32LE(12)];
    expect(entry[1]).toBe(entry[0]);
    return { edge: entry[0], png: ico.subarray(offset, offset + bytes) };
  });
}

function drawSquare(size: number): Promise<Buffer> {
  return sharp({ create: { width: size, height: size, channels: 4, background: '#a91e16' } })
    .png()
    .toBuffer();
}
