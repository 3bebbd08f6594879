import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { drawIcons } from '../lib/finish/icons/draw-icons';
import { getDrawnColours } from '../lib/site/own-colours';

/** Draws the engine's icon into `public`; their hashes belong into `lib/finish/icons/own-icons.ts`. */
async function writeIcons(folder: string): Promise<void> {
  const colours = getDrawnColours({ site: {}, files: {} }, 'light');
  for (const [name, bytes] of await drawIcons(colours)) writeFileSync(path.join(folder, name), bytes);
}

await writeIcons('public');
