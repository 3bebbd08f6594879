import type { Client, InArgs, InValue, ResultSet, Transaction } from '@libsql/client';
import {
  type BatchStep,
  meetsCondition,
  type Pipeline,
  type Statement,
  type StepOutcome,
  type Value,
} from './hrana';

type Sql = ReadonlyMap<number, string>;

/** What a server does not permit to those who ask over the network, as `sqld` does not. */
const REFUSED = /^\s*(VACUUM|ATTACH|DETACH|PRAGMA\s+(?!foreign_keys|defer_foreign_keys|table_info))/i;

/** Runs the requests of one stream, in order, and answers each of them. What it has begun and not committed is taken back. */
export async function answerPipeline(
  database: Client,
  { requests, baton }: Pipeline,
  isBusy = false,
): Promise<object> {
  if (baton !== undefined || requests.at(-1)?.type !== 'close')
    throw new Error('A stream has to end with the request that begins it.');
  const sql = new Map<number, string>();
  const stream = openStream(database, sql, isBusy);
  const results: object[] = [];
  try {
    for (const request of requests) {
      if (request.type === 'store_sql') sql.set(request.sql_id, request.sql);
      results.push(
        await answerOne(async () => {
          if (request.type === 'execute') return { result: await stream.run(request.stmt) };
          if (request.type !== 'batch') return {};
          return { result: await runBatch(stream, request.batch.steps) };
        }, request.type),
      );
    }
  } finally {
    stream.end();
  }
  return { baton: null, base_url: null, results };
}

async function answerOne(run: () => Promise<object>, type: string): Promise<object> {
  try {
    return { type: 'ok', response: { type, ...(await run()) } };
  } catch (error) {
    return { type: 'error', error: toError(error) };
  }
}

interface Stream {
  run(statement: Statement): Promise<object>;
  isInTransaction(): boolean;
  end(): void;
}

function openStream(database: Client, sql: Sql, isBusy: boolean): Stream {
  let transaction: Transaction | undefined;
  const run = async (statement: Statement): Promise<object> => {
    const text = statement.sql ?? sql.get(statement.sql_id ?? -1) ?? '';
    if (REFUSED.test(text))
      throw Object.assign(new Error(`unsupported statement: ${text}`), { code: 'SQL_PARSE_ERROR' });
    if (/^BEGIN\b/i.test(text)) {
      if (isBusy) throw Object.assign(new Error('database is locked'), { code: 'SQLITE_BUSY' });
      transaction = await database.transaction(/IMMEDIATE/i.test(text) ? 'write' : 'deferred');
      return toResult();
    }
    if (/^(COMMIT|ROLLBACK)$/i.test(text)) {
      const ending = transaction;
      transaction = undefined;
      await (text.toUpperCase() === 'COMMIT' ? ending?.commit() : ending?.rollback());
      return toResult();
    }
    return toResult(await (transaction ?? database).execute({ sql: text, args: toArgs(statement) }));
  };
  return {
    run,
    isInTransaction: () => transaction !== undefined && !transaction.closed,
    end: () => transaction?.close(),
  };
}

async function runBatch(stream: Stream, steps: readonly BatchStep[]): Promise<object> {
  const outcomes: StepOutcome[] = [];
  for (const { condition, stmt } of steps) {
    if (condition && !meetsCondition(condition, outcomes, !stream.isInTransaction())) outcomes.push({});
    else
      outcomes.push(
        await stream.run(stmt).then(
          (result) => ({ result }),
          (error) => ({ error: toError(error) }),
        ),
      );
  }
  return {
    step_results: outcomes.map(({ result }) => result ?? null),
    step_errors: outcomes.map(({ error }) => error ?? null),
  };
}

function toError(error: unknown): object {
  const { message, code = 'UNKNOWN' } = error as Error & { code?: string };
  return { message, code };
}

function toResult({
  columns,
  columnTypes,
  rows,
  rowsAffected,
  lastInsertRowid,
}: Partial<ResultSet> = {}): object {
  return {
    cols: (columns ?? []).map((name, index) => ({ name, decltype: columnTypes?.[index] || null })),
    rows: (rows ?? []).map((row) => (columns ?? []).map((_, index) => toOutput(row[index]))),
    affected_row_count: rowsAffected ?? 0,
    last_insert_rowid: lastInsertRowid === undefined ? null : String(lastInsertRowid),
  };
}

function toArgs({ args = [], named_args: named = [] }: Statement): InArgs {
  if (named.length === 0) return args.map(toInput);
  return Object.fromEntries(named.map(({ name, value }) => [name, toInput(value)]));
}

function toInput(value: Value): InValue {
  if (value.type === 'integer') return BigInt(value.value);
  if (value.type === 'blob') return Buffer.from(value.base64, 'base64');
  return value.type === 'null' ? null : value.value;
}

function toOutput(value: unknown): Value {
  if (typeof value === 'bigint') return { type: 'integer', value: String(value) };
  if (typeof value === 'number') return { type: 'float', value };
  if (typeof value === 'string') return { type: 'text', value };
  if (value instanceof ArrayBuffer) return { type: 'blob', base64: Buffer.from(value).toString('base64') };
  return { type: 'null' };
}
