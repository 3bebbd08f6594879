import type { Root } from 'hast';
import type { MdxJsxFlowElementHast, MdxJsxTextElementHast } from 'mdast-util-mdx-jsx';
import { isEngineComponent } from '../compile/own-components';
import type { Report } from '../compile/report';
import { visit } from '../compile/visit';

/**
 * Rehype plugin: gives each `<Embed>` the address of its frame and the name of its host, and reports those that lack
 * an address or a title.
 */
export function prepareEmbeds({ report }: { report: Report }) {
  return (tree: Root) => {
    visit(tree, (node) => {
      if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') return;
      if (!isEngineComponent(node, 'Embed')) return;
      const place = node.position?.start ?? { line: 1, column: 1 };
      const url = readText(node, 'url');
      const frame = url === undefined ? undefined : toFrameUrl(url);
      if (frame === undefined) {
        const message = url === undefined ? 'This embed has no url.' : `The url "${url}" cannot be embedded.`;
        report(place, 'error', message, 'Write the https address of the page: url="https://youtu.be/…".');
      }
      if (readText(node, 'title')?.trim() === undefined) {
        const remedy = 'Say what is shown, for readers who decide whether to load it: title="…".';
        report(place, 'error', 'This embed has no title.', remedy);
      }
      if (url === undefined || frame === undefined) return;
      const host = new URL(url).hostname.replace(/^www\./, '');
      for (const [name, value] of Object.entries({ frame, host }))
        node.attributes.push({ type: 'mdxJsxAttribute', name, value });
    });
  };
}

/** The address to load in a frame for the address of a page: players of video hosts, other https pages as they are. */
export function toFrameUrl(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const page = new URL(url);
  if (page.protocol !== 'https:' || page.username !== '') return undefined;
  const host = page.hostname.replace(/^(?:www|m)\./, '');
  const video = readVideo(host, page);
  if (video !== undefined) return video;
  const first = PLAYERS[host]?.(page.pathname);
  return first ?? page.href;
}

/** Hosts whose frames have an address of their own that follows from the path of the page. */
const PLAYERS: Readonly<Record<string, (path: string) => string | undefined>> = {
  'vimeo.com': (path) => {
    const id = /^\/(?:.*\/)?(\d+)/.exec(path)?.[1];
    return id && `https://player.vimeo.com/video/${id}?dnt=1`;
  },
  'codepen.io': (path) => {
    const [, user, pen] = /^\/([\w-]+)\/(?:pen|full|details)\/(\w+)/.exec(path) ?? [];
    return user && pen && `https://codepen.io/${user}/embed/${pen}?default-tab=result`;
  },
  'codesandbox.io': (path) => {
    const id = /^\/(?:s|p\/sandbox)\/([\w-]+)/.exec(path)?.[1];
    return id && `https://codesandbox.io/embed/${id}`;
  },
};

/** YouTube, from its host that sets no cookies before the film plays. */
function readVideo(host: string, { pathname, searchParams }: URL): string | undefined {
  const id =
    host === 'youtu.be'
      ? /^\/([\w-]+)/.exec(pathname)?.[1]
      : /^youtube(?:-nocookie)?\.com$/.test(host)
        ? (/^\/(?:shorts|live|embed)\/([\w-]+)/.exec(pathname)?.[1] ?? searchParams.get('v') ?? undefined)
        : undefined;
  if (id === undefined || !/^[\w-]+$/.test(id)) return undefined;
  const start = toSeconds(searchParams.get('t') ?? searchParams.get('start') ?? '');
  return `https://www.youtube-nocookie.com/embed/${id}?autoplay=1${start > 0 ? `&start=${start}` : ''}`;
}

/** Seconds in `90`, `90s` or `1h2m3s`. */
function toSeconds(time: string): number {
  const [, hours = 0, minutes = 0, seconds = 0] = /^(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s?)?$/.exec(time) ?? [];
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
}

function readText(node: MdxJsxFlowElementHast | MdxJsxTextElementHast, wanted: string): string | undefined {
  for (const attribute of node.attributes) {
    if (
      attribute.type === 'mdxJsxAttribute' &&
      attribute.name === wanted &&
      typeof attribute.value === 'string'
    )
      return attribute.value;
  }
  return undefined;
}
