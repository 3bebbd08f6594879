import { readFileSync, rmSync, writeFileSync } from 'node:fs';

/** Next points this file at the types of whatever it builds; the editor wants those of `.next`. */
const NEXT_TYPES = 'next-env.d.ts';

/** Builds other folders than `.next` without a trace in `next-env.d.ts`. */
export async function keepNextTypes<Value>(build: () => Promise<Value>): Promise<Value> {
  const before = read();
  try {
    return await build();
  } finally {
    if (before === undefined) rmSync(NEXT_TYPES, { force: true });
    else writeFileSync(NEXT_TYPES, before);
  }
}

function read(): string | undefined {
  try {
    return readFileSync(NEXT_TYPES, 'utf8');
  } catch {
    return undefined;
  }
}
