import { getElementsBundle } from '@/lib/elements-bundle';
import { decodeParam } from '@/lib/urls';

export const dynamic = 'force-static';
export const dynamicParams = false;

export function generateStaticParams() {
  return [{ name: getElementsBundle().name }];
}

/** The script of the custom elements. */
export async function GET(_request: Request, { params }: RouteContext<'/elements/[name]'>) {
  const { name } = await params;
  const bundle = getElementsBundle();
  if (decodeParam(name) !== bundle.name) return new Response('There is no such file.', { status: 404 });
  return new Response(bundle.code, { headers: { 'Content-Type': 'text/javascript; charset=utf-8' } });
}
