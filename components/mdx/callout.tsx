import type { ReactNode } from 'react';
import { formatMessage, type Strings } from '@/lib/site/strings/messages';

const KINDS = ['note', 'tip', 'important', 'warning', 'caution'] as const;

export type CalloutKind = (typeof KINDS)[number];

interface CalloutProps {
  kind: CalloutKind;
  strings: Strings;
  children: ReactNode;
}

/** A remark set between hairlines; its label carries the meaning, colour only stresses it. */
export function Callout({ kind, strings, children }: CalloutProps) {
  return (
    <div className={`callout callout-${kind}`} role="note">
      <span className="callout-label">{formatMessage(strings, kind)} </span>
      {children}
    </div>
  );
}

/** True for the kinds of callout there are, in small letters. */
export function isCalloutKind(kind: string): kind is CalloutKind {
  return (KINDS as readonly string[]).includes(kind);
}
