import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import type { Page } from 'playwright';
import sharp from 'sharp';
import { label } from './picture';

const FOLDER = 'content/posts/everything-a-post-can-contain';
const [WIDTH, HEIGHT] = [608, 342];
const FRAMES_PER_SECOND = 12;
/** Frames before the first letter, and with all of them. */
const [BEFORE, AFTER] = [2, 10];
/** The controls of a browser cover what is below. */
const LINES: readonly Line[] = [
  { text: 'colophon, noun.', y: 86, style: 'font: italic 36px serif-italic' },
  { text: 'The last words of a book:', y: 140, style: 'font-size: 28px' },
  { text: 'who made it, where,', y: 180, style: 'font-size: 28px' },
  { text: 'and when.', y: 220, style: 'font-size: 28px' },
];
const LOZENGE = '<path d="M304 238l9 9-9 9-9-9z" fill="var(--rubric)"/>';

interface Line {
  readonly text: string;
  readonly y: number;
  readonly style: string;
}

/** Draws the film of the showcase, a word written out letter by letter, and what is seen before it plays. It takes ffmpeg. */
export async function drawFilm(page: Page, style: string): Promise<void> {
  await page.setViewportSize({ width: WIDTH, height: HEIGHT });
  await page.setContent(
    `<style>${style}</style><svg width="${WIDTH}" height="${HEIGHT}">${drawLines()}</svg>`,
  );
  await page.evaluate(() => document.fonts.ready);
  const letters = LINES.reduce((sum, { text }) => sum + text.length, 0);
  const frames: Buffer[] = [];
  for (let shown = 0; shown <= letters + 1; shown += 1) frames.push(await drawFrame(page, shown));
  const last = frames.at(-1) as Buffer;
  writeFileSync(
    `${FOLDER}/definition.poster.png`,
    await sharp(last).png({ palette: true, colours: 16 }).toBuffer(),
  );
  await encode([...Array(BEFORE).fill(frames[0]), ...frames, ...Array(AFTER).fill(last)]);
}

/** Every letter stands in its place from the beginning. */
function drawLines(): string {
  const lines = LINES.map(({ text, y, style }) => {
    const letters = [...text].map((letter) => `<tspan class="letter">${letter}</tspan>`).join('');
    return label(letters, WIDTH / 2, y, { style });
  });
  return `${lines.join('')}<g class="letter">${LOZENGE}</g>`;
}

async function drawFrame(page: Page, shown: number): Promise<Buffer> {
  await page.evaluate((count) => {
    for (const [index, letter] of document.querySelectorAll<SVGElement>('.letter').entries()) {
      letter.style.opacity = index < count ? '1' : '0';
    }
  }, shown);
  return page.screenshot();
}

async function encode(frames: readonly Buffer[]): Promise<void> {
  const input = ['-f', 'image2pipe', '-framerate', String(FRAMES_PER_SECOND), '-i', '-'];
  const colours = ['-vf', 'scale=out_color_matrix=bt709:out_range=tv,format=yuv420p', '-colorspace', 'bt709'];
  const tags = ['-color_primaries', 'bt709', '-color_trc', 'bt709', '-color_range', 'tv'];
  const codec = ['-c:v', 'libx264', '-preset', 'veryslow', '-tune', 'animation', '-crf', '20'];
  const output = ['-movflags', '+faststart', '-y', `${FOLDER}/definition.mp4`];
  const args = ['-loglevel', 'error', ...input, ...colours, ...tags, ...codec, ...output];
  const ffmpeg = spawn('ffmpeg', args, { stdio: ['pipe', 'ignore', 'inherit'] });
  const end = once(ffmpeg, 'exit');
  for (const frame of frames) if (!ffmpeg.stdin.write(frame)) await once(ffmpeg.stdin, 'drain');
  ffmpeg.stdin.end();
  const [code] = await end;
  if (code !== 0) throw new Error('ffmpeg cannot write the film.');
}
