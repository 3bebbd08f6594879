/** What of Hrana, version 2, a client of libSQL sends over HTTP. */
export interface Pipeline {
  readonly baton?: string;
  readonly requests: readonly StreamRequest[];
}

type StreamRequest =
  | { readonly type: 'execute'; readonly stmt: Statement }
  | { readonly type: 'batch'; readonly batch: { readonly steps: readonly BatchStep[] } }
  | { readonly type: 'store_sql'; readonly sql_id: number; readonly sql: string }
  | { readonly type: 'close_sql'; readonly sql_id: number }
  | { readonly type: 'close' };

export interface BatchStep {
  /** The step is run where it is met. */
  readonly condition?: Condition;
  readonly stmt: Statement;
}

export interface Statement {
  readonly sql?: string;
  /** Instead of it: that of a `store_sql` before. */
  readonly sql_id?: number;
  readonly args?: readonly Value[];
  readonly named_args?: readonly { readonly name: string; readonly value: Value }[];
}

export type Value =
  | { readonly type: 'null' }
  | { readonly type: 'integer'; readonly value: string }
  | { readonly type: 'float'; readonly value: number }
  | { readonly type: 'text'; readonly value: string }
  | { readonly type: 'blob'; readonly base64: string };

type Condition =
  | { readonly type: 'ok' | 'error'; readonly step: number }
  | { readonly type: 'not'; readonly cond: Condition }
  | { readonly type: 'and' | 'or'; readonly conds: readonly Condition[] }
  | { readonly type: 'is_autocommit' };

/** What became of a step; nothing where it was not run. */
export interface StepOutcome {
  readonly result?: object;
  readonly error?: object;
}

/** Whether a condition is met after the steps so far. */
export function meetsCondition(
  condition: Condition,
  outcomes: readonly StepOutcome[],
  isAutocommit: boolean,
): boolean {
  const meets = (one: Condition) => meetsCondition(one, outcomes, isAutocommit);
  switch (condition.type) {
    case 'ok':
      return outcomes[condition.step]?.result !== undefined;
    case 'error':
      return outcomes[condition.step]?.error !== undefined;
    case 'not':
      return !meets(condition.cond);
    case 'and':
      return condition.conds.every(meets);
    case 'or':
      return condition.conds.some(meets);
    case 'is_autocommit':
      return isAutocommit;
  }
}
