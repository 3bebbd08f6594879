import { recall, remember } from '../memory';

const KEY = 'searches';
const MOST = 5;

/** What the reader searched for before and found, latest first. */
export function readRecent(): string[] {
  try {
    const stored: unknown = JSON.parse(recall(KEY) ?? '[]');
    return Array.isArray(stored) ? stored.filter((text) => typeof text === 'string').slice(0, MOST) : [];
  } catch {
    return [];
  }
}

export function addRecent(text: string): void {
  const others = readRecent().filter((other) => other.toLowerCase() !== text.toLowerCase());
  if (text !== '') remember(KEY, JSON.stringify([text, ...others].slice(0, MOST)));
}

export function forgetRecent(): void {
  remember(KEY, null);
}
