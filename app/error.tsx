'use client';

import { PageHead } from '@/components/page-head';

/** Where a page fails that is made on request. Its words are compiled in, as it has nothing else to take them from. */
export default function ErrorPage() {
  return (
    <div data-failed="">
      <PageHead title="500">
        <p>{process.env.ERROR_MESSAGE}</p>
      </PageHead>
    </div>
  );
}
