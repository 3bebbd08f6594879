/** The name under which compiled posts find `evaluateAt`. */
export const EVALUATE_AT = '_evaluateAt';

/** Thrown in place of what an author's expression threw; knows where the expression stands in the file. */
export class ExpressionError extends Error {
  constructor(
    override readonly cause: unknown,
    readonly line: number,
    readonly column: number,
  ) {
    super(cause instanceof Error ? cause.message : String(cause));
    this.name = 'ExpressionError';
  }
}

/** What compiled posts call around each expression of their author; `isShown` where its value is part of the text. */
export function evaluateAt<Value>(
  evaluate: () => Value,
  line: number,
  column: number,
  isShown: boolean,
): Value {
  try {
    const value = evaluate();
    if (isShown && !canBeShown(value)) throw new TypeError('its value is an object, which cannot be shown');
    return value;
  } catch (error) {
    throw error instanceof ExpressionError ? error : new ExpressionError(error, line, column);
  }
}

/** Text, numbers, elements, what makes them later, and lists of these; dates and plain objects are no text. */
function canBeShown(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true;
  if (Array.isArray(value)) return value.every(canBeShown);
  if (Symbol.iterator in value || 'then' in value) return true;
  return '$$typeof' in value || ('type' in value && typeof value.type === 'string');
}
