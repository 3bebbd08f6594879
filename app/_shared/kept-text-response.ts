import { renderKeptText } from '@/lib/readers/render-kept-text';

interface KeptText {
  readonly status: number;
  readonly message: string;
  readonly language: string;
  /** What was typed, to be given back. */
  readonly text?: string | undefined;
  /** After how many milliseconds it can be sent again. */
  readonly wait?: number | undefined;
}

/** Says what became of a form on a page that needs no database. */
export function respondWithKeptText({ status, message, language, text, wait }: KeptText): Response {
  return new Response(renderKeptText(message, text, language), {
    status,
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      ...(wait !== undefined && { 'Retry-After': String(wait / 1000) }),
    },
  });
}
