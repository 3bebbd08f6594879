export const dynamic = 'force-dynamic';

/** The answer to whoever asks for another host than this computer. */
function refuse(request: Request) {
  const host = request.headers.get('host') ?? '';
  const text = `npm run dev does not answer for the host "${host}". If it is yours, start it as: DEV_HOSTS=${host} npm run dev\n`;
  return new Response(text, { status: 403, headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
}

export { refuse as GET, refuse as POST, refuse as PUT, refuse as DELETE, refuse as PATCH };
