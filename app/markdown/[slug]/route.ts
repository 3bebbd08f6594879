import { getContent, getPost } from '@/lib/content/posts';
import { renderMarkdownTwin } from '@/lib/markdown/plain/markdown-export';
import { getStaticParams } from '@/lib/next/static-params';
import { absoluteUrl, decodeParam, postPath } from '@/lib/urls';

export const dynamic = 'force-static';
export const dynamicParams = false;

export const generateStaticParams = () => getStaticParams('/markdown/[slug]');

/** A post as Markdown. Readers find it at `/posts/<slug>.md`; `next.config.ts` leads there. */
export async function GET(_request: Request, { params }: RouteContext<'/markdown/[slug]'>) {
  const post = getPost(decodeParam((await params).slug));
  if (!post) return new Response('There is no such post.', { status: 404 });
  const index = getContent();
  const original = post.canonical ?? absoluteUrl(index.site.url, postPath(post.slug));
  return new Response(await renderMarkdownTwin(post, index), {
    headers: { 'Content-Type': 'text/markdown; charset=utf-8', Link: `<${original}>; rel="canonical"` },
  });
}
