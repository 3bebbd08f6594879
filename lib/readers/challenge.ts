import { createChallenge, randomInt, verifySolution } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import { LIMITS } from './limits';
import { sign } from './signature';

/** Of each try: a browser takes about a millisecond for one, and a program as long. */
const COST = 4000;

/** How many tries it takes. */
const TRIES = { min: 100, max: 300 };

/** Whether a form was sent with a proof of work: without a challenge that is valid, without its solution, or with it. */
export type Work = 'none' | 'undone' | 'done';

/** A challenge for the form with a stamp, as text: it counts for that form alone, which is one comment, for a while. */
export async function makeChallenge(secret: string, stamp: string): Promise<string> {
  const challenge = await createChallenge({
    ...{ algorithm: 'PBKDF2/SHA-256', cost: COST, counter: randomInt(TRIES.max, TRIES.min), deriveKey },
    ...{ data: { stamp }, expiresAt: new Date(Date.now() + LIMITS.challenge) },
    hmacSignatureSecret: toKey(secret),
  });
  return JSON.stringify(challenge);
}

interface SentWork {
  readonly stamp: string;
  readonly challenge?: string;
  readonly solution?: string;
}

export async function checkWork(
  { stamp, challenge = '', solution = '' }: SentWork,
  secret: string,
): Promise<Work> {
  try {
    const { parameters, signature } = JSON.parse(challenge);
    const { verified, invalidSolution } = await verifySolution({
      ...{ challenge: { parameters, signature }, deriveKey, hmacSignatureSecret: toKey(secret) },
      solution: solution === '' ? { counter: -1, derivedKey: '' } : JSON.parse(solution),
    });
    if (parameters.data?.stamp !== stamp) return 'none';
    if (verified) return 'done';
    return invalidSolution ? 'undone' : 'none';
  } catch {
    return 'none';
  }
}

function toKey(secret: string): string {
  return sign(secret, 'work');
}
