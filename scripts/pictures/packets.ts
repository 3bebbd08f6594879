import { readFileSync } from 'node:fs';
import { label, line, type Picture } from './picture';

const FOLDER = 'posts/slow-start-in-a-packet-trace';
const [WIDTH, HEIGHT, BASE] = [1104, 430, 380];
const PER_MS = 1.16;
/** Pixels for a packet: upwards, and from left to right. */
const [RISE, BREADTH] = [1.04, 34];
/** A pause of so many milliseconds ends a flight. */
const PAUSE = 30;

interface Packet {
  at: number;
  server: boolean;
  payload: number;
}

/** Each packet of the trace is a stroke: what the server sends in one go makes a stack, what comes back another. */
export function drawPackets(): Picture {
  const packets = readPackets();
  const data = toFlights(packets.filter(({ server, payload }) => server && payload > 0));
  const answers = toFlights(packets.filter(({ server }) => !server));
  const ticks = [0, 200, 400, 600, 800].flatMap((at) => [
    line([toX(at), BASE + 8], [toX(at), BASE + 14], { stroke: 'var(--soft)' }),
    label(at === 0 ? '0' : `${at} ms`, toX(at), BASE + 36, { class: 'soft' }),
  ]);
  const svg = [
    line([10, BASE + 8], [WIDTH - 10, BASE + 8], { stroke: 'var(--soft)' }),
    ...ticks,
    ...data.flatMap((flight) => drawStack(flight, 'var(--ink)', true)),
    ...answers.flatMap((flight) => drawStack(flight, 'var(--rubric)', false)),
  ].join('');
  return { file: `${FOLDER}/packets`, width: WIDTH, height: HEIGHT, svg };
}

function drawStack(flight: readonly Packet[], stroke: string, counted: boolean): string[] {
  const x = toX(flight[0]?.at ?? 0);
  const strokes = flight.map((_, index) => {
    const y = BASE - index * RISE;
    return line([x, y], [x + BREADTH, y], { stroke, 'stroke-width': 0.5 });
  });
  const top = BASE - flight.length * RISE - 8;
  return counted ? [...strokes, label(String(flight.length), x + BREADTH / 2, top)] : strokes;
}

function toX(milliseconds: number): number {
  return 24 + milliseconds * PER_MS;
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
