import { z } from 'zod';

/** A text, or what stands for none: some write numbers, some null, some leave it out. */
export const toText = z
  .union([z.string(), z.number()])
  .nullish()
  .transform((value) => (value == null ? '' : String(value)));

/** Milliseconds since 1970 of a date, which is in UTC where it names no zone; NaN where it is none. */
export const toUtc = z
  .string()
  .nullish()
  .transform((value) => {
    const text = (value ?? '').trim().replace(' ', 'T');
    return Date.parse(/(Z|[+-]\d\d:?\d\d)$/i.test(text) || !text.includes('T') ? text : `${text}Z`);
  });

export const toFlag = z
  .boolean()
  .nullish()
  .transform((value) => value === true);

/** What a document says. Throws, saying where, where it has another form. */
export function parseFields<Fields extends z.ZodType>(schema: Fields, document: unknown): z.output<Fields> {
  const { data, error } = schema.safeParse(document);
  if (error) {
    const [issue] = error.issues;
    throw new Error(`The file has another form than expected: ${issue?.path.join('.')}: ${issue?.message}.`);
  }
  return data;
}
