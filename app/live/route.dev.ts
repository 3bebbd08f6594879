import { countChanges, watchContent } from '@/lib/dev/watch-content';

export const dynamic = 'force-dynamic';

/** Milliseconds between signs of life, so that no proxy takes the line for dead. */
const PULSE = 25_000;

/** Server-sent events: how often the content has changed by now, then one for each change. Development only. */
export function GET(request: Request) {
  const encoder = new TextEncoder();
  const stream = new ReadableStream({
    start(controller) {
      const send = (text: string) => controller.enqueue(encoder.encode(text));
      const stop = watchContent((files) => send(`data: ${JSON.stringify([...files])}\n\n`));
      const pulse = setInterval(() => send(': \n\n'), PULSE);
      send(`retry: 500\nevent: count\ndata: ${countChanges()}\n\n`);
      request.signal.addEventListener('abort', () => {
        stop();
        clearInterval(pulse);
        controller.close();
      });
    },
  });
  return new Response(stream, {
    headers: { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-cache, no-transform' },
  });
}
