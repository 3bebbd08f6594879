import { getChallengeScript } from '@/lib/bundles/challenge-script';
import { getElementsBundle } from '@/lib/bundles/elements-bundle';
import { getSearchScript } from '@/lib/bundles/search-script';
import { getStaticParams } from '@/lib/next/static-params';
import { decodeParam } from '@/lib/urls';

export const dynamic = 'force-static';
export const dynamicParams = false;

export const generateStaticParams = () => getStaticParams('/elements/[name]');

/** The script of the custom elements, the one that searches, or the one that proves work. */
export async function GET(_request: Request, { params }: RouteContext<'/elements/[name]'>) {
  const { name } = await params;
  const scripts = [getElementsBundle, getSearchScript, getChallengeScript].map((getScript) => getScript());
  const bundle = scripts.find((script) => script.name === decodeParam(name));
  if (!bundle) return new Response('There is no such file.', { status: 404 });
  return new Response(bundle.code, { headers: { 'Content-Type': 'text/javascript; charset=utf-8' } });
}
