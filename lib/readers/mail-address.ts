import { z } from 'zod';
import { LIMITS } from './limits';

const schema = z.email().max(LIMITS.mail);

/** A mail address in its one spelling; undefined for what is none, or more than one. */
export function toMailAddress(typed: string): string | undefined {
  return schema.safeParse(typed.trim().toLowerCase()).data;
}
