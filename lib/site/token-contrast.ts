import { contrastOf, parseColour, type Triple } from './colours';
import type { Theme } from './palette';
import { readTokens, splitThemes } from './tokens';

/** Two tokens of which the first is text or a sign on the second. */
export interface WeakPair {
  readonly theme: Theme;
  readonly front: string;
  readonly ground: string;
  /** From 1 to 21, cut after two digits. */
  readonly ratio: number;
  readonly needed: number;
}

/** WCAG 2.2: text (1.4.3). */
const TEXT = 4.5;

const CODE_ROLES = ['comment', 'punctuation', 'keyword', 'string', 'function', 'type', 'number', 'tag'];

/** What is read on what, by the names of the tokens after `--color-`. */
const PAIRS: readonly (readonly [front: string, ground: string])[] = [
  ...['ink', 'ink-2', 'ink-3', 'rubric'].flatMap((front) => [
    [front, 'paper'] as const,
    [front, 'sink'] as const,
  ]),
  ['ink', 'mark'],
  ['ink', 'added'],
  ['ink', 'removed'],
  ...CODE_ROLES.map((role) => [`code-${role}`, 'sink'] as const),
];

/**
 * The pairs of colours that cannot be read, in a style sheet's tokens: `--color-ink: #111`, or two colours in `light-dark()`. What
 * `own` does not set is taken from `engine`. Only pairs with a token of `own` are looked at, and colours that are given as hex or
 * `oklch()`.
 */
export function findWeakPairs(engine: string, own: string): WeakPair[] {
  const [base, changed] = [readTokens(engine, 'color-'), readTokens(own, 'color-')];
  const tokens = new Map([...base, ...changed]);
  return PAIRS.filter(([front, ground]) => changed.has(front) || changed.has(ground)).flatMap(
    ([front, ground]) =>
      (['light', 'dark'] as const).flatMap((theme) => {
        const [a, b] = [front, ground].map((name) => toColour(tokens.get(name), theme));
        if (!a || !b) return [];
        const ratio = Math.floor(contrastOf(a, b) * 100) / 100;
        return ratio < TEXT ? [{ theme, front, ground, ratio, needed: TEXT }] : [];
      }),
  );
}

function toColour(value: string | undefined, theme: Theme): Triple | undefined {
  return value === undefined ? undefined : parseColour(splitThemes(value)[theme]);
}
