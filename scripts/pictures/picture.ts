/** A drawing of the showcase. It takes its colours from `--ink` and the like, so that one drawing makes both themes. */
export interface Picture {
  /** Below `content`, without the ending. */
  readonly file: string;
  readonly width: number;
  readonly height: number;
  /** What stands within the `<svg>`. */
  readonly svg: string;
  /** Portraits look the same in the dark. */
  readonly oneTheme?: boolean;
}

type Attributes = Readonly<Record<string, string | number>>;

/** One element of SVG. */
export function element(name: string, attributes: Attributes, content = ''): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${value}"`);
  return `<${name}${written.join('')}>${content}</${name}>`;
}

/** A straight line. */
export function line(from: readonly [number, number], to: readonly [number, number], more: Attributes = {}) {
  const [x1, y1, x2, y2] = [...from, ...to].map((value) => Math.round(value * 100) / 100);
  return element('line', {
    x1: x1 ?? 0,
    y1: y1 ?? 0,
    x2: x2 ?? 0,
    y2: y2 ?? 0,
    stroke: 'var(--ink)',
    ...more,
  });
}

/** A label, in the middle above its point unless `more` sets another anchor. */
export function label(text: string, x: number, y: number, more: Attributes = {}): string {
  return element('text', { x, y, 'text-anchor': 'middle', ...more }, text);
}

/** A broken line through points. */
export function polyline(points: readonly (readonly [number, number])[], more: Attributes = {}): string {
  const path = points.map(([x, y]) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ');
  return element('polyline', { points: path, fill: 'none', stroke: 'var(--ink)', ...more });
}
