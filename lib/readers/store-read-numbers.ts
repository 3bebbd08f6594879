import { type ReadKind, type ReadLine, type ReadNumber, SHOWN_DAYS } from './read';
import type { Store } from './store';

const DAY = 24 * 60 * 60 * 1000;

/** All of a kind that were counted until a day, those first that were most in the last days. */
export async function listReads(store: Store, kind: ReadKind, today: string): Promise<ReadLine[]> {
  const shown = Array.from({ length: SHOWN_DAYS }, (_, place) =>
    new Date(Date.parse(today) - (SHOWN_DAYS - 1 - place) * DAY).toISOString().slice(0, 10),
  );
  const [totals, rows] = await Promise.all([
    store.read({
      sql: 'SELECT name, sum(number) AS number FROM reads WHERE kind = ? GROUP BY name ORDER BY 2 DESC, 1',
      args: [kind],
    }),
    store.read({
      sql: 'SELECT day, name, number FROM reads WHERE kind = ? AND day BETWEEN ? AND ?',
      args: [kind, shown[0] ?? today, today],
    }),
  ]);
  const recent = new Map(rows.map(({ day, name, number }) => [`${day} ${name}`, Number(number)]));
  return totals
    .map(({ name, number }) => {
      const days = shown.map((day) => recent.get(`${day} ${name}`) ?? 0);
      return { name: String(name), days, week: sum(days.slice(-7)), month: sum(days), all: Number(number) };
    })
    .sort((a, b) => b.month - a.month);
}

/** How much was counted of posts. */
export async function countReads(store: Store): Promise<number> {
  const [row] = await store.read(`SELECT sum(number) AS number FROM reads WHERE kind = 'post'`);
  return Number(row?.number ?? 0);
}

/** All numbers. */
export async function exportReads(store: Store): Promise<ReadNumber[]> {
  const rows = await store.read('SELECT day, kind, name, number FROM reads ORDER BY day, kind, name');
  return rows.map(({ day, kind, name, number }) => ({
    ...{ day: String(day), kind: kind as ReadKind },
    ...{ name: String(name), number: Number(number) },
  }));
}

/** Adds what was counted elsewhere; of a day that both know the larger number stays. Gives how many numbers are new. */
export async function importReads(store: Store, reads: readonly ReadNumber[]): Promise<number> {
  const results = await store.write(
    reads.map(({ day, kind, name, number }) => ({
      sql: `INSERT INTO reads (day, kind, name, number) VALUES (?, ?, ?, ?)
        ON CONFLICT DO UPDATE SET number = excluded.number WHERE excluded.number > number`,
      args: [day, kind, name, number],
    })),
  );
  return sum(results.map(({ rowsAffected }) => rowsAffected));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
