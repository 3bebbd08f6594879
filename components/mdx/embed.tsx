import { formatMessage, type Strings } from '@/lib/site/strings/messages';

interface EmbedProps {
  /** Address of the page that shows the same. */
  url: string;
  title: string;
  /** Address to load in a frame, and the host that serves it: found by lib/markdown. */
  frame?: string;
  host?: string;
  strings: Strings;
}

/**
 * Something from another site, of which nothing is loaded until the reader asks. The element `colophon-embed` puts
 * the frame in the place of the link; without a script the link leads there.
 */
export function Embed({ url, title, frame, host = '', strings }: EmbedProps) {
  return (
    <colophon-embed class="embed" data-frame={frame}>
      <a href={url}>
        <cite>{title}</cite>
        <span>{formatMessage(strings, 'playOn', { host })}</span>
      </a>
    </colophon-embed>
  );
}
