'use client';

import { PageHead } from '@/components/page-head';

export default function ErrorPage({ reset }: { reset: () => void }) {
  return (
    <PageHead title="Corrigendum">
      <p>
        Something went wrong while this page was set.{' '}
        <button type="button" className="link" onClick={reset}>
          Try once more
        </button>
      </p>
    </PageHead>
  );
}
