import { getSite } from '@/lib/content/posts';

/** In development, the policy of pages and remedy on what it refuses. A build gives each page a policy of its own. */
export async function DevPolicy() {
  if (process.env.NODE_ENV === 'production') return null;
  const { buildDevCsp, getPolicyScript } = await import('@/lib/dev/policy');
  const { LiveScript } = await import('@/components/dev/live-script');
  const policy = buildDevCsp(getSite());
  if (policy === undefined) return null;
  return (
    <>
      <meta httpEquiv="Content-Security-Policy" content={policy} />
      <LiveScript code={getPolicyScript()} />
    </>
  );
}
