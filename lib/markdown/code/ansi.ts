import type { Role, Token, TokenStyle } from './types';

/** The eight colours of a terminal as roles of the palette, so that every one of them is readable in both themes. */
const palette: readonly Role[] = ['base', 'keyword', 'tag', 'number', 'function', 'type', 'string', 'base'];
const hues: readonly [hue: number, role: Role][] = [
  [0, 'keyword'],
  [50, 'number'],
  [120, 'tag'],
  [185, 'string'],
  [230, 'function'],
  [290, 'type'],
  [360, 'keyword'],
];

interface Pen {
  color: Role;
  background?: Role | undefined;
  dim: boolean;
  styles: Set<TokenStyle>;
}

/**
 * Reads colours and styles of a terminal recording. The escape character may be written as itself or as
 * `\e`, `\x1b`, `\033` or `\u001b`; other control sequences are dropped.
 */
export function tokenizeAnsi(code: string): Token[][] {
  const pen: Pen = { color: 'base', dim: false, styles: new Set() };
  return readEscapes(code)
    .split('\n')
    .map((line) => tokenizeLine(line, pen));
}

function readEscapes(code: string): string {
  return code.replaceAll(/\\(?:e|x1b|033|u001b|u\{1b\})(?=\[|\])|␛(?=\[|\])/gi, '\x1b');
}

function tokenizeLine(line: string, pen: Pen): Token[] {
  const tokens: Token[] = [];
  // The separators are CSI and OSC sequences and lone escapes; only those ending in "m" mean something here.
  for (const piece of line.split(ESCAPES)) {
    const order = SGR.exec(piece);
    if (order) applyCodes(pen, (order[1] ?? '').split(/[;:]/).map(Number));
    else if (piece !== '' && !piece.startsWith('\x1b')) tokens.push(toToken(piece, pen));
  }
  return tokens;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences begin with one
const ESCAPES = /(\x1b\[[0-9;:?]{0,60}[A-Za-z]|\x1b\][^\x07\x1b]{0,500}(?:\x07|\x1b\\)|\x1b)/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences begin with one
const SGR = /^\x1b\[([0-9;:]*)m$/;

function toToken(text: string, pen: Pen): Token {
  const style = [...pen.styles];
  if (pen.background && !style.includes('inverse')) style.push('inverse');
  const role = pen.background ?? (pen.dim && pen.color === 'base' ? 'comment' : pen.color);
  return style.length > 0 ? { text, role, style } : { text, role };
}

const styleOn: Record<number, TokenStyle> = {
  1: 'bold',
  3: 'italic',
  4: 'underline',
  7: 'inverse',
  9: 'strike',
};

function applyCodes(pen: Pen, codes: number[]): void {
  for (let index = 0; index < codes.length; index += 1) {
    const code = codes[index] ?? 0;
    const on = styleOn[code];
    if (on) pen.styles.add(on);
    else if (code === 0)
      Object.assign(pen, { color: 'base', background: undefined, dim: false, styles: new Set() });
    else if (code === 2) pen.dim = true;
    else if (code === 22) {
      pen.dim = false;
      pen.styles.delete('bold');
    } else if (styleOn[code - 20]) pen.styles.delete(styleOn[code - 20] as TokenStyle);
    else if (code === 39) pen.color = 'base';
    else if (code === 49) pen.background = undefined;
    else if (code === 38 || code === 48) {
      const { role, length } = readColor(codes.slice(index + 1));
      if (code === 38) pen.color = role;
      else pen.background = role;
      index += length;
    } else applyPaletteCode(pen, code);
  }
}

function applyPaletteCode(pen: Pen, code: number): void {
  const role = palette[code % 10];
  if (!role) return;
  const bright = code >= 90;
  const shown = bright && code % 10 === 0 ? 'comment' : role;
  if ((code >= 30 && code <= 37) || (code >= 90 && code <= 97)) pen.color = shown;
  else if ((code >= 40 && code <= 47) || (code >= 100 && code <= 107)) pen.background = shown;
}

function readColor(codes: readonly number[]): { role: Role; length: number } {
  const [mode, first = 0, second = 0, third = 0] = codes;
  if (mode === 5) return { role: roleOfIndex(first), length: 2 };
  if (mode === 2) return { role: roleOfRgb(first, second, third), length: 4 };
  return { role: 'base', length: 0 };
}

/** xterm's 256 colours: 16 named, a cube of 6 × 6 × 6, a ramp of greys. */
function roleOfIndex(index: number): Role {
  if (index < 16) return index === 8 ? 'comment' : (palette[index % 8] ?? 'base');
  if (index >= 232) return index < 250 ? 'comment' : 'base';
  const cube = index - 16;
  return roleOfRgb(Math.floor(cube / 36) * 51, (Math.floor(cube / 6) % 6) * 51, (cube % 6) * 51);
}

function roleOfRgb(red: number, green: number, blue: number): Role {
  const high = Math.max(red, green, blue);
  const spread = high - Math.min(red, green, blue);
  if (!(spread > 40)) return high > 60 && high < 190 ? 'comment' : 'base';
  const hue =
    high === red
      ? ((green - blue) / spread + 6) % 6
      : high === green
        ? (blue - red) / spread + 2
        : (red - green) / spread + 4;
  const distance = (entry: readonly [number, Role]) => Math.abs(entry[0] - hue * 60);
  return hues.reduce((best, entry) => (distance(entry) < distance(best) ? entry : best))[1];
}
