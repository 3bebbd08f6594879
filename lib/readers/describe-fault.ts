import type { MessageName } from '../site/strings/en';
import { formatMessage, type Strings } from '../site/strings/messages';
import { LIMITS } from './limits';
import type { CommentFault } from './submit-comment';

const NAMES: Readonly<Record<CommentFault, MessageName>> = {
  noName: 'faultNoName',
  noText: 'faultNoText',
  noMail: 'faultNoMail',
  tooLong: 'faultTooLong',
  tooFast: 'faultTooFast',
  tooOld: 'faultTooOld',
  tooMany: 'faultTooMany',
  noParent: 'faultNoParent',
  noChange: 'faultNoChange',
  tooNested: 'faultTooNested',
  manyLinks: 'proveWork',
  banned: 'faultBanned',
  trap: 'leaveEmpty',
};

/** Why a comment was not sent, in the language of the site. */
export function describeFault(fault: CommentFault, strings: Strings): string {
  return formatMessage(strings, NAMES[fault], { count: LIMITS.body });
}
