import type { NextRequest } from 'next/server';
import type { Post } from '@/lib/content/types';

/** What the form of a comment sent. */
export interface Sent {
  readonly post: Post;
  readonly fields: URLSearchParams;
  readonly request: NextRequest;
  /** What the browser of the writer keeps. */
  readonly token: string;
  /** Where it comes from, as limits know it. */
  readonly address: string;
}

/** A field of it; empty where it is missing. */
export function textOf(fields: URLSearchParams, name: string): string {
  return fields.get(name) ?? '';
}
