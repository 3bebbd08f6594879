/** A static answer would be a file with nothing in it. */
export const dynamic = 'force-dynamic';

/** Tells a program that what it has is still the latest: `lib/feed-version.ts` leads here. */
export function GET() {
  return new Response(null, { status: 304 });
}
