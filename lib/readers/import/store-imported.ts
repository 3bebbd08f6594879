import type { InStatement } from '@libsql/client';
import type { Store } from '../store';
import { type ExportedComment, toInsert } from '../store-transfer';

/**
 * Adds comments of another system that are not there yet, all or none; gives how many those are. What was spam there can be taken back
 * here for as long as what was found today.
 */
export async function importOldComments(store: Store, comments: readonly ExportedComment[]): Promise<number> {
  const before = await countComments(store);
  await store.write(
    comments.flatMap((comment) => [
      toInsert(comment),
      ...(comment.state === 'spam' ? [toDecision(comment)] : []),
    ]),
  );
  return (await countComments(store)) - before;
}

async function countComments(store: Store): Promise<number> {
  const [row] = await store.read('SELECT count(*) AS number FROM comments');
  return Number(row?.number);
}

/** Of a comment that was added by the statement before. */
function toDecision({ id }: ExportedComment): InStatement {
  return {
    sql: `INSERT INTO decisions (comment, state_before, at) SELECT ?, 'held', ? WHERE changes() > 0`,
    args: [id, Date.now()],
  };
}
