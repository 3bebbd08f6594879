import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const TEXT = /\.(?:html|xml|json|md|txt|webmanifest|svg)$/;
const COMPRESSED = /\.(?:br|gz)$/;
/** Made from the engine alone. */
const ENGINE = /^(?:_next|elements)\/|^search\/[^/]+\.js$/;
const HASH = /\b(?:[\da-f]{8,64}|[\w-]{13}(?=\.(?:css|js)\b))\b/g;

function readExport(folder: string): Map<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const texts = new Map<string, string>();
  for (const { parentPath, name } of files) {
    const file = path.relative(folder, path.join(parentPath, name)).split(path.sep).join('/');
    if (COMPRESSED.test(file) || ENGINE.test(file)) continue;
    const bytes = readFileSync(path.join(folder, file));
    const plain = file.replace(HASH, '#');
    // Pictures with a hash for a name say by it what they show.
    texts.set(
      plain,
      TEXT.test(file) ? toComparable(bytes.toString('utf8')) : plain === file ? bytes.toString('base64') : '',
    );
  }
  return texts;
}

function toComparable(text: string): string {
  return text
    .replace(/<style\b.*?<\/style>/gs, '')
    .replace(/<script\b.*?<\/script>/gs, '')
    .replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/g, '')
    .replace(HASH, '#');
}

/** The first place where two texts differ, with what is around it. */
function describe(old: string, now: string): string {
  let place = 0;
  while (place < old.length && old[place] === now[place]) place += 1;
  const show = (text: string) => JSON.stringify(text.slice(Math.max(0, place - 60), place + 60));
  return `\n    ${show(old)}\n    ${show(now)}`;
}

/**
 * In which files two exports of the same content differ, with the first place of each. Left out is what has another address or
 * another text whenever a style or script of the engine changes: these themselves, names made of a hash, and the policy with the
 * hashes of both.
 */
export function compareExports(before: string, after: string): { files: number; differences: string[] } {
  const [old, now] = [readExport(before), readExport(after)];
  const differences = [...new Set([...old.keys(), ...now.keys()])].sort().flatMap((file) => {
    const [was, is] = [old.get(file), now.get(file)];
    if (was === undefined) return [`${file} is new`];
    if (is === undefined) return [`${file} is gone`];
    return was === is ? [] : [`${file} differs${TEXT.test(file) ? describe(was, is) : ''}`];
  });
  return { files: now.size, differences };
}
