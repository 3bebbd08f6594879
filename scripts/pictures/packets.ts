import { readFileSync } from 'node:fs';
import { element, label, line, type Picture } from './picture';

const FOLDER = 'posts/slow-start-in-a-packet-trace';
// Above and below is room for what a social card cuts off.
const [WIDTH, HEIGHT, BASE] = [1104, 562, 462];
const PER_MS = 1.13;
/** Pixels for a packet: upwards, and from left to right. */
const [RISE, BREADTH] = [1.16, 36];
const BLOCK = 10;
/** Nearly twice as wide as other pictures, and on a phone as small as they. */
const LABEL = { style: 'font-size:37px' };
/** A pause of so many milliseconds ends a flight. */
const PAUSE = 30;

interface Packet {
  at: number;
  server: boolean;
  payload: number;
}

/** The packets of the trace: what the server sends in one go makes a stack, what comes back another. */
export function drawPackets(): Picture {
  const packets = readPackets();
  const data = toFlights(packets.filter(({ server, payload }) => server && payload > 0));
  const answers = toFlights(packets.filter(({ server }) => !server));
  const ticks = [0, 200, 400, 600, 800].flatMap((at) => [
    line([toX(at), BASE + 8], [toX(at), BASE + 14], { stroke: 'var(--soft)' }),
    label(at === 0 ? '0' : `${at} ms`, Math.max(toX(at), 40), BASE + 56, { class: 'soft', ...LABEL }),
  ]);
  const svg = [
    line([24, BASE + 8], [WIDTH - 24, BASE + 8], { stroke: 'var(--soft)' }),
    ...ticks,
    ...data.flatMap((flight) => drawStack(flight, 'var(--ink)', true)),
    ...answers.flatMap((flight) => drawStack(flight, 'var(--rubric)', false)),
  ].join('');
  return { file: `${FOLDER}/packets`, width: WIDTH, height: HEIGHT, svg };
}

/** Blocks of ten, which stay apart however small the picture is shown. */
function drawStack(flight: readonly Packet[], fill: string, counted: boolean): string[] {
  const x = toX(flight[0]?.at ?? 0);
  const blocks = Array.from({ length: Math.ceil(flight.length / BLOCK) }, (_, index) => {
    const height = Math.min(BLOCK, flight.length - index * BLOCK) * RISE;
    const y = BASE - index * BLOCK * RISE - height;
    return element('rect', { x, y, width: BREADTH, height: Math.max(1, height - 2), fill });
  });
  const top = BASE - flight.length * RISE - 11;
  return counted ? [...blocks, label(String(flight.length), x + BREADTH / 2, top, LABEL)] : blocks;
}

function toX(milliseconds: number): number {
  return 40 + milliseconds * PER_MS;
}

function readPackets(): Packet[] {
  const [, ...rows] = readFileSync(`content/${FOLDER}/trace.csv`, 'utf8').trim().split('\n');
  return rows.map((row) => {
    const [at, from, , payload] = row.split(',');
    return { at: Number(at), server: from === 'server', payload: Number(payload) };
  });
}

function toFlights(packets: readonly Packet[]): Packet[][] {
  const flights: Packet[][] = [];
  for (const packet of packets) {
    const last = flights.at(-1)?.at(-1);
    if (last === undefined || packet.at - last.at > PAUSE) flights.push([packet]);
    else flights.at(-1)?.push(packet);
  }
  return flights;
}
