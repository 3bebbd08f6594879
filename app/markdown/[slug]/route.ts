import { getStaticParams } from '@/lib/next/static-params';
import { isPreviewDeployment } from '@/lib/site/deployment';
import { decodeParam } from '@/lib/urls';
import { getIndex } from '@/lib/views/current-index';
import { viewMarkdownExport } from '@/lib/views/markdown-export';
import { renderMarkdownExport } from '../../_shared/render-plain';

export const dynamic = 'force-static';
export const dynamicParams = false;

export const generateStaticParams = () => getStaticParams('/markdown/[slug]');

/** A post as Markdown. Readers find it at `/posts/<slug>.md`; `next.config.ts` leads there. */
export async function GET(_request: Request, { params }: RouteContext<'/markdown/[slug]'>) {
  const slug = decodeParam((await params).slug);
  const view = await viewMarkdownExport(getIndex(), slug);
  if (!view) return new Response('There is no such post.', { status: 404 });
  return new Response(await renderMarkdownExport(slug), {
    headers: {
      'Content-Type': 'text/markdown; charset=utf-8',
      ...(!isPreviewDeployment() && { Link: `<${view.original}>; rel="canonical"` }),
    },
  });
}
