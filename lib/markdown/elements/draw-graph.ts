import type { Viz } from '@viz-js/viz';
import { createProcessCache } from '../../cache/process-cache';
import type { ProblemInBlock } from '../../content/problems';

export interface Drawing {
  /** The inside of `<svg>`; colours are classes, type is the page's. */
  readonly html: string;
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
}

/** Graphviz measures with the widths of Times; our serif is wider by this much. */
const WIDER = 1.12;
/** Size of labels in pixels, the page's size for notes. */
const LABEL = 16;

const DEFAULTS = {
  graphAttributes: {
    bgcolor: 'transparent',
    fontname: 'Times',
    fontsize: LABEL * WIDER,
    nodesep: 0.35,
    pad: 0.05,
  },
  nodeAttributes: {
    shape: 'box',
    fontname: 'Times',
    fontsize: LABEL * WIDER,
    height: 0.45,
    margin: '0.16,0.06',
  },
  edgeAttributes: { fontname: 'Times', fontsize: LABEL * WIDER, arrowhead: 'vee', arrowsize: 0.7 },
};

/** Colours that have a counterpart in both themes, by their names in Graphviz. */
const CLASSES: Readonly<Record<string, string>> = {
  black: 'ink',
  red: 'rubric',
  gray: 'grey',
  grey: 'grey',
  lightgray: 'sink',
  lightgrey: 'sink',
  '#d3d3d3': 'sink',
  '#c0c0c0': 'grey',
  white: 'paper',
};

const cache = createProcessCache<'graphviz', Promise<Viz>>('graphviz');

/** Draws a graph in the language of Graphviz. Never rejects. */
export async function drawGraph(source: string): Promise<{ svg?: Drawing; problems: ProblemInBlock[] }> {
  const viz = await cache.getOrCreate('graphviz', async () => (await import('@viz-js/viz')).instance());
  const { status, output, errors } = viz.render(source, { format: 'svg', ...DEFAULTS });
  if (status !== 'success' || output === undefined) return { problems: errors.map(toProblem) };
  const problems = errors.filter(({ message }) => !/font/i.test(message)).map(toProblem);
  const foreign = new Set<string>();
  const svg = cleanSvg(output, foreign);
  for (const color of foreign) {
    const message = `The colour ${color} of a diagram is the same in both themes.`;
    const remedy = 'Use black, red, grey, lightgrey or white, which follow the theme.';
    problems.push({ severity: 'warning', message, remedy, line: 0 });
  }
  return { svg, problems };
}

function toProblem({ level, message }: { level?: string; message: string }): ProblemInBlock {
  const line = Number(/\bline (\d+)/.exec(message)?.[1] ?? 0);
  const reason = message
    .replace(/\s*\bin line \d+/, '')
    .replace(/\s+/g, ' ')
    .trim();
  return {
    severity: level === 'warning' ? 'warning' : 'error',
    message: `This diagram cannot be drawn as written: ${reason}.`,
    remedy: 'Correct the description; its language is that of Graphviz.',
    line,
  };
}

function cleanSvg(output: string, foreign: Set<string>): Drawing {
  const [, width = 0, height = 0] = /viewBox="[\d.-]+ [\d.-]+ ([\d.]+) ([\d.]+)"/.exec(output) ?? [];
  const html = output
    .replace(/^[\s\S]*?<svg[^>]*>|<\/svg>\s*$/g, '')
    .replace(
      /<!--[\s\S]*?-->|<title>[\s\S]*?<\/title>|<\/?a\b[^>]*>|<image\b[^>]*>|<style[\s\S]*?<\/style>/g,
      '',
    )
    .replace(/ (?:id|class|style|font-family|xml:space|on\w+)="[^"]*"/g, '')
    .replace(/ font-size="([\d.]+)"/g, (_match, size: string) => {
      const pixels = Math.round(Number(size) / WIDER);
      return pixels === LABEL ? '' : ` font-size="${pixels}"`;
    })
    .replace(
      /<(\w+)((?: [\w-]+="[^"]*")*)/g,
      (_match, name: string, attributes: string) => `<${name}${paint(name, attributes, foreign)}`,
    )
    .replace(/>\s+</g, '><')
    .trim();
  return { html, width: Math.ceil(Number(width)), height: Math.ceil(Number(height)) };
}

/** An element's attributes with classes in place of colours. */
function paint(name: string, attributes: string, foreign: Set<string>): string {
  const classes: string[] = [];
  const rest = attributes.replace(/ (fill|stroke)="([^"]*)"/g, (match, kind: string, color: string) => {
    if (color === 'none' || color === 'transparent') return kind === 'fill' ? ' fill="none"' : '';
    const known = CLASSES[color.toLowerCase()];
    if (known !== undefined) {
      const isUsual = known === 'ink' && (kind === 'stroke' || name === 'text');
      if (!(name === 'text' && isUsual)) classes.push(`${kind}-${known}`);
      return '';
    }
    foreign.add(color);
    return match;
  });
  return classes.length > 0 ? `${rest} class="${classes.join(' ')}"` : rest;
}
