import type { Diagnosis } from './diagnosis';

/** Compares a version of Node.js (`20.9.0`) with the range `>=20.9` of `package.json`. */
export function checkNode(version: string, range: string): Diagnosis {
  const least = range.replace(/^>=\s*/, '');
  const subject = 'Node.js';
  if (compare(version, least) >= 0)
    return { subject, state: 'ok', message: `${version}, needed is ${least}` };
  return {
    subject,
    state: 'error',
    message: `This is ${version}; the engine needs ${least} or newer.`,
    remedy: 'Install the current long-term version from https://nodejs.org.',
  };
}

function compare(one: string, other: string): number {
  const [a, b] = [one, other].map((version) => version.split('.').map(Number));
  for (let at = 0; at < 3; at += 1) {
    const difference = (a?.[at] ?? 0) - (b?.[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
