import { LIMITS } from './limits';
import { makeToken } from './signature';
import type { Store } from './store';

/** The form of a subscription that is shown again. */
interface MailDraft {
  /** As it was typed. */
  readonly mail: string;
  /** Slug of the subject that was chosen; empty for all. */
  readonly tag: string;
}

/** Keeps what was typed for a while; gives the name under which it is found. Never in an address: those are written down. */
export async function keepMailDraft(store: Store, { mail, tag }: MailDraft): Promise<string> {
  const id = makeToken();
  const draft: MailDraft = { mail: mail.slice(0, LIMITS.mail), tag };
  await store.keepDraft(id, JSON.stringify(draft), Date.now() + LIMITS.draft);
  return id;
}

/** What was typed; undefined where it is not kept any more. */
export async function findMailDraft(store: Store, id: string): Promise<MailDraft | undefined> {
  const data = await store.findDraft(id);
  const { mail, tag } = data === undefined ? {} : (JSON.parse(data) as Partial<MailDraft>);
  // Drafts of comments have no subject.
  return mail === undefined || tag === undefined ? undefined : { mail, tag };
}
