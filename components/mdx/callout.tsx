import type { ReactNode } from 'react';

export type CalloutKind = 'note' | 'tip' | 'important' | 'warning' | 'caution';

const LABELS: Record<CalloutKind, string> = {
  note: 'Note',
  tip: 'Tip',
  important: 'Important',
  warning: 'Warning',
  caution: 'Caution',
};

interface CalloutProps {
  kind: CalloutKind;
  children: ReactNode;
}

/** A remark set between hairlines; its label carries the meaning, colour only stresses it. */
export function Callout({ kind, children }: CalloutProps) {
  return (
    <div className={`callout callout-${kind}`} role="note">
      <span className="callout-label">{LABELS[kind]} </span>
      {children}
    </div>
  );
}

/** True for the kinds of callout there are, in small letters. */
export function isCalloutKind(kind: string): kind is CalloutKind {
  return Object.hasOwn(LABELS, kind);
}
