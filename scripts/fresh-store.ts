import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { test } from 'playwright/test';
import type { ReadersPart } from '../lib/readers/readers-part';
import { Store } from '../lib/readers/store';
import { changeEnvironment } from './change-environment';

export interface FreshStore extends ReadersPart {
  /** Where its database and its outbox are. */
  readonly folder: string;
  /** The mails that were written, the oldest first. */
  readMails(): string[];
}

/**
 * For tests: each of the file has an empty store in a folder of its own, and `variables`. Afterwards the folder is gone, and the
 * environment as it was.
 */
export function provideFreshStore(variables: Readonly<Record<string, string | undefined>> = {}): FreshStore {
  let folder = '';
  let part: ReadersPart;
  let restore: () => void;

  test.beforeEach(async () => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'colophon-readers-'));
    restore = changeEnvironment({
      DATABASE_URL: `file:${path.join(folder, 'readers.db')}`,
      OUTBOX: path.join(folder, 'outbox'),
      ...variables,
    });
    const store = await Store.open();
    part = { store, secret: await store.getSecret() };
  });

  test.afterEach(() => {
    part.store.close();
    restore();
    rmSync(folder, { recursive: true, force: true });
  });

  return {
    get folder() {
      return folder;
    },
    get store() {
      return part.store;
    },
    get secret() {
      return part.secret;
    },
    readMails: () => readOutbox(path.join(folder, 'outbox')),
  };
}

function readOutbox(folder: string): string[] {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).sort();
  return names.map((name) => readFileSync(path.join(folder, name), 'utf8'));
}
