import { element, line, type Picture } from './picture';

/** Of a page, and of the edge around the spread. */
const [WIDTH, HEIGHT, EDGE] = [354, 442, 2];
/** The canon parts a page into ninths: margins of one and two of them, and six for the text. */
const [X, Y] = [WIDTH / 9, HEIGHT / 9];
const LINES = 22;
/** A paragraph ends so often, after this part of a line. */
const [PARAGRAPH, LAST] = [8, 0.55];
const THIN = { stroke: '#000', 'stroke-width': 1 };
const TEXT = { stroke: '#b0b0b0', 'stroke-width': 2 };

/** Two pages after Van de Graaf, in black and grey on white: each corner of the text lies on a diagonal. */
export function drawSpread(): Picture {
  const [left, right] = [-WIDTH, WIDTH];
  const pages = [left, 0].map((x) =>
    element('rect', { x, y: 0, width: WIDTH, height: HEIGHT, fill: 'none', ...THIN }),
  );
  const diagonals = [
    line([left, 0], [right, HEIGHT], THIN),
    line([left, HEIGHT], [right, 0], THIN),
    line([0, 0], [left, HEIGHT], THIN),
    line([0, 0], [right, HEIGHT], THIN),
  ];
  const texts = [-7 * X, X].map(drawText);
  const spread = [...texts, ...pages, ...diagonals].join('');
  const size = { width: 2 * (WIDTH + EDGE), height: HEIGHT + 2 * EDGE };
  const svg = [
    element('rect', { ...size, fill: '#fff' }),
    element('g', { transform: `translate(${WIDTH + EDGE} ${EDGE})` }, spread),
  ].join('');
  return { file: 'posts/everything-a-post-can-contain/spread', ...size, svg, oneTheme: true };
}

function drawText(x: number): string {
  const frame = element('rect', { x, y: Y, width: 6 * X, height: 6 * Y, fill: 'none', ...THIN });
  const lines = Array.from({ length: LINES }, (_, index) => {
    const y = Y + ((index + 0.5) * 6 * Y) / LINES;
    const end = index % PARAGRAPH === PARAGRAPH - 1 ? LAST : 1;
    return line([x, y], [x + 6 * X * end, y], TEXT);
  });
  return frame + lines.join('');
}
