import { spawnSync } from 'node:child_process';
import { SHORTEST_SECRET } from '../../share/token';
import type { Diagnosis } from './diagnosis';

/** Whether links to drafts can be signed, and whether a secret of `folder` is in its repository for everybody to read. */
export function checkSecrets(folder: string, secret: string | undefined): Diagnosis[] {
  return [checkShareSecret(secret ?? ''), checkCommitted(folder)];
}

function checkShareSecret(secret: string): Diagnosis {
  const subject = 'SHARE_SECRET';
  const remedy = 'Make another one: node -p "crypto.randomBytes(32).toString(\'base64url\')"';
  if (secret === '') return { subject, state: 'ok', message: 'not set: drafts cannot be shared by a link' };
  if (secret.length < SHORTEST_SECRET) {
    const message = `It has ${secret.length} characters; ${SHORTEST_SECRET} are needed, so no draft can be shared.`;
    return { subject, state: 'error', message, remedy };
  }
  if (new Set(secret).size < 10) {
    const message = 'It consists of few different characters, and can be guessed.';
    return { subject, state: 'warning', message, remedy };
  }
  return { subject, state: 'ok', message: 'set' };
}

function checkCommitted(folder: string): Diagnosis {
  const subject = 'Secrets';
  const { status, stdout } = spawnSync('git', ['ls-files', '-z', '--', '.env', '.env.*', '*.pem', '*.key'], {
    cwd: folder,
    encoding: 'utf8',
  });
  if (status !== 0)
    return { subject, state: 'ok', message: 'this is no Git repository: nothing can be in it' };
  const files = stdout
    .split('\0')
    .filter((name) => name !== '' && !/\.(example|sample|template)$/.test(name));
  if (files.length === 0) return { subject, state: 'ok', message: 'none in the repository' };
  return {
    subject,
    state: 'error',
    message: `Everybody who has the repository can read ${files.join(', ')}.`,
    remedy: `Replace the secrets in it, then: git rm --cached ${files.join(' ')}`,
  };
}
