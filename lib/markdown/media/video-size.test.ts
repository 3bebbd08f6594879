import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'playwright/test';
import { findCompanions } from './companions';
import { readFilmSize } from './video-size';

const FILES =
  'a.png a.dark.png b.png c.mp4 c.vtt d.pdf d.vtt d.poster.png e.webm e.poster.jpg e.poster.png'.split(' ');

test('the size of a film is read from its first track that has one', () => {
  const film = box('ftyp', Buffer.from('isom'));
  const tracks = [track(0, 0), track(1280, 720)].map((header) => box('trak', header));
  expect(readFilmSize(Buffer.concat([film, box('moov', Buffer.concat(tracks))]))).toEqual({
    width: 1280,
    height: 720,
  });
});

test('bytes that are no film have no size, whatever they are', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      expect(readFilmSize(Buffer.from(bytes))).toBeUndefined();
    }),
  );
});

test('what lies beside a file is found by its name', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'companions-'));
  try {
    for (const name of FILES) writeFileSync(path.join(folder, name), '');
    const find = (name: string) => findCompanions(path.join(folder, name));
    expect(find('a.png')).toEqual({ 'data-dark': path.join(folder, 'a.dark.png') });
    expect(find('c.mp4')).toEqual({ 'data-track': path.join(folder, 'c.vtt') });
    expect(find('e.webm')).toEqual({ poster: path.join(folder, 'e.poster.jpg') });
    for (const name of ['b.png', 'd.pdf', 'a.dark.png']) expect(find(name)).toEqual({});
  } finally {
    rmSync(folder, { recursive: true });
  }
});

function track(width: number, height: number): Buffer {
  const header = Buffer.alloc(84);
  header.writeUInt32BE(width * 65_536, 76);
  header.writeUInt32BE(height * 65_536, 80);
  return box('tkhd', header);
}

function box(name: string, content: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(content.length + 8, 0);
  head.write(name, 4, 'latin1');
  return Buffer.concat([head, content]);
}
