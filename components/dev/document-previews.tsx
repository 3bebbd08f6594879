import type { Inspection } from '@/lib/dev/inspect';

/** Letters of a title, and of a description, that search engines show before they cut. */
const TITLE_SHOWN = 60;
const DESCRIPTION_SHOWN = 155;

/** How the page will look as a search result and as a link in a message. */
export function DocumentPreviews({
  inspection: { title, description, url, card },
}: {
  inspection: Inspection;
}) {
  const { host, pathname } = new URL(url);
  return (
    <details className="author-bar-part">
      <summary>Previews</summary>
      <div className="search-preview">
        <p className="search-preview-address">
          {host}
          {decodeURI(pathname).replaceAll('/', ' › ')}
        </p>
        <p className="search-preview-title">{cut(title, TITLE_SHOWN)}</p>
        <p>{cut(description, DESCRIPTION_SHOWN) || 'No description yet.'}</p>
      </div>
      <SocialCard card={card} path={pathname} />
    </details>
  );
}

function SocialCard({ card, path }: { card: string | undefined; path: string }) {
  if (card === undefined) return <p>This page has no social card.</p>;
  return (
    // biome-ignore lint/performance/noImgElement: a preview in development, of an image made for other sites.
    <img src={card} alt={`Social card of ${path}`} loading="lazy" width={600} height={315} />
  );
}

function cut(text: string, length: number): string {
  return text.length > length ? `${text.slice(0, length).trimEnd()} …` : text;
}
