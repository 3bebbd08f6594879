import { getSite } from '@/lib/content/posts';

/** In development, the policy of pages and remedy on what it refuses. A build gives each page a policy of its own. */
export async function DevPolicy() {
  if (process.env.NODE_ENV === 'production') return null;
  const { buildDevCsp, getPolicyScript } = await import('@/lib/dev/policy');
  const policy = buildDevCsp(getSite());
  if (policy === undefined) return null;
  return (
    <>
      <meta httpEquiv="Content-Security-Policy" content={policy} />
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: a script of this project. */}
      <script dangerouslySetInnerHTML={{ __html: getPolicyScript() }} />
    </>
  );
}
